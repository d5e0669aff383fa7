"""Does each person find in their digest what waits for them, and nothing that is another's?"""

import pytest

from govreg.core import clock
from govreg.core.access.models import Scope
from govreg.core.accounts.services.users import add_user, grant_role
from govreg.core.council.settings import decide
from govreg.core.refusals import Refused
from partnerships.models import Body
from partnerships.services.posts import end_appointment
from recommendations.models import Recommendation, UpdateRequest
from recommendations.queries.digests import digests_of
from recommendations.rules.digests import Kind
from recommendations.services.claims import claim_completion
from recommendations.services.closure import verify
from recommendations.services.digests import choose_frequency
from recommendations.services.responses import write_response
from recommendations.services.windows import close_window
from tests import uploads
from tests.people import Cast, signed_in

from .asking import asked, endorsed
from .digest_people import agreed, body_with, post, team, titles
from .lines import iscb_plan
from .rounds import in_days, opened, submit

pytestmark = pytest.mark.django_db


def everybody(cast: Cast) -> list:
    return [getattr(cast, name) for name in Cast.__slots__]


def who_reads(cast: Cast, title: str, *kinds: Kind) -> set:
    return {user for user in everybody(cast) if title in titles(user, *kinds)}


def test_an_action_waits_for_its_user_the_holder_of_its_post_its_team_and_its_body(cast):
    lead, east, west, other = (
        cast.lead_officer,
        cast.area_manager_east,
        cast.area_manager_west,
        cast.other_owner,
    )
    agreed(cast, "A user's", lead, printed="June 2020")
    held = post(cast, "Head of Following Up", east)
    agreed(cast, "A post's", held, printed="June 2020")
    agreed(cast, "A team's", team(cast, west, other), printed="June 2020")
    seat = post(cast, "Seated Officer", other)
    agreed(cast, "A body's", body_with(cast, seat), printed="June 2020")
    assert who_reads(cast, "A user's", Kind.OVERDUE) == {lead}
    assert who_reads(cast, "A post's", Kind.OVERDUE) == {east}
    assert who_reads(cast, "A team's", Kind.OVERDUE) == {west, other}
    assert other in who_reads(cast, "A body's", Kind.OVERDUE)
    assert lead not in who_reads(cast, "A body's")
    end_appointment(
        holding=held.holdings.get(), end=clock.today(), by=cast.administrator, reason="Moved on"
    )
    with in_days(1):
        assert who_reads(cast, "A post's") == set()


def test_a_window_asks_until_it_is_answered_and_what_is_due_later_waits_for_nobody(cast):
    agreed(cast, "Far away", cast.lead_officer)
    assert titles(cast.lead_officer) == set()
    window = opened(cast)
    assert titles(cast.lead_officer, Kind.ASKED) == {"Far away"}
    [request] = UpdateRequest.objects.filter(window=window, action__text="Far away")
    submit(cast.lead_officer, request.action)
    assert titles(cast.lead_officer) == set()


def test_due_soon_is_not_overdue(cast):
    today = clock.today()
    month = f"{clock.today():%-d %B %Y}"
    agreed(cast, "Today's", cast.lead_officer, printed=month)
    assert titles(cast.lead_officer, Kind.DUE_SOON) == {"Today's"}
    decide(name="due-soon-days", value=0, start=today, by=cast.administrator, reason="Less mail")
    assert titles(cast.lead_officer, Kind.DUE_SOON) == {"Today's"}
    with in_days(1):
        assert titles(cast.lead_officer, Kind.OVERDUE) == {"Today's"}


def test_a_claim_waits_for_an_auditor_and_returns_to_its_owner(cast):
    plan = iscb_plan()
    submit(cast.owner)
    claim_completion(
        action=plan, statement="Done.", uploads=[uploads.pdf()], on=clock.today(), by=cast.owner
    )
    assert who_reads(cast, plan.title) == {cast.auditor}
    assert titles(cast.auditor, Kind.VERIFY) == {plan.title}
    plan = iscb_plan()
    given = {"result": "partly", "note": "Not yet.", "on": clock.today(), "by": cast.auditor}
    verify(action=plan, version=plan.version, **given)
    assert titles(cast.auditor) == set()
    assert titles(cast.owner, Kind.RETURNED) == {plan.title}


def test_an_extension_waits_for_a_senior_officer_then_for_whoever_records_decisions(cast):
    plan = iscb_plan()
    request = asked(cast, plan, by=cast.owner)
    assert who_reads(cast, plan.title, Kind.ENDORSE, Kind.DECIDE) == {cast.senior_officer}
    endorsed_by = endorsed(cast, agreed(cast, "Another", cast.owner, printed="June 2020"))
    assert who_reads(cast, "Another", Kind.ENDORSE) == set()
    recorders = {cast.democratic_services, cast.partnerships_officer}
    assert who_reads(cast, "Another", Kind.DECIDE) == recorders
    for who, thing, verb in (
        (cast.senior_officer, request, "endorse"),
        (cast.democratic_services, endorsed_by, "decide"),
    ):
        [part] = digests_of([who], on=clock.today())[who.pk]
        assert [line.path for line in part.lines] == [f"/extensions/{thing.pk}/{verb}/"]
        assert signed_in(who).get(part.lines[0].path).status_code == 200


