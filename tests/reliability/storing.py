"""Which files does a register store? Run as a module: how many, and whether a report beside."""

import sys

import django


def store(number: int) -> None:
    """Store numbered files as evidence of an action, as its owner."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    from govreg.core import clock
    from govreg.core.accounts.models import User
    from recommendations.services.progress import submit_update
    from tests.recommendations.lines import iscb_plan

    for i in range(number):
        submit_update(
            action=iscb_plan(),
            values={"rating": "on-track", "narrative": f"Step {i}, “done”.", "reason": ""},
            on=clock.today(),
            by=User.objects.get(email="officer.c@leeds.example"),
            uploads=[SimpleUploadedFile(f"Évidence {i}.txt", f"File {i}\n".encode() * 500)],
        )


if __name__ == "__main__":
    django.setup()
    store(int(sys.argv[1]))
