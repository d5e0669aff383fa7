"""May files be attached to this entry of the engagement log, or withdrawn from it?"""

from govreg.core.refusals import Refusal


def refusal_without_files(*, given: int) -> Refusal | None:
    """Refuse to attach nothing."""
    if not given:
        return Refusal("no-file", "Choose at least one file to attach.")
    return None


def refusal_without_reason(*, reason: str) -> Refusal | None:
    """Refuse to withdraw a file without saying why: the reason stands beside its name."""
    if not reason.strip():
        return Refusal("reason-missing", "Say why the file is withdrawn.")
    return None
