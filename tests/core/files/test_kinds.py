"""Is a file taken only when it is what its name says?"""

import zipfile
from io import BytesIO

import pytest
from django.core.files.storage import default_storage

from govreg.core.files import folder as folders
from govreg.core.files import store
from govreg.core.files.handing_out import content_of
from govreg.core.files.kinds import refusal_of
from govreg.core.files.models import StoredFile
from govreg.core.refusals import Refused
from tests import uploads

LARGEST = 1000


def archive(member: str) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr(member, "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", uploads.PDF),
        ("a.PDF", uploads.PDF),
        ("a.png", uploads.PNG),
        ("a.docx", archive("word/document.xml")),
        ("a.xlsx", archive("xl/workbook.xml")),
        ("a.odt", archive("content.xml")),
        ("a.csv", "Straße;1\n".encode()),
        ("a.txt", "caf\xe9".encode("cp1252")),
    ],
)
def test_an_honest_file_is_taken(name, content):
    assert refusal_of(name=name, content=content, largest=LARGEST) is None


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.pdf", uploads.PNG, "file-content"),
        ("a.docx", archive("xl/workbook.xml"), "file-content"),
        ("a.docx", b"PK\x03\x04 not an archive", "file-content"),
        ("a.txt", b"a\x00b", "file-content"),
        ("a.pdf", b"", "file-empty"),
        ("a.pdf", uploads.PDF + b"x" * LARGEST, "file-too-large"),
        ("a.html", b"<script>", "file-kind"),
        ("a.svg", b"<svg/>", "file-kind"),
        ("pdf", uploads.PDF, "file-kind"),
        ("", uploads.PDF, "file-kind"),
    ],
)
def test_any_other_is_refused_with_its_sentence(name, content, code):
    refusal = refusal_of(name=name, content=content, largest=LARGEST)
    assert refusal.code == code
    assert refusal.sentence.endswith(".")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\minutes\\a.pdf", "a.pdf"),
        ("evil\u202efdp.exe.pdf", "evil fdp.exe.pdf"),
        ("a\x00b.pdf", "a b.pdf"),
        ("n" * 400 + ".pdf", "n" * 180 + ".pdf"),
    ],
)
def test_a_name_is_made_safe_and_stays_recognisable(given, kept):
    assert store.safe_name(given) == kept


@pytest.mark.django_db
def test_a_store_that_fails_leaves_no_row_and_no_partial_file(monkeypatch, cast):
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(folders.os, "fsync", full)
    with pytest.raises(Refused, match="nothing was saved"):
        store.keep(name="a.pdf", content=uploads.PDF, by=cast.auditor)
    assert StoredFile.objects.count() == 0
    folder = default_storage.path("")
    assert not list(folders.Path(folder).rglob("*.partial"))


@pytest.mark.django_db
def test_a_kept_file_is_the_same_bytes_under_a_path_that_nobody_guesses(cast):
    stored = store.keep(name="a.pdf", content=uploads.PDF, by=cast.auditor)
    assert content_of(stored) == uploads.PDF
    assert "a.pdf" not in stored.path
