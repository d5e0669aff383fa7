"""Is every template rendered by some page, in some state, for somebody?"""

from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.test import Client

from tests.people import Cast, signed_in

from . import access_world, template_walk
from .sources import ROOT
from .template_walk import seen_templates
from .test_access_matrix import NAMES

#: Templates that Django takes by their name where our own handlers are not asked, with the reason.
BY_NAME = {
    "400.html": "Django's own handlers, where a deployment brings an address list of its own",
    "403.html": "Django's own handlers, where a deployment brings an address list of its own",
    "404.html": "Django's own handlers, where a deployment brings an address list of its own",
}


def all_templates(folder: Path) -> set[str]:
    return {
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and path.suffix in {".html", ".txt"}
    }


def unrendered(folder: Path, seen: set[str]) -> list[str]:
    return sorted(all_templates(folder) - seen - set(BY_NAME))


@pytest.mark.django_db
def test_every_template_is_rendered(cast: Cast, settings):
    settings.ROOT_URLCONF = template_walk.__name__
    clients = {"-": Client()} | {k: signed_in(getattr(cast, name)) for k, name in NAMES.items()}
    with seen_templates() as seen:
        world = access_world.build(cast)
        opened = template_walk.walk(cast, clients, world)
    assert opened > 200
    assert len(all_templates(ROOT / "templates")) > 100
    left = unrendered(ROOT / "templates", seen)
    assert not left, f"rendered by no page: {chr(44).join(left)}"


@pytest.mark.parametrize("name", BY_NAME)
def test_what_django_takes_by_its_name_can_be_rendered(name):
    assert "<main" in render_to_string(name, {"service_name": "Register", "council_name": ""})


def test_a_template_that_no_page_renders_is_caught(tmp_path: Path):
    (tmp_path / "forgotten").mkdir()
    (tmp_path / "forgotten" / "page.html").write_text("<p>Nobody sees this.</p>")
    (tmp_path / "seen.html").write_text("<p>Somebody sees this.</p>")
    assert unrendered(tmp_path, {"seen.html"}) == ["forgotten/page.html"]
