"""Who may chair, how is the choice read for good and for ill, and what balances it?

The eight kinds of chair are those of the national study of 2009 (table 3); the balancing measures
are those of its paragraphs 49 to 51. The wording is the register's own.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChairType:
    """One kind of chair, and what people may make of the choice."""

    code: str
    label: str
    favourable: str
    unfavourable: str


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that balances the choice; `field` is where a record keeps it."""

    field: str
    words: str


_NOT_ACCOUNTABLE = "Answers to no electorate and to no public body"

CHAIR_TYPES = (
    ChairType(
        "leader",
        "Council leader or elected mayor",
        "Answers to the voters for what the partnership does",
        "The council runs the partnership",
    ),
    ChairType(
        "cabinet-member",
        "Other cabinet member",
        "Answers to the voters for what the partnership does",
        "The council runs it, yet does not think it worth its leader’s time",
    ),
    ChairType(
        "council-officer",
        "Council officer",
        "Somebody is set on having the work done",
        "The council runs it, yet does not think it worth a councillor’s time",
    ),
    ChairType(
        "public-manager",
        "Manager of another public service",
        "The council does not run it, and public services stand behind it together",
        "Public services keep it to themselves",
    ),
    ChairType(
        "private",
        "Private sector",
        "Stands outside party politics, and brings a businesslike way of working",
        _NOT_ACCOUNTABLE,
    ),
    ChairType(
        "faith",
        "Faith representative",
        "Stands outside party politics, and seeks what all can agree to",
        _NOT_ACCOUNTABLE,
    ),
    ChairType(
        "third-sector",
        "Third sector representative",
        "Stands outside party politics, and speaks for what concerns local people",
        _NOT_ACCOUNTABLE,
    ),
    ChairType(
        "other",
        "Other",
        "Is independent and above party politics",
        _NOT_ACCOUNTABLE,
    ),
)

MEASURES = (
    # Paragraph 49: say what speaks for the choice, and have it scrutinised.
    Measure("reasons_told", "The reasons that speak for the choice are told to local people"),
    Measure("scrutinised", "The council’s overview and scrutiny looks at it"),
    # Paragraph 50: share the lead through the groups below, and through the district councils.
    Measure("groups_led_by_others", "Partners chair executive and theme groups"),
    Measure("cabinet_in_groups", "Cabinet members sit on theme groups, not always as chair"),
    Measure("district_leaders_sit", "Leaders of district councils sit on the county-wide board"),
    # Paragraph 51: let councillors answer to local people through their other roles.
    Measure(
        "councillors_in_partners",
        "Councillors sit in partner organisations as well as in the partnership",
    ),
    Measure("councillors_for_places", "Councillors speak in it for their communities and places"),
)

CHOICES = [(one.code, one.label) for one in CHAIR_TYPES]
FIELDS = tuple(measure.field for measure in MEASURES)


def chair_type(code: str) -> ChairType:
    """Return the kind of chair that a record names."""
    return next(one for one in CHAIR_TYPES if one.code == code)
