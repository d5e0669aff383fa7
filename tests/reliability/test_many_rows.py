"""Is one forged row among a million found, by its block, and is a past moment read in a blink?"""

import json
import os

import pytest

pytestmark = pytest.mark.reliability
ROWS = int(os.environ.get("PROOF_ROWS", "1000000"))
MODULE = "tests.reliability.many_rows"
MOST_MEGABYTES = 400


@pytest.mark.parametrize("kind", ["changed", "removed", "moved", "added"])
def test_one_forged_row_is_found_and_its_block_named(new_register, say, kind):
    register = new_register()
    register.module(MODULE, "fill", str(ROWS))
    clean = json.loads(register.module(MODULE, "check"))
    assert clean["broken"] is None
    assert clean["rows"] >= ROWS
    forged = json.loads(register.module(MODULE, "forge", kind))["change_set"]
    found = json.loads(register.module(MODULE, "check"))
    first, last = found["broken"]
    assert first <= forged <= last
    assert max(clean["megabytes"], found["megabytes"]) < MOST_MEGABYTES
    say(f"One row {kind} among {ROWS}: {clean}, then {found}")


def test_the_register_at_a_past_moment_is_read_in_a_blink(new_register, say):
    register = new_register()
    register.module(MODULE, "fill", str(ROWS))
    figures = json.loads(register.module(MODULE, "as-at"))
    say(f"As at, {ROWS} rows: {figures} (milliseconds)")
    assert figures["read"] == ROWS // 50
    assert figures["doubled"] == 0
    assert figures["one"] < 1_000
    assert figures["all"] < 5_000
