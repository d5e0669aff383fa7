"""Which pages, in which states, does a walk through the whole register open?"""

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from django.core.exceptions import BadRequest
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.test.signals import template_rendered
from django.urls import include, path, reverse

from govreg.core import clock
from govreg.core.access import access
from govreg.core.accounts.services.users import add_user
from govreg.reports.rendering.follow_up import screen_of
from govreg.reports.rendering.scrutiny import screen_of as scrutiny_screen_of
from govreg.site.bench import floor
from partnerships.models import Organisation
from partnerships.services.quarters import close_quarter
from partnerships.services.teams import add_team
from recommendations.services.digests import send_digests
from reviews.models import Review, Section
from tests.partnerships.board import board
from tests.partnerships.pages import day, filled_in, read
from tests.partnerships.quarter import opened, small_action, small_plan
from tests.people import Cast, signed_in
from tests.telephone import Telephone

from .access_rows import Row, expected
from .access_table import ROWS
from .growing import claim, erratum, recommendation, report

World = dict[str, list[Any]]


class Undone(Exception):
    """What a form did is undone before the next page."""


@access.public
def broken(request: HttpRequest) -> HttpResponse:
    """Fail, as a page with a fault does."""
    raise RuntimeError("a fault")


@access.public
def unreadable(request: HttpRequest) -> HttpResponse:
    """Refuse, as a request that cannot be read is refused."""
    raise BadRequest


handler400 = "govreg.core.ui.errors.bad_request"
handler500 = "govreg.core.ui.errors.server_error"
urlpatterns = [
    path("broken/", broken),
    path("unreadable/", unreadable),
    path("", include(floor)),
]


@contextmanager
def seen_templates() -> Iterator[set[str]]:
    """Collect the name of every template rendered meanwhile, included and extended ones too."""
    seen: set[str] = set()

    def see(sender: Any, template: Any, **signal: Any) -> None:
        seen.add(str(template.name))

    template_rendered.connect(see)
    try:
        yield seen
    finally:
        template_rendered.disconnect(see)


def walk(cast: Cast, clients: dict[str, Client], world: World) -> int:
    """Open every page with those whom the access table lets in, then states it does not name."""
    for cached in (screen_of, scrutiny_screen_of):
        cached.cache_clear()  # another test may have shown the same document
    opened = 0
    for row in ROWS:
        opened += _open(row, clients, world)
    for visit in VISITS:
        opened += visit(cast, clients)
    return opened


def _open(row: Row, clients: dict[str, Client], world: World) -> int:
    address = reverse(row.name, args=world[row.about])
    answered = [letter for letter, status in expected(row.get).items() if status == 200]
    for letter in answered[:1] + answered[-1:]:
        _read_through(clients[letter].get(address))
        _post_and_undo(clients[letter], address)
    return len(answered[:2])


def _post_and_undo(client: Client, address: str, **typed: str) -> None:
    cookies = copy.deepcopy(client.cookies)
    try:
        with transaction.atomic():
            client.post(address, typed, follow=True)
            raise Undone
    except Undone:
        client.cookies = cookies


def _read_through(response: Any) -> None:
    """Read what is sent in pieces to its end."""
    if getattr(response, "streaming", False):
        list(response.streaming_content)


def _strangers(cast: Cast, clients: dict[str, Client]) -> int:
    stranger = Client(enforce_csrf_checks=True)
    stranger.post("/sign-in/", {"username": "x"})
    stranger = Client()
    stranger.post("/forgotten-password/", {"email": cast.owner.email})
    for _attempt in range(6):
        stranger.post("/sign-in/", {"username": "nobody@leeds.example", "password": "wrong"})
    clients["O"].get("/nowhere/")
    return 9


def _second_factor(cast: Cast, clients: dict[str, Client]) -> int:
    person = add_user(email="walker@leeds.example", name="Walker", by=cast.administrator)
    client, where = signed_in(person), "/account/second-factor/set-up/"
    telephone = Telephone(read(client.get(where)).find(class_="app-key").text)
    client.post(where, {"code": telephone.code()})
    client.get("/account/")
    half = signed_in(person)
    half.get("/sign-in/recovery-code/")
    half.get("/", follow=True)
    with override_settings(OIDC_ISSUER="http://127.0.0.1:1"):
        assert half.get("/sign-in/council-account/").status_code == 503
    return 6


def _lists(cast: Cast, clients: dict[str, Client]) -> int:
    addresses = (
        "/actions/?words=nothing+has+these+words",
        "/actions/?page=2&sort=-due",
        "/actions/?standing=overdue",
        "/recommendations/?words=nothing",
        "/search/?words=risk",
        "/search/?words=nothingatall",
        "/history/?page=2",
        "/history/?words=nothingatall",
        "/partnerships/?words=nothing",
        "/reviews/",
    )
    for address in addresses:
        clients["U"].get(address)
    assert clients["U"].get("/reviews/begin/from-a-text/999999/").status_code == 404
    section = Section.objects.filter(review__reference="leeds-2007").exclude(body="").first()
    clients["U"].get(section.get_absolute_url())
    clients["O"].get("/administration/people/")
    team = add_team(values={"name": "Empty", "organisation": None}, by=cast.administrator)
    clients["A"].get(team.get_absolute_url())
    return len(addresses) + 4


