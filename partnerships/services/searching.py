"""Under which words are this register's records found?"""

from typing import Any

from govreg.core.search import index
from govreg.core.search.file_texts import texts_of
from partnerships.models import (
    Body,
    CaseStudy,
    CommissioningDecision,
    Decision,
    DocumentFile,
    Engagement,
    FundingArrangement,
    GoodPractice,
    GovernanceDocument,
    HostingAgreement,
    Indicator,
    Interest,
    KeyMessage,
    Organisation,
    Partnership,
    Plan,
    PlanAction,
    Risk,
)


def enter_partnership(partnership: Partnership) -> None:
    """Enter a partnership with its other names."""
    names = [alias.name for alias in partnership.aliases.all()]
    index.enter(
        partnership, title=partnership.name, words=[*names, partnership.purpose, partnership.area]
    )


def enter_body(body: Body) -> None:
    """Enter a body with the partnership it belongs to."""
    index.enter(
        body,
        title=f"{body.name}, {body.partnership.name}",
        words=[body.local_term, body.function, body.composition],
    )


def enter_organisation(organisation: Organisation) -> None:
    """Enter an organisation with its other names."""
    names = [alias.name for alias in organisation.aliases.all()]
    index.enter(organisation, title=organisation.name, words=names)


def leave_organisation(organisation: Organisation) -> None:
    """Take out an organisation for which another one stands, and is found under its name."""
    index.leave(organisation)


def enter_decision(decision: Decision) -> None:
    """Enter a decision under its words, with the meeting that took it."""
    index.enter(decision, title=str(decision), words=[decision.text])


def enter_decisions(decisions: Any) -> None:
    """Enter some decisions anew, whose meeting is called otherwise than before."""
    for decision in decisions.select_related("meeting__body"):
        enter_decision(decision)


def enter_interest(interest: Interest) -> None:
    """Enter an interest under its words; only who may read it finds it."""
    words = [interest.text, interest.handling_note]
    index.enter(interest, title=str(interest), words=words)


def leave_decision(row: Decision | KeyMessage) -> None:
    """Take out a decision that was taken out of its meeting's record."""
    index.leave(row)


def enter_document(document: GovernanceDocument) -> None:
    """Enter a document, and the files of its present version under what they say.

    Files of earlier versions are taken out: who looks for a rule finds the one that holds.
    """
    told = GovernanceDocument.objects.with_standing().select_related("partnership", "body")
    known = told.get(pk=document.pk)
    index.enter(
        known,
        title=f"{known.title}, {known.body or known.partnership}",
        words=[known.get_kind_display(), known.partnership.name, known.notes],
    )
    files = list(
        DocumentFile.objects.filter(of__document=known).select_related("file", "of__document")
    )
    texts = texts_of(file.file_id for file in files)
    for file in files:
        if file.of_id == known.current_id:
            text = texts.get(file.file_id)
            title = f"{file.file.name}, {known.title}"
            index.enter(file, title=title, words=[text.words] if text else [])
        else:
            index.leave(file)


def enter_document_file(file: DocumentFile) -> None:
    """Enter a file anew with its document, which says whether it is of the present version."""
    enter_document(file.of.document)


def enter_funding(arrangement: FundingArrangement) -> None:
    """Enter a funding arrangement with the partnership it belongs to."""
    index.enter(
        arrangement,
        title=f"{arrangement.name}, {arrangement.partnership.name}",
        words=[arrangement.get_kind_display(), arrangement.legal_basis, arrangement.agreement],
    )


def enter_hosting(agreement: HostingAgreement) -> None:
    """Enter a hosting agreement under its priority."""
    index.enter(
        agreement,
        title=f"{agreement}, {agreement.partnership.name}",
        words=[agreement.supporters_in_words],
    )


def enter_risk(risk: Risk) -> None:
    """Enter a risk under its title, its partnership and where it comes from."""
    title = f"{risk.title}, {risk.partnership.name}"
    index.enter(risk, title=title, words=[risk.source, risk.consequence, risk.controls])


def enter_engagement(engagement: Engagement) -> None:
    """Enter an engagement under its words; one that was withdrawn is found no more."""
    if engagement.is_withdrawn:
        index.leave(engagement)
        return
    index.enter(
        engagement,
        title=f"{engagement.subject}, {engagement.partnership.name}",
        words=[engagement.audience, engagement.learnt, engagement.changed],
    )


def enter_good_practice(note: GoodPractice) -> None:
    """Enter good practice under its words; what was withdrawn is found no more."""
    if note.is_withdrawn:
        index.leave(note)
        return
    index.enter(note, title=note.title, words=[note.difficulty, note.done, note.achieved])


def enter_case_study(study: CaseStudy) -> None:
    """Enter a case study under its words; one that was withdrawn is found no more."""
    if study.is_withdrawn:
        index.leave(study)
        return
    index.enter(
        study,
        title=f"{study.title}, {study.partnership.name}",
        words=[study.done, study.for_whom, study.changed, study.evidence],
    )


def enter_commissioning(decision: CommissioningDecision) -> None:
    """Enter a decision to commission or decommission under the service that it is about."""
    index.enter(
        decision, title=f"{decision}, {decision.body.partnership.name}", words=[decision.outcome]
    )


def enter_plan(plan: Plan) -> None:
    """Enter a plan with the partnership whose it is."""
    index.enter(plan, title=f"{plan.name}, {plan.partnership.name}", words=[plan.note])


def enter_plan_action(action: PlanAction) -> None:
    """Enter an action of a plan with what is to come of it."""
    index.enter(
        action,
        title=f"{action.reference}, {action.plan.name}: {action.action}",
        words=[action.output, action.measure, action.outcome],
    )


def enter_indicator(indicator: Indicator) -> None:
    """Enter an indicator with what it measures."""
    index.enter(
        indicator,
        title=f"{indicator.reference}, {indicator.partnership.name}: {indicator.name}",
        words=[indicator.measures, indicator.note],
    )
