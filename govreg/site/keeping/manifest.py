"""What does an archive say of itself, and is that believable?"""

import json
import re
from dataclasses import asdict, dataclass, field
from typing import Any

from govreg.core.refusals import Refusal, Refused

FORMAT = 1
DATABASE = "database"
FILES = "files/"
#: A file's path in the store, as the register makes them: no part can lead out of a folder.
SAFE_PATH = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*(/[A-Za-z0-9][A-Za-z0-9_-]*)*", re.ASCII)
DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)
LONGEST_PATH = 200


def not_a_backup(why: str) -> Refused:
    """Return the refusal of an archive, with what is wrong with it; `why` is a sentence."""
    return Refused(
        Refusal(
            "bad-archive",
            f"{why} Nothing was written. Take another backup of the register.",
        )
    )


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an archive: its name in it, its size in bytes, and the SHA-256 of its content."""

    name: str
    size: int
    sha256: str

    @property
    def path(self) -> str:
        """The path in the store of a part that is a file."""
        return self.name.removeprefix(FILES)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an archive holds, and the state of the register that it was taken of."""

    register: str
    made_at: str
    database_kind: str
    database_version: str
    migrations: list[tuple[str, str]]
    rows: dict[str, int]
    seal: str
    parts: list[Part]
    missing: list[str] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)
    format: int = FORMAT

    @property
    def files(self) -> list[Part]:
        """The parts that are files of the store."""
        return [part for part in self.parts if part.name != DATABASE]

    @property
    def database(self) -> Part:
        """The part that is the database."""
        return next(part for part in self.parts if part.name == DATABASE)

    @property
    def size(self) -> int:
        """How many bytes the parts take when they are unpacked."""
        return sum(part.size for part in self.parts)

    def to_json(self) -> bytes:
        """Return it as it stands in the archive."""
        return json.dumps(asdict(self), indent=1, ensure_ascii=False).encode()


def is_safe(path: str) -> bool:
    """Say whether a path can be written below a folder and nowhere else."""
    return len(path) <= LONGEST_PATH and SAFE_PATH.fullmatch(path) is not None


def from_json(content: bytes) -> Manifest:
    """Read a manifest that may have been written by anybody.

    Raises Refused where it is not one of this register's.
    """
    try:
        raw: dict[str, Any] = json.loads(content)
        if raw["format"] != FORMAT:
            raise not_a_backup(f"The archive is of format {raw['format']}, not {FORMAT}.")
        manifest = Manifest(
            **{
                **raw,
                "migrations": [(str(app), str(name)) for app, name in raw["migrations"]],
                "rows": {str(table): int(number) for table, number in raw["rows"].items()},
                "parts": [Part(str(p["name"]), int(p["size"]), p["sha256"]) for p in raw["parts"]],
            }
        )
        _check_parts(manifest)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise not_a_backup("The archive’s manifest cannot be read.") from None
    return manifest


def _check_parts(manifest: Manifest) -> None:
    names = [part.name for part in manifest.parts]
    if names.count(DATABASE) != 1 or len({name.lower() for name in names}) != len(names):
        raise not_a_backup("The archive’s manifest names a part twice, or no database.")
    for part in manifest.parts:
        named_well = part.name == DATABASE or (
            part.name.startswith(FILES) and is_safe(part.path) and "/" in part.path
        )
        if not named_well or part.size < 0 or not DIGEST.fullmatch(part.sha256):
            raise not_a_backup("The archive’s manifest names a part that is none of a register.")
