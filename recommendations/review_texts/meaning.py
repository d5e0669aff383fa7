"""Which records and values does the text of a review mean?

A name that nobody knows is told with those most like it. Each piece is told at most once, however
often it is asked for.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from govreg.core.timescales import PRECISION_CHOICES, SENSE_CHOICES, Precision, Sense
from recommendations.models import AgreedAction, Recommendation, Response
from recommendations.services.actions import AgreedTimescale
from recommendations.services.actions import understood as understood_timescale

from .head_meaning import HeadMeaning
from .layout import (
    BY,
    DUE,
    OWNER,
    PRECISION,
    REVIEW_ON,
    SENSE,
    STARTS,
)
from .lookups import LONG, names_of
from .parts import (
    ActionText,
    RecommendationText,
    ResponseText,
    Told,
)


class Meaning(HeadMeaning):
    """What one text means in this register, to one person, with its action plan."""

    def look_over(self, rows: Iterable[RecommendationText]) -> None:
        """Tell what is wrong with the plan, where there is no review to bring it into."""
        numbers = {section.number: section for section in self.told.sections}
        for one in rows:
            self.recommendation(one)
            self.placed(one, numbers)
            self.responses(one)

    def recommendation(self, one: RecommendationText) -> tuple[dict[str, Any], list[Any]]:
        """Return what a recommendation says, nothing where it is unsound; and whom it concerns."""
        addressee = one.keyed.get("Addressed to")
        values = {
            "number": one.number,
            "wording": one.wording,
            "addressee": addressee.text if addressee else "",
        }
        fits = self._fit(Recommendation, values, one.line, needed="wording")
        marks = [told.text.partition("=")[0].strip() for told in self.told.legend]
        if marks and one.mark not in marks:
            self.refuse(
                one.line,
                f"“{one.mark}” is no priority of the review. Write one of: {', '.join(marks)}.",
            )
        concerned = one.keyed.get("Concerns")
        return fits or {}, self._all(concerned, self.subjects) if concerned else []

    def placed(self, one: RecommendationText, known: Mapping[str, Any]) -> Any:
        """Return the section in which a recommendation arises."""
        told = one.keyed.get("Section")
        found = known.get(told.text) if told else None
        if found is None:
            said = f"There is no section {told.text[:20]}." if told else "“Section” is missing."
            self.refuse(
                told.line if told else one.line,
                f"{said} Write the number of the section in which the recommendation arises.",
            )
        return found

    def responses(self, one: RecommendationText) -> None:
        """Tell what is wrong with the answers to a recommendation."""
        for answer in one.responses:
            self.answer(answer)
            for action in answer.actions:
                self.action(action)

    def references(
        self, one: RecommendationText, known: Mapping[str, Recommendation]
    ) -> list[Recommendation]:
        """Return the recommendations that one refers to, of this review or of another one."""
        told = one.keyed.get("See also")
        found = []
        for name in names_of(told):
            review, slash, number = name.rpartition("/")
            other = known.get(name.casefold())
            if slash and other is None:
                seen: Any = Recommendation.objects
                seen = seen.all() if self.by is None else seen.visible_to(self.by)
                other = seen.filter(review__reference=review, number=number).first()
            line = told.line if told else one.line
            if name.casefold() == one.number.casefold():
                self.refuse(line, f"Recommendation {name} refers to itself.")
            elif other is None:
                self.refuse(line, f"There is no recommendation {name[:60]} to refer to.")
            else:
                found.append(other)
        return found

    def answer(self, answer: ResponseText) -> tuple[dict[str, Any], list[Any]]:
        """Return what a response says, nothing where it is unsound; and whom it covers."""
        respect, decision = answer.keyed.get("In respect of"), answer.keyed.get("Decision")
        values = {
            "in_respect_of": respect.text if respect else answer.respect,
            "decision": Response.Decision.NOT_STATED.value,
            "text": answer.text,
        }
        if decision:
            found = self._chosen("Decision", decision, Response.Decision.choices)
            values["decision"] = found or values["decision"]
        fits = self._fit(Response, values, answer.line, needed="text")
        covered = answer.keyed.get("Covers")
        return fits or {}, self._all(covered, self.subjects) if covered else []

    def action(self, one: ActionText) -> tuple[AgreedTimescale | None, list[Any]]:
        """Return an action's timescale and owners; no timescale where it cannot be understood."""
        before = self.refusals
        self._long("action", one.text, one.line, LONG["action"])
        said = {name: one.segments.get(name, "") for name in (OWNER, BY, SENSE, PRECISION)}
        owners = self._all(Told(said[OWNER], one.line), self.owners)
        days = {
            name: self._day(name, Told(one.segments.get(name, ""), one.line))
            for name in (REVIEW_ON, DUE, STARTS)
        }
        printed = self._fit(AgreedAction, {"timescale_printed": said[BY]}, one.line)
        timescale = understood_timescale(said[BY], review_date=days[REVIEW_ON])
        if said[SENSE] or days[DUE] or days[STARTS]:
            sense = self._chosen(SENSE, Told(said[SENSE], one.line), SENSE_CHOICES) or "due"
            given = self._chosen(PRECISION, Told(said[PRECISION], one.line), PRECISION_CHOICES)
            timescale = AgreedTimescale(
                printed=said[BY],
                sense=Sense(sense),
                precision=Precision(given or ("day" if days[DUE] else "none")),
                due_date=days[DUE],
                start_date=days[STARTS],
                review_date=days[REVIEW_ON],
            )
        known = printed is not None and self.refusals == before
        return (timescale if known else None), owners
