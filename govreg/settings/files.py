"""Where does this deployment keep its files: in a folder, or in a bucket of an object store?"""

from typing import Any

from django.core.exceptions import ImproperlyConfigured

from . import environment


def storage(folder: str) -> dict[str, Any]:
    """Return Django's settings for the place of files; `folder` is where nothing is said.

    Raises ImproperlyConfigured where a bucket is named and something of a folder too: files lie in
    one place, and nginx cannot send what is not on this machine.
    """
    bucket = environment.text("FILES_S3_BUCKET")
    if not bucket:
        location = environment.text("FILES_DIR", folder)
        return {
            "BACKEND": "govreg.core.files.folder.FolderStorage",
            "OPTIONS": {"location": location},
        }
    for name in ("FILES_DIR", "FILES_ACCEL_PREFIX"):
        if environment.text(name):
            raise ImproperlyConfigured(
                f"FILES_S3_BUCKET and {name} are both set. Files lie in one place: unset one."
            )
    endpoint = environment.text("FILES_S3_ENDPOINT") or None
    return {
        "BACKEND": "govreg.core.files.bucket.BucketStorage",
        "OPTIONS": {"bucket_name": bucket, "endpoint_url": endpoint},
    }


def require() -> None:
    """Refuse to go on where no place was named.

    Raises ImproperlyConfigured with a sentence that says what to set.
    """
    if not environment.text("FILES_S3_BUCKET"):
        environment.required(
            "FILES_DIR",
            "the folder that keeps the uploaded files and issued reports (or FILES_S3_BUCKET, a "
            "bucket of an object store)",
        )
