"""Are update windows planned, opened, extended, closed and left as their keepers expect?"""

from datetime import timedelta

import pytest

from govreg.core import clock
from govreg.core.editing.versions import StaleVersion
from govreg.core.refusals import Refused
from partnerships.models import Body
from recommendations.models import UpdateRequest, UpdateWindow
from recommendations.rules.windows import days_of, refusal_of_days, state_of
from recommendations.services import windows as services
from tests.people import signed_in

from .lines import iscb_plan, line
from .rounds import COMMITTEE, asked, boxes, figures, home, in_days, opened, planned, submit

pytestmark = pytest.mark.django_db


def test_several_windows_are_planned_in_one_step(cast):
    officer = signed_in(cast.partnerships_officer)
    today = clock.today()
    days = [today + timedelta(days=offset) for offset in (60, 150, 240)]
    typed = {
        "name": "Progress",
        "committee": COMMITTEE,
        "dates": "\n".join(f"{day:%-d %B %Y}" for day in reversed(days)),
        "opens_before": "30",
        "closes_before": "7",
    }
    assert officer.post("/update-windows/plan/", typed).status_code == 302
    made = list(UpdateWindow.objects.order_by("committee_date"))
    assert [window.committee_date for window in made] == days
    assert [(w.opens, w.closes) for w in made] == [
        days_of(day, opens_before=30, closes_before=7) for day in days
    ]
    assert made[0].name == f"Progress, {days[0]:%-d %B %Y}"
    listed = officer.get("/update-windows/").content.decode()
    assert all(window.name in listed for window in made)
    assert UpdateRequest.objects.count() == 0


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"dates": "3 November 2099\nnext Tuesday"}, "“next Tuesday” is not a day"),
        ({"dates": "3 November 2099\n3/11/2099\n2099-11-03"}, "given twice"),
        ({"dates": "3 November 2006"}, "would have closed on 27 October 2006"),
        ({"opens_before": "5"}, "must open before it closes"),
        ({"committee": ""}, "Write the committee’s name, or choose it from the register"),
    ],
)
def test_a_plan_that_cannot_be_kept_says_why_and_plans_nothing(cast, changes, sentence):
    typed = {
        "name": "Progress",
        "committee": COMMITTEE,
        "dates": "3 November 2099",
        "opens_before": "30",
        "closes_before": "7",
        **changes,
    }
    answer = signed_in(cast.partnerships_officer).post("/update-windows/plan/", typed)
    content = answer.content.decode()
    assert sentence in content
    assert "Progress" in content
    assert UpdateWindow.objects.count() == 0


def test_days_out_of_order_are_refused():
    today = clock.today()

    def code(opens: int, closes: int, committee: int) -> str:
        given = {"opens": opens, "closes": closes, "committee_date": committee}
        days = {name: today + timedelta(days=offset) for name, offset in given.items()}
        refusal = refusal_of_days(**days, on=today)
        return refusal.code if refusal else ""

    assert code(0, 0, 0) == ""
    assert code(2, 1, 3) == "opens-after-closing"
    assert code(1, 3, 2) == "closes-after-committee"
    assert code(-5, -1, 2) == "closes-in-the-past"


def test_a_window_is_open_on_its_first_day_and_its_last(cast):
    window = planned(cast, opens_in=3)
    days = {offset: clock.today() + timedelta(days=offset) for offset in (2, 3, 23, 24)}
    found = [state_of(window, on=day) for day in days.values()]
    assert found == ["planned", "open", "open", "closed"]


def test_the_button_opens_a_window_before_its_day(cast):
    window = planned(cast, opens_in=5)
    officer = signed_in(cast.partnerships_officer)
    assert "Open now" in officer.get(home(window)).content.decode()
    assert officer.post(home(window, "open/"), {"once": ""}).status_code == 302
    window.refresh_from_db()
    assert (window.opens, window.opened_on) == (clock.today(), clock.today())
    assert window.requests.exists()
    assert officer.post(home(window, "open/")).status_code == 403


def test_a_window_that_has_not_opened_is_changed_or_removed_with_a_reason(cast):
    window = planned(cast, opens_in=5)
    officer = signed_in(cast.partnerships_officer)
    typed = {
        "name": "Winter",
        "committee": COMMITTEE,
        **boxes("committee_date", window.committee_date),
        **boxes("opens", window.opens + timedelta(days=1)),
        **boxes("closes", window.closes),
        "version": window.version,
        "why": "",
    }
    assert officer.post(home(window, "change/"), typed).status_code == 200
    typed["why"] = "The committee's name was wrong"
    assert officer.post(home(window, "change/"), typed).status_code == 302
    window.refresh_from_db()
    assert window.name == "Winter"
    stale = officer.post(home(window, "change/"), {**typed, "name": "Mine"})
    assert stale.status_code == 409
    assert "Winter" in stale.content.decode()
    assert officer.post(home(window, "remove/"), {"reason": "Not needed"}).status_code == 302
    assert not UpdateWindow.objects.filter(pk=window.pk).exists()
    window = opened(cast)
    for verb in ("change/", "remove/"):
        assert officer.post(home(window, verb), {"reason": "x"}).status_code == 403


