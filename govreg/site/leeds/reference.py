"""How are the demonstration's organisations, posts, teams and people entered?"""

from typing import Any

from govreg.core.access.models import Scope
from govreg.core.accounts.models import User
from govreg.core.accounts.services import users
from govreg.core.history.change import change
from partnerships.models import Organisation, Partnership, Post, Team
from partnerships.services import organisations, posts, teams
from reviews.models import PriorityScale
from reviews.services.priorities import add_scale

from .files import read, text
from .passwords import password_for

Kind = Organisation.Kind
KINDS = {
    "local authority": Kind.COUNCIL,
    "council committee": Kind.COUNCIL,
    "council department": Kind.COUNCIL,
    "primary care trust": Kind.PRIMARY_CARE_TRUST,
    "health bodies": Kind.HEALTH,
    "police force": Kind.POLICE,
    "education services company": Kind.EDUCATION,
    "colleges and universities": Kind.EDUCATION,
    "housing management organisation": Kind.HOUSING,
    "employment service": Kind.EMPLOYMENT,
    "employers": Kind.BUSINESS,
    "voluntary organisation": Kind.VOLUNTARY,
    "voluntary sector forum": Kind.VOLUNTARY,
    "local strategic partnership office": Kind.PARTNERSHIP,
    "external auditor": Kind.REGULATOR,
    "public audit body": Kind.REGULATOR,
}
ROLES = {"partnership-lead-officer": "lead-officer"}


def enter_reference_data() -> None:
    """Enter organisations with their other names, posts, teams and the priority scale."""
    with change(verb="Entered the demonstration’s organisations and posts", by=None):
        for row in read("organisations")["organisations"]:
            _enter_organisation(row)
        content = read("posts")
        for row in content["posts"]:
            posts.add_post(values=_post_values(row), by=None)
        for row in content["posts"]:
            if row.get("reports_to"):
                post = Post.objects.get(title=row["title"])
                superior = Post.objects.get(title=row["reports_to"])
                posts.describe_post(
                    post=post,
                    version=post.version,
                    values={"reports_to": superior},
                    by=None,
                    reason="",
                )
        for row in content["teams"]:
            teams.add_team(
                values={"name": row["name"], "organisation": _organisation(row)}, by=None
            )
        _scale()


def enter_people() -> None:
    """Enter one account for each role, with posts, teams and roles."""
    with change(verb="Entered the demonstration’s people", by=None):
        for row in read("accounts")["accounts"]:
            user = users.add_user(
                email=row["email"],
                name=row["display_name"],
                by=None,
                password=password_for(row["email"]),
            )
            for holding in row["posts"]:
                post = Post.objects.get(title=holding["title"])
                posts.appoint(post=post, user=user, start=holding["start"], by=None)
            for name in row["teams"]:
                team = Team.objects.get(name=name)
                teams.join_team(team=team, user=user, start=None, by=None)


def grant_roles() -> None:
    """Give the accounts their roles, as far as the partnerships that they are for are there."""
    with change(verb="Gave the demonstration’s people their roles", by=None):
        for row in read("accounts")["accounts"]:
            user = User.objects.get(email=row["email"])
            found = Partnership.objects.filter(reference__in=row["scope"]).select_related("scope")
            scopes = [partnership.scope for partnership in found]
            if user.role_holdings.exists() or len(scopes) < len(row["scope"]):
                continue
            for scope in list[Scope | None](scopes) or [None]:
                role = ROLES.get(row["role"], row["role"])
                users.grant_role(user=user, role=role, scope=scope, by=None)


def _enter_organisation(row: dict[str, Any]) -> None:
    organisation = organisations.add_organisation(
        values={
            "name": row["name"],
            "kind": KINDS.get(row["kind"], Kind.OTHER),
            "sector": row["sector"],
        },
        by=None,
    )
    for name in row.get("aliases") or []:
        if name.casefold() != organisation.name.casefold():
            organisations.add_alias(organisation=organisation, name=name, by=None)


def _organisation(row: dict[str, Any]) -> Organisation | None:
    name = row.get("organisation")
    return Organisation.objects.get(name=name) if name else None


def _post_values(row: dict[str, Any]) -> dict[str, Any]:
    return {"title": text(row["title"]), "organisation": _organisation(row)}


def _scale() -> PriorityScale:
    return add_scale(
        name="Residual risk, in stars",
        levels=[
            ("***", "Significant residual risk"),
            ("**", "Some residual risk"),
            ("*", "Little residual risk"),
        ],
        by=None,
    )
