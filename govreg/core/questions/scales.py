"""In which words is a question answered?

Four keys serve every scale, so that answers of different sets can be counted alike.
"""

from django.db import models

YES, PARTLY, NO, NOT_APPLICABLE = "yes", "partly", "no", "not-applicable"
COLOURS = {YES: "green", PARTLY: "yellow", NO: "red", NOT_APPLICABLE: "grey"}
NOT_ANSWERED = "Not answered"


class Scale(models.TextChoices):
    """What the questions of a set ask for."""

    COVERAGE = "coverage", "Whether something is covered"
    JUDGEMENT = "judgement", "How well something is done"
    PAIRED = "paired", "Which of two ways a factor speaks for"
    STRENGTH = "strength", "How far something can be relied on"


WORDS = {
    Scale.COVERAGE: {
        YES: "Covered",
        PARTLY: "Partly covered",
        NO: "Not covered",
        NOT_APPLICABLE: "Does not apply",
    },
    Scale.JUDGEMENT: {
        YES: "Sound",
        PARTLY: "Sound in part",
        NO: "Not sound",
        NOT_APPLICABLE: "Does not apply",
    },
    # Pooling needs the better reasons, so it stands in the place of the yes.
    Scale.PAIRED: {
        YES: "For pooling",
        PARTLY: "For either",
        NO: "For aligning",
        NOT_APPLICABLE: "Does not apply",
    },
    Scale.STRENGTH: {
        YES: "Strong",
        PARTLY: "Adequate",
        NO: "Weak",
        NOT_APPLICABLE: "Does not apply",
    },
}
#: For what knows no scale, such as the history of one answer.
VERDICTS = [(YES, "Yes"), (PARTLY, "Partly"), (NO, "No"), (NOT_APPLICABLE, "Does not apply")]


def choices_of(scale: str) -> list[tuple[str, str]]:
    """Return the answers of a scale with their words, the best first."""
    return list(WORDS[Scale(scale)].items())


def colour_of(scale: str, verdict: str) -> str:
    """Return the tag's colour of an answer; of two ways neither is the worse one."""
    if scale == Scale.PAIRED and verdict in {YES, NO}:
        return "blue" if verdict == YES else "purple"
    return COLOURS.get(verdict, "orange")


def words_of(scale: str, verdict: str) -> str:
    """Return an answer in the words of its scale."""
    return WORDS[Scale(scale)].get(verdict, NOT_ANSWERED)
