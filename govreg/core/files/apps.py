"""Which Django application keeps the files?"""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Stored files: checked, renamed into place, served through the record they belong to."""

    name = "govreg.core.files"
    label = "files"
