"""Which question sets come with the register, until a council keeps an edition of its own?"""

from dataclasses import dataclass

from .scales import Scale


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """One question. Its key stays the same from edition to edition while it asks the same."""

    key: str
    wording: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class QuestionSetText:
    """A set of questions with what it rests on."""

    code: str
    title: str
    basis: str
    questions: tuple[AskedQuestion, ...]
    scale: Scale = Scale.COVERAGE


_sets: dict[str, QuestionSetText] = {}


def ship(one: QuestionSetText) -> None:
    """Add a set to those that come with the register; shipping it again changes nothing."""
    _sets[one.code] = one


def shipped(code: str) -> QuestionSetText | None:
    """Return the set that comes under a code, if one does."""
    return _sets.get(code)


def all_shipped() -> list[QuestionSetText]:
    """Return every set, in the order in which they were shipped."""
    return list(_sets.values())
