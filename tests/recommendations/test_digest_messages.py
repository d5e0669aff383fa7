"""Is each digest queued once, on the days its reader chose, with the same in both parts?"""

import re
from datetime import date
from html import unescape

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from govreg.core import clock
from govreg.core.accounts.services.users import add_user
from govreg.core.outbox.models import LongWork, OutgoingMessage
from recommendations.queries.digests import digests_of
from recommendations.rules.digests import Kind
from recommendations.services import digests as services
from recommendations.services.digests import choose_frequency, send_digests
from recommendations.services.windows import close_window
from tests.outbox import work_off
from tests.people import signed_in

from .digest_people import agreed, post, titles
from .rounds import opened, planned

pytestmark = pytest.mark.django_db
MONDAY, TUESDAY = date(2026, 11, 30), date(2026, 12, 1)


def sent_to(user) -> list[OutgoingMessage]:
    return list(OutgoingMessage.objects.filter(to=user.email).order_by("pk"))


def choose(user, frequency: str) -> None:
    version = user.digest_choice.version if hasattr(user, "digest_choice") else 0
    user.digest_choice = choose_frequency(user=user, version=version, frequency=frequency, by=user)


def test_weekly_is_on_mondays_daily_is_each_day_and_never_is_never(cast):
    choose(cast.other_owner, "daily")
    choose(cast.area_manager_west, "never")
    send_digests(on=TUESDAY)
    assert [len(sent_to(u)) for u in (cast.owner, cast.other_owner)] == [0, 1]
    send_digests(on=MONDAY)
    assert [len(sent_to(u)) for u in (cast.owner, cast.other_owner)] == [1, 2]
    assert sent_to(cast.area_manager_west) == []
    choose(cast.other_owner, "never")
    send_digests(on=date(2026, 12, 7))
    assert [len(sent_to(u)) for u in (cast.owner, cast.other_owner)] == [2, 2]


def test_nobody_is_written_to_twice_for_a_day_or_about_nothing(cast, monkeypatch):
    assert sent_to(cast.scrutiny_member) == []
    real, calls = services.queue_message, []

    def killed(**given):
        if len(calls) == 1:
            raise KeyboardInterrupt
        calls.append(given)
        return real(**given)

    monkeypatch.setattr(services, "AT_ONCE", 1)
    monkeypatch.setattr(services, "queue_message", killed)
    with pytest.raises(KeyboardInterrupt):
        send_digests(on=MONDAY)
    assert OutgoingMessage.objects.count() == 1
    monkeypatch.setattr(services, "queue_message", real)
    assert send_digests(on=MONDAY) > 0
    before = OutgoingMessage.objects.count()
    assert send_digests(on=MONDAY) == 0
    assert OutgoingMessage.objects.count() == before
    assert sent_to(cast.scrutiny_member) == []
    assert len(sent_to(cast.owner)) == 1


def test_the_worker_sends_them_once_a_day_where_the_council_wants_them(cast, settings, mailoutbox):
    choose(cast.owner, "daily")
    work_off()
    assert mailoutbox == []
    settings.DIGESTS_DAILY = True
    planned(cast, opens_in=0)
    work_off()
    work_off()
    mine = [mail for mail in mailoutbox if mail.to == [cast.owner.email]]
    assert [mail.subject for mail in mine] == ["4 actions overdue, 4 updates asked for"]
    assert mine[0].alternatives[0][1] == "text/html"
    assert LongWork.objects.filter(kind="send-digests", state="done").count() == 1


def test_the_command_does_the_same_for_a_day(cast, capsys):
    call_command("send_digests", on="2026-11-30")
    assert re.fullmatch(r"[1-9]\d* digests queued\.\n", capsys.readouterr().out)
    call_command("send_digests", on="2026-11-30")
    assert capsys.readouterr().out == "0 digests queued.\n"
    with pytest.raises(CommandError, match="YYYY-MM-DD"):
        call_command("send_digests", on="30/11/2026")


