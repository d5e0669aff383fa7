"""Are plans kept with their themes and priorities, and are wrong ones refused with a sentence?"""

from datetime import date

import pytest

from govreg.core import clock
from govreg.core.accounts.models import User
from govreg.core.quarters import quarter_of
from govreg.core.refusals import Refused
from partnerships.models import Partnership, Plan, PlanPriority, StrategicTheme
from partnerships.services.plans import add_plan, change_plan, state_priorities, state_visions
from tests.partnerships.pages import day, problems, read
from tests.partnerships.quarter import (
    opened,
    regeneration_plan,
    small_action,
    small_plan,
)
from tests.people import signed_in

pytestmark = pytest.mark.django_db


def test_the_districts_have_the_22_priorities_of_2006():
    numbers = {plan.short_name: plan.priorities.count() for plan in regeneration_plan().plans.all()}
    numbers.pop("City-wide")
    assert numbers == {"East": 5, "North East": 5, "North West": 5, "South": 4, "West": 3}
    texts = list(PlanPriority.objects.values_list("plan__short_name", "text"))
    shared = {text for name, text in texts if name == "East"} & {
        text for name, text in texts if name == "North East"
    }
    assert len([text for text in shared if "crime" in text.lower() or "work" in text]) == 2


def test_a_plan_states_vision_priorities_and_actions_for_each_theme(cast):
    page = signed_in(cast.scrutiny_member).get(
        Plan.objects.get(short_name="South").get_absolute_url()
    )
    text = page.content.decode()
    assert "Everybody learns, from the earliest years" in text
    assert "What young people of 14 to 19 can learn" in text
    assert "No priority is stated" in text, "a theme without one is told"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"start": date(2009, 1, 1), "end": date(2008, 1, 1)}, "before it starts"),
        ({"name": "A small plan"}, "has a plan of that name"),
    ],
)
def test_a_wrong_plan_is_refused(cast, values, said):
    officer = cast.partnerships_officer
    small_plan(officer)
    with pytest.raises(Refused, match=said):
        small_plan(officer, values.pop("name", "Another"), **values)


def test_a_plan_stands_under_one_at_the_top_only(cast):
    officer = cast.partnerships_officer
    west = Plan.objects.select_related("partnership").get(short_name="West")
    with pytest.raises(Refused, match="belongs to another plan already"):
        small_plan(officer, parent=west)
    top = regeneration_plan()
    other = small_plan(officer)
    with pytest.raises(Refused, match="Other plans belong to this one"):
        change_plan(
            plan=top, version=top.version, values={"parent": other}, by=officer, reason="Order."
        )


def test_a_plan_that_was_reported_stays_where_it_is(cast):
    officer = cast.partnerships_officer
    plan = small_plan(officer)
    small_action(plan, "X1", officer)
    opened(plan, officer)
    with pytest.raises(Refused, match="A quarter of this plan was opened already"):
        change_plan(
            plan=plan,
            version=plan.version,
            values={"parent": regeneration_plan()},
            by=officer,
            reason="Order.",
        )


def test_an_area_manager_keeps_their_own_plans_alone(cast):
    small_plan(cast.area_manager_west)
    with pytest.raises(Refused, match="The plans of a partnership are kept by"):
        small_plan(cast.area_manager_east, "Not theirs")
    east = Partnership.objects.get(reference="dp-east")
    values = {
        "name": "Theirs",
        "short_name": "Theirs",
        "coverage": "area",
        "start": date(2007, 4, 1),
        "end": date(2008, 3, 31),
        "parent": regeneration_plan(),
    }
    with pytest.raises(Refused, match="The plans of a partnership are kept by"):
        add_plan(partnership=east, values=values, by=cast.area_manager_east)


def links(client, address: str) -> set[str]:
    page = read(client.get(address))
    return {link["href"] for link in page.select("a[href^='/']")}


def test_whoever_sees_a_plan_above_theirs_is_led_to_nothing_that_they_may_not_open(cast):
    root = regeneration_plan()
    led = root.partnership.get_absolute_url()
    east, officer = signed_in(cast.area_manager_east), signed_in(cast.partnerships_officer)
    for address in ("/plans/", root.get_absolute_url()):
        assert root.partnership.name in read(east.get(address)).main.text
        assert not [link for link in links(east, address) if link.startswith(led)]
        assert [link for link in links(officer, address) if link.startswith(led)]


