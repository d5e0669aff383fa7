"""How does a story open pages, read them and send their forms?"""

from typing import Any

from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse


def read(response: Any) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def page(client: Client, name: str, *args: Any, **query: str) -> BeautifulSoup:
    """Open a page that must be there."""
    response = client.get(reverse(name, args=args), query)
    assert response.status_code == 200, (name, response.status_code)
    return read(response)


def filled_in(soup: BeautifulSoup) -> dict[str, Any]:
    """Return what a browser would send of the page's form, untouched."""
    form = soup.find("form", attrs={"method": "post", "novalidate": True})
    typed: dict[str, Any] = {}
    for field in form.find_all(["input", "textarea", "select"]):
        name = field.get("name")
        if not name or name == "csrfmiddlewaretoken":
            continue
        if field.name == "textarea":
            typed[name] = field.text.removeprefix("\n")
        elif field.name == "select":
            chosen = field.find("option", selected=True) or field.find("option")
            typed[name] = chosen["value"] if chosen else ""
        elif field.get("type") in {"radio", "checkbox"}:
            if field.has_attr("checked"):
                typed.setdefault(name, []).append(field.get("value", "on"))
        else:
            typed[name] = field.get("value", "")
    return typed


def send(client: Client, name: str, *args: Any, changes: dict[str, Any] | None = None) -> Any:
    """Open a form, change some of its fields and send it."""
    typed = filled_in(page(client, name, *args))
    return client.post(reverse(name, args=args), {**typed, **(changes or {})})


def day(name: str, day: Any, month: Any, year: Any) -> dict[str, str]:
    """Return what is typed into the three boxes of a date."""
    return {f"{name}_day": str(day), f"{name}_month": str(month), f"{name}_year": str(year)}


def problems(response: Any) -> str:
    """Return what the error summary says."""
    summary = read(response).find(class_="govuk-error-summary")
    return summary.text if summary else ""
