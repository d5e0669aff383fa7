"""For whom does something wait? Run as a module in a register: a number, and how they are called.

Each owns the same overdue action of the Leeds reviews, and chose to be written to daily.
"""

import sys

import django


def people_with_something_to_do(number: int, name: str) -> None:
    """Add the people, and make each responsible for one action that is overdue."""
    from govreg.core.accounts.models import User
    from govreg.core.accounts.services.users import add_user
    from govreg.core.history.change import change
    from govreg.site.leeds.load import load
    from recommendations.models import ActionOwner, DigestChoice
    from tests.recommendations.lines import iscb_plan

    load()
    by = User.objects.get(email="administrator@leeds.example")
    made = [
        add_user(email=f"{name}-{i}@leeds.example", name=f"Reader {i}", by=by)
        for i in range(number)
    ]
    with change(verb="Made responsible", by=by):
        for user in made:
            ActionOwner(action=iscb_plan(), user=user).save()
            DigestChoice(user=user, frequency="daily").save()


if __name__ == "__main__":
    django.setup()
    people_with_something_to_do(int(sys.argv[1]), sys.argv[2])
