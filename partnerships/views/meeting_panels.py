"""What does the page of a body show of its meetings?"""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from govreg.core import clock
from partnerships.models import Body
from partnerships.queries.arrangements import rows_of
from partnerships.queries.meetings import body_meetings

from .loading import keeps_members
from .sections import ended


def body_panel(request: HttpRequest, body: Body) -> SafeString:
    """Show how a body meets, its coming meetings and its last ones."""
    found = body_meetings(body, on=clock.today())
    context = {
        "body": body,
        "partnership": body.partnership,
        "found": found,
        "rows": rows_of(found.standing),
        "ended": ended(body.partnership),
        "may_keep_members": keeps_members(request, body.partnership),
    }
    return render_to_string("partnerships/meetings/body_panel.html", context, request)
