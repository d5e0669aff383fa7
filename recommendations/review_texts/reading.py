"""What does the text of a review say?

Nothing is looked up here: who and what a name means, the register says when it is brought in. A
line that cannot be understood is told, and reading goes on, so that all is told at once.
"""

import re
from collections.abc import Callable

from govreg.core.ui.forms.fields import CONTROL_CHARACTERS

from . import plan_reading
from .layout import (
    CONTACT_PART,
    CONTACTS,
    HEADER,
    HEADING,
    NUMBERED,
    PARTS,
    PLAIN_PART,
    PLAN,
    POINTS,
    PRIORITY,
    SECTION_PART,
    SECTIONS_TOLD,
    STEP,
    TEXTS,
    divided,
    meant,
)
from .parts import ContactText, PointText, ReviewText, SectionText, Told

Lines = list[tuple[int, str]]
#: What a step of the complaints route says below its post.
OF_CONTACT = {"Who they are:": "details", "What to do:": "how"}
KEY_LINE = re.compile(r"([^:]{1,40}):(?: (.*))?")


def read_review(text: str) -> ReviewText:
    """Return what a text says, with what could not be understood."""
    found = ReviewText()
    lines: Lines = []
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        if CONTROL_CHARACTERS.search(line):
            found.refuse(number, "The line has a character that cannot be kept. Delete it.")
        lines.append((number, CONTROL_CHARACTERS.sub("", line)))
    start = next((i for i, (_n, line) in enumerate(lines) if PLAIN_PART.match(line)), len(lines))
    _read_header(found, lines[:start])
    for (number, heading), part in _parts(lines[start:]):
        _read_part(found, number, heading, part)
    return found


def _parts(lines: Lines) -> list[tuple[tuple[int, str], Lines]]:
    """Divide the lines at their headings."""
    parts: list[tuple[tuple[int, str], Lines]] = []
    for number, line in lines:
        if PLAIN_PART.match(line):
            parts.append(((number, line), []))
        else:
            parts[-1][1].append((number, line))
    return parts


def _read_header(found: ReviewText, lines: Lines) -> None:
    keys = {key.casefold(): key for key in HEADER}
    for number, line in lines:
        if not line.strip():
            continue
        match = KEY_LINE.fullmatch(line)
        key = keys.get(match[1].strip().casefold(), "") if match else ""
        if match is None or not key:
            found.refuse(
                number,
                f"“{line[:60]}” is no line of the head of a review. Write one of: "
                f"{', '.join(HEADER)}; or begin a part with # and its name.",
            )
            continue
        told = Told((match[2] or "").strip(), number)
        if key == PRIORITY:
            found.legend.append(told)
        elif key in found.header:
            found.refuse(number, f"“{key}” stands on line {found.header[key].line} already.")
        else:
            found.header[key] = told


def _read_part(found: ReviewText, number: int, heading: str, lines: Lines) -> None:
    marks, words = _of_heading(heading)
    numbered = NUMBERED.fullmatch(words)
    if numbered:
        _read_section(found, number, (len(marks), numbered[1], numbered[2].strip()), lines)
        return
    part = next((name for name in PARTS if name.casefold() == words.casefold()), "")
    if not part or len(marks) > 1:
        found.refuse(
            number,
            f"“{words[:60]}” is no part of a review. Write one of: {', '.join(PARTS)}; or give a "
            "section of the report its number, as in “## 3.4 Membership”.",
        )
        return
    if any(told == part for told in found.texts):
        found.refuse(number, f"“{part}” stands on line {found.texts[part].line} already.")
        return
    readers: dict[str, Callable[[ReviewText, Lines], None]] = {
        CONTACTS: _read_contacts,
        PLAN: plan_reading.read_plan,
    }
    if part in TEXTS:
        found.texts[part] = Told(joined(lines, PLAIN_PART), number)
    elif part in POINTS:
        _read_points(found, part, lines)
    else:
        readers[part](found, lines)


def _of_heading(line: str) -> tuple[str, str]:
    match = HEADING.fullmatch(line)
    return (match[1], match[2].strip()) if match else ("#", "")


def _read_section(found: ReviewText, number: int, told: tuple[int, str, str], lines: Lines) -> None:
    depth, own, title = told
    if own.count(".") + 1 != depth:
        found.refuse(
            number,
            f"Section {own} has {depth} marks before its number. Write one # for each part of the "
            "number: “# 3”, “## 3.4”, “### 3.4.1”.",
        )
    section = SectionText(number, own, title)
    rest = list(lines)
    while rest and not rest[0][1].strip():
        rest.pop(0)
    if rest and rest[0][1].startswith("Shows:"):
        line, words = rest.pop(0)
        section.shows = Told(words.partition(":")[2].strip(), line)
    for line, words in rest:
        if words.startswith("Shows:"):
            found.refuse(line, "“Shows” stands directly under the heading of its section.")
    section.body = joined(rest, SECTION_PART)
    found.sections.append(section)


def _read_points(found: ReviewText, part: str, lines: Lines) -> None:
    items: list[tuple[int, list[str]]] = []
    for number, line in lines:
        if line.startswith("- "):
            items.append((number, [line[2:]]))
        elif items and (not line.strip() or line.startswith("  ")):
            items[-1][1].append(line[2:])
        elif items and items[-1][1][-1].strip():
            items[-1][1].append(line)  # a point that a program broke into lines
        elif line.strip():
            found.refuse(number, f"Begin each point of “{part}” with a dash and a blank.")
    for number, words in items:
        text, references = "\n".join(words).strip(), ""
        if text.endswith(")") and SECTIONS_TOLD in text:
            text, _told, references = text[:-1].rpartition(SECTIONS_TOLD)
        found.points.append(PointText(part, number, text.strip(), references.strip()))


def _read_contacts(found: ReviewText, lines: Lines) -> None:
    into = ""
    for number, line in lines:
        key = next((one for one in OF_CONTACT if line.startswith(one)), "")
        if step := STEP.fullmatch(line):
            _begin_contact(found, number, step)
            into = ""
        elif found.contacts and key:
            into = OF_CONTACT[key]
            setattr(found.contacts[-1], into, line.removeprefix(key).strip())
        elif found.contacts and into:
            more = f"{getattr(found.contacts[-1], into)}\n{meant(line, CONTACT_PART)}"
            setattr(found.contacts[-1], into, more)
        elif line.strip():
            found.refuse(
                number,
                "Begin each step with its number, as in “1. Post | Organisation”, and write “Who "
                "they are:” and “What to do:” below it.",
            )
    for contact in found.contacts:
        contact.details, contact.how = contact.details.strip(), contact.how.strip()


def _begin_contact(found: ReviewText, number: int, step: re.Match[str]) -> None:
    if any(one.step == int(step[1]) for one in found.contacts):
        found.refuse(number, f"Step {step[1]} is there twice. Leave one out.")
    post, *more = divided(step[2])
    found.contacts.append(ContactText(number, int(step[1]), post, " ".join(more)))


def joined(lines: Lines, part: re.Pattern[str]) -> str:
    """Return the lines of a part as one text."""
    return "\n".join(meant(line, part) for _number, line in lines).strip()
