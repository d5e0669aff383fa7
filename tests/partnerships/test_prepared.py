"""Does a prepared read answer as the QuerySet that it was made of would, whatever it is given?"""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import EmptyResultSet
from django.db.models import DateField, DateTimeField, Value

from govreg.core import clock
from govreg.core.prepared import prepared
from partnerships.models import Body, Membership, Partnership, QuarterVersion
from partnerships.queries.health import health_of

DAYS = (date(2004, 1, 1), date(2007, 4, 1), date(2026, 1, 31))


def seats(keys: list[int], role: str, on: date) -> Any:
    """The seats of a role on a day; two reads in one, with a day among the columns."""
    held = Membership.objects.in_force(on=on).filter(partnership__in=keys, role=role)
    told = held.annotate(told=Value(on, output_field=DateField())).order_by()
    columns = ("partnership", "organisation__name", "start", "told")
    bodies = Body.objects.filter(partnership__in=keys).annotate(
        told=Value(on, output_field=DateField())
    )
    others = bodies.order_by().values_list("partnership", "name", "start", "told")
    return told.values_list(*columns).union(others, all=True)


def test_the_answer_is_that_of_the_query_set_for_any_day_word_and_number_of_keys(
    leeds: None, django_assert_num_queries: Any
) -> None:
    read = prepared(seats)
    keys = list(Partnership.objects.values_list("pk", flat=True))
    compared = 0
    for chosen in ([], keys[:1], keys[1:2], keys[2:5], keys):
        for on in DAYS:
            for role in Membership.Role.values:
                plain = list(seats(keys=chosen, role=role, on=on))
                with django_assert_num_queries(1 if chosen else 0):
                    answered = read(keys=chosen, role=role, on=on)
                assert sorted(answered, key=str) == sorted(plain, key=str)
                assert all(row[3] == on for row in answered)
                compared += len(answered)
    assert compared > 100


def test_a_moment_is_compared_as_a_query_set_compares_it_whatever_its_zone(leeds: None) -> None:
    def until(ended: datetime) -> Any:
        closed = QuarterVersion.objects.filter(closed_at__lte=ended).order_by("pk")
        return closed.annotate(told=Value(ended, output_field=DateTimeField())).values_list(
            "pk", "told"
        )

    read = prepared(until)
    moments = list(QuarterVersion.objects.values_list("closed_at", flat=True))
    assert len(set(moments)) > 2
    numbers = set()
    for moment in moments:
        for near in (moment, moment - timedelta(microseconds=1)):
            for ended in (near, near.astimezone(clock.LONDON)):
                assert read(ended=ended) == list(until(ended))
                assert all(told == ended for _key, told in read(ended=ended))
                numbers.add(len(read(ended=ended)))
    assert len(numbers) > 2

    with pytest.raises(TypeError, match="aware moments"):
        read(ended=moments[0].replace(tzinfo=None))
    with pytest.raises(TypeError, match="does not use all that it is given: ended"):
        prepared(lambda ended: until(ended - timedelta(days=1)))(ended=moments[0])


def test_a_moment_that_is_looked_at_or_computed_with_is_refused(leeds: None) -> None:
    ended = datetime(2007, 2, 1, tzinfo=UTC)

    def within_a_week(ended: datetime) -> Any:
        week = {"closed_at__lte": ended, "closed_at__gt": ended - timedelta(days=7)}
        return QuarterVersion.objects.filter(**week).values_list("pk")

    def in_some_years(ended: datetime) -> Any:
        found = QuarterVersion.objects.filter(closed_at__lte=ended)
        return (found if ended.year > 2006 else found.none()).values_list("pk")

    def by_year(ended: datetime) -> Any:
        found = QuarterVersion.objects.filter(closed_at__lte=ended)
        return (found.order_by("pk") if ended.year > 2006 else found).values_list("pk")

    for build in (within_a_week, by_year):
        with pytest.raises(TypeError, match="may not compute with its moments"):
            prepared(build)(ended=ended)
    with pytest.raises((TypeError, EmptyResultSet)):
        prepared(in_some_years)(ended=ended)


def test_a_read_made_for_a_moment_is_not_used_for_a_day(leeds: None) -> None:
    def until(ended: Any) -> Any:
        return QuarterVersion.objects.filter(closed_at__date__lte=ended).values_list("pk")

    read = prepared(until)
    day = date(2007, 2, 1)
    assert len(read(ended=day)) == len(until(day)) > 0
    with pytest.raises(TypeError):
        read(ended=datetime(2006, 8, 1, tzinfo=UTC))


def test_what_would_be_fixed_for_good_is_refused(leeds: None) -> None:
    key = Partnership.objects.values_list("pk", flat=True)[0]

    def computes(keys: list[int], on: date) -> Any:
        return Membership.objects.filter(
            partnership__in=keys, start__gt=on - timedelta(days=1)
        ).values_list("pk")

    def forgets(keys: list[int], on: date) -> Any:
        return Membership.objects.filter(partnership__in=keys).values_list("pk")

    with pytest.raises(TypeError, match="computed day as another"):
        prepared(computes)(keys=[key], on=DAYS[0])
    with pytest.raises(TypeError, match="does not use all that it is given: on"):
        prepared(forgets)(keys=[key], on=DAYS[0])


def test_a_partnership_stands_alone_as_it_stands_among_all(leeds: None) -> None:
    everyone = list(Partnership.objects.all())
    assert len(everyone) > 4
    for on in DAYS:
        among_all = health_of(everyone, on=on)
        for partnership in everyone:
            assert health_of([partnership], on=on)[partnership.pk] == among_all[partnership.pk]


def test_arguments_in_another_order_are_not_taken_for_each_other(leeds: None) -> None:
    def two(first: list[int], second: list[int]) -> Any:
        found = Partnership.objects.filter(pk__in=first).exclude(pk__in=second)
        return found.order_by("pk").values_list("pk")

    read = prepared(two)
    one, other, third = Partnership.objects.order_by("pk").values_list("pk", flat=True)[:3]
    assert read(first=[one], second=[other, third]) == [(one,)]
    assert read(second=[other], first=[one, other]) == [(one,)]
    assert read(second=[one], first=[other]) == [(other,)]
    with pytest.raises(TypeError, match="lists of whole numbers"):
        read(first=[one, None], second=[other])
