"""Which files of ours do the guards read?"""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("govreg", "partnerships", "reviews", "recommendations")


def python_files(*packages: str) -> list[Path]:
    """Return our Python files, without migrations."""
    found = [
        path
        for package in packages or PACKAGES
        for path in sorted((ROOT / package).rglob("*.py"))
        if "migrations" not in path.parts
    ]
    assert found, "the guard found no file to inspect"
    return found


def name_of(path: Path) -> str:
    """Return a path as it stands in the repository."""
    return str(path.relative_to(ROOT))
