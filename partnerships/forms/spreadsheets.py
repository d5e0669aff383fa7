"""What does a person choose when a spreadsheet is imported?"""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings

from govreg.core.editing.forms import OnceForm
from govreg.core.transfer.formats import ACCEPT
from govreg.core.transfer.plan import UnknownName
from govreg.core.ui.forms import RegisterForm
from partnerships.models import Organisation
from partnerships.sheets.names import ALIAS, HERE, NEW

LATER = ("", "Not decided")


class SpreadsheetForm(RegisterForm):
    """The file to import."""

    submit_label = "Check the file"

    file = forms.FileField(
        label="Spreadsheet",
        error_messages={"required": "Choose a file", "empty": "The file is empty. Choose another"},
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["file"]
        most = settings.LARGEST_FILE_BYTES // (1024 * 1024)
        field.help_text = f"CSV, XLSX or ODS, up to {most} MB"
        field.widget.attrs["accept"] = ACCEPT


class ImportForm(OnceForm):
    """Nothing to type: what was shown is meant."""

    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)


class NamesForm(RegisterForm):
    """For each name that stands for no organisation: which one it is, or that it is a new one.

    Who does not keep the organisations says what a name means in this file; nothing is recorded of
    the name.
    """

    submit_label = "Check again with these names"

    def __init__(
        self, *args: Any, unknown: Iterable[UnknownName], keeps_names: bool, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self._names: dict[str, str] = {}
        #: Names like none that is known: who does not keep the organisations has nothing to choose.
        self.unlike: list[UnknownName] = []
        for number, one in enumerate(unknown):
            offered = _offered(one, keeps_names)
            if not offered:
                self.unlike.append(one)
                continue
            key = f"name_{number}"
            self._names[key] = one.name
            lines = ", ".join(str(line) for line in one.lines[:20])
            more = f" and {len(one.lines) - 20} more" if len(one.lines) > 20 else ""
            where = "Line" if len(one.lines) == 1 else "Lines"
            self.fields[key] = forms.ChoiceField(
                label=f"“{one.name[:200]}”",
                choices=[LATER, *offered],
                required=False,
                help_text=f"{where} {lines}{more}",
            )

    def decided(self) -> dict[str, str]:
        """Return by name what was decided."""
        return {
            name: self.cleaned_data[key]
            for key, name in self._names.items()
            if self.cleaned_data.get(key)
        }


def _offered(one: UnknownName, keeps_names: bool) -> list[tuple[str, str]]:
    if not keeps_names:
        return [(f"{HERE}:{pk}", f"Is {name}, in this file") for pk, name in one.near]
    known = [(f"{ALIAS}:{pk}", f"Is another name of {name}") for pk, name in one.near]
    sectors = Organisation.Sector.choices
    new = [(f"{NEW}:{code}", f"A new organisation, sector: {label}") for code, label in sectors]
    return known + new
