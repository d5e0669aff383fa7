"""Which reporting lines does the access matrix turn on?"""

from datetime import date
from typing import Any

from partnerships.models import Organisation, Partnership
from partnerships.services.reporting import add_line, record_report
from tests.people import Cast


def add_to(world: dict[str, list[Any]], cast: Cast) -> None:
    """Have West and the trust report to the Council, each once."""
    by = cast.partnerships_officer
    council = Organisation.objects.get(name="Leeds City Council")
    for key, reference in (("west", "dp-west"), ("trust", "children-leeds")):
        line = add_line(
            partnership=Partnership.objects.get(reference=reference),
            values={"to_organisation": council, "mechanism": "Report", "frequency_months": 3},
            by=by,
        )
        record_report(line=line, values={"day": date(2007, 12, 1), "what": "Progress"}, by=by)
        world[f"{key} line"] = [reference, line.pk]
