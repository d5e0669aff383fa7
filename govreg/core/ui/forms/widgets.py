"""How is a date typed: in three boxes that take whatever a person puts into them?"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict

BOXES = ("day", "month", "year")
WIDTHS = {"day": 2, "month": 2, "year": 4}
#: No box needs more; what is longer is shown back cut, and refused as no real date.
LONGEST_BOX = 20


class DateBoxes(forms.Widget):
    """Day, month and year. Its value is a dict of three texts, or None when all are empty."""

    template_name = "govuk/date_boxes.html"
    use_fieldset = True
    input_type = None

    def id_for_label(self, id_: str) -> str:
        """Return the first box, so that a link to the field puts the cursor there."""
        return f"{id_}_day" if id_ else id_

    def format_value(self, value: Any) -> dict[str, str]:  # type: ignore[override]
        """Return what each box shows, for a date, an ISO text or what was typed."""
        if isinstance(value, dict):
            return {box: str(value.get(box) or "") for box in BOXES}
        if isinstance(value, date):
            return {"day": str(value.day), "month": str(value.month), "year": str(value.year)}
        if isinstance(value, str) and value.count("-") == 2:
            year, month, day = value[:LONGEST_BOX].split("-")
            return {"day": day, "month": month, "year": year}
        return dict.fromkeys(BOXES, "")

    def value_from_datadict(
        self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str
    ) -> Any:
        """Return the three texts; a single ISO date (in a link) is understood too."""
        typed = {box: str(data.get(f"{name}_{box}") or "").strip() for box in BOXES}
        if any(typed.values()):
            return {box: text[:LONGEST_BOX] for box, text in typed.items()}
        return data.get(name) or None

    def value_omitted_from_data(
        self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str
    ) -> bool:
        """Whether the form did not hold this field at all."""
        return name not in data and all(f"{name}_{box}" not in data for box in BOXES)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the three boxes; `data-wrong` in the attributes names the ones in error."""
        context = super().get_context(name, value, attrs)
        shown = self.format_value(value)
        attributes = context["widget"]["attrs"]
        wrong = str(attributes.pop("data-wrong", "")).split()
        id_ = attributes.get("id") or f"id_{name}"
        context["widget"]["boxes"] = [
            {
                "label": box.capitalize(),
                "id": f"{id_}_{box}",
                "name": f"{name}_{box}",
                "value": shown[box],
                "width": WIDTHS[box],
                "wrong": box in wrong,
            }
            for box in BOXES
        ]
        return context
