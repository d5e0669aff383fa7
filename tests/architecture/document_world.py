"""Which governance documents does the access matrix turn on?"""

from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from partnerships.models import DocumentFile, Organisation
from partnerships.question_sets import MEMORANDUM
from partnerships.services.document_adoptions import add_adoptions
from partnerships.services.document_versions import withdraw_version
from partnerships.services.documents import record_document_review
from tests.partnerships.papers import another_version, present, recorded
from tests.people import Cast

WEST, TRUST = "dp-west", "children-leeds"


def add_to(world: dict[str, list[Any]], cast: Cast) -> None:
    """Record documents of West and of the trust in force, and of West in every other state."""
    by = cast.partnerships_officer
    police = Organisation.objects.get(name="West Yorkshire Police")
    for key, reference in (("west", WEST), ("trust", TRUST)):
        document = recorded(reference, by=by, title="Matrix", uploads=[_table("terms.csv")])
        version = present(document)
        adopted = add_adoptions(version=version, organisations=[police], adopted_on=None, by=by)
        record_document_review(
            document=document,
            reviewed_on=date(2008, 1, 1),
            by_whom="Board",
            outcome="Kept.",
            next_due=date(2009, 1, 1),
            by=by,
        )
        world[f"{key} document"] = [reference, document.pk]
        world[f"{key} version"] = [reference, document.pk, version.pk]
        world[f"{key} document's file"] = [reference, document.pk, version.files.get().pk]
        world[f"{key} adoption"] = [reference, document.pk, adopted[0].pk]
        world[f"{key} document's checklist"] = [reference, document.pk, MEMORANDUM]
    exempt = recorded(WEST, by=by, title="Exempt", exempt=True, uploads=[_table("exempt.csv")])
    file = DocumentFile.objects.get(of__document=exempt)
    world["exempt document"] = [WEST, exempt.pk]
    world["exempt document's file"] = [WEST, exempt.pk, file.pk]
    draft = recorded(WEST, by=by, title="Draft", state="draft")
    world["drafted document"] = [WEST, draft.pk]
    world["drafted version"] = [WEST, draft.pk, draft.versions.get().pk]
    agreed = another_version(draft, "withdrawn", by=by, state="agreed")
    withdraw_version(version=agreed, because="Replaced.", by=by)
    world["withdrawn version"] = [WEST, draft.pk, agreed.pk]
    to_come = recorded(WEST, by=by, title="Agreed", state="agreed")
    world["agreed version"] = [WEST, to_come.pk, to_come.versions.get().pk]


def _table(name: str) -> SimpleUploadedFile:
    """Return a file of which no text is read, so that no process is started for it."""
    return SimpleUploadedFile(name, b"a,b\n", content_type="text/csv")
