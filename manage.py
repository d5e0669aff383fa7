#!/usr/bin/env python
"""Which command of the register should run?"""

import os
import sys


def main() -> None:
    """Hand the command line to Django, with the development settings unless told otherwise."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "govreg.settings.development")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
