"""How does a rule say no?

A rule returns a `Refusal` or `None`. The code is for programs and tests; the sentence is for the
person: a page shows it in place of the button, and a service raises it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """One reason why a thing may not happen now.

    `code` is stable and hyphenated; `sentence` is plain English and says what to do next.
    """

    code: str
    sentence: str


class Refused(Exception):
    """A service was asked for what a rule refuses; it carries the rule's refusal."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.sentence)
        self.refusal = refusal


class Unavailable(Refused):
    """What was asked for needs something that does not answer now, such as the file store."""


def enforce(refusal: Refusal | None) -> None:
    """Raise `Refused` when a rule said no."""
    if refusal is not None:
        raise Refused(refusal)
