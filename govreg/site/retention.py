"""Which kinds of record that belong to no register stand in the retention schedule?"""

from govreg.core.council import retention

from .queries import retention as due

retention.register(
    "users", title="Deactivated users", due=due.users_deactivated_before, line=due.line_of_user
)
retention.register(
    "access-log",
    title="Entries of the access log",
    due=due.entries_before,
    line=due.line_of_entry,
)
retention.register(
    "messages",
    title="Messages sent or given up",
    due=due.messages_ended_before,
    line=due.line_of_message,
)
