"""Which records does the access matrix turn on, and which address arguments name them?"""

from typing import Any

from govreg.core import clock
from govreg.core.accounts.codes import new_secret
from govreg.core.accounts.models import User
from govreg.core.accounts.services.second_factor import set_up_factor
from govreg.core.accounts.services.users import add_user
from govreg.core.history.change import change
from govreg.reports.models import ReportIssue
from partnerships.models import Body, Organisation, OrganisationAlias, Partnership, Post, Team
from partnerships.question_sets import EXIT_ARRANGEMENTS
from partnerships.services.memberships import add_member
from partnerships.services.organisations import add_alias
from partnerships.services.partnerships import add_alias as add_partnership_alias
from partnerships.services.structure_descriptions import add_description
from recommendations.models import (
    AgreedAction,
    Evidence,
    ProgressUpdate,
    Recommendation,
    Theme,
)
from recommendations.services.claims import claim_completion
from recommendations.services.progress import save_draft, submit_update
from recommendations.services.responses import write_response
from recommendations.services.saved_filters import save_filter
from reviews.models import PriorityScale, Review
from reviews.services.points import add_point
from reviews.services.reviews import discuss_review
from tests import uploads
from tests.journeys.draft import make as make_draft
from tests.people import Cast
from tests.recommendations.lines import iscb_plan, line
from tests.telephone import Telephone

from . import (
    accountability_world,
    alignment_world,
    document_world,
    extension_world,
    follow_up_world,
    indicator_world,
    joint_working_world,
    meeting_world,
    membership_world,
    money_world,
    outbox_world,
    plan_sheet_world,
    plan_world,
    reporting_world,
    review_text_world,
    review_world,
    risk_world,
    scrutiny_world,
    spreadsheet_world,
    window_world,
)

Arguments = dict[str, list[Any]]


def build(cast: Cast) -> Arguments:
    """Return the arguments by the key that a row of the table gives; "" is for none."""
    today = clock.today()
    world: Arguments = {"": []}
    _partnerships(world, cast)
    meeting_world.add_to(world, cast)
    document_world.add_to(world, cast)
    money_world.add_to(world, cast)
    membership_world.add_to(world, cast)
    risk_world.add_to(world, cast)
    spreadsheet_world.add_to(world, cast)
    alignment_world.add_to(world, cast)
    reporting_world.add_to(world, cast)
    plan_world.add_to(world, cast)
    indicator_world.add_to(world, cast)
    joint_working_world.add_to(world, cast)
    review_world.add_to(world, cast)
    accountability_world.add_to(world, cast)
    _administration(world, cast)
    _reviews(world, cast)
    own = iscb_plan()
    update = submit_update(
        action=own,
        values={"rating": "on-track", "narrative": "Begun.", "reason": ""},
        on=today,
        by=cast.owner,
        uploads=[uploads.pdf()],
    )
    draft = save_draft(
        action=own,
        values={"rating": "on-track", "narrative": "Half.", "reason": ""},
        on=today,
        by=cast.owner,
        uploads=[uploads.pdf()],
    )
    world["trust action"] = [own.pk]
    world["areas action"] = [line("leeds-2005", "2", "by June 2006").pk]
    world["evidence"] = [Evidence.objects.get(update=update).pk]
    world["draft's evidence"] = [Evidence.objects.get(update=draft).pk]
    world["owner's draft"] = [draft.pk]
    _claimed(world, cast)
    extension_world.add_to(world, cast)
    follow_up_world.add_to(world, cast)
    scrutiny_world.add_to(world, cast)
    review_text_world.add_to(world, cast)
    window_world.add_to(world, cast)
    plan_sheet_world.add_to(world, cast)
    world["trust recommendation"] = ["leeds-2007", "9"]
    world["theme"] = [Theme.objects.get(name="Exit arrangements").pk]
    saved = save_filter(
        place="actions", asked="standing=overdue", name="Late", is_shared=True, by=cast.auditor
    )
    world["saved filter"] = [saved.pk]
    world["filtered list"] = ["actions"]
    world["areas recommendation"] = ["leeds-2005", "2"]
    world["trust response"] = [own.response_id]
    world["trust history"] = ["recommendations.recommendation", own.response.recommendation_id]
    world["unknown history"] = ["sessions.session", 1]
    world["reset link"] = ["MQ", "set-password"]
    return world


