"""Do forms ask clearly, refuse in sentences and lead the reader to the field?"""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.template import engines
from django.test import RequestFactory

from govreg.core.ui.forms import (
    Button,
    ChoiceField,
    DateField,
    Fieldset,
    FormField,
    LongTextField,
    MoneyField,
    MultipleChoiceField,
    RegisterForm,
    RegisterFormSet,
    TextField,
    WholeNumberField,
)
from govreg.core.ui.forms.sentences import required_sentence


class AnswerForm(RegisterForm):
    """One field of every kind."""

    submit_label = "Save the answer"
    secondary_buttons = (Button("Preview", value="preview"),)
    layout = (
        FormField("decision", reveal={"partly": ["reason"]}, hints={"partly": "Say which part"}),
        Fieldset("When", "start", hint="As printed"),
    )
    required_if = {"reason": ("decision", "partly")}

    decision = ChoiceField(label="Decision", choices=[("yes", "Accepted"), ("partly", "Partly")])
    reason = LongTextField(label="Reason", required=False, max_length=20, help_text="Briefly")
    start = DateField(label="Start date")
    title = TextField(label="Title", max_length=10, required=False)
    layers = MultipleChoiceField(label="Layers", choices=[("a", "One")], required=False)
    amount = MoneyField(label="Amount", required=False)
    members = WholeNumberField(label="Members", required=False)
    agreed = forms.BooleanField(label="I have read it", required=False)
    evidence = forms.FileField(label="Evidence", required=False)
    version = forms.CharField(widget=forms.HiddenInput, initial="7")


def answer(**changes: str) -> AnswerForm:
    sent = {
        "decision": "yes",
        "start_day": "5",
        "start_month": "9",
        "start_year": "2007",
        "version": "7",
        **changes,
    }
    query = QueryDict(mutable=True)
    query.update(sent)
    return AnswerForm(query, cancel_url="/back/")


def rendered(form: Any, name: str = "form") -> BeautifulSoup:
    source = "{% load crispy_forms_tags %}{% error_summary " + name + " %}{% crispy " + name + " %}"
    html = engines["django"].from_string(source).render({name: form}, RequestFactory().get("/"))
    return BeautifulSoup(html, "html.parser")


def sentences(form: forms.Form) -> dict[str, list[str]]:
    return {name: [str(error) for error in errors] for name, errors in form.errors.items()}


def test_a_good_answer_is_understood() -> None:
    form = answer(amount="£853,000.50", members="12", title="Board\r\nmet")
    assert form.is_valid(), form.errors
    assert form.cleaned_data["start"] == date(2007, 9, 5)
    assert form.cleaned_data["amount"] == Decimal("853000.50")
    assert form.cleaned_data["title"] == "Board met"


@pytest.mark.parametrize(
    ("boxes", "sentence"),
    [
        (("", "", ""), "Enter the start date"),
        (("31", "2", "2007"), "Start date must be a real date"),
        (("5", "13", "2007"), "Start date must be a real date"),
        (("5", "", "2007"), "Start date must include a month"),
        (("5", "", ""), "Start date must include a month and a year"),
        (("5", "9", "07"), "Start date must have a year of 4 numbers"),
        (("5", "9", "9" * 30), "Start date must have a year of 4 numbers"),
        (("5", "9", "1799"), "Start date must have a year from 1800 to 2200"),
        (("5", "9", "2201"), "Start date must have a year from 1800 to 2200"),
        (("9" * 5000, "9", "2007"), "Start date must be a real date"),
        (("\x00", "9", "2007"), "Start date must be a real date"),
        (("²", "9", "2007"), "Start date must be a real date"),
        (("-5", "9", "2007"), "Start date must be a real date"),
        (("5", "9", "0000"), "Start date must have a year from 1800 to 2200"),
    ],
)
def test_no_date_breaks_the_form(boxes: tuple[str, str, str], sentence: str) -> None:
    form = answer(start_day=boxes[0], start_month=boxes[1], start_year=boxes[2])
    assert sentences(form) == {"start": [sentence]}
    rendered(form)


@pytest.mark.parametrize("month", ["9", "09", "sep", "Sept", "September"])
def test_a_month_may_be_typed_as_a_word(month: str) -> None:
    form = answer(start_month=month)
    assert form.is_valid()
    assert form.cleaned_data["start"] == date(2007, 9, 5)


def test_a_date_is_shown_back_in_its_boxes() -> None:
    page = rendered(AnswerForm(initial={"start": date(2007, 9, 5)}))
    values = [page.find(id=f"id_start_{box}")["value"] for box in ("day", "month", "year")]
    assert values == ["5", "9", "2007"]


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("title", "x" * 11, "Title must be 10 characters or fewer"),
        ("title", "a\x00b", "Title has a character in it that cannot be kept"),
        ("title", "a\x1bb", "Title has a character in it that cannot be kept"),
        ("reason", "x" * 21, "Reason must be 20 characters or fewer"),
        ("reason", "\x00", "Reason has a character in it that cannot be kept"),
        ("amount", "plenty", "Amount must be an amount, like 853,000"),
        ("members", "9" * 30, "Members must be 2,147,483,647 or less"),
        ("members", "1.5", "Members must be a whole number, like 12"),
        ("decision", "perhaps", "Decision: choose one of those offered"),
    ],
)
def test_what_cannot_be_kept_is_refused_in_a_sentence(
    field: str, value: str, sentence: str
) -> None:
    (said,) = sentences(answer(**{field: value}))[field]
    assert said.startswith(sentence)


def test_a_line_end_counts_as_one_character() -> None:
    form = answer(reason="123456789\r\n0123456789")
    assert form.is_valid()
    assert form.cleaned_data["reason"] == "123456789\n0123456789"