def words_of_html(html: str) -> list[str]:
    body = re.sub(r'<a href="([^"]*)"[^>]*>(.*?)</a>', r"\2 \1", html.split("<body")[1])
    return sorted(unescape(re.sub(r"<[^>]+>", " ", body.partition(">")[2])).split())


def test_both_parts_say_the_same_and_each_link_opens_its_line(cast, settings):
    settings.REGISTER_ADDRESS = "https://register.example.gov.uk"
    agreed(cast, "Mend <b>this</b> & that", cast.owner, printed="June 2020")
    opened(cast)
    send_digests(on=MONDAY)
    [message] = sent_to(cast.owner)
    assert '<html lang="en-GB">' in message.html
    assert "<h1" in message.html
    assert "<img" not in message.html
    assert "Mend &lt;b&gt;this&lt;/b&gt; &amp; that" in message.html
    lines = sorted(word for word in message.text.split() if word not in "-")
    assert [w.strip(":") for w in lines] == [w.strip(":") for w in words_of_html(message.html)]
    links = re.findall(r'href="https://register.example.gov.uk(/[^"]*)"', message.html)
    assert len(links) == 11
    for link in links:
        stopped = Client().get(link)
        assert stopped.status_code == 302
        assert stopped["Location"].endswith(f"next={link}")
        assert signed_in(cast.owner).get(link).status_code == 200


def test_what_is_read_does_not_grow_with_the_people_and_their_lines(cast):
    manager = post(cast, "Manager of Many", cast.lead_officer)

    def asked(users) -> int:
        with CaptureQueriesContext(connection) as captured:
            found = digests_of(users, on=clock.today())
        assert set(found) >= {user.pk for user in users[:2]}
        return len(captured)

    def missed(*names: str) -> None:
        for name in names:
            window = opened(cast, name)
            close_window(window=window, on=clock.today(), by=cast.auditor, reason="Time is up")

    few = [cast.owner, cast.other_owner]
    agreed(cast, "Missed before", post(cast, "Officer", cast.owner, reports_to=manager))
    missed("One", "Two")
    opened(cast, "First")
    assert titles(cast.lead_officer, Kind.MISSED) == {"Missed before"}
    before = asked(few)
    many = [
        add_user(email=f"o{n}@leeds.example", name=f"Owner {n}", by=cast.administrator)
        for n in range(12)
    ]
    for number, user in enumerate(many):
        officer = post(cast, f"Officer {number}", user, reports_to=manager)
        agreed(cast, f"Line {number}", officer, printed="June 2020")
    missed("Three", "Four")
    opened(cast, "Second")
    assert len(titles(cast.lead_officer, Kind.MISSED)) == 13
    assert asked([*many, *few]) == before


def test_a_person_chooses_on_a_page_and_reads_what_they_would_be_sent(cast):
    client = signed_in(cast.owner)
    assert "Weekly, on Mondays" in client.get("/account/").content.decode()
    page = client.get("/digest/").content.decode()
    assert "4 actions overdue" in page
    sent = {"frequency": "daily", "version": "0"}
    answer = client.post("/digest/", sent, follow=True).content.decode()
    assert "You are written to daily." in answer
    assert "Daily" in client.get("/account/").content.decode()
    stale = client.post("/digest/", {**sent, "frequency": "never"})
    assert stale.status_code == 409
    assert "while you were writing" in stale.content.decode()
    cast.owner.refresh_from_db()
    assert cast.owner.digest_choice.frequency == "daily"
    bad = client.post("/digest/", {"frequency": "hourly", "version": "1"})
    assert bad.status_code == 200
    assert "error" in bad.content.decode()
    nothing = signed_in(cast.scrutiny_member).get("/digest/").content.decode()
    assert "Nothing waits for you" in nothing
    history = (
        signed_in(cast.administrator)
        .get(f"/history/accounts.user/{cast.owner.pk}/")
        .content.decode()
    )
    assert "Chose how often to be written to" in history
