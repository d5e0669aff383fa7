"""Which object store do the tests keep files in? One that is served over HTTP on this machine."""

import os
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import boto3
import pytest
from moto.server import ThreadedMotoServer

KEYS = {
    "AWS_ACCESS_KEY_ID": "tests-only",
    "AWS_SECRET_ACCESS_KEY": "tests-only",
    "AWS_DEFAULT_REGION": "eu-west-2",
    "AWS_EC2_METADATA_DISABLED": "true",
}


@dataclass(frozen=True)
class Bucket:
    """A bucket, and what a register's environment says of it."""

    name: str
    address: str

    @property
    def environment(self) -> dict[str, str]:
        """What a process of the register is started with."""
        return {
            **KEYS,
            "FILES_DIR": "",
            "FILES_S3_BUCKET": self.name,
            "FILES_S3_ENDPOINT": self.address,
        }

    @property
    def client(self) -> Any:
        """A way to the store that goes past the register."""
        return boto3.client(
            "s3", endpoint_url=self.address, aws_access_key_id="t", aws_secret_access_key="t"
        )

    @property
    def objects(self) -> dict[str, bytes]:
        """All that lies in the bucket."""
        found = self.client.list_objects_v2(Bucket=self.name).get("Contents", ())
        return {one["Key"]: self.content(one["Key"]) for one in found}

    def content(self, key: str) -> bytes:
        """Return one object's content."""
        return self.client.get_object(Bucket=self.name, Key=key)["Body"].read()

    def put(self, key: str, content: bytes) -> None:
        """Write an object."""
        self.client.put_object(Bucket=self.name, Key=key, Body=content)

    def remove(self, key: str) -> None:
        """Take an object away."""
        self.client.delete_object(Bucket=self.name, Key=key)


@pytest.fixture(scope="session")
def new_bucket() -> Iterator[Callable[[], Bucket]]:
    """Serve an object store for the session, and make buckets in it."""
    os.environ.setdefault("AWS_DEFAULT_REGION", KEYS["AWS_DEFAULT_REGION"])
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    address = "http://{}:{}".format(*server.get_host_and_port())

    def make() -> Bucket:
        made = Bucket(f"register-{uuid.uuid4().hex}", address)
        where = {"LocationConstraint": KEYS["AWS_DEFAULT_REGION"]}
        made.client.create_bucket(Bucket=made.name, CreateBucketConfiguration=where)
        return made

    yield make
    server.stop()


def use(settings: Any, monkeypatch: pytest.MonkeyPatch, bucket: Bucket) -> None:
    """Let this process keep its files in a bucket, as a deployment's environment says."""
    for name, value in bucket.environment.items():
        monkeypatch.setenv(name, value)
    from govreg.settings import files

    settings.STORAGES = {**settings.STORAGES, "default": files.storage("")}
