"""Does each person see, ask, answer and record extensions on pages that lose nothing?"""

import csv
import io
import uuid
from datetime import date

import pytest
from django.urls import reverse

from govreg.core import clock
from govreg.core.ui.words import long_date
from partnerships.models import Partnership
from recommendations.models import AgreedAction, ExtensionRequest
from recommendations.views import extension_decisions
from tests.partnerships.pages import filled_in, problems, read, send
from tests.people import signed_in

from .asking import REASON, asked, endorsed, granted, meeting, the_march_line
from .lines import iscb_plan, line

pytestmark = pytest.mark.django_db


def text_of(client, address: str) -> str:
    return " ".join(read(client.get(address)).text.split())


def rows_of(client, address: str) -> list[dict[str, str]]:
    sent = b"".join(client.get(address).streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(sent)))


def test_an_owner_asks_a_senior_officer_endorses_and_a_committee_grants(cast):
    action = iscb_plan()
    owner, senior = signed_in(cast.owner), signed_in(cast.senior_officer)
    recorder = signed_in(cast.democratic_services)
    typed = {"timescale": "June 2030", "reason": REASON}
    sent = send(owner, "recommendations:ask-extension", action.pk, changes=typed)
    assert sent.status_code == 302
    request = ExtensionRequest.objects.get()
    nine = text_of(senior, action.response.recommendation.get_absolute_url())
    assert "31 October 2007Extension asked for" in nine
    shown = text_of(owner, action.get_absolute_url())
    assert "No extension was granted" in shown
    assert f"Asked for by {cast.owner}" in shown
    assert action.title in text_of(senior, "/")
    assert action.title in text_of(senior, "/extensions/to-endorse/")
    answer = {"answer": "endorse", "said": "The board agreed."}
    sent = send(senior, "recommendations:endorse-extension", request.pk, changes=answer)
    assert sent.status_code == 302
    assert action.title not in text_of(senior, "/extensions/to-endorse/")
    assert action.title in text_of(recorder, "/")
    decision = {"decision": "grant", **meeting(), "note": "For the last time."}
    sent = send(recorder, "recommendations:decide-extension", request.pk, changes=decision)
    assert sent.status_code == 302
    shown = text_of(owner, action.get_absolute_url())
    for words in (
        "Original due date: 31 October 2007",
        "1 extension, 8278 days in all",
        "30 June 2030, given as a month, instead of 31 October 2007 (“October 2007”)",
        "Endorsed by Senior Officer",
        f"Granted by Audit Committee at its meeting of {long_date(clock.today())}, Minute 94",
        "For the last time.",
    ):
        assert words in shown, words
    nine = text_of(recorder, action.response.recommendation.get_absolute_url())
    assert "Originally 31 October 2007. 1 extension, 8278 days in all" in nine
    history = f"/history/recommendations.recommendation/{action.response.recommendation_id}/"
    told = text_of(owner, history)
    for words in ("Asked for an extension", "Endorsed an extension", "Granted an extension"):
        assert words in told, words
    assert "Minute 94" in told


@pytest.mark.parametrize(
    ("timescale", "sentence"),
    [
        ("", "Enter"),
        ("October 2007", "later than the present due date, 31 October 2007"),
        ("as soon as we can", "understands no due date"),
    ],
)
def test_a_timescale_that_extends_nothing_is_refused_beside_it_and_the_reason_kept(
    cast, timescale, sentence
):
    typed = {"timescale": timescale, "reason": REASON}
    owner = signed_in(cast.owner)
    response = send(owner, "recommendations:ask-extension", iscb_plan().pk, changes=typed)
    assert sentence in problems(response)
    assert REASON in response.content.decode()
    assert not ExtensionRequest.objects.exists()


def test_declining_needs_its_reason(cast):
    request = asked(cast, iscb_plan())
    senior = signed_in(cast.senior_officer)
    given = ("recommendations:endorse-extension", request.pk)
    response = send(senior, *given, changes={"answer": "decline", "said": ""})
    assert "Say why the request is declined" in problems(response)
    send(senior, *given, changes={"answer": "decline", "said": "Two months are enough."})
    shown = text_of(signed_in(cast.owner), iscb_plan().get_absolute_url())
    assert "Declined by Senior Officer" in shown
    assert "Two months are enough." in shown


def test_the_person_who_asked_withdraws_and_a_second_press_changes_nothing(cast):
    request = asked(cast, iscb_plan(), by=cast.owner)
    owner = signed_in(cast.owner)
    address = reverse("recommendations:withdraw-extension", args=[request.pk])
    typed = {**filled_in(read(owner.get(address))), "once": str(uuid.uuid4())}
    for _press in range(2):
        response = owner.post(address, typed, follow=True)
        assert response.status_code == 200
    assert "already saved" in response.content.decode()
    assert ExtensionRequest.objects.get().version == request.version + 1


