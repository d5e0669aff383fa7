"""Is a way of looking at a list kept under a name, for oneself or for everybody?"""

import pytest
from django.urls import reverse

from recommendations.models import SavedFilter
from recommendations.rules.saved_filters import MOST
from recommendations.services.saved_filters import save_filter
from tests.partnerships.pages import read
from tests.people import Cast, signed_in

pytestmark = pytest.mark.django_db
ACTIONS = "/actions/"
ASKED = "column=due&column=about&standing=overdue"


def saved(cast: Cast, **other: object) -> SavedFilter:
    given = {"place": "actions", "asked": ASKED, "name": "Late ones", "is_shared": False}
    return save_filter(**{**given, "by": cast.auditor, **other})  # type: ignore[arg-type]


def test_a_list_is_saved_with_its_filters_order_and_columns(cast: Cast) -> None:
    client = signed_in(cast.auditor)
    page = read(client.get(f"{ACTIONS}?{ASKED}&page=2&sort=-due"))
    link = page.find("a", string="Save this filter")["href"]
    assert "page" not in link
    answer = client.post(link, {"name": "Late ones", "once": _once(client, link)})
    assert answer.status_code == 302
    one = SavedFilter.objects.get()
    assert one.asked == "column=due&column=about&sort=-due&standing=overdue"
    beside = read(client.get(ACTIONS)).find("nav", {"aria-label": "Saved filters"})
    assert beside.find("a", string="Late ones")["href"] == one.address
    headers = [th.get_text(strip=True) for th in read(client.get(one.address)).select("thead th")]
    assert headers == ["Action", "Due▼", "About"]


def _once(client: object, address: str) -> str:
    found = read(client.get(address)).find("input", {"name": "once"})  # type: ignore[attr-defined]
    return found["value"] if found else ""


def test_only_a_shared_filter_is_found_by_others_who_see_their_own_rows_by_it(cast: Cast) -> None:
    saved(cast)
    shared = saved(cast, name="For all", is_shared=True)
    page = read(signed_in(cast.owner).get(ACTIONS)).find("nav", {"aria-label": "Saved filters"})
    assert [a.get_text() for a in page.select("a")][:1] == ["For all"]
    assert "shared by" in page.get_text()
    assert "Late ones" not in page.get_text()
    rows = read(signed_in(cast.owner).get(shared.address)).select("tbody tr")
    everything = read(signed_in(cast.auditor).get(shared.address)).select("tbody tr")
    assert 0 < len(rows) < len(everything)


def test_nobody_changes_anothers_filter_and_an_administrator_removes_a_shared_one(
    cast: Cast,
) -> None:
    own, shared = saved(cast), saved(cast, name="For all", is_shared=True)
    administrator = signed_in(cast.administrator)
    change = reverse("recommendations:change-filter", args=[shared.pk])
    assert administrator.get(change).status_code == 403
    hidden = reverse("recommendations:remove-filter", args=[own.pk])
    assert administrator.get(hidden).status_code == 404
    remove = reverse("recommendations:remove-filter", args=[shared.pk])
    assert signed_in(cast.owner).post(remove).status_code == 403
    assert administrator.post(remove, follow=True).status_code == 200
    shared.refresh_from_db()
    assert shared.removed_on
    assert "For all" not in read(signed_in(cast.auditor).get(ACTIONS)).get_text()


@pytest.mark.parametrize(
    ("asked", "name", "sentence"),
    [
        ("", "Nothing", "Nothing is filtered, ordered or chosen"),
        ("words=x", "LATE ONES", "You have a filter “LATE ONES” of this list"),
        ("words=" + "x" * 3000, "Long", "too long to save"),
    ],
)
def test_what_cannot_be_saved_is_said(cast: Cast, asked: str, name: str, sentence: str) -> None:
    saved(cast)
    address = f"{reverse('recommendations:save-filter', args=['actions'])}?{asked}"
    answer = signed_in(cast.auditor).post(address, {"name": name})
    assert sentence in answer.content.decode()
    assert SavedFilter.objects.count() == 1


def test_nobody_keeps_more_than_they_find_their_way_among(cast: Cast) -> None:
    for number in range(MOST):
        saved(cast, name=f"Number {number}")
    address = f"{reverse('recommendations:save-filter', args=['actions'])}?words=x"
    answer = signed_in(cast.auditor).get(address)
    assert answer.status_code == 403
    assert f"You have {MOST} saved filters" in answer.content.decode()


def test_columns_that_are_no_columns_are_passed_over_and_a_file_has_those_chosen(
    cast: Cast,
) -> None:
    client = signed_in(cast.auditor)
    usual = read(client.get(ACTIONS)).select("thead th")
    assert len(read(client.get(f"{ACTIONS}?column=nonsense")).select("thead th")) == len(usual)
    answer = client.get(f"{ACTIONS}?column=about&column=state&export=csv")
    first = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()[0]  # type: ignore[attr-defined]
    assert first == "Action,About,State"
