"""What does the access table say of a register that really runs, and with which sessions?

Run as a module against a register with the Leeds data: it brings the records of the table about,
signs everybody in, and prints addresses, answers and session cookies as JSON.
"""

import json
import sys
from typing import Any

import django


def described() -> dict[str, Any]:
    """Return the rows with their addresses and answers, and each person's session."""
    from django.urls import reverse

    from tests.architecture import access_world
    from tests.architecture.access_rows import expected
    from tests.architecture.access_table import ROWS
    from tests.architecture.test_access_matrix import NAMES
    from tests.people import cast, signed_in

    people = cast()
    world = access_world.build(people)
    rows = [
        {
            "name": row.name,
            "address": reverse(row.name, args=world[row.about]),
            "get": expected(row.get),
            "post": expected(row.post),
        }
        for row in ROWS
    ]
    sessions = {
        letter: signed_in(getattr(people, name)).cookies["sessionid"].value
        for letter, name in NAMES.items()
    }
    return {"rows": rows, "sessions": sessions}


if __name__ == "__main__":
    django.setup()
    json.dump(described(), sys.stdout)
