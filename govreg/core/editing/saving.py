"""What happens in a view when a rule refuses what the form asks for?"""

from collections.abc import Callable
from typing import TypeVar

from django.forms import BaseForm

from govreg.core.refusals import Refused

Result = TypeVar("Result")


def attempt(form: BaseForm, verb: Callable[[], Result]) -> Result | None:
    """Call a service for a valid form; a refusal becomes an error of the form, and nothing is lost.

    Returns what the service returned, or None when it refused.
    """
    try:
        return verb()
    except Refused as refused:
        form.add_error(None, refused.refusal.sentence)
        remind = getattr(form, "remind", None)
        if remind:
            remind()
        return None
