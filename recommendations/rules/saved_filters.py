"""May a filter be saved, changed or removed?"""

from govreg.core.refusals import Refusal

MOST = 50
LONGEST = 2000


def refusal_to_save(*, kept: int, asked: str) -> Refusal | None:
    """Refuse more filters than anybody finds their way among, one for nothing, and one too long."""
    if not asked:
        return Refusal(
            "nothing-asked",
            "Nothing is filtered, ordered or chosen. Filter the list first, then save the filter.",
        )
    if len(asked) > LONGEST:
        return Refusal("filter-too-long", "This filter is too long to save. Ask for less.")
    if kept >= MOST:
        return Refusal("filters-enough", f"You have {kept} saved filters. Remove one first.")
    return None


def refusal_of_name(*, taken: bool, name: str) -> Refusal | None:
    """Refuse a name that another of the person's filters of the list has."""
    if taken:
        return Refusal(
            "filter-name-taken", f"You have a filter “{name}” of this list. Choose another name."
        )
    return None


def refusal_to_change(*, own: bool) -> Refusal | None:
    """Refuse to change what somebody else saved."""
    if not own:
        return Refusal(
            "anothers-filter", "This filter is somebody else’s. Save it under a name of your own."
        )
    return None


def refusal_to_remove(*, own: bool, keeps_shared: bool, removed: bool) -> Refusal | None:
    """Refuse to remove what is somebody else's, unless it is shared and one keeps what is."""
    if removed:
        return Refusal("filter-removed", "This filter was removed already.")
    if not (own or keeps_shared):
        return Refusal(
            "anothers-filter", "This filter is somebody else’s. They or an administrator remove it."
        )
    return None
