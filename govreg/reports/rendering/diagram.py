"""How is the structure of a partnership drawn?"""

from django.utils.safestring import SafeString, mark_safe

from govreg.core.ui.charts import Node, structure_tree
from govreg.core.ui.charts.drawing import FONTS
from govreg.reports.documents.parts import Component, Structure

#: On paper the drawing is set in the typeface of the report, which is embedded.
PAPER_FONTS = "Source Sans 3, Source Sans 3 Extended"


def diagram(structure: Structure, *, on_paper: bool = False) -> SafeString:
    """Return the drawing, with its description in words."""
    root = Node(
        name=structure.partnership,
        kind=structure.kind,
        children=[_node(one) for one in structure.components],
    )
    drawn = structure_tree(
        root, title=f"Structure of {structure.partnership}", chart_id="structure-of-partnership"
    )
    if not on_paper:
        return drawn
    return mark_safe(str(drawn).replace(FONTS, PAPER_FONTS))  # noqa: S308 - drawn and escaped above


def _node(component: Component) -> Node:
    known = [component.local_term, component.layer.lower() and f"{component.layer} layer"]
    words = [word for word in known if word and word != component.name]
    return Node(
        name=component.name,
        kind=", ".join(words),
        children=[_node(one) for one in component.components],
    )


def all_components(components: tuple[Component, ...]) -> list[Component]:
    """Return every component, each followed by those inside it."""
    return [
        found
        for component in components
        for found in (component, *all_components(component.components))
    ]
