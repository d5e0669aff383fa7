"""How are a partnership's checklists read and answered?"""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page
from govreg.core.questions.editions import (
    Edition,
    edition_in_force,
    edition_numbered,
    edition_of,
)
from partnerships.forms.checklists import ChecklistForm, values_of
from partnerships.models import (
    Checklist,
    FundingArrangement,
    Partnership,
)
from partnerships.queries.checklists import Sheet, latest_checklists, sheet_of, sheets_of
from partnerships.question_sets import EXIT_ARRANGEMENTS
from partnerships.services.checklists import answer_checklist

from .loading import funding_of, keeps_partnership, kept_partnership, seen_partnership
from .partnerships import trail
from .sections import section


def under_checklists(partnership: Partnership, *steps: tuple[str, str | None]) -> Any:
    """Return the breadcrumbs of a page under a partnership's checklists."""
    all_of_them = reverse("partnerships:checklists", args=[partnership.reference])
    return trail(
        (partnership.name, partnership.get_absolute_url()), ("Checklists", all_of_them), *steps
    )


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def checklists(request: HttpRequest, reference: str) -> HttpResponse:
    """List the question sets with how far each is answered."""
    partnership = seen_partnership(request, reference)
    context = {
        **section(partnership, "checklists", "Checklists"),
        "sheets": sheets_of(partnership, on=clock.today()),
    }
    return render(request, "partnerships/checklists/list.html", context)


@dataclass(frozen=True, slots=True)
class Place:
    """Whose answers are meant: a partnership's, or those of one of its funding arrangements."""

    partnership: Partnership
    funding: FundingArrangement | None

    @property
    def caption(self) -> str:
        """Whose they are, in words."""
        return self.funding.name if self.funding else self.partnership.name

    def address(self, code: str, *, answering: bool = False) -> str:
        """Return the page of a set's answers here, or the one on which they are given."""
        if self.funding is None:
            name = "partnerships:answer-checklist" if answering else "partnerships:checklist"
            return reverse(name, args=[self.partnership.reference, code])
        name = f"partnerships:{'answer-' if answering else ''}funding-checklist"
        return reverse(name, args=[self.partnership.reference, self.funding.pk, code])

    def trail(self, *steps: tuple[str, str | None]) -> Any:
        """Return the breadcrumbs of a page with its answers."""
        if self.funding is None:
            return under_checklists(self.partnership, *steps)
        money = reverse("partnerships:money", args=[self.partnership.reference])
        return trail(
            (self.partnership.name, self.partnership.get_absolute_url()),
            ("Money", money),
            (self.funding.name, self.funding.get_absolute_url()),
            *steps,
        )


def _place(partnership: Partnership, pk: int | None) -> Place:
    return Place(partnership, None if pk is None else funding_of(partnership, pk))


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def checklist(
    request: HttpRequest, reference: str, code: str, pk: int | None = None
) -> HttpResponse:
    """Show a question set with the answers of a partnership or of its funding arrangement `pk`."""
    place = _place(seen_partnership(request, reference), pk)
    sheet = _sheet(place, code)
    context = {
        "title": sheet.edition.title,
        "caption": place.caption,
        "breadcrumbs": place.trail((sheet.edition.title, None)),
        "partnership": place.partnership,
        "sheet": sheet,
        "newer": sheet.checklist and edition_now(code).number > sheet.edition.number,
        "may_keep": keeps_partnership(request, place.partnership),
        "answer_url": place.address(code, answering=True),
    }
    return render(request, "partnerships/checklists/page.html", context)


@access(Permission.VIEW_PARTNERSHIPS)
@require_safe
def exit_arrangements(request: HttpRequest, reference: str) -> HttpResponse:
    """Lead to the checklist of the exit arrangements."""
    partnership = seen_partnership(request, reference)
    return redirect("partnerships:checklist", partnership.reference, EXIT_ARRANGEMENTS)


@access(Permission.KEEP_PARTNERSHIPS)
def answer(request: HttpRequest, reference: str, code: str, pk: int | None = None) -> HttpResponse:
    """Answer a question set, in the edition in force; earlier answers are there to start from."""
    partnership = kept_partnership(request, reference)
    place = _place(partnership, pk)
    _sheet(place, code)
    edition = edition_asked(request, code)
    latest = latest_checklists([partnership.pk], funding=place.funding)
    earlier = latest.get(partnership.pk, {}).get(code)
    return answer_page(
        request,
        about={"partnership": partnership, "funding": place.funding},
        edition=edition,
        earlier=earlier,
        same=bool(earlier and edition_of(earlier.question_set) == edition),
        cancel_url=place.address(code),
        caption=place.caption,
        breadcrumbs=place.trail((edition.title, place.address(code)), ("Answer", None)),
    )


def answer_page(
    request: HttpRequest,
    *,
    about: dict[str, Any],
    edition: Edition,
    earlier: Checklist | None,
    same: bool,
    cancel_url: str,
    caption: str,
    breadcrumbs: Any,
) -> HttpResponse:
    """Show the questions of an edition and keep the answers.

    `about` says whose they are: a partnership, and one of its documents or arrangements. `earlier`
    is what was answered last, to start from; `same` says that it was of this edition.
    """
    record = earlier if earlier and same else Checklist(**about)
    form = ChecklistForm(
        request.POST if request.method == "POST" else None,
        record=record,
        edition=edition,
        initial={**(values_of(earlier) if earlier else {}), "answered_on": clock.today()},
        cancel_url=cancel_url,
    )

    def save() -> Any:
        return answer_checklist(
            **about,
            code=edition.code,
            edition=form.cleaned_data["edition"],
            version=form.version,
            answers=form.answers(),
            answered_on=form.cleaned_data["answered_on"],
            note=form.cleaned_data["note"],
            by=request.user,
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"The answers on “{edition.title}” were saved.",
        values_of=values_of,
        title=f"Answer: {edition.title}",
        caption=caption,
        breadcrumbs=breadcrumbs,
        intro=edition.basis,
    )


def _sheet(place: Place, code: str) -> Sheet:
    sheet = sheet_of(place.partnership, code, on=clock.today(), funding=place.funding)
    if sheet is None:
        raise Http404
    return sheet


def edition_now(code: str) -> Edition:
    """Return the edition in force; a set that is not there is not found."""
    found = edition_in_force(code, on=clock.today())
    if found is None:
        raise Http404
    return found


def edition_asked(request: HttpRequest, code: str) -> Edition:
    """Return the edition that the sent form was opened at, so that nothing typed is lost."""
    in_force = edition_now(code)
    sent = request.POST.get("edition", "")[:5]
    if not (sent.isascii() and sent.isdigit()) or int(sent) == in_force.number:
        return in_force
    return edition_numbered(code, int(sent)) or in_force