def test_an_open_window_is_extended_with_a_reason_but_not_beyond_its_committee(cast):
    window = opened(cast)
    officer = signed_in(cast.partnerships_officer)

    def extend(days: int, **changes):
        typed = {**boxes("closes", window.closes + timedelta(days=days)), **changes}
        given = {"version": window.version, "why": "Half term", **typed}
        return officer.post(home(window, "extend/"), given)

    assert "Choose a day after" in extend(0).content.decode()
    assert "choose that day or one before" in extend(8).content.decode()
    assert extend(3, why="").status_code == 200
    assert extend(3).status_code == 302
    with pytest.raises(StaleVersion):
        services.extend_window(
            window=window,
            version=window.version,
            closes=window.closes + timedelta(days=5),
            on=clock.today(),
            by=cast.auditor,
            reason="x",
        )
    with in_days(23):
        assert submit(cast.owner).window == window


def test_a_window_closed_early_takes_no_answer_on_that_very_day(cast):
    window = opened(cast)
    submit(cast.owner)
    officer = signed_in(cast.partnerships_officer)
    assert officer.post(home(window, "close/"), {"reason": ""}).status_code == 200
    assert officer.post(home(window, "close/"), {"reason": "Moved forward"}).status_code == 302
    window.refresh_from_db()
    assert state_of(window, on=clock.today()) == "closed"
    assert submit(cast.owner, rating="late", reason="Late.").window is None
    assert figures(window, cast.auditor).answered == 1
    assert officer.post(home(window, "extend/")).status_code == 403


def test_actions_are_moved_to_another_window_with_a_reason(cast):
    window, later = opened(cast), planned(cast, "Later", opens_in=9)
    officer = signed_in(cast.partnerships_officer)
    chosen = [asked(window, iscb_plan()), asked(window, line("leeds-2005", "2", "by June 2006"))]
    before = figures(window, cast.auditor).asked
    typed = {"actions": [r.pk for r in chosen], "to": later.pk, "reason": ""}
    page = officer.get(home(window, "move/")).content.decode()
    assert iscb_plan().title[:40] in page
    assert officer.post(home(window, "move/"), typed).status_code == 200
    assert figures(window, cast.auditor).asked == before
    typed["reason"] = "They report to the later meeting"
    assert officer.post(home(window, "move/"), typed).status_code == 302
    assert figures(window, cast.auditor).asked == before - 2
    assert asked(later, iscb_plan()).moved_from == window
    assert submit(cast.owner).window is None
    services.open_window(window=later, on=clock.today(), by=cast.auditor)
    assert later.requests.filter(action=iscb_plan()).count() == 1
    recommendation = iscb_plan().response.recommendation
    history = officer.get(f"/history/recommendations.recommendation/{recommendation.pk}/")
    assert "They report to the later meeting" in history.content.decode()


def test_what_was_answered_is_not_moved(cast):
    window, later = opened(cast), planned(cast, "Later", opens_in=9)
    submit(cast.owner)
    with pytest.raises(Refused, match="answered in this window"):
        services.move_to_window(
            window=window,
            requests=[asked(window, iscb_plan())],
            to=later,
            on=clock.today(),
            by=cast.auditor,
            reason="x",
        )
    assert asked(window, iscb_plan())


def test_only_those_who_keep_the_windows_may(cast):
    window = planned(cast, opens_in=3)
    for who in (cast.owner, cast.lead_officer, cast.administrator, cast.scrutiny_member):
        with pytest.raises(Refused, match="partnerships officer or an auditor"):
            services.open_window(window=window, on=clock.today(), by=who)
        assert signed_in(who).get("/update-windows/plan/").status_code == 403
    assert signed_in(cast.auditor).get("/update-windows/plan/").status_code == 200


def test_the_history_of_a_window_can_be_read(cast):
    window = opened(cast)
    services.close_window(
        window=window, on=clock.today(), by=cast.auditor, reason="The meeting was brought forward"
    )
    history = f"/history/recommendations.updatewindow/{window.pk}/"
    content = signed_in(cast.scrutiny_member).get(history).content.decode()
    for words in ("Planned update windows", "Closed an update window early", "brought forward"):
        assert words in content
    assert signed_in(cast.other_owner).get(history).status_code in {200, 404}
    found = signed_in(cast.auditor).get("/search/?words=autumn").content.decode()
    assert window.name in found


def test_a_committee_of_the_register_gives_its_name_and_its_page_to_those_who_see_it(cast):
    body = Body.objects.filter(partnership__reference="dp-west").first()
    typed = {
        "name": "Progress",
        "committee": "",
        "body": body.pk,
        "dates": f"{clock.today() + timedelta(days=60):%-d %B %Y}",
        "opens_before": "30",
        "closes_before": "7",
    }
    signed_in(cast.partnerships_officer).post("/update-windows/plan/", typed)
    window = UpdateWindow.objects.get()
    assert window.committee == body.name
    assert body.get_absolute_url() in signed_in(cast.auditor).get(home(window)).content.decode()
    hidden = signed_in(cast.lead_officer).get(home(window)).content.decode()
    assert body.get_absolute_url() not in hidden
