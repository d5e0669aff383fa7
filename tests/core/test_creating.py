"""Does a migration that creates its tables together describe and create what it lists, in order?"""

from typing import Any

from django.db import migrations, models
from django.db.migrations.state import ProjectState

from govreg.core.creating import CreateTogether, CreatingMigration


def _table(name: str, **fields: Any) -> migrations.CreateModel:
    key = ("id", models.BigAutoField(primary_key=True))
    return migrations.CreateModel(name, [key, *fields.items()])


OPERATIONS = [
    _table("House"),
    _table("Room", house=models.ForeignKey("core.House", models.PROTECT)),
    migrations.AddField("House", "hall", models.ForeignKey("core.Room", models.PROTECT, null=True)),
    _table("Door", room=models.ForeignKey("core.Room", models.PROTECT)),
]


class _Plain(migrations.Migration):
    operations = OPERATIONS


class _Together(CreatingMigration):
    operations = OPERATIONS


class _Editor:
    """Writes down what is created and removed, with the columns that it then has."""

    atomic_migration = True

    def __init__(self) -> None:
        self.done: list[tuple[str, str, list[str]]] = []
        self.connection = type("Connection", (), {"alias": "default"})()

    def create_model(self, model: Any) -> None:
        self.done.append(("create", model.__name__, [f.name for f in model._meta.fields]))

    def delete_model(self, model: Any) -> None:
        self.done.append(("delete", model.__name__, []))

    def add_field(self, model: Any, field: Any) -> None:
        self.done.append(("add", model.__name__, [field.name]))

    def remove_field(self, model: Any, field: Any) -> None:
        self.done.append(("remove", model.__name__, [field.name]))


def _done(migration: migrations.Migration, *, back: bool) -> list[tuple[str, str, list[str]]]:
    editor: Any = _Editor()
    before = ProjectState()
    assert before.apps  # rendered, as the executor has it
    after = migration.apply(before.clone(), editor)
    if back:
        editor.done.clear()
        migration.unapply(before, editor)
    assert {name for _app, name in after.models} == {"house", "room", "door"}
    return editor.done


def test_what_is_created_and_removed_is_the_same_as_one_by_one(monkeypatch: Any) -> None:
    monkeypatch.setattr("django.db.router.allow_migrate_model", lambda *_args, **_kwargs: True)
    plain, together = _Plain("0001", "core"), _Together("0001", "core")
    assert [type(one) for one in together.operations] == [
        CreateTogether,
        migrations.AddField,
        CreateTogether,
    ]
    for back in (False, True):
        assert _done(together, back=back) == _done(plain, back=back)
    assert len(_done(plain, back=False)) == 4
