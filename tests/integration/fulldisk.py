#!/usr/bin/env python3
"""A disk that is full, and directories that cannot be written: refused with a sentence and exit code 1, and when there is room again
everything works on, with all that was acknowledged.

    fulldisk.py DIRECTORY-WITH-THE-PROGRAMS

As root, or where a user may have a namespace, the disk is a small tmpfs and the directory a read-only mount, both in a mount namespace
that ends with the test. A limit on the size of files stands in for the disk everywhere, and mode bits for the mount.
"""
import atexit
import os
import resource
import subprocess
import sys
import urllib.error
import urllib.request

inside = "EVENCART_TEST_MOUNTS"
if inside not in os.environ:
    for way in (["unshare", "--mount"], ["unshare", "--mount", "--map-root-user"]):
        try:
            works = subprocess.run([*way, "mount", "-t", "tmpfs", "-o", "size=1m", "none", "/tmp"], capture_output=True).returncode == 0
        except FileNotFoundError:
            works = False
        if works:
            os.environ[inside] = "yes"
            os.execvp(way[0], [*way, sys.executable, *sys.argv])
    os.environ[inside] = "no"

from stage import (DONE, FAILED, UNREACHABLE, Server, ask, check, choose, contents, doctor, finish, refused, run, scratch, share, tell,
                   wait_for)

mounts = os.environ[inside] == "yes"


class SmallDisk:
    """A tmpfs at a path, filled and emptied with one large file."""

    def __init__(self, path, size):
        path.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "none", path], check=True)
        atexit.register(subprocess.run, ["umount", "--lazy", path], check=False)
        self.path, self.ballast = path, path / "ballast"

    def fill(self, leave=0):
        self.make_room()
        room = os.statvfs(self.path)
        with open(self.ballast, "wb", buffering=0) as file:
            file.write(bytes(max(0, room.f_bavail * room.f_frsize - leave)))

    def make_room(self):
        self.ballast.unlink(missing_ok=True)


def names(who):
    return [line[0] for line in contents(who)]


def edits_on_a_full_disk(who, fill, make_room, **how):
    """Adds lines while there is less and less room. Those that were acknowledged are there afterwards, whole; the others not at all."""
    acknowledged, before, refusals = [], names(who), 0
    for leave in [0, 4096, *sorted(choose.sample(range(8192, 250_000, 4096), 10))]:
        fill(leave)
        answer = ask(who, "add", "Ours", f'"{leave}"', "--note", "long " * 700, **how)
        if answer.code == DONE:
            acknowledged.append(str(leave))
        else:
            refused(FAILED, "full|make room|could not be|too large|[Nn]o space", answer)
            refusals += 1
        make_room()
        doctor(who)
        check(names(who) == before + acknowledged, f"room for {leave}: {names(who)[len(before):]} instead of {acknowledged}")
    check(refusals > 0, "the disk was never full")
    tell(who, "add", "Ours", "afterwards")
    tell(who, "sync")


def client_on_a_full_disk(server):
    disk = SmallDisk(scratch / "small", "2m")
    share(server.url, "small/ann", "ben")
    edits_on_a_full_disk("small/ann", disk.fill, disk.make_room)
    tell("ben", "sync")
    check(contents("ben") == contents("small/ann"), "ben does not have what ann was told is saved")
    disk.fill()
    refused(FAILED, "full|make room", ask("small/new", "init", "--name", "New"))
    disk.make_room()
    tell("small/new", "init", "--name", "New")
    doctor("small/new")


def client_with_limited_files(server):
    """The size that a file may have is what it has, and a little more."""
    share(server.url, "cem", "dan")
    limit = []

    def fill(leave):
        sizes = [path.stat().st_size for path in (scratch / "cem").iterdir()]
        limit[:] = [leave // 2 if leave < 8192 else max(sizes) + leave // 3]

    def limited():
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit[0], limit[0]))
    edits_on_a_full_disk("cem", fill, lambda: None, preexec_fn=limited)
    tell("dan", "sync")
    check(contents("dan") == contents("cem"), "dan does not have what cem was told is saved")


