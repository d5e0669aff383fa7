"""How are files kept in a bucket of an S3-compatible object store?

One request writes one file: the store has it whole or not at all, so there is nothing to rename
and nothing in part to clear away. Only a deployment that names a bucket imports this.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from tempfile import SpooledTemporaryFile
from typing import Any

from boto3.exceptions import Boto3Error
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from storages.backends.s3 import S3Storage

from .place import Lying

#: Larger files wait on the disk while they go to or come from the store.
IN_MEMORY = 1024 * 1024  # bytes
CONNECT_SECONDS, ANSWER_SECONDS, ATTEMPTS = 3, 15, 2


class BucketStorage(S3Storage):
    """A bucket, whose refusals and silence are OSErrors as a disk's are."""

    wanted = "an empty bucket in FILES_S3_BUCKET"
    folder = None

    def __init__(self, **options: Any) -> None:
        super().__init__(
            max_memory_size=IN_MEMORY,
            transfer_config=TransferConfig(use_threads=False),
            client_config=Config(
                # A store of the council's own seldom has a host name for each bucket.
                s3={"addressing_style": "path" if options.get("endpoint_url") else "auto"},
                signature_version="s3v4",
                # Older stores do not know the newer checksums; the signature covers the content.
                request_checksum_calculation="when_required",
                response_checksum_validation="when_required",
                connect_timeout=CONNECT_SECONDS,
                read_timeout=ANSWER_SECONDS,
                retries={"total_max_attempts": ATTEMPTS},
            ),
            **options,
        )

    @property
    def described(self) -> str:
        """The bucket's name."""
        return f"(bucket {self.bucket_name})"

    def exists(self, name: str) -> bool:
        """Say whether a file is there."""
        with _as_of_a_disk():
            return bool(super().exists(name))

    def delete(self, name: str) -> None:
        """Take a file away; none being there is no error."""
        with _as_of_a_disk():
            super().delete(name)

    def put(self, path: str, chunks: Iterable[bytes]) -> None:
        """Write a file whole or not at all. Raises OSError where the store refuses."""
        with SpooledTemporaryFile(max_size=IN_MEMORY) as whole, _as_of_a_disk():
            for chunk in chunks:
                whole.write(chunk)
            whole.seek(0)
            self._client.put_object(
                Bucket=self.bucket_name,
                Key=self._normalize_name(path),
                Body=whole,
                ContentType="application/octet-stream",
            )

    def discard(self, path: str) -> None:
        """Take away what was written to a path."""
        self.delete(path)

    def everything(self) -> Iterator[Lying]:
        """Give every object of the bucket."""
        with _as_of_a_disk():
            pages = self._client.get_paginator("list_objects_v2")
            for page in pages.paginate(Bucket=self.bucket_name):
                for one in page.get("Contents", ()):
                    yield Lying(one["Key"], one["Size"], one["LastModified"].timestamp())

    def room(self) -> None:
        """Nobody can say how much a store still takes."""

    @property
    def _client(self) -> Any:
        return self.connection.meta.client

    def _open(self, name: str, mode: str = "rb") -> Any:
        """Fetch the file at once: what fails must fail before the first byte is sent on."""
        with _as_of_a_disk():
            opened = super()._open(name, mode)
            if "r" in mode:
                opened.open()
            return opened

    def _save(self, name: str, content: Any) -> str:
        with _as_of_a_disk():
            return str(super()._save(name, content))


@contextmanager
def _as_of_a_disk() -> Iterator[None]:
    try:
        yield
    except (ClientError, BotoCoreError, Boto3Error) as error:
        raise OSError(str(error)) from error
