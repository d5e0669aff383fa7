"""Can an administrator remove a person's data on the pages, seeing first what would go?"""

import logging

import pytest
from django.db import transaction
from django.urls import reverse

from govreg.core.accounts.services.users import add_user, deactivate_user
from govreg.core.history.models import ChangeSet, Redaction
from govreg.core.history.seal import seal_history, verify_history
from govreg.core.outbox.services import queue_message
from govreg.core.search.index import search
from govreg.reports.models import ReportIssue
from partnerships.models import Partnership
from partnerships.services.partnerships import describe_partnership
from tests.architecture.growing import report
from tests.partnerships.pages import filled_in, page, problems, read
from tests.people import Cast, signed_in

pytestmark = pytest.mark.django_db
NAME = "Zuleika Dobson"
WHERE = "/administration/redactions/remove/"
LIST = "/administration/redactions/"
WHY = {"basis": "erasure", "reason": "Asked for in writing."}


def leaver(cast: Cast):
    user = add_user(email="z.dobson@leeds.example", name=NAME, by=cast.administrator)
    deactivate_user(user=user, by=cast.administrator, reason="Left the council")
    return user


def in_the_register(cast: Cast) -> Partnership:
    west = Partnership.objects.get(reference="dp-west")
    return describe_partnership(
        partnership=west,
        version=west.version,
        values={"purpose": f"Kept by {NAME}"},
        by=cast.partnerships_officer,
        reason="",
    )


def looked(client, words: str = NAME):
    return read(client.post(WHERE, {**filled_in(read(client.get(WHERE))), "words": words}))


def chosen(client, **changes):
    return client.post(WHERE, {**filled_in(looked(client)), **WHY, **changes})


def confirmed(client, answer):
    return client.post(WHERE, filled_in(read(answer)), follow=True)


def test_what_was_seen_and_confirmed_is_removed_for_good(cast):
    user, west = leaver(cast), in_the_register(cast)
    client = signed_in(cast.administrator)
    seen = looked(client)
    assert f"Kept by {NAME}" not in seen.text
    assert "2 texts in records" in seen.text
    assert len(seen.find_all("input", type="checkbox", checked=True)) == 2
    asked = chosen(client)
    assert read(asked).h1.text.strip().endswith("Remove the chosen texts for good")
    assert Redaction.objects.count() == 0
    done = read(confirmed(client, asked))
    made = Redaction.objects.get()
    assert made.by == cast.administrator
    assert made.reference in done.find(class_="govuk-notification-banner").text
    assert NAME not in done.text
    row = done.find("tbody").text
    assert made.reference in row
    assert WHY["reason"] in row
    assert "article 17" in row
    user.refresh_from_db()
    west.refresh_from_db()
    assert (user.name, west.purpose) == (made.mark, made.mark)
    assert search(NAME, user=cast.administrator) == []
    history = page(client, "history:record", "partnerships.partnership", west.pk)
    assert made.mark in history.text
    assert NAME not in history.text
    seal_history()
    assert verify_history().broken is None


def test_only_what_was_chosen_goes(cast):
    user, west = leaver(cast), in_the_register(cast)
    client = signed_in(cast.administrator)
    confirmed(client, chosen(client, chosen=[f"accounts.user:{user.pk}:name"]))
    west.refresh_from_db()
    user.refresh_from_db()
    assert west.purpose == f"Kept by {NAME}"
    assert user.name == Redaction.objects.get().mark
    assert len(search(NAME, user=cast.administrator)) == 1


def test_the_preview_names_what_cannot_be_changed(cast):
    leaver(cast)
    in_the_register(cast)
    report(cast, 0)
    issue = ReportIssue.objects.get()
    with transaction.atomic():
        queue_message(key="z", to="z@x.example", subject=f"For {NAME}", text="Hello")
    client = signed_in(cast.administrator)
    seen = looked(client)
    assert f"For {NAME}" in seen.text
    assert "An issued report cannot be changed" in seen.text
    west = looked(client, "Children Leeds")
    assert f"{issue.review.title}: {issue}" in west.text
    assert "Search" in west.text


def test_the_words_stand_in_no_address_no_log_and_no_change_set(cast, caplog):
    leaver(cast)
    client = signed_in(cast.administrator)
    with caplog.at_level(logging.DEBUG, logger="govreg"):
        asked = chosen(client)
        done = confirmed(client, asked)
    assert NAME not in caplog.text
    assert all("Zuleika" not in address for address, _status in done.redirect_chain)
    last = ChangeSet.objects.order_by("-pk")[0]
    assert last.verb == "Removed a person’s data"
    assert NAME not in last.verb + last.reason


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"reason": f"{NAME} asked"}, "very words"),
        ({"reason": ""}, "Enter the reason"),
        ({"basis": ""}, "legal basis"),
        ({"chosen": []}, "texts that hold the words"),
        ({"chosen": ["accounts.user:1:name"]}, "hold"),
    ],
)
def test_a_choice_that_cannot_be_is_refused_and_what_was_typed_stays(changes, problem, cast):
    leaver(cast)
    client = signed_in(cast.administrator)
    answer = chosen(client, **changes)
    assert problem.casefold() in problems(answer).casefold()
    assert read(answer).find("input", {"name": "words"})["value"] == NAME
    assert Redaction.objects.count() == 0


def test_somebody_who_may_still_sign_in_is_not_removed(cast):
    client = signed_in(cast.administrator)
    seen = looked(client, cast.owner.name)
    answer = client.post(WHERE, {**filled_in(seen), **WHY})
    assert "Deactivate the user first" in problems(answer)


def test_a_form_sent_twice_removes_once(cast):
    leaver(cast)
    client = signed_in(cast.administrator)
    typed = filled_in(read(chosen(client)))
    client.post(WHERE, typed)
    client.post(WHERE, typed)
    assert Redaction.objects.count() == 1


def test_what_was_tampered_with_removes_nothing(cast):
    leaver(cast)
    client = signed_in(cast.administrator)
    typed = filled_in(read(chosen(client)))
    for changes in (
        {"chosen": "accounts.user:1:name"},
        {"basis": "whim"},
        {"words": "Nobody here"},
    ):
        answer = client.post(WHERE, {**typed, **changes}, follow=True)
        assert "Nothing was removed" in read(answer).text
    assert Redaction.objects.count() == 0


def test_words_that_stand_nowhere_are_said_to(cast):
    assert "Nothing to remove" in looked(signed_in(cast.administrator), "Xyzzyplugh").h1.text
    assert "at least 3" in looked(signed_in(cast.administrator), "a").text


def test_the_name_of_a_user_is_filled_in_from_a_key(cast):
    user = leaver(cast)
    client = signed_in(cast.administrator)
    assert read(client.get(f"{WHERE}?user={user.pk}")).find(id="id_words")["value"] == NAME
    assert client.get(f"{WHERE}?user=x").status_code == 200


@pytest.mark.parametrize("who", ["auditor", "partnerships_officer", "senior_officer"])
def test_nobody_else_may(who, cast):
    leaver(cast)
    client = signed_in(getattr(cast, who))
    for where in (LIST, WHERE):
        assert client.get(where).status_code == 403
    assert client.post(WHERE, {"step": "look", "words": NAME}).status_code == 403
    assert reverse("administration:redactions") == LIST
