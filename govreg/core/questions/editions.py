"""Which edition of a set is in force, and what does it ask?"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet

from govreg.core.history.change import change
from govreg.core.prepared import prepared
from govreg.core.refusals import enforce

from .models import Question, QuestionSet
from .rules import refusal_of_start
from .scales import Scale
from .shipped import AskedQuestion, QuestionSetText, all_shipped, shipped


@dataclass(frozen=True, slots=True)
class Edition:
    """What a set asks on a day, whether or not the council keeps an edition of its own."""

    code: str
    title: str
    basis: str
    scale: Scale
    questions: tuple[AskedQuestion, ...]
    number: int = 0
    start: date | None = None

    @property
    def comes_with_the_register(self) -> bool:
        """Whether nobody has kept or answered an edition of it yet."""
        return self.number == 0


def editions_in_force(*, on: date, and_to_come: bool = False) -> list[Edition]:
    """Return the edition of every set that is in force on a day, by title, in two queries.

    With `and_to_come` a set of which nothing is in force yet is told by its first edition.
    """
    latest: dict[str, QuestionSet] = {}
    for kept in QuestionSet.objects.order_by("edition").prefetch_related("questions"):
        if kept.start is None or kept.start <= on:
            latest[kept.code] = kept
        elif and_to_come and shipped(kept.code) is None:
            latest.setdefault(kept.code, kept)
    editions = {one.code: Edition(**_text_of(one)) for one in all_shipped()}
    editions.update((code, edition_of(kept)) for code, kept in latest.items())
    return sorted(editions.values(), key=lambda edition: edition.title)


def edition_in_force(code: str, *, on: date) -> Edition | None:
    """Return what a set asks on a day, or None where there is no such set, in two queries."""
    kept = _kept_in_force(code, on)
    if kept is not None:
        return edition_of(kept)
    one = shipped(code)
    return Edition(**_text_of(one)) if one else None


def keys_asked(code: str, *, on: date) -> list[str]:
    """Return the keys of what a set asks on a day, in order, in one query."""
    latest: dict[int, list[str]] = {}
    for number, key in _keys_by_edition(code=code, on=on):
        latest.setdefault(number, []).append(key)
    if latest:
        return latest[max(latest)]
    one = shipped(code)
    return [question.key for question in one.questions] if one else []


def edition_numbered(code: str, number: int) -> Edition | None:
    """Return an edition by its number; 0 is the set as it comes with the register."""
    kept = QuestionSet.objects.filter(code=code, edition=number).first()
    if kept is not None:
        return edition_of(kept)
    one = shipped(code)
    return Edition(**_text_of(one)) if one and number == 0 else None


def edition_of(kept: QuestionSet) -> Edition:
    """Return a kept edition with its questions."""
    asked = tuple(AskedQuestion(q.key, q.wording, q.hint) for q in kept.questions.all())
    return Edition(
        code=kept.code,
        title=kept.title,
        basis=kept.basis,
        scale=Scale(kept.scale),
        questions=asked,
        number=kept.edition,
        start=kept.start,
    )


def edition_to_answer(code: str, *, on: date) -> QuestionSet:
    """Return the edition under which an answer of a day is kept, inside an open change set.

    A set that comes with the register is written down when it is first answered.
    """
    kept = _kept_in_force(code, on)
    if kept is not None:
        return kept
    one = shipped(code)
    if one is None:
        raise LookupError(f"There is no question set “{code}”.")
    try:
        with transaction.atomic():
            return _written(one, 1, None)
    except IntegrityError:  # somebody else has just answered it first
        return QuestionSet.objects.get(code=code, edition=1)


@prepared
def _keys_by_edition(code: str, on: date) -> Any:
    kept = _begun(code, on).order_by("questions__position", "questions__pk")
    return kept.values_list("edition", "questions__key")


def _kept_in_force(code: str, on: date) -> QuestionSet | None:
    return _begun(code, on).order_by("-edition").first()


def _begun(code: str, on: date) -> QuerySet[QuestionSet]:
    return QuestionSet.objects.filter(Q(start__isnull=True) | Q(start__lte=on), code=code)


def add_edition(*, asked: QuestionSetText, start: date, by: Any, reason: str = "") -> QuestionSet:
    """Put a new edition of a set, or a new set, into force from a day; the older ones stay."""
    with change(verb="Put a question set into force", by=by, reason=reason):
        first = shipped(asked.code)
        last = QuestionSet.objects.filter(code=asked.code).order_by("-edition").first()
        enforce(refusal_of_start(start=start, last=last.start if last else None))
        if last is None and first is not None:
            last = _written(first, 1, None)
        return _written(asked, last.edition + 1 if last else 1, start)


def _written(asked: QuestionSetText, number: int, start: date | None) -> QuestionSet:
    kept = QuestionSet(
        code=asked.code,
        edition=number,
        title=asked.title,
        basis=asked.basis,
        scale=asked.scale,
        start=start,
    )
    kept.save()
    for position, one in enumerate(asked.questions, start=1):
        Question(
            question_set=kept,
            key=one.key,
            position=position,
            wording=one.wording,
            hint=one.hint,
        ).save()
    return kept


def _text_of(one: Any) -> dict[str, Any]:
    return {name: getattr(one, name) for name in ("code", "title", "basis", "scale", "questions")}
