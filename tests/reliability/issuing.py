"""Which report was asked for? Run as a module in a register that has the Leeds data."""

import sys

import django


def ask(kind: str) -> int:
    """Ask for a version, as the auditor; return the number of the work."""
    from datetime import date

    from govreg.core.accounts.models import User
    from govreg.reports.queries.issues import latest_number
    from govreg.reports.services.asked_issues import ask_for_report
    from reviews.models import Review

    review = Review.objects.get(reference="leeds-2007")
    further = bool(latest_number(review, kind))
    work = ask_for_report(
        review=review,
        kind=kind,
        as_at=date(2008, 2, 1),
        by=User.objects.get(email="auditor@leeds.example"),
        what_changed="Made again." if further else "",
        officer_names=False,
    )
    return work.pk


if __name__ == "__main__":
    django.setup()
    sys.stdout.write(str(ask(sys.argv[1])))
