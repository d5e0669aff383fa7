"""Which yearly reviews can a story add one by one, through the services?"""

from partnerships.models import PartnershipReview, ReviewRound
from partnerships.services.governance_reviews import open_round
from tests.partnerships.yearly import answered, opened, review_in, signed
from tests.people import Cast

from .growing import clock, partnership, trust

RATINGS = ("high", "moderate", "limited", "none")
MOST = 12


def the_round(cast: Cast) -> ReviewRound:
    """Return the one round; before it opens there are as many partnerships as will be reviewed."""
    found = ReviewRound.objects.filter(financial_year="2001/02").first()
    if found is None:
        for number in range(MOST):
            partnership(cast, number)
        found = opened(by=cast.partnerships_officer, year="2001/02")
    return found


def the_review(cast: Cast) -> PartnershipReview:
    return review_in(the_round(cast), trust().reference)


def review_round(cast: Cast, i: int) -> None:
    """One more year, in which the trust is reviewed."""
    by = cast.partnerships_officer
    year = f"{2010 + i}/{11 + i:02d}"
    made = open_round(financial_year=year, due_by=clock.today(), note=f"Grown {i}", by=by)
    signed(review_in(made, trust().reference), f"Grown {i}", by=by, rating=RATINGS[i % 4])


def signed_review(cast: Cast, i: int) -> None:
    """One more partnership whose review in the one round is signed off."""
    review = review_in(the_round(cast), f"grown-{i}")
    signed(review, f"Grown {i}", by=cast.partnerships_officer, rating=RATINGS[i % 4])


def remedial_action(cast: Cast, i: int) -> None:
    """The trust's review in the one round has one more remedial action."""
    review = the_review(cast)
    texts = [f"Grown {number}" for number in range(i + 1)]
    answered(review, *texts, by=cast.partnerships_officer)
