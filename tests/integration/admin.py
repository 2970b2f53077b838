#!/usr/bin/env python3
"""`evencartd admin` on a real server's data: looking and backing up while it runs, the rest while it is stopped, and clients that heal what
was put back.

    admin.py DIRECTORY-WITH-THE-PROGRAMS
"""
import re
import shutil
import sqlite3

from stage import (DAMAGED, DONE, FAILED, IN_USE, NOT_FOUND, REFUSED, WRONG_USE, Server, admin, ask, check, choose, contents, doctor,
                   done, finish, programs, refused, run, scratch, share, tell)


def numbers(line):
    """`head 12  oldest 1 ...` as a table."""
    return {name: int(value) for name, value in re.findall(r"([a-z]+(?: used| seen)?) (\d+)", line)}


def synced(*people):
    for who in people * 2:
        tell(who, "sync")
    carts = [tell(who, "cart", "show", "Ours") for who in people]
    check(len({cart["digest"] for cart in carts}) == 1, "the digests differ")
    check(not any(cart["pending"] or cart["rejected"] for cart in carts), "something is pending or rejected")
    for who in people:
        doctor(who)
    return contents(people[0])


def looking(server, cart):
    """While the server runs."""
    check(numbers(done(server, "carts"))["members"] == 2, "carts does not count the members")
    shown = numbers(done(server, "cart", cart))
    check(shown["head"] == tell("ann", "cart", "show", "Ours")["head"] and shown["deltas"] == shown["head"], f"cart: {shown}")
    members = done(server, "members", cart)
    check(len(members.splitlines()) == 2 and "Ann" in members and "Ben" in members, members)
    check("1 carts" in done(server, "verify", cart) and "all is well" in done(server, "verify"), "verify finds something")


def wrong_use(server, cart):
    stranger = "0" * 32
    for words in ((), ("nonsense",), ("carts", "more"), ("cart",), ("backup",), ("restore",), ("delete-cart",), ("members",)):
        answer = admin(server, *words)
        check(answer.code == WRONG_USE and "usage:" in answer.err, answer)
    for words in (("cart", "no-id"), ("members", "12"), ("delete-cart", cart[:-1])):
        refused(WRONG_USE, "32 hexadecimal", admin(server, *words))
    for words in (("cart", stranger), ("members", stranger), ("verify", stranger)):
        refused(NOT_FOUND, stranger, admin(server, *words))
    help_text = run([programs / "evencartd", "admin", "--help"])
    check(help_text.code == DONE and "usage:" in help_text.out, help_text)
    nowhere = Server("nowhere")
    for words in (("carts",), ("verify",), ("backup", scratch / "none.db")):
        refused(FAILED, "nowhere", admin(nowhere, *words))
    check(not nowhere.data.exists(), "looking made a data directory")


def while_it_runs(server, cart):
    for words in (("compact",), ("delete-cart", cart), ("restore", scratch / "backup.db")):
        refused(IN_USE, "stop it first", admin(server, *words))


def backing_up(server):
    backup = scratch / "backup.db"
    done(server, "backup", backup)
    check(sqlite3.connect(backup).execute("PRAGMA integrity_check").fetchone() == ("ok",), "the backup is not whole")
    refused(WRONG_USE, "exists already", admin(server, "backup", backup))
    refused(FAILED, "cannot be opened|folder", admin(server, "backup", scratch / "no" / "such" / "folder"))
    return backup


def restoring(server, cart, backup):
    """The clients have more than the backup, and give it back."""
    for number in range(5):
        tell("ben", "add", "Ours", f'"after the backup {number}"')
    before = synced("ann", "ben")
    epoch = tell("ann", "cart", "show", "Ours")["epoch"]
    head = numbers(done(server, "cart", cart))["head"]
    server.stop()
    broken = scratch / "broken.db"
    broken.write_bytes(backup.read_bytes()[:9000])
    newer = scratch / "newer.db"
    shutil.copy(backup, newer)
    connection = sqlite3.connect(newer)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    for file, code in ((broken, DAMAGED), (newer, DAMAGED), (scratch / "absent.db", FAILED)):
        refused(code, "evencartd: .", admin(server, "restore", file))
        check(numbers(done(server, "cart", cart))["head"] == head, f"a restore of {file.name} that failed changed the log")
    done(server, "restore", backup)
    check(numbers(done(server, "cart", cart))["head"] < head, "restore put nothing back")
    check("all is well" in done(server, "verify"), "the restored log is not well")
    tell("ann", "add", "Ours", '"while it was away"')
    server.start()
    after = synced("ben", "ann")
    check(sorted(after) == sorted(before + [("while it was away", 1, "", False)]), f"restored and healed: {after}")
    check(tell("ann", "cart", "show", "Ours")["epoch"] != epoch, "restore kept the epoch")
    check("all is well" in done(server, "verify"), "the healed log is not well")


