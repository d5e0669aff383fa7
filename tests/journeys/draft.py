"""Which draft review do the journeys write at?"""

import django


def make(reference: str = "west-2008") -> None:
    """Begin a small review with the auditor's hand, with a section and a recommendation; once."""
    from govreg.core.accounts.models import User
    from partnerships.models import Organisation, Partnership
    from recommendations.services.recommendations import add_recommendation
    from reviews.models import PriorityScale, Review
    from reviews.services.reviews import begin_review
    from reviews.services.sections import add_section

    if Review.objects.filter(reference=reference).exists():
        return
    auditor = User.objects.get(email="auditor@leeds.example")
    west = Partnership.objects.get(reference="dp-west")
    review = begin_review(
        reference=reference,
        values={
            "title": "West Leeds follow-up",
            "running_title": "West Leeds follow-up",
            "kind": "external",
            "auditor": Organisation.objects.get(name="KPMG LLP"),
            "client": Organisation.objects.get(name="Leeds City Council"),
        },
        partnerships=[west],
        scale=PriorityScale.objects.get(),
        by=auditor,
    )
    first = add_section(
        review=review, parent=None, values={"title": "What was found", "body": ""}, by=auditor
    )
    add_section(
        review=review, parent=None, values={"title": "What comes next", "body": ""}, by=auditor
    )
    add_recommendation(
        review=review,
        values={
            "number": "1",
            "wording": "The partnership should publish its terms of reference.",
            "priority": review.priorities.get(mark="**"),
            "section": first,
            "addressee": "The partnership",
        },
        subjects=[west],
        by=auditor,
    )


if __name__ == "__main__":
    django.setup()
    make()
