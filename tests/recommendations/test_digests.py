"""Does each person get one message about what waits for them, and nobody what is another's?"""

import html
import re
from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from govreg.core import clock
from govreg.core.council.settings import decide
from govreg.core.outbox.models import OutgoingMessage
from recommendations.models import DigestChoice
from recommendations.queries.digests import digests_of
from recommendations.rules.digests import Kind, subject_of
from recommendations.services.digests import choose_frequency, send_digests
from tests.people import signed_in

from .lines import iscb_plan
from .rounds import in_days, opened

pytestmark = pytest.mark.django_db


def test_smoke(cast):
    opened(cast)
    for name in cast.__slots__:
        user = getattr(cast, name)
        parts = digests_of([user], on=clock.today()).get(user.pk, [])
        print(name, subject_of(parts))
    print(send_digests(on=date(2026, 11, 30)), send_digests(on=date(2026, 11, 30)))
    m = OutgoingMessage.objects.filter(to=cast.owner.email).get()
    print(m.subject, m.text, m.html)
    print(signed_in(cast.owner).get("/digest/").status_code)
    print(signed_in(cast.owner).get("/account/").status_code)
