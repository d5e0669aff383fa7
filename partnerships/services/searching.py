"""Under which words are this register's records found?"""

from typing import Any

from govreg.core.search import index
from partnerships.models import Body, Decision, KeyMessage, Organisation, Partnership, Risk


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


def leave_decision(row: Decision | KeyMessage) -> None:
    """Take out a decision that was taken out of its meeting's record."""
    index.leave(row)


def enter_risk(risk: Risk) -> None:
    """Enter a risk under its title and where it comes from."""
    index.enter(risk, title=risk.title, words=[risk.source, risk.consequence, risk.controls])
