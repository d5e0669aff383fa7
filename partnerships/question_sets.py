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
ALIGNED_AGREEMENT = "aligned-agreement"
POOLED_AGREEMENT = "pooled-agreement"
ALIGN_OR_POOL = "aligning-or-pooling"
YEARLY_REVIEW = "yearly-review"
#: These are answered for one funding arrangement, not for the partnership as a whole.
OF_ARRANGEMENTS = (ALIGN_OR_POOL, ALIGNED_AGREEMENT, POOLED_AGREEMENT)
#: Neither are these among the checklists of the partnership as a whole, nor the yearly review, nor
#: what is asked of each decision to commission or decommission.
ASKED_ELSEWHERE = (*OF_ARRANGEMENTS, YEARLY_REVIEW, DECOMMISSIONING)
#: What the register itself knows of a partnership stands under these questions of its review.
ARRANGEMENTS, PERFORMANCE, FINANCE = "governance", "performance", "finance"

_A = AskedQuestion

#: The issues that an agreement on aligned and one on pooled resources have in common.
_BEFORE_MONEY = (
    _A("parties", "Which organisations are parties to the agreement?"),
    _A("outcomes", "Which outcomes are they after?"),
    _A("activity", "What will they do?"),
    _A("people", "Who benefits, and how are they told, consulted and involved?"),
    _A("performance", "How is performance monitored and reported?"),
)
_OTHER_RESOURCES = _A("resources", "Which resources other than money does each partner bring?")
_VARY_CONTRIBUTIONS = _A("contributions", "How are contributions varied, should that be needed?")
_DURATION = _A("duration", "How long does it last, and how is it ended or extended?")

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
    QuestionSetText(
        ALIGNED_AGREEMENT,
        "Agreement on aligned budgets",
        "The eight of twelve issues that partners settle before they align resources (national "
        "study of 2009, table 12).",
        (*_BEFORE_MONEY, _OTHER_RESOURCES, _VARY_CONTRIBUTIONS, _DURATION),
    ),
    QuestionSetText(
        POOLED_AGREEMENT,
        "Agreement on a pooled budget",
        "The eleven of twelve issues that partners settle before they pool resources (national "
        "study of 2009, table 12).",
        (
            *_BEFORE_MONEY,
            _A("money", "How much money does each partner put in?"),
            _A("payments", "How are payments varied, should that be needed?"),
            _OTHER_RESOURCES,
            _A("balance", "How is money left over, or spent beyond the budget, accounted for?"),
            _A("host", "Which host is named as accountable?"),
            _DURATION,
        ),
    ),
    QuestionSetText(
        ALIGN_OR_POOL,
        "Aligning or pooling",
        "Eight factors, each of which speaks for the one or the other (national study of 2009, "
        "table 11). Say in the note on the whole which was chosen, and why.",
        (
            _A(
                "activity",
                "What is to be paid for?",
                "Aligning: mainstream work is turned towards shared aims. Pooling: one distinct "
                "service, best delivered by one organisation",
            ),
            _A(
                "contributions",
                "How do the partners’ contributions compare?",
                "Aligning: they differ greatly, or some give no money. Pooling: each gives money "
                "in proportion",
            ),
            _A(
                "sectors",
                "From which sectors are the partners?",
                "Aligning: private or third sector partners take part. Pooling: statutory partners "
                "only",
            ),
            _A(
                "flexibility",
                "What must the arrangement be able to do?",
                "Aligning: stay flexible as a whole. Pooling: let the service respond to its users",
            ),
            _A(
                "frontline",
                "Who delivers the frontline service?",
                "Aligning: each partner its own. Pooling: the host, for all partners",
            ),
            _A(
                "monitoring",
                "Whose monitoring gives confidence that the aims are reached?",
                "Aligning: that of each partner. Pooling: that of the host",
            ),
            _A(
                "costs",
                "What does administering a pool cost against what it brings?",
                "Aligning: more than it brings. Pooling: less",
            ),
            _A(
                "law",
                "What does the law allow?",
                "Aligning: pooling is barred or hard. Pooling: nothing stands in its way",
            ),
        ),
        Scale.PAIRED,
    ),
    QuestionSetText(
        YEARLY_REVIEW,
        "Yearly review of a partnership",
        "What each partnership is to be reviewed for, regularly (review of 2005, recommendation "
        "4). An edition of your own may ask for more, or divide these areas.",
        (
            _A(
                ARRANGEMENTS,
                "Governance arrangements",
                "Documents, members, meetings, reporting, risks and interests",
            ),
            _A(PERFORMANCE, "Performance against aims", "What was to be reached, and what was"),
            _A(FINANCE, "Financial health", "Budget, contributions, spending and reports on them"),
        ),
        Scale.STRENGTH,
    ),
)

for _one in SETS:
    ship(_one)
