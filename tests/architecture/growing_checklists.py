"""Which checklists and reviews of membership can a story add one by one?"""

from datetime import timedelta

from govreg.core import clock
from govreg.core.questions.editions import add_edition
from govreg.core.questions.shipped import AskedQuestion, QuestionSetText
from partnerships.models import Partnership
from partnerships.services.checklists import Answer, answer_checklist
from partnerships.services.membership_reviews import record_membership_review
from tests.people import Cast


def trust() -> Partnership:
    return Partnership.objects.get(reference="children-leeds")


def checklist(cast: Cast, i: int) -> None:
    code = f"grown-{i}"
    asked = tuple(AskedQuestion(f"q-{n}", f"Question {n} of {i}?") for n in range(i + 1))
    one = QuestionSetText(code, f"Grown {i}", "Its own", asked)
    add_edition(asked=one, start=clock.today(), by=cast.administrator)
    answer_checklist(
        partnership=trust(),
        code=code,
        edition=0,
        version=0,
        answers={question.key: Answer("no") for question in asked},
        answered_on=clock.today(),
        note="",
        by=(cast.partnerships_officer, cast.lead_officer)[i % 2],
    )


def membership_review(cast: Cast, i: int) -> None:
    record_membership_review(
        partnership=trust(),
        reviewed_on=clock.today() - timedelta(days=i),
        by_whom=f"Grown {i}",
        outcome="No change.",
        next_due=None,
        by=(cast.partnerships_officer, cast.lead_officer)[i % 2],
    )
