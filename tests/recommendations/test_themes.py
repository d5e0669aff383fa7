"""Is it seen which weakness recurs from review to review, by those who may see the reviews?"""

import pytest

from govreg.core.refusals import Refused
from recommendations.models import Recommendation, RecommendationTheme, Theme
from recommendations.queries.themes import of_theme, themes_listed
from recommendations.services.themes import add_theme, change_theme, say_themes
from tests.partnerships.pages import read
from tests.people import Cast, signed_in

pytestmark = pytest.mark.django_db


def exits() -> Theme:
    return Theme.objects.get(name="Exit arrangements")


def of(reference: str, number: str) -> Recommendation:
    return Recommendation.objects.get(review__reference=reference, number=number)


def test_exit_arrangements_recur_in_both_reviews(cast: Cast) -> None:
    theme = themes_listed(cast.scrutiny_member).get(name="Exit arrangements")
    assert (theme.count, theme.open_count, theme.reviews) == (2, 2, 2)
    assert (theme.first.year, theme.last.year) == (2005, 2007)
    found = of_theme(theme, cast.scrutiny_member)
    assert {(one.review.reference, one.number) for one in found} == {
        ("leeds-2005", "6"),
        ("leeds-2007", "3"),
    }
    page = read(signed_in(cast.scrutiny_member).get(theme.get_absolute_url()))
    assert "2 recommendations" in page.get_text()


def test_every_recommendation_of_the_reviews_has_a_theme(cast: Cast) -> None:
    tagged = RecommendationTheme.objects.values("recommendation").distinct().count()
    assert tagged == Recommendation.objects.count() == 21


def test_who_sees_one_review_counts_its_recommendations_alone(cast: Cast) -> None:
    theme = themes_listed(cast.lead_officer).get(name="Exit arrangements")
    assert (theme.count, theme.reviews) == (1, 1)
    page = signed_in(cast.lead_officer).get(theme.get_absolute_url()).content.decode()
    assert "leeds-2005" not in page


def test_a_recommendation_says_what_it_is_about_and_its_history_too(cast: Cast) -> None:
    thing = of("leeds-2007", "4")
    client = signed_in(cast.auditor)
    address = f"{thing.get_absolute_url()}themes/"
    chosen = [theme.pk for theme in (exits(), Theme.objects.get(name="Information sharing"))]
    assert client.post(address, {"themes": chosen}).status_code == 302
    shown = read(client.get(thing.get_absolute_url())).get_text(" ", strip=True)
    assert "Exit arrangements , Information sharing" in shown
    assert themes_listed(cast.auditor).get(pk=exits().pk).count == 3
    client.post(address, {"themes": []})
    assert "None is stated." in read(client.get(thing.get_absolute_url())).get_text()
    label = "recommendations.recommendation"
    history = read(client.get(f"/history/{label}/{thing.pk}/")).get_text()
    assert "Said what a recommendation is about" in history


def test_only_those_who_answer_for_it_say_what_it_is_about(cast: Cast) -> None:
    thing = of("leeds-2007", "4")
    for person in (cast.lead_officer, cast.partnerships_officer, cast.auditor):
        say_themes(recommendation=thing, themes=[exits()], by=person)
    for person in (cast.area_manager_west, cast.scrutiny_member, cast.owner, cast.administrator):
        with pytest.raises(Refused, match="What a recommendation is about"):
            say_themes(recommendation=thing, themes=[], by=person)
    assert RecommendationTheme.objects.get(recommendation=thing).theme == exits()


def test_the_list_is_kept_by_administrators_with_each_name_once(cast: Cast) -> None:
    made = add_theme(values={"name": "Complaints", "meaning": ""}, by=cast.administrator)
    with pytest.raises(Refused, match="There is a theme of this name already"):
        add_theme(values={"name": "complaints", "meaning": ""}, by=cast.administrator)
    with pytest.raises(Refused, match="Only an administrator"):
        add_theme(values={"name": "Another", "meaning": ""}, by=cast.auditor)
    changed = change_theme(
        theme=made,
        version=made.version,
        values={"name": "Complaints and redress", "meaning": "Across partners."},
        by=cast.administrator,
        reason="A fuller name.",
    )
    assert changed.name == "Complaints and redress"
    assert "Add a theme" not in signed_in(cast.auditor).get("/themes/").content.decode()


def test_two_who_choose_themes_at_once_meet(cast: Cast) -> None:
    thing = of("leeds-2007", "4")
    address = f"{thing.get_absolute_url()}themes/"
    client = signed_in(cast.auditor)
    seen = read(client.get(address)).find("input", {"name": "seen"})["value"]
    say_themes(recommendation=thing, themes=[exits()], by=cast.partnerships_officer)
    other = Theme.objects.get(name="Information sharing")
    answer = client.post(address, {"themes": [other.pk], "seen": seen})
    page = read(answer)
    assert "They are now: Exit arrangements." in page.get_text()
    assert RecommendationTheme.objects.get(recommendation=thing).theme == exits()
    kept = page.find("input", {"name": "themes", "value": str(other.pk)})
    assert kept.has_attr("checked")
    again = page.find("input", {"name": "seen"})["value"]
    assert client.post(address, {"themes": [other.pk], "seen": again}).status_code == 302
    assert RecommendationTheme.objects.get(recommendation=thing).theme == other
