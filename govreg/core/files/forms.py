"""How does a person choose files, and what is said of one that is not taken?"""

from typing import Any

from django import forms
from django.conf import settings

from .kinds import ACCEPT, IN_WORDS, refusal_of
from .store import safe_name


class FilesInput(forms.ClearableFileInput):
    """Lets several files be chosen at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Some files, each checked; its value is a list."""

    widget = FilesInput

    def __init__(self, **options: Any) -> None:
        options.setdefault(
            "help_text",
            f"{IN_WORDS}. Up to {settings.LARGEST_FILE_BYTES // (1024 * 1024)} MB each.",
        )
        super().__init__(**options)
        self.widget.attrs["accept"] = ACCEPT

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Check every file; each one that is not taken says why."""
        files = data if isinstance(data, list | tuple) else [data] if data else []
        files = [file for file in files if file]
        if self.required and not files:
            raise forms.ValidationError("Choose a file")
        errors = [error for file in files if (error := _error(file))]
        if errors:
            raise forms.ValidationError(errors)
        return files

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Show nothing again: a browser never fills a file field in."""
        return None


def _error(file: Any) -> str:
    largest = settings.LARGEST_FILE_BYTES
    name = safe_name(file.name or "")
    content = b"x" * (largest + 1) if file.size > largest else file.read()
    file.seek(0)
    refusal = refusal_of(name=name, content=content, largest=largest)
    return refusal.sentence if refusal else ""


class ChosenFilesMixin(forms.Form):
    """A form whose files must be chosen again when it is shown again: a browser keeps none."""

    files_field = "files"

    def clean(self) -> dict[str, Any]:
        """Say so, whatever else is wrong."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        self.remind()
        return cleaned

    def remind(self) -> None:
        """Ask for the files again where the form has errors, by their names."""
        chosen = [safe_name(f.name or "") for f in self.files.getlist(self.files_field)]
        if self.errors and chosen and not getattr(self, "_reminded", False):
            self._reminded = True
            self.add_error(self.files_field, f"Choose your files again: {', '.join(chosen)}.")
