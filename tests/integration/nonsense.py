#!/usr/bin/env python3
"""A server that answers nonsense, that lies, or that is another one than the profile trusts, and a client that the real server does not
understand: a sentence and the documented exit code each time, a profile that is well, and nothing lost when the real server is back.

    nonsense.py DIRECTORY-WITH-THE-PROGRAMS [ROUNDS]
"""
import concurrent.futures
import functools
import socket
import ssl
import sys
import threading
import time

from stage import (DONE, REFUSED, UNREACHABLE, Server, ask, check, choose, contents, doctor, fail, finish, refused, share, tell)
from websocket import Impostor, Peer, frame, pack, unpack

rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 16
challenge = [2, 1, bytes(32), 1_700_000_000_000, 1310720, 1048576, "nonsense"]
welcome = [4, bytes(16)]


def meet(who, behaviour, code, says, *options):
    """One sync with a server that behaves so; `code` None: however it ends."""
    pretender = Impostor(behaviour)
    tell(who, "server", "set", f"ws://127.0.0.1:{pretender.port}")
    began = time.monotonic()
    answer = ask(who, "sync", *options)
    check(time.monotonic() - began < 20, f"took {time.monotonic() - began:.0f} s: {answer}")
    pretender.close()
    if code is not None:
        refused(code, says, answer)
    else:
        check(answer.code in (DONE, REFUSED, UNREACHABLE), answer)
    check(pretender.visits > 0, "nobody came to the impostor")
    doctor(who)
    return answer


def impostor(who, *how):
    """The same, and the cart is what it was."""
    before = contents(who)
    answer = meet(who, *how)
    check(contents(who) == before, f"the cart is another one after {answer}")
    return answer


def everybody_meets(impostors, meeting=impostor):
    """They are shared among the people, who work side by side. Each is the arguments of meet() without the person."""
    def one_after_the_other(who, mine):
        return [meeting(who, *each) for each in mine]
    with concurrent.futures.ThreadPoolExecutor(len(people)) as pool:
        running = [pool.submit(one_after_the_other, who, impostors[index::len(people)]) for index, who in enumerate(people)]
        return [answer for each in running for answer in each.result()]


def after_opening(*frames):
    def behaviour(peer):
        peer.accept()
        peer.receive()
        for piece in frames:
            peer.connection.sendall(piece)
        while True:
            peer.receive()
    return behaviour


def and_close(*pieces, opening=True):
    def behaviour(peer):
        if opening:
            peer.accept()
            peer.receive()
        for piece in pieces:
            peer.connection.sendall(piece)
    return behaviour


def silent(peer):
    peer.until_blank()
    while peer.connection.recv(1000):
        pass


def strangers_before_the_welcome():
    whole = pack(challenge)
    http = "HTTP/1.1 {}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    answers = [
            (after_opening(frame(choose.randbytes(50))), "."),
            (after_opening(frame(b"")), "."),
            (after_opening(frame(whole[:choose.randrange(1, len(whole))])), "."),
            (after_opening(frame(whole + b"\0")), "."),
            (after_opening(frame(b"hello", opcode=1)), "does not speak"),
            (after_opening(frame(pack(welcome))), "protocol"),
            (after_opening(frame(whole) + frame(whole)), "protocol"),
            (after_opening(frame(pack([2, 7, *challenge[2:]]))), "version 7"),
            (after_opening(frame(pack([1000, 0]))), "1000"),
            (after_opening(b"\x82\x7f" + (1 << 40).to_bytes(8, "big") + b"x" * 1000), "."),
            (after_opening(frame(bytes(2_000_000))), "."),
            (after_opening(b"\x83\x01x"), "."),
            (after_opening(b"\xc2\x01x"), "."),
            (after_opening(frame(pack([28, 0, 0, 5, "Update the program."]))), "Update the program"),
            (after_opening(frame(pack([28, 0, 0, 6, "Come back later."]))), "Come back later"),
            (and_close(), "ended|closed"),
            (and_close(frame(b"\x0f\xa0no reason", opcode=8)), "ended|closed"),
            (and_close(frame(whole)[:9]), "ended|closed"),
            (and_close(opening=False), "cannot be reached"),
            (and_close(choose.randbytes(500), opening=False), "cannot be reached|no Evencart server"),
            (and_close(b"HTTP/1.1 101 Switching Protocols\r\n\r\n", opening=False), "no Evencart server"),
            (and_close(http.format("401 Unauthorized").encode(), opening=False), "no Evencart server.*401"),
            (and_close(http.format("404 Not Found").encode(), opening=False), "no Evencart server.*404")]
    everybody_meets([(behaviour, UNREACHABLE, says) for behaviour, says in answers] +
                    [(after_opening(frame(pack([28, 0, 0, 4, "You are not known."]))), REFUSED, "not known"),
                     (after_opening(), UNREACHABLE, "in 1 seconds", "--timeout", "1s"),
                     (silent, UNREACHABLE, "in 1 seconds", "--timeout", "1s")])
    refused(UNREACHABLE, "cannot be reached", ask("ann", "sync"))  # nobody listens there any more


