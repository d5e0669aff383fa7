"""Is a quarter opened, chased, closed, published and reopened as the audit trail wants?"""

import re
from datetime import date

import pytest

from govreg.core import clock
from govreg.core.accounts.models import User
from govreg.core.accounts.services.users import grant_role
from govreg.core.refusals import Refused
from partnerships.models import Organisation, QuarterVersion
from partnerships.rules.quarterly_status import Counts
from partnerships.services.plan_actions import change_action, withdraw_action
from partnerships.services.quarters import (
    close_quarter,
    open_quarter,
    publish_quarter,
    reopen_quarter,
)
from tests.partnerships.pages import read
from tests.partnerships.quarter import (
    answered,
    opened,
    quarter,
    small_action,
    small_plan,
    table,
)
from tests.people import signed_in

pytestmark = pytest.mark.django_db
AFTER = date(2007, 7, 6)


@pytest.fixture
def story(cast):
    """A plan of three actions: one green, one that starts later, one without an answer."""
    officer = cast.partnerships_officer
    plan = small_plan(officer, end=date(clock.today().year + 2, 3, 31))
    green = small_action(plan, "X1", officer)
    white = small_action(plan, "X2", officer, start=date(2008, 1, 1))
    blank = small_action(plan, "X3", officer)
    reporting = opened(plan, officer)
    answered(green, "green", officer)
    return reporting, green, white, blank


def test_a_closed_quarter_keeps_its_figures_whatever_is_answered_or_changed_later(cast, story):
    reporting, green, white, blank = story
    officer = cast.partnerships_officer
    close_quarter(reporting=reporting, on=AFTER, by=officer)
    answered(blank, "red", officer, late=True)
    answered(green, "red", officer, late=True, seen=1)
    change_action(
        action=white,
        version=white.version,
        values={"start": date(2007, 5, 1)},
        partners=[],
        by=officer,
        reason="It began.",
    )
    withdraw_action(
        action=green,
        version=green.version,
        day=date(2007, 6, 1),
        on=AFTER,
        by=officer,
        reason="Done elsewhere.",
    )
    found = table(reporting, day=clock.today())
    assert found.total.counts == Counts(green=1, white=1, blank=1)
    assert table(reporting, day=clock.today(), grouping="lead").total.counts == found.total.counts


def test_a_late_answer_is_listed_in_the_next_report(cast, story):
    reporting, _green, _white, blank = story
    officer = cast.partnerships_officer
    close_quarter(reporting=reporting, on=AFTER, by=officer)
    answered(blank, "amber", officer, late=True, reason="Nobody was there.")
    following = opened(reporting.plan, officer, "2007-08-q2")
    page = signed_in(officer).get(following.get_absolute_url()).content.decode()
    assert "Nobody was there." in page
    assert table(following, day=clock.today()).total.counts == Counts(white=1, blank=2)
    close_quarter(reporting=following, on=date(2007, 10, 2), by=officer)
    answered(blank, "red", officer, late=True, reason="Told after both.", seen=1)
    following.refresh_from_db()
    page = signed_in(officer).get(following.get_absolute_url()).content.decode()
    assert "Nobody was there." in page, "a closed quarter tells the same for good"
    assert "Told after both." not in page


def test_reopening_makes_a_new_version_beside_the_old(cast, story):
    reporting, _green, _white, blank = story
    officer = cast.partnerships_officer
    close_quarter(reporting=reporting, on=AFTER, by=officer)
    answered(blank, "red", officer, late=True)
    with pytest.raises(Refused, match="Only an administrator"):
        reopen_quarter(reporting=reporting, on=AFTER, by=officer, reason="An error.")
    reopen_quarter(reporting=reporting, on=AFTER, by=cast.administrator, reason="An error.")
    reporting.refresh_from_db()
    close_quarter(reporting=reporting, on=date(2007, 7, 9), by=officer)
    first, second = QuarterVersion.objects.filter(reporting=reporting).order_by("number")
    assert (first.reopened_because, second.number) == ("An error.", 2)
    today = clock.today()
    assert table(reporting, day=today, version=first).total.counts.blank == 1
    assert table(reporting, day=today).total.counts == Counts(green=1, red=1, white=1)
    page = signed_in(officer).get(f"{reporting.get_absolute_url()}?version=1").content.decode()
    assert "An error." in page


