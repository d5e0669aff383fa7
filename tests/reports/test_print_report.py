"""Does the command print what is asked for, and say plainly what it cannot?"""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("leeds")]


def test_it_lists_the_reviews():
    said = StringIO()
    call_command("print_report", "--list", stdout=said)
    assert "leeds-2005" in said.getvalue()
    assert "leeds-2007" in said.getvalue()


@pytest.mark.parametrize("kind", ["review", "action-plan", "progress"])
def test_it_prints_every_kind_as_at_a_day(tmp_path, kind):
    target = tmp_path / "report.pdf"
    said = StringIO()
    call_command(
        "print_report",
        "leeds-2005",
        output=str(target),
        kind=kind,
        as_at="1 February 2008",
        stdout=said,
    )
    assert target.read_bytes().startswith(b"%PDF-")
    assert str(target) in said.getvalue()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "Give a reference and --output FILE"),
        (["leeds-2007"], "Give a reference and --output FILE"),
        (["other", "--output", "x.pdf"], "There is: leeds-2005, leeds-2007"),
        (["leeds-2007", "--output", "no/such/x.pdf"], "There is no folder no/such"),
        (["leeds-2007", "--output", "."], "is a folder"),
        (["leeds-2007", "--output", "x.pdf", "--as-at", "soon"], "not a day the register"),
        (["leeds-2007", "--output", "x.pdf", "--as-at", "2007-10-05"], "was not issued on"),
    ],
)
def test_what_it_cannot_do_is_said_in_a_sentence(arguments, sentence, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CommandError, match=sentence):
        call_command("print_report", *arguments)
    assert list(tmp_path.iterdir()) == []
