"""How are strategic frameworks kept, and contributions to their themes stated?"""

from collections.abc import Mapping
from typing import Any

from govreg.core import clock
from govreg.core.access import Permission
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import enforce
from partnerships.models import Partnership, StrategicFramework, StrategicTheme, ThemeContribution
from partnerships.rules import alignment as rules
from partnerships.rules.membership import refusal_of_period

from .allowed import enforce_keeping

FRAMEWORK = ("name", "kind", "period", "start", "end", "note")
THEME = ("kind", "name", "position")
STATEMENT = ("day", "contributes", "vision", "priorities", "actions")
SAID = ("vision", "priorities", "actions")


def keeps_frameworks(by: Any) -> bool:
    """Say whether a person keeps the council's frameworks; the register's own commands may."""
    return (
        by is None
        or by.may(Permission.ADMINISTER_REFERENCE)
        or by.may(Permission.KEEP_PARTNERSHIPS)
    )


def add_framework(*, values: Mapping[str, Any], by: Any, reason: str = "") -> StrategicFramework:
    """Add a strategy that partnerships are to serve."""
    with change(verb="Added a strategic framework", by=by, reason=reason):
        return _framework(StrategicFramework(), values, by=by)


def describe_framework(
    *, framework: StrategicFramework, version: int, values: Mapping[str, Any], by: Any, reason: str
) -> StrategicFramework:
    """Change what is said of a framework."""
    with change(verb="Changed a strategic framework", by=by, reason=reason):
        framework = locked(StrategicFramework, framework.pk, version=version)
        return _framework(framework, values, by=by)


def add_theme(
    *, framework: StrategicFramework, values: Mapping[str, Any], by: Any, reason: str = ""
) -> StrategicTheme:
    """Add an aim, a theme or an outcome to a framework."""
    with change(verb="Added a strategic theme", by=by, reason=reason):
        return _theme(StrategicTheme(framework=framework), values, by=by)


def describe_theme(
    *, theme: StrategicTheme, version: int, values: Mapping[str, Any], by: Any, reason: str
) -> StrategicTheme:
    """Change what a theme is called or where it stands."""
    framework = theme.framework
    with change(verb="Changed a strategic theme", by=by, reason=reason):
        theme = locked(StrategicTheme, theme.pk, version=version)
        theme.framework = framework
        return _theme(theme, values, by=by)


def state_contribution(
    *,
    partnership: Partnership,
    theme: StrategicTheme,
    values: Mapping[str, Any],
    by: Any,
    reason: str = "",
) -> ThemeContribution:
    """State what a partnership contributes to a theme. Earlier statements stay."""
    with change(
        verb="Stated a contribution to a theme", by=by, reason=reason, scope=partnership.scope
    ):
        enforce_keeping(partnership, by=by)
        statement = ThemeContribution(partnership=partnership, theme=theme)
        put(statement, values, allowed=STATEMENT)
        said = any(getattr(statement, name) for name in SAID)
        enforce(rules.refusal_of_statement(contributes=statement.contributes, said=said))
        before = ThemeContribution.objects.filter(partnership=partnership, theme=theme)
        last = before.order_by("-day").values_list("day", flat=True).first()
        enforce(rules.refusal_of_day(day=statement.day, today=clock.today(), last=last))
        statement.save()
    return statement


def _framework(
    framework: StrategicFramework, values: Mapping[str, Any], *, by: Any
) -> StrategicFramework:
    enforce(rules.refusal_to_keep_frameworks(may_keep=keeps_frameworks(by)))
    put(framework, values, allowed=FRAMEWORK)
    same = StrategicFramework.objects.filter(name__iexact=framework.name).exclude(pk=framework.pk)
    enforce(rules.refusal_of_name(name=framework.name, is_taken=same.exists()))
    enforce(refusal_of_period(start=framework.start, end=framework.end))
    framework.save()
    return framework


def _theme(theme: StrategicTheme, values: Mapping[str, Any], *, by: Any) -> StrategicTheme:
    enforce(rules.refusal_to_keep_frameworks(may_keep=keeps_frameworks(by)))
    put(theme, values, allowed=THEME)
    same = StrategicTheme.objects.filter(
        framework=theme.framework, kind=theme.kind, name__iexact=theme.name
    ).exclude(pk=theme.pk)
    enforce(rules.refusal_of_name(name=theme.name, is_taken=same.exists()))
    theme.save()
    return theme