def test_what_was_published_is_told_and_found_after_it_is_reopened(cast, story):
    reporting, *_ = story
    officer = cast.partnerships_officer
    close_quarter(reporting=reporting, on=AFTER, by=officer)
    reporting = publish_quarter(reporting=reporting, on=date(2007, 7, 10), by=officer)
    reopen_quarter(
        reporting=reporting, on=date(2007, 7, 12), by=cast.administrator, reason="X3 was left out."
    )
    client = signed_in(cast.area_manager_west)
    page = read(client.get(reporting.get_absolute_url())).main
    told = page.find("a", string="Version 1").parent
    assert told.text == (
        "Version 1, closed on 6 July 2007, published on 10 July 2007, reopened on 12 July 2007: "
        "X3 was left out."
    )
    old = read(client.get(f"{reporting.get_absolute_url()}{told.a['href']}")).main.text
    assert "published on 10 July 2007" in old


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (lambda r, by: close_quarter(reporting=r, on=date(2007, 6, 30), by=by), "Close it on a"),
        (lambda r, by: publish_quarter(reporting=r, on=AFTER, by=by), "Close the quarter first"),
        (
            lambda r, by: open_quarter(
                plan=r.plan, quarter=r.period, answers_by=AFTER, on=date(2007, 6, 30), by=by
            ),
            "was opened already",
        ),
        (
            lambda r, by: open_quarter(
                plan=r.plan,
                quarter=quarter("2006-07-q4"),
                answers_by=date(2007, 4, 30),
                on=date(2007, 3, 1),
                by=by,
            ),
            "lies outside the plan",
        ),
        (
            lambda r, by: open_quarter(
                plan=r.plan, quarter=quarter("2008-09-q1"), answers_by=AFTER, on=AFTER, by=by
            ),
            "Open it once it has begun",
        ),
    ],
)
def test_a_step_that_is_not_possible_says_why(cast, story, step, said):
    with pytest.raises(Refused, match=said):
        step(story[0], cast.partnerships_officer)


def test_an_area_manager_does_not_run_quarters(cast, story):
    with pytest.raises(Refused, match="opened, closed and published by"):
        close_quarter(reporting=story[0], on=AFTER, by=cast.area_manager_west)


def chased_lines(client, reporting):
    """What the page of those who have not answered says, by organisation."""
    page = read(client.get(f"{reporting.get_absolute_url()}waiting/"))
    return {row.th.text: row for row in page.select("tbody tr")}


def test_who_has_not_answered_is_told_with_plan_and_person_or_why_nobody(cast):
    officer = cast.partnerships_officer
    plan = small_plan(officer)
    for number, name in enumerate(
        ("West Yorkshire Police", "Leeds Voice", "Education Leeds", "Leeds City Council"), start=1
    ):
        lead = Organisation.objects.get(name=name)
        small_action(plan, f"X{number}", officer, lead=lead)
    small_action(plan, "X5", officer, lead=None)
    reporting = opened(plan, officer)
    said = chased_lines(signed_in(officer), reporting)
    told = {name: " ".join(row.find_all("td")[-1].text.split()) for name, row in said.items()}
    assert told["West Yorkshire Police"] == "Partnership Officer (West Yorkshire Police)"
    assert "the register has no post in this organisation" in told["Leeds Voice"]
    assert "no account holds this post: Strategic Lead" in told["Education Leeds"]
    assert told["Leeds City Council"] == "Area Manager (West)"
    assert "name no lead organisation" in told["No lead organisation"]
    keeper = "The reminder goes to Area Manager (West), who keeps the plan and can answer for it."
    assert [name for name, words in told.items() if words.endswith(keeper)] == [
        name for name in told if name in {"Leeds Voice", "Education Leeds", "No lead organisation"}
    ]
    assert all("A small plan" in row.td.text for row in said.values())
    listed = said["Leeds Voice"].find("a", href=re.compile("actions"))["href"]
    actions = read(signed_in(officer).get(listed)).tbody.text
    assert "Do X2" in actions
    assert "Do X3" not in actions


