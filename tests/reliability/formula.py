"""What does somebody type who means a spreadsheet harm? Run as a module in a register."""

import django


def type_it() -> None:
    """Name a scope like a formula."""
    from govreg.core.access.models import Scope
    from govreg.core.history.change import change

    with change(verb="Added a scope", by=None):
        Scope(name='=HYPERLINK("http://x.example")').save()


if __name__ == "__main__":
    django.setup()
    type_it()
