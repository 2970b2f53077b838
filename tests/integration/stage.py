"""What the tests of the real programs share: profiles and a server in a temporary folder, and what an answer has to look like.

Loopback only. The seed is printed, and EVENCART_SEED replays the choices. Not a test itself.
"""
import atexit
import json
import os
import pathlib
import random
import re
import socket
import subprocess
import sys
import tempfile
import time

DONE, FAILED, WRONG_USE, REFUSED, UNREACHABLE, DAMAGED, IN_USE, NOT_FOUND = range(8)
programs = pathlib.Path(sys.argv[1]).resolve()
seed = int(os.environ.get("EVENCART_SEED", random.randrange(1 << 32)))
choose = random.Random(seed)
folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
scratch = pathlib.Path(folder.name)
os.environ["XDG_STATE_HOME"] = str(scratch / "state")
os.environ["LC_ALL"] = "C.UTF-8"
for name in [name for name in os.environ if name.startswith("EVENCARTD_")]:
    del os.environ[name]
print(f"EVENCART_SEED={seed}", flush=True)
checks = 0


def fail(what):
    sys.exit(f"seed {seed}: {what}")


def check(holds, what):
    global checks
    checks += 1
    if not holds:
        fail(what)


def wait_for(what, condition, seconds=120):
    """Until it holds; what it gave."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if value := condition():
            return value
        time.sleep(0.02)
    fail(f"waited {seconds} s for {what() if callable(what) else what}")


class Answer:
    """How a program ended and what it said."""

    def __init__(self, what, done):
        self.what, self.code, self.out, self.err = what, done.returncode, done.stdout, done.stderr

    def __str__(self):
        return f"{self.what}: exit {self.code}\n{self.out}{self.err}"

    def json(self):
        try:
            return json.loads(self.out)
        except ValueError:
            fail(f"no JSON from {self}")

    def is_sentence(self):
        """Exactly one sentence on stderr, by the program itself and not by a library or the loader."""
        lines = self.err.strip().splitlines()
        return len(lines) == 1 and re.match(r"(evencartctl: \S.*\.|evencartd: \S.*\S)$", lines[0]) is not None


def run(words, **how):
    what = " ".join(pathlib.Path(word).name if index == 0 else str(word) for index, word in enumerate(words))
    try:
        return Answer(what, subprocess.run(words, capture_output=True, text=True, errors="replace", stdin=subprocess.DEVNULL, timeout=300,
                                           **how))
    except subprocess.TimeoutExpired:
        fail(f"{what} did not end")


def command(who, *words):
    return [programs / "evencartctl", "--profile", scratch / who, "--json", *words]


def ask(who, *words, **how):
    return run(command(who, *words), **how)


def tell(who, *words, **how):
    answer = ask(who, *words, **how)
    check(answer.code == DONE, answer)
    return answer.json() if answer.out.strip() else {}


def refused(code, says, answer):
    """That the answer has this exit code and one sentence in which `says` (a pattern) is found."""
    check(answer.code == code, f"expected exit {code}: {answer}")
    check(answer.is_sentence(), f"not one sentence: {answer}")
    check(re.search(says, answer.err), f"says nothing of \"{says}\": {answer}")
    if "evencartctl" in answer.what:
        check(answer.json()["error"]["message"] in answer.err, f"its JSON says something else: {answer}")
    return answer


def doctor(who):
    report = ask(who, "doctor")
    check(report.code == DONE and report.json()["ok"], f"{who} is not well: {report}")


def contents(who, cart="Ours"):
    """Every line with what people see of it, in order."""
    return [(line["name"], line["quantity"], line["note"], line["checked"]) for line in tell(who, "cart", "show", cart)["lines"]]


def free_port(host):
    """Below those that the system gives to connections, so that it is still free when a server comes back to it."""
    while True:
        port = random.SystemRandom().randrange(12_000, 32_000)
        with socket.socket() as probe:
            try:
                probe.bind((host, port))
                return port
            except OSError:
                pass


class Server:
    """evencartd on a free port, the same one after each start."""

    def __init__(self, name="server", *options, plain=True, host="127.0.0.1"):
        self.data, self.options, self.plain, self.host, self.port, self.process = scratch / name, options, plain, host, 0, None
        atexit.register(self.kill)

    def words(self):
        plain = ["--plain"] if self.plain else []
        return [programs / "evencartd", *plain, "--listen", f"{self.host}:{self.port}", "--admin", "127.0.0.1:0", "--data", self.data,
                *self.options]

    def start(self):
        self.port = self.port or free_port(self.host)
        with open(scratch / "server.log", "ab") as log:
            self.process = subprocess.Popen(self.words(), stdout=subprocess.PIPE, stderr=log, text=True)
        line = self.process.stdout.readline()
        if not line:
            fail("the server did not start: " + (scratch / "server.log").read_text())
        self.ready = json.loads(line)
        self.url = self.ready["url"]
        return self

    def stop(self):
        self.process.terminate()
        check(self.process.wait(120) == 0, "the server did not end cleanly")

    def kill(self):
        if self.process:
            self.process.kill()
            self.process.wait()


def admin(server, *words):
    """What the operator of this server asks of its data."""
    return run([programs / "evencartd", "admin", "--data", server.data, *words])


def done(server, *words):
    answer = admin(server, *words)
    check(answer.code == DONE and answer.err == "", answer)
    return answer.out


def share(url, *people, options=()):
    """The first of them makes the cart "Ours" and lets the others in."""
    first = people[0]
    tell(first, "init", "--name", first.title())
    tell(first, "cart", "create", "Ours")
    tell(first, "server", "set", url, *options)
    tell(first, "sync")
    for who in people[1:]:
        tell(who, "init", "--name", who.title())
        tell(who, "join", tell(first, "invite", "Ours")["link"])


def finish(what):
    folder.cleanup()
    print(f"{checks} checks: {what}")
