"""What is the life of an agreed action, drawn and in words, as the rules have it?"""

from recommendations.models import AgreedAction
from recommendations.rules.lifecycle import VERBS, answer, people, transitions

State = AgreedAction.State
HEAD = """# The life of an agreed action

Drawn from the rules by `manage.py draw_lifecycle`; a test holds it against them. The action is one
of an issued review, has a due date, an update with a file, and no extension asked for.

"""


def lifecycle_in_words() -> str:
    """Return the page: the diagram, and for each verb who may do it in which state."""
    return HEAD + _diagram() + _tables()


def _diagram() -> str:
    names = {state: state.value.replace("-", "_") for state in State}
    lines = ["```mermaid", "stateDiagram-v2", "    direction TB"]
    lines += [f"    {names[state]}: {state.label}" for state in State]
    lines.append(f"    [*] --> {names[State.AGREED]}: Agree an action")
    for state, verb, outcome, to in transitions():
        label = f"{verb.label} ({outcome})" if outcome else verb.label
        lines.append(f"    {names[State(state)]} --> {names[State(to)]}: {label}")
    return "\n".join([*lines, "```", "", ""])


def _tables() -> str:
    """Return a table for each verb; a number stands for the sentence of a refusal below it."""
    parts = []
    for verb in VERBS:
        sentences: dict[str, int] = {}
        rows = []
        for name, facts in people():
            told = []
            for state in State:
                refusal = answer(verb, state, facts)
                if refusal is None:
                    told.append("yes")
                else:
                    told.append(f"{sentences.setdefault(refusal.sentence, len(sentences) + 1)}")
            rows.append(f"| {name} | {' | '.join(told)} |")
        head = [
            f"## {verb.label}",
            "",
            f"| | {' | '.join(state.label for state in State)} |",
            f"|---|{'---|' * len(State)}",
        ]
        refused = [f"{number}. {sentence}" for sentence, number in sentences.items()]
        parts.append("\n".join([*head, *rows, "", *refused, ""]))
    return "\n".join(parts)
