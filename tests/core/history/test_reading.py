"""Can anybody entitled read what changed, and what was true at a past moment?"""

from datetime import UTC, date, datetime

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from govreg.core import clock
from govreg.core.history import triggers
from govreg.core.history.as_at import objects_at
from govreg.core.history.change import change
from govreg.core.history.models import ChangeSet, Seal
from govreg.core.history.seal import seal_history, verify_history
from partnerships.models import Partnership
from partnerships.services.partnerships import describe_partnership
from recommendations.models import Recommendation
from tests.people import signed_in

pytestmark = pytest.mark.django_db


def west() -> Partnership:
    return Partnership.objects.get(reference="dp-west")


def describe(by, area: str, reason: str = "The wedge was drawn again") -> Partnership:
    thing = west()
    return describe_partnership(
        partnership=thing, version=thing.version, values={"area": area}, by=by, reason=reason
    )


def test_a_change_reads_who_when_from_what_to_what_and_why(cast):
    describe(cast.partnerships_officer, "Armley and Bramley")
    thing = west()
    address = f"/history/partnerships.partnership/{thing.pk}/"
    content = signed_in(cast.area_manager_west).get(address).content.decode()
    for words in ("Partnerships Officer", "Area covered", "Armley and Bramley", "drawn again"):
        assert words in content
    assert "West wedge of Leeds" in content


def test_the_history_of_what_one_may_not_see_is_a_404(cast):
    address = f"/history/partnerships.partnership/{west().pk}/"
    assert signed_in(cast.area_manager_east).get(address).status_code == 404


def test_the_registers_history_shows_only_what_its_reader_may_see(cast):
    describe(cast.partnerships_officer, "Armley")
    assert "Armley" in signed_in(cast.auditor).get("/history/").content.decode()
    east = signed_in(cast.area_manager_east)
    assert "Armley" not in east.get("/history/?words=partnership").content.decode()


def test_the_registers_history_is_narrowed_by_who_what_and_when(cast):
    describe(cast.partnerships_officer, "Armley")
    client = signed_in(cast.auditor)
    today = clock.today()
    day = f"after_day={today.day}&after_month={today.month}&after_year={today.year}"
    narrowed = client.get(f"/history/?who={cast.partnerships_officer.pk}&{day}").content.decode()
    assert narrowed.count("app-timeline__entry") == 1
    nobodys = client.get(f"/history/?who={cast.auditor.pk}&{day}").content.decode()
    assert "No changes match" in nobodys
    assert client.get("/history/?after_day=x&after_year=99999999999999999999999999999999")


def test_as_at_gives_what_was_known_then_and_no_object_twice(cast):
    morning = datetime(2008, 2, 1, 9, tzinfo=UTC)
    with clock.set_to(morning):
        describe(cast.partnerships_officer, "First")
        describe(cast.partnerships_officer, "Second of the same moment")
    describe(cast.partnerships_officer, "Today's")

    def area(moment):
        found = [p for p in objects_at(Partnership, moment) if p.reference == "dp-west"]
        assert len(found) == 1
        return found[0].area

    assert area(morning) == "Second of the same moment"
    assert area(clock.end_of(date(2007, 12, 31))).startswith("West wedge")
    assert area(timezone.now()) == "Today's"


def test_the_register_of_1_october_2007_knows_the_trust_and_the_day_before_does_not():
    known = {p.reference for p in objects_at(Partnership, clock.end_of(date(2007, 10, 1)))}
    earlier = {p.reference for p in objects_at(Partnership, clock.end_of(date(2007, 9, 30)))}
    assert known - earlier == {"children-leeds"}


def test_each_change_keeps_the_true_moment_beside_the_registers_own():
    change_set = ChangeSet.objects.order_by("pk").first()
    assert change_set.at.year == 2005
    assert (timezone.now() - change_set.recorded_at).days < 2


def test_a_failed_service_leaves_neither_change_nor_history(cast):
    sets = ChangeSet.objects.count()

    def interrupted():
        with change(verb="Interrupted", by=cast.auditor):
            recommendation = Recommendation.objects.first()
            recommendation.wording = "Half done"
            recommendation.save()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        interrupted()
    assert ChangeSet.objects.count() == sets
    assert not Recommendation.objects.filter(wording="Half done").exists()


def test_the_seal_holds_and_goes_on_over_new_history(cast, capsys):
    seal_history()
    first = verify_history()
    assert first.broken is None
    assert first.rows > 1000
    assert first.unsealed == 0
    describe(cast.partnerships_officer, "Armley")
    assert verify_history().unsealed == 1
    seal_history()
    assert verify_history().seals == 2
    call_command("verify_history")
    assert verify_history().digest in capsys.readouterr().out


@pytest.mark.spoils_history
@pytest.mark.parametrize(
    "forgery",
    [
        "UPDATE partnerships_historicalpartnership SET area = 'forged' WHERE reference = 'dp-west'",
        "DELETE FROM recommendations_historicalagreedaction WHERE sense = 'ongoing'",
        "UPDATE history_changeset SET reason = 'forged' WHERE id = {change_set}",
    ],
)
def test_one_forged_row_breaks_the_seal(forgery, cast):
    describe(cast.partnerships_officer, "Armley")
    seal_history()
    triggers.remove(connection)
    with connection.cursor() as cursor:
        cursor.execute(forgery.format(change_set=ChangeSet.objects.order_by("pk").first().pk))
    triggers.install(connection)
    assert verify_history().broken == Seal.objects.first()
    with pytest.raises(CommandError, match="does not match its seal"):
        call_command("verify_history")


def test_a_reader_of_one_scope_is_offered_only_the_people_of_it(cast):
    east = signed_in(cast.area_manager_east).get("/history/").content.decode()
    assert f'value="{cast.area_manager_east.pk}"' in east
    assert cast.area_manager_west.name not in east
    assert cast.area_manager_west.name in signed_in(cast.auditor).get("/history/").content.decode()