def test_an_answer_can_make_another_necessary() -> None:
    assert sentences(answer(decision="partly")) == {"reason": ["Enter the reason"]}
    assert answer(decision="partly", reason="Too dear").is_valid()


def test_every_line_of_the_error_summary_leads_to_a_control() -> None:
    page = rendered(AnswerForm(QueryDict("reason=" + "x" * 30 + "&start_day=5"), cancel_url="/"))
    links = page.select(".govuk-error-summary a")
    targets = [link["href"].removeprefix("#") for link in links]
    assert targets == ["id_decision_0", "id_reason", "id_start_month"]
    assert all(page.find(id=target).name in {"input", "textarea"} for target in targets)


def test_a_field_in_error_is_described_by_its_hint_and_its_error() -> None:
    page = rendered(answer(decision="partly"))
    reason = page.find(id="id_reason")
    described = reason["aria-describedby"].split()
    assert described == ["id_reason-info", "id_reason-hint", "id_reason-error"]
    assert all(page.find(id=name) for name in described)
    assert reason["aria-invalid"] == "true"
    assert not reason.has_attr("maxlength")


def test_a_choice_reveals_a_field_and_explains_itself() -> None:
    page = rendered(answer(decision="partly"))
    radio = page.find(id="id_decision_1")
    revealed = page.find(id=radio["data-reveals"])
    assert revealed.find("textarea")["name"] == "reason"
    assert "govuk-radios__conditional--hidden" not in revealed["class"]
    assert page.find(id=radio["aria-describedby"]).text == "Say which part"
    assert "(optional)" not in revealed.find("label").text


def test_the_form_says_what_is_optional_and_asks_the_browser_for_nothing() -> None:
    page = rendered(AnswerForm(cancel_url="/back/"))
    assert page.find("label", attrs={"for": "id_title"}).text == "Title (optional)"
    assert page.form.has_attr("novalidate")
    assert not page.select("[required]")
    assert page.form["enctype"] == "multipart/form-data"
    assert page.find("input", attrs={"name": "csrfmiddlewaretoken"})
    assert not page.select("[style], script")


class Exemption(forms.Form):
    """A part that several forms have."""

    needed_where = {"paragraph": "Needed where it is exempt"}
    paragraph = TextField(label="Paragraph", required=False, help_text="Such as 3")


class Declining(Exemption, RegisterForm):
    """A form with a field of its own that one case makes necessary."""

    needed_where = {"words": "Needed where it is declined"}
    words = TextField(label="Why?", required=False)
    note = TextField(label="Note", required=False)


def test_what_only_one_case_makes_necessary_says_when_and_not_that_it_is_optional() -> None:
    page = rendered(Declining())
    labels = [label.text for label in page.select("label")]
    assert labels == ["Paragraph", "Why?", "Note (optional)"]
    hints = {name: page.find(id=f"id_{name}-hint").text.strip() for name in ("paragraph", "words")}
    assert hints["paragraph"] == "Needed where it is exempt. Such as 3"
    assert hints["words"] == "Needed where it is declined"
    assert page.find(id="id_words")["aria-describedby"] == "id_words-hint"


def test_a_field_that_the_layout_forgets_is_shown_all_the_same() -> None:
    page = rendered(AnswerForm())
    names = {control.get("name") for control in page.select("input, textarea, select")}
    assert {"title", "layers", "amount", "members", "agreed", "evidence", "version"} <= names


def test_buttons_and_the_way_out() -> None:
    page = rendered(AnswerForm(cancel_url="/back/"))
    buttons = [(button.text, button.get("value")) for button in page.select("button")]
    assert buttons == [("Save the answer", None), ("Preview", "preview")]
    assert page.find("a", string="Cancel")["href"] == "/back/"


def test_a_formset_has_one_form_a_legend_each_and_one_summary() -> None:
    class MeetingForm(RegisterForm):
        held = DateField(label="Held on")

    class Meetings(RegisterFormSet):
        item_name = "meeting"

    build = forms.formset_factory(MeetingForm, formset=Meetings, extra=2, can_delete=True)
    sent = QueryDict("form-TOTAL_FORMS=2&form-INITIAL_FORMS=0&form-1-held_day=5")
    page = rendered(build(sent), "formset")
    assert len(page.select("form")) == 1
    legends = [legend.text for legend in page.select(".govuk-fieldset__legend--m")]
    assert legends == ["Meeting 1 of 2", "Meeting 2 of 2"]
    (link,) = page.select(".govuk-error-summary a")
    assert page.find(id=link["href"].removeprefix("#"))["name"] == "form-1-held_month"
    assert "Remove this meeting" in page.text


@pytest.mark.parametrize(
    ("label", "kind", "sentence"),
    [
        ("Reviewed on", DateField, "Fill in “Reviewed on”"),
        ("From", DateField, "Fill in “From”"),
        ("Decided by", ChoiceField, "Choose one for “Decided by”"),
        ("Purpose", TextField, "Enter the purpose"),
        ("Kind", ChoiceField, "Select the kind"),
    ],
)
def test_an_empty_field_is_asked_for_in_english(label, kind, sentence):
    assert required_sentence(label, kind()) == sentence


@pytest.mark.parametrize(("typed", "meant"), [("1,240", 1240), ("12", 12), ("1 240", 1240)])
def test_a_whole_number_may_be_typed_as_pages_print_it(typed: str, meant: int):
    assert WholeNumberField(label="Members").clean(typed) == meant


def test_a_comma_that_is_none_of_thousands_makes_no_number():
    with pytest.raises(ValidationError):
        WholeNumberField(label="Members").clean("12,5")
