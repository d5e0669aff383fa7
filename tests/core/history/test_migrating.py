"""Does migrating mend a database whose history could be changed, as the check says it does?"""

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import connection

from govreg.core.history import triggers
from partnerships.models import Partnership


@pytest.mark.spoils_history
def test_migrating_installs_a_missing_trigger_though_the_check_refuses_the_database(leeds):
    table = Partnership.history.model._meta.db_table
    name = triggers.expected_names(connection.vendor, table)[0]
    on = f' ON "{table}"' if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f'DROP TRIGGER "{name}"{on}')
    with pytest.raises(SystemCheckError, match="its triggers are missing"):
        call_command("check", databases=["default"])
    call_command("migrate", verbosity=0)
    assert triggers.missing(connection) == []
