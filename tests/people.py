"""Who are the people in the tests' stories?"""

from dataclasses import dataclass

from django.test import Client

from govreg.core.accounts.models import User


@dataclass(frozen=True, slots=True)
class Cast:
    """One person for each role; the second of a kind belongs somewhere else."""

    administrator: User
    partnerships_officer: User
    lead_officer: User
    area_manager_west: User
    area_manager_east: User
    owner: User
    other_owner: User
    senior_officer: User
    auditor: User
    democratic_services: User
    scrutiny_member: User


EMAILS = {
    "administrator": "administrator",
    "partnerships_officer": "partnerships.officer",
    "lead_officer": "children.leeds.lead",
    "area_manager_west": "area.manager.west",
    "area_manager_east": "area.manager.east",
    "owner": "officer.c",
    "other_owner": "officer.d",
    "senior_officer": "senior.officer",
    "auditor": "auditor",
    "democratic_services": "democratic.services",
    "scrutiny_member": "scrutiny.member",
}


def cast() -> Cast:
    """Return the people of the demonstration data."""
    found = {user.email: user for user in User.objects.all()}
    return Cast(**{name: found[f"{email}@leeds.example"] for name, email in EMAILS.items()})


def signed_in(user: User) -> Client:
    """Return a browser in which a person is signed in."""
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client
