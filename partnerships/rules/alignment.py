"""May a framework be kept by this person, and may a contribution be stated so?"""

from datetime import date

from govreg.core.refusals import Refusal
from govreg.core.ui.words import long_date


def refusal_to_keep_frameworks(*, may_keep: bool) -> Refusal | None:
    """Refuse all but administrators and partnerships officers."""
    if not may_keep:
        return Refusal(
            "keeps-no-frameworks",
            "Strategic frameworks are kept by the administrators and the partnerships officers. "
            "Ask one of them to make the change.",
        )
    return None


def refusal_of_name(*, name: str, is_taken: bool) -> Refusal | None:
    """Refuse a name that another one has."""
    if is_taken:
        return Refusal("strategy-name-taken", f"“{name}” is recorded already. Change that one.")
    return None


def refusal_of_statement(*, contributes: bool, said: bool) -> Refusal | None:
    """Refuse a contribution without words, and words where there is none."""
    if contributes and not said:
        return Refusal(
            "contribution-without-words",
            "Say in what way it contributes: its vision, its local priorities or its actions.",
        )
    if not contributes and said:
        return Refusal(
            "words-without-contribution",
            "Take the words out, or say that it contributes: both cannot be meant.",
        )
    return None


def refusal_of_day(*, day: date, today: date, last: date | None) -> Refusal | None:
    """Refuse a statement to come, and one from before the last, which would not count."""
    if day > today:
        return Refusal("statement-to-come", f"{long_date(day)} is still to come.")
    if last is not None and day < last:
        return Refusal(
            "stated-since",
            f"This was last stated on {long_date(last)}. Give that day or a later one.",
        )
    return None
