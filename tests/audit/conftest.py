"""Which running register is asked over HTTP, and by a browser?"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import requests

from tests.journeys.conftest import browser  # noqa: F401 - a fixture
from tests.reliability.proof import register
from tests.reliability.serving import serving

#: Any token will do that the cookie and the form both carry.
CSRF = "a" * 32
PATIENCE = 120
STRANGER = "-"


@dataclass(frozen=True)
class Served:
    """A running register: its address, the rows of the access table, and everybody's session."""

    address: str
    rows: list[dict[str, Any]]
    sessions: dict[str, str]

    def cookies(self, who: str) -> dict[str, str]:
        """Return the cookies that a person's browser sends."""
        mine = {"sessionid": self.sessions[who]} if who != STRANGER else {}
        return {"csrftoken": CSRF, **mine}

    def visitor(self, who: str) -> requests.Session:
        """Return a client with a person's session."""
        made = requests.Session()
        made.headers["Connection"] = "close"  # an idle one may be ended just as it is used again
        made.cookies.update(self.cookies(who))
        return made

    def status(self, visitor: requests.Session, method: str, path: str) -> int:
        """Ask, and return the answer's status; a redirection is not followed."""
        answer = visitor.request(
            method,
            self.address + path,
            # In the header, so that a POST carries nothing, as the table says of it.
            headers={"X-CSRFToken": CSRF} if method == "post" else None,
            allow_redirects=False,
            timeout=PATIENCE,
        )
        return answer.status_code


@pytest.fixture(scope="session")
def served(tmp_path_factory) -> Iterator[Served]:
    """A register with the records of the access table, behind gunicorn."""
    folder = tmp_path_factory.mktemp("audited") / "register"
    settings = {"DJANGO_SETTINGS_MODULE": "govreg.settings.development", "LOG_LEVEL": "ERROR"}
    with register(folder, SECRET_KEY="proofs only", **settings) as made:
        made.run("load_leeds")
        table = json.loads(made.module("tests.audit.serving_table").splitlines()[-1])
        with serving(made, workers=2, threads=2) as web:
            yield Served(web.address, table["rows"], table["sessions"])
