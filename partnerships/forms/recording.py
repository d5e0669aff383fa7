"""What does an area manager type of a meeting that was held, on one page?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from govreg.core.editing.forms import VersionedForm
from govreg.core.files.forms import ChosenFilesMixin, FilesField
from govreg.core.history import once
from govreg.core.ui.forms import ChoiceField, LongTextField, TextField, WholeNumberField
from partnerships.models import Attendance, Meeting, Membership
from partnerships.queries.meetings import members_on_the_day

NOT_MARKED = [("", "Not marked")]
NOT_EXPECTED = [("", "Not expected")]
ANSWERS = {"yes": True, "no": False, "": None}
FEWEST_LINES, MORE_LINES, MOST_LINES = 3, 5, 40
LINES = ("decision", "message")


@dataclass(frozen=True, slots=True)
class SeatLine:
    """One member on the page: the seat, whether they came, and who came instead."""

    seat: Membership
    state: BoundField
    instead: BoundField


class RecordForm(ChosenFilesMixin, VersionedForm):
    """Who came, what was decided, what is to be relayed, and the minutes."""

    submit_label = "Save the record"

    others_present = forms.BooleanField(
        label="Everyone I have not marked was present",
        required=False,
        help_text="Without it, nothing is recorded of a member who is not marked",
    )
    quorate = ChoiceField(
        label="Did the chair state that the meeting was quorate?",
        choices=[("yes", "Yes"), ("no", "No"), ("", "Not stated")],
        required=False,
        initial="",
    )
    files = FilesField(label="Minutes", required=False)  # type: ignore[assignment]
    reason = LongTextField(
        label="Reason for the correction", max_length=2000, rows=2, required=False
    )

    def __init__(self, *args: Any, record: Meeting, lines: int = FEWEST_LINES, **options: Any):
        self.seats = members_on_the_day(record)
        self.is_recorded = record.attendance.exists()
        present = values_of(record, self.seats)
        options["initial"] = {**present, **(options.get("initial") or {})}
        held = [sum(name.startswith(f"{what}_") for name in present) for what in LINES]
        self.lines = min(max(lines, FEWEST_LINES, *held), MOST_LINES)
        super().__init__(*args, record=record, **options)
        made: dict[str, forms.Field] = {}
        for seat in self.seats:
            made |= self._seat_fields(seat)
        for number in range(self.lines):
            made |= _line_fields(number)
        made["lines"] = WholeNumberField(
            required=False, initial=self.lines, widget=forms.HiddenInput, max_value=MOST_LINES
        )
        self.add(made)
        if not self.is_recorded:
            del self.fields["reason"]

    def _seat_fields(self, seat: Membership) -> dict[str, forms.Field]:
        unmarked = NOT_EXPECTED if seat.body_id is None else NOT_MARKED
        choices = [*Attendance.State.choices, *unmarked]
        name = seat.organisation.name
        return {
            f"seat_{seat.pk}": ChoiceField(label=name, choices=choices, required=False),
            f"instead_{seat.pk}": TextField(
                label=f"Who came instead for {name}", max_length=200, required=False
            ),
        }

    @property
    def seat_lines(self) -> list[SeatLine]:
        """The members in the order of the page."""
        return [
            SeatLine(seat, self[f"seat_{seat.pk}"], self[f"instead_{seat.pk}"])
            for seat in self.seats
        ]

    @property
    def decision_lines(self) -> list[tuple[BoundField, BoundField]]:
        """The decisions, each with its reference."""
        return [(self[f"decision_{n}"], self[f"reference_{n}"]) for n in range(self.lines)]

    @property
    def message_lines(self) -> list[tuple[BoundField, BoundField]]:
        """The key messages, each with whom it is for."""
        return [(self[f"message_{n}"], self[f"to_{n}"]) for n in range(self.lines)]

    def record_values(self) -> dict[str, Any]:
        """Return what the service records."""
        data = self.cleaned_data
        count = range(self.lines)
        return {
            "version": self.version,
            "seats": [(s, self._state_of(s), data[f"instead_{s.pk}"]) for s in self.seats],
            "decisions": [
                {"text": data[f"decision_{n}"], "reference": data[f"reference_{n}"]} for n in count
            ],
            "messages": [{"text": data[f"message_{n}"], "to_whom": data[f"to_{n}"]} for n in count],
            "quorate": ANSWERS[data["quorate"]],
            "uploads": data["files"],
            "reason": data.get("reason", ""),
        }

    def _state_of(self, seat: Membership) -> str:
        """Return what a member was marked as; who is expected and not marked may have been there.

        Whoever sits on the partnership as a whole is expected at no body's meeting.
        """
        marked = str(self.cleaned_data[f"seat_{seat.pk}"])
        taken = self.cleaned_data["others_present"] and seat.body_id is not None
        return marked or (Attendance.State.PRESENT.value if taken else "")

    @property
    def not_marked(self) -> int:
        """How many members of the body nothing is recorded of, once the page is sent."""
        return sum(seat.body_id is not None and not self._state_of(seat) for seat in self.seats)

    def clean(self) -> dict[str, Any]:
        """Ask for the text that a reference or an addressee belongs to."""
        cleaned = super().clean()
        for number in range(self.lines):
            for text, beside, what in (
                ("decision", "reference", "enter the decision that the reference is of"),
                ("message", "to", "enter the message that is to be relayed"),
            ):
                if cleaned.get(f"{beside}_{number}") and not cleaned.get(f"{text}_{number}"):
                    self.add_error(f"{text}_{number}", f"{text.capitalize()} {number + 1}: {what}")
        return cleaned


def _line_fields(number: int) -> dict[str, forms.Field]:
    shown = number + 1
    return {
        f"decision_{number}": LongTextField(
            label=f"Decision {shown}", max_length=4000, rows=2, required=False
        ),
        f"reference_{number}": TextField(
            label=f"Reference of decision {shown}", max_length=60, required=False
        ),
        f"message_{number}": LongTextField(
            label=f"Key message {shown}", max_length=2000, rows=2, required=False
        ),
        f"to_{number}": TextField(
            label=f"To whom message {shown} goes", max_length=200, required=False
        ),
    }


def lines_asked(data: Mapping[str, Any]) -> int:
    """Return how many lines of decisions and messages a sent page had."""
    typed = str(data.get("lines", ""))[:4]
    return int(typed) if typed.isascii() and typed.isdigit() else FEWEST_LINES


def typed_so_far(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was typed, as the first content of the same page with more lines."""
    kept = {name: value for name, value in data.items() if name not in {"lines", "more"}}
    return {**kept, once.FIELD: data.get(once.FIELD) or once.new_token()}


def values_of(meeting: Meeting, seats: Sequence[Membership] | None = None) -> dict[str, Any]:
    """Return what is recorded of a meeting under the form's field names."""
    seats = members_on_the_day(meeting) if seats is None else seats
    rows = {row.membership_id: row for row in meeting.attendance.all()}
    found: dict[str, Any] = {
        "quorate": {answer: word for word, answer in ANSWERS.items()}[meeting.quorate_stated]
    }
    for seat in seats:
        row = rows.get(seat.pk)
        found[f"seat_{seat.pk}"] = row.state if row else ""
        found[f"instead_{seat.pk}"] = row.substitute if row else ""
    for number, decision in enumerate(meeting.decisions.all()):
        found[f"decision_{number}"] = decision.text
        found[f"reference_{number}"] = decision.reference
    for number, message in enumerate(meeting.key_messages.all()):
        found[f"message_{number}"] = message.text
        found[f"to_{number}"] = message.to_whom
    return found