def test_whoever_leads_an_action_is_led_to_nothing_of_its_plan_that_they_may_not_open(cast):
    action = small_action(small_plan(cast.area_manager_west), "X1", cast.area_manager_west)
    police = signed_in(User.objects.get(email="police.officer@leeds.example"))
    found = links(police, action.get_absolute_url())
    plans = {link for link in found if link.startswith(("/plans/", "/partnerships/"))}
    assert action.plan.name in read(police.get(action.get_absolute_url())).main.text
    assert plans == set()
    west = links(signed_in(cast.area_manager_west), action.get_absolute_url())
    assert action.plan.get_absolute_url() in west


def test_a_plan_without_actions_speaks_to_each_reader_of_what_they_may_do(cast):
    plan = small_plan(cast.area_manager_west)
    told = {}
    for person in (cast.area_manager_west, cast.scrutiny_member):
        client = signed_in(person)
        listed = read(client.get(f"{plan.get_absolute_url()}actions/")).main.text
        told[person] = (listed, read(client.get(plan.get_absolute_url())).main.text)
    assert ["Add the first" in listed for listed, _page in told.values()] == [True, False]
    assert ["Add an action" in page for _listed, page in told.values()] == [True, False]
    assert all("has no action of its own yet" in listed for listed, _page in told.values())
    assert not any("Not judged" in page for _listed, page in told.values())
    small_action(plan, "X1", cast.area_manager_west)
    page = read(signed_in(cast.scrutiny_member).get(plan.get_absolute_url())).main.text
    assert "Not judged" in page


def test_a_theme_or_priority_in_use_is_not_taken_out(cast):
    officer = cast.partnerships_officer
    plan = Plan.objects.select_related("partnership__scope").get(short_name="West")
    with pytest.raises(Refused, match="Keep the theme, or move them"):
        state_visions(plan=plan, visions={}, by=officer)
    with pytest.raises(Refused, match="Keep it, or move them"):
        state_priorities(plan=plan, priorities=[], by=officer)


def test_priorities_are_kept_on_one_page(cast):
    plan = small_plan(cast.area_manager_west)
    framework = regeneration_plan().framework
    change_plan(
        plan=plan,
        version=plan.version,
        values={"framework": framework},
        by=cast.area_manager_west,
        reason="It serves the Vision.",
    )
    theme = StrategicTheme.objects.get(name="Learning", framework=framework)
    client = signed_in(cast.area_manager_west)
    address = f"{plan.get_absolute_url()}priorities/"
    client.post(address, {"text_1": "Read well", "theme_1": theme.pk, "text_2": "Walk to school"})
    stated = list(plan.priorities.values_list("text", "theme", "position"))
    assert stated == [("Read well", theme.pk, 1), ("Walk to school", None, 2)]
    client.post(address, {"text_1": "", "text_2": "Walk to school"})
    assert [row.text for row in plan.priorities.all()] == ["Walk to school"]


def test_a_plan_is_found_by_its_words(cast):
    page = signed_in(cast.scrutiny_member).get("/search/?words=South+Leeds+District+Action+Plan")
    assert "South Leeds District Action Plan" in page.content.decode()


def test_a_quarter_is_opened_on_its_page(cast):
    officer = cast.partnerships_officer
    today = clock.today()
    plan = small_plan(officer, end=date(today.year + 3, 3, 31))
    small_action(plan, "X1", officer)
    period = quarter_of(today)
    client = signed_in(officer)
    address = f"{plan.get_absolute_url()}quarters/open/"
    assert str(period) in client.get(address).content.decode()
    assert str(period.following) not in client.get(address).content.decode()
    refused = client.post(address, {"quarter": period.slug, **day("answers_by", 1, 6, 2020)})
    assert "must be in the quarter or after it, and not past" in refused.content.decode()
    last = period.last_day
    client.post(
        address,
        {"quarter": period.slug, **day("answers_by", last.day, last.month, last.year)},
    )
    assert plan.quarters.get().period == period


def test_a_date_that_is_missing_or_none_is_told_as_what_it_is(cast):
    client = signed_in(cast.partnerships_officer)
    told = problems(client.post("/partnerships/dp-west/plans/add/", day("end", 31, 2, 2009)))
    assert "Enter the start date" in told
    assert "End date must be a real date" in told