def compacting(server, cart):
    before = synced("ann", "ben")
    server.stop()
    deltas = numbers(done(server, "cart", cart))["deltas"]
    check(re.fullmatch(r"\d+ entries trimmed\n", done(server, "compact", cart)), "compact says something else")
    check(numbers(done(server, "cart", cart))["snapshots"] >= 1, "compact made no snapshot")
    check(numbers(done(server, "cart", cart))["deltas"] <= deltas, "compact added something")
    done(server, "compact")
    check("all is well" in done(server, "verify"), "the compacted log is not well")
    server.start()
    tell("cem", "init", "--name", "Cem")
    tell("cem", "join", tell("ann", "invite", "Ours")["link"])
    check(synced("ann", "ben", "cem") == before, "a compacted cart is another one")


def flipped_bits(server, cart, backup):
    """A bit that turned in what people wrote: verify names it, and the server gives it to nobody."""
    spoilt = Server("spoilt")
    spoilt.data.mkdir()
    shutil.copy(backup, spoilt.data / "evencartd.db")
    database = sqlite3.connect(spoilt.data / "evencartd.db")
    position, body = choose.choice(database.execute("SELECT position, body FROM entry WHERE kind = 1 AND position > 1").fetchall())
    at = choose.randrange(len(body) * 8)
    body = bytearray(body)
    body[at // 8] ^= 1 << at % 8
    database.execute("UPDATE entry SET body = ? WHERE position = ?", (bytes(body), position))
    database.commit()
    database.close()
    answer = admin(spoilt, "verify")
    check(answer.code == DAMAGED and f"entry {position}" in answer.out.lower() and "restore a backup" in answer.err, answer)
    before = contents("ann")
    spoilt.start()
    tell("ann", "server", "set", spoilt.url)
    answer = ask("ann", "sync", "--timeout", "30s")
    check(answer.code == REFUSED and answer.is_sentence() and "cannot read this cart" in answer.err, answer)
    check("is not what was written" in (scratch / "server.log").read_text(), "the log does not say what is amiss")
    check(contents("ann") == before, "damage came over to ann")
    spoilt.stop()
    tell("ann", "server", "set", server.url)
    synced("ann", "ben")


def deleting(server, cart):
    """Deleted on the server; who has it can bring it back, which is what an administrator is told."""
    before = synced("ann", "ben")
    server.stop()
    done(server, "delete-cart", cart)
    refused(NOT_FOUND, cart, admin(server, "cart", cart))
    refused(NOT_FOUND, cart, admin(server, "delete-cart", cart))
    check(done(server, "carts") == "", "a deleted cart is listed")
    server.start()
    check(synced("ann", "ben") == before, "the clients lost a deleted cart")


def another_place(server):
    """--store names the folder of the database, for the server and for what an operator does."""
    elsewhere = Server("beside", "--store", f"sqlite:{scratch / 'store' / 'here'}").start()
    tell("dan", "init", "--name", "Dan")
    tell("dan", "server", "set", elsewhere.url)
    tell("dan", "cart", "create", "Dan's")
    tell("dan", "sync")
    check(not (elsewhere.data / "evencartd.db").exists(), "the store is in the data directory")
    listed = run([programs / "evencartd", "admin", "--data", scratch / "store" / "here", "carts"])
    check(listed.code == DONE and len(listed.out.splitlines()) == 1, listed)
    elsewhere.stop()
    wrong = run([programs / "evencartd", "--plain", "--data", server.data, "--store", "postgres://nowhere/carts"])
    check(wrong.code == WRONG_USE and "sqlite:DIR" in wrong.err, wrong)


server = Server().start()
share(server.url, "ann", "ben")
for number in range(12):
    tell("ann", "add", "Ours", f'"item {number}"')
synced("ann", "ben")
cart = tell("ann", "cart", "list")["carts"][0]["id"]
looking(server, cart)
wrong_use(server, cart)
backup = backing_up(server)
while_it_runs(server, cart)
restoring(server, cart, backup)
compacting(server, cart)
flipped_bits(server, cart, backup)
deleting(server, cart)
another_place(server)
server.stop()
finish("evencartd admin")
