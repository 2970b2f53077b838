#!/usr/bin/env python3
"""Two desktop apps without a display, one cart, a real server: items are handed over to the running apps while they are killed with -9
and while the server is away. In the end both profiles have the same digest, and everything whose hand-over was answered is there.

    twoapps.py DIRECTORY-WITH-THE-PROGRAMS

What an app shows is looked at from outside: Cem, who only has the command line, sees what the apps sent; a profile can be read when
its app has ended, and what is in it then came there by the app alone.
"""
import hashlib
import os
import subprocess

from stage import Server, check, choose, doctor, fail, finish, programs, scratch, share, tell, wait_for

patience = 60
os.environ.update({"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
                   "XDG_RUNTIME_DIR": str(scratch / "runtime")})
(scratch / "runtime").mkdir(mode=0o700)
added = []  # what was answered with "done": it must never be lost
kills = 0


class App:
    """The desktop app of one person."""

    def __init__(self, who):
        self.who, self.process = who, None

    def words(self, *more):
        return [programs / "evencart", "--profile", scratch / self.who, *more]

    def launch(self, *more):
        with open(scratch / f"{self.who}.log", "ab") as log:
            return subprocess.Popen(self.words(*more), stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    def holder(self):
        """The process that has the profile's place, or 0."""
        name = hashlib.sha256(str((scratch / self.who).resolve()).encode()).hexdigest()[:24]
        lock = scratch / "runtime" / f"evencart-{name}.lock"
        try:
            return int((lock.read_text().splitlines() or ["0"])[0])
        except (FileNotFoundError, ValueError):
            return 0

    def start(self):
        self.process = self.launch()
        wait_for(f"{self.who}'s app", lambda: self.holder() == self.process.pid, patience)

    def add(self, name):
        """A second start hands the item over. Done means: saved by the app."""
        done = wait_for(f"{name} at {self.who}'s app", lambda: self.handed_over(name), patience)
        check(done, name)
        added.append(name)

    def handed_over(self, name):
        return self.launch("--add", f'"{name}"').wait(patience) == 0

    def kill(self):
        global kills
        kills += 1
        self.process.kill()
        self.process.wait()

    def kill_while_adding(self, name):
        """At a moment that chance picks. The start that hands over may find nobody any more: then it is the app, with its item."""
        handing = self.launch("--add", f'"{name}"')
        try:
            handing.wait(choose.uniform(0, 0.4))
        except subprocess.TimeoutExpired:
            pass
        self.kill()
        wait_for("who is left", lambda: handing.poll() is not None or self.holder() == handing.pid, patience)
        if handing.poll() is None:
            self.process = handing
        else:
            if handing.returncode == 0:
                added.append(name)
            self.start()

    def quit(self):
        """As at the end of a session."""
        self.process.terminate()
        try:
            check(self.process.wait(patience) == 0, f"{self.who}'s app did not end cleanly")
        except subprocess.TimeoutExpired:
            fail(f"{self.who}'s app did not end")


def missing():
    tell("cem", "sync")
    seen = {line["name"] for line in tell("cem", "cart", "show", "Ours")["lines"]}
    return [name for name in added if name not in seen]


def wait_until_cem_sees_all():
    wait_for(lambda: f"Cem to see {missing()}", lambda: not missing(), patience)


def same_everywhere(apps):
    """Whether the apps, when they ended, had brought both profiles to the same state. If not, they get another chance."""
    for app in apps:
        app.quit()
    carts = [tell(app.who, "cart", "show", "Ours") for app in apps]
    if len({cart["digest"] for cart in carts}) == 1 and not any(cart["pending"] for cart in carts):
        return carts
    for app in apps:
        app.start()
    wait_until_cem_sees_all()
    return None


server = Server().start()
share(server.url, "ann", "ben", "cem")
apps = ann, ben = App("ann"), App("ben")
for app in apps:
    app.start()

# On line: what is handed over to one app goes out by itself.
ann.add("milk")
ben.add("bread")
wait_until_cem_sees_all()

# Killed right after "done" and in the middle of things.
for number in range(3):
    for app in apps:
        app.add(f"{app.who} {number}")
    victim = choose.choice(apps)
    victim.kill_while_adding(f"{victim.who} in the middle {number}")
ann.add("ann's last word")
ann.kill()
ann.start()

# The server is cut off; both go on, and one of them is killed with what nobody else has.
server.kill()
for number in range(3):
    for app in apps:
        app.add(f"{app.who} alone {number}")
ben.kill()
ben.start()
ben.add("ben after his fall")
for app in apps:
    app.quit()
for app in apps:
    check(tell(app.who, "cart", "show", "Ours")["pending"] > 0, f"nothing waits at {app.who}'s")

# All again.
server.start()
for app in apps:
    app.start()
wait_until_cem_sees_all()
carts = wait_for("the same state in both profiles", lambda: same_everywhere(apps), 3 * patience)
for app, cart in zip(apps, carts):
    quantities = {line["name"]: line["quantity"] for line in cart["lines"]}
    lost = [name for name in added if name not in quantities]
    check(not lost, f"{app.who} lost {lost}")
    check(not cart["rejected"], f"the server refused something of {app.who}'s")
    doctor(app.who)
    complaints = [line for line in (scratch / f"{app.who}.log").read_text().splitlines() if "qrc:" in line]
    check(not complaints, f"{app.who}'s app complained: {complaints[:3]}")
tell("cem", "sync")
check(tell("cem", "cart", "show", "Ours")["digest"] == carts[0]["digest"], "Cem has something else")
server.stop()
finish(f"{len(added)} items by two apps, {kills} kills, the same digest {carts[0]['digest'][:16]}")
