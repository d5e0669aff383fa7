"""What stays of a restore that is killed, and does it go on when it is run again?"""

import random
import signal
import time

import pytest

from tests.reliability.comparing import hold_alike

from . import hostile

ROUNDS, MOST_KILLS = 6, 3


def unfinished(register):
    return register.folder / "files" / "RESTORE-UNFINISHED.txt"


def killed_after(register, archive, seconds: float) -> bool:
    """Begin a restore and kill it some time after its marker is there; say if it was in time."""
    process = register.start("restore", str(archive))
    latest = time.monotonic() + 60
    while not unfinished(register).exists() and time.monotonic() < latest:
        if process.poll() is not None:
            return False
        time.sleep(0.002)
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    return process.wait() == -signal.SIGKILL


@pytest.mark.reliability
def test_a_restore_killed_at_any_moment_comes_to_its_end(kept, archive, place, say):
    chance, kills = random.Random("restore"), 0
    for _ in range(ROUNDS):
        empty = place()
        for attempt in range(1, MOST_KILLS + 1):
            if not killed_after(empty, archive, chance.uniform(0, attempt)):
                break
            kills += 1
            if not unfinished(empty).exists():  # killed after its very last step
                break
            assert "Run `manage.py restore` again" in unfinished(empty).read_text()
        if unfinished(empty).exists():
            assert "Going on with the restore" in empty.run("restore", str(archive))
        assert not unfinished(empty).exists()
        tables = hold_alike(kept, empty)
    assert kills >= ROUNDS // 2
    say(
        f"{ROUNDS} restores, killed {kills} times in all: each came to its end with {tables} "
        "tables and every file alike."
    )


def test_a_restore_that_was_killed_says_what_to_do_and_goes_on(kept, archive, place, tmp_path):
    empty = place()
    assert killed_after(empty, archive, 0)
    said = unfinished(empty).read_text()
    assert "The register must not be used yet." in said
    assert "Run `manage.py restore` again with the same archive" in said
    other = hostile.remade(archive, tmp_path / "other.zip", hostile.put(register="another"))
    assert "A restore of another archive was interrupted" in empty.refused("restore", str(other))
    assert "Going on with the restore" in empty.run("restore", str(archive))
    assert hold_alike(kept, empty)
