"""Are the browser parts fetched once, and stripped of what may not be used?"""

import json
import subprocess
from pathlib import Path

import pytest

from govreg.core.ui import assets

PROJECT = Path(__file__).resolve().parents[3]
THEIRS = (
    '@font-face{font-family:GDS Transport;src:url(/assets/fonts/light.woff2) format("woff2")}'
    ".govuk-body{font-family:GDS Transport,arial,sans-serif;color:#000}"
    "@media print{.govuk-body{font-family:sans-serif}}"
    ".crown{padding:1px;background-image:url(/assets/images/govuk-crest.svg);margin:0}"
    "\n/*# sourceMappingURL=govuk-frontend.min.css.map */"
)


@pytest.fixture
def places(tmp_path: Path) -> assets.Places:
    """A small project whose packages are already installed."""
    govuk = tmp_path / "node_modules" / "govuk-frontend" / "dist" / "govuk"
    govuk.mkdir(parents=True)
    (govuk / "govuk-frontend.min.css").write_text(THEIRS)
    (govuk / "govuk-frontend.min.js").write_text("export{a};//# sourceMappingURL=a.js.map\n")
    fonts = tmp_path / "node_modules" / "@fontsource" / "source-sans-3" / "files"
    fonts.mkdir(parents=True)
    for font in assets.FONTS:
        (fonts / font).write_bytes(b"wOF2")
    (tmp_path / "package-lock.json").write_text("{}")
    (tmp_path / "node_modules" / ".package-lock.json").write_text("{}")
    return assets.Places(project=tmp_path, assets=tmp_path / "var" / "assets")


def test_the_licensed_typeface_the_crest_and_the_map_are_taken_out() -> None:
    ours = assets.own_style_sheet(THEIRS)
    assert "GDS Transport" not in ours
    assert "@font-face" not in ours
    assert "url(" not in ours
    assert "sourceMappingURL" not in ours
    assert f".govuk-body{{font-family:{assets.SYSTEM_FONTS};color:#000}}" in ours
    assert ".crown{padding:1px;margin:0}" in ours
    assert "@media print{.govuk-body{font-family:sans-serif}}" in ours


def test_it_builds_everything_once(places: assets.Places) -> None:
    assert assets.build(places) is True
    assert all((places.assets / output).exists() for output in assets.OUTPUTS)
    assert "sourceMappingURL" not in (places.assets / assets.OUTPUTS[1]).read_text()
    assert assets.build(places) is False


def test_a_changed_lock_file_or_a_missing_asset_builds_again(places: assets.Places) -> None:
    assets.build(places)
    (places.project / "package-lock.json").write_text('{"name": "changed"}')
    (places.packages / ".package-lock.json").write_text("{}")
    assert assets.build(places) is True
    (places.assets / assets.OUTPUTS[0]).unlink()
    assert assets.build(places) is True


def test_without_the_network_a_sentence_says_what_to_do(
    places: assets.Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    (places.packages / ".package-lock.json").unlink()
    failed = subprocess.CompletedProcess([], 1, stdout="", stderr="npm error code ENOTFOUND")
    monkeypatch.setattr(assets, "run_npm", lambda project: failed)
    with pytest.raises(assets.AssetsUnavailable, match="needs the network") as problem:
        assets.build(places)
    assert "ENOTFOUND" in str(problem.value)
    assert not places.stamp.exists()


def test_the_lock_file_holds_hashes_and_no_addresses() -> None:
    lock = (PROJECT / "package-lock.json").read_text(encoding="utf-8")
    assert "://" not in lock
    packages = {name: entry for name, entry in json.loads(lock)["packages"].items() if name}
    assert len(packages) > 40
    assert [name for name, entry in packages.items() if not entry.get("integrity")] == []
    assert "omit-lockfile-registry-resolved=true" in (PROJECT / ".npmrc").read_text()
