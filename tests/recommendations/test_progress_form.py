"""Does an officer who records progress read all that is wrong at once?"""

import pytest
from bs4 import BeautifulSoup

from recommendations.models import ProgressUpdate
from tests.partnerships.pages import read, send
from tests.people import Cast, signed_in

from .rounds import with_lines

pytestmark = pytest.mark.django_db
WRONG = {"rating": "late", "reason": "", "percent_complete": "200", "narrative": ""}


def summary(page: BeautifulSoup) -> list[str]:
    """The lines of the error summary; each leads to its field."""
    links = page.select(".govuk-error-summary__list a")
    for link in links:
        assert page.find(id=link["href"].removeprefix("#")), link
    return [link.text for link in links]


def test_every_problem_is_told_at_once_with_a_way_to_its_field(cast: Cast) -> None:
    (action,) = with_lines(cast, 1)
    sent = send(signed_in(cast.owner), "recommendations:update", action.pk, changes=WRONG)
    page = read(sent)
    told = summary(page)
    assert len(told) == 3
    assert told[0] == "Say why the action is late."
    assert "100" in told[1]
    assert page.title.text.startswith("Error: ")
    assert not ProgressUpdate.objects.filter(action=action).exists()


def test_half_a_thought_is_still_kept_as_a_draft(cast: Cast) -> None:
    (action,) = with_lines(cast, 1)
    half = {**WRONG, "percent_complete": "", "action": "draft"}
    assert send(signed_in(cast.owner), "recommendations:update", action.pk, changes=half)
    assert ProgressUpdate.objects.get(action=action).rating == "late"
