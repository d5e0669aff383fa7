"""Which required members and interests can a story add one by one?"""

from datetime import date, timedelta

from partnerships.models import Organisation, Partnership, Post
from partnerships.services.chairs import record_chair
from partnerships.services.interests import declare_interest
from partnerships.services.memberships import add_member
from partnerships.services.partnerships import describe_partnership
from partnerships.services.statutory_members import add_required_member
from tests.people import Cast

from . import growing


def required_member(cast: Cast, i: int) -> None:
    kinds = ["nhs-trust", "foundation-trust", "fire", "housing", "business", "voluntary"]
    values = {
        "statutory_kind": "childrens-trust",
        "organisation_kind": kinds[i % 6],
        "as_post": f"Grown {i}",
        "start": date(2006, 1, 1),
        "basis": f"Grown {i}",
    }
    add_required_member(values=values, by=cast.administrator)


def statutory_partnership(cast: Cast, i: int) -> None:
    growing.partnership(cast, i)
    made = Partnership.objects.get(reference=f"grown-{i}")
    describe_partnership(
        partnership=made,
        version=made.version,
        values={"statutory_kind": "childrens-trust"},
        by=cast.partnerships_officer,
        reason="",
    )


def chair(cast: Cast, i: int) -> None:
    values = {"kind": "leader", "start": date(2006, 1, 1) + timedelta(days=i), "scrutinised": True}
    record_chair(body=growing.first_body(), values=values, by=cast.partnerships_officer)


def interest(cast: Cast, i: int) -> None:
    body = growing.body_of(cast, i)
    values = {
        "body": body,
        "organisation": Organisation.objects.order_by("pk")[i],
        "post": Post.objects.order_by("pk")[i],
    }
    by = cast.partnerships_officer
    seat = add_member(partnership=body.partnership, values=values, by=by)
    declared = {
        "membership": seat,
        "text": f"Grown {i}",
        "declared_on": date(2007, 9, 5),
        "handling": "noted",
        "exempt": bool(i % 2),
        "exempt_paragraph": "3" if i % 2 else "",
    }
    declare_interest(partnership=body.partnership, values=declared, by=by)
