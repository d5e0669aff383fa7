"""May this person keep this part of the partnership register?"""

from govreg.core.refusals import Refusal


def refusal_to_add_partnership(*, may_keep: bool) -> Refusal | None:
    """Refuse a new partnership to whoever does not keep partnerships for the whole council."""
    if not may_keep:
        return Refusal(
            "adds-no-partnership",
            "Only the partnerships officers add partnerships. Ask one of them to add it.",
        )
    return None


def refusal_to_keep_partnership(*, may_keep: bool) -> Refusal | None:
    """Refuse a change of a partnership's entry outside the person's own scope."""
    if not may_keep:
        return Refusal(
            "keeps-no-partnership",
            "You may read this partnership’s entry but not change it. Its lead officer and the "
            "partnerships officers keep it.",
        )
    return None


def refusal_to_keep_members(*, may_keep: bool) -> Refusal | None:
    """Refuse changes of bodies and members outside the person's own scope."""
    if not may_keep:
        return Refusal(
            "keeps-no-members",
            "You may read this partnership’s bodies and members but not change them. Its area "
            "manager, its lead officer and the partnerships officers keep them.",
        )
    return None


def refusal_to_keep_reference(*, may_keep: bool) -> Refusal | None:
    """Refuse changes of organisations, posts and teams to all but the administrators."""
    if not may_keep:
        return Refusal(
            "keeps-no-reference",
            "Organisations, posts, teams and the lists of statutory members are kept by the "
            "register’s administrators. Ask one of them to make the change.",
        )
    return None


def refusal_to_write_exempt(*, may_read: bool) -> Refusal | None:
    """Refuse changes of what the person may not read."""
    if not may_read:
        return Refusal(
            "exempt-not-read",
            "What was said at this meeting is exempt from publication, and not for you to read, so "
            "you cannot change it.",
        )
    return None


def refusal_to_keep_documents(*, may_keep: bool) -> Refusal | None:
    """Refuse changes of governance documents outside the person's own scope."""
    if not may_keep:
        return Refusal(
            "keeps-no-documents",
            "You may read this partnership’s documents but not change them. Its area manager, its "
            "lead officer and the partnerships officers keep them.",
        )
    return None


def refusal_to_write_exempt_files(*, may_read: bool) -> Refusal | None:
    """Refuse changes of a version whose files the person may not read."""
    if not may_read:
        return Refusal(
            "exempt-not-read",
            "The files of this version are exempt from publication, and not for you to read, so "
            "you cannot change it.",
        )
    return None


def refusal_to_keep_resource_maps(*, may_keep: bool) -> Refusal | None:
    """Refuse changes of an area's resource map to whoever keeps not all partnerships."""
    if not may_keep:
        return Refusal(
            "keeps-no-resource-map",
            "You may read the resource maps but not change them. The partnerships officers keep "
            "them.",
        )
    return None
