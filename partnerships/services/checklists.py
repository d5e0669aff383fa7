"""How are a checklist's answers kept?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from govreg.core import clock
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.questions.editions import edition_to_answer
from govreg.core.questions.models import AnswerModel, QuestionSet
from govreg.core.refusals import enforce
from partnerships.models import (
    Checklist,
    ChecklistAnswer,
    FundingArrangement,
    GovernanceDocument,
    Partnership,
)
from partnerships.rules.checklists import refusal_of_answer, refusal_of_day, refusal_of_edition

from .allowed import enforce_keeping


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered to one question."""

    verdict: str = ""
    text: str = ""
    evidence: str = ""


def answer_checklist(
    *,
    partnership: Partnership,
    code: str,
    edition: int,
    version: int,
    answers: Mapping[str, Answer],
    answered_on: date,
    note: str,
    by: Any,
    document: GovernanceDocument | None = None,
    reason: str = "",
    funding: FundingArrangement | None = None,
) -> Checklist:
    """Keep the answers to a question set, by the keys of its questions.

    They are those of the partnership as a whole, or of one of its documents.

    `edition` is the number of the one that the writer saw, and `version` that of the checklist; 0
    where nothing was kept yet. With `funding` they are the answers of that arrangement. Raises
    StaleVersion when somebody kept answers meanwhile.
    """
    with change(verb="Answered a checklist", by=by, reason=reason, scope=partnership.scope):
        enforce_keeping(partnership, by=by)
        today = clock.today()
        enforce(refusal_of_day(answered_on=answered_on, today=today))
        # The partnership is locked first, so that two first answers do not make two checklists.
        locked(Partnership, partnership.pk)
        asked = edition_to_answer(code, on=today)
        enforce(refusal_of_edition(seen=max(edition, 1), in_force=asked.edition))
        checklist = _opened(partnership, asked, version, document=document, funding=funding)
        checklist.answered_on, checklist.note = answered_on, note.strip()
        checklist.save()
        kept = {row.question_id: row for row in checklist.answers.all()}
        for question in asked.questions.all():
            given = answers.get(question.key, Answer())
            row = kept.get(question.pk) or ChecklistAnswer(checklist=checklist, question=question)
            put_answer(row, question.wording, given)
    return checklist


def _opened(
    partnership: Partnership,
    asked: QuestionSet,
    version: int,
    *,
    document: GovernanceDocument | None,
    funding: FundingArrangement | None,
) -> Checklist:
    """Return the checklist to write in: the present one, locked, or a new one."""
    about: dict[str, Any] = {"partnership": partnership, "document": document, "funding": funding}
    present = Checklist.objects.filter(question_set=asked, **about).first()
    if present is not None:
        return locked(Checklist, present.pk, version=version)
    return Checklist(question_set=asked, **about)


def put_answer(row: AnswerModel, wording: str, given: Answer) -> None:
    """Keep one answer where it says anything new; refuse one that says too little."""
    verdict, text, evidence = given.verdict, given.text.strip(), given.evidence.strip()
    enforce(refusal_of_answer(wording=wording, verdict=verdict, text=text, evidence=evidence))
    before = (row.verdict, row.text, row.evidence)
    if row.pk is None and not verdict:
        return
    if before != (verdict, text, evidence):
        row.verdict, row.text, row.evidence = verdict, text, evidence
        row.save()
