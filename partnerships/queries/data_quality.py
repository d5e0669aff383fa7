"""How was the quality of an indicator's data judged, each time it was?"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from partnerships.models import DataQualityJudgement, Indicator

COLOURS = {"good": "green", "doubts": "yellow", "poor": "red"}


@dataclass(frozen=True, slots=True)
class Judged:
    """One dimension: the word, its colour, and the note."""

    dimension: str
    judgement: str
    colour: str
    note: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """The six judgements of one assessment, in their fixed order."""

    day: date
    by: Any
    judgements: list[Judged]


def assessments_of(indicator: Indicator) -> list[Assessment]:
    """Return every self-assessment of an indicator's data, the last first; one query."""
    order = list(DataQualityJudgement.Dimension.values)
    rows = list(indicator.quality_judgements.select_related("judged_by").order_by("-pk"))
    # The six are written together, so that they follow each other.
    groups = [rows[start : start + len(order)] for start in range(0, len(rows), len(order))]
    groups.sort(key=lambda group: group[0].judged_on, reverse=True)
    return [
        Assessment(
            day=group[0].judged_on,
            by=group[0].judged_by,
            judgements=[
                Judged(
                    row.get_dimension_display(),
                    row.get_judgement_display(),
                    COLOURS[row.judgement],
                    row.note,
                )
                for row in sorted(group, key=lambda row: order.index(row.dimension))
            ],
        )
        for group in groups
    ]
