"""Under which words are this register's records found?"""

from govreg.core.search import index
from partnerships.models import Body, Organisation, Partnership


def enter_partnership(partnership: Partnership) -> None:
    """Enter a partnership with its other names."""
    names = [alias.name for alias in partnership.aliases.all()]
    index.enter(
        partnership, title=partnership.name, words=[*names, partnership.purpose, partnership.area]
    )


def enter_body(body: Body) -> None:
    """Enter a body with the partnership it belongs to."""
    index.enter(
        body,
        title=f"{body.name}, {body.partnership.name}",
        words=[body.local_term, body.function, body.composition],
    )


def enter_organisation(organisation: Organisation) -> None:
    """Enter an organisation with its other names."""
    names = [alias.name for alias in organisation.aliases.all()]
    index.enter(organisation, title=organisation.name, words=names)


def leave_organisation(organisation: Organisation) -> None:
    """Take out an organisation for which another one stands, and is found under its name."""
    index.leave(organisation)
