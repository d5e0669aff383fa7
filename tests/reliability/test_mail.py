"""Are 300 messages delivered while the worker is killed 40 times and the mail server is unwell?"""

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
