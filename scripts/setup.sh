#!/bin/sh
# What does this machine still need to run the register (or, with "test", its tests)?
# Everything that is there already costs no more than a look.
set -eu
cd "$(dirname "$0")/.."
purpose="${1:-run}"
lock=requirements.txt
[ "$purpose" = test ] && lock=requirements-dev.txt

stop() {
    printf '\n%s\n' "$1" >&2
    exit 1
}

# --- System libraries and programs, by what proves that they are there -------------------------
has_library() { ldconfig -p 2>/dev/null | grep -q "$1" || /sbin/ldconfig -p 2>/dev/null | grep -q "$1"; }
has_postgresql() { ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null 2>&1; }

missing=""
want() { missing="$missing $1"; }
has_library libpangoft2-1.0.so || want libpangoft2-1.0-0
has_library libharfbuzz-subset.so || want libharfbuzz-subset0
command -v python3 >/dev/null 2>&1 || want python3
if [ ! -x .venv/bin/python ] && ! python3 -c 'import ensurepip, venv' >/dev/null 2>&1; then
    want python3-venv
fi
if [ "$purpose" = test ]; then
    has_postgresql || want postgresql
    command -v chromium >/dev/null 2>&1 || want chromium
    command -v pdftotext >/dev/null 2>&1 || want poppler-utils
    command -v nginx >/dev/null 2>&1 || want nginx-light
    command -v openssl >/dev/null 2>&1 || want openssl
fi

if [ -n "$missing" ]; then
    line="apt-get install --yes --no-install-recommends$missing"
    if [ "$(id -u)" = 0 ]; then
        as_root=""
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        as_root="sudo"
    else
        stop "These system packages are missing:$missing. Run this line, then try again:
    sudo apt-get update && sudo $line"
    fi
    echo "Installing system packages:$missing"
    export DEBIAN_FRONTEND=noninteractive
    $as_root apt-get update -qq >/dev/null 2>&1 || true
    # shellcheck disable=SC2086
    $as_root $line >/dev/null || stop "The system packages could not be installed. Check the network, or run:
    sudo apt-get update && sudo $line"
fi

# --- Python and its packages -------------------------------------------------------------------
python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    stop "The register needs Python 3.11 or newer; this is $(python3 --version 2>&1)."
stamp=".venv/installed-$(cat "$lock" | sha256sum | cut -c1-16)"
if [ ! -f "$stamp" ] && { [ "$purpose" = test ] || ! ls .venv/installed-* >/dev/null 2>&1 ||
    [ ! -f ".venv/installed-$(cat requirements-dev.txt | sha256sum | cut -c1-16)" ]; }; then
    [ -x .venv/bin/python ] || python3 -m venv .venv ||
        stop "The virtual environment could not be made in .venv."
    echo "Installing Python packages from $lock"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes \
        -r "$lock" 2>.venv/pip-errors.log || {
        tail -n 3 .venv/pip-errors.log >&2
        stop "The Python packages could not be installed. Check the network and try again; the whole report is in .venv/pip-errors.log."
    }
    touch "$stamp"
fi

# --- Style sheets, scripts and fonts -----------------------------------------------------------
.venv/bin/python manage.py build_assets
