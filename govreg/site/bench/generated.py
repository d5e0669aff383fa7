"""What does a register hold that a council has kept for twenty years?

At size 1: 500 partnerships, 2,000 reviews, 10,000 recommendations, 30,000 agreed actions, 100,000
updates and about 1,000,000 rows of history, beside the Leeds data. The same size gives the same
register. It is made for measuring, and only in a register that is thrown away.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from govreg.core.access.models import Scope
from govreg.core.accounts.models import User
from partnerships.models import Body, Membership, Organisation, Partnership, Post
from recommendations.models import (
    ActionOwner,
    AgreedAction,
    ProgressUpdate,
    Recommendation,
    RecommendationSubject,
    Response,
)
from reviews.models import Review, ReviewPartnership, ReviewPriority, Section

from .made import Made
from .writing import Past, enter_in_search

PARTNERSHIPS, REVIEWS, PER_REVIEW = 500, 2_000, 5
ACTIONS_PER_RESPONSE, UPDATES = 3, 100_000
#: How often each record was changed after it was added.
ROUNDS = 13
FIRST, STEP = datetime(2006, 4, 1, 9, tzinfo=UTC), timedelta(minutes=12)
TOPICS = ("risk", "attendance", "exit", "funding", "outcomes", "membership", "reporting", "plans")
LEGEND = (
    ("***", "Significant residual risk"),
    ("**", "Some residual risk"),
    ("*", "Little residual risk"),
)
RATINGS = ("on-track", "at-risk", "late", "complete")


def generate(size: float, say: Callable[[str], Any] = lambda _words: None) -> Made:
    """Fill a register that holds the Leeds data; `say` is told how far it is."""
    users = list(User.objects.order_by("pk"))
    past = Past(at=FIRST, step=STEP, by=users)
    partnerships = _partnerships(past, max(1, round(PARTNERSHIPS * size)))
    say(f"{len(partnerships)} partnerships")
    reviews, sections = _reviews(past, max(1, round(REVIEWS * size)), partnerships)
    say(f"{len(reviews)} reviews")
    recommendations = _recommendations(past, reviews, sections, partnerships)
    responses, actions = _answers(past, recommendations, users)
    say(f"{len(recommendations)} recommendations, {len(actions)} actions")
    updates = _updates(past, actions, users, round(UPDATES * size))
    say(f"{len(updates)} updates")
    _years_of_changes(past, [partnerships, reviews, recommendations, responses, actions, sections])
    enter_in_search([*partnerships, *reviews, *recommendations])
    say(f"{past.rows} rows of history")
    return Made(
        partnerships=len(partnerships),
        reviews=len(reviews),
        recommendations=len(recommendations),
        actions=len(actions),
        updates=len(updates),
        history=past.rows,
        change_sets=past.sets,
    )


def review_with_a_long_plan(lines: int) -> Review:
    """Add one review whose action plan has at least so many lines."""
    users = list(User.objects.order_by("pk"))
    past = Past(at=FIRST, step=STEP, by=users)
    partnerships = list(Partnership.objects.order_by("pk")[:1])
    each = -(-lines // ACTIONS_PER_RESPONSE)
    reviews, sections = _reviews(past, 1, partnerships, named="long", sections_each=each)
    _answers(past, _recommendations(past, reviews, sections, partnerships), users)
    return reviews[0]


def _topic(place: int) -> str:
    return TOPICS[place % len(TOPICS)]


def _partnerships(past: Past, count: int) -> list[Partnership]:
    scopes = [Scope(name=f"Partnership {i:04}") for i in range(count)]
    past.add("Added a scope", scopes)
    made = [
        Partnership(
            reference=f"partnership-{i:04}",
            name=f"Partnership {i:04} for {_topic(i)}",
            kind=Partnership.Kind.values[i % len(Partnership.Kind.values)],
            purpose=f"To work together on {_topic(i)} in area {i % 33}.",
            area=f"Area {i % 33}",
            scope=scope,
        )
        for i, scope in enumerate(scopes)
    ]
    past.add("Added a partnership", made)
    bodies = [
        Body(partnership=one, name=name, kind=kind, position=place, meetings_a_year=6)
        for one in made
        for place, (name, kind) in enumerate(
            [("Board", "board"), ("Executive", "executive"), ("Theme groups", "theme")]
        )
    ]
    past.add("Added a body", bodies)
    organisations = list(Organisation.objects.current())
    seats = [
        Membership(
            partnership=body.partnership,
            body=body,
            organisation=organisations[(i + n) % len(organisations)],
            start=date(2006 + i % 15, 4, 1),
        )
        for i, body in enumerate(bodies)
        for n in range(4)
    ]
    past.add("Added a member", seats)
    return made


def _reviews(
    past: Past,
    count: int,
    partnerships: Sequence[Partnership],
    *,
    named: str = "review",
    sections_each: int = PER_REVIEW,
) -> tuple[list[Review], list[Section]]:
    auditor, client = Organisation.objects.current().order_by("pk")[:2]
    made = [
        Review(
            reference=f"{named}-{i:05}",
            title=f"Review {i:05} of {_topic(i)}",
            running_title=f"Review {i:05}",
            kind=Review.Kind.values[i % len(Review.Kind.values)],
            auditor=auditor,
            client=client,
            status=Review.Status.ISSUED,
            issued_on=date(2006, 4, 1) + timedelta(days=3 * i),
            edition=1,
        )
        for i in range(count)
    ]
    past.add("Began a review", made)
    links = [
        ReviewPartnership(review=one, partnership=partnerships[i % len(partnerships)])
        for i, one in enumerate(made)
    ]
    past.add("Named a partnership", links)
    levels = [
        ReviewPriority(review=one, mark=mark, meaning=meaning, rank=rank)
        for one in made
        for rank, (mark, meaning) in enumerate(LEGEND, start=1)
    ]
    past.add("Began a review", levels, together=len(LEGEND))
    sections = [
        Section(
            review=one,
            position=place,
            number=str(place),
            title=f"Findings on {_topic(place)}",
            body=f"What was found on {_topic(place)} in the year. " * 8,
        )
        for one in made
        for place in range(1, sections_each + 1)
    ]
    past.add("Wrote a section", sections)
    return made, sections


def _recommendations(
    past: Past,
    reviews: Sequence[Review],
    sections: Sequence[Section],
    partnerships: Sequence[Partnership],
) -> list[Recommendation]:
    levels: dict[int, list[ReviewPriority]] = {}
    for level in ReviewPriority.objects.filter(review__in=reviews).order_by("rank"):
        levels.setdefault(level.review_id, []).append(level)
    made = []
    for i, section in enumerate(sections):
        number = section.position
        made.append(
            Recommendation(
                review=section.review,
                number=str(number),
                position=number,
                wording=f"Partners should agree and publish their arrangements for {_topic(i)}, "
                f"and say by when (case {i}).",
                priority=levels[section.review_id][i % len(LEGEND)],
                section=section,
            )
        )
    past.add("Added a recommendation", made)
    subjects = [
        RecommendationSubject(
            recommendation=one, partnership=partnerships[(i // PER_REVIEW) % len(partnerships)]
        )
        for i, one in enumerate(made)
    ]
    past.add("Added a recommendation", subjects)
    return made


def _answers(
    past: Past, recommendations: Sequence[Recommendation], users: Sequence[User]
) -> tuple[list[Response], list[AgreedAction]]:
    responses = [
        Response(
            recommendation=one,
            decision="accepted",
            text=f"Agreed. The arrangements for {_topic(i)} will be written down and published.",
            approved_by=users[0],
            approved_on=one.review.issued_on,
        )
        for i, one in enumerate(recommendations)
    ]
    past.add("Wrote a management response", responses)
    actions = [
        _action(response, place, i * ACTIONS_PER_RESPONSE + place)
        for i, response in enumerate(responses)
        for place in range(ACTIONS_PER_RESPONSE)
    ]
    past.add("Agreed an action", actions)
    posts = list(Post.objects.order_by("pk"))
    owners = [
        ActionOwner(action=one, user=users[i % len(users)])
        if i % 2
        else ActionOwner(action=one, post=posts[i % len(posts)])
        for i, one in enumerate(actions)
    ]
    past.add("Agreed an action", owners)
    return responses, actions


def _action(response: Response, place: int, i: int) -> AgreedAction:
    issued = response.recommendation.review.issued_on
    assert issued is not None  # every review made here is issued
    due = issued + timedelta(days=90 * (place + 1))
    closed = i % 10 < 7
    return AgreedAction(
        response=response,
        position=place + 1,
        text=f"Write down and publish part {place + 1} of the arrangements for {_topic(i)}",
        timescale_printed=f"{due:%B %Y}",
        sense="due",
        precision="month",
        original_due=due,
        due_date=due,
        state=AgreedAction.State.CLOSED if closed else AgreedAction.State.AGREED,
        state_since=due if closed else issued,
    )


def _updates(
    past: Past, actions: Sequence[AgreedAction], users: Sequence[User], count: int
) -> list[ProgressUpdate]:
    made = []
    for i in range(count):
        action = actions[i % len(actions)]
        day = (action.due_date or FIRST.date()) + timedelta(days=i // len(actions) * 30)
        made.append(
            ProgressUpdate(
                action=action,
                by=users[i % len(users)],
                rating=RATINGS[i % len(RATINGS)],
                reason="Waiting for partners." if i % len(RATINGS) in (1, 2) else "",
                narrative=f"A paper on {_topic(i)} went to the board; {i % 7} partners agreed.",
                begun_on=day,
                submitted_on=day,
                submitted_at=datetime.combine(day, FIRST.timetz()),
            )
        )
    past.add("Submitted progress", made)
    return made


#: The text that is written again, for each kind of record.
REWRITTEN = {
    Partnership: "purpose",
    Review: "objectives",
    Recommendation: "addressee",
    Response: "text",
    AgreedAction: "text",
    Section: "title",
}


def _years_of_changes(past: Past, kinds: Sequence[Sequence[Any]]) -> None:
    """Change every record again and again, so that each has a history to read."""
    for number in range(ROUNDS):
        for records in kinds:
            name = REWRITTEN[type(records[0])]
            for record in records:
                text = getattr(record, name).partition(" (edition")[0]
                setattr(record, name, f"{text} (edition {number + 2})".strip())
            past.change("Corrected the wording", records, name)
