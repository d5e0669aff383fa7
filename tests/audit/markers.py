"""Which words are planted in records at each level of visibility, and who may read each of them?

People are the letters of the access table. Every marker stands beside the word `kestrel`, which
nobody may read alone: who looks for that word finds whatever the search gives away.
"""

from datetime import timedelta
from typing import Any

from django.db import transaction

from govreg.core import clock
from govreg.core.accounts.services.users import add_user
from govreg.core.history.models import TrackedModel
from govreg.core.outbox.models import OutgoingMessage
from govreg.core.outbox.services import queue_message
from govreg.core.outbox.services.leases import take
from govreg.core.outbox.services.messages import record_refused
from partnerships.models import Body, Organisation, Partnership
from partnerships.services.bodies import add_body
from partnerships.services.memberships import add_member
from recommendations.models import AgreedAction, Recommendation
from recommendations.queries.ownership import owned_actions
from recommendations.services.progress import save_draft, submit_update
from recommendations.services.recommendations import word_recommendation
from recommendations.services.responses import write_response
from recommendations.services.review_issue import issue_review
from reviews.models import Review
from reviews.services.reviews import discuss_review
from reviews.services.sections import add_section
from tests import uploads
from tests.journeys.draft import make as make_draft
from tests.partnerships.board import held, record
from tests.people import Cast
from tests.recommendations.lines import iscb_plan

#: Marker -> who may read it, written by hand.
READERS = {
    "quailsection": "U",  # a draft review is its auditors'
    "quailwording": "U",
    "heronsection": "APSU",  # a review under discussion: who takes part in it, of its partnership
    "heronwording": "APSU",
    "heronresponse": "APSU",
    "plovermeasured": "APWSUDM",  # the wording of an issued review of West
    "ploverunapproved": "APSU",  # an answer that nobody approved yet
    "wrennarrative": "O",  # somebody's draft update, and the name of its evidence
    "wrenevidence": "O",
    "finchnarrative": "APLOSUDM",  # what was submitted on a line of the trust
    "finchevidence": "APLOSUDM",
    "larknarrative": "APLXSUDM",  # the same on a line of another owner
    "larkevidence": "APLXSUDM",
    "swiftbody": "APWSUDM",  # the bodies and members of West
    "swiftmember": "APWSUDM",
    "cranedecision": "PWSUD",  # what was said at a meeting of West that is exempt
    "craneminutes": "PWSUD",
    "storkdecision": "APWSUDM",  # at one that is not
    "robinbody": "APLSUDM",  # those of the trust
    "robinmember": "APLSUDM",
    "stonechat": "A",  # a user's address
    "dunlinaddress": "A",  # a message that failed
    "dunlinsubject": "A",
}

WORDS = {"rating": "on-track", "reason": ""}


def plant(cast: Cast) -> list[TrackedModel]:
    """Plant every marker through the services; return the records whose history is read."""
    issued = _review("quite-issued", "plovermeasured", cast)
    discuss_review(review=issued, on=clock.today(), by=cast.auditor)
    issue_review(review=issued, on=clock.today(), by=cast.auditor)
    _respond(issued, "ploverunapproved", cast)
    discussed = _review("quite-discussed", "heronsection", cast, wording="heronwording")
    discuss_review(review=discussed, on=clock.today(), by=cast.auditor)
    _respond(discussed, "heronresponse", cast)
    draft = _review("quite-draft", "quailsection", cast, wording="quailwording")
    reviews = [issued, discussed, draft]
    recommendations = list(Recommendation.objects.filter(review__in=reviews))
    add_user(email="kestrel.stonechat@leeds.example", name="Quiet", by=cast.administrator)
    _failed_message()
    return [*reviews, *recommendations, *_lines(cast), *_partnerships(cast)]


def _review(reference: str, section: str, cast: Cast, *, wording: str = "") -> Review:
    make_draft(reference)
    review = Review.objects.get(reference=reference)
    add_section(
        review=review,
        parent=None,
        values={"title": f"Kestrel {section}", "body": f"A kestrel {section} was seen."},
        by=cast.auditor,
    )
    if wording:
        recommendation = Recommendation.objects.get(review=review)
        word_recommendation(
            recommendation=recommendation,
            version=recommendation.version,
            values={"wording": f"Count the kestrel {wording}."},
            subjects=[Partnership.objects.get(reference="dp-west")],
            cross_references=[],
            by=cast.auditor,
        )
    return review


def _respond(review: Review, marker: str, cast: Cast) -> None:
    write_response(
        recommendation=Recommendation.objects.get(review=review),
        values={"text": f"We saw a kestrel {marker}.", "decision": "accepted"},
        subjects=[],
        by=cast.partnerships_officer,
    )


def line_of_another(cast: Cast) -> AgreedAction:
    """Return a line of the trust that the other owner owns and the first does not."""
    today = clock.today()
    theirs = owned_actions(cast.other_owner, on=today).exclude(
        pk__in=owned_actions(cast.owner, on=today).values("pk")
    )
    return theirs.filter(
        response__recommendation__review__reference="leeds-2007", state="agreed"
    ).first()


def _lines(cast: Cast) -> list[TrackedModel]:
    own, other = iscb_plan(), line_of_another(cast)
    _submit(own, "finch", cast.owner)
    _submit(other, "lark", cast.other_owner)
    save_draft(
        action=own,
        values={**WORDS, "narrative": "Half a kestrel wrennarrative."},
        on=clock.today(),
        by=cast.owner,
        uploads=[uploads.pdf("kestrel-wrenevidence.pdf")],
    )
    return [own.response.recommendation, other.response.recommendation]


def _submit(action: AgreedAction, bird: str, by: Any) -> None:
    submit_update(
        action=action,
        values={**WORDS, "narrative": f"A kestrel {bird}narrative."},
        on=clock.today(),
        by=by,
        uploads=[uploads.pdf(f"kestrel-{bird}evidence.pdf")],
    )


def _partnerships(cast: Cast) -> list[TrackedModel]:
    found: list[TrackedModel] = []
    for reference, bird in (("dp-west", "swift"), ("children-leeds", "robin")):
        partnership = Partnership.objects.get(reference=reference)
        body = add_body(
            partnership=partnership,
            values={"name": f"Kestrel {bird}body", "kind": "board"},
            by=cast.partnerships_officer,
        )
        add_member(
            partnership=partnership,
            values={
                "organisation": Organisation.objects.get(name="Jobcentre Plus"),
                "body": body,
                "representative": f"Kestrel {bird}member",
            },
            by=cast.partnerships_officer,
        )
        found += [partnership, body]
        if bird == "swift":
            found += [_meeting(body, "crane", cast, exempt=True), _meeting(body, "stork", cast)]
    return found


def _meeting(body: Body, bird: str, cast: Cast, *, exempt: bool = False) -> TrackedModel:
    day = clock.today() - timedelta(days=1 + exempt)
    meeting = held(body, day=day, exempt=exempt, by=cast.partnerships_officer)
    files = [uploads.pdf(f"kestrel-{bird}minutes.pdf")] if exempt else []
    said = [{"text": f"Count the kestrel {bird}decision.", "reference": ""}]
    record(meeting, {}, decisions=said, uploads=files, by=cast.partnerships_officer)
    return meeting


def _failed_message() -> None:
    with transaction.atomic():
        queue_message(
            key="kestrel",
            to="kestrel.dunlinaddress@leeds.example",
            subject="Kestrel dunlinsubject",
            text="Nothing.",
        )
    message = take(OutgoingMessage, seconds=60)
    assert message is not None
    assert message.key == "kestrel"
    record_refused(message, "The mail server refuses it: 550 no such address")
