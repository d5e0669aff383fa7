"""Which writes did the register acknowledge while things happened to it, and are they there?"""

import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import dj_database_url
import requests

from .proof import Register
from .serving import Browser, Web

WRITERS = 6
EVERY_FIFTH = 5  # update comes with a file
OWNER = "officer.c@leeds.example"


@dataclass(frozen=True)
class Answer:
    """One answer: when it was asked for, the text that was sent, and the status; 0 for none."""

    asked_at: float
    text: str
    status: int


@dataclass
class Load:
    """Writers who record progress on one action without a pause, until they are told to stop."""

    web: Web
    path: str
    answers: list[Answer] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)

    @property
    def acknowledged(self) -> list[str]:
        """The texts of which the register said that they were saved."""
        return [a.text for a in self.answers if a.text and a.status == 302]

    def write(self, browser: Browser, name: str) -> None:
        """Write one update after the other."""
        number = 0
        while not self.stop.is_set():
            number += 1
            text = f"Under load {name}, number {number}."
            asked_at = time.monotonic()
            try:
                form = browser.form(self.path)
                asked_at = time.monotonic()
                files: dict[str, Any] = {}
                if number % EVERY_FIFTH == 0:
                    files["files"] = (f"{name}-{number}.txt", f"{text}\n" * 300)
                typed = {**form, "rating": "on-track", "narrative": text}
                status = browser.send(self.path, typed, **files).status_code
            except requests.HTTPError as error:
                self.answers.append(Answer(asked_at, "", error.response.status_code))
            except requests.RequestException:
                self.answers.append(Answer(asked_at, "", 0))
            else:
                self.answers.append(Answer(asked_at, text, status))

    def wait_for_more(self, number: int, *, patience: float = 60) -> None:
        """Wait until so many more were acknowledged."""
        enough, latest = len(self.acknowledged) + number, time.monotonic() + patience
        while len(self.acknowledged) < enough:
            assert time.monotonic() < latest, Counter(a.status for a in self.answers)
            time.sleep(0.02)


@contextmanager
def load(web: Web, path: str) -> Iterator[Load]:
    """Let writers write for the length of a block."""
    made = Load(web, path)
    browsers = [Browser(web, OWNER) for _ in range(WRITERS)]
    threads = [
        threading.Thread(target=made.write, args=(browser, f"writer {i}"))
        for i, browser in enumerate(browsers)
    ]
    for thread in threads:
        thread.start()
    try:
        yield made
    finally:
        made.stop.set()
        for thread in threads:
            thread.join()


def hold_together(register: Register, made: Load) -> str:
    """Hold what is there against what was acknowledged; return the figures in a sentence."""
    kept = Counter(
        text
        for (text,) in register.rows(
            "SELECT narrative FROM recommendations_progressupdate "
            "WHERE narrative LIKE 'Under load %' AND submitted_on IS NOT NULL"
        )
    )
    lost = [text for text in made.acknowledged if text not in kept]
    assert lost == []
    assert [text for text, times in kept.items() if times > 1] == []
    inspected, _, unlike = register.module("tests.reliability.living_on").partition("\n")
    assert unlike == ""
    assert int(inspected) > 600
    assert_sound(register)
    # A file without a record is allowed after a kill; a record without its file ends it with 1.
    assert "file(s) that no record names" in register.run("orphan_files")
    return (
        f"{len(made.acknowledged)} acknowledged, 0 lost, 0 twice; {inspected} live rows equal "
        f"their history"
    )


def assert_sound(register: Register) -> None:
    """Check the database itself: its integrity on SQLite, every row read again on PostgreSQL."""
    url = register.environment["DATABASE_URL"]
    if url.startswith("sqlite"):
        with sqlite3.connect(dj_database_url.parse(url)["NAME"], timeout=20) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return
    register.run("seal_history")
    assert "sealed block(s) match" in register.run("verify_history")
    for (table,) in register.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"):
        register.rows(f'SELECT * FROM "{table}"')
