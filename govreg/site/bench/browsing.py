"""How does a signed-in person ask a server for a page, and send a form back?"""

import http.client
import re
import time
import uuid
from urllib.parse import urlencode

from .served import HOST
from .visitor import UnexpectedAnswer

HIDDEN = re.compile(r'name="(csrfmiddlewaretoken|version)"[^>]*value="([^"]*)"')
FORM = "application/x-www-form-urlencoded"


class Browser:
    """One person at one server, over one connection that is kept open."""

    def __init__(self, port: int, cookie: str) -> None:
        """Take the server's port and the cookie of a session that is signed in."""
        self._connection = http.client.HTTPConnection(HOST, port, timeout=120)
        self._cookies = [cookie] if cookie else []

    def get(self, path: str) -> tuple[float, bytes]:
        """Return the seconds until the last byte of a page, and the page."""
        started = time.perf_counter()
        status, body = self._ask("GET", path)
        if status != 200:
            raise UnexpectedAnswer(f"{path} answered {status}.")
        return time.perf_counter() - started, body

    def form(self, path: str) -> dict[str, str]:
        """Return the hidden fields of a page's form, with a token that nobody has used."""
        body = self.get(path)[1].decode()
        return {**dict(HIDDEN.findall(body)), "once": str(uuid.uuid4())}

    def post(self, path: str, values: dict[str, str]) -> float:
        """Send a form that is saved; return the seconds until the server's answer."""
        started = time.perf_counter()
        status, _body = self._ask("POST", path, urlencode(values))
        if status != 302:
            raise UnexpectedAnswer(f"{path} did not save: it answered {status}.")
        return time.perf_counter() - started

    def _ask(self, method: str, path: str, body: str | None = None) -> tuple[int, bytes]:
        headers = {"Cookie": "; ".join(self._cookies)}
        if body is not None:
            headers |= {"Content-Type": FORM, "Referer": f"http://{HOST}{path}"}
        self._connection.request(method, path, body=body, headers=headers)
        answer = self._connection.getresponse()
        content = answer.read()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie" and value.startswith("csrftoken="):
                kept = [one for one in self._cookies if not one.startswith("csrftoken=")]
                self._cookies = [*kept, value.partition(";")[0]]
        return answer.status, content
