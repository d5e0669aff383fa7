"""Does a form made from a model get our fields, limits and sentences by itself?"""

from datetime import date

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.http import QueryDict

from govreg.core.ui.forms import DateField, LongTextField, RegisterModelForm, TextField


class Thing(models.Model):
    """A table that only these tests know; no row of it is ever read."""

    name = models.CharField(max_length=20)
    code = models.CharField(max_length=9, null=True, blank=True)  # noqa: DJ001 - what is tested
    note = models.TextField(blank=True)
    long_note = models.TextField(max_length=50, blank=True)
    due = models.DateField(null=True, blank=True)
    number = models.IntegerField(default=1)
    kind = models.CharField(max_length=5, choices=[("a", "A")], blank=True)
    amount = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    about = models.ForeignKey(ContentType, models.PROTECT, null=True, blank=True)

    class Meta:
        app_label = "ui"
        managed = False


class ThingForm(RegisterModelForm):
    """Every field of a thing."""

    class Meta:
        model = Thing
        fields = "__all__"


def test_the_models_fields_become_ours() -> None:
    fields = ThingForm().fields
    assert type(fields["due"]) is DateField
    assert type(fields["name"]) is TextField
    assert type(fields["long_note"]) is LongTextField
    assert fields["long_note"].max_length == 50
    assert fields["about"].empty_label == "Not stated"
    assert fields["kind"].choices[0] == ("", "Not stated")


@pytest.mark.django_db
def test_a_good_answer_fills_the_thing_in() -> None:
    form = ThingForm(QueryDict("name=a&code=&number=2&due_day=5&due_month=9&due_year=2007"))
    assert form.is_valid(), form.errors
    assert form.instance.due == date(2007, 9, 5)
    assert form.instance.code is None
    assert form.instance.note == ""


@pytest.mark.django_db
def test_whatever_is_sent_is_refused_in_our_sentences() -> None:
    sent = QueryDict(mutable=True)
    sent.update(
        {
            "name": "a\x00",
            "note": "\x00",
            "long_note": "y" * 60,
            "due_day": "31",
            "due_month": "2",
            "due_year": "2007",
            "number": "9" * 40,
            "kind": "zz",
            "amount": "1e400",
            "about": "9" * 50,
        }
    )
    said = {name: str(errors[0]) for name, errors in ThingForm(sent).errors.items()}
    assert said["name"].startswith("Name has a character in it")
    assert said["note"].startswith("Note has a character in it")
    assert said["long_note"] == "Long note must be 50 characters or fewer"
    assert said["due"] == "Due must be a real date"
    assert said["number"] == "Number must be 2,147,483,647 or less"
    assert said["kind"] == "Kind: choose one of those offered"
    assert said["about"] == "About: choose one of those offered"
    assert "amount" in said
