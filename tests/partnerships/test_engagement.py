"""Does the register show whom a partnership engaged, and what came of it?"""

from datetime import timedelta
from typing import Any

import pytest

from govreg.core import clock
from govreg.core.refusals import Refused
from partnerships.models import Engagement, Partnership
from partnerships.services.engagement import log_engagement
from tests.people import Cast, signed_in

from .board import board, held
from .pages import day, filled_in, page, problems, read, send

TRUST, WEST = "children-leeds", "dp-west"
TYPED = {"audience": "Parents", "method": "survey", "subject": "Play areas"}


def entry(cast: Cast, reference: str = TRUST, **given: Any) -> Engagement:
    values = {"day": clock.today() - timedelta(days=9), **TYPED, **given}
    partnership = Partnership.objects.get(reference=reference)
    return log_engagement(partnership=partnership, values=values, by=cast.partnerships_officer)


def test_the_review_of_2007_found_whom_the_trust_engaged(cast: Cast) -> None:
    client = signed_in(cast.auditor)
    shown = page(client, "partnerships:engagement", TRUST)
    assert "8000" in shown.text
    assert "Open Forum run by children and young people" in shown.text
    youth = page(client, "partnerships:engagement", TRUST, method="youth-council")
    assert len(youth.select("tbody tr")) == 2
    none = page(client, "partnerships:engagement", "leeds-initiative")
    assert "begin with the last survey" in none.text


def test_an_officer_logs_what_people_said_and_later_what_changed(cast: Cast) -> None:
    client = signed_in(cast.lead_officer)
    met = held(board(TRUST), by=cast.partnerships_officer)
    typed = {**TYPED, "when_in_words": "Spring 2008", "meeting": str(met.pk), "took_part": "40"}
    assert send(client, "partnerships:add-engagement", TRUST, changes=typed).status_code == 302
    added = Engagement.objects.get(subject="Play areas")
    args = (TRUST, added.pk)
    shown = page(client, "partnerships:engagement-entry", *args)
    assert shown.find("a", string=str(met))["href"] == met.get_absolute_url()
    changes = {"changed": "Two parks have swings.", "reason": "Known now."}
    assert send(client, "partnerships:change-engagement", *args, changes=changes).status_code == 302
    assert "Two parks have swings." in page(client, "partnerships:engagement-entry", *args).text
    history = client.get(f"/history/partnerships.engagement/{added.pk}/")
    assert "Known now." in read(history).text
    assert "Play areas" in read(client.get("/search/?words=swings")).text
    listed = client.get(f"/partnerships/{TRUST}/engagement/?export=csv")
    assert b"Two parks have swings." in b"".join(listed)


def test_an_entry_says_when_it_was(cast: Cast) -> None:
    client = signed_in(cast.lead_officer)
    none = send(client, "partnerships:add-engagement", TRUST, changes=TYPED)
    assert "say in words when it was" in problems(none)
    tomorrow = clock.today() + timedelta(days=1)
    late = {**TYPED, **day("day", tomorrow.day, tomorrow.month, tomorrow.year)}
    sent = send(client, "partnerships:add-engagement", TRUST, changes=late)
    assert "still to come" in problems(sent)
    assert 'value="Play areas"' in sent.content.decode()


def test_a_meeting_of_another_partnership_is_refused(cast: Cast) -> None:
    other = held(board(WEST), by=cast.partnerships_officer)
    with pytest.raises(Refused, match="one of its own bodies"):
        entry(cast, meeting=other)


def test_the_log_is_read_by_period(cast: Cast) -> None:
    kept = entry(cast)
    client = signed_in(cast.auditor)
    within = page(client, "partnerships:engagement", TRUST, after=kept.day.isoformat())
    assert [row.a.text for row in within.select("tbody tr")] == ["Play areas"]
    before = (kept.day - timedelta(days=1)).isoformat()
    assert "Play areas" not in page(client, "partnerships:engagement", TRUST, before=before).text


def test_a_withdrawn_entry_stays_and_is_changed_and_found_no_more(cast: Cast) -> None:
    one = entry(cast, audience="Skateboarders")
    client = signed_in(cast.lead_officer)
    args = (TRUST, one.pk)
    sent = send(client, "partnerships:withdraw-engagement", *args, changes={"reason": "Twice."})
    assert sent.status_code == 302
    shown = page(client, "partnerships:engagement-entry", *args)
    assert "Twice." in shown.text
    assert not shown.find("a", string="Change the entry")
    late = send(client, "partnerships:change-engagement", *args, changes={"reason": "More."})
    assert "was withdrawn" in read(late).text
    assert "Play areas" not in read(client.get("/search/?words=skateboarders")).text


def test_two_writers_meet_with_both_texts(cast: Cast) -> None:
    one = entry(cast)
    first, second = signed_in(cast.lead_officer), signed_in(cast.partnerships_officer)
    args = (TRUST, one.pk)
    opened = filled_in(page(second, "partnerships:change-engagement", *args))
    mine = {"learnt": "Swings are wanted.", "reason": "Found."}
    send(first, "partnerships:change-engagement", *args, changes=mine)
    typed = {**opened, "learnt": "Slides are wanted.", "reason": "Found."}
    met = second.post(f"/partnerships/{TRUST}/engagement/{one.pk}/change/", typed)
    assert "Swings are wanted." in read(met).text
    assert "Slides are wanted." in read(met).text
