"""Which tags and filters can every template use without loading them?"""

from collections.abc import Iterable
from typing import Any

from django import template
from django.forms import BaseForm, BaseFormSet
from django.forms.boundfield import BoundField
from django.template import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from .. import markdown, panels, tags, words
from ..charts import Drawings
from ..components import summary_rows
from ..forms.errors import has_errors, summary_lines
from ..forms.presentation import FieldView, describe
from ..lists.asking import filter_fields

register = template.Library()

register.filter("long_date", words.long_date)
register.filter("long_date_time", words.long_date_time)
register.filter("money", words.money)
register.filter("figure", words.figure)
register.filter("shown", words.shown)
register.filter("or_missing", words.or_missing)
register.simple_tag(tags.status_tag, name="status_tag")
register.simple_tag(tags.progress_tag, name="progress_tag")
register.simple_tag(tags.quarterly_tag, name="quarterly_tag")


@register.filter
def rich_text(text: str | None, heading_level: int = 3) -> SafeString:
    """Show Markdown; "# " becomes a heading of this level."""
    return markdown.render(text or "", heading_level=int(heading_level))


#: Where views put a form, a formset or the names that a sheet asks about.
_FORMS = ("form", "formset", "names")
#: Where they put lines of a summary that no form has, or the one sentence of a refused day.
_LINES = ("problems", "problem")


@register.simple_tag(takes_context=True)
def error_prefix(context: Context) -> str:
    """Return what the title of every page begins with that says that there is a problem."""
    listed = getattr(context.get("list"), "filters", None)
    forms = [*(context.get(name) for name in _FORMS), getattr(listed, "form", None)]
    wrong = any(context.get(name) for name in _LINES) or any(has_errors(form) for form in forms)
    return "Error: " if wrong else ""


@register.inclusion_tag("govuk/error_summary.html")
def error_summary(*forms: BaseForm | BaseFormSet | None) -> dict[str, Any]:
    """List what is wrong, each line leading to its field."""
    return {"lines": [line for form in forms for line in summary_lines(form)]}


@register.inclusion_tag("components/summary_list.html")
def summary_list(rows: Iterable[Any]) -> dict[str, Any]:
    """Show labels and values; what is missing is said in words."""
    ready = summary_rows(rows)
    return {"rows": ready, "any_change": any(row.change_url for row in ready)}


@register.inclusion_tag("components/compare.html")
def compare(
    mine: str, theirs: str, mine_title: str = "Your text", theirs_title: str = "The saved text"
) -> dict[str, Any]:
    """Show two texts side by side."""
    return {
        "mine": mine,
        "theirs": theirs,
        "mine_title": mine_title,
        "theirs_title": theirs_title,
    }


@register.inclusion_tag("components/refusal.html")
def refusal(sentence: Any) -> dict[str, Any]:
    """Say why a step is not possible now, in place of its button; a Refusal will do as well."""
    return {"sentence": getattr(sentence, "sentence", sentence)}


@register.inclusion_tag("components/empty_state.html")
def empty_state(sentence: str, url: str = "", label: str = "") -> dict[str, Any]:
    """Say what goes here, and how to add the first."""
    return {"sentence": sentence, "url": url, "label": label}


@register.simple_tag
def button_link(url: str, label: str, kind: str = "") -> SafeString:
    """Return a link that looks like a button; kind is "secondary" or "warning"."""
    css = f"govuk-button govuk-button--{kind}" if kind else "govuk-button"
    return format_html(
        '<a href="{}" role="button" draggable="false" class="{}" data-module="govuk-button">{}</a>',
        url,
        css,
        label,
    )


@register.simple_tag
def chart(drawn: SafeString | Drawings, label: str) -> SafeString:
    """Put a chart into a region that scrolls sideways on a narrow screen.

    One that was drawn for a telephone too is shown as that there, and nothing scrolls.
    """
    if isinstance(drawn, Drawings):
        return format_html(
            '<div class="app-chart-wide"><div class="app-scroll" role="region" tabindex="0" '
            'aria-label="{}">{}</div></div><div class="app-chart-narrow">{}</div>',
            label,
            drawn.wide,
            drawn.narrow,
        )
    return format_html(
        '<div class="app-scroll" role="region" tabindex="0" aria-label="{}">{}</div>', label, drawn
    )


@register.simple_tag(takes_context=True)
def page_panels(context: Context, page: str, thing: Any) -> SafeString:
    """Show what other registers have to say on this page."""
    shown = panels.panels_for(page, context["request"], thing)
    return format_html_join("\n", "{}", ((html,) for html in shown))


@register.simple_tag(takes_context=True)
def query_with(context: Context, **changes: Any) -> str:
    """Return this page's query with some parameters changed; an empty one is left out."""
    query = context["request"].GET.copy()
    for name, value in changes.items():
        query.pop(name, None)
        if value not in (None, ""):
            query[name] = str(value)
    return f"?{query.urlencode()}"


@register.simple_tag(takes_context=True)
def govuk_field_view(context: Context, field: BoundField) -> FieldView:
    """Say how a field is shown; used by the form pack."""
    return describe(field, dict(context.flatten()))  # type: ignore[arg-type]


register.filter("filter_fields", filter_fields)


@register.simple_tag
def govuk_choice(choice: Any, hints: Any = None, revealed: Any = None) -> dict[str, Any]:
    """Return the hint of a choice and what it reveals; used by the form pack."""
    value = str(choice.data["value"])
    return {
        "hint": (hints or {}).get(value) if isinstance(hints, dict) else None,
        "revealed": (revealed or {}).get(value) if isinstance(revealed, dict) else None,
    }
