"""Which of the rows that are looked through stand on the page that is shown?"""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Page, Paginator

from .plan import Draft

A_PAGE = 100


class Counted(Sequence[Any]):
    """So many rows of which only one page is kept."""

    def __init__(self, count: int) -> None:
        self._count = count

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, place: Any) -> Any:
        return []


class Shown:
    """The rows in certain states: all are counted, and those of one page are kept.

    Call it with each row that is judged.
    """

    def __init__(self, *states: str, page: str) -> None:
        self._states = states
        self._wanted = int(page) if page.isascii() and page.isdigit() else 1
        self._count = 0
        self._kept: list[Draft] = []

    def __call__(self, draft: Draft) -> None:
        """Count a row; keep it where its page is the one that is wanted, or the last so far."""
        if draft.state not in self._states:
            return
        number, first = self._count // A_PAGE + 1, self._count % A_PAGE == 0
        self._count += 1
        if number > max(self._wanted, 1):
            return
        if first:
            self._kept = []
        self._kept.append(draft)

    @property
    def page(self) -> Page:
        """The page; the last one where there are not so many."""
        page = Paginator(Counted(self._count), A_PAGE).get_page(max(self._wanted, 1))
        page.object_list = self._kept
        return page
