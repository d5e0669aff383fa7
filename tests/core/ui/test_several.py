"""Is it said how several are chosen from one list?"""

from django import forms

from govreg.core.ui.forms import RegisterForm

PARTS = [("n", "North"), ("s", "South")]


class AreasForm(RegisterForm):
    areas = forms.MultipleChoiceField(choices=PARTS, widget=forms.SelectMultiple)
    wards = forms.MultipleChoiceField(
        choices=PARTS, widget=forms.SelectMultiple, help_text="Where it meets"
    )
    one = forms.ChoiceField(choices=PARTS)


def test_a_list_of_which_several_can_be_chosen_says_how():
    said = {name: str(field.help_text) for name, field in AreasForm().fields.items()}
    assert said["areas"].startswith("Hold Ctrl")
    assert said["wards"].startswith("Where it meets. Hold Ctrl")
    assert said["one"] == ""
