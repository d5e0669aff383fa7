"""May files be attached to this entry of the engagement log, or withdrawn from it?"""

from govreg.core.refusals import Refusal


def refusal_without_files(*, given: int) -> Refusal | None:
    """Refuse to attach nothing."""
    if not given:
        return Refusal("no-file", "Choose at least one file to attach.")
    return None


def refusal_to_open_withdrawn(*, withdrawn: bool, exempt: bool, was_exempt: bool) -> Refusal | None:
    """Refuse to publish the name of a file that was withdrawn; to keep it back is always right."""
    if withdrawn and was_exempt and not exempt:
        return Refusal(
            "was-withdrawn", "The file was withdrawn: it stays exempt, and so does its name."
        )
    return None


def refusal_without_reason(*, reason: str) -> Refusal | None:
    """Refuse to withdraw a file without saying why: the reason stands beside its name."""
    if not reason.strip():
        return Refusal("reason-missing", "Say why the file is withdrawn.")
    return None
