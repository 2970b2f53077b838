#!/usr/bin/env python3
"""The real programs: a server's data directory is copied, the server runs on, and the copy is put back by hand. The log says so, clients
bring back what is missing, and every item that anyone added is there once. Then once more with the token of its state directory put back
along with it, as when a whole machine is wound back: clients alone notice that.

    copyback.py DIRECTORY-WITH-THE-PROGRAMS

Loopback only; everything is in a temporary directory.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

programs = pathlib.Path(sys.argv[1])
people = ["ann", "ben", "cem"]


class Server:
    def __init__(self, scratch):
        self.scratch, self.port, self.process = scratch, 0, None
        self.log = scratch / "server.log"

    def start(self):
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [programs / "evencartd", "--plain", "--listen", f"127.0.0.1:{self.port}", "--admin", "127.0.0.1:0",
                 "--data", self.scratch / "server"], stdout=subprocess.PIPE, stderr=log, text=True)
        ready = json.loads(self.process.stdout.readline())
        self.port = int(ready["url"].rsplit(":", 1)[1])
        return ready["url"]

    def stop(self):
        self.process.terminate()
        if self.process.wait(120) != 0:
            sys.exit("the server did not end cleanly")

    def said_so(self):
        return "was copied or put back" in self.log.read_text()


def tell(who, *words):
    done = subprocess.run([programs / "evencartctl", "--profile", scratch / who, "--json", *words], capture_output=True, text=True, timeout=300)
    if done.returncode != 0:
        sys.exit(f"{who} {words}: exit {done.returncode}: {done.stdout}{done.stderr}")
    return json.loads(done.stdout) if done.stdout.strip() else {}


def add(who, name):
    tell(who, "add", "Ours", f'"{name}"')
    added.append(name)


def check(what):
    for _ in range(2):
        for who in people:
            tell(who, "sync", "--timeout", "120")
    carts = {who: tell(who, "cart", "show", "Ours") for who in people}
    digests = {cart["digest"] for cart in carts.values()}
    if len(digests) != 1:
        sys.exit(f"{what}: the digests differ: {digests}")
    for who, cart in carts.items():
        quantities = {line["name"]: line["quantity"] for line in cart["lines"]}
        wrong = [name for name in added if quantities.get(name) != 1]
        if wrong or gone & quantities.keys() or cart["pending"] or cart["rejected"]:
            sys.exit(f"{what}: {who}: lost or doubled {wrong}, back again {gone & quantities.keys()}, pending {cart['pending']}, "
                     f"rejected {cart['rejected']}")


def put_back(copies):
    """Into the files that are there, as cp -a does: their inodes stay."""
    for copy, place in copies.items():
        for file in place.iterdir():
            if not (copy / file.name).exists():
                file.unlink()
        for file in copy.iterdir():
            shutil.copyfile(file, place / file.name)


def lose_and_go_on(name, places, expected):
    """Copies the places, lets everybody go on, puts the copies back and lets one go on alone past the others' cursors."""
    server.stop()
    copies = {scratch / f"{name}-{place.name}": place for place in places}
    for copy, place in copies.items():
        shutil.copytree(place, copy)
    server.start()
    for who in people:
        add(who, f"{name}: {who} after the copy")
    tell("ann", "remove", "Ours", f"{name}: old")
    added.remove(f"{name}: old")
    gone.add(f"{name}: old")
    check(f"{name}, before the loss")
    tell("cem", "set", "Ours", f"{name}: ben after the copy", "1")  # rests on what will be lost; waits for the server
    server.stop()
    put_back(copies)
    server.start()
    if server.said_so() != expected:
        sys.exit(f"{name}: the log {'does not say' if expected else 'says'} that the directory was put back: {server.log.read_text()}")
    for number in range(9):
        add("ann", f"{name}: new {number}")
        tell("ann", "sync")
    check(f"{name}, after the loss")


with tempfile.TemporaryDirectory() as folder:
    scratch = pathlib.Path(folder)
    state = scratch / "state"
    os.environ["XDG_STATE_HOME"] = str(state)
    os.environ.pop("CACHE_DIRECTORY", None)
    added, gone = [], set()
    server = Server(scratch)
    url = server.start()
    tell("ann", "init", "--name", "Ann")
    tell("ann", "cart", "create", "Ours")
    tell("ann", "server", "set", url)
    tell("ann", "sync")
    for who in people[1:]:
        tell(who, "init", "--name", who.title())
        tell(who, "join", tell("ann", "invite", "Ours")["link"])
    for name in ("by hand", "whole machine"):
        add("ben", f"{name}: old")
    check("at the start")
    lose_and_go_on("by hand", [scratch / "server"], True)
    lose_and_go_on("whole machine", [scratch / "server", state / "evencartd" / "incarnations"], False)
    server.stop()
    server.start()
    if server.said_so():
        sys.exit("an ordinary start was taken for a copy")
    check("after an ordinary start")
    server.stop()
    print(f"{len(added)} items, nothing lost")
