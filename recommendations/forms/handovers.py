"""From whom to whom does responsibility pass, and why?"""

from typing import Any

from django import forms

from govreg.core.editing.forms import OnceForm
from govreg.core.ui.forms import LongTextField
from partnerships.models import Body, Post, Team
from recommendations.queries.handovers import Party, party_named


class HandOverForm(OnceForm):
    """Who answered until now, who answers from now on, and the reason."""

    submit_label = "Show what will change"
    layout = ("old", "new", "reason")

    old = forms.ChoiceField(label="Who was responsible until now?")
    new = forms.ChoiceField(label="Who is responsible from now on?")
    reason = LongTextField(
        label="Reason",
        max_length=2000,
        rows=3,
        help_text="For example: the post passed to another service on 1 April",
    )
    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, owners: list[tuple[str, str]], user: Any, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        fields: Any = self.fields
        fields["old"].choices = [("", "Choose one"), *owners]
        fields["new"].choices = [
            ("", "Choose one"),
            ("Posts", _named("post", Post.objects.order_by("title"))),
            ("Teams", _named("team", Team.objects.order_by("name"))),
            ("Bodies", _named("body", Body.objects.visible_to(user).order_by("name"))),
        ]

    def clean(self) -> dict[str, Any]:
        """Refuse a change that is none."""
        cleaned: dict[str, Any] = super().clean()
        if cleaned.get("old") and cleaned.get("old") == cleaned.get("new"):
            self.add_error("new", "Choose somebody else than who was responsible until now.")
        return cleaned

    @property
    def parties(self) -> tuple[Party, Party]:
        """Who was and who is to be responsible."""
        old, new = (party_named(self.cleaned_data[name]) for name in ("old", "new"))
        assert old is not None  # the choices name parties alone
        assert new is not None
        return old, new

    def shown(self, digest: str, count: int) -> None:
        """Ask to go on with what was shown."""
        self.data = {**self.data.dict(), "seen": digest}  # type: ignore[attr-defined]
        self.submit_label = f"Hand over {count} action{'' if count == 1 else 's'}"


def _named(kind: str, rows: Any) -> list[tuple[str, str]]:
    return [(Party(kind, row.pk).code, str(row)) for row in rows]
