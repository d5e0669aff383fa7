"""Which rows can a story add one by one, through the services, and which pages list them?

The rows of one kind lean on different other rows, as real ones do: a page that looks each of those
up by itself asks more of the database with every row.
"""

from datetime import timedelta
from unittest.mock import patch

from django.db import transaction

from govreg.core import clock
from govreg.core.access.models import Scope
from govreg.core.accounts import sign_in_log
from govreg.core.accounts.models import User
from govreg.core.accounts.services.users import add_user, deactivate_user, grant_role
from govreg.core.council.settings import decide
from govreg.core.history.held_texts import texts_holding
from govreg.core.history.redact import redact
from govreg.core.outbox.services import ask_for, queue_message
from govreg.reports.services.issues import issue_report
from partnerships.models import Body, Organisation, Partnership, Post, Team
from partnerships.services import bodies, memberships, organisations, partnerships, posts, teams
from recommendations.models import Recommendation
from recommendations.services.actions import agree_action, understood
from recommendations.services.claims import claim_completion
from recommendations.services.closure import verify
from recommendations.services.progress import submit_update
from recommendations.services.recommendations import add_recommendation
from recommendations.services.responses import approve_response, write_response
from recommendations.services.review_issue import issue_erratum
from reviews.models import Review
from reviews.services.points import add_point
from reviews.services.priorities import add_scale
from reviews.services.sections import add_section
from tests import uploads
from tests.journeys.draft import make as make_draft
from tests.people import Cast
from tests.recommendations.lines import iscb_plan


def trust() -> Partnership:
    return Partnership.objects.get(reference="children-leeds")


def first_body() -> Body:
    return Body.objects.filter(partnership=trust()).order_by("pk")[0]


def draft() -> Review:
    if not Review.objects.filter(reference="west-2008").exists():
        make_draft()
    return Review.objects.get(reference="west-2008")


def action(cast: Cast, i: int) -> None:
    agree_action(
        response=iscb_plan().response,
        text=f"Grown {i}",
        timescale=understood("December 2007"),
        owners=[cast.owner, *Post.objects.order_by("pk")[i : i + 2], Team.objects.first()],
        by=cast.partnerships_officer,
    )


def update(cast: Cast, i: int) -> None:
    submit_update(
        action=iscb_plan(),
        values={"rating": "at-risk", "narrative": f"Grown {i}", "reason": "It rained."},
        on=clock.today(),
        by=(cast.owner, cast.lead_officer)[i % 2],
        uploads=[uploads.pdf(f"grown-{i}.pdf")],
    )


def claim(cast: Cast, i: int) -> None:
    if i == 0:
        update(cast, i)
    today = clock.today()
    claim_completion(action=iscb_plan(), statement=f"Grown {i}", on=today, by=cast.owner)
    plan = iscb_plan()
    given = {"result": "partly", "note": "Not yet.", "on": today, "by": cast.auditor}
    verify(action=plan, version=plan.version, **given)


def recommendation(cast: Cast, i: int) -> None:
    review = draft()
    partnership = Partnership.objects.order_by("pk")[i % 5]
    earlier = list(Recommendation.objects.filter(review=review).order_by("pk")[:2])
    add_recommendation(
        review=review,
        values={
            "number": str(i + 2),
            "wording": f"Grown {i}",
            "priority": review.priorities.order_by("pk")[i % 3],
            "section": review.sections.get(number="1"),
            "addressee": "",
        },
        subjects=[partnership, *Body.objects.order_by("pk")[i : i + 1]],
        cross_references=earlier,
        by=cast.auditor,
    )


def response(cast: Cast, i: int) -> None:
    made = write_response(
        recommendation=Recommendation.objects.get(review__reference="leeds-2007", number="9"),
        values={"text": f"Grown {i}", "decision": "accepted"},
        subjects=[Body.objects.order_by("pk")[i]],
        by=cast.partnerships_officer,
    )
    if i % 3:
        approve_response(
            response=made, version=made.version, on=clock.today(), by=cast.senior_officer
        )


def section(cast: Cast, i: int) -> None:
    review = draft()
    values = {"title": f"Grown {i}", "body": "Text with a [link](https://leeds.example/)."}
    add_section(
        review=review, parent=review.sections.get(number="2"), values=values, by=cast.auditor
    )


def point(cast: Cast, i: int) -> None:
    values = {"text": f"Grown {i}", "section_references": "1"}
    add_point(review=draft(), kind="finding", values=values, by=cast.auditor)


def erratum(cast: Cast, i: int) -> None:
    review = Review.objects.get(reference="leeds-2007")
    mended = review.sections.first()
    issue_erratum(
        review=review,
        what_changed=f"Grown {i}",
        on=clock.today(),
        by=cast.auditor,
        corrected=mended,
        version=mended.version,
        text=f"Mended {i}.",
    )


def organisation(cast: Cast, i: int) -> Organisation:
    values = {"name": f"Grown {i}", "kind": "voluntary", "sector": "voluntary-community"}
    made = organisations.add_organisation(values=values, by=cast.administrator)
    for name in ("also", "formerly"):
        organisations.add_alias(organisation=made, name=f"Grown {i}, {name}", by=cast.administrator)
    return made


