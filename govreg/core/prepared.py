"""How is a small read that a page makes at every visit worked out only once?

Django works a QuerySet's SQL out anew at each use. On a page that asks a dozen small questions this
takes several times as long as the database takes to answer them. A prepared read keeps the SQL and
puts the arguments of each visit in: it asks the database the same question with the same answer.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import update_wrapper
from typing import Any, Never

from django.db import DEFAULT_DB_ALIAS, connection, connections

#: A page of a list has 25 rows. SQL differs with the length of a list: a longer one is read anew.
MOST_IN_A_LIST = 50
_FIRST_KEY = -2_000_000_000
KEPT_AS = "_prepared_reads"
LAST_YEAR = 9998


class _UnknownDay(date):
    """Stands for a day that is not known yet; whoever looks at it would fix it for good."""

    def _refuse(self, *others: object) -> Never:
        raise TypeError(
            "A prepared read may not compute with its dates: give it the computed day as another "
            "argument."
        )

    __add__ = __sub__ = __lt__ = __le__ = __gt__ = __ge__ = _refuse
    year = month = day = property(_refuse)
    replace = strftime = _refuse  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an argument goes: its name, and which of a list it is."""

    name: str
    number: int | None = None

    def of(self, arguments: dict[str, Any]) -> Any:
        value = arguments[self.name]
        if isinstance(value, date):
            return _adapted(value)
        return value if self.number is None else value[self.number]


@dataclass(frozen=True, slots=True)
class _Statement:
    """SQL with its places, and what turns the rows of the database into Python's."""

    compiler: Any
    sql: str
    parameters: tuple[Any, ...]

    def rows(self, arguments: dict[str, Any]) -> list[Any]:
        given = [p.of(arguments) if isinstance(p, _Place) else p for p in self.parameters]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, given)
            fetched = cursor.fetchall()
        return list(self.compiler.results_iter([fetched], tuple_expected=True))


class PreparedRead:
    """A function that returns a `values_list`, called with days, moments, words and short lists."""

    def __init__(self, build: Callable[..., Any]) -> None:
        self._build = build
        update_wrapper(self, build)

    def __call__(self, **arguments: Any) -> list[Any]:
        """Return the rows as tuples. Raises TypeError where the read looks at its dates."""
        shape = tuple(sorted((name, *_kind(value)) for name, value in arguments.items()))
        if any(not 0 < length <= MOST_IN_A_LIST for _name, _kind, length in shape):
            return list(self._build(**arguments))
        # A connection belongs to one thread, and a compiler to one connection, with which it goes.
        kept: dict[Any, _Statement] = vars(connections[DEFAULT_DB_ALIAS]).setdefault(KEPT_AS, {})
        if (self, shape) not in kept:
            kept[self, shape] = self._prepared(arguments)
        return kept[self, shape].rows(arguments)

    def _prepared(self, arguments: dict[str, Any]) -> _Statement:
        """Work the SQL out, twice where a moment is given: it cannot refuse to be looked at."""
        statement = self._built(arguments, moments_in=1)
        if any(isinstance(value, datetime) for value in arguments.values()):
            again = self._built(arguments, moments_in=LAST_YEAR)
            if (again.sql, again.parameters) != (statement.sql, statement.parameters):
                raise TypeError(
                    "A prepared read may not compute with its moments: give it the computed "
                    "moment as another argument."
                )
        return statement

    def _built(self, arguments: dict[str, Any], *, moments_in: int) -> _Statement:
        stand_ins, places = _stand_ins(arguments, moments_in=moments_in)
        compiler = self._build(**stand_ins).query.get_compiler(connection.alias)
        sql, parameters = compiler.as_sql()
        placed = tuple(places.get(p, p) if _may_stand_in(p) else p for p in parameters)
        missing = set(places.values()) - set(placed)
        if missing:
            names = ", ".join(sorted({place.name for place in missing}))
            raise TypeError(f"A prepared read does not use all that it is given: {names}.")
        return _Statement(compiler, sql, placed)


def _kind(value: Any) -> tuple[str, int]:
    """Return what an argument is, and how many places it takes: one question serves no other."""
    kinds = (datetime, date, str)
    return next((kind.__name__ for kind in kinds if isinstance(value, kind)), ""), _length(value)


def _length(value: Any) -> int:
    """Return how many places an argument takes: one, or one for each key of a list.

    Raises TypeError for what the database would compare otherwise than a QuerySet does.
    """
    if value is None or (isinstance(value, datetime) and value.tzinfo is None):
        raise TypeError("A prepared read takes days, aware moments, words and lists of keys.")
    if isinstance(value, date | str):
        return 1
    if any(not isinstance(key, int) for key in value):
        raise TypeError("A prepared read takes lists of whole numbers.")
    return len(value)


def _adapted(value: date) -> Any:
    """Return a day or a moment as the database takes it."""
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return connection.ops.adapt_datefield_value(value)


def _may_stand_in(parameter: Any) -> bool:
    return isinstance(parameter, date | str | int)


def _stand_ins(
    arguments: dict[str, Any], *, moments_in: int
) -> tuple[dict[str, Any], dict[Any, _Place]]:
    """Return a value that nobody uses for each argument, and the place that each value marks."""
    stand_ins: dict[str, Any] = {}
    places: dict[Any, _Place] = {}
    for index, (name, value) in enumerate(arguments.items()):
        if isinstance(value, date):
            stand_ins[name] = _unknown(value, index, year=moments_in)
            places[_adapted(stand_ins[name])] = _Place(name)
            continue
        if isinstance(value, str):
            stand_ins[name] = f"?{name}?"
            places[stand_ins[name]] = _Place(name)
            continue
        first = _FIRST_KEY + index * MOST_IN_A_LIST
        keys = range(first, first + len(value))
        stand_ins[name] = list(keys)
        places |= {key: _Place(name, number) for number, key in enumerate(keys)}
    return stand_ins, places


def _unknown(value: date, index: int, *, year: int) -> date:
    """Return what stands for a day, or for a moment: in a year that is far from any other.

    A moment is turned into its own zone by the database's adapter, so it cannot refuse to be looked
    at as a day does.
    """
    if isinstance(value, datetime):
        return datetime(year, 2, 1 + index, tzinfo=UTC)
    return _UnknownDay.fromordinal(1 + index)


def prepared(build: Callable[..., Any]) -> PreparedRead:
    """Prepare a read: its days, moments, words and keys are named arguments, its answer tuples."""
    return PreparedRead(build)
