"""Is the history protected again after a migration was taken back and made again?"""

import json

import pytest

from .proof import Register, register


def assert_protected(made: Register, *words: str, apps: int) -> None:
    found = json.loads(made.module("tests.reliability.there_and_back", *words))
    made.run("check", "--database", "default")
    assert len(found["apps"]) >= apps, found
    assert found["triggers"] > 80
    assert found["unlike"] == []
    assert found["unprotected"] == []


def test_every_trigger_is_there_after_the_last_steps_went_back_and_forward(tmp_path):
    with register(tmp_path / "register", LOG_LEVEL="ERROR") as made:
        assert_protected(made, apps=4)


@pytest.mark.reliability
def test_every_trigger_is_there_after_each_app_went_to_nothing_and_came_back(tmp_path):
    with register(tmp_path / "register", LOG_LEVEL="ERROR") as made:
        assert_protected(made, "to-nothing", apps=8)
