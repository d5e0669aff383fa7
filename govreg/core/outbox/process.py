"""What runs in the process of one piece of long work?

Started by the worker as `python -m govreg.core.outbox.process KEY LEASE PARENT`.
"""

import sys

import django

from .limits import end_with, limit


def main(key: str, lease: str, parent: str) -> int:
    """Do the work held under the lease, within the limits; return the exit status."""
    end_with(int(parent))
    django.setup()
    from django.conf import settings

    from govreg.core.tracing import new_id, traced

    from .child import OUT_OF_MEMORY
    from .doing import carry_out
    from .models import LongWork

    limit(seconds=settings.WORK_SECONDS, megabytes=settings.WORK_MEMORY_MB)
    work = LongWork.objects.select_related("asked_by").held(int(key), lease).first()
    if work is None:
        return 0
    try:
        with traced(new_id(work.kind)):
            carry_out(work)
    except MemoryError:
        return OUT_OF_MEMORY
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
