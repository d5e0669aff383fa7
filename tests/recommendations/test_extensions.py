"""Does a due date move only when it was asked for, endorsed and decided, each time kept?"""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from govreg.core import clock
from govreg.core.council.settings import decide
from govreg.core.editing.versions import StaleVersion
from govreg.core.history.change import change
from govreg.core.refusals import Refused
from recommendations.models import AgreedAction, ExtensionRequest
from recommendations.queries.extensions import extended_in_words, granted_count
from recommendations.queries.worklist import standing_of
from recommendations.services.extensions import (
    Decision,
    decline_extension,
    endorse_extension,
    record_decisions,
    withdraw_extension,
)

from .asking import asked, decided, endorsed, granted, sitting, the_march_line
from .lines import iscb_plan

pytestmark = pytest.mark.django_db
MARCH, JUNE = date(2008, 3, 31), date(2008, 6, 30)


def again(action: AgreedAction) -> AgreedAction:
    return AgreedAction.objects.select_related("response__recommendation__review").get(pk=action.pk)


def standing(action: AgreedAction, on: date) -> str:
    return str(standing_of(again(action), on=on, due_soon=30).code)


def test_the_step_of_march_2008_is_extended_to_june(cast):
    action = the_march_line()
    request = endorsed(cast, action, "June 2008", on=date(2008, 3, 3))
    assert again(action).due_date == MARCH
    assert standing(action, date(2008, 3, 31)) == "due-soon"
    assert standing(action, date(2008, 4, 1)) == "overdue"
    decided(cast, request, on=date(2008, 4, 17))
    action = again(action)
    assert (action.original_due, action.due_date, action.slippage) == (MARCH, JUNE, 91)
    assert (action.timescale_printed, action.precision, action.sense) == (
        "June 2008",
        "month",
        "due",
    )
    assert standing(action, date(2008, 6, 30)) == "due-soon"
    assert standing(action, date(2008, 7, 1)) == "overdue"
    request.refresh_from_db()
    assert (request.previous_due, request.previous_timescale) == (MARCH, "March 2008")
    assert (request.asked_on, request.decided_on) == (date(2008, 3, 3), date(2008, 4, 17))
    assert (request.decider, request.minute_reference) == ("Audit Committee", "Minute 94")
    count = AgreedAction.objects.annotate(n=granted_count()).get(pk=action.pk).n
    assert extended_in_words(count=count, slippage=91) == "1 extension, 91 days in all"


def test_every_revision_is_a_row_and_the_original_date_never_changes(cast):
    action = the_march_line()
    granted(cast, action, "June 2008")
    granted(cast, again(action), "Autumn 2008")
    rows = action.extensions.order_by("pk").values_list("previous_due", "new_due")
    assert list(rows) == [(MARCH, JUNE), (JUNE, date(2008, 11, 30))]
    action = again(action)
    assert (action.original_due, action.slippage) == (MARCH, 244)
    with pytest.raises(Refused, match="later than the present due date, 30 November 2008"):
        asked(cast, action, "June 2008")


def test_the_words_of_a_day_and_of_several_extensions():
    assert extended_in_words(count=0, slippage=0) == ""
    assert extended_in_words(count=1, slippage=1) == "1 extension, 1 day in all"
    assert extended_in_words(count=2, slippage=122) == "2 extensions, 122 days in all"


def test_a_declined_refused_or_withdrawn_request_moves_nothing_and_another_may_follow(cast):
    action, today = the_march_line(), clock.today()
    given = {"on": today, "by": cast.senior_officer}
    first = asked(cast, action)
    with pytest.raises(Refused, match="asked for already"):
        asked(cast, action)
    with pytest.raises(Refused, match="Say why the request is declined"):
        decline_extension(request=first, version=first.version, said=" ", **given)
    decline_extension(request=first, version=first.version, said="Too long.", **given)
    second = endorsed(cast, action)
    decided(cast, second, granted=False, on=today)
    third = endorsed(cast, action)
    withdraw_extension(request=third, version=third.version, on=today, by=cast.partnerships_officer)
    assert list(action.extensions.order_by("pk").values_list("state", flat=True)) == [
        "declined",
        "refused",
        "withdrawn",
    ]
    assert (again(action).due_date, again(action).slippage) == (MARCH, 0)


