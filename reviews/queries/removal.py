"""Does anything above this register stand on a section?"""

from collections.abc import Callable

from reviews.models import Section

_questions: list[Callable[[Section], bool]] = []


def ask_before_removal(question: Callable[[Section], bool]) -> None:
    """Let a register above say whether it stands on a section."""
    _questions.append(question)


def is_in_use(section: Section) -> bool:
    """Say whether a register above stands on the section."""
    return any(question(section) for question in _questions)
