"""Does an action plan leave as its appendix is printed, and come back as the same file?"""

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from govreg.core.transfer.formats import read_file
from govreg.reports.documents.build import build_review
from recommendations.models import AgreedAction, Recommendation, Response
from reviews.models import PriorityScale, Review
from reviews.services.reviews import begin_review
from reviews.services.sections import add_section
from tests.partnerships.pages import read
from tests.partnerships.sheet_files import confirmed, file_of, rows_of, words
from tests.people import Cast, signed_in

pytestmark = pytest.mark.django_db
Rows = list[dict[str, str]]


def issued(reference: str = "leeds-2007") -> Review:
    found: Review = Review.objects.get(reference=reference)
    return found


def like(source: Review, cast: Cast) -> Review:
    """Begin a review with the sections of another, and nothing recommended."""
    review = begin_review(
        reference="from-a-sheet",
        values={
            "title": "From a sheet",
            "running_title": "From a sheet",
            "auditor": source.auditor,
            "client": source.client,
        },
        partnerships=[link.partnership for link in source.concerns.all()],
        scale=PriorityScale.objects.get(),
        by=cast.auditor,
    )
    made: dict[int, Any] = {}
    for section in sorted(
        source.sections.all(), key=lambda one: [int(n) for n in one.number.split(".")]
    ):
        made[section.pk] = add_section(
            review=review,
            parent=made.get(section.parent_id or 0),
            values={"title": section.title},
            by=cast.auditor,
        )
    return review


def taken_out(client: Any, review: Review, form: str = "csv") -> bytes:
    answer = client.get(f"/reviews/{review.reference}/action-plan/file/{form}/")
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)


def sent(client: Any, review: Review, content: bytes, form: str = "csv") -> Any:
    where = f"/reviews/{review.reference}/action-plan/by-spreadsheet/"
    return client.post(where, {"file": SimpleUploadedFile(f"plan.{form}", content)})


def looked_through(client: Any, review: Review, content: bytes, form: str = "csv") -> Any:
    answer = sent(client, review, content, form)
    assert answer.status_code == 302, words(read(answer))
    return answer.url, read(client.get(answer.url))


def edited(client: Any, review: Review, change: Callable[[Rows], Any]) -> Any:
    rows = rows_of(taken_out(client, review))
    headings = list(rows[0])
    change(rows)
    return looked_through(client, review, file_of(rows, headings=headings))


@pytest.mark.parametrize("reference", ["leeds-2005", "leeds-2007"])
def test_import_then_export_gives_the_same_file(cast: Cast, reference: str) -> None:
    client = signed_in(cast.auditor)
    file = taken_out(client, issued(reference))
    review = like(issued(reference), cast)
    where, page = looked_through(client, review, file)
    assert "Responsible: " in words(page)
    assert "[<" not in words(page)
    assert not Recommendation.objects.filter(review=review).exists()
    assert confirmed(client, where, page).status_code == 302
    assert taken_out(client, review) == file
    steps = AgreedAction.objects.filter(response__recommendation__review=review)
    printed = AgreedAction.objects.filter(response__recommendation__review=issued(reference))
    facts = ("timescale_printed", "sense", "due_date", "start_date", "review_date", "text")
    assert list(steps.values_list(*facts)) == list(printed.values_list(*facts))


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_the_cells_are_the_same_in_other_formats(cast: Cast, form: str) -> None:
    client = signed_in(cast.auditor)
    file = taken_out(client, issued(), form)
    review = like(issued(), cast)
    where, page = looked_through(client, review, file, form)
    confirmed(client, where, page)
    again = taken_out(client, review, form)
    cells = [list(read_file(f"a.{form}", io.BytesIO(c), size=len(c))) for c in (file, again)]
    assert cells[0] == cells[1]
    assert len(cells[0]) > 20


def test_an_answer_from_a_sheet_waits_for_its_approval_and_has_a_history(cast: Cast) -> None:
    client = signed_in(cast.auditor)
    file = taken_out(client, issued())
    review = like(issued(), cast)
    where, page = looked_through(client, review, file)
    confirmed(client, where, page)
    answers = Response.objects.filter(recommendation__review=review)
    assert answers.exists()
    assert not answers.filter(approved_on__isnull=False).exists()
    nine = Recommendation.objects.get(review=review, number="9")
    history = words(read(client.get(f"/history/recommendations.recommendation/{nine.pk}/")))
    assert "Brought in an action plan" in history
    assert "From a sheet" in words(read(client.get("/search/?words=From+a+sheet+recommendation+9")))


def test_every_fault_is_told_by_its_line(cast: Cast) -> None:
    client = signed_in(cast.auditor)
    rows = rows_of(taken_out(client, issued()))
    review = like(issued(), cast)
    first = [place for place, row in enumerate(rows) if row["Number"]]
    faults = {
        first[0]: ({"Section": "99"}, "“99” is no section of the review."),
        first[1]: ({"Priority": "****"}, "“****” is no mark of the review’s legend."),
        first[2]: (
            {"Responsible": "Oficer C (Children Leeds)"},
            "Nearest known: “Officer C (Children Leeds)”",
        ),
        first[3]: ({"Concerns": "Children Leds"}, "Nearest known: “Children Leeds”"),
        first[4]: ({"See also": "77"}, "There is no recommendation 77 to refer to."),
        first[5]: ({"Decision": "Perhaps"}, "is none of what “Decision” may be"),
        first[6]: ({"Number": "1"}, "Recommendation 1 stands on line 2 already."),
        first[7]: ({"Recommendation": ""}, "Write what is recommended."),
        first[8]: ({"Review date": "1/1/" + "9" * 30}, "is no date"),
    }
    for place, (typed, _sentence) in faults.items():
        rows[place].update(typed)
    where, page = looked_through(client, review, file_of(rows))
    told = {tr.th.text: tr.get_text() for tr in page.select("tbody tr")}
    for place, (_typed, sentence) in faults.items():
        assert sentence in told[str(place + 2)], told.get(str(place + 2))
    assert not page.select("main form")
    assert "Nothing was imported" in words(read(client.post(where, {})))
    assert not Recommendation.objects.filter(review=review).exists()


