"""Are a partnership's checklists answered honestly, and do they stand under what was asked?"""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from govreg.core import clock
from govreg.core.editing.versions import StaleVersion
from govreg.core.questions.editions import add_edition, editions_in_force
from govreg.core.questions.shipped import AskedQuestion, QuestionSetText
from govreg.core.refusals import Refused
from partnerships.models import Checklist, Partnership
from partnerships.queries.checklists import exit_questions_uncovered, sheet_of
from partnerships.queries.health import health_of
from partnerships.question_sets import EXIT_ARRANGEMENTS, MEMORANDUM
from partnerships.services.checklists import Answer, answer_checklist
from tests.people import Cast, signed_in

from .pages import day, filled_in, page, problems, read, send

WEST, CES, TRUST = "dp-west", "ces", "children-leeds"
TODAY = date(2008, 2, 1)


def partnership(reference: str) -> Partnership:
    return Partnership.objects.get(reference=reference)


def verdicts(reference: str, code: str) -> list[str]:
    sheet = sheet_of(partnership(reference), code, on=TODAY)
    return [line.verdict for line in sheet.lines]


def test_what_the_reviews_found_on_exit_is_told(cast: Cast) -> None:
    for area in ("dp-west", "dp-south", "dp-east", "dp-north-west", "dp-north-east"):
        assert verdicts(area, EXIT_ARRANGEMENTS) == ["no"] * 4
    assert verdicts(CES, EXIT_ARRANGEMENTS) == ["yes"] * 4
    assert verdicts(TRUST, EXIT_ARRANGEMENTS) == ["no"] * 4
    assert verdicts(TRUST, MEMORANDUM) == ["no"] * 5
    text = page(signed_in(cast.scrutiny_member), "partnerships:checklist", CES, EXIT_ARRANGEMENTS)
    assert "Section 31 Partnership Agreement" in text.text


@pytest.mark.django_db
def test_the_sets_ask_for_as_many_elements_as_their_sources() -> None:
    asked = {e.code: len(e.questions) for e in editions_in_force(on=TODAY)}
    assert asked["exit-arrangements"] == 4
    assert asked["service-management"] == 6
    assert asked["governing-document"] == 12
    assert asked["section-75-agreement"] == 7
    assert asked["terms-of-reference"] == 4 + 3


