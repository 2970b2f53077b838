#!/usr/bin/env python3
"""Damaged files and wrong links, given to the real programs: each is answered with a sentence and the documented exit code, nothing is shown
that nobody wrote, and what the server has comes back.

    damage.py DIRECTORY-WITH-THE-PROGRAMS [ROUNDS]
"""
import hashlib
import shutil
import socket
import sqlite3
import subprocess
import sys
import time

from stage import (DAMAGED, DONE, IN_USE, REFUSED, UNREACHABLE, WRONG_USE, Server, ask, check, choose, command, contents, doctor,
                   finish, programs, refused, run, scratch, share, tell, wait_for)

rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 50


def flip_bits(path, most=8):
    data = bytearray(path.read_bytes())
    for _ in range(choose.randrange(1, most + 1)):
        bit = choose.randrange(len(data) * 8)
        data[bit // 8] ^= 1 << bit % 8
    path.write_bytes(data)


def cut(path):
    path.write_bytes(path.read_bytes()[:choose.randrange(path.stat().st_size)])


def keep_with_log(who):
    """A copy of a profile as it lies there while a program has it open: the database and its write-ahead log. Also all states that the
    cart went through since the log began."""
    reader = sqlite3.connect(scratch / who / "carts.db")
    reader.execute("SELECT count(*) FROM cart").fetchone()  # from here on the log stays when a program closes the database
    states = [contents(who)]
    for number in range(6):
        tell(who, "note", "Ours", f"item {number}", f"note {number}")
        states.append(contents(who))
        tell(who, "set", "Ours", f"item {number + 10}", str(number + 2))
        states.append(contents(who))
    kept = scratch / "kept"
    kept.mkdir()
    for name in ("carts.db", "carts.db-wal", "keys"):
        shutil.copy(scratch / who / name, kept / name)
    reader.close()
    return kept, states


def put_log_into(database):
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def damaged_databases(server):
    """Opened, a damaged database is refused, or shows the cart as it once was. Synced, it has what the server has, and spreads nothing
    else."""
    share(server.url, "ann", "ben")
    for number in range(20):
        tell("ann", "add", "Ours", f'"item {number}"', "--category", "dairy", "--price", "1.99EUR")
    tell("ann", "check", "Ours", "item 3")
    tell("ann", "like", "Ours", "item 4")
    tell("ann", "remove", "Ours", "item 7")
    tell("ann", "sync")
    kept, states = keep_with_log("ann")
    tell("ann", "sync")
    tell("ben", "sync")
    check(contents("ben") == states[-1], "ben does not see what ann wrote")
    outcomes = {"refused": 0, "whole": 0}
    for number in range(rounds):
        victim = scratch / "victim"
        shutil.copytree(kept, victim)
        if choose.random() < 0.5:
            put_log_into(victim / "carts.db")
        file = choose.choice(sorted(victim.glob("carts.db*")))
        how = choose.choice([flip_bits, flip_bits, cut])
        how(file)
        what = f"round {number}, {how.__name__} {file.name}"
        shown = ask("victim", "cart", "show", "Ours")
        if shown.code == DONE:
            lines = [(line["name"], line["quantity"], line["note"], line["checked"]) for line in shown.json()["lines"]]
            check(lines in states, f"{what}: shows what never was: {lines}")
            shown = ask("victim", "sync")
        if shown.code == DONE:
            check(contents("victim") == states[-1], f"{what}: not what the server has: {contents('victim')}")
            outcomes["whole"] += 1
        else:
            # A bit in the server's address makes another address: that one is named, and nobody is there.
            elsewhere = shown.code == UNREACHABLE and ask("victim", "server", "show").json()["url"] != server.url
            check((shown.code == DAMAGED or elsewhere) and shown.is_sentence(), f"{what}: {shown}")
            outcomes["refused"] += 1
        shutil.rmtree(victim)
    check(all(outcomes.values()), f"one-sided damage: {outcomes}")
    tell("ben", "sync")
    check(contents("ben") == states[-1], "damage came over to ben")
    doctor("ben")
    heal_by_joining_again("ann", states[-1])
    print(f"damaged databases: {outcomes}")


def heal_by_joining_again(who, lines):
    """What doctor advises: the other copy is on the server."""
    link = tell(who, "invite", "Ours")["link"]
    tell("again", "init", "--name", "Again")
    tell("again", "join", link)
    check(contents("again") == lines, "a new profile does not get the cart")


def set_version(database, version):
    """The schema version that it had."""
    connection = sqlite3.connect(database)
    before = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    return before


def later_schema():
    shutil.copytree(scratch / "ben", scratch / "later")
    database = scratch / "later" / "carts.db"
    ours = set_version(database, 99)
    before = hashlib.sha256(database.read_bytes()).digest()
    for words in (("cart", "list"), ("add", "Ours", "milk"), ("sync",), ("doctor",)):
        refused(DAMAGED, "later version", ask("later", *words))
    check(hashlib.sha256(database.read_bytes()).digest() == before, "a later version's database was touched")
    (scratch / "later" / "keys").write_bytes(b"\x83\x01")
    set_version(database, ours)
    refused(DAMAGED, "keys", ask("later", "cart", "list"))


def emptied_database():
    """A file of no bytes is what was left of a database, no new one."""
    victim = scratch / "emptied"
    shutil.copytree(scratch / "ben", victim)
    for file in victim.glob("carts.db*"):
        file.unlink()
    for content in (b"", b"S"):
        (victim / "carts.db").write_bytes(content)
        for words in (("cart", "list"), ("add", "Ours", "milk"), ("sync",), ("doctor",)):
            refused(DAMAGED, "is empty", ask("emptied", *words))
        check((victim / "carts.db").read_bytes() == content, "something was written into it")
    (victim / "carts.db").unlink()
    check(tell("emptied", "cart", "list")["carts"] == [], "carts out of nothing")


def two_at_once():
    watching = subprocess.Popen(command("ben", "watch"), stdout=subprocess.PIPE, text=True)
    watching.stdout.readline()
    for words in (("cart", "list"), ("add", "Ours", "milk"), ("sync",)):
        refused(IN_USE, f"in use by evencartctl \\(process {watching.pid}\\)", ask("ben", *words))
    watching.kill()
    watching.wait()
    tell("ben", "sync")  # the lock of a program that is gone holds nobody up
    doctor("ben")
    # Nor does whatever lies in the lock's file, and a copy that is made meanwhile is nobody's.
    for content in (b"", b"1\ninit\nelsewhere\nmachine\nboot\n", bytes(choose.randrange(256) for _ in range(500))):
        (scratch / "ben" / "lock").write_bytes(content)
        (scratch / "ben" / "lock.rmlock").write_bytes(b"")
        tell("ben", "cart", "list")
    (scratch / "ben" / "lock.rmlock").unlink()
    watching = subprocess.Popen(command("ben", "watch"), stdout=subprocess.PIPE, text=True)
    watching.stdout.readline()
    shutil.copytree(scratch / "ben", scratch / "copied")
    tell("copied", "cart", "list")
    watching.kill()
    watching.wait()


def damage_is_told_of_this_machine():
    """Whatever a program that talks to the server finds broken here is not the server's fault."""
    tell("ann", "note", "Ours", "item 5", "not sent yet")
    source = scratch / "ann"
    size = (source / "carts.db").stat().st_size
    told = 0
    pages = range(4096, size, 4096)
    for page in choose.sample(pages, min(12, len(pages))):
        shutil.copytree(source, scratch / "victim")
        with open(scratch / "victim" / "carts.db", "r+b") as file:
            file.seek(page + 8)
            file.write(b"\xa5" * 24)
        for words in (("sync", "--timeout", "10s"), ("invite", "Ours", "--timeout", "10s")):
            answer = ask("victim", *words)
            told += answer.code == DAMAGED
            check(answer.code in (DONE, DAMAGED), f"page {page // 4096}: {answer}")
        shutil.rmtree(scratch / "victim")
    check(told > 0, "no page was worth anything")
    tell("ann", "sync")


def wrong_links():
    link = tell("ann", "invite", "Ours", "--expires", "1s")["link"]
    wait = time.monotonic() + 1.1
    lines = contents("again")
    short = [link[:choose.randrange(len(link))] for _ in range(8)]
    for text in ["", "http" + link[len("evencart"):], "evencart:", link + "A", link.split("#")[0], *short]:
        refused_link(text)
    head = link.index("/join#")
    for _ in range(12):
        at = choose.randrange(head, len(link))
        other = choose.choice("ABCabc019-_!#/ é")
        if other != link[at]:
            refused_link(link[:at] + other + link[at + 1:])
    other_port = link.replace(f":{server.port}/", f":{server.port + 1}/")
    refused_link(other_port)  # the checksum covers the address too
    wait_for("the invitation to expire", lambda: time.monotonic() >= wait)
    tell("cem", "init", "--name", "Cem")
    refused(REFUSED, "expired|no longer|not valid|new one", ask("cem", "join", link))
    once = tell("ann", "invite", "Ours")["link"]
    tell("cem", "join", once)
    tell("cem", "join", once)  # the same person again: nothing lost
    tell("dan", "init", "--name", "Dan")
    refused(REFUSED, "used|no longer|not valid|new one", ask("dan", "join", once))
    check(tell("dan", "cart", "list")["carts"] == [] and tell("dan", "server", "show")["url"] == "", "a refused join left something behind")
    check(contents("again") == lines, "a wrong link changed a cart")
    doctor("dan")


def refused_link(text):
    answer = ask("eve", "join", text)
    check(answer.code == WRONG_USE, f"join {text!r}: {answer}")
    check(answer.err.count("\n") == 2 and "Usage:" in answer.err, f"join {text!r}: {answer}")
    check(not (scratch / "eve" / "carts.db").exists(), f"join {text!r} made a profile")


def servers_that_cannot_start():
    good = scratch / "server"
    for name, harm, code, says in [("cut", cut_server, DAMAGED, "damaged"), ("noise", noise, DAMAGED, "damaged"),
                                   ("newer", newer, DAMAGED, "later version")]:
        bad = Server(name)
        bad.data.mkdir()
        check(run([programs / "evencartd", "admin", "--data", good, "backup", bad.data / "evencartd.db"]).code == DONE, "no backup")
        harm(bad.data / "evencartd.db")
        refused(code, says, run(bad.words()))
    holder = socket.socket()
    holder.bind(("127.0.0.1", 0))
    holder.listen()
    taken = holder.getsockname()[1]
    for option in ("--listen", "--admin"):
        refused(IN_USE, f"port {taken}.*{option}", run([*Server("taken").words(), option, f"127.0.0.1:{taken}"]))
    holder.close()
    other = Server("server")
    refused(IN_USE, "[Aa]nother evencartd", run(other.words()))
    config = scratch / "evencartd.toml"
    for text, says in [("nonsense", "line 1"), ("no-such-key = 1\n", "no-such-key"), ("listen = \"somewhere\"\n", "somewhere.*must be"),
                       ("limit-message = 3\n", "limit.message"), ("\0\1\2", "line 1")]:
        config.write_text(text)
        refused(WRONG_USE, says, run([programs / "evencartd", "--config", config]))
    refused(WRONG_USE, "absent.toml", run([programs / "evencartd", "--config", scratch / "absent.toml"]))
    refused(WRONG_USE, "--nonsense", run([programs / "evencartd", "--nonsense"]))
    refused(WRONG_USE, "insecure", run([programs / "evencartd", "--plain", "--listen", "0.0.0.0:0", "--data", scratch / "never"]))
    tls = Server("tls", plain=False).start()
    tls.stop()
    certificate = tls.data / "tls.pem"
    certificate.write_bytes(certificate.read_bytes()[:700])
    refused(DAMAGED, "tls.pem", run(tls.words()))


def cut_server(database):
    database.write_bytes(database.read_bytes()[:database.stat().st_size // 2 + 100])


def noise(database):
    database.write_bytes(choose.randbytes(20_000))


def newer(database):
    set_version(database, 99)


server = Server().start()
damaged_databases(server)
damage_is_told_of_this_machine()
later_schema()
emptied_database()
two_at_once()
wrong_links()
servers_that_cannot_start()
server.stop()
finish("damaged databases, a later schema, two programs at once, wrong links, servers that cannot start")