def test_an_open_ended_step_needs_a_review_date(cast: Cast) -> None:
    client = signed_in(cast.auditor)
    rows = rows_of(taken_out(client, issued()))
    review = like(issued(), cast)
    ongoing = next(row for row in rows if row["Timescale as printed"] == "Ongoing")
    ongoing["Review date"] = ""
    _where, page = looked_through(client, review, file_of(rows))
    assert "Give a review date." in words(page)


def test_a_formula_is_kept_as_words(cast: Cast) -> None:
    client = signed_in(cast.auditor)
    review = like(issued(), cast)
    row = dict.fromkeys(rows_of(taken_out(client, issued()))[0], "")
    row |= {"Number": "1", "Section": "3", "Priority": "*", "Recommendation": "'=1+1"}
    where, page = looked_through(client, review, file_of([row]))
    confirmed(client, where, page)
    assert Recommendation.objects.get(review=review).wording == "=1+1"
    assert rows_of(taken_out(client, review))[0]["Recommendation"] == "'=1+1"


def test_after_issue_a_step_is_added_and_the_wording_stays(cast: Cast) -> None:
    client, review = signed_in(cast.partnerships_officer), issued()

    def add(rows: Rows) -> None:
        rows.append(dict.fromkeys(rows[0], ""))
        rows[-1] |= {"Agreed action": "Report in May.", "Timescale as printed": "May 2008"}

    def reword(rows: Rows) -> None:
        rows[0]["Recommendation"] = "Something else."

    _where, page = edited(client, review, reword)
    assert "its wording and priorities are locked" in words(page)
    where, page = edited(client, review, add)
    confirmed(client, where, page)
    added = AgreedAction.objects.get(text="Report in May.")
    assert added.response.recommendation.number == "12"
    assert (added.due_date.isoformat(), added.original_due) == ("2008-05-31", added.due_date)


def test_after_issue_nothing_is_recommended_or_answered_by_the_auditor(cast: Cast) -> None:
    client, review = signed_in(cast.auditor), issued()

    def recommend(rows: Rows) -> None:
        rows.append({**rows[0], "Number": "13"})

    def agree(rows: Rows) -> None:
        rows.append(dict.fromkeys(rows[0], ""))
        rows[-1] |= {"Agreed action": "Report in May.", "Timescale as printed": "May 2008"}

    _where, page = edited(client, review, recommend)
    assert "The review is issued" in words(page)
    _where, page = edited(client, review, agree)
    assert "Management responses are written by an officer" in words(page)


def test_what_is_there_is_not_overwritten(cast: Cast) -> None:
    client = signed_in(cast.auditor)
    file = taken_out(client, issued())
    review = like(issued(), cast)
    where, page = looked_through(client, review, file)
    confirmed(client, where, page)

    def change(rows: Rows) -> None:
        rows[0]["Recommendation"] = "Something else."
        rows[1]["Agreed action"] = "Another step."

    _where, page = edited(client, review, change)
    assert "A plan only adds what is missing" in words(page)
    assert "another agreed action in this place" in words(page)
    _where, page = looked_through(client, review, file)
    assert "There is nothing to add" in words(page)


def test_another_sheet_is_told_so(cast: Cast) -> None:
    client = signed_in(cast.auditor)
    answer = sent(client, like(issued(), cast), b"Organisation,Role\nA,Chair\n")
    assert "This is another sheet" in words(read(answer))
    answer = sent(client, Review.objects.get(reference="from-a-sheet"), b"x", "txt")
    assert "cannot be read" in words(read(answer))


def test_a_review_without_sections_says_what_to_do_first(cast: Cast) -> None:
    bare = begin_review(
        reference="bare",
        values={
            "title": "Bare",
            "running_title": "Bare",
            "auditor": issued().auditor,
            "client": issued().client,
        },
        partnerships=[],
        scale=PriorityScale.objects.get(),
        by=cast.auditor,
    )
    client = signed_in(cast.auditor)
    _where, page = looked_through(client, bare, taken_out(client, issued()))
    assert "The review has no section yet. Add the sections of its report first." in words(page)


def test_a_step_with_a_day_and_no_printed_timescale_is_printed_with_its_day(cast: Cast) -> None:
    client, review = signed_in(cast.auditor), like(issued(), cast)
    row = {
        "Number": "99",
        "Section": review.sections.all()[0].number,
        "Priority": review.priorities.all()[0].mark,
        "Recommendation": "Agree a day.",
        "Management response": "Agreed.",
        "Agreed action": "Do it.",
        "Due date": "31/3/2009",
    }
    headings = list(rows_of(taken_out(client, issued()))[0])
    where, page = looked_through(client, review, file_of([row], headings=headings))
    assert confirmed(client, where, page).status_code == 302
    (entry,) = build_review(review, kind="action-plan").plan.entries
    assert [line.timescale_in_words for line in entry.lines] == ["31 March 2009"]
