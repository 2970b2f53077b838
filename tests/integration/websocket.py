"""A WebSocket server of a few lines that does what it is told, however wrong that is, and CBOR as far as the protocol uses it."""
import base64
import hashlib
import socket
import struct
import threading

GREETING = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {}\r\n" \
           "Sec-WebSocket-Protocol: evencart.v1\r\n\r\n"
MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"


def pack(value):
    """CBOR of integers, bytes, texts and lists of them."""
    if isinstance(value, int):
        return head(0, value)
    if isinstance(value, bytes):
        return head(2, len(value)) + value
    if isinstance(value, str):
        return head(3, len(value.encode())) + value.encode()
    return head(4, len(value)) + b"".join(map(pack, value))


def head(kind, number):
    if number < 24:
        return bytes([kind << 5 | number])
    for width, code in ((1, 24), (2, 25), (4, 26), (8, 27)):
        if number < 1 << 8 * width:
            return bytes([kind << 5 | code]) + number.to_bytes(width, "big")
    raise ValueError(number)


def unpack(data, at=0):
    """The value and where it ends."""
    kind, code = data[at] >> 5, data[at] & 31
    at += 1
    number = code
    if code >= 24:
        width = 1 << code - 24
        number = int.from_bytes(data[at:at + width], "big")
        at += width
    if kind == 0:
        return number, at
    if kind in (2, 3):
        return (data[at:at + number] if kind == 2 else data[at:at + number].decode()), at + number
    values = []
    for _ in range(number):
        value, at = unpack(data, at)
        values.append(value)
    return values, at


def frame(payload, opcode=2, final=True, mask=None):
    first = bytes([opcode | (128 if final else 0)])
    masked = 0 if mask is None else 128
    size = len(payload)
    length = bytes([masked | size]) if size < 126 else bytes([masked | 126]) + struct.pack(">H", size) if size < 65536 else \
        bytes([masked | 127]) + struct.pack(">Q", size)
    if mask is None:
        return first + length + payload
    return first + length + mask + bytes(byte ^ mask[index % 4] for index, byte in enumerate(payload))


class Peer:
    """One end of a WebSocket connection."""

    def __init__(self, connection):
        self.connection = connection

    def exactly(self, size):
        data = b""
        while len(data) < size:
            more = self.connection.recv(size - len(data))
            if not more:
                raise ConnectionError("the other end closed")
            data += more
        return data

    def until_blank(self):
        data = b""
        while not data.endswith(b"\r\n\r\n"):
            data += self.exactly(1)
        return data.decode("latin-1")

    def accept(self):
        request = self.until_blank()
        key = [line.split(":", 1)[1].strip() for line in request.split("\r\n") if line.lower().startswith("sec-websocket-key:")][0]
        self.connection.sendall(GREETING.format(base64.b64encode(hashlib.sha1((key + MAGIC).encode()).digest()).decode()).encode())

    def greet(self, host):
        """The client's side of the opening."""
        self.connection.sendall(f"GET / HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                                f"Sec-WebSocket-Key: {base64.b64encode(b'0' * 16).decode()}\r\nSec-WebSocket-Protocol: evencart.v1\r\n\r\n"
                                .encode())
        return self.until_blank()

    def send(self, message, **how):
        self.connection.sendall(frame(pack(message), **how))

    def receive(self):
        """The next whole frame as (opcode, payload)."""
        first, second = self.exactly(2)
        size = second & 127
        if size > 125:
            size = int.from_bytes(self.exactly(2 if size == 126 else 8), "big")
        mask = self.exactly(4) if second & 128 else bytes(4)
        payload = self.exactly(size)
        return first & 15, bytes(byte ^ mask[index % 4] for index, byte in enumerate(payload))

    def message(self):
        while True:
            opcode, payload = self.receive()
            if opcode == 8:
                raise ConnectionError("the other end closed")
            if opcode == 2:
                return unpack(payload)[0]


class Impostor:
    """Listens on a free port of 127.0.0.1 and plays `behaviour(peer)` to everyone who comes, until it is closed."""

    def __init__(self, behaviour, wrap=lambda connection: connection):
        self.behaviour, self.wrap = behaviour, wrap
        self.visits = 0
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            self.visits += 1
            threading.Thread(target=self.play, args=(connection,), daemon=True).start()

    def play(self, connection):
        try:
            with connection:
                self.behaviour(Peer(self.wrap(connection)))
        except (OSError, ConnectionError, IndexError, ValueError):
            pass  # the other end had enough, which is what it is here for

    def close(self):
        try:
            self.listener.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        self.listener.close()
