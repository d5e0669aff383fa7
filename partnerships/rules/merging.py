"""May these two records of an organisation become one?"""

from collections.abc import Sequence

from govreg.core.refusals import Refusal


def refusal_of_merge(
    *,
    itself: bool,
    merged_already: bool,
    shared_titles: Sequence[str],
    shared_seats: Sequence[str],
    shared_adoptions: Sequence[str] = (),
    shared_money: Sequence[str] = (),
) -> Refusal | None:
    """Refuse to merge a record with itself, a merged one, or two that both did the same thing.

    That is: have a title, hold a seat, adopted a document, or have a part in the same money.
    """
    if itself:
        return Refusal("merge-itself", "Choose two different organisations to merge.")
    if merged_already:
        return Refusal(
            "merge-merged", "One of the two was merged already. Choose the one it became."
        )
    if shared_titles:
        return Refusal(
            "merge-shared-titles",
            f"Both have a post or team called {' and '.join(shared_titles)}. Give one of the two "
            "another title first, so that it stays clear which is meant.",
        )
    if shared_seats:
        return Refusal(
            "merge-shared-seats",
            f"Both hold the same seat at the same time on {' and '.join(shared_seats)}. End one "
            "of the two memberships there first, so that one organisation does not hold a seat "
            "twice.",
        )
    if shared_adoptions:
        return Refusal(
            "merge-shared-adoptions",
            f"Both are recorded to have adopted {' and '.join(shared_adoptions)}. Take one of the "
            "two adoptions out there first.",
        )
    if shared_money:
        return Refusal(
            "merge-shared-money",
            f"Both have a part of their own in {' and '.join(shared_money)}. Bring the two "
            "together under one of them first, so that no amount and no support is lost.",
        )
    return None


def refusal_to_change_merged(*, merged_into: str | None) -> Refusal | None:
    """Refuse to change a record for which another one stands."""
    if merged_into is not None:
        return Refusal(
            "organisation-merged",
            f"This record was merged into {merged_into} and no longer changes. Change "
            f"{merged_into} instead.",
        )
    return None
