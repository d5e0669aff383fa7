"""Is a backup that is taken while people write of one moment, whole, and able to come back?"""

import time

import pytest

from .serving import serving, share
from .test_kills import path_of_action
from .under_load import assert_sound, load

pytestmark = pytest.mark.reliability
BACKUPS = share(5)
TEXTS = (
    "SELECT narrative FROM recommendations_progressupdate WHERE narrative LIKE 'Under load %' "
    "AND submitted_on IS NOT NULL"
)


def test_backups_under_writes_hold_everything_acknowledged_before(new_register, tmp_path, say):
    register = new_register(LOG_LEVEL="ERROR")
    register.run("load_leeds")
    before, seconds = [], []
    with serving(register) as web, load(web, path_of_action(register)) as made:
        for number in range(BACKUPS):
            made.wait_for_more(10)
            before.append(made.acknowledged)
            begun = time.monotonic()
            register.run("backup", str(tmp_path / f"{number}.zip"))
            seconds.append(time.monotonic() - begun)
        made.wait_for_more(5)
    assert {answer.status for answer in made.answers} == {302}
    files = 0
    for number, acknowledged in enumerate(before):
        place = new_register(migrated=False, LOG_LEVEL="ERROR")
        place.run("restore", str(tmp_path / f"{number}.zip"))
        texts = [text for (text,) in place.rows(TEXTS)]
        assert set(acknowledged) <= set(texts)
        assert len(set(texts)) == len(texts)
        assert place.module("tests.reliability.living_on").partition("\n")[2] == ""
        assert "0 file(s) that no record names" in place.run("orphan_files")
        assert_sound(place)
        files += len(place.files)
    assert files > 0
    say(
        f"{BACKUPS} backups while {len(made.acknowledged)} updates were written, none refused: "
        f"each came back whole, {files} files in all; {max(seconds):.0f} s at most for one."
    )
