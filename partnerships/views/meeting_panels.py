"""What do the pages of a body and of a partnership show of meetings and attendance?"""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from govreg.core import clock
from partnerships.models import Body, Partnership
from partnerships.queries.arrangements import rows_of
from partnerships.queries.meetings import body_meetings, partnership_meetings

from .loading import keeps_members


def body_panel(request: HttpRequest, body: Body) -> SafeString:
    """Show how a body meets, its coming meetings and its last ones."""
    found = body_meetings(body, on=clock.today())
    context = {
        "body": body,
        "partnership": body.partnership,
        "found": found,
        "rows": rows_of(found.standing),
        "may_keep_members": keeps_members(request, body.partnership),
    }
    return render_to_string("partnerships/meetings/body_panel.html", context, request)


def partnership_panel(request: HttpRequest, partnership: Partnership) -> SafeString:
    """Show a partnership's coming and last meetings, and who came too seldom in a year."""
    context = {
        "partnership": partnership,
        "found": partnership_meetings(partnership, on=clock.today()),
        "may_keep_members": keeps_members(request, partnership),
    }
    return render_to_string("partnerships/meetings/partnership_panel.html", context, request)
