"""How does a real mail server behave that is down, slow or unwilling for a time?"""

import asyncio
import email
import socket
from dataclasses import dataclass, field
from typing import Any

from aiosmtpd.controller import Controller

FREE, SLOW, UNWILLING = "free", "slow", "unwilling"


@dataclass
class Taker:
    """Takes every message, or takes its time, or says 451 for now; keeps what it took."""

    mood: str = FREE
    delay: float = 0.4
    taken: list[tuple[str, str, str]] = field(default_factory=list)
    turned_away: int = 0

    async def handle_RCPT(
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        """Refuse for good whom nobody knows."""
        if address.startswith("nobody"):
            return "550 5.1.1 no such address"
        if self.mood == UNWILLING:
            self.turned_away += 1
            return "451 4.7.1 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        """Take the message: it is delivered from the moment that it is in the list."""
        if self.mood == SLOW:
            await asyncio.sleep(self.delay)
        found = email.message_from_bytes(envelope.content)
        self.taken.append((envelope.rcpt_tos[0], found["Message-ID"], found["Subject"]))
        return "250 taken"


class MailServer:
    """A mail server on a port of this machine that can be taken down and brought up again."""

    def __init__(self) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.taker = Taker()
        self._controller: Controller | None = None

    @property
    def environment(self) -> dict[str, str]:
        """What tells a register to use it."""
        return {"EMAIL_HOST": "127.0.0.1", "EMAIL_PORT": str(self.port)}

    def up(self) -> None:
        """Answer."""
        if self._controller is None:
            self._controller = Controller(self.taker, hostname="127.0.0.1", port=self.port)
            self._controller.start()

    def down(self) -> None:
        """Refuse every connection."""
        controller, self._controller = self._controller, None
        if controller is not None:
            controller.stop()

    def __enter__(self) -> "MailServer":
        return self

    def __exit__(self, *error: object) -> None:
        self.down()
