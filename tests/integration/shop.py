#!/usr/bin/env python3
"""A shop with the real programs: goods, orders and refusals as people and scripts see them, and kill -9 of the server while orders are
under way. At the end every order is there once, nothing was sold that was not there, and every buyer knows what became of each key.

    shop.py DIRECTORY-WITH-THE-PROGRAMS [ROUNDS]

Loopback only; EVENCART_SEED replays the choices, not the timing of the kills.
"""
import subprocess
import sys

from stage import *

rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 10
people = ["ann", "ben", "cem"]
goods = scratch / "goods.csv"
server = Server()


def admin(*words, code=DONE):
    answer = run([programs / "evencartd", "admin", "--data", server.data, *words])
    check(answer.code == code, f"expected exit {code}: {answer}")
    return answer


def stock_at_the_server():
    return {line.split("  ")[0]: float(line.split("  stock ")[1].split()[0]) for line in admin("catalog", "list").out.splitlines()}


def write_goods(text):
    goods.write_text("sku,name,unit,price,currency,stock,category\n" + text)


def goods_come_in():
    folder = admin("catalog", "import", scratch, code=FAILED)
    check("is it a file" in folder.err and not server.data.exists(), folder)
    write_goods("m-1,Milk,l,1.19,EUR,3,dairy\nb-2,Bread,,3,EUR,many,\n")
    wrong = admin("catalog", "import", goods, code=WRONG_USE)
    check("Line 3, column 6 (stock)" in wrong.err and "Nothing was imported" in wrong.err, wrong)
    check(admin("catalog", "list").out == "", "something was imported after all")
    write_goods("m-1,Milk,l,1.19,EUR,3,dairy\nb-2,Bread,,3,EUR,500,\n")
    check("2 goods added" in admin("catalog", "import", goods).out, "the import did not say so")
    for path in (server.data, *server.data.iterdir()):
        check(path.stat().st_mode & 0o077 == 0, f"others may look into {path.name}")
    server.start()  # it had been stocked before its first day
    admin("stock", "add", "m-1", "2")  # while it runs
    check(stock_at_the_server() == {"m-1": 5, "b-2": 500}, "the stock is not what it was made")
    admin("stock", "set", "x-9", "1", code=NOT_FOUND)
    admin("stock", "set", "m-1", "-1", code=WRONG_USE)


def goods_are_seen():
    for who in people:
        tell(who, "init", "--name", who.title())
        refused(UNREACHABLE, "server", ask(who, "stock"))
        tell(who, "server", "set", server.url)
        tell(who, "cart", "create", f"cart of {who}")
        shelf = tell(who, "stock")
        check(shelf["fresh"] and shelf["age"] < 60, f"not fresh: {shelf}")
        check([(good["sku"], good["stock"], good["price"]["minor"]) for good in shelf["goods"]] == [("b-2", 500, 300), ("m-1", 5, 119)], shelf)
    check([good["sku"] for good in tell("ann", "stock", "DAIRY")["goods"]] == ["m-1"], "the search found something else")


def an_order():
    line = tell("ann", "add", "cart of ann", "--sku", "m-1", "--qty", "2")["lines"][0]
    tell("ann", "add", "cart of ann", "candles")
    shown = tell("ann", "cart", "show", "cart of ann")["lines"][0]
    check((shown["sku"], shown["unit"], shown["price"]["minor"]) == ("m-1", "l", 119), f"not as in the catalogue: {shown}")
    order = tell("ann", "checkout", "cart of ann", "--key", "monday")
    check((order["order"], order["ledger"], order["total"]) == ("monday", 1, {"currency": "EUR", "minor": 238}), order)
    check([(each["line"], each["sku"], each["quantity"]) for each in order["lines"]] == [(line["id"], "m-1", 2)], order)
    check([each["name"] for each in tell("ann", "cart", "show", "cart of ann")["lines"]] == ["candles"], "what was ordered is still in the cart")
    check(tell("ann", "checkout", "cart of ann", "--key", "monday") == order, "the same key is another order")
    check(tell("ann", "stock", "milk")["goods"][0]["stock"] == 3, "the own order is not in what is read behind it")
    check(tell("ann", "orders")["orders"] == [order], "the order is not listed")
    check(tell("ben", "orders")["orders"] == [], "somebody else's order is listed")
    check("key monday" in admin("orders", "--sku", "m-1").out and admin("orders", "--sku", "b-2").out == "", "the ledger says something else")
    check(ask("ann", "checkout", "cart of ann").code == FAILED, "candles were ordered")


