"""Can an area manager keep the members of the own area's partnership, and nobody else's?"""

from datetime import date

import pytest
from django.urls import reverse

from partnerships.models import Membership, Organisation, Partnership
from tests.people import Cast, signed_in

from .pages import day, filled_in, page, problems, read, send

WEST = "dp-west"


def west() -> Partnership:
    return Partnership.objects.get(reference=WEST)


def executive_group():
    return west().bodies.get(name="Executive group")


def jobcentre_plus() -> Organisation:
    return Organisation.objects.get(name="Jobcentre Plus")


def joining(**changes: str) -> dict[str, str]:
    return {
        "organisation": str(jobcentre_plus().pk),
        "body": str(executive_group().pk),
        "representative": "District manager",
        **day("start", 1, 4, 2006),
        **changes,
    }


def seats():
    return Membership.objects.filter(partnership=west(), organisation=jobcentre_plus())


def test_the_area_manager_of_west_adds_jobcentre_plus_from_a_day(cast: Cast) -> None:
    client = signed_in(cast.area_manager_west)
    response = send(client, "partnerships:add-member", WEST, changes=joining())
    seat = seats().get()
    assert response.status_code == 302
    assert response["Location"] == seat.get_absolute_url()
    assert seat.start == date(2006, 4, 1)
    shown = read(client.get(response["Location"]))
    assert "Jobcentre Plus was added as a member." in shown.find(role="alert").text
    assert "1 April 2006" in shown.find("dl").text
    assert "Jobcentre Plus" in page(client, "partnerships:members", WEST).find("table").text
    overview = page(client, "partnerships:partnership", WEST).text
    assert "10 member organisations" in overview
    changes = page(client, "history:record", "partnerships.body", executive_group().pk)
    assert "Added a member" in changes.text


def test_the_area_manager_of_east_finds_no_such_partnership(cast: Cast) -> None:
    client = signed_in(cast.area_manager_east)
    seat = west().memberships.first()
    for name, args in [
        ("partnership", [WEST]),
        ("members", [WEST]),
        ("add-member", [WEST]),
        ("add-several-members", [WEST]),
        ("body", [WEST, executive_group().pk]),
        ("member", [WEST, seat.pk]),
        ("end-member", [WEST, seat.pk]),
    ]:
        assert client.get(reverse(f"partnerships:{name}", args=args)).status_code == 404, name
    address = reverse("partnerships:add-member", args=[WEST])
    assert client.post(address, joining()).status_code == 404
    assert not seats().exists()


def test_a_seat_of_another_partnership_is_not_found_under_this_one(cast: Cast) -> None:
    seat = Membership.objects.filter(partnership__reference="dp-east").first()
    client = signed_in(cast.area_manager_west)
    address = reverse("partnerships:end-member", args=[WEST, seat.pk])
    assert client.get(address).status_code == 404


def test_the_auditor_reads_the_members_but_keeps_none(cast: Cast) -> None:
    client = signed_in(cast.auditor)
    assert "Add a member" not in page(client, "partnerships:members", WEST).text
    response = client.post(reverse("partnerships:add-member", args=[WEST]), joining())
    assert response.status_code == 403
    assert not seats().exists()


def test_somebody_who_keeps_west_only_may_read_east_but_is_told_who_keeps_it(cast: Cast) -> None:
    from govreg.core.accounts.services.users import grant_role

    manager = cast.area_manager_west
    grant_role(user=manager, role="scrutiny-member", scope=None, by=cast.administrator)
    client = signed_in(manager)
    assert client.get(reverse("partnerships:partnership", args=["dp-east"])).status_code == 200
    response = client.get(reverse("partnerships:add-member", args=["dp-east"]))
    assert response.status_code == 403
    assert (
        "may read this partnership’s bodies and members but not change them" in read(response).text
    )


def test_sending_the_form_twice_saves_once(cast: Cast) -> None:
    client = signed_in(cast.area_manager_west)
    address = reverse("partnerships:add-member", args=[WEST])
    typed = {**filled_in(page(client, "partnerships:add-member", WEST)), **joining()}
    client.post(address, typed)
    again = client.post(address, {**typed, "representative": "Somebody else’s post"}, follow=True)
    assert seats().count() == 1
    assert "already saved" in read(again).text


def test_an_overlapping_membership_is_refused_with_the_rules_sentence(cast: Cast) -> None:
    client = signed_in(cast.area_manager_west)
    send(client, "partnerships:add-member", WEST, changes=joining())
    response = send(
        client, "partnerships:add-member", WEST, changes=joining(**day("start", 1, 9, 2007))
    )
    assert response.status_code == 200
    assert "already holds this seat for part of that time" in problems(response)
    assert filled_in(read(response))["representative"] == "District manager"
    assert seats().count() == 1


def test_a_membership_ends_on_a_day_for_a_reason_and_stays_readable(cast: Cast) -> None:
    client = signed_in(cast.area_manager_west)
    send(client, "partnerships:add-member", WEST, changes=joining())
    seat = seats().get()
    end = {**day("end", 31, 3, 2008), "reason": "The office closed."}
    response = send(client, "partnerships:end-member", WEST, seat.pk, changes=end)
    assert response.status_code == 302
    assert seats().get().end == date(2008, 3, 31)
    former = page(client, "partnerships:members", WEST, standing="former")
    assert "Jobcentre Plus" in former.find("table").text
    again = send(client, "partnerships:end-member", WEST, seat.pk, changes=end)
    assert "already ended on 31 March 2008" in problems(again)


