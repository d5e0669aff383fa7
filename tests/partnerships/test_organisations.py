"""Does an administrator keep organisations, posts and teams, and everybody else read them?"""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from govreg.core.search import index
from partnerships.models import Membership, Organisation, OrganisationAlias, Post, PostHolding, Team
from partnerships.services.organisations import add_organisation
from partnerships.services.posts import add_post
from partnerships.services.teams import add_team
from tests.people import Cast, signed_in

from .pages import day, filled_in, page, problems, read, send


def organisation(name: str) -> Organisation:
    return Organisation.objects.get(name=name)


def test_an_area_manager_reads_an_organisation_and_the_own_areas_seats_only(cast: Cast) -> None:
    police = organisation("West Yorkshire Police")
    seats = "Seats"
    mine = page(signed_in(cast.area_manager_west), "partnerships:organisation", police.pk)
    assert len(mine.find(attrs={"aria-label": seats}).select("tbody tr")) == 1
    every = page(signed_in(cast.auditor), "partnerships:organisation", police.pk)
    everywhere = Membership.objects.filter(organisation=police).count()
    assert len(every.find(attrs={"aria-label": seats}).select("tbody tr")) == everywhere > 1
    assert "Merge" not in mine.text


def test_only_an_administrator_keeps_organisations(cast: Cast) -> None:
    police = organisation("West Yorkshire Police")
    for person in (cast.partnerships_officer, cast.area_manager_west, cast.auditor, cast.owner):
        client = signed_in(person)
        for name, args in [
            ("add-organisation", []),
            ("change-organisation", [police.pk]),
            ("merge", [police.pk, organisation("Education Leeds").pk]),
            ("add-post", []),
            ("add-team", []),
        ]:
            address = reverse(f"partnerships:{name}", args=args)
            assert client.get(address).status_code == 403
            assert client.post(address, {"name": "x", "reason": "x"}).status_code == 403


def test_an_organisation_is_added_once_under_its_name_and_its_other_names(cast: Cast) -> None:
    client = signed_in(cast.administrator)
    typed = {"name": "Young People’s Assembly", "kind": "voluntary", "sector": "service-user"}
    assert send(client, "partnerships:add-organisation", changes=typed).status_code == 302
    added = organisation("Young People’s Assembly")
    send(client, "partnerships:add-organisation-name", added.pk, changes={"name": "Zebra Voices"})
    taken = send(client, "partnerships:add-organisation", changes={**typed, "name": "zebra voices"})
    assert "is already recorded, as Young People’s Assembly" in problems(taken)
    assert [found.title for found in index.search("zebra voices", user=cast.auditor)] == [
        "Young People’s Assembly"
    ]
    alias = OrganisationAlias.objects.get(name="Zebra Voices")
    reason = {"reason": "A mistake."}
    send(client, "partnerships:remove-organisation-name", added.pk, alias.pk, changes=reason)
    assert not OrganisationAlias.objects.filter(name="Zebra Voices").exists()
    backwards = {**day("active_from", 2, 1, 2007), **day("active_to", 1, 1, 2007)}
    refused = send(
        client,
        "partnerships:change-organisation",
        added.pk,
        changes={**backwards, **reason},
    )
    assert "last day cannot be before" in problems(refused)


def test_a_post_reports_to_another_and_never_in_a_circle(cast: Cast) -> None:
    client = signed_in(cast.administrator)
    send(client, "partnerships:add-post", changes={"title": "Head of area management"})
    head = Post.objects.get(title="Head of area management")
    west = Post.objects.get(title="Area Manager (West)")
    reason = {"reason": "As on the chart."}
    changes = {"reports_to": str(head.pk), **reason}
    assert send(client, "partnerships:change-post", west.pk, changes=changes).status_code == 302
    assert (
        "Area Manager (West)"
        in page(client, "partnerships:post", head.pk).find("ul", class_="govuk-list--bullet").text
    )
    circle = {"reports_to": str(west.pk), **reason}
    refused = send(client, "partnerships:change-post", head.pk, changes=circle)
    assert "cannot stand under one of its own parts" in problems(refused)
    values = {"title": "area manager (west)", "organisation": str(west.organisation_id or "")}
    twice = send(client, "partnerships:add-post", changes=values)
    assert "There is already a post" in problems(twice)


