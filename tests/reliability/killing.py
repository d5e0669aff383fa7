"""Is no message lost while its worker is killed again and again, and the mail server unwell?"""

import random
import signal
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from .mail_server import FREE, SLOW, UNWILLING, MailServer
from .proof import Register

QUICK = {
    "MAIL_LEASE_SECONDS": "2",
    "MAIL_FIRST_PAUSE_SECONDS": "1",
    "MAIL_LONGEST_PAUSE_SECONDS": "2",
    "LOG_LEVEL": "ERROR",
}
#: How the mail server is at each kill, in turn: most of the time it is not well.
DOWN = "down"
MOODS = (DOWN, SLOW, FREE, UNWILLING, SLOW)


@dataclass(frozen=True)
class Outcome:
    """What was delivered, how often, and what the register says of it."""

    delivered: dict[str, list[str]]
    kills: int
    kills_while_held: int
    turned_away: int
    states: dict[str, int]
    seconds: float

    @property
    def twice(self) -> int:
        """How many messages came more than once."""
        return sum(len(ids) > 1 for ids in self.delivered.values())


def send_while_killing(
    register: Register,
    server: MailServer,
    *,
    messages: int,
    kills: int,
    patience: float,
    name: str = "reader",
    queue: Callable[[], object] | None = None,
) -> Outcome:
    """Queue messages, kill the worker so many times while it sends, then let it finish.

    `queue` queues other messages than numbered ones, to the readers of the name.
    """
    if queue is None:
        register.module("tests.reliability.queue_mail", str(messages), name)
    else:
        queue()
    chance = random.Random(f"{messages} {kills}")
    begun = time.monotonic()
    killed = held = 0
    for number in range(kills):
        _set(server, MOODS[number % len(MOODS)])
        worker = register.start("work")
        _wait_until_it_sends(register, chance)
        worker.send_signal(signal.SIGKILL)
        assert worker.wait() == -signal.SIGKILL
        killed += 1
        held += _count(register, "lease IS NOT NULL") > 0
    _set(server, FREE)
    if _count(register, "state = 'waiting'"):
        worker = register.start("work")
        while _count(register, "state = 'waiting'") and time.monotonic() - begun < patience:
            time.sleep(0.2)
        worker.terminate()
        assert worker.wait(20) == 0
    delivered: dict[str, list[str]] = defaultdict(list)
    for address, message_id, _subject in server.taker.taken:
        if address.startswith(f"{name}-"):
            delivered[address].append(message_id)
    own = f"FROM outbox_outgoingmessage WHERE \"to\" LIKE '{name}-%'"
    states = register.rows(f"SELECT state, COUNT(*) {own} GROUP BY state")
    seconds = time.monotonic() - begun
    return Outcome(delivered, killed, held, server.taker.turned_away, dict(states), seconds)


def _set(server: MailServer, mood: str) -> None:
    if mood == DOWN:
        server.down()
        return
    server.taker.mood = mood
    server.up()


def _wait_until_it_sends(register: Register, chance: random.Random) -> None:
    """Wait until the worker has begun to take messages, and then a moment by chance."""
    before, latest = _attempts(register), time.monotonic() + 15
    while _attempts(register) == before and time.monotonic() < latest:
        time.sleep(0.02)
    time.sleep(chance.uniform(0, 0.2))


def _attempts(register: Register) -> int:
    return int(register.rows("SELECT SUM(attempts) FROM outbox_outgoingmessage")[0][0] or 0)


def _count(register: Register, condition: str) -> int:
    question = f"SELECT COUNT(*) FROM outbox_outgoingmessage WHERE {condition}"
    return int(register.rows(question)[0][0])


def hold_against(outcome: Outcome, *, messages: int, kills: int, name: str = "reader") -> None:
    """Hold the outcome against the promise: none lost, and twice only as the same message."""
    everybody = {f"{name}-{i}@leeds.example" for i in range(messages)}
    assert outcome.kills == kills
    assert outcome.kills_while_held > kills // 4, "the kills came while nothing was held"
    assert set(outcome.delivered) == everybody
    assert outcome.states == {"done": messages}
    for address, ids in outcome.delivered.items():
        assert len(set(ids)) == 1, (address, ids)
    assert len({ids[0] for ids in outcome.delivered.values()}) == messages
    assert outcome.twice <= kills
