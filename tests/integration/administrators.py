#!/usr/bin/env python3
"""People who look after a shop from where they are, on a real server with TLS: invited by the operator, beside the running server or before its
first start; what they may do, and that it ends when the operator says so.

    administrators.py DIRECTORY-WITH-THE-PROGRAMS
"""
import json
import re
import shutil
import socket

from stage import (DONE, FAILED, NOT_FOUND, REFUSED, UNREACHABLE, WRONG_USE, Server, admin, ask, check, done, finish, free_port,
                   programs, refused, run, scratch, share, tell)

GOODS = "sku,name,unit,price,currency,stock,category\nm-1,Milk,l,1.19,EUR,3,dairy\nb-2,Bread,,3.00,EUR,5,\n"


def invited(server, *words, says="For one person"):
    """The link, which stands alone on stdout."""
    answer = admin(server, "invite-admin", *words)
    check(answer.code == DONE and says in answer.err, answer)
    check(re.fullmatch(r"evencart://\S+/join#\S+\n", answer.out) is not None, answer)
    return answer.out.strip()


def before_the_first_start(server):
    server.port = free_port(server.host)
    check(":8787/join#" in invited(server, says="No server runs on"), "no link to where a server without options would be")
    link = invited(server, "--url", f"wss://127.0.0.1:{server.port}")
    check(link.startswith(f"evencart://127.0.0.1:{server.port}/"), link)
    for words in (("--url",), ("--url", "https://x"), ("--url", "wss://"), ("--url", "wss://h/path"), ("--url", "wss://me@h"), ("--url", "wss://h?x"), ("--expires", "soon"), ("--expires", "0s"), ("more",)):
        answer = admin(server, "invite-admin", *words)
        check(answer.code == WRONG_USE and answer.out == "", answer)
    return link


def beside_the_server(server):
    link = invited(server)
    check(f"127.0.0.1:{server.port}/" in link, f"{link} is not where the server is")
    answer = tell("kim", "join", link)
    check(answer == {"administrator": True, "cart": None}, answer)
    check(tell("kim", "join", link) == answer, "a second time by the same link")
    refused(REFUSED, "used up", ask("lou", "join", link))
    check(tell("lou", "server", "show")["url"] in ("", None), "who was not let in has a server")
    check("Kim" in done(server, "administrators"), "the operator does not see who looks after the shop")
    return tell("kim", "profile")["member"]


def the_socket_takes_nothing_else(server):
    for words in ([], ["sell", "everything"], ["invite-admin"], ["revoke"], ["carts"]):
        with socket.socket(socket.AF_UNIX) as line:
            line.connect(str(server.data / "admin.sock"))
            line.sendall(json.dumps({"words": words, "text": ""}).encode() + b"\n")
            answer = json.loads(line.makefile().readline())
            check("does not know" in answer["message"], f"{words}: {answer}")


