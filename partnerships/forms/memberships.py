"""What does an area manager type when an organisation joins or leaves?"""

from typing import Any

from django import forms
from django.db.models import Q

from govreg.core.editing.forms import OnceForm, VersionedForm
from govreg.core.ui.forms import (
    ChoiceField,
    DateField,
    Fieldset,
    LongTextField,
    RegisterForm,
    RegisterFormSet,
    TextField,
)
from partnerships.models import Body, Membership, Organisation, Partnership, Post

WHOLE = "The partnership as a whole"
ANSWERS = {"yes": True, "no": False, "": None}
STATED = [("", "Not stated"), ("yes", "Yes"), ("no", "No")]
RIGHTS = ("voting", "delegated_authority", "substitutes_allowed")
PLAIN = ("organisation", "body", "representative", "post", "role", "is_vacant", "start", "end")
MOST_ROWS = 20


def _stated(label: str) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=STATED, required=False)


class MemberFields(forms.Form):
    """The fields of one seat."""

    organisation = forms.ModelChoiceField(Organisation.objects.none(), label="Organisation")
    body = forms.ModelChoiceField(
        Body.objects.none(), label="Body", required=False, empty_label=WHOLE
    )
    representative = TextField(
        label="Post that represents it",
        max_length=200,
        required=False,
        help_text="A post, not a person’s name",
    )
    post = forms.ModelChoiceField(
        Post.objects.all(),
        label="The same post in the register",
        required=False,
        help_text="Where the post is recorded, whoever holds it acts for the member",
    )
    role = ChoiceField(
        label="Role", choices=Membership.Role.choices, initial=Membership.Role.MEMBER
    )
    is_vacant = forms.BooleanField(
        label="The seat is vacant: nobody represents the organisation in it", required=False
    )
    voting = _stated("Does it vote?")
    delegated_authority = _stated("May the representative decide for the organisation?")
    substitutes_allowed = _stated("May it send a substitute?")
    start = DateField(label="Member from", required=False)
    end = DateField(label="Member until", required=False)

    entry_layout = (
        "organisation",
        "body",
        "representative",
        "post",
        "role",
        "is_vacant",
        Fieldset("Rights", *RIGHTS),
        Fieldset(
            "Dates",
            "start",
            "end",
            hint="The first and the last day count. Leave empty what is not known",
        ),
    )

    def offer(self, partnership: Partnership, present: int | None = None) -> None:
        """Offer the partnership's bodies, and the organisations that stand for themselves."""
        fields: Any = self.fields
        fields["body"].queryset = Body.objects.filter(partnership=partnership)
        fields["organisation"].queryset = Organisation.objects.filter(
            Q(merged_into=None) | Q(pk=present)
        )

    def entry(self) -> dict[str, Any]:
        """Return what is recorded of the seat."""
        data = self.cleaned_data
        return {
            **{name: data[name] for name in PLAIN},
            **{name: ANSWERS[data[name]] for name in RIGHTS},
        }


class NewMemberForm(MemberFields, OnceForm):
    """One new member."""

    submit_label = "Add member"
    layout = MemberFields.entry_layout

    def __init__(self, *args: Any, partnership: Partnership, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(partnership)


class CorrectMemberForm(MemberFields, VersionedForm):
    """A correction of what was recorded of a membership, with its reason."""

    submit_label = "Save correction"
    layout = (*MemberFields.entry_layout, "reason")

    reason = LongTextField(label="Reason for the correction", max_length=2000, rows=3)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(self.record.partnership, self.record.organisation_id)


class EndMemberForm(OnceForm):
    """The last day of a membership, and why it ends."""

    end = DateField(label="Last day", help_text="The day still counts")
    reason = LongTextField(label="Reason", max_length=2000, rows=3)


class SeveralMembersForm(OnceForm):
    """What several new members have in common."""

    body = forms.ModelChoiceField(
        Body.objects.none(), label="Body", required=False, empty_label=WHOLE
    )
    start = DateField(
        label="Members from", required=False, help_text="Leave it empty where it is not known"
    )
    voting = _stated("Do they vote?")
    substitutes_allowed = _stated("May they send a substitute?")

    def __init__(self, *args: Any, partnership: Partnership, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: Any = self.fields
        fields["body"].queryset = Body.objects.filter(partnership=partnership)

    def shared(self) -> dict[str, Any]:
        """Return what is recorded of each of them."""
        data = self.cleaned_data
        answers = {name: ANSWERS[data[name]] for name in ("voting", "substitutes_allowed")}
        return {"body": data["body"], "start": data["start"], **answers}


class MemberRowForm(RegisterForm):
    """One of several new members; a row without an organisation is left out."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.current(), label="Organisation", empty_label="None"
    )
    representative = TextField(label="Post that represents it", max_length=200, required=False)
    role = forms.ChoiceField(
        label="Role", choices=Membership.Role.choices, initial=Membership.Role.MEMBER
    )
    is_vacant = forms.BooleanField(label="Vacant: nobody represents it", required=False)


class MemberRows(RegisterFormSet):
    """The rows of the page that adds several members; the page brings the form tag itself."""

    item_name = "member"
    submit_label = "Add these members"
    default_error_messages = {
        "missing_management_form": "The rows could not be read. Open the page again."
    }

    @property
    def helper(self) -> Any:
        """Leave the form tag and its token to the page, which has more fields in the form."""
        helper = super().helper
        helper.form_tag = False
        helper.disable_csrf = True
        return helper

    def clean(self) -> None:
        """Ask for at least one member, in the first row."""
        if self.forms and not any(self.errors) and not self.chosen():
            self.forms[0].add_error("organisation", "Choose at least one organisation")

    def chosen(self) -> list[dict[str, Any]]:
        """Return the rows that name an organisation."""
        rows = [form.cleaned_data for form in self.forms if form.is_valid()]
        return [row for row in rows if row.get("organisation")]


def member_rows(count: int) -> type[MemberRows]:
    """Return the formset with a number of empty rows."""
    made: Any = forms.formset_factory(
        MemberRowForm,
        formset=MemberRows,
        extra=count,
        max_num=MOST_ROWS,
        absolute_max=MOST_ROWS,
    )
    return made


def values_of(membership: Membership) -> dict[str, Any]:
    """Return a membership's present values under the form's field names."""
    words = {answer: word for word, answer in ANSWERS.items()}
    return {
        **{name: getattr(membership, name) for name in PLAIN},
        **{name: words[getattr(membership, name)] for name in RIGHTS},
    }
