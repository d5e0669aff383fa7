"""Under which words are this register's records found?"""

from typing import Any

from govreg.core.search import index
from partnerships.models import Body, Decision, Interest, KeyMessage, Organisation, Partnership


def enter_partnership(partnership: Partnership) -> None:
    """Enter a partnership with its other names."""
    names = [alias.name for alias in partnership.aliases.all()]
    index.enter(
        partnership, title=partnership.name, words=[*names, partnership.purpose, partnership.area]
    )


def enter_body(body: Body) -> None:
    """Enter a body with the partnership it belongs to."""
    index.enter(
        body,
        title=f"{body.name}, {body.partnership.name}",
        words=[body.local_term, body.function, body.composition],
    )


def enter_organisation(organisation: Organisation) -> None:
    """Enter an organisation with its other names."""
    names = [alias.name for alias in organisation.aliases.all()]
    index.enter(organisation, title=organisation.name, words=names)


def leave_organisation(organisation: Organisation) -> None:
    """Take out an organisation for which another one stands, and is found under its name."""
    index.leave(organisation)


def enter_decision(decision: Decision) -> None:
    """Enter a decision under its words, with the meeting that took it."""
    index.enter(decision, title=str(decision), words=[decision.text])


def enter_decisions(decisions: Any) -> None:
    """Enter some decisions anew, whose meeting is called otherwise than before."""
    for decision in decisions.select_related("meeting__body"):
        enter_decision(decision)


def enter_interest(interest: Interest) -> None:
    """Enter an interest under its words; only who may read it finds it."""
    words = [interest.text, interest.handling_note]
    index.enter(interest, title=str(interest), words=words)


def leave_decision(row: Decision | KeyMessage) -> None:
    """Take out a decision that was taken out of its meeting's record."""
    index.leave(row)
