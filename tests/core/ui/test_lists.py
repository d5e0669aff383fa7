"""Does a list show, order, filter, page and export what its address asks for, whatever is asked?"""

import csv
import gc
import io
import weakref
from datetime import date
from types import SimpleNamespace
from typing import Any, ClassVar

import django_filters
import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest
from django.test import RequestFactory

from govreg.core.ui.lists import Column, RegisterFilterSet, RegisterList, list_response
from govreg.core.ui.lists.cells import link
from govreg.core.ui.lists.export import exported, inert, register_format


class KindFilter(RegisterFilterSet):
    """A text and a choice."""

    model = django_filters.CharFilter(label="Words", lookup_expr="contains")
    app_label = django_filters.ChoiceFilter(label="App", choices=[("test", "Test")])
    since = django_filters.DateFilter(label="Since", method="ignore")

    class Meta:
        model = ContentType
        fields: ClassVar[list[str]] = []

    def ignore(self, rows: Any, name: str, value: Any) -> Any:
        return rows


class KindList(RegisterList):
    """Rows of a table that is always there."""

    columns = (
        Column("Name", "model", sort="model", cell=lambda row: link("/x/", row.model)),
        Column("Key number", "pk", sort="pk", numeric=True),
        Column("Owner", "owner.title", missing="No owner named"),
    )
    filterset = KindFilter
    order = "-name"
    noun = ("kind", "kinds")
    caption = "Kinds"
    empty = "No kinds yet. Add the first one."


def ask(query: str = "", definition: type[RegisterList] = KindList, **options: Any) -> Any:
    request = RequestFactory().get(f"/kinds/{query}")
    request.user = AnonymousUser()
    rows = ContentType.objects.filter(app_label="test")
    return list_response(request, definition, rows, title="Kinds", **options)


def page_of(query: str = "", definition: type[RegisterList] = KindList) -> BeautifulSoup:
    response = ask(query, definition)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def names(page: BeautifulSoup) -> list[str]:
    return [cell.text for cell in page.select("tbody th")]


@pytest.fixture
def kinds(db: None) -> None:
    ContentType.objects.bulk_create(
        ContentType(app_label="test", model=f"kind{number:03d}") for number in range(60)
    )


@pytest.mark.usefixtures("kinds")
class TestThePage:
    def test_it_shows_the_first_page_in_the_lists_own_order(self) -> None:
        page = page_of()
        assert names(page)[:2] == ["kind059", "kind058"]
        assert len(names(page)) == 25
        assert "Showing 1 to 25 of 60 kinds" in page.text
        assert page.title.text.startswith("Kinds")
        assert page.h1.text == "Kinds"

    def test_a_header_sorts_and_says_how_it_is_sorted(self) -> None:
        page = page_of("?sort=name&page=2")
        name, key_number, owner = page.select("thead th")
        assert name["aria-sort"] == "ascending"
        assert key_number["aria-sort"] == "none"
        assert not owner.has_attr("aria-sort")
        assert name.a["href"] == "?sort=-name"
        assert names(page)[0] == "kind025"

    def test_the_other_pages_keep_the_filters_and_the_order(self) -> None:
        page = page_of("?sort=name&model=kind&page=2")
        assert page.find("a", rel="next")["href"] == "?sort=name&model=kind&page=3"
        current = page.find("a", attrs={"aria-current": "page"}, class_="govuk-pagination__link")
        assert current.text == "2"

    def test_a_filter_narrows_the_list_and_can_be_cleared(self) -> None:
        page = page_of("?model=kind00")
        assert len(names(page)) == 10
        assert "10 kinds" in page.text
        assert page.find("a", string="Clear the filters")
        assert page.find(id="id_model")["value"] == "kind00"

    def test_missing_values_are_said_in_words_and_numbers_stand_right(self) -> None:
        _, key_number, owner = page_of().select("tbody tr")[0].find_all(["th", "td"])
        assert "govuk-table__cell--numeric" in key_number["class"]
        assert owner.find(class_="app-missing").text == "No owner named"

    @pytest.mark.parametrize(
        "query",
        [
            "?sort=nonsense",
            "?sort=--name",
            "?sort=owner",
            "?sort=password&page=x",
            "?page=-1",
            "?page=0",
            "?page=" + "9" * 5000,
            "?page=%00",
            "?model=%00",
            "?app_label=nonsense",
            "?since_day=99&since_month=99&since_year=" + "9" * 30,
            "?since=nonsense",
            "?export=nonsense",
        ],
    )
    def test_nonsense_in_the_address_never_breaks_the_page(self, query: str) -> None:
        assert names(page_of(query))

    def test_a_filter_that_cannot_be_understood_is_said(self) -> None:
        page = page_of("?since_day=31&since_month=2&since_year=2007")
        link_to_field = page.select_one(".govuk-error-summary a")
        assert link_to_field.text == "Since must be a real date"
        assert page.find(id=link_to_field["href"].removeprefix("#"))

    def test_it_costs_two_queries_however_many_rows(self, django_assert_num_queries: Any) -> None:
        with django_assert_num_queries(2):
            ask("?sort=name&model=kind&page=2")

    def test_what_was_typed_is_never_markup(self) -> None:
        ContentType.objects.create(app_label="test", model="<script>alert(1)</script>")
        html = ask("?model=%3Cscript%3E").content.decode()
        assert "<script>alert" not in html
        assert "&lt;script&gt;alert" in html


