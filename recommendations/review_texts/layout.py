"""Which words divide the text of a review, and how is a line kept that only looks like one?

The text is described for people in docs/importing-a-review.md.
"""

import re

from govreg.core.ui.forms.fields import CONTROL_CHARACTERS
from reviews.models import ReviewPoint

REFERENCE, PRIORITY, DISCUSSED = "Review", "Priority", "Discussed on"
#: The lines at the head, in their order, with the field of the review that each fills.
HEADER = {
    REFERENCE: "reference",
    "Title": "title",
    "Running title": "running_title",
    "Mark": "mark",
    "Kind": "kind",
    "Auditor": "auditor",
    "Client": "client",
    "Partnerships": "partnerships",
    "Business line": "business_line",
    "Service line": "service_line",
    "Audit plan": "audit_plan",
    "Report date": "report_date",
    "Structure of": "structure_of",
    "Legend on each page": "legend_on_each_page",
    DISCUSSED: "discussed_on",
    PRIORITY: "priority",
}
#: The parts that are one text each.
TEXTS = {
    "Addressed to": "addressee",
    "Statement of responsibilities": "responsibilities",
    "Objectives": "objectives",
    "Way forward": "way_forward",
    "Acknowledgements": "acknowledgements",
}
#: The parts that are a list of points.
POINTS = {
    "Scope": ReviewPoint.Kind.SCOPE,
    "Audit approach": ReviewPoint.Kind.APPROACH,
    "Key findings": ReviewPoint.Kind.FINDING,
    "Key learning points": ReviewPoint.Kind.LEARNING,
}
CONTACTS, PLAN = "Complaints route", "Action plan"
PARTS = (*TEXTS, *POINTS, CONTACTS, PLAN)
#: What a line of an agreed action says after its words.
OWNER, BY, REVIEW_ON = "Owner", "By", "Review on"
SENSE, PRECISION, DUE, STARTS = "Kind of date", "Given as", "Due", "Starts"
SEGMENTS = (OWNER, BY, REVIEW_ON, SENSE, PRECISION, DUE, STARTS)

HEADING = re.compile(r"(#{1,3}) +(.*)")
NUMBERED = re.compile(r"([0-9]+(?:\.[0-9]+)*)\.? +(.*)")
STEP = re.compile(r"([1-3])\. (.*)")
DIVIDES = r"#{1,2} |### +[0-9]+\.[0-9]+\.[0-9]+\.? "
RECOMMENDATION = re.compile(r"Recommendation (.+) \(([^()]+)\):?")
RESPONSE = re.compile(r"Response(?: \((.*?)\))?: ?(.*)")
KEYED = re.compile(
    "(Section|Addressed to|Concerns|See also|Covers|Decision|In respect of|Action): ?(.*)"
)
PLAIN_PART = re.compile(DIVIDES)
SECTION_PART = re.compile(f"{DIVIDES}|Shows:")
CONTACT_PART = re.compile(rf"{DIVIDES}|[1-3]\. |Who they are:|What to do:")
PLAN_PART = re.compile(f"{DIVIDES}|{RECOMMENDATION.pattern}$|{RESPONSE.pattern}|{KEYED.pattern}")
SECTIONS_TOLD = " (section: "


def clean(text: str) -> str:
    """Return a text with one kind of line end, without outer blanks."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return CONTROL_CHARACTERS.sub("", text).strip()


def kept(line: str, part: re.Pattern[str]) -> str:
    """Return a line that divides nothing in a part, in a way that `meant` takes back exactly.

    >>> kept("Shows: both", SECTION_PART)
    '\\\\Shows: both'
    """
    return f"\\{line}" if part.match(line.lstrip("\\")) else line


def meant(line: str, part: re.Pattern[str]) -> str:
    """Return what was meant by a line that was kept.

    >>> meant("\\\\Shows: both", SECTION_PART)
    'Shows: both'
    """
    return line[1:] if line.startswith("\\") and part.match(line.lstrip("\\")) else line


def apart(text: str) -> str:
    """Return a text that may stand between upright bars."""
    return text.replace("\\", "\\\\").replace("|", "\\|")


def divided(text: str) -> list[str]:
    """Return what stands between the upright bars of a text.

    >>> divided(f"{apart('a | b')} | Owner: c")
    ['a | b', 'Owner: c']
    """
    found, escaped = [""], False
    for character in text:
        if escaped or character not in "\\|":
            found[-1] += character if character in "\\|" or not escaped else f"\\{character}"
            escaped = False
        elif character == "\\":
            escaped = True
        else:
            found.append("")
    if escaped:
        found[-1] += "\\"
    return [one.strip() for one in found]
