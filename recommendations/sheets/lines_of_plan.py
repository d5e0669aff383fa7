"""Which lines of a sheet make one recommendation, one response and one agreed action?"""

from collections.abc import Mapping, Sequence
from typing import Any

from govreg.core.transfer.plan import Draft, Held
from recommendations.models import Response
from recommendations.services.planned_parts import (
    Planned,
    PlannedAction,
    PlannedRecommendation,
    PlannedResponse,
)
from reviews.models import Review

OF_RECOMMENDATION = ("section", "priority", "wording", "addressee", "subjects", "see_also")
OF_RESPONSE = ("in_respect_of", "covers", "decision", "response")
OF_ACTION = ("action", "owners", "printed", "due_date", "review_date")
#: Under which heading a rule's refusal is told, by its code.
HEADINGS = {
    "number-missing": "Number",
    "number-slash": "Number",
    "number-reserved": "Number",
    "number-twice": "Number",
    "wording-missing": "Recommendation",
    "refers-to-itself": "See also",
    "unknown-reference": "See also",
    "nothing-said": "Management response",
    "review-date-missing": "Review date",
}


class Assembly:
    """Lines of a file put together into a plan, a portion at a time; each part knows its line."""

    def __init__(self, review: Review) -> None:
        self._sections = {one.number: one for one in review.sections.all()}
        self._priorities = {one.mark: one for one in review.priorities.all()}
        self._parts: dict[int, list[Planned]] = {}
        self._named = ""
        self.plan: list[PlannedRecommendation] = []

    def name_of(self, values: dict[str, Any]) -> str:
        """Name the recommendation that a line begins or continues; lines come in their order."""
        if values["number"]:
            self._named = f"Recommendation {values['number']}"
        return self._named

    def begins(self, texts: Mapping[str, str]) -> bool:
        """Say whether a line begins a recommendation; the lines after it may continue it."""
        return any(texts.get(key, "").strip() for key in ("number", *OF_RECOMMENDATION))

    def put_together(self, drafts: Sequence[Draft]) -> list[PlannedRecommendation]:
        """Return the plan that a portion of lines makes; a line that belongs nowhere says so."""
        self.plan, self._parts = [], {}
        for draft in drafts:
            self._parts[draft.line] = []
            if draft.values["number"] or any(draft.values[key] for key in OF_RECOMMENDATION):
                self._begin(draft)
            elif not self.plan:
                draft.refuse(
                    "The first line must begin a recommendation: give its number.", "Number"
                )
                continue
            self._answer(draft)
        return self.plan

    def tell(self, drafts: Sequence[Draft]) -> None:
        """Let each line say why a part of it is refused, and whether anything of it is new."""
        for draft in drafts:
            parts = self._parts[draft.line]
            for part in parts:
                for refusal in part.refusals:
                    draft.refuse(refusal.sentence, HEADINGS.get(refusal.code, ""))
            if parts and not draft.problems and not any(part.is_new for part in parts):
                draft.held = Held(parts[0].record, 0, 0, {})
                draft.changed.clear()
                draft.changes.clear()

    def _begin(self, draft: Draft) -> None:
        values = draft.values
        section = self._sections.get(values["section"])
        priority = self._priorities.get(values["priority"])
        if section is None:
            draft.refuse(_no_section(values["section"], self._sections), "Section")
        if priority is None:
            draft.refuse(_no_priority(values["priority"], self._priorities), "Priority")
        one = PlannedRecommendation(
            line=draft.line,
            number=values["number"],
            section=section,
            priority=priority,
            wording=values["wording"],
            addressee=values["addressee"],
            subjects=list(values["subjects"] or []),
            see_also=[n.strip() for n in values["see_also"].split(";") if n.strip()],
        )
        self.plan.append(one)
        self._parts[draft.line].append(one)

    def _answer(self, draft: Draft) -> None:
        values, one = draft.values, self.plan[-1]
        if any(values[key] for key in OF_RESPONSE):
            response = PlannedResponse(
                line=draft.line,
                in_respect_of=values["in_respect_of"],
                decision=values["decision"] or Response.Decision.NOT_STATED,
                text=values["response"],
                subjects=list(values["covers"] or []),
            )
            one.responses.append(response)
            self._parts[draft.line].append(response)
        if not any(values[key] for key in OF_ACTION):
            return
        if not one.responses:
            draft.refuse(
                "The line has an agreed action and no response that it follows from. Fill in "
                "“Management response”.",
                "Agreed action",
            )
            return
        action = PlannedAction(
            line=draft.line,
            text=values["action"],
            owners=list(values["owners"] or []),
            printed=values["printed"],
            review_date=values["review_date"],
            due_date=values["due_date"],
        )
        one.responses[-1].actions.append(action)
        self._parts[draft.line].append(action)


def _no_section(told: str, sections: Any) -> str:
    if not sections:
        return "The review has no section yet. Add the sections of its report first."
    named = f"“{told[:60]}” is no section of the review." if told else "No section is named."
    return f"{named} Its sections are {_some(sections)}."


def _no_priority(told: str, priorities: Any) -> str:
    if not priorities:
        return "The review has no legend of priorities yet. Write its legend first."
    named = f"“{told[:60]}” is no mark of the review’s legend." if told else "No mark is given."
    return f"{named} Its marks are {_some(priorities)}."


def _some(names: Any, most: int = 12) -> str:
    shown = list(names)[:most]
    return ", ".join(shown) + (" and others" if len(names) > most else "")
