"""What did the review of 2007 find of the risk registers of the trust's components?"""

from datetime import date
from typing import Any

from partnerships.models import Body, Partnership
from partnerships.services.risks import state_register

from .partnerships import partnership_rows

#: The day on which the review was issued; what it says of the registers is as at that day.
FOUND_ON = date(2007, 11, 1)
NOTES = {
    "none": "Risks had not been examined formally (review of 2007, section 6.4).",
    "kept": "Review of 2007, section 6.4 and the responses to recommendation 9.",
}


def enter_register_states(*, by: Any) -> None:
    """Record the state of each component's register; one that the review leaves out too."""
    for row in partnership_rows():
        for body in row["bodies"]:
            if "risk_register" not in body:
                continue
            state = body["risk_register"] or "not-stated"
            partnership = Partnership.objects.select_related("scope").get(
                reference=row["reference"]
            )
            state_register(
                partnership=partnership,
                values={
                    "body": Body.objects.get(partnership=partnership, name=body["name"]),
                    "day": FOUND_ON,
                    "state": state,
                    "note": NOTES.get(state, ""),
                },
                by=by,
            )
