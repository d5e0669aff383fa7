"""Does a section's Markdown become HTML whose tags a printed document can carry?"""

import re

import pytest

from govreg.reports.rendering.prose import prose


def levels(html: str) -> list[int]:
    return [int(level) for level in re.findall(r"<h(\d)", html)]


def test_headings_never_skip_a_level():
    html = prose("### Deep\n\ntext\n\n# Top\n\n#### Deeper", under=3)
    assert levels(html) == [4, 4, 5]


def test_headings_stop_at_the_lowest_level():
    assert levels(prose("# A\n\n## B\n\n### C", under=6)) == [6, 6, 6]


@pytest.mark.parametrize("for_screen", [True, False])
def test_a_bold_line_above_a_table_is_its_caption(for_screen):
    html = prose(
        "**Table 2: Arrangements**\n\n| A | B |\n|---|---|\n| 1 | 2 |",
        under=3,
        for_screen=for_screen,
    )
    assert re.search(r"<table[^>]*><caption[^>]*>Table 2: Arrangements</caption>", html)
    assert "<strong>" not in html
    assert ('aria-label="Table 2: Arrangements"' in html) is for_screen


def test_a_table_without_heads_gets_its_title_for_one():
    html = prose("**Table 1: Themes**\n\n| | |\n|---|---|\n| Learning | Culture |", under=3)
    assert '<th scope="colgroup" colspan="2">Themes</th>' in html
    assert html.count("<th ") + html.count("<th>") == 1


def test_a_table_without_heads_or_title_still_has_a_head():
    html = prose("| | |\n|---|---|\n| Learning | Culture |", under=3)
    assert '<th scope="colgroup" colspan="2">Table</th>' in html


def test_links_hold_text_alone():
    html = prose("[a **bold** word](https://example.org/)", under=3)
    assert ">a bold word</a>" in html


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "[x](javascript:alert(1))", "![x](file:///etc/passwd)"]
)
def test_payloads_stay_text(text):
    html = prose(text, under=3)
    assert "<script" not in html
    assert "<img" not in html
    assert 'href="javascript' not in html
