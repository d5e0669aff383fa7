"""Does the register start safely, and refuse to start without its secrets?"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from govreg.settings.database import configuration

ROOT = Path(__file__).resolve().parents[2]
WHOLE = {
    "DJANGO_SETTINGS_MODULE": "govreg.settings.production",
    "SECRET_KEY": "k" * 25 + "0123456789abcdefghijklmnopqrstuvwxyzABCD",
    "ALLOWED_HOSTS": "register.council.example",
    "DATABASE_URL": "postgres://register@127.0.0.1:1/register",
    "COUNCIL_NAME": "Example Council",
    "FILES_DIR": "/srv/register/files",
}


def manage(*arguments: str, **environment: str) -> subprocess.CompletedProcess:
    clean = {k: v for k, v in os.environ.items() if k in {"PATH", "HOME", "LANG", "VAR_DIR"}}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={**clean, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_whole_production_set_up_passes_the_deployment_check_without_a_warning():
    done = manage("check", "--deploy", "--fail-level", "WARNING", **WHOLE)
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


def test_a_bucket_takes_the_place_of_a_folder_for_files():
    afar = {
        "FILES_DIR": "",
        "FILES_S3_BUCKET": "register",
        "FILES_S3_ENDPOINT": "http://127.0.0.1:9",
    }
    done = manage("check", "--deploy", "--fail-level", "WARNING", **{**WHOLE, **afar})
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "name", ["SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "COUNCIL_NAME", "FILES_DIR"]
)
def test_production_refuses_to_start_without(name):
    done = manage("check", **{**WHOLE, name: ""})
    assert done.returncode != 0
    assert f"Set {name}" in done.stderr


def test_a_number_that_is_none_is_said():
    done = manage("check", **{**WHOLE, "EMAIL_PORT": "many"})
    assert "EMAIL_PORT must be a whole number" in done.stderr


@pytest.mark.parametrize("command", ["load_leeds", "demo_accounts", "demo"])
def test_the_demonstration_is_refused_under_production_settings(command):
    done = manage(command, *(["--port", "0"] if command == "demo" else []), **WHOLE)
    assert done.returncode != 0
    assert "These are the settings of a real council" in done.stderr
    assert "Traceback" not in done.stderr


def test_postgresql_compiles_no_question_and_keeps_what_its_address_asks_for():
    address = "postgres://register@127.0.0.1:1/register?sslmode=require&options=-c%20work_mem%3D8MB"
    options = configuration(address)["OPTIONS"]
    assert options == {"sslmode": "require", "options": "-c work_mem=8MB -c jit=off"}
    behind = configuration(address, behind_pgbouncer=True)["OPTIONS"]
    assert behind == {"sslmode": "require", "options": "-c work_mem=8MB"}
