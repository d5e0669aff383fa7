"""How is the register started as `deploy/` says: nginx with TLS, gunicorn, PostgreSQL?"""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import requests

ROOT = Path(__file__).resolve().parents[2]
GUNICORN = ROOT / "deploy" / "gunicorn.conf.py"
SITE = ROOT / "deploy" / "nginx" / "register.conf"
HOST = "localhost"
PATIENCE = 60


@dataclass(slots=True)
class Stack:
    """The running register: its address, its processes and what they wrote."""

    folder: Path
    port: int
    web: subprocess.Popen
    proxy: subprocess.Popen
    accounts: dict[str, str]

    def url(self, path: str) -> str:
        return f"https://{HOST}:{self.port}{path}"

    def visitor(self) -> requests.Session:
        session = requests.Session()
        session.verify = str(self.folder / "certificate.pem")
        session.trust_env = False
        return session

    def workers(self) -> set[int]:
        pid = self.web.pid
        return {int(n) for n in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()}

    def reload(self) -> None:
        self.web.send_signal(signal.SIGHUP)
        self.proxy.send_signal(signal.SIGHUP)

    def log(self) -> str:
        return (self.folder / "web.log").read_text()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def manage(environment: dict[str, str], *arguments: str) -> str:
    command = [sys.executable, "manage.py", *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@contextmanager
def stack(folder: Path, database: str) -> Iterator[Stack]:
    """Prepare as docs/running.md says, start everything, and end it."""
    folder.chmod(0o755)
    port = free_port()
    environment = _environment(folder, database)
    trial = {**environment, "DJANGO_SETTINGS_MODULE": "govreg.settings.development"}
    manage(environment, "migrate")
    manage(trial, "load_leeds")  # refused under the settings of a council
    told = [line.split("\t") for line in manage(trial, "demo_accounts").splitlines()]
    accounts = {address: password for _role, address, password in told}
    manage(environment, "collectstatic", "--no-input")
    _certificate(folder)
    proxy_settings = _proxy_settings(folder, port)
    with (folder / "web.log").open("wb") as log:
        web = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "gunicorn",
                "--config",
                "deploy/gunicorn.conf.py",
                "govreg.wsgi",
            ],
            cwd=ROOT,
            env=environment,
            stdout=log,
            stderr=log,
        )
        proxy = subprocess.Popen(["nginx", "-c", str(proxy_settings), "-p", str(folder)])
    running = Stack(folder, port, web, proxy, accounts)
    try:
        _wait(running)
        yield running
    finally:
        for process in (proxy, web):
            process.terminate()
            process.wait(timeout=PATIENCE)


def _environment(folder: Path, database: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if k in {"PATH", "HOME", "LANG"}}
    return {
        **kept,
        "DJANGO_SETTINGS_MODULE": "govreg.settings.production",
        "SECRET_KEY": "k" * 25 + "0123456789abcdefghijklmnopqrstuvwxyzABCD",
        "ALLOWED_HOSTS": HOST,
        "COUNCIL_NAME": "Example Council",
        "DATABASE_URL": database,
        "FILES_DIR": str(folder / "files"),
        "STATIC_DIR": str(folder / "static"),
        "FILES_ACCEL_PREFIX": "/stored-files/",
        "WEB_BIND": f"unix:{folder}/web.sock",
    }


def _certificate(folder: Path) -> None:
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1"]
    command += ["-keyout", "key.pem", "-out", "certificate.pem", "-subj", f"/CN={HOST}"]
    command += ["-addext", f"subjectAltName=DNS:{HOST}"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def _proxy_settings(folder: Path, port: int) -> Path:
    """Write a whole configuration around the site file of `deploy/`, with this machine's values."""
    site = SITE.read_text()
    for said, here in (
        ("listen 80;", f"listen 127.0.0.1:{free_port()};"),
        ("listen 443 ssl http2;", f"listen 127.0.0.1:{port} ssl http2;"),
        ("server_name register.example.gov.uk;", f"server_name {HOST};"),
        ("/etc/ssl/register/", f"{folder}/"),
        ("/run/register/web.sock", f"{folder}/web.sock"),
        ("/srv/register/", f"{folder}/"),
    ):
        assert said in site, f"{SITE.name} no longer says {said}"
        site = site.replace(said, here)
    assert not re.search(r"/srv/|/etc/|/run/", site.split("upstream", 1)[1])
    (folder / "register.conf").write_text(site)
    mime = "/etc/nginx/mime.types"
    path = folder / "nginx.conf"
    path.write_text(
        f"daemon off;\nuser {_user()};\npid {folder}/nginx.pid;\nerror_log {folder}/nginx.log;\n"
        "worker_processes 1;\nevents { worker_connections 256; }\nhttp {\n"
        f"include {mime};\naccess_log off;\nclient_body_temp_path {folder}/body;\n"
        f"proxy_temp_path {folder}/proxy;\nfastcgi_temp_path {folder}/f;\n"
        f"uwsgi_temp_path {folder}/u;\nscgi_temp_path {folder}/s;\n"
        f"include {folder}/register.conf;\n}}\n"
    )
    assert shutil.which("nginx"), "Run `make setup-test`, which installs nginx."
    return path


def _user() -> str:
    return "root" if os.getuid() == 0 else os.environ.get("USER", "nobody")


def _wait(running: Stack) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        assert running.web.poll() is None, running.log()
        assert running.proxy.poll() is None, "nginx did not start"
        try:
            answer = running.visitor().get(running.url("/ready/"), timeout=5)
        except requests.RequestException:  # not there yet, or too busy to answer
            time.sleep(0.2)
            continue
        if answer.text == "ready":
            return
        time.sleep(0.2)
    raise AssertionError(f"Not ready after {PATIENCE} s: {running.log()}")