def refusals():
    tell("ben", "add", "cart of ben", "--sku", "m-1", "--qty", "9")
    answer = refused(REFUSED, r"Milk is sold out \(3 left\)", ask("ben", "checkout", "cart of ben"))
    check([(line["reason"], line["left"]) for line in answer.json()["lines"]] == [("sold_out", 3)], answer)
    tell("ben", "set", "cart of ben", "Milk", "1")
    write_goods("m-1,Milk,l,1.29,EUR,3,dairy\n")
    admin("catalog", "import", goods)
    refused(REFUSED, "price of Milk is 1.29 EUR now", ask("ben", "checkout", "cart of ben", "--key", "p"))
    order = tell("ben", "checkout", "cart of ben", "--key", "p", "--accept-prices")
    check(order["total"]["minor"] == 129, order)
    # Somebody else has changed the cart since it was looked at.
    link = tell("ben", "invite", "cart of ben")["link"]
    tell("cem", "join", link)
    tell("ben", "add", "cart of ben", "--sku", "b-2")
    tell("ben", "sync")
    tell("cem", "sync")
    tell("cem", "inc", "cart of ben", "Bread", "1")
    tell("cem", "sync")
    refused(REFUSED, "Bread has changed", ask("ben", "checkout", "cart of ben"))
    check(tell("ben", "checkout", "cart of ben")["lines"][0]["quantity"] == 2, "looked at again, it is not what is ordered")


def claims():
    """Two who say "I take it" at the same time both stand there."""
    tell("ben", "add", "cart of ben", "flowers")
    tell("ben", "sync")
    tell("cem", "sync")
    for who in ("ben", "cem"):
        tell(who, "claim", "cart of ben", "flowers")
    for who in ("ben", "cem", "ben"):
        tell(who, "sync")
    for who in ("ben", "cem"):
        flowers = [line for line in tell(who, "cart", "show", "cart of ben")["lines"] if line["name"] == "flowers"][0]
        check({claim["name"] for claim in flowers["claimed_by"]} == {"Ben", "Cem"} and not flowers["conflicts"], flowers)


def milk_as_seen_by(who):
    good = tell(who, "stock", "milk")["goods"][0]
    return good["stock"], good["reserved"], good["available"], [mine["quantity"] for mine in good["my_reservations"]]


def reservations():
    tell("ann", "add", "cart of ann", "--sku", "m-1", "--qty", "2")
    tell("ben", "add", "cart of ben", "--sku", "m-1")
    kept = tell("ann", "reserve", "cart of ann", "Milk", "--for", "5m")
    check(kept["quantity"] == 2 and 290 < kept["remaining"] <= 300, kept)
    answer = refused(REFUSED, r"sold out or reserved by others \(0 left\)", ask("ben", "reserve", "cart of ben", "Milk"))
    check((answer.json()["reason"], answer.json()["left"]) == ("sold_out", 0), answer)
    refused(REFUSED, r"Milk is sold out \(0 left\)", ask("ben", "checkout", "cart of ben"))
    check(milk_as_seen_by("ann") == (2, 2, 2, [2]) and milk_as_seen_by("ben") == (2, 2, 0, []), "the shelf looks otherwise")
    check("reserved 2" in admin("catalog", "list").out, "the operator does not see it")
    refused(FAILED, "Only what can be ordered", ask("ann", "reserve", "cart of ann", "candles"))
    check(ask("ann", "reserve", "cart of ann", "Milk", "--for", "ever").code == WRONG_USE, "for ever was taken for a time")
    server.stop()
    check("all is well" in admin("verify").out, "the books are not well")
    refused(UNREACHABLE, "needs the server", ask("ann", "reserve", "cart of ann", "Milk"))
    refused(UNREACHABLE, "needs the server", ask("ann", "release", "cart of ann", "Milk"))
    server.start()
    check(milk_as_seen_by("ann") == (2, 2, 2, [2]), "it did not outlive the restart")
    tell("ann", "release", "cart of ann", "Milk")
    tell("ann", "release", "cart of ann", "Milk")  # twice is once
    check(milk_as_seen_by("ben") == (2, 0, 2, []), "it was not given back")
    tell("ben", "reserve", "cart of ben", "Milk", "1")
    refused(REFUSED, "1 left", ask("ann", "checkout", "cart of ann"))
    tell("ben", "checkout", "cart of ben")
    check(milk_as_seen_by("ben") == (1, 0, 1, []), "the order did not end it")
    tell("ann", "remove", "cart of ann", "Milk")