def server_on_a_full_disk(name, fill, make_room):
    """An edit that the server could not store stays with its author, who is told; when there is room it arrives. What was acknowledged
    is there after the server was killed."""
    server = Server(name).start()
    ann, ben = f"{name.replace('/', '-')}-ann", f"{name.replace('/', '-')}-ben"
    share(server.url, ann, ben)
    tell(ann, "add", "Ours", '"before"')
    tell(ann, "sync")
    fill(server)
    kept = []
    for number in range(40):
        tell(ann, "add", "Ours", f'"item {number}"', "--note", "long " * 700)
        answer = ask(ann, "sync", "--timeout", "10s")
        if answer.code != DONE:
            refused(UNREACHABLE, "could not store", answer)
            break
        kept.append(f"item {number}")
    check(answer.code == UNREACHABLE, "the server's disk was never full")
    check(tell(ann, "pending")["pending"], "an edit that the server does not have is not pending")
    wait_for("the health page", lambda: health(server) == 503)
    server.kill()
    make_room(server)
    server.start()
    tell(ben, "sync")
    check(names(ben) == ["before", *kept], f"acknowledged and lost: {names(ben)} instead of {kept}")
    fill(server)
    for more in range(40):
        tell(ben, "note", "Ours", "before", "long " * 700 + str(more))
        if ask(ben, "sync", "--timeout", "1s").code != DONE:
            break
    make_room(server)
    for who in (ann, ben, ann):
        tell(who, "sync")
    wait_for("the health page", lambda: health(server) == 200)
    check(contents(ann) == contents(ben) and tell(ann, "pending")["pending"] == [], "ann and ben differ")
    check(f"item {number}" in names(ben), "what was pending did not arrive")
    check(run([server.words()[0], "admin", "--data", server.data, "verify"]).code == DONE, "the server's log is not well")
    doctor(ann)
    server.stop()


def health(server):
    try:
        return urllib.request.urlopen(server.ready["admin"] + "/healthz", timeout=5).status
    except urllib.error.HTTPError as answer:
        return answer.code


def limit_files(server, size=None):
    """What its files may grow to; nothing: as much as they like."""
    size = size or resource.RLIM_INFINITY
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def fill_by_limit(server):
    limit_files(server, max(path.stat().st_size for path in server.data.iterdir()) + 20_000)


def room_by_limit(server):
    if server.process.poll() is None:
        limit_files(server)


class ReadOnly:
    """A directory that cannot be written while this holds."""

    def __init__(self, path):
        self.path = path

    def __enter__(self):
        if mounts:
            subprocess.run(["mount", "--bind", self.path, self.path], check=True)
            subprocess.run(["mount", "-o", "remount,bind,ro", self.path], check=True)
        else:
            self.path.chmod(0o500)
            for file in self.path.iterdir():
                file.chmod(0o400)

    def __exit__(self, *_):
        if mounts:
            subprocess.run(["umount", self.path], check=True)
        else:
            self.path.chmod(0o700)
            for file in self.path.iterdir():
                file.chmod(0o600)


def read_only_directories(server):
    share(server.url, "eve")
    before = contents("eve")
    for folder in (scratch / "eve", scratch / "state" / "evencart" / "incarnations"):
        with ReadOnly(folder):
            for words in (("add", "Ours", "milk"), ("cart", "list"), ("sync",)):
                refused(FAILED, "writ(e|able|ten)", ask("eve", *words))
        doctor("eve")
    check(contents("eve") == before, "a read-only profile was changed")
    closed = scratch / "closed"
    closed.mkdir()
    stopped = Server("stopped").start()
    stopped.stop()
    with ReadOnly(closed), ReadOnly(stopped.data):
        refused(FAILED, "--profile", ask("closed/new", "init", "--name", "New"))
        refused(FAILED, "write", run(stopped.words()))
        refused(FAILED, "--data", run(Server("closed/server").words()))
    stopped.start().stop()


server = Server().start()
if mounts:
    client_on_a_full_disk(server)
    disk = SmallDisk(scratch / "smaller", "1m")
    server_on_a_full_disk("smaller/server", lambda _: disk.fill(30_000), lambda _: disk.make_room())
client_with_limited_files(server)
server_on_a_full_disk("limited", fill_by_limit, room_by_limit)
if mounts or os.geteuid() != 0:
    read_only_directories(server)
server.stop()
finish("full disks" + (" and read-only directories, with mounts" if mounts else ", without mounts"))
