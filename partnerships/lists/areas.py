"""What does a person scan in the list of areas?"""

from govreg.core.ui.addresses import address_of
from govreg.core.ui.lists import Column, RegisterList
from govreg.core.ui.lists.cells import link
from partnerships.models import Area


def _change(area: Area) -> str:
    return address_of("partnerships:change-area", area.pk)


class AreaList(RegisterList):
    """Every area for which figures are known."""

    columns = [
        Column("Area", "name", sort="name"),
        Column("Sort", lambda row: row.get_kind_display(), sort="kind"),
        Column("Place", "position", sort=("position", "name"), numeric=True),
        Column(
            "Figures",
            lambda row: "Closed: none are entered any more" if row.is_closed else "Entered",
            sort="is_closed",
        ),
    ]
    order = "place"
    noun = ("area", "areas")
    caption = "Areas"
    empty = (
        "Areas are what figures are compared between: districts, wards or communities. Add the "
        "first, then enter figures for it from an indicator’s page."
    )


class KeptAreaList(AreaList):
    """The same for those who keep them."""

    columns = [
        Column(
            "Area",
            "name",
            sort="name",
            cell=lambda row: link(_change(row), row.name),
        ),
        *AreaList.columns[1:],
    ]
