"""May the quality of an indicator's data be judged so?"""

from collections.abc import Mapping
from datetime import date

from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date


def refusal_of_assessment(
    *, judged: Mapping[str, tuple[str, str]], labels: Mapping[str, str], day: date, on: date
) -> Refusal | None:
    """Refuse an assessment to come, one with a gap, and a judgement without its note."""
    if day > on:
        return Refusal("assessment-to-come", f"{long_date(day)} is still to come.")
    for key, label in labels.items():
        judgement, note = judged.get(key, ("", ""))
        if not judgement:
            return Refusal(
                "dimension-not-judged",
                f"{label} is not judged. All six dimensions are judged together.",
            )
        if not note.strip():
            return Refusal("judgement-without-note", f"Say what {label.lower()} is judged on.")
    return None
