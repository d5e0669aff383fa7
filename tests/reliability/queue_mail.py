"""Which messages wait? Run as a module in a register: a number, and how the readers are called."""

import sys

import django


def queue(number: int, name: str) -> None:
    """Queue numbered messages, each to a reader of its own."""
    from django.db import transaction

    from govreg.core.outbox.services import queue_message

    with transaction.atomic():
        for i in range(number):
            queue_message(
                key=f"{name}-{i}", to=f"{name}-{i}@leeds.example", subject=f"No. {i}", text="Hello"
            )


if __name__ == "__main__":
    django.setup()
    queue(int(sys.argv[1]), sys.argv[2])
