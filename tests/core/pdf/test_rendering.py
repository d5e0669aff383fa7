"""Is what the engine gets safe, and what it gives mended?"""

import sys
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pytest

from govreg.core.pdf import PdfProblem, render
from govreg.core.pdf import engine as engine_module
from govreg.core.pdf import fonts as fonts_module

STYLE = """
html { font-family: "Source Sans 3", "Source Sans 3 Extended", sans-serif }
@page { @bottom-right { content: "Page " counter(page) } }
.note { float: footnote }
"""
CREATED = datetime(2007, 11, 1, 9, 30, tzinfo=UTC)


def made(body: str, style: str = STYLE) -> pikepdf.Pdf:
    content = render(body, stylesheet=style, title="A report", created=CREATED)
    return pikepdf.open(BytesIO(content))


def elements(pdf: pikepdf.Pdf, kind: str) -> list:
    found = []
    waiting = [pdf.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop(0)
        held = element.get("/K")
        kids = list(held) if isinstance(held, pikepdf.Array) else [held]
        below = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
        found += [kid for kid in below if kind == kid.S]
        waiting += below
    return found


@pytest.mark.parametrize(
    "body",
    [
        '<h1>A</h1><img alt="x" src="file:///etc/passwd">',
        '<h1>A</h1><img alt="x" src="http://127.0.0.1:9/x.png">',
        '<h1>A</h1><img alt="x" src="https://example.org/x.png">',
        '<h1>A</h1><img alt="x" src="data:image/png;base64,AAAA">',
        '<h1>A</h1><img alt="x" src="font:../../../etc/passwd">',
        '<h1>A</h1><object data="file:///etc/passwd"></object>',
        '<link rel="stylesheet" href="file:///etc/passwd"><h1>A</h1>',
        '<link rel="attachment" href="file:///etc/passwd"><h1>A</h1>',
        "<h1>A</h1><style>@import url(http://127.0.0.1:9/x.css);</style>",
        '<h1>A</h1><p style="background: url(file:///etc/passwd)">B</p>',
        '<h1>A</h1><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>t</title>'
        '<image href="file:///etc/passwd" width="5" height="5"/></svg>',
    ],
)
def test_nothing_is_fetched_from_anywhere(body):
    with pytest.raises(PdfProblem, match="outside the register"):
        made(body)


def test_a_relative_address_leads_nowhere():
    pdf = made('<h1>A</h1><img alt="x" src="secret.png">')
    assert b"secret" not in pdf.pages[0].Contents.read_bytes()


def test_a_style_sheet_fetches_nothing_either():
    with pytest.raises(PdfProblem, match="outside the register"):
        made("<h1>A</h1>", "h1 { background: url(file:///etc/passwd) }" + STYLE)


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("<blockquote>" * 200 + "x", "levels deep"),
        ("<table><tr><td colspan='60000'>x</td></tr></table>", "spans 60000 columns"),
        ("<table><tr><td rowspan='9999999999999'>x</td></tr></table>", "spans"),
        ("x" * 9_000_000, "too large to print"),
    ],
)
def test_what_would_take_for_ever_is_refused_before_it_starts(body, sentence):
    with pytest.raises(PdfProblem, match=sentence):
        made(body)


def test_headers_belong_to_their_own_columns_where_a_cell_spans_rows():
    pdf = made(
        "<h1>A</h1><table><thead><tr><th>One</th><th>Two</th><th>Three</th></tr></thead><tbody>"
        "<tr><td rowspan='2'>a</td><td>b</td><td>c</td></tr><tr><td>d</td><td>e</td></tr>"
        "</tbody></table>"
    )
    heads = [str(head.ID) for head in elements(pdf, "/TH")]
    assert [str(head.A.Scope) for head in elements(pdf, "/TH")] == ["/Column"] * 3
    cells = [[str(h) for h in cell.A.Headers] for cell in elements(pdf, "/TD")]
    one, two, three = heads
    assert cells == [[one], [two], [three], [two], [three]]


def test_page_numbers_are_artifacts():
    pdf = made("<h1>A</h1><p>Text</p>")
    assert b"/Artifact" in pdf.pages[0].Contents.read_bytes()


def test_notes_are_tagged_as_notes():
    pdf = made('<h1>A</h1><p>Text<span class="note">See the Act.</span></p>')
    (note,) = elements(pdf, "/Note")
    assert str(note.ID) == "note-1"


def test_links_are_described_by_their_words():
    pdf = made('<h1 id="top">A</h1><p><a href="#top">Back to the &amp; top</a></p>')
    assert [str(n.Contents) for n in pdf.pages[0].Annots] == ["Back to the & top"]


def test_a_sign_that_no_typeface_has_is_named():
    pdf = made("<h1>A</h1><p>Done \U0010ffff\u2063 \U0001f91f</p>")
    words = pdf.pages[0].Contents.read_bytes()
    assert b"MCID" in words
    for font in pdf.pages[0].resources.Font.values():
        assert str(font.Encoding) == "/Identity-H"  # another one is written for missing signs


def test_the_title_is_text_and_not_markup():
    content = render(
        "<h1>A</h1>", stylesheet=STYLE, title="</title><script>", created=CREATED, author='"<b>'
    )
    with pikepdf.open(BytesIO(content)) as pdf:
        assert str(pdf.docinfo.Title) == "</title><script>"
        assert str(pdf.docinfo.CreationDate).startswith("D:20071101093000")


def test_missing_fonts_are_said_with_what_fetches_them(monkeypatch, settings, tmp_path):
    settings.VAR_DIR = tmp_path
    fonts_module.font_bytes.cache_clear()
    try:
        with pytest.raises(PdfProblem, match=r"manage\.py build_assets"):
            made("<h1>A</h1>")
    finally:
        fonts_module.font_bytes.cache_clear()


def test_a_missing_library_is_said_with_what_installs_it(monkeypatch):
    class NoLibrary:
        def find_spec(self, name, path=None, target=None):
            if name == "weasyprint":
                raise OSError("cannot load library 'libpango-1.0-0'")

    for name in [n for n in sys.modules if n.split(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [NoLibrary(), *sys.meta_path])
    engine_module.weasyprint.cache_clear()
    try:
        with pytest.raises(PdfProblem, match=r"apt-get install libpangoft2-1\.0-0"):
            engine_module.weasyprint()
    finally:
        engine_module.weasyprint.cache_clear()
