#!/usr/bin/env python3
"""Demonstrations with real programs, as seen from outside: they leave nothing behind, however they end, and tell what went wrong.

    demos.py DIRECTORY-WITH-THE-PROGRAMS
"""
import os
import pathlib
import shutil
import signal
import subprocess

from stage import (DONE, FAILED, WRONG_USE, check, finish, programs, run, scratch, wait_for)

place = scratch / "tmp"
place.mkdir()
os.environ["TMPDIR"] = str(place)
title = "title T\npeople Ann Ben\ncart Week: Ann Ben\n"


def text(name, body):
    path = scratch / name
    path.write_text(title + body)
    return path


def demo(*words, **how):
    return run([programs / "evencartctl", *words], **how)


def programs_of_it():
    """The command lines of what runs in the temporary folder."""
    found = []
    for process in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue  # it has ended
        if any(word.startswith(os.fsencode(place)) for word in words):
            found.append(words)
    return found


def interrupted(by):
    playing = subprocess.Popen([programs / "evencartctl", "demo", "partition"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, text=True)
    wait_for("the server of the demonstration", lambda: any(b"evencartd" in words[0] for words in programs_of_it()))
    wait_for("Ann's keys", lambda: list(place.glob("*/people/0/keys")))
    playing.send_signal(by)
    out, err = playing.communicate(timeout=300)
    wait_for(lambda: f"the end of {programs_of_it()}", lambda: not programs_of_it())
    return playing.returncode, err


# However it is ended, no program stays; and but for a kill no folder with keys.
for by in (signal.SIGTERM, signal.SIGINT):
    code, err = interrupted(by)
    check(code == FAILED and "interrupted" in err, f"{by.name}: exit {code}: {err}")
    check(list(place.iterdir()) == [], f"{by.name} left {list(place.iterdir())}")
code, _ = interrupted(signal.SIGKILL)
check(code == -signal.SIGKILL, f"SIGKILL: exit {code}")
shutil.rmtree(place)
place.mkdir()

# The settings of a server of this machine are not the demonstration's.
short = text("short.demo", "say So.\nAnn: add Week milk\nBen sees milk: quantity 1\n")
played = demo("demo", short, env=os.environ | {"EVENCARTD_NONSENSE": "1", "EVENCARTD_LISTEN": "192.0.2.1:1"})
check(played.code == DONE and "Ben sees milk" in played.out and played.err == "", played)
check(list(place.iterdir()) == [], f"it left {list(place.iterdir())}")
quiet = demo("--quiet", "demo", short)
check(quiet.code == DONE and quiet.out == "" and quiet.err == "", quiet)

# A text that is played by times is played, and is said to be of the laboratory.
timed = text("timed.demo", "network delay 100 loss 0\nat 1\nAnn: add Week milk\nat 2\nBen sees milk: quantity 1\n")
played = demo("demo", timed)
check(played.code == DONE and "end differently" in played.out, played)
check("may end differently" in demo("--json", "demo", timed).json()["note"], "JSON says nothing of times")

# What fails tells how far it came.
untrue = text("untrue.demo", "Ann: add Week milk\nBen sees milk: quantity 2\n")
answer = demo("--json", "demo", untrue)
check(answer.code == FAILED and answer.json()["steps"][0]["acts"][0]["does"] == "add Week milk", answer)
check("In line 5" in answer.json()["error"]["message"], answer)

# What cannot be done is said before anything begins.
answer = demo("demo", "likes", "--picture", scratch / "nowhere" / "x.svg")
check(answer.code == FAILED and "cannot be written" in answer.err and answer.out == "", answer)
check(demo("demo", "--picture", scratch / "x.svg").code == WRONG_USE, "a picture of nothing")
long = text("long.demo", "say So.\n" + "\n" * (1 << 20) + "Ann sees milk: quantity 1\n")
answer = demo("demo", long)
check(answer.code != DONE and "larger" in answer.err, answer)
answer = demo("demo", text("pwned.demo", f"Ann: --profile {scratch / 'other'} cart create Pwned\n"))
check(answer.code == WRONG_USE and not (scratch / "other").exists(), answer)
picture = scratch / "x.svg"
check(demo("demo", short, "--picture", picture).code == DONE and picture.read_text().startswith("<svg"), "no picture")

# A server that does not start says why.
others = scratch / "programs"
others.mkdir()
shutil.copy2(programs / "evencartctl", others)
(others / "evencartd").write_text("#!/bin/sh\necho 'evencartd: the moon is full' >&2\nexit 1\n")
(others / "evencartd").chmod(0o755)
answer = run([others / "evencartctl", "demo", "likes"])
check(answer.code == FAILED and "does not start: evencartd: the moon is full" in answer.err, answer)

check(list(place.iterdir()) == [], f"something is left: {list(place.iterdir())}")
finish("demonstrations leave nothing behind and tell what went wrong")
