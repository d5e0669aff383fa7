"""Which closures do the journeys put to a committee? Run against a prepared register."""

import django

LINES = 3


def make() -> None:
    """Let a committee agree to closures; claim three actions, of which one is not verified yet."""
    from govreg.core import clock
    from govreg.core.council.definitions import CLOSURE_COMMITTEE
    from govreg.core.council.settings import decide
    from recommendations.models import AgreedAction
    from recommendations.services.claims import claim_completion
    from recommendations.services.closure import verify
    from recommendations.services.progress import submit_update
    from tests import uploads
    from tests.people import cast
    from tests.recommendations.rounds import with_lines

    people, on = cast(), clock.today()
    decide(
        name=CLOSURE_COMMITTEE,
        value=1,
        start=on,
        by=people.administrator,
        reason="Standing orders",
    )
    with_lines(people, LINES)
    lines = AgreedAction.objects.filter(text__startswith="Written line").order_by("text")
    values = {"rating": "complete", "narrative": "It is in force.", "reason": ""}
    for number, action in enumerate(lines, start=1):
        submit_update(action=action, values=values, on=on, by=people.owner, uploads=[uploads.pdf()])
        claim_completion(action=action, statement="In force.", on=on, by=people.owner)
        if number < LINES:
            action.refresh_from_db()
            verify(
                action=action,
                version=action.version,
                result="implemented",
                note="Read the minutes.",
                on=on,
                by=people.auditor,
            )


if __name__ == "__main__":
    django.setup()
    make()
