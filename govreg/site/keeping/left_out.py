"""What is never exported, because it opens a door or is of no use outside, and why?"""

import re
from typing import Any

from django.db.models import Field, Model

#: Fields by model. A history table is treated as the model whose history it is.
COLUMNS = {
    "accounts.user": {"password": "the hash of a password"},
    "accounts.secondfactor": {
        "secret": "the secret of a second factor",
        "last_step": "the last code that was used",
        "recovery_digests": "the hashes of recovery codes",
    },
    "partnerships.calendarlink": {"token_digest": "the hash of a private link’s token"},
    "history.changeset": {"token": "the token of a form that was sent"},
    "outbox.outgoingmessage": {
        "lease": "the token of a worker",
        "text": "may hold a link to set a password; wiped once it was sent",
        "html": "may hold a link to set a password; wiped once it was sent",
    },
    "outbox.longwork": {"lease": "the token of a worker"},
}
TABLES = {
    "sessions.session": "sessions of people who are signed in",
    "axes.accessattempt": "the count of failed sign-ins, with what was sent; emptied by itself",
    "axes.accessattemptexpiration": "the count of failed sign-ins; emptied by itself",
    "axes.accessfailurelog": "not used: the access log says who tried to sign in",
    "axes.accesslog": "not used: the access log says who signed in",
    "auth.permission": "not used: roles are held in “access: role holdings”",
    "auth.group": "not used: roles are held in “access: role holdings”",
    "auth.group_permissions": "not used: roles are held in “access: role holdings”",
    "contenttypes.contenttype": "a technical list of the tables",
    "search.searchentry": "the words of the other tables once more, for searching",
    "transfer.uploadedtable": "tables between their upload and their import; emptied within days",
    "search.filetext": "the words of the files once more, for searching",
}
#: What a field is called that may hold a secret; such a one is left out unless it is named below.
SUSPECT = re.compile(
    r"secret|passw|token|lease|digest|hash|salt|recovery|private|credential|nonce|otp|session"
    r"|(^|_)(key|code|pin)s?($|_)"
)
INNOCENT = {
    "accounts.secondfactor": {"recovery_codes_left"},  # how many, not which
    "history.seal": {"previous_digest", "digest"},  # to be published
    "outbox.longwork": {"key"},  # what the work is for
    "partnerships.meeting": {"calendar_key"},  # what calendars know a meeting by
    "outbox.outgoingmessage": {"key"},  # what the message is for
}


def owner_of(model: type[Model]) -> str:
    """Return the label of a model, and for a history table that of the model it belongs to."""
    tracked: Any = getattr(model, "instance_type", model)
    return str(tracked._meta.label_lower)


def why_table_is_left_out(model: type[Model]) -> str:
    """Return why a table is not exported, or "" where it is."""
    return TABLES.get(owner_of(model), "")


def why_column_is_left_out(model: type[Model], field: Field) -> str:
    """Return why a column is not exported, or "" where it is."""
    owner = owner_of(model)
    why = COLUMNS.get(owner, {}).get(field.name, "")
    if why or field.name in INNOCENT.get(owner, set()) or not SUSPECT.search(field.name):
        return why
    return "its name is that of a secret"
