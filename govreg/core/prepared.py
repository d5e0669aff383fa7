"""How is a small read that a page makes at every visit worked out only once?

Django works a QuerySet's SQL out anew at each use. On a page that asks a dozen small questions this
takes several times as long as the database takes to answer them. A prepared read keeps the SQL and
puts the arguments of each visit in: it asks the database the same question with the same answer.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import update_wrapper
from typing import Any, Never

from django.db import DEFAULT_DB_ALIAS, connection, connections

#: A page of a list has 25 rows. SQL differs with the length of a list: a longer one is read anew.
MOST_IN_A_LIST = 50
_FIRST_KEY = -2_000_000_000
KEPT_AS = "_prepared_reads"


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
            return connection.ops.adapt_datefield_value(value)
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
    """A function that returns a `values_list`, called with dates, words and short lists of keys."""

    def __init__(self, build: Callable[..., Any]) -> None:
        self._build = build
        update_wrapper(self, build)

    def __call__(self, **arguments: Any) -> list[Any]:
        """Return the rows as tuples. Raises TypeError where the read looks at its dates."""
        shape = tuple(sorted((name, _length(value)) for name, value in arguments.items()))
        if any(not 0 < length <= MOST_IN_A_LIST for _name, length in shape):
            return list(self._build(**arguments))
        # A connection belongs to one thread, and a compiler to one connection, with which it goes.
        kept: dict[Any, _Statement] = vars(connections[DEFAULT_DB_ALIAS]).setdefault(KEPT_AS, {})
        if (self, shape) not in kept:
            kept[self, shape] = self._prepared(arguments)
        return kept[self, shape].rows(arguments)

    def _prepared(self, arguments: dict[str, Any]) -> _Statement:
        stand_ins, places = _stand_ins(arguments)
        compiler = self._build(**stand_ins).query.get_compiler(connection.alias)
        sql, parameters = compiler.as_sql()
        placed = tuple(places.get(p, p) if _may_stand_in(p) else p for p in parameters)
        missing = set(places.values()) - set(placed)
        if missing:
            names = ", ".join(sorted({place.name for place in missing}))
            raise TypeError(f"A prepared read does not use all that it is given: {names}.")
        return _Statement(compiler, sql, placed)


def _length(value: Any) -> int:
    """Return how many places an argument takes: one for a day or a word, one for each key.

    Raises TypeError for what the database would compare otherwise than a QuerySet does.
    """
    if isinstance(value, datetime) or value is None:
        raise TypeError("A prepared read takes days, words and lists of keys.")
    if isinstance(value, date | str):
        return 1
    if any(not isinstance(key, int) for key in value):
        raise TypeError("A prepared read takes lists of whole numbers.")
    return len(value)


def _may_stand_in(parameter: Any) -> bool:
    return isinstance(parameter, date | str | int)


def _stand_ins(arguments: dict[str, Any]) -> tuple[dict[str, Any], dict[Any, _Place]]:
    """Return a value that nobody uses for each argument, and the place that each value marks."""
    stand_ins: dict[str, Any] = {}
    places: dict[Any, _Place] = {}
    for index, (name, value) in enumerate(arguments.items()):
        if isinstance(value, date):
            unknown = _UnknownDay.fromordinal(1 + index)
            stand_ins[name] = unknown
            places[connection.ops.adapt_datefield_value(unknown)] = _Place(name)
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


def prepared(build: Callable[..., Any]) -> PreparedRead:
    """Prepare a read: its dates, words and lists of keys are named arguments, its answer tuples."""
    return PreparedRead(build)
