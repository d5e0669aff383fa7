"""What do the rules need to know about an action and about the person who asks?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Situation:
    """The facts of one action and one person, on a day.

    `owner`, `claimant` and `author` say what the person is to the action, and `had_a_part` whether
    they were ever responsible for it; the `may_…` facts say
    what their roles allow in the partnerships that the review concerns.
    """

    review_status: str
    recommendation_ended: bool
    state: str
    owner: bool
    had_a_part: bool
    claimant: bool
    author: bool
    submitted_updates: int
    evidence: int
    may_record: bool
    may_verify: bool
    may_accept_risk: bool
    may_write: bool
    may_approve: bool = False
    may_record_decisions: bool = False