def looking_after_the_shop(server):
    catalogue = scratch / "goods.csv"
    catalogue.write_text(GOODS)
    check(tell("kim", "shop", "import", str(catalogue))["lines"] == ["2 goods added, 0 changed, 0 as before"], "import says something else")
    check("4" in tell("kim", "shop", "add", "m-1", "1")["lines"][0], "one more is not four")
    tell("kim", "shop", "add", "m-1", "--", "-1")
    tell("kim", "shop", "set", "b-2", "9.5")
    check("\n".join(tell("kim", "shop", "goods")["lines"]) + "\n" == done(server, "catalog", "list"), "they see different goods")
    plain = run([programs / "evencartctl", "--profile", scratch / "kim", "shop", "goods"])
    check(plain.code == DONE and plain.out == done(server, "catalog", "list"), plain)

    share(server.ready["url"], "ann", options=("--fingerprint", server.ready["fingerprint"]))
    tell("ann", "add", "Ours", "Milk", "--sku", "m-1", "--unit", "l")
    tell("ann", "sync")
    tell("ann", "checkout", "Ours", "--key", "monday", "--accept-prices")
    orders = tell("kim", "shop", "orders")["lines"]
    check("monday" in orders[0] and "Milk" in orders[1], orders)
    check(tell("kim", "shop", "orders", "--sku", "b-2")["lines"] == [], "bread was ordered")
    check(tell("kim", "cart", "list")["carts"] == [], "an administrator sees carts of others")

    refused(REFUSED, "no good \"x\"", ask("kim", "shop", "set", "x", "1"))
    refused(FAILED, "Cannot read", ask("kim", "shop", "import", "nowhere.csv"))
    catalogue.write_text("nonsense")
    check(ask("kim", "shop", "import", str(catalogue)).code == REFUSED, "nonsense was imported")
    catalogue.write_bytes(b"x" * (1 << 20))
    refused(REFUSED, "no column", ask("kim", "shop", "import", str(catalogue)))
    catalogue.write_bytes(b"\x1b[2J\xff" + GOODS.encode())
    answer = refused(REFUSED, "no column", ask("kim", "shop", "import", str(catalogue)))
    check("\x1b" not in answer.err, "a file speaks to the terminal")
    catalogue.write_bytes(b"x" * (1 << 20) + b"x")
    refused(FAILED, "too large", ask("kim", "shop", "import", str(catalogue)))
    for sku in ("x" * 200, "", "a\x01b", "\u202e", b"\xff\xfe"):
        for words in (("shop", "set", sku, "1"), ("shop", "orders", "--sku", sku)):
            check(ask("kim", *words).code == WRONG_USE, f"{words} was no wrong use")
    for number in ("x", "1.2345", "", "1000000001"):
        check(ask("kim", "shop", "set", "m-1", number).code == WRONG_USE, f"{number} was taken for a number")
    quiet = run([programs / "evencartctl", "--profile", scratch / "kim", "--quiet", "shop", "set", "b-2", "9.5"])
    check(quiet.code == DONE and quiet.out == "", quiet)
    refused(REFUSED, "Only an administrator", ask("ann", "shop", "goods"))
    refused(UNREACHABLE, "No server is set", ask("lou", "shop", "goods"))


def a_new_name(server):
    tell("kim", "profile", "--name", "Kimberly")
    tell("kim", "shop", "goods")
    check("Kimberly" in done(server, "administrators"), "the operator sees an old name")


def another_certificate(own):
    """One of the operator's own that nobody vouches for: the link of the running server has its fingerprint; beside a stopped one nobody can
    know it."""
    shutil.copy(shop.data / "tls.pem", scratch / "own.pem")
    own.start()
    link = invited(own)
    check(tell("nia", "join", link)["administrator"], "not let in")
    own.stop()
    link = invited(own, "--url", f"wss://127.0.0.1:{own.port}", says="no fingerprint")
    own.start()
    refused(UNREACHABLE, "self-signed", ask("oli", "join", link))
    own.stop()
    check(not (own.data / "tls.pem").exists(), "a certificate was made that nobody uses")


def over_a_restart(server):
    server.stop()
    refused(UNREACHABLE, "cannot be reached", ask("kim", "shop", "goods"))
    check("Kim" in done(server, "administrators"), "forgotten")
    server.start()
    check(len(tell("kim", "shop", "goods")["lines"]) == 2, "the goods are gone")


def revoking(server, kim):
    ann = tell("ann", "profile")["member"]
    check(done(server, "revoke", kim) == "removed from 0 carts; no administrator any more\n", "revoke says something else")
    refused(REFUSED, "Only an administrator", ask("kim", "shop", "goods"))
    refused(NOT_FOUND, "Nobody of that id", admin(server, "revoke", kim))
    refused(WRONG_USE, "32 hexadecimal", admin(server, "revoke", "kim"))
    check(done(server, "revoke", ann) == "removed from 1 cart\n", "Ann was in one cart")
    check(ask("ann", "sync").code == REFUSED, "Ann is still let in")
    check("Max" in done(server, "administrators") and "Kim" not in done(server, "administrators"), "somebody else was revoked")
    check("all is well" in done(server, "verify"), "the log is not well")


shop = Server("shop", plain=False)
first = before_the_first_start(shop)
for name in ("kim", "lou", "max", "nia", "oli"):
    tell(name, "init", "--name", name.title())
shop.start()
check(shop.ready["fingerprint"] != "", "no TLS")
check(tell("max", "join", first)["administrator"], "the invitation of before the first start is not good")
someone = beside_the_server(shop)
the_socket_takes_nothing_else(shop)
looking_after_the_shop(shop)
a_new_name(shop)
another_certificate(Server("own", "--tls-certificate", scratch / "own.pem", "--tls-key", scratch / "own.pem", plain=False))
over_a_restart(shop)
revoking(shop, someone)
shop.stop()
finish("administrators")