def test_an_officer_answers_a_checklist_and_the_history_says_so(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    changes = {"verdict-ceasing": ["yes"], "text-ceasing": "When its aims are met."}
    sent = send(client, "partnerships:answer-checklist", WEST, EXIT_ARRANGEMENTS, changes=changes)
    assert sent.status_code == 302
    shown = page(client, "partnerships:checklist", WEST, EXIT_ARRANGEMENTS).text
    assert "When its aims are met." in shown
    assert "covered 1, not covered 3" in " ".join(shown.split())
    west = partnership(WEST)
    history = page(client, "history:record", "partnerships.partnership", west.pk).text
    assert "Answered a checklist" in history
    assert "When its aims are met." in history


def test_a_yes_says_how_and_a_does_not_apply_says_why(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    for verdict, words in (("yes", "how this is met"), ("not-applicable", "why this does not")):
        sent = send(
            client,
            "partnerships:answer-checklist",
            WEST,
            EXIT_ARRANGEMENTS,
            changes={"verdict-finance": [verdict]},
        )
        assert words in problems(sent)
    with pytest.raises(Refused, match="how this is met"):
        answer_checklist(
            partnership=partnership(WEST),
            code=EXIT_ARRANGEMENTS,
            edition=1,
            version=Checklist.objects.get(partnership__reference=WEST, **EXIT).version,
            answers={"finance": Answer("yes")},
            answered_on=TODAY,
            note="",
            by=cast.partnerships_officer,
        )


EXIT = {"question_set__code": EXIT_ARRANGEMENTS}


def test_two_people_who_answer_at_once_see_both_answers(cast: Cast) -> None:
    first, second = signed_in(cast.partnerships_officer), signed_in(cast.partnerships_officer)
    name, args = "partnerships:answer-checklist", (WEST, EXIT_ARRANGEMENTS)
    opened = filled_in(page(second, name, *args))
    send(first, name, *args, changes={"verdict-finance": ["yes"], "text-finance": "Theirs"})
    lost = second.post(
        reverse(name, args=args),
        {**opened, "verdict-finance": ["partly"], "text-finance": "Mine"},
    )
    assert lost.status_code == 409
    both = read(lost).text
    assert "Theirs" in both
    assert "Mine" in both


def test_a_first_answer_given_twice_is_one_checklist(cast: Cast) -> None:
    given = {
        "partnership": partnership(WEST),
        "code": MEMORANDUM,
        "edition": 0,
        "version": 0,
        "answers": {"terms": Answer("no")},
        "answered_on": TODAY,
        "note": "",
        "by": cast.partnerships_officer,
    }
    answer_checklist(**given)
    with pytest.raises(StaleVersion):
        answer_checklist(**given)
    assert Checklist.objects.filter(partnership__reference=WEST).count() == 3


def test_who_only_reads_a_partnership_answers_nothing(cast: Cast) -> None:
    client = signed_in(cast.area_manager_west)
    assert (
        "Change the answers"
        not in page(client, "partnerships:checklist", WEST, EXIT_ARRANGEMENTS).text
    )
    with pytest.raises(Refused, match="read this partnership"):
        answer_checklist(
            partnership=partnership(WEST),
            code=MEMORANDUM,
            edition=0,
            version=0,
            answers={},
            answered_on=TODAY,
            note="",
            by=cast.area_manager_west,
        )


def test_an_answer_stands_under_the_edition_that_asked_it(cast: Cast) -> None:
    old = next(e for e in editions_in_force(on=TODAY) if e.code == EXIT_ARRANGEMENTS)
    kept, *_others = old.questions
    asked = (kept, AskedQuestion("records", "Who keeps the records?"))
    add_edition(
        asked=QuestionSetText(EXIT_ARRANGEMENTS, old.title, old.basis, asked),
        start=date(2008, 1, 1),
        by=cast.administrator,
    )
    assert verdicts(CES, EXIT_ARRANGEMENTS) == ["yes"] * 4
    client = signed_in(cast.partnerships_officer)
    assert "A newer edition" in page(client, "partnerships:checklist", CES, EXIT_ARRANGEMENTS).text
    sent = send(
        client,
        "partnerships:answer-checklist",
        CES,
        EXIT_ARRANGEMENTS,
        changes={"verdict-records": ["no"]},
    )
    assert sent.status_code == 302
    assert verdicts(CES, EXIT_ARRANGEMENTS) == ["yes", "no"]
    assert Checklist.objects.filter(partnership__reference=CES, **EXIT).count() == 2


def test_the_open_questions_on_exit_are_named(cast: Cast) -> None:
    assert exit_questions_uncovered(partnership(CES), on=TODAY) == []
    assert len(exit_questions_uncovered(partnership(WEST), on=TODAY)) == 4


def new_edition(cast: Cast, *asked: AskedQuestion, start: date = TODAY) -> None:
    basis = QuestionSetText(EXIT_ARRANGEMENTS, "Exit arrangements", "Ours", asked)
    add_edition(asked=basis, start=start, by=cast.administrator)


def test_answers_typed_while_a_new_edition_came_into_force_stay_on_the_page(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    name, args = "partnerships:answer-checklist", (WEST, EXIT_ARRANGEMENTS)
    opened = filled_in(page(client, name, *args))
    new_edition(cast, AskedQuestion("records", "Who keeps the records?"))
    sent = client.post(
        reverse(name, args=args),
        {**opened, "verdict-finance": ["yes"], "text-finance": "By the treasurer."},
    )
    assert "A new edition of this checklist" in problems(sent)
    assert "By the treasurer." in read(sent).text
    assert verdicts(WEST, EXIT_ARRANGEMENTS) == ["no"] * 4


def test_a_partnership_is_judged_by_the_questions_of_today(cast: Cast) -> None:
    new_edition(cast, *(AskedQuestion(f"new-{n}", f"New question {n}?") for n in range(4)))
    ces = partnership(CES)
    assert len(exit_questions_uncovered(ces, on=clock.today())) == 4
    standing = health_of([ces], on=clock.today())[ces.pk]["exit"]
    assert standing.reason == "None of the questions on exit is answered."


def test_editions_follow_each_other(cast: Cast) -> None:
    later = clock.today() + timedelta(days=10)
    new_edition(cast, AskedQuestion("records", "Who keeps the records?"), start=later)
    with pytest.raises(Refused, match="cannot begin before it"):
        new_edition(cast, AskedQuestion("archive", "Where is the archive?"), start=clock.today())


def test_an_administrator_sees_a_set_that_is_still_to_come(cast: Cast) -> None:
    client = signed_in(cast.administrator)
    later = clock.today() + timedelta(days=10)
    typed = {
        "title": "Our own set",
        "basis": "Policy",
        "questions": "Is it kept?\nIs it read? | By whom",
        **day("start", later.day, later.month, later.year),
        "reason": "Wanted",
    }
    assert send(client, "administration:add-question-set", changes=typed).status_code == 302
    assert "Our own set" in page(client, "administration:question-sets").text
    assert "comes into force on" in page(client, "administration:question-set", "our-own-set").text
    again = send(client, "administration:add-question-set", changes=typed)
    assert "There is a set of this title" in problems(again)


def test_an_answer_of_a_day_to_come_is_refused(cast: Cast) -> None:
    client = signed_in(cast.partnerships_officer)
    later = clock.today() + timedelta(days=2)
    sent = send(
        client,
        "partnerships:answer-checklist",
        WEST,
        EXIT_ARRANGEMENTS,
        changes=day("answered_on", later.day, later.month, later.year),
    )
    assert "cannot be in the future" in problems(sent)


def test_the_history_of_a_judgement_speaks_of_no_cover(cast: Cast) -> None:
    answer_checklist(
        partnership=partnership(WEST),
        code="decommissioning",
        edition=0,
        version=0,
        answers={"need": Answer("yes", "Shown by the survey.")},
        answered_on=TODAY,
        note="",
        by=cast.partnerships_officer,
    )
    west = partnership(WEST)
    history = page(signed_in(cast.auditor), "history:record", "partnerships.partnership", west.pk)
    said = history.text[: history.text.index("Shown by the survey.")]
    assert "Yes" in said
    assert "Covered" not in said
