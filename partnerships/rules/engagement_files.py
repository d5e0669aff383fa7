"""May files be attached to this entry of the engagement log?"""

from govreg.core.refusals import Refusal


def refusal_without_files(*, given: int) -> Refusal | None:
    """Refuse to attach nothing."""
    if not given:
        return Refusal("no-file", "Choose at least one file to attach.")
    return None
