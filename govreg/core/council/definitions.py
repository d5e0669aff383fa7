"""Which settings are there, what do they mean, and what holds until a council decides?"""

from dataclasses import dataclass

from govreg.core.access.roles import ROLES, Role


@dataclass(frozen=True, slots=True)
class Definition:
    """One setting: a whole number between two bounds, or yes and no, kept as 1 and 0."""

    name: str
    label: str
    explanation: str
    default: int
    least: int
    most: int
    group: str = ""
    is_yes_or_no: bool = False

    def words(self, value: int | str) -> str:
        """Return a value as people read it.

        >>> DEFINITIONS[SHOW_OFFICER_NAMES].words("1"), DEFINITIONS[DUE_SOON_DAYS].words(30)
        ('Yes', '30')
        """
        if self.is_yes_or_no:
            return "Yes" if int(value) else "No"
        return str(value)


def _yes_or_no(
    name: str, label: str, explanation: str, *, default: bool = False, group: str = ""
) -> Definition:
    return Definition(
        name,
        label,
        explanation,
        default=int(default),
        least=0,
        most=1,
        group=group,
        is_yes_or_no=True,
    )


DUE_SOON_DAYS = "due-soon-days"
SHOW_OFFICER_NAMES = "show-officer-names"

#: The settings of this group have a page of their own, with a line for each role.
SECOND_FACTOR = "second-factor"


def second_factor_name(role: str) -> str:
    """Return the name of the setting that says whether a role needs a second factor."""
    return f"{SECOND_FACTOR}-{role}"


def _second_factor_of(role: Role) -> Definition:
    return _yes_or_no(
        second_factor_name(role.code),
        f"Second factor for the role {role.name}",
        "With yes, whoever holds the role signs in with a code from their telephone as well.",
        group=SECOND_FACTOR,
    )


#: The settings of this group are the retention schedule, on a page of its own.
RETENTION = "retention"


def retention_name(kind: str) -> str:
    """Return the name of the setting that says how many years a kind of record is kept."""
    return f"{RETENTION}-{kind}"


def _kept_for(kind: str, label: str, explanation: str, years: int) -> Definition:
    return Definition(
        retention_name(kind), label, explanation, default=years, least=1, most=100, group=RETENTION
    )


_SIX_YEARS = (
    "Six years is the time within which most claims can be brought (Limitation Act 1980, sections "
    "2 and 5)."
)
_NO_LONGER = "UK GDPR article 5(1)(e): no longer than the purpose needs."
_SCHEDULE = (
    _kept_for("reviews", "Years that a review is kept after it was closed", _SIX_YEARS, 6),
    _kept_for("memberships", "Years that a membership is kept after it ended", _SIX_YEARS, 6),
    _kept_for(
        "users",
        "Years that a user’s name is kept after they were deactivated",
        f"The name says who wrote and approved what. {_SIX_YEARS} {_NO_LONGER}",
        6,
    ),
    _kept_for(
        "access-log",
        "Years that an entry of the access log is kept",
        f"{_NO_LONGER} Two years let the audit of one year look back on the year before.",
        2,
    ),
    _kept_for(
        "messages",
        "Years that a message is kept after it was sent or given up",
        f"{_NO_LONGER} One year lets a missing message be traced.",
        1,
    ),
)

ATTENDANCE_THRESHOLD = "attendance-threshold"


def meetings_name(layer: str, end: str) -> str:
    """Return the name of the setting of how often a layer meets a year; `end` is least or most."""
    return f"meetings-{layer}-{end}"


def _band(layer: str, least: int, most: int) -> tuple[Definition, Definition]:
    """Return the two ends of a band; the defaults are those of the national study of 2009."""
    told = "A body that met less or more often in twelve months is listed."
    ends = (("least", "Fewest", least), ("most", "Most", most))
    one, other = (
        Definition(
            meetings_name(layer, end),
            f"{word} meetings a year of a body of the {layer} layer",
            told,
            default=default,
            least=0,
            most=366,
        )
        for end, word, default in ends
    )
    return one, other


RISK_SCALE = "risk-scale"
RISK_MEDIUM_FROM = "risk-medium-from"
RISK_HIGH_FROM = "risk-high-from"

