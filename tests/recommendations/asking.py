"""How does a story ask for an extension, endorse it and let a committee decide?"""

from datetime import date
from typing import Any

from govreg.core import clock
from recommendations.models import AgreedAction, ExtensionRequest
from recommendations.services.extensions import (
    Decision,
    Sitting,
    ask_for_extension,
    endorse_extension,
    record_decisions,
)
from tests.partnerships.pages import day
from tests.people import Cast

from .lines import line

REASON = "The consultation with the five districts ends in May."


def sitting(on: date | None = None) -> Sitting:
    """Return the committee's meeting of a day, today unless another is given."""
    return Sitting(
        meeting_on=on or clock.today(), minute_reference="Minute 94", committee="Audit Committee"
    )


def meeting(on: date | None = None) -> dict[str, str]:
    """Return what is typed of the committee's meeting, today unless another day is given."""
    on = on or clock.today()
    return {
        "committee": "Audit Committee",
        **day("meeting_on", on.day, on.month, on.year),
        "minute_reference": "Minute 94",
    }


def the_march_line() -> AgreedAction:
    """Return K07's step of recommendation 4 that is due in March 2008."""
    return line("leeds-2007", "4", "March 2008")


def asked(cast: Cast, action: AgreedAction, printed: str = "June 2030", **given: Any) -> Any:
    """Ask for an extension of an action, as the partnerships officer unless somebody else is."""
    given = {"by": cast.partnerships_officer, "on": clock.today(), "reason": REASON, **given}
    return ask_for_extension(action=action, printed=printed, **given)


def endorsed(cast: Cast, action: AgreedAction, printed: str = "June 2030", **given: Any) -> Any:
    """Ask for an extension and endorse it."""
    request = asked(cast, action, printed, **given)
    on = given.get("on", clock.today())
    return endorse_extension(
        request=request, version=request.version, said="Agreed.", on=on, by=cast.senior_officer
    )


def granted(cast: Cast, action: AgreedAction, printed: str = "June 2030", **given: Any) -> Any:
    """Ask for an extension, endorse it, and let a committee grant it."""
    request = endorsed(cast, action, printed, **given)
    return decided(cast, request, on=given.get("on", clock.today()))


def decided(
    cast: Cast, request: ExtensionRequest, *, granted: bool = True, on: date, **changes: Any
) -> ExtensionRequest:
    """Record what the committee decided of one request."""
    decision = Decision(request, request.version, granted=granted, note="Noted.")
    given = {"sitting": sitting(on), "by": cast.democratic_services, **changes}
    return record_decisions(decisions=[decision], on=on, **given)[0]
