"""How is it told which answers of a grid were saved, which were left out and what is wrong?"""

from collections.abc import Sequence

from govreg.core.ui.forms.errors import SummaryLine
from partnerships.forms.quarterly_answers import AnswerRow

SAVED, SAVED_LATE = "Saved", "Saved as a late answer"
#: More references than these make a message that nobody reads.
MOST_NAMED = 5
#: The button below the grid, to which a refusal leads that it can answer.
SAVE = "save-answers"


def told(saved: Sequence[AnswerRow], *, late: bool) -> str:
    """Say how many answers were saved, and of which actions where they are few."""
    if not saved:
        return ""
    kind = "late answer" if late else "answer"
    words = f"1 {kind} was saved" if len(saved) == 1 else f"{len(saved)} {kind}s were saved"
    if len(saved) > MOST_NAMED:
        return f"{words}."
    return f"{words}: {', '.join(row.line.action.reference for row in saved)}."


def nothing_saved(rows: Sequence[AnswerRow]) -> str:
    """Say why no row had to be saved: each was saved as its writer left it, or none is answered."""
    if any(row.kept["rating"] for row in rows):
        return "Nothing was left to save: the answers on this page are saved."
    return "Nothing was changed, so nothing was saved."


def left_out(number: int, *, nothing_saved: bool) -> str:
    """Say how many answers were sent for actions for which their writer does not answer."""
    if not number:
        return ""
    words = "1 answer was left out" if number == 1 else f"{number} answers were left out"
    whose = "its action" if number == 1 else "their actions"
    begin = "Nothing was saved. " if nothing_saved else ""
    return (
        f"{begin}{words}: you do not answer for {whose} in this quarter. Each organisation answers "
        "for the actions that it leads."
    )


def problems(rows: Sequence[AnswerRow], *, refused: str, late: bool) -> list[SummaryLine]:
    """Return every problem with the reference of its action, which leads to the field."""
    found = [SummaryLine(refused, SAVE if late else "")] if refused else []
    for row in rows:
        for name, sentence in row.errors.items():
            target = f"{name}_{row.key}_green" if name == "rating" else f"{name}_{row.key}"
            found.append(SummaryLine(f"{row.line.action.reference}: {sentence}", target))
    return found
