"""Which filters turn the texts of a report into HTML?"""

from django import template
from django.utils.safestring import SafeString

from govreg.reports.documents.follow_up import FollowUpLine
from govreg.reports.documents.parts import Block
from govreg.reports.documents.plan import Entry, Line
from govreg.reports.rendering.prose import prose

register = template.Library()

#: Characters that surely fit into a cell of the narrowest column, and how many a new line takes.
FITS_ON_A_PAGE = 1100
LINE = 36


@register.filter
def paper_prose(text: str, under: int) -> SafeString:
    """Return Markdown for the printed page, under a heading of a level."""
    return prose(text, under=int(under))


@register.filter
def screen_prose(text: str, under: int) -> SafeString:
    """Return Markdown for the screen, under a heading of a level."""
    return prose(text, under=int(under), for_screen=True)


@register.filter
def kind_of(block: Block) -> str:
    """Return the name of a block's class, by which its template is chosen."""
    return type(block).__name__


@register.filter
def is_tall(part: Entry | Line | FollowUpLine) -> bool:
    """Whether a row of a plan or a follow-up might not fit on a page, by its longest text."""
    if isinstance(part, Entry):
        texts = [part.wording, ", ".join(part.unanswered)]
    elif isinstance(part, FollowUpLine):
        texts = [f"{part.wording}\n{part.concerns}\n{part.action}", part.outcome]
        texts += [f"{part.said.narrative}\n{part.said.reason}"] if part.said else []
        texts += [f"{part.extension.reason}\n{part.extension.answer}"] if part.extension else []
    else:
        said = part.progress.said if part.progress else None
        texts = [f"{part.response}\n{part.action}" if part.begins_response else part.action]
        texts += [f"{said.narrative}\n{said.reason}"] if said else []
    return any(len(text) + LINE * text.count("\n") > FITS_ON_A_PAGE for text in texts)


@register.filter
def plus_one(level: int) -> int:
    """Return the next level of headings, six at most."""
    return min(int(level) + 1, 6)
