"""How is it recorded which partners adopted a document?"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page, final_step_page
from govreg.core.refusals import enforce
from partnerships.forms.document_versions import AdoptionsForm, RemoveAdoptionForm
from partnerships.models import DocumentAdoption
from partnerships.queries.documents import yet_to_adopt
from partnerships.rules.document_versions import refusal_to_adopt
from partnerships.services.document_adoptions import add_adoptions, remove_adoption

from .documents import under_document
from .loading import document_of, partnership_with_kept_documents, version_of


@access(Permission.KEEP_MEMBERSHIP)
def add(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Record that several partners adopted the present version."""
    partnership = partnership_with_kept_documents(request, reference)
    thing: Any = document_of(partnership, pk)
    enforce(refusal_to_adopt(state=thing.standing))
    version = version_of(thing, thing.current_id)
    adopted = set(version.adoptions.values_list("organisation", flat=True))
    form = AdoptionsForm(
        request.POST if request.method == "POST" else None,
        offered=list(yet_to_adopt(thing, adopted, on=clock.today())),
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> list[DocumentAdoption]:
        return add_adoptions(
            version=version,
            organisations=form.chosen(),
            adopted_on=form.cleaned_data["adopted_on"],
            signed_by=form.cleaned_data["signed_by"],
            by=request.user,
        )

    title = "Record who adopted it"
    intro = f"Members that have not adopted version {version.label} yet."
    return edit_page(
        request,
        form,
        save=save,
        done=lambda added: (
            "The adoption by 1 partner was recorded."
            if len(added) == 1
            else f"The adoption by {len(added)} partners was recorded."
        ),
        to=thing.get_absolute_url(),
        title=title,
        caption=thing.title,
        intro=intro if form.offered else "Every member has adopted this version.",
        breadcrumbs=under_document(thing, (title, None)),
    )


@access(Permission.KEEP_MEMBERSHIP)
def remove(request: HttpRequest, reference: str, pk: int, adoption_pk: int) -> HttpResponse:
    """Take an adoption out that was recorded by mistake."""
    partnership = partnership_with_kept_documents(request, reference)
    thing = document_of(partnership, pk)
    found = DocumentAdoption.objects.select_related("organisation", "of")
    adoption = get_object_or_404(found, of__document=thing, pk=adoption_pk)
    adoption.of.document = thing
    form = RemoveAdoptionForm(request.POST if request.method == "POST" else None)
    title = "Take an adoption out"
    return final_step_page(
        request,
        form,
        save=lambda: remove_adoption(
            adoption=adoption, by=request.user, reason=form.cleaned_data["reason"]
        ),
        done=f"The adoption by {adoption.organisation} was taken out.",
        to=thing.get_absolute_url(),
        title=title,
        caption=thing.title,
        will_happen=[
            f"{adoption.organisation} is no longer recorded as having adopted version "
            f"{adoption.of.label}. The history keeps that it was.",
        ],
        confirm_label="Take it out",
        serious=True,
        breadcrumbs=under_document(thing, (title, None)),
    )
