"""Does a yearly review ask what the council's edition asks, and who began later join the round?"""

from datetime import date, timedelta

import pytest

from govreg.core import clock
from govreg.core.questions.editions import add_edition
from govreg.core.questions.scales import Scale
from govreg.core.questions.shipped import AskedQuestion, QuestionSetText
from govreg.core.refusals import Refused
from partnerships.models import Partnership
from partnerships.queries.governance_reviews import answers_of
from partnerships.question_sets import YEARLY_REVIEW
from partnerships.services.checklists import Answer
from partnerships.services.governance_reviews import bring_in
from partnerships.services.lifecycle import go_on
from tests.people import Cast, signed_in

from .pages import page, send
from .yearly import NEXT_YEAR, answered, opened, review_in, signed, words

WEST, CES = "dp-west", "ces"
ANSWER = "partnerships:answer-governance-review"


def council_edition(by, *, start: date) -> None:
    asked = QuestionSetText(
        YEARLY_REVIEW,
        "Yearly review",
        "Decided by the executive.",
        (
            AskedQuestion("performance", "Performance against aims"),
            AskedQuestion("equality", "Equality", "Who benefits, and who does not"),
        ),
        Scale.STRENGTH,
    )
    add_edition(asked=asked, start=start, by=by)


def test_a_round_keeps_asking_what_it_was_opened_with(cast: Cast) -> None:
    by = cast.partnerships_officer
    before = opened(by=by)
    council_edition(cast.administrator, start=clock.today())
    after = opened(by=by, year=NEXT_YEAR)
    client = signed_in(by)
    old = words(page(client, ANSWER, WEST, review_in(before, WEST).pk))
    assert "Financial health" in old
    assert "Equality" not in old
    new = words(page(client, ANSWER, WEST, review_in(after, WEST).pk))
    assert "Who benefits, and who does not" in new
    # What the register knows of money has no area of its own in this edition; it is not lost.
    assert "funding arrangement" in new
    equal = {"equality": Answer("no", "Nobody looked.", "Report 3")}
    done = signed(review_in(after, WEST), by=by, areas=equal)
    assert set(answers_of(done)) == {"performance", "equality"}
    shown = words(page(client, "partnerships:round-statement", after.pk))
    assert "Equality Nobody looked." in shown
    record = words(page(client, "partnerships:governance-review", WEST, done.pk))
    assert "Evidence: Report 3" in record


def test_an_area_of_the_edition_that_is_not_judged_is_lacking(cast: Cast) -> None:
    by = cast.partnerships_officer
    council_edition(cast.administrator, start=clock.today())
    review = answered(review_in(opened(by=by), WEST), by=by)
    assert review.state == "to-answer"
    shown = words(page(signed_in(by), "partnerships:governance-review", WEST, review.pk))
    assert "Still to do: judge equality." in shown


def test_who_began_after_the_opening_is_brought_in(cast: Cast) -> None:
    by = cast.partnerships_officer
    ces = Partnership.objects.get(reference=CES)
    under = {"partnership": ces, "version": ces.version, "by": by, "reason": "It was decided."}
    wound = go_on(to="winding-down", **under)
    closed = {"ended_on": clock.today() - timedelta(days=1), "ended_because": "aims-met"}
    gone = go_on(to="closed", **{**under, "partnership": wound, "version": wound.version}, **closed)
    thing = opened(by=by)
    with pytest.raises(Refused, match="in this round already"):
        bring_in(review_round=thing, by=by)
    go_on(to="winding-down", **{**under, "partnership": gone, "version": gone.version})
    client = signed_in(by)
    assert "1 partnership that is at work is not in this round" in words(
        page(client, "partnerships:review-round", thing.pk)
    )
    asked = words(page(client, "partnerships:bring-into-round", thing.pk))
    assert f"{ces.name} gets a review to answer." in asked
    assert send(client, "partnerships:bring-into-round", thing.pk).status_code == 302
    assert review_in(thing, CES).state == "to-answer"
    assert "not in this round" not in words(page(client, "partnerships:review-round", thing.pk))
    with pytest.raises(Refused, match="Only the partnerships officers open"):
        bring_in(review_round=thing, by=cast.lead_officer)
