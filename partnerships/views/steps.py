"""Which step does a page offer, and what does it say where the step is refused?"""

from dataclasses import dataclass

from govreg.core.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Step:
    """Something the reader can do here, or why not now."""

    label: str
    url: str
    refusal: Refusal | None = None
