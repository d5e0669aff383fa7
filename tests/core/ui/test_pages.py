"""Does every page have its frame, and every failure a page of its own?"""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.base import BaseStorage
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.test import RequestFactory

from govreg.core.ui import errors, views
from govreg.core.ui.forms import RegisterForm, TextField
from govreg.core.ui.pages import confirm_page, form_page
from govreg.core.ui.storage import RegisterStaticFilesStorage


class ReasonForm(RegisterForm):
    """A reason."""

    reason = TextField(label="Reason")


class _Memory(BaseStorage):
    """Messages that last for one request."""

    def _get(self, *args: Any, **kwargs: Any) -> tuple[list[Any], bool]:
        return [], True

    def _store(self, *args: Any, **kwargs: Any) -> list[Any]:
        return []


def request_for(path: str = "/here/", **post: str) -> HttpRequest:
    build = RequestFactory().post if post else RequestFactory().get
    request = build(path, post) if post else build(path)
    request.user = AnonymousUser()
    request._messages = _Memory(request)
    return request


def read(response: HttpResponse) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def a_form_page(request: HttpRequest, form: RegisterForm, **options: Any) -> BeautifulSoup:
    trail = [("Home", "/"), ("Reviews", None)]
    return read(form_page(request, form, title="Add a reason", breadcrumbs=trail, **options))


def test_the_frame_of_a_page(settings: Any) -> None:
    settings.COUNCIL_NAME = "Anytown Council"
    page = a_form_page(request_for(), ReasonForm())
    assert page.title.text.startswith("Add a reason – Partnership governance register")
    assert [heading.text for heading in page.find_all("h1")] == ["Add a reason"]
    skip = page.find("a", class_="govuk-skip-link")["href"]
    assert page.find(id=skip.removeprefix("#")).name == "main"
    trail = page.find("nav", attrs={"aria-label": "Breadcrumb"})
    assert [item.text for item in trail.find_all("li")] == ["Home", "Reviews"]
    assert trail.find_all("li")[1]["aria-current"] == "page"
    assert "Anytown Council" in page.header.text
    assert page.footer.find("a", string="Accessibility statement")


def test_a_page_holds_no_style_and_no_script_of_its_own() -> None:
    page = a_form_page(request_for(), ReasonForm())
    assert not page.select("[style], style")
    assert all(script.get("src") and not script.text for script in page.find_all("script"))
    first = page.body.find(True)
    assert first.name == "script"
    assert first["src"].endswith("js-enabled.js")


def test_a_refused_form_says_so_in_the_title_and_at_the_top() -> None:
    page = a_form_page(request_for(), ReasonForm({}))
    assert page.title.text.startswith("Error: Add a reason")
    assert page.select_one(".govuk-error-summary a")["href"] == "#id_reason"


@pytest.mark.parametrize(
    ("tell", "role", "heading"),
    [
        (messages.success, "alert", "Success"),
        (messages.error, "alert", "There is a problem"),
        (messages.info, "region", "Important"),
    ],
)
def test_messages_are_banners(tell: Any, role: str, heading: str) -> None:
    request = request_for()
    tell(request, "The <reason> was saved.")
    banner = a_form_page(request, ReasonForm()).find(class_="govuk-notification-banner")
    assert banner["role"] == role
    assert banner.h2.text == heading
    assert banner.p.text == "The <reason> was saved."


def test_a_final_step_says_what_will_happen_and_can_be_left() -> None:
    options: dict[str, Any] = {
        "title": "Issue this review",
        "will_happen": ["It is frozen.", "Owners are told."],
        "confirm_label": "Issue it",
        "cancel_url": "/back/",
        "serious": True,
    }
    for form in (None, ReasonForm()):
        page = read(confirm_page(request_for(), form=form, **options))
        assert [item.text for item in page.main.select("ul.govuk-list li")][:2] == [
            "It is frozen.",
            "Owners are told.",
        ]
        button = page.main.find("button")
        assert button.text == "Issue it"
        assert "govuk-button--warning" in button["class"]
        assert page.main.find("a", string="Cancel")["href"] == "/back/"
        assert page.main.find("input", attrs={"name": "csrfmiddlewaretoken"})


def test_a_refusal_has_its_sentence_on_the_page() -> None:
    response = errors.refused_page(request_for(), "Add <evidence> first.")
    assert response.status_code == 403
    assert "Add <evidence> first." in read(response).main.text
    denied = errors.permission_denied(request_for(), PermissionError("Not yours."))
    assert "Not yours." in read(denied).main.text


def test_each_failure_has_its_page() -> None:
    for handler, status in ((errors.bad_request, 400), (errors.not_found, 404)):
        response = handler(request_for(), Exception("internal words"))
        assert response.status_code == status
        assert read(response).h1
        assert "internal words" not in read(response).text


def test_the_page_for_our_own_faults_needs_neither_request_nor_database() -> None:
    response = errors.server_error(RequestFactory().get("/"))
    assert response.status_code == 500
    assert "The register has a fault" in read(response).h1.text
    assert read(response).header.a.text == "Partnership governance register"
    assert get_template("500.html").render() == response.content.decode()


def test_a_session_that_timed_out_loses_no_typed_text() -> None:
    typed = "The board met <twice>.\nIt agreed."
    request = request_for(
        "/update/3/",
        agreed_text=typed,
        csrfmiddlewaretoken="a secret of forty characters, or nearly so",
        password="correct horse battery staple",
        version="7",
    )
    response = errors.csrf_failure(request)
    page = read(response)
    assert response.status_code == 403
    (box,) = page.find_all("textarea")
    assert box.text.strip().replace("\r\n", "\n") == typed
    assert box.has_attr("readonly")
    assert page.find("label", attrs={"for": box["id"]}).text == "Agreed text"
    assert "secret" not in page.text
    assert "battery" not in page.text
    assert page.find("a", string="Open the page again")["href"] == "/update/3/"


@pytest.mark.parametrize(
    ("colour", "used"),
    [("#123abc", "#123abc"), ("red;}body{display:none", views.DEFAULT_COLOUR), ("", "#1d4f6e")],
)
def test_the_councils_colour_is_a_colour_and_nothing_else(
    settings: Any, colour: str, used: str
) -> None:
    settings.COUNCIL_COLOUR = colour
    response = views.theme(RequestFactory().get("/theme.css"))
    assert response["Content-Type"].startswith("text/css")
    assert response.content.decode().count(used) == 2
    assert "display" not in response.content.decode()


def test_the_accessibility_statement_is_there() -> None:
    page = read(views.accessibility_statement(request_for()))
    assert page.h1.text == "Accessibility statement"
    assert "version 2.2, at level AA" in page.text


def test_our_modules_import_each_other_under_hashed_names() -> None:
    assert RegisterStaticFilesStorage.support_js_module_import_aggregation is True
