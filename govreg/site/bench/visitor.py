"""How is a page opened in this process, as a server would open it for a signed-in person?"""

from collections.abc import Callable, Iterable
from importlib import import_module
from io import BytesIO
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.core.wsgi import get_wsgi_application

from govreg.core.accounts.models import User

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class UnexpectedAnswer(Exception):
    """A page that should be measured did not answer with itself."""


class Visitors:
    """The people of the demonstration, each signed in once; `leave` ends their sessions."""

    def __init__(self) -> None:
        self._application: Application = get_wsgi_application()
        self._sessions: dict[str, Any] = {}

    def open(self, role: str, path: str) -> int:
        """Open a page to its last byte; return how many bytes it had."""
        answer: list[str] = []
        body = self._application(self._environ(role, path), lambda s, h, e=None: answer.append(s))
        try:
            length = sum(len(part) for part in body)
        finally:
            close = getattr(body, "close", None)
            if close:
                close()
        if not answer or not answer[0].startswith("200"):
            raise UnexpectedAnswer(f"{path} answered {answer} to {role or 'nobody'}.")
        return length

    def cookie(self, role: str) -> str:
        """Return the cookie with which a server knows the person; nobody has none."""
        return f"{settings.SESSION_COOKIE_NAME}={self._session_of(role)}" if role else ""

    def leave(self) -> None:
        """End every session."""
        for session in self._sessions.values():
            session.flush()

    def _environ(self, role: str, path: str) -> dict[str, Any]:
        path, _, query = path.partition("?")
        environ = {
            "REQUEST_METHOD": "GET",
            "SCRIPT_NAME": "",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": "localhost",
            "REMOTE_ADDR": "127.0.0.1",
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": BytesIO(),
            "wsgi.errors": BytesIO(),
            "wsgi.multithread": False,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
        }
        if role:
            environ["HTTP_COOKIE"] = self.cookie(role)
        return environ

    def _session_of(self, role: str) -> str:
        if role not in self._sessions:
            user = User.objects.get(email=f"{role}@leeds.example")
            session = import_module(settings.SESSION_ENGINE).SessionStore()
            session[SESSION_KEY] = str(user.pk)
            session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
            session[HASH_SESSION_KEY] = user.get_session_auth_hash()
            session.create()
            self._sessions[role] = session
        return str(self._sessions[role].session_key)
