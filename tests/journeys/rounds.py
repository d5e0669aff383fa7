"""Which update window do the journeys answer? Run as a module against a prepared register."""

import django

LINES = 8


def make() -> None:
    """Agree eight actions of one officer with the partnerships officer's hand, and ask them."""
    from govreg.core.accounts.models import User
    from tests.people import cast
    from tests.recommendations.rounds import opened, with_lines

    assert User.objects.exists()
    people = cast()
    with_lines(people, LINES)
    opened(people, "Autumn update")


if __name__ == "__main__":
    django.setup()
    make()
