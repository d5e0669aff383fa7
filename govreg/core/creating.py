"""How are a migration's many tables created without describing the whole register for each?

Django renders every model that is connected with a new one again, and in a register all of them
are connected: a hundred tables cost ten thousand renderings. Tables that are created one after the
other are rendered once here. What is written to the database is the same.
"""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.db.migrations import CreateModel, Migration
from django.db.migrations.operations.base import Operation


class CreateTogether(Operation):
    """Several new models, none of which needs a table of its group to be changed between."""

    reduces_to_sql = True
    reversible = True

    def __init__(self, operations: Iterable[Operation]) -> None:
        self.operations = list(operations)

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Add the models; they are rendered when they are next asked for."""
        vars(state).pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        """Create the tables in their order."""
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        """Remove the tables, the last one first."""
        for operation in reversed(self.operations):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        """Return what a migration says that it does here."""
        return f"Create {len(self.operations)} models"


class CreatingMigration(Migration):
    """A migration that creates the tables that follow each other together."""

    def __init__(self, name: str, app_label: str) -> None:
        super().__init__(name, app_label)
        groups = groupby(self.operations, key=lambda operation: isinstance(operation, CreateModel))
        self.operations = [  # type: ignore[misc]
            operation
            for creates, operations in groups
            for operation in ([CreateTogether(operations)] if creates else operations)
        ]
