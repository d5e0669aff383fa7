"""Which filters turn the texts of a report into HTML?"""

from django import template
from django.utils.safestring import SafeString

from govreg.reports.documents.parts import Block
from govreg.reports.rendering.prose import prose

register = template.Library()


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
def plus_one(level: int) -> int:
    """Return the next level of headings, six at most."""
    return min(int(level) + 1, 6)