def _late_answers(cast: Cast, clients: dict[str, Client]) -> int:
    """Open what waits of a quarter that was closed, of a plan that still runs."""
    officer = cast.partnerships_officer
    plan = small_plan(officer, end=date(clock.today().year + 2, 3, 31))
    small_action(plan, "X1", officer)
    reporting = opened(plan, officer)
    close_quarter(reporting=reporting, on=date(2007, 7, 6), by=officer)
    return int(clients["W"].get("/quarterly-answers/").status_code == 200)


def _reports(cast: Cast, clients: dict[str, Client]) -> int:
    addresses = [
        f"/reports/{reference}/{kind}/"
        for reference in ("leeds-2005", "leeds-2007", "west-2008")
        for kind in ("review", "action-plan", "progress")
    ]
    addresses += [f"{address}pdf/" for address in addresses if "leeds" in address]
    addresses += [
        "/reports/leeds-2007/review/?as-at=1+February+2008",
        "/reports/leeds-2007/review/?as-at=yesterday",
        "/what-changed/?since_day=1&since_month=2&since_year=2008",
        "/reports/leeds-2007/action-plan/version/1/",
    ]
    for address in addresses:
        clients["U"].get(address)
    return len(addresses)


def _conflict(cast: Cast, clients: dict[str, Client]) -> int:
    address = reverse(
        "partnerships:change-organisation", args=[Organisation.objects.order_by("pk")[0].pk]
    )
    mine, theirs = (filled_in(read(clients["A"].get(address))) for _writer in range(2))
    clients["A"].post(address, {**theirs, "name": "Theirs", "reason": "Theirs."})
    response = clients["A"].post(address, {**mine, "name": "Mine", "reason": "Mine."})
    assert response.status_code == 409
    return 4


def _faults(cast: Cast, clients: dict[str, Client]) -> int:
    client = signed_in(cast.owner)
    client.raise_request_exception = False
    statuses = [client.get(address).status_code for address in ("/broken/", "/unreadable/")]
    assert statuses == [500, 400]
    assert client.get(floor.ADDRESS).status_code == 200
    return 3


def _long_stories(cast: Cast, clients: dict[str, Client]) -> int:
    """What only shows after a longer story: claims returned, errata, two versions, references."""
    for number in range(2):
        claim(cast, number)
        erratum(cast, number)
        recommendation(cast, number)
        report(cast, number)
    addresses = [
        reverse("recommendations:recommendation", args=["leeds-2007", "9"]),
        reverse("recommendations:recommendation", args=["west-2008", "3"]),
        "/reports/leeds-2007/",
        "/reports/leeds-2007/review/",
        "/reports/leeds-2007/progress/",
        "/reports/leeds-2007/progress/pdf/",
        "/reports/leeds-2007/action-plan/compare/",
        Review.objects.get(reference="leeds-2007").get_absolute_url(),
    ]
    for address in addresses:
        clients["U"].get(address)
    return len(addresses)


def _redaction(cast: Cast, clients: dict[str, Client]) -> int:
    address = reverse("administration:redact")
    for words in (cast.owner.name, "nothing has these words"):
        answer = clients["A"].post(address, {"step": "look", "words": words})
        assert answer.status_code == 200
    return 2


def _meetings(cast: Cast, clients: dict[str, Client]) -> int:
    """Open the dates of a plan before they are created."""
    address = reverse("partnerships:plan-meetings", args=["dp-west", board().pk])
    typed = {**day("start", 1, 9, 2030), "number": "2", "pattern": "weeks", "weeks": "4"}
    typed |= {"nth": "1", "weekday": "2", "kind": "board"}
    assert clients["W"].post(address, typed).status_code == 200
    return 1


def _keepers(cast: Cast, clients: dict[str, Client]) -> int:
    """Open a page with those who keep what stands on it, between whom the table lets in."""
    client = signed_in(cast.partnerships_officer)
    return int(client.get("/partnerships/dp-west/risks/").status_code == 200)


def _digests(cast: Cast, clients: dict[str, Client]) -> int:
    """Write to everybody as on a Monday, and read one's own in advance."""
    assert send_digests(on=date(2026, 11, 30)) > 0
    return int(clients["O"].get("/digest/").status_code == 200)


VISITS = (
    _digests,
    _keepers,
    _late_answers,
    _meetings,
    _strangers,
    _second_factor,
    _lists,
    _reports,
    _conflict,
    _faults,
    _long_stories,
    _redaction,
)
