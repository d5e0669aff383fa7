"""Which actions is somebody responsible for, and what are they called?"""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q

from recommendations.models import ActionOwner, AgreedAction

from .handovers import KINDS, party_named

#: How a link asks for the actions of which nobody is responsible, and what a reader reads then.
NOBODY, NOBODY_IN_WORDS = "nobody", "Nobody named"


def owned_by(meant: str) -> Any:
    """Return the keys of the actions of a party ("post:7"), of nobody, or of a name."""
    if meant.strip().casefold() in {NOBODY, NOBODY_IN_WORDS.casefold()}:
        return AgreedAction.objects.filter(owners__isnull=True).order_by().values("pk")
    party = party_named(meant)
    condition = (
        Q(**{f"{party.kind}_id": party.key})
        if party
        else Q(user__name__icontains=meant)
        | Q(post__title__icontains=meant)
        | Q(team__name__icontains=meant)
        | Q(body__name__icontains=meant)
    )
    return ActionOwner.objects.filter(condition).order_by().values("action_id")


def name_of(code: str) -> str:
    """Return the name of whom a code means; a text that is no code, or nobody’s, stays as it is."""
    if code == NOBODY:
        return NOBODY_IN_WORDS
    party = party_named(code)
    if party is None:
        return code
    model = {**KINDS, "user": get_user_model()}[party.kind]
    found = model._default_manager.filter(pk=party.key).first()
    return str(found) if found else code
