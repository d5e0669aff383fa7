"""What does the action plan in the text of a review say?"""

from .layout import KEYED, PLAN_PART, RECOMMENDATION, RESPONSE, SEGMENTS, divided, meant
from .parts import ActionText, RecommendationText, ResponseText, ReviewText, Told

OF_RECOMMENDATION = ("Section", "Addressed to", "Concerns", "See also")
OF_RESPONSE = ("Covers", "Decision", "In respect of")
ACTION = "Action"
NOWHERE = (
    "This line belongs to nothing. Recommendations begin with “Recommendation 1 (**)”, and their "
    "answers with “Response:”."
)
#: What a person may write for the word before the colon.
OTHER_WORDS = {"owners": "Owner", "responsible": "Owner", "timescale": "By"}


def read_plan(found: ReviewText, lines: list[tuple[int, str]]) -> None:
    """Read the lines of the action plan, one block after another."""
    reader = _Reader(found)
    for number, line in lines:
        reader.take(number, line)
    reader.finish()


class _Reader:
    """Where in the plan the reading is: in which recommendation, response and text."""

    def __init__(self, found: ReviewText) -> None:
        self.found = found
        self.recommendation: RecommendationText | None = None
        self.response: ResponseText | None = None
        #: What is being gathered: "wording", "answer", "action", or nothing.
        self.what = ""
        self.line = 0
        self.words: list[str] = []

    def take(self, number: int, line: str) -> None:
        """Take one line to where it belongs."""
        if match := RECOMMENDATION.fullmatch(line.rstrip()):
            self.finish()
            self.recommendation = RecommendationText(number, match[1].strip(), match[2].strip())
            self.response = None
            self.found.recommendations.append(self.recommendation)
            self._gather("wording", number)
        elif self.recommendation is None:
            if line.strip():
                self.found.refuse(number, NOWHERE)
        elif match := RESPONSE.fullmatch(line):
            self.finish()
            self.response = ResponseText(number, (match[1] or "").strip())
            self.recommendation.responses.append(self.response)
            self._gather("answer", number, match[2] or "")
        elif match := KEYED.fullmatch(line):
            self._keyed(number, match[1], match[2] or "")
        elif self.what:
            self.words.append(meant(line, PLAN_PART))
        elif line.strip():
            self.found.refuse(
                number,
                "This line belongs to nothing: write the words of a response after “Response:”, "
                "and the lines Covers and Decision behind them.",
            )

    def finish(self) -> None:
        """Put what was gathered where it belongs."""
        text = "\n".join(self.words).strip()
        if self.what == "wording" and self.recommendation:
            self.recommendation.wording = text
        elif self.what == "answer" and self.response:
            self.response.text = text
        elif self.what == "action" and self.response:
            self.response.actions.append(self._action(text))
        self.what, self.words = "", []

    def _gather(self, what: str, line: int, *words: str) -> None:
        self.what, self.line, self.words = what, line, list(words)

    def _keyed(self, number: int, key: str, words: str) -> None:
        assert self.recommendation is not None
        if key in OF_RECOMMENDATION:
            if self.response is not None or "".join(self.words).strip():
                self.found.refuse(
                    number, f"“{key}” stands under its recommendation, before what is recommended."
                )
                return
            self._say(self.recommendation.keyed, key, Told(words.strip(), number))
            return
        if self.response is None:
            self.found.refuse(number, f"“{key}” stands under a response. Write “Response:” first.")
            return
        self.finish()
        if key == ACTION:
            self._gather("action", number, words)
        else:
            self._say(self.response.keyed, key, Told(words.strip(), number))

    def _say(self, keyed: dict[str, Told], key: str, told: Told) -> None:
        if key in keyed:
            self.found.refuse(told.line, f"“{key}” stands on line {keyed[key].line} already.")
        else:
            keyed[key] = told

    def _action(self, text: str) -> ActionText:
        words, *rest = divided(text)
        segments: dict[str, str] = {}
        names = {name.casefold(): name for name in SEGMENTS} | OTHER_WORDS
        for one in rest:
            key, _colon, value = one.partition(":")
            name = names.get(key.strip().casefold(), "")
            if not name:
                self.found.refuse(
                    self.line,
                    f"“{one[:60]}” is none of what an action may say: {', '.join(SEGMENTS)}. Where "
                    "an upright bar belongs to the words, write \\| for it.",
                )
            elif name in segments:
                self.found.refuse(self.line, f"The action says “{name}” twice. Leave one out.")
            else:
                segments[name] = value.strip()
        return ActionText(self.line, words, segments)
