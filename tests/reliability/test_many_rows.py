"""Is one forged row among a million found, by its block, and is a past moment read in a blink?"""

import json
import os

import pytest

pytestmark = pytest.mark.reliability
ROWS = int(os.environ.get("PROOF_ROWS", "1000000"))
MODULE = "tests.reliability.many_rows"
MOST_MEGABYTES = 400
#: Each forgery and where, as a share of the rows. A check names the first block that is broken,
#: so they come from the end backwards: each is then the first.
FORGERIES = (("changed", 0.9), ("removed", 0.6), ("moved", 0.4), ("added", 0.1))


def test_a_past_moment_and_a_forged_row_among_a_million(new_register, say):
    register = new_register()
    register.module(MODULE, "fill", str(ROWS))

    figures = json.loads(register.module(MODULE, "as-at"))
    say(f"As at, {ROWS} rows: {figures} (milliseconds)")
    assert figures["read"] == ROWS // 50
    assert figures["doubled"] == 0

    clean = json.loads(register.module(MODULE, "check"))
    say(f"Sealed and checked: {clean} (seconds)")
    assert clean["broken"] is None
    assert clean["rows"] >= ROWS
    assert clean["megabytes"] < MOST_MEGABYTES
    for kind, share in FORGERIES:
        forged = json.loads(register.module(MODULE, "forge", kind, str(share)))["change_set"]
        found = json.loads(register.module(MODULE, "check"))
        say(f"One row {kind}, of change set {forged}: {found}")
        first, last = found["broken"]
        assert first <= forged <= last
        assert found["megabytes"] < MOST_MEGABYTES
