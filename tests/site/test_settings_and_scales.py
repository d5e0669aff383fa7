"""Does an administrator decide settings from a day on, and keep the priority scales?"""

from datetime import date, timedelta

from django.urls import reverse

from govreg.core import clock
from govreg.core.council.models import CouncilSetting
from govreg.core.council.settings import whole_number
from govreg.core.ui.words import long_date
from reviews.models import PriorityScale
from reviews.services.priorities import add_scale
from tests.partnerships.pages import day, filled_in, page, problems, read, send
from tests.people import Cast, signed_in


def on(start: date) -> dict[str, str]:
    return day("start", start.day, start.month, start.year)


def test_a_setting_is_decided_from_a_day_and_the_earlier_value_stays(cast: Cast) -> None:
    client = signed_in(cast.administrator)
    assert "until the council decides otherwise" in page(client, "administration:settings").text
    name, today = "due-soon-days", clock.today()
    typed = {"value": "14", **on(today), "reason": "Decided by the Executive Board."}
    assert send(client, "administration:decide-setting", name, changes=typed).status_code == 302
    assert whole_number(name, on=today) == 14
    assert whole_number(name, on=today - timedelta(days=1)) == 30
    shown = page(client, "administration:settings").text
    assert f"14, from {long_date(today)}" in shown
    past = {**typed, **on(today - timedelta(days=1))}
    refused = send(client, "administration:decide-setting", name, changes=past)
    assert "must hold from today or a later day" in problems(refused)
    assert whole_number(name, on=today - timedelta(days=1)) == 30
    twice = send(client, "administration:decide-setting", name, changes=typed)
    assert "already recorded" in problems(twice)
    for wrong in ("9" * 30, "-1", "366", "many"):
        refused = send(
            client, "administration:decide-setting", name, changes={**typed, "value": wrong}
        )
        assert problems(refused), wrong
    missing = client.get(reverse("administration:decide-setting", args=["no-such"]))
    assert missing.status_code == 404


def test_yes_and_no_are_chosen_and_read_as_words(cast: Cast) -> None:
    client = signed_in(cast.administrator)
    form = page(client, "administration:decide-setting", "extension-committee")
    choices = form.find_all("input", attrs={"name": "value", "type": "radio"})
    labels = {form.find("label", attrs={"for": one["id"]}).text.strip(): one for one in choices}
    assert list(labels) == ["Yes", "No"]
    assert labels["Yes"].has_attr("checked")
    today = clock.today()
    typed = {"value": labels["No"]["value"], **on(today), "reason": "Decided by the Board."}
    done = send(client, "administration:decide-setting", "extension-committee", changes=typed)
    assert done.status_code == 302
    assert whole_number("extension-committee", on=today) == 0
    shown = page(client, "administration:settings").text
    assert f"No, from {long_date(today)}" in shown
    assert "1 for yes" not in shown
    decided = CouncilSetting.objects.get(name="extension-committee")
    history = page(client, "history:record", "council.councilsetting", decided.pk).text
    assert "A committee decides on extensions: No" in history


def test_a_mistake_of_the_day_is_corrected_by_a_row_beside_it(cast: Cast) -> None:
    client = signed_in(cast.administrator)
    name, today = "due-soon-days", clock.today()
    wrong = {"value": "140", **on(today), "reason": "Decided by the Executive Board."}
    early = send(client, "administration:decide-setting", name, changes={**wrong, "correct": "on"})
    assert "nothing to correct" in problems(early)
    assert send(client, "administration:decide-setting", name, changes=wrong).status_code == 302
    right = {**wrong, "value": "14", "reason": "140 was a slip of the pen."}
    refused = problems(send(client, "administration:decide-setting", name, changes=right))
    assert "already recorded: 140" in refused
    assert "say that this corrects it" in refused
    assert whole_number(name, on=today) == 140
    for value in ("14", "15"):  # a correction may be corrected too
        changes = {**right, "value": value, "correct": "on"}
        done = send(client, "administration:decide-setting", name, changes=changes)
        assert done.status_code == 302
        assert whole_number(name, on=today) == int(value)
    rows = CouncilSetting.objects.filter(name=name).order_by("pk")
    assert [row.value for row in rows] == ["140", "14", "15"]
    shown = page(client, "administration:settings").text
    assert f"15, from {long_date(today)}" in shown
    assert "140, corrected since" in shown
    history = page(client, "history:record", "council.councilsetting", rows[1].pk).text
    assert "Corrected the value of a setting" in history
    assert "140 was a slip of the pen." in history
    assert ": 140" in history


