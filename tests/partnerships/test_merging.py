"""Are two records of one organisation made one, and only where it stays clear who is meant?"""

from datetime import timedelta

import pytest
from django.urls import reverse

from govreg.core import clock
from govreg.core.refusals import Refused
from govreg.core.search import index
from partnerships.models import Membership, Organisation
from partnerships.services.memberships import add_member, correct_member, end_member
from partnerships.services.organisations import (
    add_alias,
    add_organisation,
    describe_organisation,
    merge_organisations,
)
from partnerships.services.posts import add_post
from tests.people import Cast, signed_in

from .pages import page, problems, read, send


def organisation(name: str) -> Organisation:
    return Organisation.objects.get(name=name)


def double(cast: Cast) -> Organisation:
    values = {"name": "Employment Service Leeds", "kind": "employment", "sector": "public"}
    return add_organisation(values=values, by=cast.administrator)


def test_a_merge_says_what_will_happen_and_then_does_it(cast: Cast) -> None:
    client = signed_in(cast.administrator)
    duplicate, into = organisation("Jobcentre Plus"), double(cast)
    seats = Membership.objects.filter(organisation=duplicate).count()
    chosen = send(client, "partnerships:choose-merge", duplicate.pk, changes={"into": str(into.pk)})
    assert chosen["Location"] == reverse("partnerships:merge", args=[duplicate.pk, into.pk])
    assert Membership.objects.filter(organisation=duplicate).count() == seats
    confirm = read(client.get(chosen["Location"]))
    assert (
        f"{seats} memberships that name Jobcentre Plus will name Employment Service Leeds."
        in confirm.text
    )
    assert "cannot be taken back" in confirm.text
    done = send(
        client,
        "partnerships:merge",
        duplicate.pk,
        into.pk,
        changes={"reason": "The same body twice."},
    )
    assert done.status_code == 302
    assert Membership.objects.filter(organisation=into).count() == seats
    assert into.aliases.filter(name="Jobcentre Plus").exists()
    old = page(client, "partnerships:organisation", duplicate.pk)
    assert "This record was merged" in old.text
    listed = page(client, "partnerships:organisations", words="jobcentre")
    assert [th.text for th in listed.select("tbody th")] == ["Employment Service Leeds"]
    with pytest.raises(Refused, match="was merged already"):
        merge_organisations(duplicate=duplicate, into=into, by=cast.administrator, reason="Again.")


def test_a_merged_record_is_found_by_its_name_in_the_one_it_became_and_no_longer_changes(
    cast: Cast,
) -> None:
    client = signed_in(cast.administrator)
    duplicate, into = organisation("Jobcentre Plus"), double(cast)
    merge_organisations(duplicate=duplicate, into=into, by=cast.administrator, reason="Doubles.")
    found = index.search("jobcentre plus", user=cast.administrator)
    assert [one.title for one in found if one.kind == "Organisation"] == [into.name]
    for name in ("change-organisation", "add-organisation-name", "choose-merge"):
        address = reverse(f"partnerships:{name}", args=[duplicate.pk])
        for response in (client.get(address), client.post(address, {"reason": "x"})):
            assert response.status_code == 403
            assert f"This record was merged into {into.name}" in read(response).text
    duplicate.refresh_from_db()
    with pytest.raises(Refused, match="Change Employment Service Leeds instead"):
        add_alias(organisation=duplicate, name="The old place", by=cast.administrator)


def test_two_records_that_hold_one_seat_at_one_time_are_not_merged(cast: Cast) -> None:
    client = signed_in(cast.administrator)
    duplicate, into = organisation("Jobcentre Plus"), double(cast)
    seat = Membership.objects.filter(organisation=duplicate).first()
    same = {
        "organisation": into,
        "body": seat.body,
        "representative": seat.representative,
        "post": seat.post,
    }
    second = add_member(partnership=seat.partnership, values=same, by=cast.partnerships_officer)
    reason = {"reason": "The same body twice."}
    refused = send(client, "partnerships:merge", duplicate.pk, into.pk, changes=reason)
    assert f"the same seat at the same time on {seat.body or seat.partnership}" in problems(refused)
    assert "End one of the two memberships there first" in problems(refused)
    today = clock.today()
    end_member(membership=second, end=today, by=cast.partnerships_officer, reason="Doubled.")
    still = send(client, "partnerships:merge", duplicate.pk, into.pk, changes=reason)
    assert problems(still)
    begins = {"start": today + timedelta(days=1)}
    correct_member(
        membership=seat,
        version=seat.version,
        values=begins,
        by=cast.partnerships_officer,
        reason="So.",
    )
    merged = send(client, "partnerships:merge", duplicate.pk, into.pk, changes=reason)
    assert merged.status_code == 302


def test_a_successor_merged_into_its_forerunner_leaves_it_without_a_successor(cast: Cast) -> None:
    duplicate, into = organisation("Jobcentre Plus"), double(cast)
    describe_organisation(
        organisation=into,
        version=into.version,
        values={"successor": duplicate},
        by=cast.administrator,
        reason="A new name.",
    )
    merge_organisations(duplicate=duplicate, into=into, by=cast.administrator, reason="Doubles.")
    into.refresh_from_db()
    assert into.successor is None


def test_two_records_with_a_post_of_one_title_are_not_merged(cast: Cast) -> None:
    client = signed_in(cast.administrator)
    duplicate, into = organisation("Jobcentre Plus"), double(cast)
    for one in (duplicate, into):
        values = {"title": "District manager", "organisation": one, "reports_to": None}
        add_post(values=values, by=cast.administrator)
    response = send(
        client, "partnerships:merge", duplicate.pk, into.pk, changes={"reason": "Doubles."}
    )
    assert "Both have a post or team called District manager" in problems(response)
