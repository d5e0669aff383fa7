"""What can other parts of the register put into the outbox?"""

from .messages import queue_message, try_message_again
from .work import ask_for, try_work_again

__all__ = ["ask_for", "queue_message", "try_message_again", "try_work_again"]
