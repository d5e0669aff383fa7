"""Does an answer say enough to be kept?"""

from datetime import date

from govreg.core.questions.scales import NO, NOT_APPLICABLE, PARTLY, YES
from govreg.core.refusals import Refusal

SHOWN_BY = frozenset({YES, PARTLY})
EXPLAINED = frozenset({NOT_APPLICABLE})


def refusal_of_answer(*, wording: str, verdict: str, text: str, evidence: str) -> Refusal | None:
    """Refuse a yes that nothing shows, and a “does not apply” without a reason.

    A plain no stands by itself: an honest gap is worth recording at once.
    """
    if verdict in SHOWN_BY and not (text or evidence):
        return Refusal(
            "answer-without-evidence",
            f"Say in words, or by the document, how this is met: “{wording}”",
        )
    if verdict in EXPLAINED and not text:
        return Refusal("answer-without-reason", f"Say why this does not apply: “{wording}”")
    if verdict == "" and (text or evidence):
        return Refusal(
            "words-without-answer", f"Choose an answer to go with the words: “{wording}”"
        )
    return None


def refusal_of_edition(*, seen: int, in_force: int) -> Refusal | None:
    """Refuse answers to questions that are asked no more, so that none is lost without a word."""
    if seen != in_force:
        return Refusal(
            "edition-changed",
            "A new edition of this checklist came into force while you were answering, so nothing "
            "was saved. Open the checklist in another window and copy your answers over.",
        )
    return None


def refusal_of_day(*, answered_on: date, today: date) -> Refusal | None:
    """Refuse to tell how things will stand."""
    if answered_on > today:
        return Refusal("answer-to-come", "The date of the answers cannot be in the future.")
    return None


def is_answered(*, verdict: str, text: str, evidence: str) -> bool:
    """Say whether a question on exit is settled: a no counts once it says what was done instead."""
    if verdict == NO:
        return bool(text or evidence)
    return bool(verdict)
