"""How does a hosting agreement come about, come into force and end?"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from govreg.core import clock
from govreg.core.editing.versions import locked
from govreg.core.history.change import change
from govreg.core.history.values import put
from govreg.core.refusals import enforce
from partnerships.models import HostingAgreement, HostingSupport, Organisation, Partnership
from partnerships.rules import hosting as rules
from partnerships.rules.structure import refusal_of_stranger

from .allowed import enforce_keeping
from .searching import enter_hosting

TERMS = ("priority", "host", "monitored_by", "supporters_in_words", "note")


def add_hosting(
    *,
    partnership: Partnership,
    values: Mapping[str, Any],
    supporters: Iterable[Organisation],
    by: Any,
    reason: str = "",
) -> HostingAgreement:
    """Draw up an agreement by which one partner hosts a priority."""
    scope = partnership.scope
    with change(verb="Drew up a hosting agreement", by=by, reason=reason, scope=scope):
        enforce_keeping(partnership, by=by)
        agreement = HostingAgreement(partnership=partnership)
        _put_terms(agreement, values, supporters)
    return agreement


def change_hosting(
    *,
    agreement: HostingAgreement,
    version: int,
    values: Mapping[str, Any],
    supporters: Iterable[Organisation],
    by: Any,
    reason: str,
) -> HostingAgreement:
    """Change the terms, which are open until somebody signs."""
    with _changing("Changed a hosting agreement", agreement, by=by, reason=reason):
        found = _locked(agreement, version, by=by)
        enforce(rules.refusal_to_change(state=found.state))
        _put_terms(found, values, supporters)
    return found


def assess_risks(
    *, agreement: HostingAgreement, version: int, on: date, text: str, by: Any
) -> HostingAgreement:
    """Record the risk assessment that belongs to the agreement."""
    with _changing("Assessed the risks of hosting", agreement, by=by):
        found = _locked(agreement, version, by=by)
        enforce(rules.refusal_to_assess(state=found.state, day=on, today=clock.today()))
        found.assessed_on, found.risk_assessment = on, text.strip()
        return _moved(found)


def sign_hosting(
    *, agreement: HostingAgreement, version: int, side: str, on: date, signed_by: str, by: Any
) -> HostingAgreement:
    """Record a signature: of the lead body or of the commissioning side, whichever is first."""
    verb = f"Recorded the signature for {rules.SIDES[side]}"
    with _changing(verb, agreement, by=by):
        found = _locked(agreement, version, by=by)
        enforce(
            rules.refusal_to_sign(
                state=found.state,
                side=side,
                signed_already=getattr(found, f"{side}_signed_on") is not None,
                day=on,
                assessed_on=found.assessed_on,
                today=clock.today(),
            )
        )
        setattr(found, f"{side}_signed_on", on)
        setattr(found, f"{side}_signed_by", signed_by.strip())
        return _moved(found)


def bring_into_force(
    *, agreement: HostingAgreement, version: int, start: date, by: Any
) -> HostingAgreement:
    """Bring an agreement into force that was assessed and signed by both."""
    with _changing("Brought a hosting agreement into force", agreement, by=by):
        found = _locked(agreement, version, by=by)
        enforce(
            rules.refusal_to_bring_into_force(
                assessed_on=found.assessed_on,
                lead_signed_on=found.lead_signed_on,
                director_signed_on=found.director_signed_on,
                state=found.state,
                start=start,
            )
        )
        found.start = start
        return _moved(found)


def end_hosting(
    *, agreement: HostingAgreement, version: int, on: date, because: str, by: Any
) -> HostingAgreement:
    """End an agreement that is in force."""
    with _changing("Ended a hosting agreement", agreement, by=by, reason=because):
        found = _locked(agreement, version, by=by)
        enforce(
            rules.refusal_to_end(
                state=found.state,
                start=found.start,
                ended_on=on,
                because=because.strip(),
                today=clock.today(),
            )
        )
        found.ended_on, found.ended_because = on, because.strip()
        return _moved(found)


def answer_duties(
    *, agreement: HostingAgreement, version: int, values: Mapping[str, str], by: Any
) -> HostingAgreement:
    """Record which of its three duties the host has met, and what shows it."""
    with _changing("Recorded the host’s duties", agreement, by=by):
        found = _locked(agreement, version, by=by)
        allowed = [name for duty in rules.DUTIES for name in (duty, f"{duty}_evidence")]
        put(found, values, allowed=allowed)
        for duty, words in rules.DUTIES.items():
            done, evidence = getattr(found, duty), getattr(found, f"{duty}_evidence")
            enforce(rules.refusal_of_duty(duty=words, done=done, evidence=evidence))
        found.save()
    return found


def _changing(verb: str, agreement: HostingAgreement, *, by: Any, reason: str = "") -> Any:
    return change(verb=verb, by=by, reason=reason, scope=agreement.partnership.scope)


def _locked(agreement: HostingAgreement, version: int, *, by: Any) -> HostingAgreement:
    enforce_keeping(agreement.partnership, by=by)
    found = locked(HostingAgreement, agreement.pk, version=version)
    found.partnership = agreement.partnership
    return found


def _moved(agreement: HostingAgreement) -> HostingAgreement:
    agreement.state = rules.state_of(
        assessed=agreement.assessed_on is not None,
        lead=agreement.lead_signed_on is not None,
        director=agreement.director_signed_on is not None,
        started=agreement.start is not None,
        ended=agreement.ended_on is not None,
    )
    agreement.save()
    return agreement


def _put_terms(
    agreement: HostingAgreement, values: Mapping[str, Any], supporters: Iterable[Organisation]
) -> None:
    put(agreement, values, allowed=TERMS)
    body = agreement.monitored_by
    enforce(refusal_of_stranger(partnership_id=agreement.partnership_id, body=body))
    agreement.save()
    wanted = {organisation.pk: organisation for organisation in supporters}
    for row in list(agreement.supporters.all()):
        if wanted.pop(row.organisation_id, None) is None:
            row.delete()
    for organisation in wanted.values():
        HostingSupport(agreement=agreement, organisation=organisation).save()
    enter_hosting(agreement)
