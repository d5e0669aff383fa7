"""Does every import, and every name in a string, point down?"""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from .sources import PACKAGES, ROOT, name_of, python_files

ORDER = [
    "govreg.core",
    "partnerships",
    "reviews",
    "recommendations",
    "govreg.reports",
    "govreg.site",
]
APP_LABELS = {
    "partnerships": 1,
    "reviews": 2,
    "recommendations": 3,
    "reports": 4,
    "site": 5,
}
REFERENCE = re.compile(r"^(partnerships|reviews|recommendations|reports|site)[.:][\w-]+$")


def layer_of(path: Path) -> int:
    dotted = ".".join(path.relative_to(ROOT).parts)
    for position, prefix in reversed(list(enumerate(ORDER))):
        if dotted.startswith(prefix):
            return position
    return len(ORDER)  # settings and urls know every layer


def strings_that_point_up(source: str, layer: int) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            match = REFERENCE.match(node.value)
            if match and APP_LABELS[match.group(1)] > layer:
                found.append(node.value)
    return found


def test_the_import_layers_hold():
    done = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "3 kept, 0 broken" in done.stdout


def test_no_string_points_up():
    inspected, found = 0, []
    for path in python_files():
        layer = layer_of(path)
        if layer == len(ORDER):
            continue
        inspected += 1
        found += [(name_of(path), s) for s in strings_that_point_up(path.read_text(), layer)]
    assert inspected > 150
    assert found == []


@pytest.mark.parametrize("planted", ['reverse("recommendations:tracker")', 'x = "reviews.review"'])
def test_a_string_that_points_up_is_caught(planted):
    assert strings_that_point_up(planted, layer=1)


def test_templates_of_a_lower_app_name_no_upper_one():
    inspected, found = 0, []
    for app, layer in (("partnerships", 1), ("reviews", 2), ("recommendations", 3)):
        for path in sorted((ROOT / "templates" / app).rglob("*.html")):
            inspected += 1
            for name in re.findall(r"""{% url ['"](\w+):""", path.read_text()):
                if APP_LABELS.get(name, 0) > layer:
                    found.append((name_of(path), name))
    assert inspected > 10
    assert found == []


def test_every_package_of_ours_is_among_the_layers():
    assert {name.split(".")[0] for name in ORDER} == set(PACKAGES)