def test_who_may_not_see_an_action_finds_none_of_its_extensions(cast):
    mine = asked(cast, iscb_plan())
    other = asked(cast, the_march_line())
    owner = signed_in(cast.owner)
    assert owner.get(mine.get_absolute_url()).status_code == 200
    assert owner.get(other.get_absolute_url()).status_code == 404
    listed = text_of(owner, "/extensions/")
    assert iscb_plan().title in listed
    assert the_march_line().title not in listed
    stranger = signed_in(cast.other_owner)
    assert stranger.get(mine.get_absolute_url()).status_code == 404
    history = f"/history/recommendations.recommendation/{other.action.response.recommendation_id}/"
    assert owner.get(history).status_code == 404


def test_an_owner_reads_no_request_of_another_line_in_the_history(cast):
    other = line("leeds-2007", "9", "5th September 2007")
    asked(cast, other, reason="Of another line")
    asked(cast, iscb_plan(), reason="Of my line")
    history = f"/history/recommendations.recommendation/{other.response.recommendation_id}/"
    told = text_of(signed_in(cast.owner), history)
    assert "Of my line" in told
    assert "Of another line" not in told
    assert "Of another line" in text_of(signed_in(cast.auditor), history)


def test_the_lists_tell_the_original_date_and_the_slippage(cast):
    granted(cast, the_march_line(), "June 2008")
    asked(cast, iscb_plan())
    auditor = signed_in(cast.auditor)
    rows = {
        how: rows_of(auditor, f"/actions/?extension={how}&export=csv")
        for how in ("granted", "asked-for", "none")
    }
    (moved,) = rows["granted"]
    assert moved["Original due date"] == "2008-03-31"
    assert moved["Due"] == "2008-06-30"
    assert moved["Extensions"] == "1 extension, 91 days in all"
    assert [row["Extensions"] for row in rows["asked-for"]] == ["Extension asked for"]
    everything = rows_of(auditor, "/actions/?export=csv&sort=-extensions")
    assert len(everything) == len(rows["none"]) + 2
    assert everything[0]["Extensions"] == "1 extension, 91 days in all"


def test_the_requests_are_filtered_and_leave_as_a_file(cast):
    granted(cast, the_march_line(), "June 2008")
    asked(cast, iscb_plan())
    auditor = signed_in(cast.auditor)
    (row,) = rows_of(auditor, "/extensions/?state=granted&export=csv")
    assert row["Due date before"] == "2008-03-31"
    assert row["New due date"] == "2008-06-30"
    assert row["Decided by"] == "Audit Committee"
    assert row["Minute reference"] == "Minute 94"
    review = iscb_plan().response.recommendation.review
    assert len(rows_of(auditor, f"/extensions/?review={review.pk}&export=csv")) == 2
    assert "Nothing matches" in text_of(auditor, "/extensions/?state=refused")
    key = Partnership.objects.get(reference="children-leeds").pk
    assert rows_of(auditor, f"/extensions/?partnership={key}&export=csv")


def test_two_recorders_meet_and_nothing_is_decided_twice(cast):
    request = endorsed(cast, iscb_plan())
    recorder = signed_in(cast.democratic_services)
    address = reverse("recommendations:decide-extension", args=[request.pk])
    typed = {**filled_in(read(recorder.get(address))), **meeting(), "decision": "grant"}
    stale = {**typed, "version": str(request.version - 1)}
    assert recorder.post(address, stale).status_code == 409
    assert not ExtensionRequest.objects.granted().exists()
    assert recorder.post(address, typed).status_code == 302
    late = recorder.post(address, {**typed, "once": str(uuid.uuid4())})
    assert late.status_code == 403
    assert "already granted" in late.content.decode()


def test_a_page_shows_the_oldest_requests_first_and_says_that_more_wait(cast, monkeypatch):
    monkeypatch.setattr(extension_decisions, "MOST", 1)
    granted(cast, iscb_plan(), "30 October 2029", on=date(2029, 1, 1))
    one = endorsed(cast, AgreedAction.objects.get(timescale_printed="30 October 2029"))
    two = endorsed(cast, the_march_line())
    shown = text_of(signed_in(cast.democratic_services), "/extensions/to-decide/")
    assert one.action.title in shown
    assert two.action.title not in shown
    assert "extended 1 time before" in shown
    assert "The 1 oldest requests are shown" in shown
