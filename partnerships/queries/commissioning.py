"""Which decisions to commission or decommission did a partnership take, and what do they lack?"""

from typing import Any

from django.db.models import Count, F, Q, QuerySet

from govreg.core.questions.editions import edition_of
from partnerships.models import CommissioningDecision, Partnership

from .checklists import MET, Line, lines_of


def decisions_of(partnership: Partnership, user: Any) -> QuerySet[Any]:
    """Return the decisions of a partnership's bodies that the user may read.

    Each comes with `asked`, how many questions it was put, and `gaps`, how many of these are not
    answered or not soundly.
    """
    asked = Count("question_set__questions", distinct=True)
    met = Count("answers", filter=Q(answers__verdict__in=MET), distinct=True)
    found = CommissioningDecision.objects.visible_to(user).filter(body__partnership=partnership)
    named = found.select_related("body__partnership", "meeting__body")
    counted: QuerySet[Any] = named.annotate(asked=asked, met=met, gaps=F("asked") - F("met"))
    return counted


def counts_of(partnership: Partnership, user: Any) -> tuple[int, int]:
    """Return how many decisions stand, and how many of these have gaps."""
    standing = decisions_of(partnership, user).filter(withdrawn_on=None)
    gaps = list(standing.order_by().values_list("gaps", flat=True))
    return len(gaps), sum(gap > 0 for gap in gaps)


def answered(decision: CommissioningDecision) -> list[Line]:
    """Return what was asked of a decision, each question with its answer."""
    answers = decision.answers.select_related("question")
    return lines_of(edition_of(decision.question_set), answers)
