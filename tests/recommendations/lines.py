"""Which lines of the Leeds reviews do the stories turn on?"""

from recommendations.models import AgreedAction


def line(reference: str, number: str, printed: str) -> AgreedAction:
    """Return the agreed action of a recommendation with a timescale as printed."""
    found: AgreedAction = AgreedAction.objects.select_related(
        "response__recommendation__review"
    ).get(
        response__recommendation__review__reference=reference,
        response__recommendation__number=number,
        timescale_printed=printed,
    )
    return found


def iscb_plan() -> AgreedAction:
    """Return K07's ISCB line of recommendation 9 that is due in October 2007."""
    return line("leeds-2007", "9", "October 2007")