def test_nobody_answers_their_own_request_and_only_the_asker_withdraws(cast):
    request = asked(cast, the_march_line())
    given = {"request": request, "version": request.version, "on": clock.today()}
    with pytest.raises(Refused, match="A senior officer endorses"):
        endorse_extension(said="", by=cast.partnerships_officer, **given)
    with pytest.raises(Refused, match="Only the person who asked"):
        withdraw_extension(by=cast.senior_officer, **given)
    with pytest.raises(Refused, match="No senior officer has endorsed"):
        decided(cast, request, on=clock.today())


def test_a_decision_of_a_meeting_that_is_still_to_be_held_is_refused(cast):
    request = endorsed(cast, the_march_line())
    tomorrow = sitting(clock.today() + timedelta(days=1))
    with pytest.raises(Refused, match="still to be held"):
        decided(cast, request, on=clock.today(), sitting=tomorrow)
    with pytest.raises(Refused, match="Enter the minute"):
        decided(cast, request, on=clock.today(), sitting=replace(sitting(), minute_reference=" "))


def test_a_decision_of_a_meeting_before_the_request_was_endorsed_is_refused(cast):
    week, yesterday, now = (clock.today() - timedelta(days=days) for days in (7, 1, 0))
    request = asked(cast, the_march_line(), on=week)
    request = endorse_extension(
        request=request, version=request.version, said="", on=yesterday, by=cast.senior_officer
    )
    with pytest.raises(Refused, match="was asked for on"):
        decided(cast, request, on=now, sitting=sitting(week - timedelta(days=1)))
    with pytest.raises(Refused, match="endorsed on"):
        decided(cast, request, on=now, sitting=sitting(week), granted=False)
    assert decided(cast, request, on=now, sitting=sitting(yesterday)).is_decided


def test_an_action_that_ended_meanwhile_is_not_extended(cast):
    action = the_march_line()
    request = endorsed(cast, action)
    with change(verb="Rehearsal", by=cast.auditor):
        action.state = AgreedAction.State.CLAIMED
        action.save()
    with pytest.raises(Refused, match="was claimed as implemented"):
        decided(cast, request, on=clock.today())
    withdraw_extension(
        request=request, version=request.version, on=clock.today(), by=cast.partnerships_officer
    )


def test_several_decisions_are_recorded_all_or_none(cast):
    first = endorsed(cast, the_march_line())
    second = endorsed(cast, iscb_plan())
    third = asked(
        cast,
        AgreedAction.objects.exclude(pk__in=[first.action_id, second.action_id]).filter(
            response__recommendation__review__reference="leeds-2007", due_date__isnull=False
        )[0],
    )
    given = {"sitting": sitting(), "on": clock.today(), "by": cast.democratic_services}

    def of(request, *, granted=True):
        return Decision(request, request.version, granted=granted)

    with pytest.raises(Refused, match="No senior officer has endorsed") as refused:
        record_decisions(decisions=[of(first), of(second), of(third)], **given)
    assert str(third.action) in str(refused.value)
    assert not ExtensionRequest.objects.filter(state="granted").exists()
    with pytest.raises(Refused, match="at least one request"):
        record_decisions(decisions=[], **given)
    record_decisions(decisions=[of(first), of(second, granted=False)], **given)
    states = ExtensionRequest.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == ["granted", "refused", "requested"]
    with pytest.raises(StaleVersion):
        record_decisions(decisions=[of(first)], **given)


def council_decides(cast, name: str, value: int) -> None:
    decide(name=name, value=value, start=clock.today(), by=cast.administrator, reason="Decided")


def test_where_no_committee_decides_the_endorsement_grants(cast):
    council_decides(cast, "extension-committee", 0)
    action = the_march_line()
    request = endorsed(cast, action, "June 2008")
    assert (request.state, request.decider) == ("granted", str(cast.senior_officer))
    assert again(action).due_date == JUNE


def test_the_council_limits_how_often_an_action_is_extended(cast):
    council_decides(cast, "extension-limit", 1)
    action = the_march_line()
    granted(cast, action, "June 2008")
    with pytest.raises(Refused, match="extended once at most"):
        asked(cast, again(action))


def test_the_database_itself_keeps_one_open_request_an_action(cast):
    request = asked(cast, the_march_line())
    with (
        pytest.raises(IntegrityError),
        transaction.atomic(),
        change(verb="Twice", by=None),
    ):
        ExtensionRequest(
            action=request.action,
            asked_on=request.asked_on,
            reason="Twice",
            new_timescale="July 2030",
            new_precision="month",
            new_due=date(2030, 7, 31),
        ).save()
