"""How is the quality of an indicator's data judged, in six dimensions together?"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.refusals import enforce
from partnerships.models import DataQualityJudgement, Indicator
from partnerships.rules.data_quality import refusal_of_assessment
from partnerships.rules.indicators import refusal_to_change_withdrawn

from .allowed import enforce_keeping_indicators

Dimension = DataQualityJudgement.Dimension


def judge_quality(
    *,
    indicator: Indicator,
    version: int,
    judged: Mapping[str, tuple[str, str]],
    day: date,
    on: date,
    by: Any,
) -> Indicator:
    """Record a self-assessment: judgement and note by dimension. Earlier ones stay beside it."""
    partnership = indicator.partnership
    with change(verb="Judged the quality of an indicator’s data", by=by, scope=partnership.scope):
        enforce_keeping_indicators(partnership, by=by)
        indicator = locked(Indicator, indicator.pk, version=version)
        indicator.partnership = partnership
        enforce(refusal_to_change_withdrawn(withdrawn_on=indicator.withdrawn_on))
        labels = dict(Dimension.choices)
        enforce(refusal_of_assessment(judged=judged, labels=labels, day=day, on=on))
        indicator.save()
        for dimension in Dimension:
            judgement, note = judged[dimension]
            DataQualityJudgement(
                indicator=indicator,
                judged_on=day,
                dimension=dimension,
                judgement=judgement,
                note=note.strip(),
                judged_by=by,
            ).save()
    return indicator
