"""Does a whole review leave as one text, and come in again as the same review?"""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command

from recommendations.models import AgreedAction
from recommendations.review_texts.layout import PLAN_PART, SECTION_PART, apart, divided, kept, meant
from recommendations.review_texts.writing import review_in_words
from recommendations.services.review_texts import import_review, preview_review
from reviews.models import Review
from tests.partnerships.pages import read
from tests.partnerships.sheet_files import words
from tests.people import Cast, signed_in

pytestmark = pytest.mark.django_db
GUIDE = Path(__file__).parents[2] / "docs" / "importing-a-review.md"


def of_leeds(reference: str = "leeds-2007") -> str:
    return review_in_words(Review.objects.get(reference=reference))


def again(text: str) -> str:
    return text.replace("Review: leeds-", "Review: again-", 1)


def faults(text: str, by: Any = None) -> dict[int, str]:
    found = preview_review(text, by=by)
    told: dict[int, str] = {}
    for fault in found.faults:
        told[fault.line] = f"{told.get(fault.line, '')} {fault.sentence}".strip()
    return told


def line_of(text: str, start: str) -> int:
    return next(i for i, line in enumerate(text.split("\n"), 1) if line.startswith(start))


@pytest.mark.parametrize("year", ["2005", "2007"])
def test_a_review_comes_in_as_the_same_review(leeds: None, year: str) -> None:
    text = of_leeds(f"leeds-{year}")
    found = import_review(again(text), by=None)
    assert found.faults == []
    made = Review.objects.get(reference=f"again-{year}")
    assert made.status == Review.Status.DISCUSSED
    assert review_in_words(made) == again(text)
    both = [
        AgreedAction.objects.filter(response__recommendation__review__reference=reference)
        .order_by("response__recommendation__position", "response__position", "position")
        .values_list("text", "timescale_printed", "original_due", "review_date", "state")
        for reference in (f"leeds-{year}", f"again-{year}")
    ]
    assert len(both[1]) > 9
    assert [row[:4] for row in both[0]] == [row[:4] for row in both[1]]


def test_the_example_of_the_guide_comes_in_and_leaves_as_it_is(leeds: None) -> None:
    example = GUIDE.read_text().split("```text\n")[1].split("```")[0]
    found = import_review(example, by=None)
    assert [(fault.line, fault.sentence) for fault in found.faults] == []
    assert found.review is not None
    assert review_in_words(found.review) == example


def test_everything_wrong_is_told_by_line_at_once_and_nothing_is_written(leeds: None) -> None:
    text = again(of_leeds())
    wrong = (
        ("Auditor: ", "Auditor: KPMG LPP", "“KPMG LPP” is no organisation in the register."),
        ("Report date: ", f"Report date: 5/9/{'2' * 30}", "is no date"),
        ("## 3.3 ", "## 3.9 Structure", "This would be section 3.3 by its place"),
        ("Recommendation 6 ", "Recommendation 6 (****)", "“****” is no priority of the review."),
        ("Recommendation 8 ", "Recommendation 7 (*)", "There is already a recommendation 7."),
        ("Action: Prepare the", "Action: Prepare | Whom: Officer A", "“Whom: Officer A” is none"),
        ("Way", "Ways forward", ""),
    )
    lines = text.split("\n")
    for start, line, _sentence in wrong[:-1]:
        lines[line_of(text, start) - 1] = line
    before = Review.objects.count()
    told = faults("\n".join(lines))
    for start, _line, sentence in wrong[:2] + wrong[3:4] + wrong[5:6]:
        assert sentence in told[line_of(text, start)], told
    assert "Nearest known: “KPMG LLP”" in told[line_of(text, "Auditor: ")]
    lines[line_of(text, "Auditor: ") - 1] = "Auditor: KPMG LLP"
    lines[line_of(text, "Report date: ") - 1] = "Report date: 1 November 2007"
    told = faults("\n".join(lines))
    for start, _line, sentence in wrong[2:-1]:
        assert sentence in told[line_of(text, start)], told
    assert import_review("\n".join(lines), by=None).review is None
    assert Review.objects.count() == before


