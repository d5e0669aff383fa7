"""Are many records written at once with a history row for each, or none at all?"""

import pytest

from govreg.core.history import bulk
from govreg.core.history.change import OutsideAService, change
from govreg.core.history.models import ChangedRow
from partnerships.models import Organisation

pytestmark = pytest.mark.django_db


def three() -> list[Organisation]:
    return [Organisation(name=f"Bulk {n}", sector="public") for n in range(3)]


def test_each_record_added_at_once_has_its_history_row(leeds):
    made = three()
    with change(verb="Imported organisations", by=None) as change_set:
        bulk.create(made)
    assert [one.history.get().change_set_id for one in made] == [change_set.pk] * 3
    assert ChangedRow.objects.filter(change_set=change_set).count() == 3


def test_each_record_changed_at_once_has_a_further_history_row(leeds):
    made = three()
    with change(verb="Imported organisations", by=None):
        bulk.create(made)
    for one in made:
        one.name = f"{one.name} renamed"
    with change(verb="Renamed organisations", by=None):
        bulk.update(made, ["name"])
    kept = Organisation.objects.get(pk=made[0].pk)
    assert (kept.name, kept.version) == ("Bulk 0 renamed", 2)
    assert list(kept.history.order_by("history_id").values_list("name", "history_type")) == [
        ("Bulk 0", "+"),
        ("Bulk 0 renamed", "~"),
    ]


def test_only_the_named_fields_are_changed(leeds):
    made = three()
    with change(verb="Imported organisations", by=None):
        bulk.create(made)
    made[0].name, made[0].sector = "Other name", "private"
    with change(verb="Renamed organisations", by=None):
        bulk.update(made[:1], ["name", "sector"])
    kept = Organisation.objects.get(pk=made[0].pk)
    assert (kept.name, kept.sector) == ("Other name", "private")
    assert Organisation.objects.get(pk=made[1].pk).name == "Bulk 1"


def test_a_record_removed_meanwhile_is_not_made_again(leeds):
    made = three()
    with change(verb="Imported organisations", by=None):
        bulk.create(made)
    gone = made[1]
    with change(verb="Removed an organisation", by=None):
        Organisation.objects.get(pk=gone.pk).delete()
    with (
        pytest.raises(Organisation.DoesNotExist, match="removed meanwhile"),
        change(verb="Renamed organisations", by=None),
    ):
        bulk.update(made, ["name"])
    assert not Organisation.objects.filter(pk=gone.pk).exists()


def test_nothing_is_written_outside_a_service(leeds):
    with pytest.raises(OutsideAService):
        bulk.create(three())
    assert not Organisation.objects.filter(name__startswith="Bulk").exists()