class Liar:
    """Lets everybody in, and then answers a cart's opening with what it was told to."""

    def __init__(self, *script):
        self.script = script

    def __call__(self, peer):
        peer.accept()
        peer.message()
        peer.send(challenge)
        peer.message()
        peer.send(welcome)
        while True:
            message = peer.message()
            if message[0] == 5:
                self.opened(peer, message)
            elif message[0] == 7 and self.script[-1] == "push":
                count = len(message[2])
                first = unpack(message[2][0])[0][2]  # the seq of a delta
                peer.send([12, message[1], first, self.position + 1, count, []])
                self.position += count
            elif message[0] == 11:
                peer.send([18, message[1], message[2], 1])

    def opened(self, peer, message):
        _, channel, _, _, _, own, epoch, cursor = message
        self.position = cursor
        for step in self.script:
            if step == "follow":
                peer.send([6, channel, 3, epoch if any(epoch) else b"e" * 16, cursor, own, 0, []])
                peer.send([16, channel, cursor])
            elif isinstance(step, list):
                values = {"channel": channel, "own": own, "epoch": epoch, "cursor": cursor, "next": cursor + 1, "seq": own + 1}
                peer.send(filled(step, values))
            elif isinstance(step, bytes):
                peer.connection.sendall(frame(step))


def filled(step, values):
    if isinstance(step, list):
        return [filled(item, values) for item in step]
    return values.get(step, step) if isinstance(step, str) else step


def lies_after_the_welcome():
    tail = [6, "channel", 3, b"x" * 16, 50, 0, 0, []]
    repair = [6, "channel", 3, b"y" * 16, 3, "own", 2, [1, 5, 2, 9]]
    scripts = [
        (["follow", [10, "channel", "next", [[1, choose.randbytes(80), []]]]], None),
        (["follow", [10, "channel", 9999, [[2, 5, 1, bytes(32), 1]]]], None),
        ([tail, [10, "channel", 1, [[3, 4000, choose.randbytes(200)]]]], None),
        ([tail, [8, "channel", 50, 0, 1, 4000, choose.randbytes(200)]], None),
        ([tail, [16, "channel", 50]], None),
        ([tail, [16, "channel", 0], [12, "channel", 900, 900, 900, []]], None),
        ([[6, "channel", 3, "epoch", "cursor", 1 << 40, 0, []]], None),
        ([repair], None),
        ([repair, [16, "channel", 3]], None),
        ([[6, "channel", 1, "epoch", "cursor", 0, 3, []]], None),
        (["follow", [14, "channel", "seq", 0, 1]], None),
        (["follow", [14, "channel", "seq", "own", 3]], None),
        (["follow", [20, "channel", [bytes(16), bytes(16), 1 << 60, 1]]], None),
        ([[28, 0, "channel", 1, "No such cart."]], None),
        (["follow", [12, "channel", 1 << 60, 1 << 60, 1 << 60, []]], None),
    ]
    everybody_meets([(Liar(*script), code, "", "--timeout", "1s") for script, code in scripts])


