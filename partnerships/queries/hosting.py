"""What does the page of a hosting agreement show, and which step may come next?"""

from dataclasses import dataclass
from typing import Any

from govreg.core.ui.components import SummaryRow
from govreg.core.ui.lists.cells import link
from govreg.core.ui.words import long_date
from partnerships.models import HostingAgreement
from partnerships.rules import hosting as rules

STEPS = {
    "assess": "Record the risk assessment",
    "sign-lead": "Record the lead body’s signature",
    "sign-director": "Record the commissioning side’s signature",
    "start": "Bring into force",
    "end": "End the agreement",
}
COLOURS = {
    rules.DRAFT: "grey",
    rules.ASSESSED: "blue",
    rules.SIGNED_BY_ONE: "yellow",
    rules.SIGNED_BY_BOTH: "turquoise",
    rules.IN_FORCE: "green",
    rules.ENDED: "grey",
}
DUTY_COLOURS = {"yes": "green", "partly": "yellow", "no": "red", "": "orange"}
MISSING_FOR_FORCE = (rules.DRAFT, rules.ASSESSED, rules.SIGNED_BY_ONE)


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty of the host, whether it is met, and what shows it."""

    title: str
    words: str
    colour: str
    evidence: str


def steps_open(agreement: HostingAgreement) -> list[tuple[str, str]]:
    """Return the steps that may come next, with the words of their links."""
    state = agreement.state
    if state == rules.DRAFT:
        keys = ["assess"]
    elif state in {rules.ASSESSED, rules.SIGNED_BY_ONE}:
        keys = ["assess"] if state == rules.ASSESSED else []
        keys += ["sign-lead"] if agreement.lead_signed_on is None else []
        keys += ["sign-director"] if agreement.director_signed_on is None else []
    else:
        keys = {rules.SIGNED_BY_BOTH: ["start"], rules.IN_FORCE: ["end"]}.get(state, [])
    return [(key, STEPS[key]) for key in keys]


def what_it_lacks(agreement: HostingAgreement) -> str:
    """Return the sentence on what it needs before it can be in force, or nothing."""
    if agreement.state not in MISSING_FOR_FORCE:
        return ""
    refusal = rules.refusal_to_bring_into_force(
        assessed_on=agreement.assessed_on,
        lead_signed_on=agreement.lead_signed_on,
        director_signed_on=agreement.director_signed_on,
        state=agreement.state,
    )
    return refusal.sentence if refusal else ""


def duties_of(agreement: HostingAgreement) -> list[Duty]:
    """Return the host's three duties as they stand."""
    found = []
    for duty, words in rules.DUTIES.items():
        done = getattr(agreement, duty)
        label = getattr(agreement, f"get_{duty}_display")() or "Not answered"
        evidence = getattr(agreement, f"{duty}_evidence")
        found.append(Duty(words.capitalize(), label, DUTY_COLOURS[done], evidence))
    return found


def rows_of(agreement: HostingAgreement) -> list[SummaryRow]:
    """Return the agreement's terms and steps."""
    host, body = agreement.host, agreement.monitored_by
    if body is not None:
        body.partnership = agreement.partnership
    names = [row.organisation.name for row in agreement.supporters.select_related("organisation")]
    helpers = "; ".join([*names, *filter(None, [agreement.supporters_in_words])])
    return [
        SummaryRow("Lead body", link(host.get_absolute_url(), host)),
        SummaryRow("Supporting bodies", helpers),
        SummaryRow("Monitored by", body and link(body.get_absolute_url(), body)),
        SummaryRow("Note", agreement.note),
        SummaryRow("Risks assessed", _with(agreement.assessed_on, agreement.risk_assessment)),
        SummaryRow(
            "Signed for the lead body", _with(agreement.lead_signed_on, agreement.lead_signed_by)
        ),
        SummaryRow(
            "Signed for commissioning",
            _with(agreement.director_signed_on, agreement.director_signed_by),
        ),
        SummaryRow("In force from", long_date(agreement.start)),
        SummaryRow("Ended", _with(agreement.ended_on, agreement.ended_because)),
    ]


def _with(day: Any, words: str) -> str:
    return ": ".join(filter(None, [long_date(day), words]))
