"""Does the title of every page that comes back with errors begin with the word, from one place?"""

import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.urls import reverse

from govreg.core.ui.templatetags import govuk
from tests.partnerships.pages import filled_in, page, read
from tests.people import Cast, signed_in

from .indicator import small_indicator
from .quarter import of_plan

pytestmark = pytest.mark.django_db
TEMPLATES = Path(settings.BASE_DIR) / "templates"


def title(response: Any) -> str:
    return str(read(response).title.text)


def test_a_grid_a_list_and_a_day_that_are_refused_say_so_in_the_title(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    one = small_indicator(cast.partnerships_officer)
    form = filled_in(page(client, "partnerships:enter-figures", one.pk, year="2006-07"))
    box = next(name for name, value in form.items() if not value and name != "reason")
    address = f"{reverse('partnerships:enter-figures', args=[one.pk])}?year=2006-07"
    assert title(client.post(address, {**form, box: "many"})).startswith("Error: Enter figures")
    quarter = of_plan("2006-07-q4").get_absolute_url()
    assert title(client.get(f"{quarter}?as-at=never")).startswith("Error: ")
    assert title(client.get("/actions/?standing=nonsense")).startswith("Error: Agreed actions")
    assert title(client.get("/actions/")).startswith("Agreed actions")


def test_every_summary_of_errors_is_known_to_the_title() -> None:
    known = {*govuk._FORMS, *govuk._LINES, "list.filters.form"}
    for template in TEMPLATES.rglob("*.html"):
        text = template.read_text(encoding="utf-8")
        shown = re.findall(r"{% error_summary ([^%]+) %}", text)
        shown += re.findall(r"error_summary\.html\" with lines=(\S+)", text)
        assert {name for names in shown for name in names.split()} <= known, template