def test_a_person_brings_in_what_their_role_may_write(cast: Cast) -> None:
    text = again(of_leeds())
    told = faults(text, by=cast.auditor)
    where = line_of(text, "Response")
    assert "Management responses are written by an officer" in told[where]
    assert "Only an auditor may begin a review." in faults(text, by=cast.owner)[1]
    found = import_review(text, by=cast.auditor, with_responses=False)
    assert found.faults == []
    assert found.review is not None
    assert "Response" not in review_in_words(found.review)


def test_responses_need_the_day_of_the_discussion(leeds: None) -> None:
    text = "\n".join(
        line for line in again(of_leeds()).split("\n") if not line.startswith("Discussed on")
    )
    assert "Add the line “Discussed on:" in faults(text)[line_of(text, "Response")]


@pytest.mark.parametrize("line", ["Section: 3", "\\Section: 3", "Response (a): b", "# x", "a|b\\"])
def test_a_line_that_looks_like_another_is_kept_as_it_is(line: str) -> None:
    for part in (PLAN_PART, SECTION_PART):
        assert meant(kept(line, part), part) == line
    assert divided(f"{apart(line)} | By: {apart(line)}") == [line, f"By: {line}"]


def brought(client: Any, text: str, **choices: str) -> Any:
    file = SimpleUploadedFile("review.txt", text.encode())
    return client.post("/reviews/begin/from-a-text/", {"file": file, **choices})


def test_a_review_is_looked_through_and_brought_in_in_the_browser(cast: Cast) -> None:
    client = signed_in(cast.auditor)
    page = read(client.get("/reviews/leeds-2007/"))
    link = page.find("a", string="Take the whole review out as one text")
    text = client.get(link["href"]).content.decode()
    assert "/reviews/begin/from-a-text/" in str(read(client.get("/reviews/")).main)
    taken = brought(client, text)
    page = read(client.get(taken.url))
    assert "The reference “leeds-2007” is taken. Choose another." in words(page)
    assert page.main.find("form") is None
    answer = brought(client, again(text), without_responses="on")
    page = read(client.get(answer.url))
    assert "The responses and agreed actions are left out." in words(page)
    assert not Review.objects.filter(reference="again-2007").exists()
    fields = {one["name"]: one.get("value", "") for one in page.select("main form input")}
    done = client.post(answer.url, fields)
    assert done.url == "/reviews/again-2007/"
    assert signed_in(cast.other_owner).get(answer.url).status_code == 403


def test_what_is_no_text_is_refused_with_a_sentence(cast: Cast) -> None:
    client = signed_in(cast.auditor)
    for content, sentence in (
        (b"PK\x03\x04" + b"0" * 90, "is no plain text. Save it in your word processor"),
        (b" \n", "is empty"),
        (b"x" * (2 * 1024 * 1024 + 1), "is larger than 2 MB"),
    ):
        file = SimpleUploadedFile("report.docx", content)
        page = read(client.post("/reviews/begin/from-a-text/", {"file": file}))
        assert sentence in words(page)


def test_the_commands_check_bring_in_and_write(leeds: None, tmp_path: Path) -> None:
    path, said = tmp_path / "review.txt", StringIO()
    call_command("export_review", "leeds-2005", to=path, stdout=said)
    path.write_text(again(path.read_text()))
    call_command("import_review", path, check=True, stdout=said)
    assert "would be brought in: " in said.getvalue()
    assert ", 9 recommendations, 11 responses, " in said.getvalue()
    assert not Review.objects.filter(reference="again-2005").exists()
    path.write_text(path.read_text().replace("Leeds City", "Leeds Cty", 1))
    told = StringIO()
    with pytest.raises(CommandError, match="1 line is wrong"):
        call_command("import_review", path, stderr=told)
    assert "“Leeds Cty Council” is no organisation in the register" in told.getvalue()
    assert "Nearest known: “Leeds City Council”" in told.getvalue()
    with pytest.raises(CommandError, match="There is no review none"):
        call_command("export_review", "none")
