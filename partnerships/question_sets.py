"""Which checklists and assessments of partnerships come with the register, and on what basis?

The wording is the register's own; the elements are those of the guidance that each set names.
"""

from govreg.core.questions.scales import Scale
from govreg.core.questions.shipped import AskedQuestion, QuestionSetText, ship

EXIT_ARRANGEMENTS = "exit-arrangements"
TERMS_OF_REFERENCE = "terms-of-reference"
SERVICE_MANAGEMENT = "service-management"
MEMORANDUM = "memorandum-of-understanding"
GOVERNING_DOCUMENT = "governing-document"
SECTION_75 = "section-75-agreement"
INFORMATION_SHARING = "information-sharing"
DECOMMISSIONING = "decommissioning"

_A = AskedQuestion

SETS = (
    QuestionSetText(
        EXIT_ARRANGEMENTS,
        "Exit arrangements",
        "Auditors ask for these four wherever a partnership may end (review of 2005, "
        "recommendation 6). A partnership is closed only when each is answered.",
        (
            _A("ceasing", "In which circumstances does the partnership come to an end?"),
            _A("membership", "How does a membership end, and on what grounds?"),
            _A("services", "What happens to services that are being delivered?"),
            _A(
                "finance",
                "What happens to the money?",
                "Contributions not spent, and resources gathered together",
            ),
        ),
    ),
    QuestionSetText(
        TERMS_OF_REFERENCE,
        "Terms of reference",
        "Aims commonly found in district partnerships’ terms of reference, and the three tests "
        "of a good set (review of 2005, section 4.6).",
        (
            _A("joint-action", "Do they aim at joint action and resources for shared priorities?"),
            _A("funding", "Do they aim at working together to win additional money?"),
            _A("research", "Do they aim at sharing research or doing it together?"),
            _A("plans", "Do they aim at joint plans for the area’s vision?"),
            _A("relevant", "Are they relevant to what the partnership does today?"),
            _A("complete", "Are they complete?"),
            _A("agreed", "Has the partnership’s board agreed them?"),
        ),
    ),
    QuestionSetText(
        SERVICE_MANAGEMENT,
        "Service management and development arrangements",
        "The six parts that such arrangements have (review of 2005, section 4.2).",
        (
            _A("aims", "Aims and outcomes"),
            _A("responsibilities", "Responsibilities"),
            _A("membership", "Membership"),
            _A("decisions", "How decisions are made"),
            _A("meetings", "Meeting arrangements"),
            _A("quality", "Quality assurance"),
        ),
    ),
    QuestionSetText(
        MEMORANDUM,
        "Memorandum of understanding",
        "What a memorandum between the partners of a children’s trust should settle (review of "
        "2007, recommendations 2, 3 and 7).",
        (
            _A("terms", "The terms of reference of each component"),
            _A("partners", "The partners’ roles and responsibilities"),
            _A("conflict", "How a conflict between partners is resolved"),
            _A("exit", "An exit strategy"),
            _A("leadership", "The roles of the director and of the lead member"),
        ),
    ),
    QuestionSetText(
        GOVERNING_DOCUMENT,
        "Governing document",
        "The elements of a partnership’s governing document (Governing partnerships, Audit "
        "Commission, 2005, paragraph 138).",
        (
            _A("name", "The partnership’s name"),
            _A("aims", "Aims and objectives"),
            _A("membership", "Membership", "Status of members, its ending, delegation"),
            _A("powers", "Powers"),
            _A("roles", "Roles"),
            _A("income", "Income"),
            _A("meetings", "Meetings", "Notice, frequency, quorum, chair, votes, representation"),
            _A("decisions", "How decisions are made"),
            _A("timescales", "Timescales"),
            _A("amendment", "How the rules are amended"),
            _A("minutes", "Minutes"),
            _A("exit", "Exit arrangements"),
        ),
    ),
    QuestionSetText(
        SECTION_75,
        "Section 75 agreement",
        "What a written agreement on pooled funds must specify (SI 2000/617, regulation 7(3)).",
        (
            _A("aims", "The agreed aims and outcomes"),
            _A("contributions", "Each partner’s contribution, and how it may be varied"),
            _A("functions", "The health functions and health-related functions it is about"),
            _A("persons", "The persons for whom, and the kinds of services, it may be spent on"),
            _A("resources", "Staff, goods, services or accommodation that partners provide"),
            _A("duration", "Its duration, and how it is reviewed, varied or ended"),
            _A("management", "How the pooled fund is managed"),
        ),
    ),
    QuestionSetText(
        INFORMATION_SHARING,
        "Information sharing",
        "What a protocol needs to work in practice (review of 2007, section 3.5 and "
        "recommendation 4; national study of 2009, paragraph 122).",
        (
            _A("signed", "Have all partners signed the protocol?"),
            _A("training", "Is there training, with its ethical side?"),
            _A("reminders", "Are staff reminded of it?"),
            _A("systems", "Do systems and formats let information be shared?"),
            _A("willing", "Are all partners willing to share?"),
        ),
    ),
    QuestionSetText(
        DECOMMISSIONING,
        "Before a service is decommissioned",
        "Six questions for those who decide (national study of 2009, table 6).",
        (
            _A("need", "Is there still a need, shown by evidence, for the activity?"),
            _A("objectives", "Does it serve the objectives agreed today?"),
            _A("way", "Is this way of doing it the most efficient?"),
            _A("amount", "Is this much of it needed?"),
            _A("partners", "Is the effect on partners and on those who use it known?"),
            _A("alternative", "Is there another provider, and time to commission one?"),
        ),
        Scale.JUDGEMENT,
    ),
)

for _one in SETS:
    ship(_one)
