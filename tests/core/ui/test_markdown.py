"""Is a typed text shown with its structure, and without anything that could run?"""

import time

import pytest
from bs4 import BeautifulSoup

from govreg.core.ui import markdown

TEXT = """# Findings

The **board** met [twice](https://example.org/ "t").

- one
- two

| Year | Amount |
|------|-------:|
| 2006 | 853 |
"""


def test_structure_is_kept_with_our_classes() -> None:
    page = BeautifulSoup(markdown.render(TEXT), "html.parser")
    assert page.h3.text == "Findings"
    assert page.h3["class"] == ["govuk-heading-m"]
    assert page.ul["class"] == ["govuk-list", "govuk-list--bullet"]
    assert page.th["scope"] == "col"
    assert "govuk-table__cell--numeric" in page.select("td")[1]["class"]
    assert page.a["href"] == "https://example.org/"
    assert page.find(class_="app-scroll").table


def test_headings_start_where_the_page_wants_them_and_stop_at_six() -> None:
    page = BeautifulSoup(markdown.render("# a\n\n###### b", heading_level=2), "html.parser")
    assert page.h2.text == "a"
    assert page.h6.text == "b"


def test_the_plain_variant_has_no_screen_classes() -> None:
    html = markdown.render(TEXT, plain=True)
    assert "govuk-" not in html
    assert "app-" not in html
    assert '<td class="right">853</td>' in html


@pytest.mark.parametrize(
    "payload",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "![x](javascript:alert(1))",
        "![x](https://example.org/x.png)",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](java\tscript:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:msgbox)",
        "<svg onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        '<a href="#" onclick="alert(1)">x</a>',
        '<p style="position:fixed">x</p>',
        "<iframe src=https://example.org></iframe>",
        "<javascript:alert(1)>",
        '[x](https://example.org/" onmouseover="alert(1))',
        "| a |\n|---|\n| <script>alert(1)</script> |",
    ],
)
def test_nothing_in_a_text_can_run(payload: str) -> None:
    page = BeautifulSoup(markdown.render(payload), "html.parser")
    assert not page.find(["script", "img", "svg", "iframe", "style", "object"])
    for tag in page.find_all(True):
        assert not [name for name in tag.attrs if name.startswith("on") or name == "style"]
        assert str(tag.get("href", "https:")).startswith(("https:", "http:", "mailto:"))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (">" * 200 + " deep", markdown.TOO_DEEP),
        ("> " * 200 + "deep", markdown.TOO_DEEP),
        ("- " * 100 + "deep", markdown.TOO_DEEP),
        ("".join("  " * level + "- x\n" for level in range(100)), markdown.TOO_DEEP),
        ("|" * 6000 + "\n" + "|-" * 6000, markdown.TOO_WIDE),
        ("x" * 400_001, markdown.TOO_LONG),
    ],
)
def test_what_is_too_much_is_said_in_a_sentence(text: str, sentence: str) -> None:
    assert BeautifulSoup(markdown.render(text), "html.parser").text.strip() == sentence


@pytest.mark.parametrize("text", ["*" * 20_000, "[" * 20_000, "**a" * 5_000, "<" * 20_000, "\x00"])
def test_strange_texts_neither_raise_nor_take_long(text: str) -> None:
    start = time.process_time()
    markdown.render(text)
    assert time.process_time() - start < 2


def test_an_ordinary_list_of_three_levels_is_shown() -> None:
    html = markdown.render("- a\n    - b\n        - c\n\n> quoted\n\nWages -- and | pipes")
    assert html.count("<ul") == 3
    assert "<blockquote" in html
