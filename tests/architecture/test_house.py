"""Is the house kept as it was agreed: sizes, questions, one clock, one importer?"""

import ast

import pytest

from .sources import ROOT, name_of, python_files

LONGEST = 300
FORBIDDEN_NAMES = {"utils.py", "util.py", "helpers.py", "helper.py", "common.py", "misc.py"}


def clock_readers(source: str) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value
            name = owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", "")
            if (name, node.func.attr) in {
                ("timezone", "now"),
                ("timezone", "localdate"),
                ("datetime", "now"),
                ("datetime", "utcnow"),
                ("datetime", "today"),
                ("date", "today"),
                ("time", "time"),
            }:
                found.append(f"{name}.{node.func.attr}")
    return found


def asks_a_question(source: str) -> bool:
    docstring = ast.get_docstring(ast.parse(source)) or ""
    return "?" in docstring.split("\n\n")[0]


def test_only_the_clock_reads_the_clock():
    files = python_files()
    readers = {
        name_of(path): calls
        for path in files
        if (calls := clock_readers(path.read_text()))
        and name_of(path) not in {"govreg/core/clock.py"}
    }
    assert len(files) > 150
    assert readers == {}


def test_a_reader_of_the_clock_is_caught():
    assert clock_readers("from datetime import date\nx = date.today()") == ["date.today"]


def test_no_file_is_too_long_or_vaguely_named():
    files = [*python_files(), *sorted((ROOT / "tests").rglob("*.py"))]
    long = {name_of(p): n for p in files if (n := len(p.read_text().splitlines())) > LONGEST}
    vague = [name_of(p) for p in files if p.name in FORBIDDEN_NAMES]
    assert len(files) > 180
    assert long == {}
    assert vague == []


def test_every_module_says_the_question_it_answers():
    files = [p for p in python_files() if p.read_text().strip() and p.name != "__init__.py"]
    silent = [name_of(p) for p in files if not asks_a_question(p.read_text())]
    assert len(files) > 120
    assert silent == ["govreg/core/__init__.py"] or silent == []


def test_a_module_without_a_question_is_caught():
    assert not asks_a_question('"""Some helpers."""')


@pytest.mark.parametrize("word", ["TODO", "FIXME", "NotImplementedError", "pytest.skip"])
def test_nothing_is_left_open(word):
    files = [
        p for p in [*python_files(), *(ROOT / "tests").rglob("*.py")] if p.name != "test_house.py"
    ]
    assert [name_of(p) for p in files if word in p.read_text()] == []


def test_weasyprint_is_known_in_one_place():
    users = [name_of(p) for p in python_files() if "weasyprint" in imported(p.read_text())]
    assert users
    assert all(name.startswith("govreg/core/pdf") for name in users)


def imported(source: str) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names
