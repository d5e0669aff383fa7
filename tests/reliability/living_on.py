"""Does each live row equal its last history row? Run as a module in a register."""

import sys

import django


def compare() -> str:
    """Return how many rows were compared, and which are unlike their history."""
    from tests.history import unlike_their_history

    inspected, unlike = unlike_their_history()
    return "\n".join([str(inspected), *unlike])


if __name__ == "__main__":
    django.setup()
    sys.stdout.write(compare())
