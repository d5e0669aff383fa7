"""What do the demonstration files say?"""

from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings

from govreg.core.clock import LONDON

#: Safe in both: the first is written in C and ten times as fast, where PyYAML was built with it.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
FOLDER: Path = settings.BASE_DIR / "fixtures" / "leeds"


@cache
def read(name: str) -> Any:
    """Return the content of one file of the demonstration, such as "posts"; nobody changes it."""
    return yaml.load(
        (FOLDER / f"{name}.yaml").read_text(encoding="utf-8"),
        Loader=LOADER,  # noqa: S506 - both are safe ones
    )


def morning_of(day: date) -> datetime:
    """Return nine o'clock of a day in Leeds: when the demonstration's work of the day is done."""
    return datetime.combine(day, time(9), tzinfo=LONDON)


def text(value: Any) -> str:
    """Return a text of the files; what they leave empty is an empty text."""
    return str(value).strip() if value is not None else ""
