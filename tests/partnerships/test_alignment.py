"""Does each partnership show its part in a strategy, and does the register say which do not?"""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from govreg.core import clock
from govreg.core.refusals import Refused
from partnerships.models import Partnership, StrategicFramework, StrategicTheme
from partnerships.queries.alignment import alignment_of
from partnerships.queries.health import State, health_of
from partnerships.services.alignment import add_framework, describe_framework, state_contribution
from tests.people import Cast, signed_in

from .pages import page, problems, read, send

CES, WEST = "ces", "dp-west"
DISTRICTS = ("dp-west", "dp-south", "dp-east", "dp-north-west", "dp-north-east")
THEN = date(2005, 12, 31)


def partnership(reference: str) -> Partnership:
    return Partnership.objects.select_related("scope").get(reference=reference)


def names(framework: str, kind: str) -> list[str]:
    themes = StrategicTheme.objects.filter(framework__name=framework, kind=kind)
    return list(themes.values_list("name", flat=True))


@pytest.mark.django_db
def test_the_strategies_are_those_of_the_reviews() -> None:
    assert names("Vision for Leeds", "aim") == [
        "Going up a league as a city",
        "Narrowing the gap",
        "Developing Leeds’ role as a regional capital",
    ]
    assert names("Vision for Leeds", "theme") == [
        "Harmonious and Safer Communities",
        "Learning",
        "Thriving Places",
        "Enterprise and Economy",
        "Environment",
        "Culture",
        "Transport",
        "Health and Wellbeing",
    ]
    assert len(names("Children and Young People’s Plan for Leeds", "outcome")) == 5
    assert names("Children and Young People’s Plan for Leeds", "theme") == [
        "Change for Children Programme"
    ]
    corporate = StrategicFramework.objects.get(kind="corporate")
    assert "seven strategic outcomes" in corporate.note


def test_the_districts_were_aligned_under_all_eight_themes_and_the_pooled_budget_was_not(
    cast: Cast,
) -> None:
    for reference in DISTRICTS:
        (vision,) = (one for one in alignment_of(partnership(reference), on=THEN) if one.stated)
        kinds = [line.theme.kind for line in vision.lines if line.statement]
        assert kinds == ["theme"] * 8
    assert all(not one.stated for one in alignment_of(partnership(CES), on=THEN))
    where = reverse("partnerships:all-alignment")
    listed = read(signed_in(cast.auditor).get(where, {"on": "2005-12-31"}))
    rows = [row.th.text if row.th else row.td.text for row in listed.select("tbody tr")]
    assert rows == [partnership(CES).name]
    found = health_of([partnership(CES), partnership(WEST)], on=THEN)
    assert found[partnership(CES).pk]["alignment"].state == State.MISSING
    assert found[partnership(WEST).pk]["alignment"].reason == (
        "It states its contribution to 8 themes."
    )


def test_an_officer_states_a_contribution_and_takes_it_back(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    theme = StrategicTheme.objects.get(name="Health and Wellbeing")
    args = (CES, theme.pk)
    assert "Say in what way" in problems(send(client, "partnerships:state-contribution", *args))
    typed = {"actions": "Equipment that lets people live at home."}
    sent = send(client, "partnerships:state-contribution", *args, changes=typed)
    assert sent.status_code == 302
    assert typed["actions"] in page(client, "partnerships:alignment", CES).text
    assert partnership(CES).name in page(client, "partnerships:framework", theme.framework_id).text
    assert partnership(CES).name not in page(client, "partnerships:all-alignment").text
    gone = {"contributes": ["no"], "actions": ""}
    assert send(client, "partnerships:state-contribution", *args, changes=gone).status_code == 302
    assert typed["actions"] not in page(client, "partnerships:alignment", CES).text
    assert partnership(CES).name in page(client, "partnerships:all-alignment").text
    history = page(client, "history:record", "partnerships.partnership", partnership(CES).pk)
    assert typed["actions"] in history.text


def test_a_statement_is_neither_to_come_nor_before_the_last(cast: Cast) -> None:
    theme = StrategicTheme.objects.get(name="Learning")
    given = {"partnership": partnership(WEST), "theme": theme, "by": cast.partnerships_officer}
    said = {"contributes": True, "actions": "Ours."}
    with pytest.raises(Refused, match="still to come"):
        state_contribution(values={**said, "day": clock.today() + timedelta(days=1)}, **given)
    with pytest.raises(Refused, match="last stated on 15 July 2005"):
        state_contribution(values={**said, "day": date(2005, 7, 1)}, **given)


def test_a_strategy_that_has_ended_aligns_nobody(cast: Cast) -> None:
    vision = StrategicFramework.objects.get(name="Vision for Leeds")
    describe_framework(
        framework=vision,
        version=vision.version,
        values={"end": date(2008, 3, 31)},
        by=cast.administrator,
        reason="Superseded.",
    )
    west = partnership(WEST)
    assert health_of([west], on=date(2008, 3, 31))[west.pk]["alignment"].state == State.MET
    assert health_of([west], on=date(2008, 4, 1))[west.pk]["alignment"].state == State.MISSING
    assert west.name in page(signed_in(cast.auditor), "partnerships:all-alignment").text


def test_administrators_and_partnerships_officers_keep_the_frameworks(cast: Cast) -> None:
    for number, person in enumerate((cast.administrator, cast.partnerships_officer)):
        client = signed_in(person)
        typed = {"name": f"Agreement {number}", "kind": ["agreement"]}
        assert send(client, "partnerships:add-framework", changes=typed).status_code == 302
        made = StrategicFramework.objects.get(name=f"Agreement {number}")
        theme = {"name": "Safer streets", "kind": ["outcome"]}
        assert send(client, "partnerships:add-theme", made.pk, changes=theme).status_code == 302
        again = send(client, "partnerships:add-theme", made.pk, changes=theme)
        assert "recorded already" in problems(again)
        added = made.themes.get()
        changed = {"name": "Safer roads", "reason": "Misread."}
        args = (made.pk, added.pk)
        assert send(client, "partnerships:change-theme", *args, changes=changed).status_code == 302
        assert "Safer roads" in page(client, "partnerships:frameworks").text
    client = signed_in(cast.lead_officer)
    assert client.get(reverse("partnerships:add-framework")).status_code == 403
    with pytest.raises(Refused, match="administrators and the partnerships officers"):
        add_framework(values={"name": "Mine", "kind": "other"}, by=cast.lead_officer)


def test_the_list_is_taken_out_as_a_file(cast: Cast) -> None:
    where = reverse("partnerships:all-alignment")
    sent = signed_in(cast.auditor).get(where, {"export": "csv", "standing": "all"})
    exported = b"".join(sent.streaming_content) if sent.streaming else sent.content
    row = next(line for line in exported.decode().splitlines() if "West Leeds" in line)
    assert row.rstrip().endswith(",Aligned,8")
