"""Are 300 messages delivered while the worker is killed 40 times and the mail server is unwell?"""

import random
import signal
import time

import pytest

from .killing import QUICK, hold_against, send_while_killing
from .mail_server import MailServer

pytestmark = pytest.mark.reliability
MESSAGES, KILLS = 300, 40


def test_no_message_is_lost_and_none_comes_twice_as_another(new_register, say):
    with MailServer() as server:
        register = new_register(**QUICK, **server.environment)
        outcome = send_while_killing(register, server, messages=MESSAGES, kills=KILLS, patience=240)
    hold_against(outcome, messages=MESSAGES, kills=KILLS)
    assert outcome.turned_away > 0
    say(
        f"{MESSAGES} messages, {outcome.kills} kills ({outcome.kills_while_held} with a message in "
        f"hand): all delivered, {outcome.twice} of them twice under the same Message-ID, in "
        f"{outcome.seconds:.0f} seconds."
    )


def test_no_digest_is_lost_though_the_queueing_is_killed_too(new_register, say):
    with MailServer() as server:
        register = new_register(**QUICK, **server.environment)
        register.module("tests.reliability.queue_digests", str(MESSAGES), "reader")
        outcome = send_while_killing(
            register,
            server,
            messages=MESSAGES,
            kills=KILLS,
            patience=240,
            queue=lambda: _queue_while_killing(register, kills=5),
        )
    hold_against(outcome, messages=MESSAGES, kills=KILLS)
    say(
        f"{MESSAGES} digests, the queueing killed 5 times and the worker {outcome.kills} times "
        f"({outcome.kills_while_held} with a digest in hand): all delivered, {outcome.twice} of "
        f"them twice under the same Message-ID, in {outcome.seconds:.0f} seconds."
    )


def _queue_while_killing(register, *, kills):
    """Queue the digests of today, broken off so often, and then to the end."""
    chance = random.Random(kills)
    for _kill in range(kills):
        process = register.start("send_digests")
        time.sleep(chance.uniform(0.8, 2.5))
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert "queued." in register.run("send_digests")
    assert register.run("send_digests").startswith("0 digests")
