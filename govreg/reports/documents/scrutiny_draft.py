"""With which sections and words does a scrutiny report begin, before its author goes over them?

The sections are those of the report to scrutiny of April 2007, with what its table alone does not
say: response rates, and the actions that are red.
"""

from govreg.core.ui.words import long_date
from govreg.reports.models import ScrutinyReport
from govreg.reports.queries.scrutiny_facts import ScrutinyFacts

ASK = "*Say here"


def drafted(report: ScrutinyReport, facts: ScrutinyFacts) -> list[tuple[str, str]]:
    """Return the titles and texts of the sections, drafted from the register."""
    areas, plan = facts.areas(), report.plan
    begun = f"It runs from {long_date(plan.start)} to {long_date(plan.end)}"
    studies = [f"[case study {pk}]" for pk in facts.studies()]
    return [
        (
            "Purpose of report",
            f"The report tells how the {plan.name} stood at the end of {facts.period}, and what is "
            "expected to come next.",
        ),
        (
            "Background",
            f"{begun}, and {len(facts.plans)} plans are reported together with it each quarter.\n\n"
            "The lead agency of each action answers whether it is green, amber or red. An action "
            "whose day of commencement is not reached is white; one that was not answered for is "
            "blank.",
        ),
        (
            "Membership of the partnerships",
            f"The {len(areas)} partnerships had these member organisations.\n\n[membership]",
        ),
        (
            f"Priorities in {facts.period.year}",
            "The priorities of the partnerships over the year covered:\n\n[priorities]",
        ),
        (
            f"Progress in {facts.period.year}",
            f"At the end of {str(facts.period).lower()} progress was as follows.\n\n"
            "[progress table]\n\n"
            "What the table hides: a share of green says nothing of the actions that nobody "
            "answered for.\n\n[response rates]\n\n"
            "These actions were reported as red.\n\n[red actions]\n\n"
            "Answers for earlier quarters that came too late for them are told here, and change "
            "no figure of theirs.\n\n[late answers]",
        ),
        (
            "Views and concerns",
            f"{ASK} what chairs, area managers and partners think of the progress.*\n\n"
            "The partnerships engaged people outside them for their plans.\n\n[engagement]",
        ),
        (
            "Case studies",
            "\n\n".join(
                [
                    "Examples show how the plans are carried out on the ground."
                    if studies
                    else "No case study of these plans has been told yet.",
                    *studies,
                ]
            ),
        ),
        ("Drivers of change", f"{ASK} what is about to change what the partnerships do.*"),
        ("Future direction", f"{ASK} what happens next, who decides it, and when.*"),
        (
            "Recommendations",
            "The committee is asked to note the position.\n\n"
            "The committee is asked to consider whether it wishes to scrutinise the matter further "
            "in its work programme.",
        ),
    ]
