"""How does an archive look that somebody else made, or made worse, with a seal that fits?"""

import hashlib
import json
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

Change = Callable[[dict[str, Any], dict[str, bytes]], None]
LINK = (stat.S_IFLNK | 0o777) << 16
PLAIN = (stat.S_IFREG | 0o600) << 16


def remade(archive: Path, target: Path, change: Change, *, links: tuple[str, ...] = ()) -> Path:
    """Write an archive anew after a change to its manifest and its parts, and seal it."""
    with zipfile.ZipFile(archive) as opened:
        parts = {name: opened.read(name) for name in opened.namelist()}
    manifest = json.loads(parts.pop("manifest.json"))
    change(manifest, parts)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        made.comment = b"0" * 64
        for name, content in {**parts, "manifest.json": json.dumps(manifest).encode()}.items():
            info = zipfile.ZipInfo(name)
            info.external_attr = LINK if name in links else PLAIN
            made.writestr(info, content)
    return sealed(target)


def sealed(target: Path) -> Path:
    """Seal an archive whose comment waits for it."""
    body = target.read_bytes()[:-64]
    target.write_bytes(body + hashlib.sha256(body).hexdigest().encode())
    return target


def part(name: str, content: bytes) -> dict[str, Any]:
    """Return how a manifest names a part."""
    return {"name": name, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def added(name: str, content: bytes = b"mine") -> Change:
    """Add a part that the manifest names too."""

    def change(manifest: dict[str, Any], parts: dict[str, bytes]) -> None:
        manifest["parts"].append(part(name, content))
        parts[name] = content

    return change


def put(**values: Any) -> Change:
    """Say something else in the manifest."""

    def change(manifest: dict[str, Any], parts: dict[str, bytes]) -> None:
        manifest.update(values)

    return change


def swapped(manifest: dict[str, Any], parts: dict[str, bytes]) -> None:
    """Change a file's content and not its size."""
    name = next(name for name in parts if name.startswith("files/"))
    parts[name] = bytes(len(parts[name]))


def unnamed(manifest: dict[str, Any], parts: dict[str, bytes]) -> None:
    """Add a part that the manifest does not name."""
    parts["files/2026/01/extra"] = b"extra"


def later(manifest: dict[str, Any], parts: dict[str, bytes]) -> None:
    """Come from a release that knows a migration more."""
    manifest["migrations"].append(["reviews", "0999_from_the_future"])


def other_kind(manifest: dict[str, Any], parts: dict[str, bytes]) -> None:
    """Come from the other database."""
    kinds = {"SQLite": "PostgreSQL", "PostgreSQL": "SQLite"}
    manifest["database_kind"] = kinds[manifest["database_kind"]]
