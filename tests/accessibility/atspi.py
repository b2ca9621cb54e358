"""A small screen reader's side of AT-SPI, spoken over D-Bus from another process.

Only what the tests need: walking the tree, the Text interface, states, and events. The
interfaces are those of at-spi2-core's ``xml/`` folder.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, NamedTuple

from jeepney import DBusAddress, MatchRule, Message, message_bus, new_method_call
from jeepney.bus_messages import DBus
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection

_PATIENCE = 30.0
"""Seconds that an answer or an event may take before something is wrong."""

ROOT = "/org/a11y/atspi/accessible/root"
REGISTRY = "org.a11y.atspi.Registry"

CHARACTER, WORD, LINE = 0, 1, 5
"""Boundaries of ``GetTextAtOffset``: character, start of word, start of line."""

FOCUSABLE, FOCUSED, SHOWING, VISIBLE = 11, 12, 25, 30
READ_ONLY, MULTI_LINE, ENABLED = 43, 17, 8
"""Numbers of states."""


class Piece(NamedTuple):
    """Text at an offset, and where it begins and ends."""

    text: str
    start: int
    end: int


class Event(NamedTuple):
    """One event: its name such as ``TextCaretMoved``, details and the object it is about."""

    name: str
    kind: str
    first: int
    second: int
    value: Any
    source: Accessible


class Accessible:
    """One object of a program as assistive tools see it."""

    def __init__(self, bus: Bus, name: str, path: str) -> None:
        self._bus = bus
        self.key = (name, path)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Accessible) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)

    def call(self, interface: str, method: str, signature: str = "", *body: Any) -> Any:
        """Call a method of ``org.a11y.atspi.INTERFACE``; a single result comes unpacked."""
        address = DBusAddress(self.key[1], self.key[0], f"org.a11y.atspi.{interface}")
        answer = self._bus.ask(new_method_call(address, method, signature, body))
        return answer[0] if len(answer) == 1 else answer

    def get(self, interface: str, name: str) -> Any:
        """A property of ``org.a11y.atspi.INTERFACE``."""
        address = DBusAddress(self.key[1], self.key[0], "org.freedesktop.DBus.Properties")
        body = (f"org.a11y.atspi.{interface}", name)
        return self._bus.ask(new_method_call(address, "Get", "ss", body))[0][1]

    @property
    def name(self) -> str:
        """What it is called."""
        return str(self.get("Accessible", "Name"))

    @property
    def description(self) -> str:
        """What is said about it beside its name."""
        return str(self.get("Accessible", "Description"))

    @property
    def role(self) -> str:
        """What it is, such as ``push button``."""
        return str(self.call("Accessible", "GetRoleName"))

    @property
    def states(self) -> set[int]:
        """Numbers of the states that it is in."""
        low, high = self.call("Accessible", "GetState")
        return {bit for bit in range(64) if (low | high << 32) >> bit & 1}

    @property
    def interfaces(self) -> set[str]:
        """The last parts of the names of its interfaces."""
        return {name.rsplit(".", 1)[1] for name in self.call("Accessible", "GetInterfaces")}

    @property
    def children(self) -> list[Accessible]:
        """What it holds."""
        found = self.call("Accessible", "GetChildren")
        return [Accessible(self._bus, *child) for child in found]

    def everything(self) -> Iterator[Accessible]:
        """Itself and all that it holds, at any depth."""
        yield self
        for child in self.children:
            yield from child.everything()

    # --- text -------------------------------------------------------------------

    @property
    def length(self) -> int:
        """Characters of its text."""
        return int(self.get("Text", "CharacterCount"))

    @property
    def caret(self) -> int:
        """Where the caret stands."""
        return int(self.get("Text", "CaretOffset"))

    def text(self, start: int = 0, end: int = -1) -> str:
        """Some of its text, or all."""
        return str(self.call("Text", "GetText", "ii", start, end))

    def at(self, offset: int, boundary: int) -> Piece:
        """The character, word or line at an offset."""
        return Piece(*self.call("Text", "GetTextAtOffset", "iu", offset, boundary))

    def extents(self, offset: int) -> tuple[int, int, int, int]:
        """Where a character is on the screen: x, y, width, height."""
        x, y, width, height = self.call("Text", "GetCharacterExtents", "iu", offset, 0)
        return x, y, width, height

    @property
    def selection(self) -> tuple[int, int] | None:
        """What is selected."""
        if self.call("Text", "GetNSelections") == 0:
            return None
        start, end = self.call("Text", "GetSelection", "i", 0)
        return start, end


class Bus:
    """The accessibility bus of a session, and the events heard on it."""

    def __init__(self, session: str) -> None:
        self._session = open_dbus_connection(session)
        status = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.freedesktop.DBus.Properties")
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            body = ("org.a11y.Status", name, ("b", True))
            self._send(self._session, new_method_call(status, "Set", "ssv", body))
        address = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        (found,) = self._send(self._session, new_method_call(address, "GetAddress"))
        self._bus = open_dbus_connection(found)
        self._rule = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object")
        Proxy(message_bus, self._bus).AddMatch(self._rule)
        self._events: deque[Message] = deque()
        self._filter = self._bus.filter(self._rule, queue=self._events)
        self._filter.__enter__()

    def close(self) -> None:
        """Leave both buses."""
        self._bus.close()
        self._session.close()

    @staticmethod
    def _send(connection: DBusConnection, message: Message) -> Any:
        answer = connection.send_and_get_reply(message, timeout=_PATIENCE)
        if answer.header.message_type.name == "error":
            raise RuntimeError(f"{answer.header.fields}: {answer.body}")
        return answer.body

    def ask(self, message: Message) -> Any:
        """Send a question on the accessibility bus and return the body of the answer."""
        return self._send(self._bus, message)

    def wants(self, *events: str) -> None:
        """Ask programs to send events, such as ``object:text-caret-moved``."""
        address = DBusAddress("/org/a11y/atspi/registry", REGISTRY, REGISTRY)
        for event in events:
            self.ask(new_method_call(address, "RegisterEvent", "s", (event,)))

    def programs(self) -> list[Accessible]:
        """The programs that have come to the bus."""
        return Accessible(self, REGISTRY, ROOT).children

    def process(self, program: Accessible) -> int:
        """The process id behind a program."""
        return int(self.ask(DBus().GetConnectionUnixProcessID(program.key[0]))[0])

    def hears(self, name: str, source: Accessible) -> Event:
        """Wait for the next event of a name from an object; those before it are forgotten."""
        while True:
            if not self._events:
                self._bus.recv_messages(timeout=_PATIENCE)
                continue
            event = self._event(self._events.popleft())
            if event is not None and event.name == name and event.source == source:
                return event

    def forget_events(self) -> None:
        """Forget what was heard until now."""
        with suppress(TimeoutError):
            while True:
                self._bus.recv_messages(timeout=0)
        self._events.clear()

    def _event(self, message: Message) -> Event | None:
        fields = {key.name: value for key, value in message.header.fields.items()}
        kind, first, second, value, *_ = message.body
        source = Accessible(self, fields["sender"], fields["path"])
        return Event(fields["member"], kind, first, second, value[1], source)
