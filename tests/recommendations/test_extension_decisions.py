"""Is it recorded at once, on a page that loses nothing, what one meeting decided of several?"""

from datetime import timedelta

import pytest

from govreg.core import clock
from govreg.core.council.settings import decide as decide_setting
from govreg.core.history.change import change
from recommendations.models import AgreedAction, ExtensionRequest
from recommendations.services.extensions import withdraw_extension
from tests.partnerships.pages import day, filled_in, page, problems, read, send
from tests.people import signed_in

from .asking import endorsed, meeting, the_march_line
from .lines import iscb_plan
from .test_extension_pages import text_of

pytestmark = pytest.mark.django_db


def decisions(client, **changes):
    return send(client, "recommendations:decide-extensions", changes={**meeting(), **changes})


def test_one_meeting_decides_several_and_what_is_left_waits(cast):
    one, two = endorsed(cast, iscb_plan()), endorsed(cast, the_march_line())
    three = endorsed(cast, _another(one, two))
    recorder = signed_in(cast.democratic_services)
    none = decisions(recorder)
    assert "for at least one request" in problems(none)
    sent = decisions(
        recorder,
        **{
            f"decision_{one.pk}": "grant",
            f"note_{one.pk}": "As asked.",
            f"decision_{two.pk}": "refuse",
        },
    )
    assert sent.status_code == 302
    found = dict(ExtensionRequest.objects.values_list("pk", "state"))
    assert found == {one.pk: "granted", two.pk: "refused", three.pk: "endorsed"}
    one.refresh_from_db()
    assert (one.note, one.minute_reference, one.meeting_on) == (
        "As asked.",
        "Minute 94",
        clock.today(),
    )
    left = text_of(recorder, "/extensions/to-decide/")
    assert three.action.title in left
    assert "1 granted, 1 refused" in left


def _another(*requests):
    return AgreedAction.objects.exclude(pk__in=[r.action_id for r in requests]).filter(
        response__recommendation__review__reference="leeds-2007", due_date__isnull=False
    )[0]


def test_a_meeting_to_come_is_refused_and_every_choice_kept(cast):
    one = endorsed(cast, iscb_plan())
    tomorrow = clock.today() + timedelta(days=1)
    response = decisions(
        signed_in(cast.democratic_services),
        **day("meeting_on", tomorrow.day, tomorrow.month, tomorrow.year),
        **{f"decision_{one.pk}": "grant", f"note_{one.pk}": "Kept."},
    )
    assert "still to be held" in problems(response)
    kept = filled_in(read(response))
    assert kept[f"decision_{one.pk}"] == ["grant"]
    assert kept[f"note_{one.pk}"] == "Kept."


def test_a_meeting_before_the_request_is_refused_beside_its_day(cast):
    one = endorsed(cast, iscb_plan())
    recorder = signed_in(cast.democratic_services)
    early = meeting(clock.today() - timedelta(days=1))
    several = decisions(recorder, **early, **{f"decision_{one.pk}": "grant"})
    assert f"{one.action.title}: The extension was asked for on" in problems(several)
    alone = send(
        recorder,
        "recommendations:decide-extension",
        one.pk,
        changes={**early, "decision": "refuse", "note": "Kept."},
    )
    assert "Check the date of the meeting." in problems(alone)
    assert filled_in(read(alone))["note"] == "Kept."
    one.refresh_from_db()
    assert one.state == "endorsed"
    assert "at least one request" in problems(decisions(recorder, **early))


def test_what_was_answered_meanwhile_is_named_and_nothing_is_recorded(cast):
    one, two = endorsed(cast, iscb_plan()), endorsed(cast, the_march_line())
    recorder = signed_in(cast.democratic_services)
    typed = filled_in(page(recorder, "recommendations:decide-extensions"))
    withdraw_extension(
        request=one, version=one.version, on=clock.today(), by=cast.partnerships_officer
    )
    typed |= {**meeting(), f"decision_{one.pk}": "grant", f"decision_{two.pk}": "grant"}
    response = recorder.post("/extensions/to-decide/", typed)
    assert f"{one.action.title}: this request was answered" in problems(response)
    assert not ExtensionRequest.objects.granted().exists()
    again = recorder.post("/extensions/to-decide/", filled_in(read(response)))
    assert again.status_code == 302
    assert ExtensionRequest.objects.granted().get().pk == two.pk


def test_what_may_not_be_decided_says_why(cast):
    one, two = endorsed(cast, iscb_plan()), endorsed(cast, the_march_line())
    with change(verb="Rehearsal", by=cast.auditor):
        action = iscb_plan()
        action.state = AgreedAction.State.CLAIMED
        action.save()
    decide_setting(
        name="extension-limit", value=1, start=clock.today(), by=cast.administrator, reason="So"
    )
    soup = page(signed_in(cast.democratic_services), "recommendations:decide-extensions")
    assert "The action was claimed as implemented" in soup.text
    assert soup.find(attrs={"name": f"decision_{one.pk}"}) is None
    assert soup.find(attrs={"name": f"decision_{two.pk}"}) is not None
    assert action.title not in text_of(signed_in(cast.democratic_services), "/")