def damaged_answers():
    """What a server could have said, with some bits of it turned."""
    kinds = [[6, 1, 3, bytes(16), 9, 0, 0, []], [8, 1, 50, 0, 1, 4000, bytes(90)], [10, 1, 1, [[1, bytes(60), []], [2, 7, 1, bytes(32), 1]]],
             [12, 1, 3, 9, 1, []], [14, 1, 3, 2, 2], [16, 1, 9], [18, 1, 9, 1], [20, 1, [bytes(16), bytes(16), 3, 1]],
             [24, 1, bytes(16), 3, bytes(60)], [26, 0, bytes(16), [bytes(16), "Ann", 3, 1]], [28, 0, 1, 6, "Later."]]
    impostors = []
    for _ in range(rounds):
        script = [*choose.choice([["follow"], []])]
        for _ in range(choose.randrange(1, 5)):
            data = bytearray(pack(choose.choice(kinds)))
            for _ in range(choose.randrange(3)):
                bit = choose.randrange(len(data) * 8)
                data[bit // 8] ^= 1 << bit % 8
            script.append(bytes(data))
        impostors.append((Liar(*script), None, "", "--timeout", "1s"))
    everybody_meets(impostors)


def cut_connections(server):
    """The real server behind a line that breaks anywhere."""
    def broken_line(peer, most):
        with socket.create_connection(("127.0.0.1", server.port)) as real:
            left = [most]

            def pump(source, target):
                try:
                    while left[0] > 0 and (data := source.recv(min(left[0], 4096))):
                        left[0] -= len(data)
                        target.sendall(data)
                except OSError:
                    pass
                for end in (source, target):
                    try:
                        end.shutdown(socket.SHUT_RDWR)
                    except OSError:
                        pass
            back = threading.Thread(target=pump, args=(real, peer.connection))
            back.start()
            pump(peer.connection, real)
            back.join()
    for number, who in enumerate(people):
        tell(who, "set", "Ours", f"item {number}", str(number + 2))
    lines = [functools.partial(broken_line, most=choose.randrange(1, 6000)) for _ in range(rounds)]
    everybody_meets([(line, None, "", "--timeout", "1s") for line in lines], meet)


def acks_that_are_lies(server):
    """A server that says that it has everything and keeps nothing. The next one gets it from us all the same."""
    write("ann", "item 1", "only here")
    check(impostor("ann", Liar("follow", "push"), None, "").code == DONE, "the liar was not believed")
    check(tell("ann", "pending")["pending"] == [], "the liar was not believed")
    with_real_server(server)


def with_real_server(server):
    """Everybody's edits arrive everywhere."""
    for who in people:
        tell(who, "server", "set", server.url)
    for who in people * 2:
        tell(who, "sync")
    carts = [tell(who, "cart", "show", "Ours") for who in people]
    check(len({cart["digest"] for cart in carts}) == 1, "the digests differ")
    notes = {line["name"]: line["note"] for line in carts[0]["lines"]}
    for name, note in written.items():
        check(notes.get(name) == note, f"the note of {name} is lost: {notes.get(name)!r}")
    for who in people:
        doctor(who)


def write(who, item, note):
    tell(who, "note", "Ours", item, note)
    written[item] = note


def wrong_fingerprint():
    """Nothing is said to a server with another certificate; a pinned one is trusted under any address."""
    real = Server("pinned", plain=False, host="127.1.2.3").start()
    right = real.ready["fingerprint"]
    pem = real.data / "tls.pem"
    strict = ssl.create_default_context(cafile=pem)
    try:
        with socket.create_connection(("127.1.2.3", real.port)) as plain, strict.wrap_socket(plain, server_hostname="127.1.2.3"):
            fail("the certificate names the address: this shows nothing about foreign names")
    except ssl.SSLCertVerificationError:
        pass
    share(real.url, "eve", "fay", options=("--fingerprint", right))  # the link carries the pin
    check(contents("fay") == contents("eve"), "eve and fay differ")
    tell("eve", "add", "Ours", "milk")
    for words in (("server", "set", real.url, "--fingerprint", "0" * 64), ("server", "set", real.url)):
        tell("eve", *words)
        refused(UNREACHABLE, "fingerprint" if len(words) > 3 else "cannot be reached", ask("eve", "sync"))
    heard = []

    def listen(peer):
        heard.append(peer.connection.recv(1000))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    pretender = Impostor(listen, lambda connection: context.wrap_socket(connection, server_side=True))
    tell("eve", "server", "set", f"wss://127.0.0.1:{pretender.port}", "--fingerprint", "f" * 64)
    refused(UNREACHABLE, "another fingerprint.*Nothing was sent", ask("eve", "sync"))
    pretender.close()
    check(pretender.visits == 1 and not any(heard), f"something was sent to a server that is not trusted: {heard}")
    doctor("eve")
    tell("eve", "server", "set", real.url, "--fingerprint", right)
    tell("eve", "sync")
    tell("fay", "sync")
    check(contents("fay") == contents("eve"), "what eve added is lost")
    real.stop()


def unknown_versions(server):
    """Clients that the server does not understand are told so, and the connection ends with the documented code."""
    def say(*messages):
        with socket.create_connection(("127.0.0.1", server.port), timeout=10) as connection:
            peer = Peer(connection)
            check(" 101 " in peer.greet("127.0.0.1"), "no WebSocket")
            for message in messages:
                connection.sendall(frame(message, mask=choose.randbytes(4)))
            return [peer.receive(), peer.receive()]
    hello = lambda versions: pack([1, versions, "test", bytes(32), bytes(32), bytes(64), "Zoe", 0])
    for message, failure, close in [(hello([3, 4]), 5, 4010), (hello([]), 5, 4010), (hello([1]), 4, 4001), (hello([2, 9]), 4, 4001), (pack([999, 1]), 7, 4007),
                                    (choose.randbytes(40) + b"\0", 7, 4007), (hello([1])[:-9], 7, 4007), (pack([19, 1]), 7, 4001)]:
        (opcode, answer), (end, reason) = say(message)
        check(opcode == 2 and answer[:2] == b"\x85\x18" and answer[2] == 28, f"{message.hex()}: {answer}")
        check(answer[5] == failure and answer.endswith(b"."), f"{message.hex()}: {answer}")
        check(end == 8 and int.from_bytes(reason[:2], "big") == close, f"{message.hex()}: {reason}")


people = ["ann", "ben", "cem", "dan"]
written = {}
server = Server().start()
share(server.url, *people)
for number in range(20):
    tell("ann", "add", "Ours", f'"item {number}"')
for who in people:
    tell(who, "server", "set", server.url)
    tell(who, "sync")
for number, who in enumerate(people):
    write(who, f"item {number + 10}", f"by {who}")
strangers_before_the_welcome()
with_real_server(server)
for number, who in enumerate(people):
    write(who, f"item {number + 15}", f"again by {who}")
lies_after_the_welcome()
damaged_answers()
with_real_server(server)
cut_connections(server)
acks_that_are_lies(server)
wrong_fingerprint()
unknown_versions(server)
server.stop()
finish("nonsense, lies, cut connections, a foreign certificate, unknown versions")
