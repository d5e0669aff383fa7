"""What does a journey start from: a running register with the Leeds data, and a browser."""

import atexit
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.prepared import copied_or_made

from .forking import Nursery
from .people import Desk

ROOT = Path(__file__).resolve().parents[2]
#: The passwords of the demonstration hang on it, so a copy of its database needs the same.
SECRET_KEY = "journeys only"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def environment(folder: Path) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if k in {"PATH", "HOME", "LANG"}}
    return {
        **kept,
        "VAR_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "govreg.settings.development",
        "SECRET_KEY": SECRET_KEY,
        "LOG_LEVEL": "ERROR",
    }


@pytest.fixture(scope="session")
def prepared(tmp_path_factory) -> Path:
    """A register with the Leeds data and a draft review, made once and copied for each journey."""
    folder = tmp_path_factory.mktemp("prepared")
    with_assets(folder)

    def run(*arguments: str) -> None:
        subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=environment(folder),
            check=True,
            capture_output=True,
        )

    def fill() -> None:
        copied_or_made(url, "demonstration", fill_with_leeds)
        run("-m", "tests.journeys.draft")

    def fill_with_leeds() -> None:
        copied_or_made(url, "migrated", lambda: run("manage.py", "migrate", "-v0"))
        run("manage.py", "load_leeds")

    url = f"sqlite:///{folder / 'register.sqlite3'}"
    copied_or_made(url, "journeys", fill)
    return folder


def with_assets(folder: Path) -> None:
    """Let a folder of run-time data have the style sheets that were built."""
    assets = Path(os.environ.get("VAR_DIR", ROOT / "var")) / "assets"
    (folder / "assets").symlink_to(assets)


@pytest.fixture
def address(prepared: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a register of this journey's own."""
    folder = tmp_path / "var"
    shutil.copytree(prepared, folder, symlinks=True)
    with serving(folder) as found:
        yield found


@contextmanager
def serving(folder: Path, **settings: str) -> Iterator[str]:
    """Serve the register in a folder meanwhile, with more settings; give its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    started = nursery().start(folder=str(folder), port=port, settings=settings)
    try:
        yield wait_for(f"http://127.0.0.1:{port}")
    finally:
        Nursery.end(started)


@cache
def nursery() -> Nursery:
    """Return what starts the registers of this process, and ends with it."""
    folder = tempfile.TemporaryDirectory()
    with_assets(Path(folder.name))
    atexit.register(folder.cleanup)
    return Nursery(environment(Path(folder.name)))


def wait_for(address: str) -> str:
    for _try in range(100):
        try:
            with urllib.request.urlopen(f"{address}/health/", timeout=2) as answer:
                if answer.status == 200:
                    return address
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"The register did not answer at {address}.")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium-headless-shell") or shutil.which("chromium"),
            args=FLAGS,
        )
        yield chromium
        chromium.close()


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def desk(request, browser: Browser, address: str) -> Iterator[Desk]:
    """A desk at which people sit down in turn, with JavaScript and without."""
    made = Desk(browser, address, javascript=request.param)
    yield made
    made.close()


@pytest.fixture
def scripted_desk(browser: Browser, address: str) -> Iterator[Desk]:
    """A desk with JavaScript, for what is the same without."""
    made = Desk(browser, address, javascript=True)
    yield made
    made.close()
