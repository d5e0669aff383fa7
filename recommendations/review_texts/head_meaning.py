"""What do the head, the lists and the sections in the text of a review mean?"""

import re
from datetime import date
from typing import Any

from django.db.models import CharField

from reviews.models import PriorityScale, Review, ReviewContact, ReviewPoint, Section

from .layout import (
    DISCUSSED,
    HEADER,
    REFERENCE,
    TEXTS,
)
from .lookups import LONG, OTHERWISE, Lookups
from .parts import (
    ContactText,
    PointText,
    SectionText,
)

SLUG = re.compile(r"[-a-zA-Z0-9_]{1,60}")
NEEDED = ("Title", "Running title", "Auditor", "Client", "Partnerships")


class HeadMeaning(Lookups):
    """What a text says of the review before its action plan."""

    def reference(self) -> str:
        """Return the review's reference, or nothing where it is none."""
        told = self._head(REFERENCE)
        if told and SLUG.fullmatch(told.text):
            return told.text
        line = told.line if told else 1
        self.refuse(
            line,
            f"Begin with “{REFERENCE}:” and the reference: small letters, figures and hyphens, for "
            "example leeds-2007.",
        )
        return ""

    def particulars(self) -> dict[str, Any] | None:
        """Return the review's fields; None where one that must be there cannot be understood."""
        before = self.refusals
        values: dict[str, Any] = {}
        for key in NEEDED:
            if not self._text(key):
                told = self._head(key)
                self.refuse(told.line if told else 1, f"“{key}” is missing from the head.")
        for key, field in HEADER.items():
            column = Review._meta.get_field(field) if field in _review_fields() else None
            if isinstance(column, CharField) and field not in ("reference", "kind"):
                values[field] = self._short(key, self._text(key), column.max_length or OTHERWISE)
        for key, field in TEXTS.items():
            told = self.told.texts.get(key)
            values[field] = told.text if told else ""
            if told:
                self._long(key, told.text, told.line, LONG.get(field, OTHERWISE))
        values["kind"] = self._choice("Kind", Review.Kind.choices) or Review.Kind.EXTERNAL
        values["auditor"] = self._one("Auditor", self.organisations)
        values["client"] = self._one("Client", self.organisations)
        values["structure_of"] = self._one("Structure of", self.partnership_names)
        values["report_date"] = self._date("Report date")
        yes = self._choice("Legend on each page", [("yes", "Yes"), ("no", "No")])
        values["legend_on_each_page"] = yes == "yes"
        return values if self.refusals == before else None

    def partnerships(self) -> list[Any]:
        """Return the partnerships reviewed."""
        told = self._head("Partnerships")
        return self._all(told, self.partnership_names) if told else []

    def discussed_on(self) -> date | None:
        """Return the day on which the draft was discussed with officers."""
        return self._date(DISCUSSED)

    def scale(self) -> PriorityScale | None:
        """Return the priority scale whose levels are those of the text's legend."""
        legend = []
        for told in self.told.legend:
            mark, equals, words = (one.strip() for one in told.text.partition("="))
            if not (equals and mark and words):
                self.refuse(told.line, "Write a priority as “*** = Significant residual risk”.")
                return None
            legend.append((mark, words))
        scales = list(PriorityScale.objects.prefetch_related("levels"))
        matching = [
            scale
            for scale in scales
            if not legend or [(one.mark, one.meaning) for one in scale.levels.all()] == legend
        ]
        if len(matching) == 1 or (matching and legend):
            return matching[0]
        known = "; ".join(
            f"{scale.name} ({', '.join(_level(one) for one in scale.levels.all())})"
            for scale in scales[:5]
        )
        line = self.told.legend[0].line if self.told.legend else 1
        self.refuse(
            line,
            f"No priority scale of the register has just these levels. There are: {known}. Write "
            "the levels of one, or have an administrator add the scale.",
        )
        return None

    def contact(self, one: ContactText) -> dict[str, Any] | None:
        """Return what a step of the complaints route says."""
        values = {
            "post_title": one.post,
            "organisation_name": one.organisation,
            "details": one.details,
            "how": one.how,
        }
        return self._fit(ReviewContact, values, one.line, needed="post_title")

    def point(self, one: PointText) -> dict[str, Any] | None:
        """Return what a point says."""
        values = {"text": one.text, "section_references": one.references}
        self._long("text", one.text, one.line, LONG["point"])
        return self._fit(ReviewPoint, values, one.line, needed="text")

    def section(self, one: SectionText) -> dict[str, Any] | None:
        """Return what a section says."""
        shows = Section.Shows.NARRATIVE.value
        if one.shows:
            shows = self._chosen("Shows", one.shows, Section.Shows.choices) or shows
        self._long("text", one.body, one.line, LONG["body"])
        values = {"title": one.title, "body": one.body, "shows": shows}
        return self._fit(Section, values, one.line, needed="title")


def _review_fields() -> set[str]:
    return {field.name for field in Review._meta.concrete_fields}


def _level(level: Any) -> str:
    return f"{level.mark} = {level.meaning}"
