"""Does the register say what is due under its schedule, and remove nothing by itself?"""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import DatabaseError, transaction

from govreg.core import clock
from govreg.core.accounts import sign_in_log
from govreg.core.accounts.models import AccessLogEntry
from govreg.core.accounts.services.disposal import dispose_of_access_log
from govreg.core.accounts.services.users import add_user, deactivate_user, reactivate_user
from govreg.core.council.retention import what_is_due, years_before
from govreg.core.council.settings import decide
from govreg.core.history.change import change
from govreg.core.history.models import ChangeSet, Disposal
from govreg.core.outbox.services import queue_message
from partnerships.models import Membership
from reviews.models import Review
from tests.outbox import work_off
from tests.partnerships.pages import day, page, send
from tests.people import Cast, signed_in

pytestmark = pytest.mark.django_db
LONG_AGO = datetime(2015, 3, 1, 12, tzinfo=UTC)
LATELY = datetime(2026, 1, 5, 12, tzinfo=UTC)


def due(name: str, on: date | None = None):
    return next(d for d in what_is_due(on=on or clock.today()) if d.kind.name == name)


def leaver(cast: Cast, name: str, when: datetime):
    with clock.set_to(when):
        user = add_user(email=f"{name}@leeds.example", name=name, by=cast.administrator)
        deactivate_user(user=user, by=cast.administrator, reason="Left")
    return user


def log_entry(cast: Cast, when: datetime, detail: str) -> None:
    with clock.set_to(when):
        sign_in_log.record(None, "exported", detail=detail, user=cast.auditor)


def test_a_user_deactivated_long_ago_is_due_and_leads_to_the_redaction(cast):
    gone = leaver(cast, "Leaver-long-ago", LONG_AGO)
    leaver(cast, "Leaver-lately", LATELY)
    back = leaver(cast, "Leaver-came-back", LONG_AGO)
    with clock.set_to(LATELY):
        reactivate_user(user=back, by=cast.administrator, reason="Back")
        back.refresh_from_db()
        deactivate_user(user=back, by=cast.administrator, reason="Left again")
    found = due("users")
    assert [(r.name, r.since) for r in found.records] == [("Leaver-long-ago", LONG_AGO.date())]
    soup = page(signed_in(cast.administrator), "administration:retention-due")
    links = [a["href"] for a in soup.find_all("a") if "Look for their data" in a.text]
    assert links == [f"/administration/redactions/remove/?user={gone.pk}"]


def test_years_that_the_council_decides_count_from_their_day(cast):
    leaver(cast, "Leaver", datetime(2022, 6, 1, tzinfo=UTC))
    assert due("users").count == 0
    client = signed_in(cast.administrator)
    start = clock.today() + timedelta(days=10)
    typed = {"value": "3", **day("start", start.day, start.month, start.year), "reason": "Decided"}
    answer = send(client, "administration:decide-retention", "retention-users", changes=typed)
    assert answer.status_code == 302
    assert due("users").count == 0
    assert due("users", on=start).count == 1
    assert "3 from" in page(client, "administration:retention").text


def test_reviews_and_memberships_are_due_from_the_day_they_ended(cast):
    review = Review.objects.get(reference="leeds-2007")
    seat = Membership.objects.first()
    with change(verb="Ended for the schedule", by=None):
        review.status, review.closed_on = Review.Status.CLOSED, date(2015, 1, 1)
        review.save()
        seat.end = date(2016, 1, 1)
        seat.save()
    assert [(r.name, r.since) for r in due("reviews").records] == [(review.title, date(2015, 1, 1))]
    assert str(seat) in [r.name for r in due("memberships").records]
    on_the_day = date(2021, 1, 1)
    assert due("reviews", on=on_the_day).count == 0
    assert due("reviews", on=on_the_day + timedelta(days=1)).count == 1


def test_messages_are_due_when_their_year_is_over(cast):
    with transaction.atomic():
        queue_message(key="old", to="x@leeds.example", subject="Old", text="Hello")
    work_off()
    assert due("messages").count == 0
    later = clock.today() + timedelta(days=367)
    assert [r.name for r in due("messages", on=later).records] == ["To x@leeds.example: Old"]


def test_the_command_lists_and_removes_nothing(cast, capsys):
    leaver(cast, "Leaver-long-ago", LONG_AGO)
    before = ChangeSet.objects.count()
    call_command("retention_due")
    said = capsys.readouterr().out
    assert "Deactivated users, kept 6 year(s)" in said
    assert "1 March 2015  Leaver-long-ago" in said
    assert ChangeSet.objects.count() == before


def test_the_log_loses_what_is_due_and_keeps_a_record_of_that(cast, capsys):
    log_entry(cast, LONG_AGO, "old")
    log_entry(cast, clock.now() - timedelta(days=600), "young")
    call_command("dispose_of_access_log")
    assert "Nothing was removed" in capsys.readouterr().out
    assert AccessLogEntry.objects.filter(detail="old").exists()
    call_command("dispose_of_access_log", remove=True)
    assert not AccessLogEntry.objects.filter(detail="old").exists()
    assert AccessLogEntry.objects.filter(detail="young").exists()
    disposal = Disposal.objects.get()
    assert (disposal.what, disposal.rows) == ("accounts.accesslogentry", 1)
    assert ChangeSet.objects.order_by("-pk")[0].verb.startswith("Disposed")
    assert dispose_of_access_log(by=None) is None


def test_the_database_lets_no_younger_entry_go(cast):
    log_entry(cast, LONG_AGO, "old")
    log_entry(cast, clock.now() - timedelta(days=600), "young")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        AccessLogEntry.objects.filter(detail="old").delete()
    dispose_of_access_log(by=cast.administrator)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        AccessLogEntry.objects.filter(detail="young").delete()
    assert AccessLogEntry.objects.filter(detail="young").exists()


def test_a_shorter_time_lets_more_go_from_its_day_on(cast):
    log_entry(cast, clock.now() - timedelta(days=600), "young")
    given = {"start": clock.today(), "by": cast.administrator, "reason": "Decided"}
    decide(name="retention-access-log", value=1, **given)
    made = dispose_of_access_log(by=None)
    assert made is not None
    assert not AccessLogEntry.objects.filter(detail="young").exists()


def test_29_february_becomes_the_28th():
    assert years_before(date(2024, 2, 29), 1) == date(2023, 2, 28)
    assert years_before(date(2024, 2, 29), 4) == date(2020, 2, 29)


def test_a_setting_of_another_page_has_none_here(cast):
    client = signed_in(cast.administrator)
    assert client.get("/administration/retention/due-soon-days/").status_code == 404
    assert client.get("/administration/settings/retention-users/").status_code == 404