def alias(cast: Cast, i: int) -> None:
    found = Organisation.objects.get(name="Jobcentre Plus")
    organisations.add_alias(organisation=found, name=f"Grown {i}", by=cast.administrator)


def member(cast: Cast, i: int) -> None:
    memberships.add_member(
        partnership=trust(),
        values={
            "body": first_body(),
            "organisation": organisation(cast, i),
            "post": Post.objects.order_by("pk")[i] if i % 2 else None,
            "representative": "" if i % 2 else "Director",
        },
        by=cast.partnerships_officer,
    )


def seat(cast: Cast, i: int) -> None:
    body = body_of(cast, i)
    memberships.add_member(
        partnership=body.partnership,
        values={"body": body, "organisation": Organisation.objects.get(name="Jobcentre Plus")},
        by=cast.partnerships_officer,
    )


def body_of(cast: Cast, i: int) -> Body:
    return bodies.add_body(
        partnership=trust(),
        values={"name": f"Grown {i}", "kind": "board", "parent": first_body()},
        reports_to=[first_body()],
        by=cast.partnerships_officer,
    )


def partnership(cast: Cast, i: int) -> None:
    made = partnerships.add_partnership(
        reference=f"grown-{i}",
        values={
            "name": f"Grown {i}",
            "kind": "other",
            "parent": trust(),
            "accountable_body": Organisation.objects.order_by("pk")[i],
            "lead": Post.objects.order_by("pk")[i],
        },
        by=cast.partnerships_officer,
    )
    partnerships.add_alias(partnership=made, name=f"GP{i}", by=cast.partnerships_officer)


def post(cast: Cast, i: int) -> None:
    superior = Post.objects.get(title="Area Manager (West)")
    values = {
        "title": f"Grown {i}",
        "organisation": Organisation.objects.order_by("pk")[i],
        "reports_to": superior,
    }
    made = posts.add_post(values=values, by=cast.administrator)
    posts.appoint(post=made, user=cast.owner, start=None, by=cast.administrator)


def holder(cast: Cast, i: int) -> None:
    found = Post.objects.get(title="Area Manager (West)")
    posts.appoint(post=found, user=user(cast, i), start=clock.today(), by=cast.administrator)


def team(cast: Cast, i: int) -> None:
    values = {"name": f"Grown {i}", "organisation": Organisation.objects.order_by("pk")[i]}
    made = teams.add_team(values=values, by=cast.administrator)
    teams.join_team(team=made, user=cast.owner, start=None, by=cast.administrator)


def team_member(cast: Cast, i: int) -> None:
    found = Team.objects.get(name="Area Managers")
    teams.join_team(team=found, user=user(cast, i), start=None, by=cast.administrator)


def user(cast: Cast, i: int) -> User:
    made = add_user(email=f"grown-{i}@leeds.example", name=f"Grown {i}", by=cast.administrator)
    for scope in Scope.objects.order_by("pk")[i % 3 : i % 3 + 2]:
        grant_role(user=made, role="area-manager", scope=scope, by=cast.administrator)
    return made


def role(cast: Cast, i: int) -> None:
    scope = Scope.objects.order_by("pk")[i % 4]
    held = ("area-manager", "lead-officer", "scrutiny-member")[i // 4]
    grant_role(user=cast.other_owner, role=held, scope=scope, by=cast.administrator)


def scale(cast: Cast, i: int) -> None:
    levels = [("A", "Much"), ("B", "Some"), ("C", "Little")]
    add_scale(name=f"Grown {i}", levels=levels, by=cast.administrator)


def setting(cast: Cast, i: int) -> None:
    start = clock.today() + timedelta(days=i)
    by = cast.administrator
    decide(name="due-soon-days", value=20 + i, start=start, by=by, reason=f"Grown {i}")


def redaction(cast: Cast, i: int) -> None:
    person = add_user(email=f"gone-{i}@leeds.example", name=f"Gone {i} Away", by=cast.administrator)
    deactivate_user(user=person, by=cast.administrator, reason="Left")
    words = f"Gone {i} Away"
    given = {"basis": "erasure", "reason": f"Grown {i}", "by": cast.administrator}
    redact(chosen=texts_holding(words), words=words, **given)


def export(cast: Cast, i: int) -> None:
    sign_in_log.record(None, "exported", detail=f"Grown {i}", user=cast.auditor)


def message(cast: Cast, i: int) -> None:
    with transaction.atomic():
        queue_message(key=f"grown-{i}", to="x@leeds.example", subject=f"Grown {i}", text="Hello")


def work(cast: Cast, i: int) -> None:
    by = (cast.auditor, cast.administrator)[i % 2]
    with transaction.atomic():
        ask_for(kind="report", arguments={}, by=by, key=f"grown-{i}", title=f"Grown {i}")


def report(cast: Cast, i: int) -> None:
    review = Review.objects.get(reference="leeds-2007")
    with patch("govreg.reports.services.issues.pdf_of", return_value=uploads.PDF):
        issue_report(
            review=review,
            kind="action-plan",
            as_at=clock.today(),
            by=(cast.auditor, cast.democratic_services)[i % 2],
            what_changed=f"Grown {i}",
        )
