"""Which extensions and closures can a story add one by one, and which pages list them?"""

from typing import Any

from govreg.core import clock
from govreg.core.council.definitions import CLOSURE_COMMITTEE
from govreg.core.council.settings import decide
from partnerships.models import Post
from recommendations.models import AgreedAction
from recommendations.services.actions import agree_action, understood
from recommendations.services.claims import claim_completion
from recommendations.services.closure import verify
from recommendations.services.progress import submit_update
from tests import uploads
from tests.people import Cast
from tests.recommendations.asking import asked, endorsed, granted
from tests.recommendations.lines import iscb_plan


def new_action(cast: Cast, i: int) -> AgreedAction:
    return agree_action(
        response=iscb_plan().response,
        text=f"Grown {i}",
        timescale=understood("December 2007"),
        owners=[cast.owner, *Post.objects.order_by("pk")[i : i + 1]],
        by=cast.partnerships_officer,
    )


def asker(cast: Cast, i: int) -> Any:
    return (cast.owner, cast.partnerships_officer)[i % 2]


def extension_asked(cast: Cast, i: int) -> None:
    asked(cast, new_action(cast, i), by=asker(cast, i), reason=f"Grown {i}")


def extension_endorsed(cast: Cast, i: int) -> None:
    endorsed(cast, new_action(cast, i), by=asker(cast, i), reason=f"Grown {i}")


def extension_granted(cast: Cast, i: int) -> None:
    granted(cast, new_action(cast, i), by=asker(cast, i), reason=f"Grown {i}")


def extension_again(cast: Cast, i: int) -> None:
    action = AgreedAction.objects.filter(text="Grown 0").first() or new_action(cast, 0)
    granted(cast, action, f"30 June {2030 + i}", by=asker(cast, i))


def closure_proposed(cast: Cast, i: int) -> None:
    if not i:
        decide(
            name=CLOSURE_COMMITTEE,
            value=1,
            start=clock.today(),
            by=cast.administrator,
            reason="Standing orders",
        )
    action, on = new_action(cast, i), clock.today()
    by = (cast.owner, cast.lead_officer)[i % 2]
    values = {"rating": "complete", "narrative": f"Grown {i}", "reason": ""}
    submit_update(action=action, values=values, on=on, by=by, uploads=[uploads.pdf(f"{i}.pdf")])
    claim_completion(action=action, statement=f"Grown {i}", on=on, by=by)
    action = AgreedAction.objects.select_related("response__recommendation__review").get(
        pk=action.pk
    )
    verify(
        action=action,
        version=action.version,
        result="implemented",
        note=f"Grown {i}",
        on=on,
        by=cast.auditor,
    )


def extended() -> int:
    return AgreedAction.objects.get(text="Grown 0").pk


NINE = "/recommendations/leeds-2007/9/"
GROWING = [
    (
        extension_asked,
        [
            ("senior_officer", "/extensions/to-endorse/"),
            ("senior_officer", "/"),
            ("senior_officer", "/digest/"),
            ("owner", "/extensions/"),
        ],
    ),
    (
        extension_endorsed,
        [
            ("democratic_services", "/extensions/to-decide/"),
            ("democratic_services", "/digest/"),
            ("partnerships_officer", "/"),
        ],
    ),
    (
        closure_proposed,
        [
            ("democratic_services", "/actions/closures/"),
            ("democratic_services", "/digest/"),
            ("auditor", "/actions/?state=proposed"),
        ],
    ),
    (
        extension_granted,
        [
            ("auditor", "/extensions/?state=granted&words=Grown&export=csv"),
            ("auditor", "/actions/?extension=granted&words=Grown"),
            ("scrutiny_member", "/actions/?sort=-extensions&words=Grown&export=csv"),
            ("lead_officer", NINE),
        ],
    ),
    (
        extension_again,
        [
            ("auditor", "/actions/{extended}/"),
            ("auditor", "/history/?words=Granted+an+extension"),
        ],
    ),
]
