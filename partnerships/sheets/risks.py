"""How do a partnership's risks leave as a sheet, and come in again?

A risk stands with its last assessment. Another date or judgement is a new assessment: the earlier
ones stay. What is exempt from publication leaves with those alone who may read it.
"""

from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import OuterRef, Subquery

from govreg.core.refusals import Refusal, Refused, enforce
from govreg.core.transfer.plan import Draft, Held
from govreg.core.transfer.sheets import Column, Kind, Sheet
from partnerships.models import ExemptParagraph, Risk, RiskAssessment
from partnerships.rules.risks import refusal_of_closed
from partnerships.services.allowed import enforce_keeping
from partnerships.services.risks import add_risk, assess_risk, close_risk, describe_risk

from .binding import RowsOfPartnership, narrowed, own
from .names import post_in_words

DESCRIBED = (
    "title",
    "body",
    "organisation",
    "source",
    "consequence",
    "controls",
    "owner",
    "review_due",
    "exempt",
    "exempt_paragraph",
)
JUDGED = {"day": "assessed_on", "likelihood": "likelihood", "impact": "impact", "note": "note"}
LONG = 10_000
SCALE = "On the council’s scale"
SHEET = Sheet(
    "risks",
    "Risks",
    ("risk", "risks"),
    (
        Column("title", "Title", required=True),
        Column("body", "Body", Kind.NAME, help="Empty where it is the partnership as a whole"),
        Column("organisation", "Organisation", Kind.NAME, help="Where it is one partner’s risk"),
        Column("source", "Source of the risk", Kind.LONG_TEXT, empty="", most=LONG),
        Column("consequence", "Consequence", Kind.LONG_TEXT, empty="", most=LONG),
        Column("controls", "Existing controls", Kind.LONG_TEXT, empty="", most=LONG),
        Column("owner", "Owner’s post", Kind.NAME, write=post_in_words),
        Column("review_due", "Next review due", Kind.DATE, required=True),
        Column("assessed_on", "Assessed on", Kind.DATE, help="Another date is a new assessment"),
        Column("likelihood", "Likelihood", Kind.WHOLE, help=SCALE),
        Column("impact", "Impact", Kind.WHOLE, help=SCALE),
        Column("note", "Why it was judged so", Kind.LONG_TEXT, empty="", most=LONG),
        Column(
            "exempt", "Exempt from publication", Kind.YES_NO, empty=False, help="No where empty"
        ),
        Column(
            "exempt_paragraph",
            "Paragraph of Schedule 12A",
            Kind.CHOICE,
            choices=dict(ExemptParagraph.choices),
            empty="",
            help="Where it is exempt",
        ),
        Column("closed_on", "Closed on", Kind.DATE),
        Column("closed_because", "Why it was closed", Kind.LONG_TEXT, empty="", most=LONG),
    ),
)
NOT_JUDGED = Refusal(
    "risk-not-judged",
    "Fill in “Assessed on”, “Likelihood” and “Impact”: a risk stands with its judgement.",
)


class Risks(RowsOfPartnership):
    """The risks of one partnership and of its bodies."""

    sheet = SHEET
    model = Risk
    verb = "Imported risks"
    headings = {
        "risk-day-to-come": "Assessed on",
        "off-the-scale": "Likelihood",
        "assessed-since": "Assessed on",
        "risk-review-earlier": "Next review due",
        "risk-closed": "Closed on",
        "risk-of-two": "Organisation",
        "exempt-without-paragraph": "Paragraph of Schedule 12A",
        "paragraph-without-exempt": "Paragraph of Schedule 12A",
        "exempt-not-read": "Exempt from publication",
        "risk-of-no-member": "Organisation",
        "closed-without-reason": "Why it was closed",
    }

    def enforce_allowed(self) -> None:
        """Refuse whoever does not keep the partnership's entry."""
        enforce_keeping(self.partnership, by=self.by)

    def held(self, *, lock: bool = False, only: Collection[int] | None = None) -> Iterable[Held]:
        """Give every risk that the person may read, closed ones too, with its last assessment."""
        last = RiskAssessment.objects.filter(risk=OuterRef("pk")).order_by("-day", "-pk")
        found: Any = Risk.objects.visible_to(self.by).filter(partnership=self.partnership)
        found = found.with_rating().annotate(note=Subquery(last.values("note")[:1]))
        found = found.select_related("body", "organisation", "owner__organisation").order_by(
            "title", "pk"
        )
        for one in own(narrowed(found, lock=lock, only=only), self.partnership):
            values = {column.key: getattr(one, column.key) for column in SHEET.own}
            yield Held(one, one.pk, one.version, {**values, "note": one.note or ""})

    def address_of(self, record: Any) -> str:
        """Return the risk's page."""
        return str(record.get_absolute_url())

    def name_of(self, values: dict[str, Any]) -> str:
        """Name the risk by its title."""
        return str(values["title"] or "")

    def save(self, draft: Draft) -> None:
        """Add the risk, or describe, assess and close it, as far as the row says otherwise."""
        values = draft.values
        described = {name: values[name] for name in DESCRIBED}
        judged = {name: values[key] for name, key in JUDGED.items()}
        judges = draft.held is None or bool(draft.changed & set(JUDGED.values()))
        if judges and None in (judged["day"], judged["likelihood"], judged["impact"]):
            raise Refused(NOT_JUDGED)
        if draft.held is None:
            risk = add_risk(
                partnership=self.partnership, values=described, assessment=judged, by=self.by
            )
        else:
            risk = draft.held.record
            enforce(refusal_of_closed(closed_on=risk.closed_on))
            if draft.changed & set(DESCRIBED):
                risk = describe_risk(
                    risk=risk, version=risk.version, values=described, by=self.by, reason=""
                )
            if judges:
                due = values["review_due"]
                risk = assess_risk(risk=risk, values=judged, review_due=due, by=self.by).risk
        self._close(risk, values)

    def _close(self, risk: Risk, values: dict[str, Any]) -> None:
        day, because = values["closed_on"], values["closed_because"]
        if day is not None:
            close_risk(risk=risk, version=risk.version, closed_on=day, because=because, by=self.by)
        elif because:
            raise Refused(
                Refusal(
                    "closed-on-no-day",
                    "“Why it was closed” is filled in, and “Closed on” is not. Fill in both.",
                )
            )
