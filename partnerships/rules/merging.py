"""May these two records of an organisation become one?"""

from collections.abc import Sequence

from govreg.core.refusals import Refusal


def refusal_of_merge(
    *, itself: bool, merged_already: bool, shared_titles: Sequence[str]
) -> Refusal | None:
    """Refuse to merge a record with itself, a merged one, or two with a post of one title."""
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
    return None
