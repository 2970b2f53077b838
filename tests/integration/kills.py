#!/usr/bin/env python3
"""Three people, one cart, the real programs over a real socket: offline edits, and kill -9 of clients and of the server in the middle of
a sync. At the end everybody has the same digest and every item that anyone added is there once.

    kills.py DIRECTORY-WITH-THE-PROGRAMS [ROUNDS]

Prints its seed; EVENCART_SEED replays the choices (not the timing of the kills). Loopback only; everything is in a temporary directory.
"""
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

programs = pathlib.Path(sys.argv[1])
rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 12
seed = int(os.environ.get("EVENCART_SEED", random.randrange(1 << 32)))
choose = random.Random(seed)
people = ["ann", "ben", "cem"]
kills = {"clients": 0, "servers": 0}


class Server:
    def __init__(self, scratch):
        self.scratch, self.port, self.process = scratch, 0, None

    def start(self):
        self.process = subprocess.Popen(
            [programs / "evencartd", "--plain", "--listen", f"127.0.0.1:{self.port}", "--admin", "127.0.0.1:0", "--data", self.scratch / "server"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        ready = json.loads(self.process.stdout.readline())
        self.port = int(ready["url"].rsplit(":", 1)[1])
        return ready["url"]

    def kill(self):
        self.process.kill()
        self.process.wait()
        kills["servers"] += 1


def command(who, *words):
    return [programs / "evencartctl", "--profile", scratch / who, "--json", *words]


def tell(who, *words):
    done = subprocess.run(command(who, *words), capture_output=True, text=True, timeout=300)
    if done.returncode != 0:
        sys.exit(f"seed {seed}: {who} {words}: exit {done.returncode}: {done.stdout}{done.stderr}")
    return json.loads(done.stdout) if done.stdout.strip() else {}


def sync_and_kill(server):
    """Everybody syncs; somebody is killed at a moment that chance picks."""
    running = [subprocess.Popen(command(who, "sync", "--timeout", "20"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for who in people]
    victim = choose.randrange(len(people) + 1)
    after = choose.uniform(0.005, 0.12)
    target = server.process if victim == len(people) else running[victim]
    try:
        target.wait(after)
    except subprocess.TimeoutExpired:
        pass
    if target is server.process:
        server.kill()
        server.start()
    elif target.poll() is None:
        target.kill()
        kills["clients"] += 1
    for process in running:
        process.wait(300)


with tempfile.TemporaryDirectory() as folder:
    scratch = pathlib.Path(folder)
    os.environ["XDG_STATE_HOME"] = str(scratch / "state")
    server = Server(scratch)
    url = server.start()
    print(f"EVENCART_SEED={seed}, {rounds} rounds at {url}")
    tell("ann", "init", "--name", "Ann")
    tell("ann", "cart", "create", "Ours")
    tell("ann", "server", "set", url)
    tell("ann", "sync")
    for who in people[1:]:
        tell(who, "init", "--name", who.title())
        tell(who, "join", tell("ann", "invite", "Ours")["link"])
    added = []
    for number in range(rounds):
        for who in people:
            for _ in range(choose.randrange(1, 4)):
                name = f"item {len(added)}"
                tell(who, "add", "Ours", f'"{name}"')
                added.append(name)
            tell(who, "add", "Ours", '"milk"')
            if choose.random() < 0.3:
                tell(who, "set", "Ours", "milk", str(choose.randrange(1, 9)))
        sync_and_kill(server)
    for _ in range(2):
        for who in people:
            tell(who, "sync", "--timeout", "120")
    carts = {who: tell(who, "cart", "show", "Ours") for who in people}
    digests = {cart["digest"] for cart in carts.values()}
    if len(digests) != 1:
        sys.exit(f"seed {seed}: the digests differ: {digests}")
    for who, cart in carts.items():
        quantities = {line["name"]: line["quantity"] for line in cart["lines"]}
        wrong = [name for name in added if quantities.get(name) != 1]
        if wrong or cart["pending"] or cart["rejected"]:
            sys.exit(f"seed {seed}: {who}: lost or doubled {wrong}, pending {cart['pending']}, rejected {cart['rejected']}")
        tell(who, "doctor")
    server.process.terminate()
    if server.process.wait(120) != 0:
        sys.exit(f"seed {seed}: the server did not end cleanly")
    print(f"{len(added)} items, {kills['clients']} clients and {kills['servers']} servers killed, nothing lost, digest {digests.pop()[:16]}")