def test_a_membership_cannot_end_before_it_began(cast: Cast) -> None:
    client = signed_in(cast.area_manager_west)
    send(client, "partnerships:add-member", WEST, changes=joining())
    seat = seats().get()
    early = {**day("end", 31, 3, 2006), "reason": "A slip."}
    response = send(client, "partnerships:end-member", WEST, seat.pk, changes=early)
    assert "last day cannot be before the first day" in problems(response)
    assert seats().get().end is None


def test_a_conflict_shows_both_texts_and_loses_nothing(cast: Cast) -> None:
    client, officer = signed_in(cast.area_manager_west), signed_in(cast.partnerships_officer)
    send(client, "partnerships:add-member", WEST, changes=joining())
    seat = seats().get()
    address = reverse("partnerships:correct-member", args=[WEST, seat.pk])
    mine = filled_in(page(client, "partnerships:correct-member", WEST, seat.pk))
    send(
        officer,
        "partnerships:correct-member",
        WEST,
        seat.pk,
        changes={"representative": "Partnership manager", "reason": "Told by telephone."},
    )
    response = client.post(
        address, {**mine, "representative": "Area director", "reason": "From the minutes."}
    )
    assert response.status_code == 409
    shown = read(response)
    sides = [side.text.strip() for side in shown.find_all(class_="app-compare__text")]
    assert sides == ["Area director", "Partnership manager"]
    assert cast.partnerships_officer.name in shown.text
    kept = filled_in(shown)
    assert (kept["representative"], kept["reason"]) == ("Area director", "From the minutes.")
    assert client.post(address, kept).status_code == 302
    assert seats().get().representative == "Area director"


def several(**rows: dict[str, str]) -> dict[str, str]:
    return {
        f"form-{number[1:]}-{name}": v for number, row in rows.items() for name, v in row.items()
    }


def test_a_whole_board_is_entered_on_one_page(cast: Cast) -> None:
    client = signed_in(cast.area_manager_west)
    names = ["Jobcentre Plus", "Local employers and businesses", "Further and higher education"]
    ids = [str(Organisation.objects.get(name=name).pk) for name in names]
    before = west().memberships.count()
    changes = {
        "body": str(executive_group().pk),
        **day("start", 1, 4, 2006),
        **several(
            r0={"organisation": ids[0], "representative": "District manager"},
            r2={"organisation": ids[1], "role": "observer"},
            r4={"organisation": ids[2]},
        ),
    }
    response = send(client, "partnerships:add-several-members", WEST, changes=changes)
    assert response.status_code == 302
    added = west().memberships.filter(start=date(2006, 4, 1))
    assert {seat.organisation.name for seat in added} == set(names)
    assert west().memberships.count() == before + 3
    assert added.get(role="observer").organisation.name == names[1]
    assert "3 members were added." in read(client.get(response["Location"])).text
    again = client.post(reverse("partnerships:add-several-members", args=[WEST]), changes)
    assert again.status_code == 200


def test_of_several_members_all_are_saved_or_none(cast: Cast) -> None:
    client = signed_in(cast.area_manager_west)
    before = west().memberships.count()
    taken = Organisation.objects.get(name="Education Leeds")
    changes = {
        "body": str(executive_group().pk),
        **several(
            r0={"organisation": str(jobcentre_plus().pk)}, r1={"organisation": str(taken.pk)}
        ),
    }
    response = send(client, "partnerships:add-several-members", WEST, changes=changes)
    assert "Education Leeds: This organisation already holds this seat" in problems(response)
    assert west().memberships.count() == before
    nobody = send(client, "partnerships:add-several-members", WEST)
    assert "Choose at least one organisation" in problems(nobody)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (day("start", 1, 4, "9" * 30), "must have a year of 4 numbers"),
        (day("start", "9" * 30, 4, 2006), "must be a real date"),
        (day("start", "", 4, 2006), "must include a day"),
        ({"representative": "a\x00b"}, "Post that represents it"),
        ({"representative": "x" * 100_000}, "200 characters or fewer"),
        ({"organisation": "9" * 30}, "Organisation"),
        ({"organisation": "nonsense"}, "Organisation"),
        ({"body": "' OR 1=1"}, "Body"),
        ({"role": "king"}, "Role"),
    ],
)
def test_bad_input_is_refused_with_a_sentence(
    cast: Cast, typed: dict[str, str], sentence: str
) -> None:
    client = signed_in(cast.area_manager_west)
    response = send(client, "partnerships:add-member", WEST, changes=joining(**typed))
    assert response.status_code == 200
    assert sentence.lower() in problems(response).lower()
    assert not seats().exists()


def test_a_body_of_another_partnership_is_not_offered(cast: Cast) -> None:
    stranger = Partnership.objects.get(reference="dp-east").bodies.first()
    client = signed_in(cast.area_manager_west)
    response = send(client, "partnerships:add-member", WEST, changes=joining(body=str(stranger.pk)))
    assert response.status_code == 200
    assert not seats().exists()


def test_emoji_and_right_to_left_text_come_back_as_they_went(cast: Cast) -> None:
    client = signed_in(cast.area_manager_west)
    title = "מנהל אזור 🏛️"
    send(client, "partnerships:add-member", WEST, changes=joining(representative=title))
    assert seats().get().representative == title
    assert title in page(client, "partnerships:member", WEST, seats().get().pk).text
