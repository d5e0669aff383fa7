"""How is a version of a document added, corrected, agreed, brought into force and withdrawn?"""

from typing import Any

from django.http import HttpRequest, HttpResponse

from govreg.core import clock
from govreg.core.access import Permission, access
from govreg.core.editing.pages import edit_page, final_step_page
from govreg.core.refusals import enforce
from partnerships.forms.document_versions import (
    AgreeForm,
    CorrectVersionForm,
    InForceForm,
    NewVersionForm,
    WithdrawForm,
    values_of,
)
from partnerships.models import DocumentState, DocumentVersion
from partnerships.rules import document_versions as rules
from partnerships.rules.keeping import refusal_to_write_exempt_files
from partnerships.services import document_versions as services

from .documents import under_document
from .loading import document_of, partnership_with_kept_documents, version_of


@access(Permission.KEEP_MEMBERSHIP)
def add(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Add a version as it stands, with the next review of the document."""
    partnership = partnership_with_kept_documents(request, reference)
    thing = document_of(partnership, pk)
    posted = request.method == "POST"
    form = NewVersionForm(
        request.POST if posted else None,
        request.FILES if posted else None,
        partnership=partnership,
        cancel_url=thing.get_absolute_url(),
    )

    def save() -> DocumentVersion:
        return services.add_version(
            document=thing,
            values=form.version_values(),
            state=form.cleaned_data["state"],
            uploads=form.cleaned_data["files"],
            review_due=form.cleaned_data["review_due"],
            by=request.user,
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda made: f"{made} was added.",
        to=thing.get_absolute_url(),
        title="Add a version",
        caption=thing.title,
        breadcrumbs=under_document(thing, ("Add a version", None)),
        intro="A version that is in force takes the place of the one before, which ends the day "
        "before and stays on record.",
    )


@access(Permission.KEEP_MEMBERSHIP)
def correct(request: HttpRequest, reference: str, pk: int, version_pk: int) -> HttpResponse:
    """Correct what was recorded of a version, and add files to it."""
    version = _version(request, reference, pk, version_pk)
    user: Any = request.user
    scope = version.document.partnership.scope_id
    may_read = not version.exempt or user.may(Permission.VIEW_EXEMPT, scope)
    enforce(refusal_to_write_exempt_files(may_read=may_read))
    posted = request.method == "POST"
    form = CorrectVersionForm(
        request.POST if posted else None,
        request.FILES if posted else None,
        partnership=version.document.partnership,
        record=version,
        initial=values_of(version),
        cancel_url=version.document.get_absolute_url(),
    )

    def save() -> DocumentVersion:
        return services.correct_version(
            version=version,
            seen=form.version,
            values=form.version_values(),
            uploads=form.cleaned_data["files"],
            by=request.user,
            reason=form.cleaned_data["reason"],
        )

    return edit_page(
        request,
        form,
        save=save,
        done=lambda saved: f"{saved} was corrected.",
        to=version.document.get_absolute_url(),
        values_of=values_of,
        title=f"Correct version {version.label}",
        caption=version.document.title,
        breadcrumbs=under_document(version.document, ("Correct a version", None)),
    )


@access(Permission.KEEP_MEMBERSHIP)
def agree(request: HttpRequest, reference: str, pk: int, version_pk: int) -> HttpResponse:
    """Record which body agreed a draft, and when."""
    version = _version(request, reference, pk, version_pk)
    enforce(rules.refusal_to_agree(state=version.state))
    form = AgreeForm(
        request.POST if request.method == "POST" else None,
        partnership=version.document.partnership,
        initial={"agreed_by": version.document.body_id},
    )

    def save() -> DocumentVersion:
        return services.agree_version(version=version, by=request.user, **form.values())

    return final_step_page(
        request,
        form,
        save=save,
        done=f"{version} is agreed.",
        will_happen=[
            "The version is recorded as agreed. It comes into force by a step of its own."
        ],
        confirm_label="Record the agreement",
        **_around(version, "Record the agreement"),
    )


@access(Permission.KEEP_MEMBERSHIP)
def in_force(request: HttpRequest, reference: str, pk: int, version_pk: int) -> HttpResponse:
    """Record from which day an agreed version is in force."""
    version = _version(request, reference, pk, version_pk)
    enforce(rules.refusal_to_bring_into_force(state=version.state))
    before = DocumentVersion.objects.filter(
        document=version.document, state=DocumentState.IN_FORCE
    ).first()
    form = InForceForm(
        request.POST if request.method == "POST" else None, initial={"start": clock.today()}
    )
    will_happen = [f"{version} is in force from the day you give."]
    if before:
        will_happen.append(f"{before} is superseded: it ends the day before, and stays on record.")
    return final_step_page(
        request,
        form,
        save=lambda: services.bring_into_force(
            version=version, start=form.cleaned_data["start"], by=request.user
        ),
        done=f"{version} is in force.",
        will_happen=will_happen,
        confirm_label="Bring it into force",
        **_around(version, "Bring a version into force"),
    )


@access(Permission.KEEP_MEMBERSHIP)
def withdraw(request: HttpRequest, reference: str, pk: int, version_pk: int) -> HttpResponse:
    """Record that a version holds no longer, and why."""
    version = _version(request, reference, pk, version_pk)
    enforce(rules.refusal_to_withdraw(state=version.state, because="x"))
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    return final_step_page(
        request,
        form,
        save=lambda: services.withdraw_version(
            version=version, because=form.cleaned_data["reason"], by=request.user
        ),
        done=f"{version} was withdrawn.",
        will_happen=[
            f"{version} holds no longer from today on. It stays on record, with your reason.",
            "No other version takes its place by itself.",
        ],
        confirm_label="Withdraw the version",
        serious=True,
        **_around(version, "Withdraw a version"),
    )


def _version(request: HttpRequest, reference: str, pk: int, version_pk: int) -> DocumentVersion:
    partnership = partnership_with_kept_documents(request, reference)
    return version_of(document_of(partnership, pk), version_pk)


def _around(version: DocumentVersion, title: str) -> dict[str, Any]:
    return {
        "title": title,
        "caption": f"{version.document.title}, version {version.label}",
        "to": version.document.get_absolute_url(),
        "breadcrumbs": under_document(version.document, (title, None)),
    }
