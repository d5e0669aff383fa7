"""Does a second factor keep out whoever has the password alone, and let its owner in?"""

import json
import time
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test import Client

from govreg.core.accounts import codes
from govreg.core.accounts.models import AccessLogEntry, SecondFactor
from govreg.core.accounts.services.second_factor import (
    reset_factor,
    set_up_factor,
    use_code,
    use_recovery_code,
)
from govreg.core.history.models import ChangeSet
from govreg.core.refusals import Refused
from govreg.site.leeds.passwords import password_for
from tests.partnerships.pages import page, problems, read, send
from tests.people import signed_in
from tests.telephone import Telephone

from .stories import SET_UP, enrol, half_signed_in, sign_in, with_factor

pytestmark = pytest.mark.django_db
CODE, RECOVERY = "/sign-in/code/", "/sign-in/recovery-code/"


def test_the_codes_are_those_of_the_standard():
    """RFC 6238, appendix B, cut to six digits."""
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    for moment, code in ((59, "287082"), (1111111109, "081804"), (20000000000, "353130")):
        at = datetime.fromtimestamp(moment, UTC)
        assert codes.matching_step(secret=secret, code=code, at=at) == moment // 30
        assert Telephone(secret).code_at(moment // 30) == code


@pytest.mark.parametrize(("later", "right"), [(-2, False), (-1, True), (0, True), (1, True)])
def test_a_telephone_may_be_one_step_out(later, right):
    secret, step = codes.new_secret(), 60_000_000
    code = Telephone(secret).code_at(step + later)
    at = datetime.fromtimestamp(step * 30 + 5, UTC)
    found = codes.matching_step(secret=secret, code=code, at=at)
    assert (found is not None) is right


def test_a_person_sets_one_up_and_signs_in_with_it(cast):
    client = signed_in(cast.owner)
    shown = read(client.get(SET_UP))
    drawing = shown.find("svg", class_="app-chart")
    assert drawing.find("path")["fill"] == "#000000"
    assert "style=" not in str(drawing)
    assert "data:" not in str(shown)
    assert shown.find(class_="app-key").text == read(client.get(SET_UP)).find(class_="app-key").text
    wrong = client.post(SET_UP, {"code": "000000"})
    assert "not the code the app shows" in problems(wrong)
    telephone, recovery = enrol(client)
    assert len(set(recovery)) == 10
    assert client.get("/").status_code == 200
    assert "10 recovery codes left" in page(client, "accounts:account").text

    again = half_signed_in(cast.owner)
    asked = again.get("/actions/?sort=-due")
    assert asked["Location"] == f"{CODE}?next=%2Factions%2F%3Fsort%3D-due"
    refused = again.post(asked["Location"], {"code": telephone.code()})
    assert "used before" in problems(refused), "the code of the setting up counts once"
    passed = again.post(asked["Location"], {"code": telephone.code(later=1)})
    assert (passed.status_code, passed["Location"]) == (302, "/actions/?sort=-due")
    assert again.get("/").status_code == 200
    events = AccessLogEntry.objects.order_by("pk").values_list("event", "detail")
    assert list(events)[-3:] == [
        ("code-asked", ""),
        ("code-failed", "With a code"),
        ("signed-in", "With a code"),
    ]


def test_a_code_is_accepted_once_and_no_earlier_one_after_it(cast):
    telephone, _recovery = with_factor(cast.owner)
    assert not use_code(user=cast.owner, code=telephone.code())
    assert use_code(user=cast.owner, code=telephone.code(later=1))
    assert not use_code(user=cast.owner, code=telephone.code(later=1))
    assert not use_code(user=cast.owner, code=telephone.code(later=-1))
    factor = SecondFactor.objects.get()
    assert not SecondFactor.objects.accept_step(factor, int(time.time()) // 30 + 1)


def test_a_recovery_code_works_once_in_any_writing(cast):
    _telephone, recovery = with_factor(cast.owner)
    client = half_signed_in(cast.owner)
    assert "not one of your recovery codes" in problems(client.post(RECOVERY, {"code": "abcd"}))
    assert client.post(RECOVERY, {"code": recovery[0].upper().replace("-", " ")}).status_code == 302
    assert "9 recovery codes left" in page(client, "accounts:account").text
    other = half_signed_in(cast.owner)
    assert "used before" in problems(other.post(RECOVERY, {"code": recovery[0]}))
    assert other.post(RECOVERY, {"code": recovery[9]}).status_code == 302
    assert ChangeSet.objects.filter(verb="Used a recovery code", by=cast.owner).count() == 2


def test_new_recovery_codes_put_the_old_ones_out_of_use(cast):
    client = signed_in(cast.owner)
    _telephone, old = enrol(client)
    where = "accounts:recovery-codes"
    assert "not your password" in problems(send(client, where, changes={"password": "wrong"}))
    new = [code.text for code in read(_confirmed(client, where, cast)).select(".app-codes code")]
    assert len(new) == 10
    assert not use_recovery_code(user=cast.owner, code=old[0])
    assert use_recovery_code(user=cast.owner, code=new[0])


def _confirmed(client: Client, name: str, cast, **changes: str):
    given = {"password": password_for(cast.owner.email), **changes}
    return send(client, name, changes=given)


def test_nothing_secret_is_kept_in_the_clear_or_in_the_history(cast):
    telephone, recovery = with_factor(cast.owner)
    use_recovery_code(user=cast.owner, code=recovery[0])
    reset_factor(user=cast.owner, by=cast.administrator, reason="Lost telephone")
    with_factor(cast.auditor)
    factor = SecondFactor.objects.get()
    plain = codes.unseal(factor.secret)
    assert plain
    assert plain not in factor.secret
    history = SecondFactor.history.model
    names = {field.name for field in history._meta.get_fields()}
    assert not names & {"secret", "last_step", "recovery_digests"}
    assert history.objects.count() == 4
    inspected = 0
    for table in connection.introspection.table_names():
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT * FROM "{table}"')
            inspected += 1
            text = json.dumps(cursor.fetchall(), default=str)
        for secret in (telephone.secret, plain, *recovery):
            assert secret not in text, table
    assert inspected > 60


def test_codes_outlive_a_change_of_the_registers_key_only_where_the_old_one_is_kept(cast, settings):
    telephone, recovery = with_factor(cast.owner)
    settings.SECRET_KEY, old = "another", settings.SECRET_KEY
    assert not use_code(user=cast.owner, code=telephone.code(later=1))
    assert not use_recovery_code(user=cast.owner, code=recovery[0])
    settings.SECRET_KEY_FALLBACKS = [old]
    assert use_code(user=cast.owner, code=telephone.code(later=1))
    assert use_recovery_code(user=cast.owner, code=recovery[0])
    assert not use_recovery_code(user=cast.owner, code=recovery[0])


def test_replacing_and_removing_ask_for_the_password(cast):
    client = signed_in(cast.owner)
    old, _recovery = enrol(client)
    soup = page(client, "accounts:replace-factor")
    new = Telephone(soup.find(class_="app-key").text)
    wrong = send(client, "accounts:replace-factor", changes={"code": new.code(), "password": "no"})
    assert "not your password" in problems(wrong)
    assert _confirmed(client, "accounts:replace-factor", cast, code=new.code()).status_code == 200
    assert use_code(user=cast.owner, code=new.code(later=1))
    assert not use_code(user=cast.owner, code=old.code(later=1))
    assert "not your password" in problems(
        send(client, "accounts:remove-factor", changes={"password": "no"})
    )
    assert SecondFactor.objects.exists()
    assert _confirmed(client, "accounts:remove-factor", cast).status_code == 302
    assert not SecondFactor.objects.exists()
    assert sign_in(Client(), cast.owner.email)["Location"] == "/"


def test_setting_up_cannot_replace_a_factor_that_was_not_passed(cast):
    with_factor(cast.owner)
    client = half_signed_in(cast.owner)
    before = SecondFactor.objects.get().secret
    assert client.get(SET_UP, follow=True).redirect_chain[-1][0].startswith(CODE)
    client.post(SET_UP, {"code": "123456"})
    assert SecondFactor.objects.get().secret == before


def test_setting_one_up_ends_the_sessions_that_have_not_passed_it(cast):
    here, elsewhere = signed_in(cast.owner), signed_in(cast.owner)
    neighbour = signed_in(cast.auditor)
    enrol(here)
    assert here.get("/").status_code == 200
    assert elsewhere.get("/").status_code == 302
    assert neighbour.get("/").status_code == 200


def test_a_wrong_first_code_sets_nothing_up(cast):
    with pytest.raises(Refused, match="right time"):
        set_up_factor(user=cast.owner, secret=codes.new_secret(), code="000000")
    assert not SecondFactor.objects.exists()


def test_an_administrator_resets_a_lost_one_with_a_reason(cast):
    telephone, recovery = with_factor(cast.owner)
    owner = half_signed_in(cast.owner)
    owner.post(CODE, {"code": telephone.code(later=1)})
    assert owner.get("/").status_code == 200
    client, name, pk = signed_in(cast.administrator), "people:reset-second-factor", cast.owner.pk
    assert "On, 10 recovery codes left" in page(client, "people:user", pk).text
    assert problems(send(client, name, pk, changes={"reason": ""}))
    assert send(client, name, pk, changes={"reason": "Telephone lost"}).status_code == 302
    assert owner.get("/").status_code == 302
    assert sign_in(Client(), cast.owner.email)["Location"] == "/"
    story = page(client, "history:record", "accounts.user", pk).text
    assert "Reset the second factor" in story
    assert "Telephone lost" in story
    logged = AccessLogEntry.objects.get(event="factor-changed")
    assert (logged.user, logged.detail) == (
        cast.administrator,
        f"Reset for {cast.owner.name}, {cast.owner.email}",
    )
    assert not any(secret in story for secret in (telephone.secret, *recovery))


def test_an_administrator_does_not_go_round_their_own_password(cast):
    with_factor(cast.administrator)
    with pytest.raises(Refused, match="Your account"):
        reset_factor(user=cast.administrator, by=cast.administrator, reason="Lost")
