"""How are the demonstration's two reviews entered, discussed, answered and issued?"""

from typing import Any

from govreg.core.accounts.models import User
from partnerships.models import Body, Organisation, Partnership, Post, Team
from recommendations.models import Recommendation, Response
from recommendations.services.actions import agree_action, understood
from recommendations.services.recommendations import add_recommendation, word_recommendation
from recommendations.services.responses import approve_response, write_response
from recommendations.services.review_issue import issue_review
from reviews.models import PriorityScale, Review, ReviewPoint, Section
from reviews.services import points, reviews, sections

from .files import text

Kind = ReviewPoint.Kind
POINTS = {
    "scope": Kind.SCOPE,
    "approach": Kind.APPROACH,
    "findings": Kind.FINDING,
    "learning_points": Kind.LEARNING,
}


def draft(content: dict[str, Any], *, by: User) -> Review:
    """Enter a review as its auditor drafted it: particulars, points, sections, recommendations."""
    row = content["review"]
    review = _begin(row, by=by)
    for contact in row.get("contacts") or []:
        reviews.set_contact(
            review=review,
            step=contact["step"],
            values={
                "post_title": contact["post_title"],
                "organisation_name": text(contact.get("organisation")),
                "details": text(contact["details"]),
                "how": text(contact["how"]),
            },
            by=by,
        )
    for name, kind in POINTS.items():
        for point in content.get(name) or []:
            references = ", ".join(point.get("sections") or [])
            points.add_point(
                review=review,
                kind=kind,
                values={"text": text(point["text"]), "section_references": references},
                by=by,
            )
    _enter_sections(review, content["sections"], None, by=by)
    _enter_recommendations(review, content["recommendations"], by=by)
    return review


def discuss(content: dict[str, Any], *, by: User) -> None:
    """Record that the draft was discussed with officers, who may answer from now on."""
    row = content["review"]
    review = Review.objects.get(reference=row["reference"])
    reviews.discuss_review(review=review, on=row["history"]["discussed_on"], by=by)


def answer(content: dict[str, Any], *, by: User) -> None:
    """Enter the management responses and the actions that were agreed."""
    review = Review.objects.get(reference=content["review"]["reference"])
    for row in content["recommendations"]:
        recommendation = Recommendation.objects.get(review=review, number=row["number"])
        for answered in row["responses"]:
            response = write_response(
                recommendation=recommendation,
                values={
                    "in_respect_of": text(answered["in_respect_of"]),
                    "decision": answered["decision"],
                    "text": text(answered["text"]),
                },
                subjects=[_subject(name) for name in answered["subjects"]],
                by=by,
            )
            for action in answered["actions"]:
                agree_action(
                    response=response,
                    text=text(action["text"]),
                    timescale=understood(
                        text(action["timescale"]), review_date=action["review_date"]
                    ),
                    owners=[_owner(name) for name in action["owners"]],
                    by=by,
                )


def approve(content: dict[str, Any], *, by: User) -> None:
    """Let a senior officer approve every response."""
    row = content["review"]
    responses = Response.objects.filter(recommendation__review__reference=row["reference"])
    for response in responses.order_by("pk"):
        approve_response(
            response=response,
            version=response.version,
            on=row["history"]["responses_approved_on"],
            by=by,
        )


def issue(content: dict[str, Any], *, by: User) -> None:
    """Issue the review: its wording and priorities are locked."""
    row = content["review"]
    review = Review.objects.get(reference=row["reference"])
    issue_review(review=review, on=row["history"]["issued_on"], by=by)


def _begin(row: dict[str, Any], *, by: User) -> Review:
    structure = row.get("structure_of")
    return reviews.begin_review(
        reference=row["reference"],
        values={
            "title": row["title"],
            "running_title": row["running_title"],
            "mark": text(row.get("mark")),
            "kind": Review.Kind.EXTERNAL,
            "auditor": Organisation.objects.get(name=row["auditor"]),
            "client": Organisation.objects.get(name=row["client"]),
            "business_line": text(row["business_line"]),
            "service_line": text(row["service_line"]),
            "audit_plan": text(row["audit_plan"]),
            "report_date": row["report_date"],
            "addressee": text(row["addressee"]),
            "responsibilities": text(row["statement_of_responsibilities"]),
            "objectives": text(row.get("objectives")),
            "acknowledgements": text(row.get("acknowledgements")),
            "way_forward": text(row.get("way_forward")),
            "legend_on_each_page": row["legend_on_each_page"],
            "structure_of": Partnership.objects.get(reference=structure) if structure else None,
        },
        partnerships=[Partnership.objects.get(reference=r) for r in row["partnerships"]],
        scale=PriorityScale.objects.get(),
        by=by,
    )


def _enter_sections(
    review: Review, rows: list[dict[str, Any]], parent: Section | None, *, by: User
) -> None:
    for row in rows:
        section = sections.add_section(
            review=review,
            parent=parent,
            values={
                "title": row["title"],
                "body": text(row.get("body")),
                "shows": row.get("shows") or Section.Shows.NARRATIVE,
            },
            by=by,
        )
        if section.number != str(row["number"]):
            raise ValueError(f"Section {row['number']} of {review} would be {section.number}.")
        _enter_sections(review, row.get("sections") or [], section, by=by)


def _enter_recommendations(review: Review, rows: list[dict[str, Any]], *, by: User) -> None:
    known: dict[str, Recommendation] = {}
    for row in rows:
        known[row["number"]] = add_recommendation(
            review=review,
            values={
                "number": row["number"],
                "wording": text(row["wording"]),
                "priority": review.priorities.get(mark=row["priority"]),
                "section": review.sections.get(number=row["section"]),
                "addressee": text(row["addressee"]),
            },
            subjects=[_subject(name) for name in row["subjects"]],
            by=by,
        )
    for row in rows:
        if row["cross_references"]:
            recommendation = known[row["number"]]
            word_recommendation(
                recommendation=recommendation,
                version=recommendation.version,
                values={},
                subjects=[_subject(name) for name in row["subjects"]],
                cross_references=[known[number] for number in row["cross_references"]],
                by=by,
            )


def _subject(name: str) -> Partnership | Body:
    """Return the partnership or body that the files name as "ces" or "children-leeds/iscb"."""
    reference, _slash, key = name.partition("/")
    partnership = Partnership.objects.get(reference=reference)
    return _body(partnership, key) if key else partnership


def _body(partnership: Partnership, key: str) -> Body:
    from .partnerships import partnership_rows

    row = next(r for r in partnership_rows() if r["reference"] == partnership.reference)
    name = next(body["name"] for body in row["bodies"] if body["key"] == key)
    return partnership.bodies.get(name=name)


def _owner(name: str) -> Post | Team | Body:
    """Return the post, team or body that the files name as responsible."""
    owner = Post.objects.filter(title=name).first() or Team.objects.filter(name=name).first()
    if owner:
        return owner
    reference, _slash, key = name.partition("/")
    return _body(Partnership.objects.get(reference=reference), key)
