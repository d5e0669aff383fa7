"""How is the data of an indicator judged, and the indicator challenged by other partnerships?"""

from typing import Any

from django.http import HttpRequest, HttpResponse

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from partnerships.forms.data_quality import DataQualityForm
from partnerships.forms.indicator_challenges import AnswerChallengeForm, ChallengeForm
from partnerships.services.data_quality import judge_quality
from partnerships.services.indicator_challenges import answer_challenge, challenge

from .indicator_loading import kept_challenge, kept_indicator, seen_indicator, under_indicator
from .records import posted


@access(Permission.KEEP_PLANS)
def judge(request: HttpRequest, pk: int) -> HttpResponse:
    """Judge the quality of an indicator's data in six dimensions."""
    thing = kept_indicator(request, pk)
    form = DataQualityForm(
        posted(request),
        record=thing,
        initial={"day": clock.today()},
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> Any:
        return judge_quality(
            indicator=thing,
            version=form.version,
            judged=form.judged(),
            day=form.cleaned_data["day"],
            on=clock.today(),
            by=request.user,
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: "The assessment was saved. Earlier ones stay beside it.",
        to=thing.get_absolute_url(),
        values_of=lambda record: {},
        title="Data quality",
        caption=str(thing),
        breadcrumbs=under_indicator(thing, ("Data quality", None)),
    )


@access(Permission.KEEP_PLANS)
def record_challenge(request: HttpRequest, pk: int) -> HttpResponse:
    """Record what another partnership asked about an indicator."""
    thing = seen_indicator(request, pk)
    form = ChallengeForm(
        posted(request),
        user=request.user,
        indicator=thing,
        initial={"day": clock.today()},
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> Any:
        return challenge(indicator=thing, **form.values(), on=clock.today(), by=request.user)

    title = "Record a challenge"
    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: "The challenge was recorded.",
        to=thing.get_absolute_url(),
        title=title,
        caption=str(thing),
        breadcrumbs=under_indicator(thing, (title, None)),
    )


@access(Permission.KEEP_PLANS)
def answer(request: HttpRequest, pk: int, challenge_pk: int) -> HttpResponse:
    """Record what was answered to a challenge."""
    asked = kept_challenge(request, pk, challenge_pk)
    thing = asked.indicator
    form = AnswerChallengeForm(
        posted(request),
        record=asked,
        initial={"answered_on": clock.today()},
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> Any:
        return answer_challenge(
            challenge=asked,
            version=form.version,
            answered_on=form.cleaned_data["answered_on"],
            answer=form.cleaned_data["answer"],
            on=clock.today(),
            by=request.user,
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: "The answer was recorded.",
        to=thing.get_absolute_url(),
        values_of=lambda record: {"answered_on": record.answered_on, "answer": record.answer},
        title="Answer the challenge",
        caption=f"{thing}: {asked.asked}",
        breadcrumbs=under_indicator(thing, ("Answer the challenge", None)),
    )