def without_the_server():
    tell("ann", "add", "cart of ann", "--sku", "b-2")
    server.stop()
    refused(UNREACHABLE, "needs the server", ask("ann", "checkout", "cart of ann", "--key", "offline"))
    stale = tell("ann", "stock")
    check(not stale["fresh"] and len(stale["goods"]) == 2, stale)
    check(ask("ann", "stock", "--fresh").code == UNREACHABLE, "a stale answer was called fresh")
    known = tell("ann", "orders")
    check(not known["fresh"] and [order["order"] for order in known["orders"]] == ["monday"], known)
    server.start()


def kills_while_ordering():
    keys = {who: [] for who in people}
    unknown = 0
    for number in range(rounds):
        running = {}
        for who in people:
            tell(who, "add", f"cart of {who}", "--sku", "b-2", "--qty", str(choose.randrange(1, 4)))
            keys[who].append(f"{who} {number}")
            words = command(who, "checkout", f"cart of {who}", "--key", keys[who][-1], "--timeout", "10")
            running[who] = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            running["ann"].wait(choose.uniform(0.01, 0.15))
        except subprocess.TimeoutExpired:
            pass
        if choose.random() < 0.5:
            running["ben"].kill()  # a buyer dies, too
        check("all is well" in admin("verify").out, "a check beside a server that sells finds something")
        server.kill()
        server.start()
        for who, process in running.items():
            process.communicate(timeout=300)
            # Refused: the order before this one went through, its buyer has not heard that it left the cart, and looked at the old one.
            check(process.returncode in (DONE, UNREACHABLE, REFUSED, -9), f"{who}: exit {process.returncode}")
            unknown += process.returncode != DONE
    for who in people:
        tell(who, "orders")  # asks what became of them
        listed = [order for order in tell(who, "orders")["orders"] if order["order"] in keys[who]]
        check(all(order["state"] == "ordered" for order in listed), f"still not known: {listed}")
        check(len({order["order"] for order in listed}) == len(listed), "a key was ordered twice")
        for key in keys[who]:
            again = ask(who, "checkout", f"cart of {who}", "--key", key)
            mine = [order for order in listed if order["order"] == key]
            if mine:
                check(again.code == DONE and again.json()["ledger"] == mine[0]["ledger"], f"{key} is another order now: {again}")
    return unknown


def the_books_agree():
    sold = {"m-1": 0.0, "b-2": 0.0}
    numbers = set()
    for who in people:
        for order in tell(who, "orders")["orders"]:
            check(order["ledger"] not in numbers, f"the ledger number {order['ledger']} was given twice")
            numbers.add(order["ledger"])
            for line in order["lines"]:
                sold[line["sku"]] += line["quantity"]
    check(numbers == set(range(1, len(numbers) + 1)), f"the ledger has holes: {sorted(numbers)}")
    left = stock_at_the_server()
    # Milk: 3, 2 more, and 3 again by the second import when 3 were left.
    check(left == {"m-1": 5 - sold["m-1"], "b-2": 500 - sold["b-2"]}, f"sold {sold}, left {left}")
    for who in people:
        tell(who, "sync")
        doctor(who)
    server.stop()
    check("all is well" in admin("verify").out, "the log is not well")


goods_come_in()
goods_are_seen()
an_order()
refusals()
claims()
reservations()
without_the_server()
unknown = kills_while_ordering()
the_books_agree()
finish(f"{rounds} kills of the server, {unknown} answers that did not come, nothing sold twice")
