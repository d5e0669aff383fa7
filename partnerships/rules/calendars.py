"""May another private calendar link be made, and may this one be revoked?"""

from govreg.core.refusals import Refusal

MOST_LINKS = 20


def refusal_of_another(*, in_use: int) -> Refusal | None:
    """Refuse more links than anybody can keep an eye on."""
    if in_use >= MOST_LINKS:
        return Refusal("links-enough", f"You have {in_use} links in use. Revoke one first.")
    return None


def refusal_to_revoke(*, revoked: bool) -> Refusal | None:
    """Refuse to revoke a link twice."""
    if revoked:
        return Refusal("link-revoked", "This link is revoked already. It leads nowhere.")
    return None


def refusal_of_anothers(*, own: bool) -> Refusal | None:
    """Refuse to revoke the link of somebody else."""
    if not own:
        return Refusal("anothers-link", "This link is somebody else’s. Only they can revoke it.")
    return None
