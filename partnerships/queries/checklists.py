"""What has a partnership answered to each question set, and what has it left open?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Prefetch

from govreg.core.questions.editions import (
    Edition,
    edition_in_force,
    edition_of,
    editions_in_force,
)
from govreg.core.questions.models import AnswerModel
from govreg.core.questions.scales import (
    NOT_ANSWERED,
    NOT_APPLICABLE,
    YES,
    colour_of,
    words_of,
)
from govreg.core.questions.shipped import AskedQuestion
from partnerships.models import Checklist, ChecklistAnswer, FundingArrangement, Partnership
from partnerships.question_sets import (
    ALIGN_OR_POOL,
    ALIGNED_AGREEMENT,
    ASKED_ELSEWHERE,
    EXIT_ARRANGEMENTS,
    POOLED_AGREEMENT,
)
from partnerships.rules.checklists import is_answered

#: What leaves no gap.
MET = (YES, NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Line:
    """One question with its answer, if there is one."""

    question: AskedQuestion
    scale: str
    answer: AnswerModel | None

    @property
    def verdict(self) -> str:
        """The answer's key, or nothing."""
        return self.answer.verdict if self.answer else ""

    @property
    def words(self) -> str:
        """The answer in the words of its scale."""
        return words_of(self.scale, self.verdict)

    @property
    def colour(self) -> str:
        """The tag's colour; the words are always beside it."""
        return colour_of(self.scale, self.verdict)

    @property
    def is_gap(self) -> bool:
        """Whether it is not answered, or not met in full."""
        return self.verdict not in MET


@dataclass(frozen=True, slots=True)
class Sheet:
    """One question set for one partnership, answered or not."""

    edition: Edition
    checklist: Checklist | None = None
    lines: list[Line] = field(default_factory=list)

    @property
    def answered(self) -> int:
        """How many questions have an answer."""
        return sum(bool(line.verdict) for line in self.lines)

    @property
    def gaps(self) -> int:
        """How many questions are not answered, or not met in full."""
        return sum(line.is_gap for line in self.lines)

    @property
    def counted(self) -> list[tuple[str, int]]:
        """How often each answer was given, in words, the unanswered last."""
        found: dict[str, int] = {}
        for line in sorted(self.lines, key=lambda line: line.verdict == ""):
            found[line.words] = found.get(line.words, 0) + 1
        return [(words, n) for words, n in found.items() if words != NOT_ANSWERED] + (
            [(NOT_ANSWERED, found[NOT_ANSWERED])] if NOT_ANSWERED in found else []
        )


#: Which sets are asked of a funding arrangement of a kind; of every other only the first.
ASKED_OF = {
    FundingArrangement.Kind.POOLED: (ALIGN_OR_POOL, POOLED_AGREEMENT),
    FundingArrangement.Kind.ALIGNED: (ALIGN_OR_POOL, ALIGNED_AGREEMENT),
}


def sheets_of(
    partnership: Partnership, *, on: date, funding: FundingArrangement | None = None
) -> list[Sheet]:
    """Return every question set with what the partnership answered, by title.

    With `funding` those that are asked of this arrangement, or were answered for it. What was
    answered under an earlier edition stands until the edition in force is answered.
    """
    latest = latest_checklists([partnership.pk], funding=funding).get(partnership.pk, {})
    return [
        made_sheet(edition, latest.get(edition.code))
        for edition in editions_in_force(on=on)
        if edition.code in latest or _asked_of(funding, edition.code)
    ]


def _asked_of(funding: FundingArrangement | None, code: str) -> bool:
    if funding is None:
        return code not in ASKED_ELSEWHERE
    return code in ASKED_OF.get(FundingArrangement.Kind(funding.kind), (ALIGN_OR_POOL,))


def sheet_of(
    partnership: Partnership, code: str, *, on: date, funding: FundingArrangement | None = None
) -> Sheet | None:
    """Return one question set with what was answered, or None where it is not asked here."""
    sheets = sheets_of(partnership, on=on, funding=funding)
    found = [sheet for sheet in sheets if sheet.edition.code == code]
    return found[0] if found else None


def latest_checklists(
    partnerships: Sequence[int], *, funding: FundingArrangement | None = None
) -> dict[int, dict[str, Checklist]]:
    """Return each partnership's latest checklist of each set, by key and code, in three queries.

    With `funding` those of this arrangement. Those of its single documents are left out.
    """
    rows = Checklist.objects.filter(partnership__in=partnerships, document=None, funding=funding)
    found: dict[int, dict[str, Checklist]] = {}
    for row in with_answers(rows):
        found.setdefault(row.partnership_id, {})[row.question_set.code] = row
    return found


def with_answers(checklists: Any) -> Any:
    """Return checklists with their answers and questions, the latest edition last."""
    answers = ChecklistAnswer.objects.select_related("question")
    return (
        checklists.select_related("question_set", "partnership", "document", "funding")
        .prefetch_related(Prefetch("answers", answers), "question_set__questions")
        .order_by("question_set__edition")
    )


def exit_questions_uncovered(partnership: Partnership, *, on: date) -> list[str]:
    """Return the wording of the questions on exit, as asked now, that are not settled."""
    edition = edition_in_force(EXIT_ARRANGEMENTS, on=on)
    kept = latest_checklists([partnership.pk]).get(partnership.pk, {}).get(EXIT_ARRANGEMENTS)
    lines = lines_of(edition, kept.answers.all() if kept else ()) if edition else []
    return [line.question.wording for line in lines if not settled(line)]


def settled(line: Line) -> bool:
    """Say whether a question on exit is settled."""
    answer = line.answer
    return answer is not None and is_answered(
        verdict=answer.verdict, text=answer.text, evidence=answer.evidence
    )


def made_sheet(edition: Edition, checklist: Checklist | None) -> Sheet:
    """Return an edition's sheet, or that of the edition that was answered."""
    shown = edition_of(checklist.question_set) if checklist else edition
    return Sheet(shown, checklist, lines_of(shown, checklist.answers.all() if checklist else ()))


def lines_of(edition: Edition, answers: Iterable[AnswerModel]) -> list[Line]:
    """Return what an edition asks, each question with its answer."""
    given = {answer.question.key: answer for answer in answers}
    return [Line(asked, edition.scale, given.get(asked.key)) for asked in edition.questions]