def levels(*rows: tuple[str, str]) -> dict[str, str]:
    typed = {}
    for number, (mark, meaning) in enumerate(rows, start=1):
        typed |= {f"mark_{number}": mark, f"meaning_{number}": meaning}
    return typed


def test_a_priority_scale_is_added_and_changed(cast: Cast) -> None:
    client = signed_in(cast.administrator)
    typed = {"name": "Stars", **levels(("***", "Significant"), ("*", "Minor"))}
    assert send(client, "priorities:add", changes=typed).status_code == 302
    scale = PriorityScale.objects.get(name="Stars")
    assert [str(level) for level in scale.levels.all()] == ["*** Significant", "* Minor"]
    assert "There is already a scale" in problems(
        send(client, "priorities:add", changes={**typed, "name": "STARS"})
    )
    half = send(client, "priorities:add", changes={"name": "Half", "mark_1": "A"})
    assert "Enter the meaning of level 1" in problems(half)
    none = send(client, "priorities:add", changes={"name": "None"})
    assert "at least one level" in problems(none)
    same = send(
        client, "priorities:add", changes={"name": "Same", **levels(("A", "x"), ("A", "y"))}
    )
    assert "a mark of its own" in problems(same)
    change = {
        **levels(("***", "Significant"), ("**", "Other")),
        "reason": "As the firm now prints.",
    }
    assert send(client, "priorities:change", scale.pk, changes=change).status_code == 302
    assert [level.mark for level in scale.levels.all()] == ["***", "**"]
    history = page(client, "history:record", "reviews.priorityscale", scale.pk).text
    assert "As the firm now prints." in history


def test_an_auditor_reads_the_scales_but_does_not_keep_them(cast: Cast) -> None:
    scale = add_scale(name="Letters", levels=[("A", "High")], by=cast.administrator)
    client = signed_in(cast.auditor)
    assert "Letters" in page(client, "priorities:scales").text
    assert "High" in page(client, "priorities:scale", scale.pk).text
    address = reverse("priorities:change", args=[scale.pk])
    assert client.get(address).status_code == 403
    area = signed_in(cast.area_manager_west)
    assert area.get(reverse("priorities:scale", args=[scale.pk])).status_code == 403


def test_a_scale_with_more_levels_than_rows_loses_none(cast: Cast) -> None:
    client = signed_in(cast.administrator)
    nine = [(str(number), f"Meaning {number}") for number in range(1, 10)]
    scale = add_scale(name="Nine", levels=nine, by=cast.administrator)
    stale = filled_in(page(client, "priorities:change", scale.pk))
    assert "mark_11" in stale
    change = {**levels(*nine, ("10", "Meaning 10")), "reason": "One more."}
    assert send(client, "priorities:change", scale.pk, changes=change).status_code == 302
    assert [level.mark for level in scale.levels.all()] == [str(n) for n in range(1, 11)]
    fewer = {f"{part}_{n}": "" for n in range(3, 13) for part in ("mark", "meaning")}
    fewer["reason"] = "Fewer."
    assert send(client, "priorities:change", scale.pk, changes=fewer).status_code == 302
    address = reverse("priorities:change", args=[scale.pk])
    conflict = client.post(address, {**stale, "reason": "Mine."})
    assert conflict.status_code == 409
    shown = read(conflict)
    assert filled_in(shown)["meaning_9"] == "Meaning 9"
    assert shown.find(class_="govuk-caption-l").text.strip() == "Nine"
