"""What does the map of an area's resources add up to, and how small is the partnerships' part?"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.safestring import SafeString

from govreg.core.ui.charts import AmountBar, Segment, amount_bars
from govreg.core.ui.words import money
from partnerships.models import ResourceLine, ResourceMap
from partnerships.rules.contributions import total

KINDS = (
    Segment("partnership", "Partnership resources", "P", "#1d5b96"),
    Segment("mainstream", "Mainstream spending", "M", "#0f7a52"),
)
TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class MapPage:
    """The lines of a map by kind, their sums, and what they say of each other."""

    partnership: list[ResourceLine]
    mainstream: list[ResourceLine]
    partnership_total: Decimal | None
    mainstream_total: Decimal | None
    sentences: list[str]
    chart: SafeString | None


def map_page(thing: ResourceMap) -> MapPage:
    """Return what a map's page shows; parts of a grant are told but not added again."""
    lines = list(thing.lines.all())
    kinds = ResourceLine.Kind
    partnership = [line for line in lines if line.kind != kinds.MAINSTREAM]
    mainstream = [line for line in lines if line.kind == kinds.MAINSTREAM]
    ours = total([line.amount for line in lines if line.kind == kinds.PARTNERSHIP])
    theirs = total([line.amount for line in mainstream])
    said = [
        _against("Partnership resources add up", ours, thing.stated_partnership),
        _against("Mainstream spending adds up", theirs, thing.stated_mainstream),
        share(ours, theirs),
    ]
    return MapPage(
        partnership, mainstream, ours, theirs, [s for s in said if s], _chart(thing, lines)
    )


def _against(what: str, found: Decimal | None, stated: Decimal | None) -> str:
    if stated is None or found is None:
        return ""
    if found == stated:
        return f"{what} to the {money(stated)} that the source states."
    more = "more" if found > stated else "less"
    return (
        f"{what} to {money(found)}, {money(abs(found - stated))} {more} than the "
        f"{money(stated)} that the source states."
    )


def share(ours: Decimal | None, theirs: Decimal | None) -> str:
    """Say how large the partnerships' part is beside the mainstream, in per cent to one place."""
    if ours is None or not theirs:
        return ""
    per_cent = (ours * 100 / theirs).quantize(TENTH, ROUND_HALF_UP)
    return f"The partnerships’ {money(ours)} are {per_cent} % of the mainstream’s {money(theirs)}."


def _chart(thing: ResourceMap, lines: list[ResourceLine]) -> SafeString | None:
    drawn = [line for line in lines if line.kind != ResourceLine.Kind.PART]
    if not drawn:
        return None
    bars = [AmountBar(line.holder, line.amount, line.kind) for line in drawn]
    title = f"Resources of {thing.area}"
    return amount_bars(bars, kinds=KINDS, title=title, chart_id=f"resources-{thing.pk}")