def test_somebody_is_appointed_and_leaves(cast: Cast) -> None:
    client = signed_in(cast.administrator)
    post = Post.objects.get(title="Area Manager (South)")
    typed = {"user": str(cast.owner.pk), **day("start", 1, 4, 2007)}
    assert send(client, "partnerships:appoint", post.pk, changes=typed).status_code == 302
    holding = PostHolding.objects.get(post=post, user=cast.owner)
    again = send(client, "partnerships:appoint", post.pk, changes=typed)
    assert problems(again)
    end = {**day("end", 31, 12, 2007), "reason": "Moved on."}
    ended = send(client, "partnerships:end-holding", post.pk, holding.pk, changes=end)
    assert ended.status_code == 302
    holding.refresh_from_db()
    assert holding.end == date(2007, 12, 31)
    assert "Moved on." in page(client, "history:record", "partnerships.post", post.pk).text


def test_a_team_is_kept(cast: Cast) -> None:
    client = signed_in(cast.administrator)
    assert send(client, "partnerships:add-team", changes={"name": "Rapid team"}).status_code == 302
    team = Team.objects.get(name="Rapid team")
    assert "Nobody is recorded in this team" in page(client, "partnerships:team", team.pk).text
    typed = {"user": str(cast.owner.pk), **day("start", 1, 4, 2007)}
    assert send(client, "partnerships:join-team", team.pk, changes=typed).status_code == 302
    membership = team.memberships.get()
    left = {**day("end", 1, 5, 2007), "reason": "Done."}
    assert (
        send(client, "partnerships:leave-team", team.pk, membership.pk, changes=left).status_code
        == 302
    )
    renamed = {"name": "Quick team", "reason": "Their wish."}
    assert send(client, "partnerships:change-team", team.pk, changes=renamed).status_code == 302
    assert "Their wish." in page(client, "history:record", "partnerships.team", team.pk).text


def test_two_administrators_change_one_organisation(cast: Cast) -> None:
    client = signed_in(cast.administrator)
    police = organisation("West Yorkshire Police")
    mine = filled_in(page(client, "partnerships:change-organisation", police.pk))
    theirs = {"sector": "private", "reason": "A slip."}
    send(client, "partnerships:change-organisation", police.pk, changes=theirs)
    address = reverse("partnerships:change-organisation", args=[police.pk])
    response = client.post(address, {**mine, "reason": "Mine."})
    assert response.status_code == 409
    sides = [s.text.strip() for s in read(response).find_all(class_="app-compare__text")]
    assert sides == ["Public", "Private"]


@pytest.mark.parametrize("name", ["organisations", "posts", "teams", "members"])
def test_the_queries_of_a_list_do_not_grow_with_its_rows(cast: Cast, name: str) -> None:
    client = signed_in(cast.administrator)
    args = ["dp-west"] if name == "members" else []
    address = reverse(f"partnerships:{name}", args=args)
    add = {
        "organisations": _more_organisations,
        "posts": _more_posts,
        "teams": _more_teams,
        "members": _more_members,
    }[name]

    def queries() -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        return len(captured)

    add(cast, range(3))
    few = queries()
    add(cast, range(3, 12))
    assert queries() == few


def _more_organisations(cast: Cast, numbers: range) -> None:
    for n in numbers:
        values = {"name": f"Aaa {n}", "kind": "other", "sector": "public"}
        add_organisation(values=values, by=cast.administrator)


def _more_posts(cast: Cast, numbers: range) -> None:
    from partnerships.services.posts import appoint

    above = Post.objects.first()
    for n in numbers:
        values = {"title": f"Aaa {n}", "organisation": above.organisation, "reports_to": above}
        post = add_post(values=values, by=cast.administrator)
        appoint(post=post, user=cast.owner, start=None, by=cast.administrator)


def _more_teams(cast: Cast, numbers: range) -> None:
    for n in numbers:
        values = {"name": f"Aaa {n}", "organisation": Organisation.objects.first()}
        add_team(values=values, by=cast.administrator)


def _more_members(cast: Cast, numbers: range) -> None:
    from partnerships.models import Partnership
    from partnerships.services.memberships import add_member

    west = Partnership.objects.get(reference="dp-west")
    body, post = west.bodies.first(), Post.objects.first()
    for n in numbers:
        values = {
            "organisation": Organisation.objects.all()[n],
            "body": body,
            "post": post,
            "representative": f"Deputy {n}",
        }
        add_member(partnership=west, values=values, by=cast.partnerships_officer)
