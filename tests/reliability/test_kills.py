"""Is everything that was acknowledged still there when gunicorn's workers, or PostgreSQL, die?"""

import os
import random
import sys
import time

import pytest

from .proof import ROOT, register
from .serving import serving, share
from .test_writers import ACTION
from .under_load import hold_together, load

pytestmark = pytest.mark.reliability
KILLS = share(40)
RESTARTS = share(6)
ON_POSTGRESQL = os.environ.get("DATABASE_URL", "").startswith("postgres")


def path_of_action(register) -> str:
    ((pk,),) = register.rows(ACTION)
    return f"/actions/{pk}/update/"


def test_workers_killed_while_they_write_lose_nothing(new_register, say):
    register = new_register(LOG_LEVEL="ERROR")
    register.run("load_leeds")
    chance, begun = random.Random("kills"), time.monotonic()
    with serving(register) as web, load(web, path_of_action(register)) as made:
        for _ in range(KILLS):
            made.wait_for_more(2)
            time.sleep(chance.uniform(0, 0.3))
            web.kill_worker(chance.randrange(3))
        made.wait_for_more(10)
    broken = sum(answer.status == 0 for answer in made.answers)
    assert broken >= KILLS // 4, "the kills came while nothing was written"
    assert {a.status for a in made.answers} <= {0, 200, 302}
    figures = hold_together(register, made)
    say(f"{KILLS} kills, {broken} requests cut off: {figures}, {time.monotonic() - begun:.0f} s.")


@pytest.mark.skipif(not ON_POSTGRESQL, reason="restarts a PostgreSQL: part of the proofs on it")
def test_postgresql_restarted_under_load_loses_nothing_and_is_found_again(tmp_path, say):
    sys.path.insert(0, str(ROOT))
    from scripts.with_postgresql import running

    chance, down = random.Random("restarts"), []
    with (
        running(durable=True) as server,
        register(tmp_path / "register", DATABASE_URL=server.url, LOG_LEVEL="CRITICAL") as own,
    ):
        own.run("load_leeds")
        with serving(own) as web, load(web, path_of_action(own)) as made:
            for number in range(RESTARTS):
                made.wait_for_more(8)
                time.sleep(chance.uniform(0, 0.3))
                begun = time.monotonic()
                server.stop("fast" if number % 2 == 0 else "immediate")
                time.sleep(chance.uniform(0.2, 1))
                server.start()
                down.append((begun, time.monotonic()))
            made.wait_for_more(20)
        figures = hold_together(own, made)
    failed = [answer for answer in made.answers if answer.status not in {200, 302}]
    # What was asked for shortly before an outage may still be waiting when it begins.
    outside = [a for a in failed if not any(b - 5 < a.asked_at <= e for b, e in down)]
    assert failed, "no request met the outage"
    assert outside == []
    say(
        f"PostgreSQL restarted {RESTARTS} times, fast and immediately in turn: {figures}; "
        f"{len(failed)} requests failed while it was down, 0 once it was back."
    )