@pytest.mark.django_db
def test_an_empty_list_says_what_goes_here_and_a_narrow_filter_that_nothing_matches() -> None:
    assert "No kinds yet. Add the first one." in page_of().text
    assert "Nothing matches these filters" in page_of("?model=zzz").text


def test_a_filter_made_for_one_request_is_not_kept() -> None:
    class OwnFilter(KindFilter):
        """Made while a page is."""

    form = OwnFilter(RequestFactory().get("/").GET, queryset=ContentType.objects.none()).form
    assert [field.label for field in form] == ["Words", "App", "Since"]
    made = weakref.ref(OwnFilter)
    del OwnFilter, form
    gc.collect()
    assert made() is None


@pytest.mark.usefixtures("kinds")
def test_on_a_narrow_screen_the_filters_are_put_away_until_something_is_asked_for() -> None:
    for query, is_open in (("", False), ("?sort=name", False), ("?model=kind", True)):
        away = page_of(query).find("details", class_="app-filters-toggle")
        assert away.has_attr("open") is is_open
        assert away.find_next_sibling()["class"] == ["app-filters"]


@pytest.mark.usefixtures("kinds")
class TestTheExport:
    def read(self, response: Any) -> list[list[str]]:
        text = b"".join(response.streaming_content).decode("utf-8")
        assert text.startswith("\ufeff")
        return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))

    def test_every_row_of_every_page_leaves_filtered_and_in_order(self) -> None:
        response = ask("?sort=name&model=kind00&page=2&export=csv")
        header, *rows = self.read(response)
        assert header == ["Name", "Key number", "Owner"]
        assert [row[0] for row in rows] == [f"kind{number:03d}" for number in range(10)]
        assert 'filename="kinds.csv"' in response["Content-Disposition"]

    def test_taking_data_out_is_told(self) -> None:
        told: list[str] = []

        def listen(sender: Any, file_format: str, **_: Any) -> None:
            told.append(f"{sender.__name__} {file_format}")

        def note(request: HttpRequest, shown: RegisterList) -> None:
            told.append(f"{shown.caption} by {request.user}")

        exported.connect(listen)
        try:
            ask("?export=csv", on_export=note)
            ask("")
        finally:
            exported.disconnect(listen)
        assert told == ["KindList csv", "Kinds by AnonymousUser"]

    def test_no_cell_is_a_formula(self) -> None:
        ContentType.objects.create(app_label="test", model='=HYPERLINK("x")')
        _, row = self.read(ask("?model=HYPERLINK&export=csv"))
        assert row[0].startswith("'=")

    def test_another_format_can_be_added(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from govreg.core.ui.lists import export

        monkeypatch.setattr(export, "_formats", dict(export._formats))
        register_format("odd", "Odd file", lambda request, shown: shown.headers())
        assert "Download as Odd file" in ask().content.decode()
        assert ask("?export=odd") == ["Name", "Key number", "Owner"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "  ="])
def test_the_starts_of_a_formula_are_made_inert(start: str) -> None:
    assert inert(f"{start}1+1") == f"'{start}1+1"


@pytest.mark.parametrize("value", [-1, 1.5, None, "plain", "a=b"])
def test_everything_else_leaves_as_it_is(value: Any) -> None:
    assert inert(value) == value


def test_a_column_reads_along_a_path_and_shows_dates_and_yes_or_no() -> None:
    row = SimpleNamespace(lead=SimpleNamespace(due=date(2007, 9, 5)), open=True, none=None)
    assert Column("Due", "lead.due").html(row) == "5 September 2007"
    assert Column("Due", "lead.due").exported(row) == date(2007, 9, 5)
    assert Column("Open", "open").html(row) == "Yes"
    assert Column("Deep", "none.title", missing="Nobody").html(row).count("Nobody") == 1
    assert Column("Text", lambda row: "<b>").html(row) == "&lt;b&gt;"
    assert Column("Key number", "open").key == "key-number"


class RoomyList(KindList):
    """A list that has no room for one of its columns, which its file has."""

    choosable = True
    columns = (*KindList.columns, Column("App", "app_label", further=True, filed=True))


@pytest.mark.django_db
def test_a_column_without_room_on_the_page_stands_in_the_file_unless_others_are_chosen() -> None:
    ContentType.objects.create(app_label="test", model="one")
    heads = [head.text.rstrip("▲▼") for head in page_of("", RoomyList).thead.find_all("th")]
    assert heads == ["Name", "Key number", "Owner"]

    def filed(query: str) -> list[str]:
        return b"".join(ask(query, RoomyList)).decode("utf-8-sig").splitlines()[0].split(",")

    assert filed("?export=csv") == ["Name", "Key number", "Owner", "App"]
    assert filed("?export=csv&column=owner") == ["Name", "Owner"]