def test_a_closed_quarter_says_who_did_not_answer_and_leads_to_a_late_answer(cast, story):
    reporting, *_ = story
    officer = cast.partnerships_officer
    police = signed_in(User.objects.get(email="police.officer@leeds.example"))
    late = f"{reporting.get_absolute_url()}answer/?show=waiting"
    west = signed_in(cast.area_manager_west)
    pages = (
        (police, "/"),
        (police, "/quarterly-answers/"),
        (west, reporting.get_absolute_url()),
    )
    assert all("Answer late" not in who.get(page).content.decode() for who, page in pages)
    close_quarter(reporting=reporting, on=AFTER, by=officer)
    links = [read(who.get(page)).find("a", href=late) for who, page in pages]
    assert links[0].text == links[1].text == f"Answer late for {reporting}"
    assert links[2].text == "Answer late for 1 action"
    assert "Do X3" in read(police.get(late)).tbody.text
    keeper = signed_in(officer)
    led = read(keeper.get(reporting.get_absolute_url())).find("a", string="Who did not answer")
    told = read(keeper.get(led["href"])).main.get_text(" ", strip=True)
    assert "was closed on 6 July 2007" in told
    assert "Who answers for them" in told
    assert "would be reminded" not in told
    assert "is closed they are counted" not in told
    answered(story[3], "red", officer, late=True)
    assert all(late not in who.get(page).content.decode() for who, page in pages)


def test_who_keeps_another_areas_plans_is_not_written_to(cast):
    officer = cast.partnerships_officer
    plan = small_plan(officer, of="dp-south")
    small_action(plan, "X1", officer, lead=Organisation.objects.get(name="Leeds City Council"))
    reporting = opened(plan, officer)
    said = chased_lines(signed_in(officer), reporting)
    assert "has no role to answer for this plan" in said["Leeds City Council"].text


def test_whoever_keeps_posts_is_led_to_what_mends_a_missing_person(cast):
    officer = cast.partnerships_officer
    grant_role(user=officer, role="administrator", scope=None, by=cast.administrator)
    plan = small_plan(officer)
    for reference, name in (("X1", "Leeds Voice"), ("X2", "Education Leeds")):
        small_action(plan, reference, officer, lead=Organisation.objects.get(name=name))
    client = signed_in(officer)
    said = chased_lines(client, opened(plan, officer))
    form = read(client.get(said["Leeds Voice"].find("a", href=re.compile("posts/add"))["href"]))
    assert form.find("option", selected=True).text == "Leeds Voice"
    appoint = said["Education Leeds"].find("a", href=re.compile("appoint"))
    assert "Strategic Lead" in read(client.get(appoint["href"])).text


def test_closing_is_told_what_will_happen_and_is_done_on_the_page(cast, story):
    reporting = story[0]
    client = signed_in(cast.partnerships_officer)
    address = f"{reporting.get_absolute_url()}close/"
    page = client.get(address).content.decode()
    assert "1 action that has started has no answer" in page
    assert "Only an administrator can reopen the quarter, with a reason." in page
    assert "cannot be taken back" not in page
    client.post(address)
    reporting.refresh_from_db()
    assert reporting.state == "closed"
    client.post(f"{reporting.get_absolute_url()}publish/")
    reporting.refresh_from_db()
    assert reporting.state == "published"
