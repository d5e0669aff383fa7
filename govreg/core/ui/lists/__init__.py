"""What does a person scan: which rows, in which columns, filtered and ordered how?"""

from .columns import Column
from .computed_list import ComputedList
from .filters import RegisterFilterSet
from .records import RecordFilter
from .register_list import RegisterList
from .response import list_context, list_response

__all__ = [
    "Column",
    "ComputedList",
    "RecordFilter",
    "RegisterFilterSet",
    "RegisterList",
    "list_context",
    "list_response",
]
