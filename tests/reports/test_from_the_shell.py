"""Does `manage.py print_report` do from a shell what it promises, in a process of its own?"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from govreg.reports.documents.document import NAMES
from tests.journeys.conftest import SECRET_KEY
from tests.prepared import copied_or_made

from .test_printed import text_of

ROOT = Path(__file__).resolve().parents[2]
REFERENCES = ("leeds-2005", "leeds-2007")


@pytest.fixture(scope="module")
def shell(tmp_path_factory):
    """A register of its own with the Leeds data, and `manage.py` in a shell before it."""
    folder = tmp_path_factory.mktemp("shell")
    (folder / "var").mkdir()
    assets = Path(os.environ.get("VAR_DIR", ROOT / "var")) / "assets"
    (folder / "var" / "assets").symlink_to(assets)
    kept = {k: v for k, v in os.environ.items() if k in {"PATH", "HOME", "LANG"}}
    settings = {"VAR_DIR": str(folder / "var"), "SECRET_KEY": SECRET_KEY}
    environment = {**kept, **settings, "DJANGO_SETTINGS_MODULE": "govreg.settings.development"}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, str(ROOT / "manage.py"), *arguments],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def migrate() -> None:
        assert run("migrate", "-v0").returncode == 0

    def fill() -> None:
        copied_or_made(url, "migrated", migrate)
        assert run("load_leeds").returncode == 0

    url = f"sqlite:///{folder / 'var' / 'register.sqlite3'}"
    copied_or_made(url, "demonstration", fill)
    return run


@pytest.mark.parametrize("reference", REFERENCES)
@pytest.mark.parametrize("kind", NAMES)
def test_every_report_is_printed(shell, tmp_path, reference, kind):
    target = tmp_path / "report.pdf"
    done = shell("print_report", reference, "--output", str(target), "--kind", kind)
    assert done.returncode == 0, done.stderr
    assert str(target) in done.stdout
    assert target.read_bytes().startswith(b"%PDF-")


def test_the_plan_as_at_1_february_2008_tells_of_23_overdue_lines(shell, tmp_path):
    target = tmp_path / "progress.pdf"
    done = shell(
        *("print_report", "leeds-2007", "--output", str(target)),
        *("--as-at", "2008-02-01", "--kind", "progress"),
    )
    assert done.returncode == 0, done.stderr
    text = text_of(target)
    assert "1 February 2008" in text
    assert len(re.findall(r"Overdue by [0-9,]+ days?", text)) == 23


def test_the_references_are_listed(shell):
    listed = shell("print_report", "--list")
    assert listed.returncode == 0
    assert [line.split("\t")[0] for line in listed.stdout.splitlines()] == list(REFERENCES)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["leeds-1999", "--output", "x.pdf"], "There is no review “leeds-1999”"),
        (["leeds-2007", "--output", "x.pdf", "--as-at", "soon"], "not a day the register"),
        (["leeds-2007", "--output", "missing/x.pdf"], "There is no folder missing"),
        (["leeds-2007"], "Give a reference and --output FILE"),
        (["leeds-2007", "--output", "x.pdf", "--kind", "poem"], "invalid choice: 'poem'"),
    ],
)
def test_what_it_cannot_do_is_one_sentence_and_a_failure(shell, arguments, sentence):
    failed = shell("print_report", *arguments)
    assert failed.returncode != 0
    assert sentence in failed.stderr
    assert "Traceback" not in failed.stderr
