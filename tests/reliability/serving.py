"""How does a proof talk to the register as people do: over HTTP, to gunicorn?"""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import requests
from bs4 import BeautifulSoup
from django.test import override_settings

from govreg.site.leeds.passwords import password_for

from .proof import Register
from .settings import SECRET_KEY

PATIENCE = 60


def share(rounds: int) -> int:
    """Return how many rounds are made: all of them, or the share that PROOF_SHARE asks for."""
    return max(2, round(rounds * float(os.environ.get("PROOF_SHARE", "1"))))


@dataclass
class Web:
    """A gunicorn with some workers that serves a register."""

    address: str
    process: subprocess.Popen[bytes]

    def workers(self) -> list[int]:
        """Return the processes that answer."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(pid) for pid in children.split()]

    def kill_worker(self, which: int) -> None:
        """Kill one of the workers as the kernel does when memory runs out."""
        workers = self.workers()
        os.kill(workers[which % len(workers)], signal.SIGKILL)

    def is_well(self) -> bool:
        """Say whether it answers, and from its database."""
        try:
            return requests.get(f"{self.address}/health/", timeout=5).status_code == 200
        except requests.RequestException:
            return False

    def wait_until_well(self) -> None:
        """Wait until it answers."""
        latest = time.monotonic() + PATIENCE
        while not self.is_well():
            assert time.monotonic() < latest, "the register never answered"
            time.sleep(0.1)


@contextmanager
def serving(register: Register, *, workers: int = 3, threads: int = 2) -> Iterator[Web]:
    """Serve a register on a free port of this machine."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    words = ["-m", "gunicorn", "govreg.wsgi", "--bind", f"127.0.0.1:{port}", "--timeout", "120"]
    words += ["--workers", str(workers), "--threads", str(threads), "--log-level", "warning"]
    process = register.start_python(*words)
    web = Web(f"http://127.0.0.1:{port}", process)
    web.wait_until_well()
    try:
        yield web
    finally:
        process.terminate()
        process.wait(60)


class Browser:
    """A person's browser, without JavaScript: it opens a page and sends its form."""

    def __init__(self, web: Web, email: str) -> None:
        self.address = web.address
        self.session = requests.Session()
        # Gunicorn ends a connection that was idle for two seconds, maybe just as it is used again.
        self.session.headers["Connection"] = "close"
        with override_settings(SECRET_KEY=SECRET_KEY):
            password = password_for(email)
        data = {**self.form("/sign-in/"), "username": email, "password": password}
        answer = self.send("/sign-in/", data)
        assert answer.status_code == 302, answer.text

    def form(self, path: str) -> dict[str, Any]:
        """Open a page; return what its form would send as it is."""
        answer = self.session.get(self.address + path, timeout=PATIENCE)
        answer.raise_for_status()
        return form_in(answer.text)

    def send(self, path: str, data: dict[str, Any], **files: Any) -> requests.Response:
        """Send a form; return the answer itself, not the page that it leads to."""
        return self.session.post(
            self.address + path,
            data=data,
            files=files or None,
            timeout=PATIENCE,
            allow_redirects=False,
        )

    def send_as_own(self, path: str, data: dict[str, Any]) -> requests.Response:
        """Send a form that another browser opened, with this one's own token against forgery."""
        return self.send(path, {**data, "csrfmiddlewaretoken": self.session.cookies["csrftoken"]})


def form_in(page: str) -> dict[str, Any]:
    """Return what the main form of a page would send as it is."""
    form = BeautifulSoup(page, "html.parser").select_one("main form[method=post]")
    assert form is not None, page
    data: dict[str, Any] = {}
    for field in form.select("input[name], textarea[name], select[name]"):
        name, kind = str(field["name"]), field.get("type", "")
        if field.name == "textarea":
            data[name] = field.get_text().removeprefix("\n")
        elif field.name == "select":
            chosen = [str(o.get("value", "")) for o in field.select("option[selected]")]
            if chosen:
                data[name] = chosen
        elif kind in {"radio", "checkbox"}:
            if field.has_attr("checked"):
                data.setdefault(name, []).append(str(field.get("value", "on")))
        elif kind not in {"file", "submit"}:
            data[name] = str(field.get("value", ""))
    return data


def at_once(verbs: list[Callable[[], Any]]) -> list[Any]:
    """Call everything at the same moment; return what each returned."""
    with ThreadPoolExecutor(len(verbs)) as pool:
        return [done.result() for done in [pool.submit(verb) for verb in verbs]]
