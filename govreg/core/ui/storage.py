"""How are the static files served in production: under a name that changes with their content?"""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class RegisterStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Compressed files with a hash in their names, in what our ES modules import too."""

    support_js_module_import_aggregation = True
