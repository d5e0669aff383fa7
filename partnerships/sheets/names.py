"""Which record does a name in a sheet mean?

An organisation is known by its name and by its other names. A name that is neither is looked at by
a person: it may be another name of one that there is, or a new organisation.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from typing import Any

from govreg.core.transfer.cells import CellError
from govreg.core.transfer.plan import Notice, UnknownName
from partnerships.models import Body, Organisation, OrganisationAlias, Partnership, Post
from partnerships.services.allowed import enforce_keeping_reference
from partnerships.services.organisations import add_alias, add_organisation

#: So many names are looked up for likeness; who has more mends these first.
MOST_UNKNOWN = 50
MOST_NEAR = 5
ALIKE = 0.6
SMALL_WORDS = {"the", "of", "and", "for", "in", "&"}
#: What a person may decide of a name: another name of a record, the same only here, or a new one.
ALIAS, HERE, NEW = "alias", "here", "new"


def folded(name: str) -> str:
    """Return a name as it is compared: case, outer and double blanks and apostrophes set aside."""
    return " ".join(name.replace("'", "’").split()).casefold()


class OrganisationNames:
    """The organisations by every name they have, and what a file calls them."""

    def __init__(self, *, by: Any, choices: Mapping[str, str]) -> None:
        self._by = by
        self._choices = choices
        self._known: dict[str, Organisation] = {}
        self._line = 0
        self._unknown: dict[str, tuple[str, dict[int, None]]] = {}
        self._called: dict[int, dict[str, int]] = defaultdict(dict)
        self.notices: list[Notice] = []

    def load(self) -> None:
        """Read every name once, and carry out what was decided of unknown ones. Raises Refused."""
        aliases = OrganisationAlias.objects.select_related("organisation")
        for alias in aliases.filter(organisation__merged_into=None):
            self._known[folded(alias.name)] = alias.organisation
        for organisation in Organisation.objects.current():
            self._known[folded(organisation.name)] = organisation
        by_key = {one.pk: one for one in self._known.values()}
        for name, choice in self._choices.items():
            if folded(name) not in self._known:
                self._decide(name, choice, by_key)

    def at_line(self, line: int) -> None:
        """Be told which line is read next."""
        self._line = line

    def read(self, text: str) -> Organisation:
        """Return the organisation of a name. Raises CellError where nobody knows it."""
        key = folded(text)
        found = self._known.get(key)
        if found is None:
            self._unknown.setdefault(key, (text, {}))[1][self._line] = None
            raise CellError(
                f"“{text[:200]}” is the name of no organisation in the register. Say which one it "
                "is, or correct the name."
            )
        self._notice(found, key, text)
        return found

    def unknown(self) -> list[UnknownName]:
        """Return the names that nobody knows, each with the organisations called most like it."""
        names = {folded(one.name): one for one in self._known.values()}
        return [
            UnknownName(name, tuple(lines), tuple(self._near(name, names)))
            for name, lines in list(self._unknown.values())[:MOST_UNKNOWN]
        ]

    def _near(self, name: str, names: Mapping[str, Organisation]) -> Iterable[tuple[int, str]]:
        scored: dict[int, tuple[float, Organisation]] = {}
        for other, organisation in self._known.items():
            likeness = alike(folded(name), other)
            if likeness >= ALIKE and likeness > scored.get(organisation.pk, (0.0, None))[0]:
                scored[organisation.pk] = (likeness, organisation)
        best = sorted(scored.values(), key=lambda one: (-one[0], one[1].name))[:MOST_NEAR]
        return [(one.pk, one.name) for _score, one in best]

    def _notice(self, found: Organisation, key: str, text: str) -> None:
        called = self._called[found.pk]
        if called and key not in called:
            other, line = next(iter(called.items()))
            shown = found.name if other == folded(found.name) else f"another name of {found.name}"
            self.notices.append(
                Notice(
                    self._line,
                    f"“{text[:200]}” is the same organisation as on line {line} ({shown}).",
                )
            )
        called.setdefault(key, self._line)

    def _decide(self, name: str, choice: str, by_key: Mapping[int, Organisation]) -> None:
        what, _colon, value = choice.partition(":")
        if what == NEW and value in Organisation.Sector.values:
            enforce_keeping_reference(by=self._by)
            made = add_organisation(values={"name": name, "sector": value}, by=self._by)
            self._known[folded(name)] = made
            return
        meant = by_key.get(int(value)) if value.isascii() and value.isdigit() else None
        if meant is None or what not in (ALIAS, HERE):
            return
        if what == ALIAS:
            enforce_keeping_reference(by=self._by)
            add_alias(organisation=meant, name=name, by=self._by)
        self._known[folded(name)] = meant


def alike(one: str, other: str) -> float:
    """Return how like two folded names are, from 0 to 1; initials stand for words.

    >>> alike("leeds pct", "leeds primary care trust") > ALIKE
    True
    """
    matcher = SequenceMatcher(None, one, other)
    if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE:
        likeness = matcher.ratio()
        if likeness >= ALIKE:
            return likeness
    words, others = _words(one), _words(other)
    if not words or not others:
        return 0.0
    short, long = sorted((words, others), key=len)
    if _stand_for(short, long):
        return 0.9
    shared = len(set(words) & set(others))
    return 0.8 * shared / max(len(set(words)), len(set(others)))


def _words(name: str) -> list[str]:
    return [word for word in name.replace("-", " ").split() if word not in SMALL_WORDS]


def _stand_for(short: list[str], long: list[str]) -> bool:
    """Say whether each short word is one of the long ones, or the initials of several in a row."""
    place, initials = 0, 0
    for word in short:
        if place < len(long) and word == long[place]:
            place += 1
            continue
        letters = "".join(w[0] for w in long[place : place + len(word)])
        if len(word) < 2 or word != letters:
            return False
        place += len(word)
        initials += 1
    return place == len(long) and initials > 0


class PostNames:
    """The posts by title, and by title and organisation where several have one title."""

    def __init__(self) -> None:
        self._by_title: dict[str, list[Post]] = defaultdict(list)
        self._by_both: dict[str, Post] = {}

    def load(self) -> None:
        """Read every post once."""
        for post in Post.objects.select_related("organisation"):
            self._by_title[folded(post.title)].append(post)
            self._by_both[folded(_in_full(post))] = post

    def read(self, text: str) -> Post:
        """Return the post of a title. Raises CellError where there is none, or several."""
        found = self._by_title.get(folded(text), [])
        if len(found) == 1:
            return found[0]
        post = self._by_both.get(folded(text))
        if post is not None:
            return post
        if found:
            offered = "; ".join(_in_full(post) for post in found[:MOST_NEAR])
            raise CellError(f"Several posts are called “{text[:200]}”. Write one of: {offered}.")
        raise CellError(f"“{text[:200]}” is no post in the register. Correct it or leave it empty.")


def _in_full(post: Post) -> str:
    return f"{post.title} ({post.organisation.name})" if post.organisation else post.title


def post_in_words(post: Post) -> str:
    """Return a post's title, with its organisation, so that no other has the same words."""
    return _in_full(post)


class BodyNames:
    """The bodies of one partnership by name."""

    def __init__(self, partnership: Partnership) -> None:
        self._partnership = partnership
        self._known: dict[str, Body] = {}

    def load(self) -> None:
        """Read every body once."""
        for body in Body.objects.filter(partnership=self._partnership):
            body.partnership = self._partnership
            self._known[folded(body.name)] = body

    def read(self, text: str) -> Body:
        """Return the body of a name. Raises CellError where the partnership has no such body."""
        found = self._known.get(folded(text))
        if found is None:
            raise CellError(
                f"“{text[:200]}” is no body of {self._partnership.name}. Correct the name, or add "
                "the body first."
            )
        return found
