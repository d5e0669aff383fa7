"""How are organisations added, described, given other names, and merged?"""

from collections.abc import Mapping
from typing import Any

from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import Refusal, Refused, enforce
from partnerships.models import Organisation, OrganisationAlias
from partnerships.queries.merging import (
    adoptions_in_both,
    money_in_both,
    records_naming,
    seats_in_both,
    titles_in_both,
)
from partnerships.rules.merging import refusal_of_merge, refusal_to_change_merged

from .searching import enter_organisation, leave_organisation

EDITABLE = ("name", "kind", "sector", "active_from", "active_to", "successor")


def add_organisation(*, values: Mapping[str, Any], by: Any, reason: str = "") -> Organisation:
    """Add an organisation."""
    with change(verb="Added an organisation", by=by, reason=reason):
        organisation = Organisation()
        put(organisation, values, allowed=EDITABLE)
        _refuse_taken_name(organisation.name)
        organisation.save()
        enter_organisation(organisation)
    return organisation


def describe_organisation(
    *, organisation: Organisation, version: int, values: Mapping[str, Any], by: Any, reason: str
) -> Organisation:
    """Change what is recorded of an organisation."""
    with change(verb="Changed an organisation", by=by, reason=reason):
        organisation = locked(Organisation, organisation.pk, version=version)
        _refuse_merged(organisation)
        put(organisation, values, allowed=EDITABLE)
        _refuse_taken_name(organisation.name, besides=organisation.pk)
        organisation.save()
        enter_organisation(organisation)
    return organisation


def add_alias(
    *, organisation: Organisation, name: str, by: Any, reason: str = ""
) -> OrganisationAlias:
    """Record another name of an organisation."""
    with change(verb="Added another name of an organisation", by=by, reason=reason):
        _refuse_merged(organisation)
        _refuse_taken_name(name)
        alias = OrganisationAlias(organisation=organisation, name=name.strip())
        alias.save()
        enter_organisation(organisation)
    return alias


def remove_alias(*, alias: OrganisationAlias, by: Any, reason: str) -> None:
    """Take a name away that was recorded by mistake."""
    with change(verb="Removed another name of an organisation", by=by, reason=reason):
        organisation = alias.organisation
        alias.delete()
        enter_organisation(organisation)


def merge_organisations(
    *, duplicate: Organisation, into: Organisation, by: Any, reason: str
) -> Organisation:
    """Let one record stand for two: everything that names the duplicate names the other instead.

    The duplicate stays, marked, and its name becomes an alias: old reports still resolve.
    """
    with change(verb="Merged two organisations", by=by, reason=reason):
        into = locked(Organisation, into.pk)
        duplicate = locked(Organisation, duplicate.pk)
        enforce(
            refusal_of_merge(
                itself=duplicate.pk == into.pk,
                merged_already=bool(duplicate.merged_into_id or into.merged_into_id),
                shared_titles=titles_in_both(duplicate, into),
                shared_seats=seats_in_both(duplicate, into),
                shared_adoptions=adoptions_in_both(duplicate, into),
                shared_money=money_in_both(duplicate, into),
            )
        )
        for record, field in records_naming(duplicate):
            setattr(record, field, None if record == into else into)
            record.save()
        duplicate.merged_into = into
        duplicate.save()
        if not OrganisationAlias.objects.filter(name__iexact=duplicate.name).exists():
            OrganisationAlias(organisation=into, name=duplicate.name).save()
        enter_organisation(into)
        leave_organisation(duplicate)
    return into


def _refuse_merged(organisation: Organisation) -> None:
    into = organisation.merged_into
    enforce(refusal_to_change_merged(merged_into=into.name if into else None))


def _refuse_taken_name(name: str, besides: Any = None) -> None:
    taken = Organisation.objects.filter(name__iexact=name.strip()).exclude(pk=besides).first()
    alias = OrganisationAlias.objects.filter(name__iexact=name.strip()).first()
    if alias and alias.organisation_id != besides:
        taken = alias.organisation
    if taken:
        raise Refused(
            Refusal(
                "organisation-known",
                f"“{name.strip()}” is already recorded, as {taken.name}. Use that record.",
            )
        )
