"""Is what reports said of a structure kept beside it, each at its date?"""

from datetime import timedelta

import pytest

from govreg.core import clock
from govreg.core.refusals import Refused
from partnerships.models import Partnership, StructureDescription
from partnerships.services.structure_descriptions import add_description
from tests.people import Cast, signed_in

from .pages import day, page, problems, send
from .yearly import words

WEST, LEEDS = "dp-west", "leeds-initiative"
ADD = "partnerships:add-structure-description"


def described(soup) -> list[str]:
    caption = "How reports and papers described the structure, each at its date"
    table = next(t for t in soup.find_all("table") if t.caption and caption in t.caption.text)
    return [words(row) for row in table.tbody.find_all("tr")]


@pytest.mark.parametrize("reference", [LEEDS, WEST])
def test_the_description_of_2007_stands_beside_that_of_2005(cast: Cast, reference: str) -> None:
    soup = page(signed_in(cast.partnerships_officer), "partnerships:structure", reference)
    earlier, later = described(soup)
    assert earlier.startswith("30 June 2005")
    assert "in its own way" in earlier
    assert later.startswith("30 April 2007")
    assert "built alike" in later
    assert "some five times a year" in later
    rows = soup.select_one('div[aria-label="Working arrangements"]').select("tbody tr")
    assert len(rows) == (5 if reference == LEEDS else 1)


def test_a_description_is_added_and_corrected_with_its_reason(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    typed = {"source": "Annual report, page 4", "text": "A board and three groups."}
    sent = send(client, ADD, WEST, changes=typed | day("day", 1, 3, 2006))
    assert sent.status_code == 302
    made = StructureDescription.objects.get(partnership__reference=WEST)
    listed = described(page(client, "partnerships:structure", WEST))
    assert "A board and three groups." in listed[1]
    correct = "partnerships:correct-structure-description"
    changes = {"text": "A board and four groups.", "reason": "Miscounted."}
    assert send(client, correct, WEST, made.pk, changes=changes).status_code == 302
    history = words(page(client, "history:record", "partnerships.partnership", made.partnership_id))
    assert "Miscounted." in history
    assert "A board and four groups." in history


def test_what_is_to_come_or_told_twice_is_refused_and_kept_on_the_form(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    late = clock.today() + timedelta(days=1)
    typed = {"source": "Annual report", "text": "A board."}
    sent = send(client, ADD, WEST, changes=typed | day("day", late.day, late.month, late.year))
    assert "is still to come. Give the date of the report or paper." in problems(sent)
    assert "A board." in sent.text
    for code in (302, 200):
        assert send(client, ADD, WEST, changes=typed | day("day", 1, 3, 2006)).status_code == code
    west = Partnership.objects.select_related("scope").get(reference=WEST)
    with pytest.raises(Refused, match="not change"):
        add_description(
            partnership=west,
            values={"day": clock.today(), **typed},
            by=cast.area_manager_west,
        )
