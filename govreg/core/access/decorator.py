"""Who may call this view?

Every view declares it with `@access(...)`; the middleware refuses a view that does not.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from .permissions import Permission

View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Declaration:
    """What a view asks for: nobody in particular, a signed-in user, or one of some permissions."""

    signed_in: bool
    permissions: frozenset[Permission] = frozenset()
    first_factor_is_enough: bool = False


class Access:
    """The decorator `@access`: with permissions (any one suffices), `.signed_in`, `.first_factor`
    or `.public`.

    A permission here opens the page; which records a person may touch on it is decided where the
    record is loaded (`visible_to`) and by the rules of the service.
    """

    def __call__(self, *permissions: Permission) -> Callable[[View], View]:
        """Declare that a person with any of the permissions may call the view."""
        if not permissions:
            raise TypeError("Name at least one permission, or use access.signed_in.")
        return self._declare(Declaration(signed_in=True, permissions=frozenset(permissions)))

    def public(self, view: View) -> View:
        """Declare that anybody may call the view."""
        return self._declare(Declaration(signed_in=False))(view)

    def signed_in(self, view: View) -> View:
        """Declare that any signed-in user may call the view."""
        return self._declare(Declaration(signed_in=True))(view)

    def first_factor(self, view: View) -> View:
        """Declare that a user may call the view before the second factor is passed or set up."""
        return self._declare(Declaration(signed_in=True, first_factor_is_enough=True))(view)

    @staticmethod
    def _declare(declaration: Declaration) -> Callable[[View], View]:
        def mark(view: View) -> View:
            view.access_declaration = declaration  # type: ignore[attr-defined]
            return view

        return mark


access = Access()


def declared_access(view: Callable[..., Any]) -> Declaration | None:
    """Return what a view declared, or None when it declared nothing."""
    return getattr(view, "access_declaration", None)