#: The reviews give no scale of risk, and councils use four points or five: each decides its own.
_RISK = (
    Definition(
        RISK_SCALE,
        "Points on the scales of likelihood and impact of a risk (4 or 5)",
        "A rating is likelihood times impact. What was assessed on another scale keeps its rating.",
        default=4,
        least=4,
        most=5,
    ),
    Definition(
        RISK_MEDIUM_FROM,
        "Rating from which a risk is medium",
        "A risk with a lower rating is low.",
        default=5,
        least=2,
        most=25,
    ),
    Definition(
        RISK_HIGH_FROM,
        "Rating from which a risk is high",
        "A risk with this rating or more is high.",
        default=12,
        least=2,
        most=25,
    ),
)

EXTENSION_COMMITTEE = "extension-committee"
EXTENSION_LIMIT = "extension-limit"
CLOSURE_COMMITTEE = "closure-committee"

#: Trackers of audit recommendations let a committee, not the officer, move a due date.
_EXTENSIONS = (
    _yes_or_no(
        EXTENSION_COMMITTEE,
        "A committee decides on extensions",
        "With yes, an endorsed extension waits until a committee’s decision is recorded. With no, "
        "it is granted when a senior officer endorses it.",
        default=True,
    ),
    Definition(
        EXTENSION_LIMIT,
        "Most extensions that an action may have (0 for no limit)",
        "An action that was extended so often is not extended again.",
        default=0,
        least=0,
        most=20,
    ),
)

_CLOSURE = (
    _yes_or_no(
        CLOSURE_COMMITTEE,
        "A committee agrees to the closure of verified actions",
        "With yes, an action that was found implemented is proposed for closure, and stays open "
        "until a committee’s decision is recorded. With no, the verification closes it.",
    ),
)

ESCALATE_TO_MANAGER = "escalate-to-manager-after"
ESCALATE_TO_DIRECTOR = "escalate-to-director-after"


def _escalation(name: str, whom: str, default: int) -> Definition:
    return Definition(
        name,
        f"Update windows missed in a row after which {whom} is told (0 for never)",
        "An action that was not answered in so many windows stands in their digest as well.",
        default=default,
        least=0,
        most=20,
    )


#: What an owner leaves unanswered goes up the line of the posts, a step at a time.
_ESCALATIONS = (
    _escalation(ESCALATE_TO_MANAGER, "the post to which the owner’s post reports", 2),
    _escalation(ESCALATE_TO_DIRECTOR, "the post above that one", 3),
)

#: The settings of this group are the rule of the computed rating, on a page of its own.
RATINGS = "ratings"
RATING_LATE_AFTER = "rating-late-after"
RATING_NEARLY_COMPLETE = "rating-nearly-complete"
_RATING_RULE = (
    Definition(
        RATING_LATE_AFTER,
        "Days after the due date after which an action is rated late",
        "With 0, an action that is not complete is late from the day after its due date.",
        default=0,
        least=0,
        most=365,
        group=RATINGS,
    ),
    Definition(
        RATING_NEARLY_COMPLETE,
        "Per cent from which an action that is due soon is rated on track",
        "With 100, every action that is due soon and not complete is rated due soon.",
        default=100,
        least=1,
        most=100,
        group=RATINGS,
    ),
)

DEFINITIONS = {
    definition.name: definition
    for definition in (
        Definition(
            DUE_SOON_DAYS,
            "Days before the due date from which an action is “due soon”",
            "An agreed action shows “due soon” from this many days before its due date.",
            default=30,
            least=0,
            most=365,
        ),
        _yes_or_no(
            SHOW_OFFICER_NAMES,
            "Officers’ names in reports",
            "Reports name posts and bodies. With yes, a user who owns an action is named beside.",
        ),
        Definition(
            ATTENDANCE_THRESHOLD,
            "Attendance, in per cent, below which an organisation is flagged",
            "An organisation that came to fewer of the meetings it was a member for is flagged.",
            default=50,
            least=0,
            most=100,
        ),
        *_band("strategic", 3, 4),
        *_band("executive", 6, 12),
        *_band("operational", 12, 52),
        *_RISK,
        *_EXTENSIONS,
        *_CLOSURE,
        *_ESCALATIONS,
        *(_second_factor_of(role) for role in ROLES.values()),
        *_SCHEDULE,
        *_RATING_RULE,
    )
}
CHOICES = [(definition.name, definition.label) for definition in DEFINITIONS.values()]
