"""Does a register that really runs answer everybody as the access table says?"""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.architecture.access_rows import PEOPLE

from .conftest import STRANGER, Served

pytestmark = pytest.mark.audit
AT_ONCE = 4
DONE, GONE = 302, 404
#: Ends the session that asks: after everything else.
LAST = "accounts:sign-out"

Wrong = list[tuple[str, str, str, int, int]]


def ask(served: Served, who: str, method: str, rows: list[dict[str, Any]]) -> Wrong:
    """Ask every row as one person; return what was answered otherwise than the table says."""
    visitor, wrong = served.visitor(who), []
    for row in rows:
        status = served.status(visitor, method, row["address"])
        visitor.cookies.clear()
        visitor.cookies.update(served.cookies(who))
        if status != row[method][who]:
            wrong.append((who, method, row["address"], row[method][who], status))
    return wrong


def ask_all(served: Served, method: str, rows: list[dict[str, Any]]) -> Wrong:
    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = pool.map(lambda who: ask(served, who, method, rows), PEOPLE)
        return [one for some in found for one in some]


def ask_and_do(served: Served, row: dict[str, Any]) -> Wrong:
    """Ask whoever is refused first, then who may; what the first of these took away is gone."""
    may = [who for who in PEOPLE if row["post"][who] == DONE and who != STRANGER]
    refused = [who for who in PEOPLE if who not in may]
    wrong = [one for who in (*refused, may[0]) for one in ask(served, who, "post", [row])]
    later = [one for who in may[1:] for one in ask(served, who, "post", [row])]
    return wrong + [one for one in later if one[-1] != GONE]


def changes_something(row: dict[str, Any]) -> bool:
    """Say whether an empty form is enough to do what the row's page does."""
    return any(status == DONE for who, status in row["post"].items() if who != STRANGER)


def test_every_row_is_answered_over_http_as_the_table_says(served):
    harmless = [row for row in served.rows if not changes_something(row)]
    does = [row for row in served.rows if changes_something(row) and row["name"] != LAST]
    (last,) = [row for row in served.rows if row["name"] == LAST]
    asked = len(served.rows) * len(PEOPLE) + (len(harmless) + len(does)) * len(PEOPLE) + 1
    assert ask_all(served, "get", served.rows) == []
    assert ask_all(served, "post", harmless) == []
    assert [one for row in does for one in ask_and_do(served, row)] == []
    assert ask(served, STRANGER, "post", [last]) == []
    assert len(does) >= 3
    assert asked > 4000
    print(f"{asked} answers over HTTP.")  # noqa: T201


def test_a_form_without_its_token_is_refused_over_http(served):
    """The table is asked with the token against forgery; without one nobody gets through."""
    visitor, inspected = served.visitor("A"), 0
    for row in served.rows:
        if row["post"]["A"] == 200 and row["get"]["A"] == 200:
            answer = visitor.post(served.address + row["address"], allow_redirects=False)
            assert answer.status_code == 403, row["address"]
            inspected += 1
    assert inspected > 30