def test_a_response_waits_for_the_senior_officers_of_its_scope(cast):
    recommendation = iscb_plan().response.recommendation
    waiting = write_response(
        recommendation=recommendation,
        values={"text": "We shall.", "decision": "accepted"},
        subjects=[Body.objects.order_by("pk")[0]],
        by=cast.partnerships_officer,
    )
    assert who_reads(cast, str(waiting), Kind.APPROVE) == {cast.senior_officer}
    elsewhere = add_user(email="elsewhere@leeds.example", name="Elsewhere", by=cast.administrator)
    scope = Scope.objects.exclude(pk__in=recommendation.scope_ids).order_by("pk")[0]
    grant_role(
        user=elsewhere, role="senior-officer", scope=scope, start=None, by=cast.administrator
    )
    assert titles(elsewhere) == set()


def test_who_answers_for_another_partnership_of_the_same_review_has_nothing_to_approve(cast):
    found = Recommendation.objects.filter(review__status="issued").order_by("pk")
    narrow = next(r for r in found if set(r.scope_ids) < set(r.review.scope_ids))
    subject = narrow.subjects.order_by("pk")[0]
    waiting = write_response(
        recommendation=narrow,
        values={"text": "We shall.", "decision": "accepted"},
        subjects=[subject.partnership or subject.body],
        by=cast.partnerships_officer,
    )
    own, other = (
        add_user(email=f"{name}@leeds.example", name=name, by=cast.administrator)
        for name in ("own", "other")
    )
    elsewhere = min(set(narrow.review.scope_ids) - set(narrow.scope_ids))
    for user, scope in ((own, narrow.scope_ids[0]), (other, elsewhere)):
        grant_role(
            user=user,
            role="senior-officer",
            scope=Scope.objects.get(pk=scope),
            start=None,
            by=cast.administrator,
        )
    assert titles(own) == {str(waiting)}
    assert titles(other) == set()


def missed(cast: Cast, times: int) -> None:
    """Let some windows close without an answer."""
    for number in range(times):
        window = opened(cast, f"Missed {number}")
        close_window(window=window, on=clock.today(), by=cast.auditor, reason="Time is up")


def test_what_is_missed_goes_up_the_line_of_the_posts_a_step_at_a_time(cast):
    director = post(cast, "Director of Stories", cast.senior_officer)
    manager = post(cast, "Manager of Stories", cast.lead_officer, reports_to=director)
    officer = post(cast, "Officer of Stories", cast.owner, reports_to=manager)
    agreed(cast, "By post", officer)
    agreed(cast, "By user", cast.owner)
    agreed(cast, "By team", team(cast, cast.owner))
    told = {"By post", "By user", "By team"}
    missed(cast, 1)
    assert titles(cast.lead_officer, Kind.MISSED) & told == set()
    missed_again = opened(cast, "Second")
    close_window(window=missed_again, on=clock.today(), by=cast.auditor, reason="Time is up")
    assert titles(cast.lead_officer, Kind.MISSED) >= told
    assert titles(cast.senior_officer, Kind.MISSED) == set()
    third = opened(cast, "Third")
    close_window(window=third, on=clock.today(), by=cast.auditor, reason="Time is up")
    assert titles(cast.senior_officer, Kind.MISSED) >= told
    assert titles(cast.owner, Kind.MISSED) == set()
    [action] = {r.action for r in UpdateRequest.objects.filter(action__text="By user")}
    together = digests_of(everybody(cast), on=clock.today())
    for user in everybody(cast):
        alone = digests_of([user], on=clock.today())
        assert alone.get(user.pk) == together.get(user.pk)
    submit(cast.owner, action)
    assert "By user" not in titles(cast.senior_officer, Kind.MISSED)
    for name in ("escalate-to-manager-after", "escalate-to-director-after"):
        decide(name=name, value=0, start=clock.today(), by=cast.administrator, reason="Never")
    assert titles(cast.lead_officer, Kind.MISSED) == set()
    assert titles(cast.senior_officer, Kind.MISSED) == set()


def test_a_manager_is_told_of_nothing_that_they_may_not_read(cast):
    stranger = add_user(email="stranger@leeds.example", name="Stranger", by=cast.administrator)
    manager = post(cast, "Manager Without a Role", stranger)
    agreed(cast, "Not theirs", post(cast, "Officer", cast.owner, reports_to=manager))
    missed(cast, 2)
    assert titles(stranger) == set()


def test_nobody_chooses_for_another(cast):
    with pytest.raises(Refused, match="for themselves"):
        choose_frequency(user=cast.owner, version=0, frequency="never", by=cast.administrator)
