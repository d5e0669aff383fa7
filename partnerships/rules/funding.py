"""May a funding arrangement have this name, and is it one that the Acts want an agreement of?"""

import re

from govreg.core.refusals import Refusal


def refusal_of_name(*, taken: bool) -> Refusal | None:
    """Refuse a name that another arrangement of the same partnership has."""
    if taken:
        return Refusal(
            "funding-name-taken",
            "This partnership has an arrangement of that name. Choose another name, or change the "
            "other entry.",
        )
    return None


#: Section 75 of the NHS Act 2006, and section 31 of the Health Act 1999 that it followed. Both let
#: a fund be pooled under an agreement in writing alone (SI 2000/617, regulation 7).
_BY_AGREEMENT = re.compile(r"\b(?:section|sections|s\.?)\s*(?:75|31)\b", re.IGNORECASE)


def is_pooled_by_agreement(*, pooled: bool, legal_basis: str) -> bool:
    """Say whether an arrangement is a fund that the Acts let be pooled by a written agreement.

    >>> is_pooled_by_agreement(pooled=True, legal_basis="Section 31 of the Health Act 1999")
    True
    >>> is_pooled_by_agreement(pooled=True, legal_basis="Section 10 of the Children Act 2004")
    False
    """
    return pooled and _BY_AGREEMENT.search(legal_basis) is not None
