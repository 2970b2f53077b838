#!/usr/bin/env python3
"""Somebody who asks a shop the same thing thousands of times at once: his questions are put off, and nobody else waits for him.

    greedy.py DIRECTORY-WITH-THE-PROGRAMS

Between his client and the server stands a wire that says every checkout again and again. Loopback only.
"""
import socket
import struct
import threading

from stage import *

CHECKOUT = bytes([0x87, 0x18, 33])  # how the message begins
AGAIN = 20000  # more than a connection may ask, even of a machine that takes a second for a thousand of them
PUT_OFF = b"Too many questions about goods and orders at once"

server = Server("server", "--limit-message-burst", "100000")  # the network lets all of them through at once


class Repeater:
    """Passes bytes on in both directions, and a client's checkout AGAIN times more."""

    def __init__(self, target):
        self.target, self.heard, self.repeated = target, b"", threading.Event()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"ws://127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            client, _ = self.listener.accept()
            up = socket.create_connection(("127.0.0.1", self.target))
            threading.Thread(target=self.listen, args=(up, client), daemon=True).start()
            threading.Thread(target=self.speak, args=(client, up), daemon=True).start()

    def listen(self, up, client):
        try:
            while data := up.recv(65536):
                self.heard += data
                client.sendall(data)
        except OSError:
            pass  # the client has its answer and is gone; what is still said is heard nevertheless
        try:
            while data := up.recv(65536):
                self.heard += data
        except OSError:
            pass

    def speak(self, client, up):
        stream = client.makefile("rb")
        try:
            greeting = b""
            while not greeting.endswith(b"\r\n\r\n"):
                greeting += stream.readline()
            up.sendall(greeting)
            while head := stream.read(2):
                length = head[1] & 127
                if length >= 126:
                    more = stream.read(2 if length == 126 else 8)
                    head, length = head + more, struct.unpack(">H" if length == 126 else ">Q", more)[0]
                mask, body = stream.read(4), stream.read(length)
                frame = head + mask + body
                up.sendall(frame)
                if bytes(byte ^ mask[at % 4] for at, byte in enumerate(body[:3])) == CHECKOUT:
                    up.sendall(frame * AGAIN)
                    self.repeated.set()
                    return  # that the client goes away is not passed on
        except OSError:
            pass


def main():
    goods = scratch / "goods.csv"
    goods.write_text("sku,name,price,currency,stock\nb-1,The Book,3.00,EUR,1\n")
    check(run([programs / "evencartd", "admin", "--data", server.data, "catalog", "import", goods]).code == DONE, "no goods came in")
    server.start()
    for who in ("greedy", "ben"):
        tell(who, "init", "--name", who.title())
        tell(who, "server", "set", server.url)
        tell(who, "cart", "create", f"cart of {who}")
        tell(who, "sync")
    tell("greedy", "stock")
    tell("greedy", "add", "cart of greedy", "--sku", "b-1", "--qty", "5")
    tell("greedy", "sync")
    wire = Repeater(server.port)
    tell("greedy", "server", "set", wire.url)
    refused(REFUSED, "sold out", ask("greedy", "checkout", "cart of greedy", "--key", "k"))
    check(wire.repeated.wait(120), "the question was not repeated")
    tell("ben", "add", "cart of ben", "milk")
    tell("ben", "sync")
    wait_for("the server to put him off", lambda: PUT_OFF in wire.heard)
    tell("greedy", "server", "set", server.url)
    refused(REFUSED, "sold out", ask("greedy", "checkout", "cart of greedy"))  # another connection begins anew
    finish(f"{wire.heard.count(PUT_OFF)} questions of {AGAIN + 1} were put off")


main()