def _partnerships(world: Arguments, cast: Cast) -> None:
    for key, reference in (("west", "dp-west"), ("trust", "children-leeds")):
        partnership = Partnership.objects.get(reference=reference)
        body = Body.objects.filter(partnership=partnership).first()
        member = add_member(
            partnership=partnership,
            values={"organisation": Organisation.objects.get(name="Jobcentre Plus"), "body": body},
            by=cast.partnerships_officer,
        )
        alias = add_partnership_alias(
            partnership=partnership, name="Another name", by=cast.partnerships_officer
        )
        description = add_description(
            partnership=partnership,
            values={"day": clock.today(), "source": "Annual report", "text": "A board."},
            by=cast.partnerships_officer,
        )
        world[key] = [reference]
        world[f"{key} description"] = [reference, description.pk]
        world[f"{key} body"] = [reference, body.pk]
        world[f"{key} member"] = [reference, member.pk]
        world[f"{key} name"] = [reference, alias.pk]
        world[f"{key} checklist"] = [reference, EXIT_ARRANGEMENTS]
        world[f"{key} entry's history"] = ["partnerships.partnership", partnership.pk]


def _administration(world: Arguments, cast: Cast) -> None:
    organisation, other = Organisation.objects.order_by("pk")[:2]
    add_alias(organisation=organisation, name="Some other name", by=cast.administrator)
    post = Post.objects.get(title="Area Manager (West)")
    team = Team.objects.get(name="Area Managers")
    user: User = cast.owner
    world["organisation"] = [organisation.pk]
    alias = OrganisationAlias.objects.get(name="Some other name")
    world["organisation name"] = [organisation.pk, alias.pk]
    world["merge"] = [organisation.pk, other.pk]
    world["post"] = [post.pk]
    world["post holder"] = [post.pk, post.holdings.get().pk]
    world["team"] = [team.pk]
    world["team member"] = [team.pk, team.memberships.first().pk]
    world["user"] = [user.pk]
    world["user's role"] = [user.pk, user.role_holdings.get().pk]
    world["scale"] = [PriorityScale.objects.get().pk]
    world["question set"] = [EXIT_ARRANGEMENTS]
    world["setting"] = ["due-soon-days"]
    world["retention"] = ["retention-users"]
    world["rating setting"] = ["rating-late-after"]
    world["role"] = ["auditor"]
    careful = add_user(email="careful@leeds.example", name="Careful", by=cast.administrator)
    telephone = Telephone(new_secret())
    set_up_factor(user=careful, secret=telephone.secret, code=telephone.code())
    world["user with a factor"] = [careful.pk]


def _reviews(world: Arguments, cast: Cast) -> None:
    make_draft()
    draft = Review.objects.get(reference="west-2008")
    point = add_point(review=draft, kind="scope", values={"text": "Scope"}, by=cast.auditor)
    world["draft"] = [draft.reference]
    world["draft section"] = [draft.reference, draft.sections.first().pk]
    world["draft step"] = [draft.reference, 1]
    world["draft points"] = [draft.reference, "scope"]
    world["draft point"] = [draft.reference, point.pk]
    world["draft recommendation"] = [draft.reference, "1"]
    make_draft("west-2009")
    discussed = Review.objects.get(reference="west-2009")
    discuss_review(review=discussed, on=clock.today(), by=cast.auditor)
    recommendation = Recommendation.objects.get(review=discussed)
    response = write_response(
        recommendation=recommendation,
        values={"text": "We will.", "decision": "accepted"},
        subjects=[],
        by=cast.partnerships_officer,
    )
    world["discussed"] = [discussed.reference]
    world["discussed recommendation"] = [discussed.reference, "1"]
    world["unapproved response"] = [response.pk]
    trust = Review.objects.get(reference="leeds-2007")
    world["issued"] = [trust.reference]
    world["issued section"] = [trust.reference, trust.sections.first().pk]
    world["issued erratum"] = [trust.reference, "section", trust.sections.first().pk]
    world["report"] = [trust.reference, "action-plan"]
    _issued_report(world, cast, trust)


def _issued_report(world: Arguments, cast: Cast, review: Review) -> None:
    from govreg.reports.services.issues import issue_report

    issue_report(review=review, kind="action-plan", as_at=clock.today(), by=cast.auditor)
    assert ReportIssue.objects.count() == 1
    world["version"] = [review.reference, "action-plan", 1]
    outbox_world.add_to(world, cast, review)


def _claimed(world: Arguments, cast: Cast) -> None:
    claimed = line("leeds-2007", "9", "September 2007")
    submit_update(
        action=claimed,
        values={"rating": "complete", "narrative": "Done.", "reason": ""},
        on=clock.today(),
        by=cast.owner,
        uploads=[uploads.pdf()],
    )
    claim_completion(action=claimed, statement="Done.", on=clock.today(), by=cast.owner)
    world["claimed action"] = [claimed.pk]
    closed = line("leeds-2007", "3", "October - December 2007")
    with change(verb="Closed for the matrix", by=cast.auditor):
        closed.state = AgreedAction.State.CLOSED
        closed.save()
    world["closed action"] = [closed.pk]
    assert ProgressUpdate.objects.count() == 3
