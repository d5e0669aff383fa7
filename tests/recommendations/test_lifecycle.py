"""Is the life of an action in the documentation the one that the rules have?"""

from pathlib import Path

from django.conf import settings

from recommendations.models import AgreedAction
from recommendations.queries.lifecycle import lifecycle_in_words
from recommendations.rules.lifecycle import VERBS, answer, people, transitions

DRAWN = Path(settings.BASE_DIR) / "docs" / "lifecycle.md"
State = AgreedAction.State


def test_the_drawing_is_that_of_the_rules() -> None:
    told = "Run `manage.py draw_lifecycle` and read what changed before you commit it."
    assert DRAWN.read_text(encoding="utf-8") == lifecycle_in_words(), told


def test_every_state_is_asked_of_every_verb_and_person() -> None:
    asked = [(v, s, who) for v in VERBS for s in State for who, _facts in people()]
    assert len(asked) == len(VERBS) * len(State) * len(list(people())) >= 7 * 5 * 13
    told = lifecycle_in_words()
    assert told.count("\n| ") - len(VERBS) == len(VERBS) * len(list(people()))


def test_the_ways_from_state_to_state() -> None:
    ways = {(state, verb.label, to) for state, verb, _outcome, to in transitions()}
    assert ways == {
        ("agreed", "Claim completion", "claimed"),
        ("agreed", "Accept the risk", "risk-accepted"),
        ("claimed", "Verify", "closed"),
        ("claimed", "Verify", "proposed"),
        ("claimed", "Verify", "agreed"),
        ("proposed", "Record the committee’s decision", "closed"),
        ("proposed", "Record the committee’s decision", "agreed"),
        ("closed", "Open again", "agreed"),
        ("risk-accepted", "Open again", "agreed"),
    }


def test_nobody_with_a_part_in_an_action_verifies_it() -> None:
    verify = next(verb for verb in VERBS if verb.page == "verify")
    may = {who for who, facts in people() if answer(verify, State.CLAIMED, facts) is None}
    assert may == {"Auditor"}


def test_every_refusal_is_a_sentence() -> None:
    said = {
        refusal.sentence
        for verb in VERBS
        for state in State
        for _who, facts in people()
        if (refusal := answer(verb, state, facts))
    }
    assert len(said) > 15
    assert all(sentence.endswith(".") and len(sentence) > 20 for sentence in said)
