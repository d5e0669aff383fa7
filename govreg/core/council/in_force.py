"""Which value of each setting is in force on a day, which ruled before, and which is to come?"""

from dataclasses import dataclass
from datetime import date

from .definitions import DEFINITIONS, Definition
from .models import CouncilSetting


@dataclass(frozen=True, slots=True)
class SettingInForce:
    """One setting on a day; a value that was corrected never ruled for a whole day."""

    definition: Definition
    decided: CouncilSetting | None
    earlier: list[CouncilSetting]
    to_come: list[CouncilSetting]
    corrected: list[CouncilSetting]

    @property
    def value(self) -> str:
        """The value in force: the council's, or the register's own until there is one."""
        return self.decided.value if self.decided else str(self.definition.default)

    @property
    def words(self) -> str:
        """The same as people read it."""
        return self.definition.words(self.value)


def settings_in_force(*, on: date, group: str = "") -> list[SettingInForce]:
    """Return every setting of a group as on a day."""
    rows = list(CouncilSetting.objects.order_by("-start", "-pk"))
    wrong = {row.corrects_id for row in rows}
    found = []
    for definition in DEFINITIONS.values():
        if definition.group != group:
            continue
        own = [row for row in rows if row.name == definition.name]
        standing = [row for row in own if row.pk not in wrong]
        ruling = [row for row in standing if row.start <= on]
        found.append(
            SettingInForce(
                definition,
                decided=ruling[0] if ruling else None,
                earlier=ruling[1:],
                to_come=[row for row in standing if row.start > on],
                corrected=[row for row in own if row.pk in wrong],
            )
        )
    return found
