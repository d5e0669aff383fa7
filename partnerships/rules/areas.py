"""May an area be entered so?"""

from govreg.core.refusals import Refusal


def refusal_to_keep_areas(*, may_keep: bool) -> Refusal | None:
    """Refuse all but administrators and partnerships officers."""
    if not may_keep:
        return Refusal(
            "keeps-no-areas",
            "Areas are kept by the administrators and the partnerships officers. Ask one of them "
            "to make the change.",
        )
    return None


def refusal_of_area_name(*, name: str, is_taken: bool) -> Refusal | None:
    """Refuse a second area of a name."""
    if is_taken:
        return Refusal("area-name-taken", f"“{name}” is recorded already. Change that one.")
    return None
