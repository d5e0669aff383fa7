"""What else does the register know of a partnership, on pages of its own?"""

from typing import Any

from django.db.models import Count, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce

from partnerships.models import FundingArrangement, HostingAgreement


def more_counts() -> dict[str, Any]:
    """Return the counts to fetch with a partnership, so that its page asks for none by itself."""
    return {
        "money_count": _count(FundingArrangement),
        "hosting_count": _count(HostingAgreement),
    }


def _count(model: Any) -> Any:
    rows = model.objects.filter(partnership=OuterRef("pk")).order_by().values("partnership")
    counted = rows.annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
