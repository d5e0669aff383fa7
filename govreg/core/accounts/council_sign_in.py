"""What does the council's own sign-in (OpenID Connect) say of a person, and is it to be believed?

Authlib keeps state, nonce and the PKCE verifier in the session, exchanges the code, and verifies
the ID token's signature. Issuer and audience are named here, because it asks for them only then.
"""

from dataclasses import dataclass
from typing import Any

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.django_client import OAuth
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from joserfc.errors import JoseError

from govreg.core.refusals import Refusal, Refused

ASK, TRUST, AMR = "ask", "trust", "amr"
SECOND_FACTOR_CHOICES = (ASK, TRUST, AMR)
#: Seconds that one question to the council's sign-in may take.
PATIENCE = 10
#: Never "none", and nothing that is checked with the client's own secret.
SIGNATURES = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")

NOT_REACHED = Refusal(
    "council-not-reached",
    "The council’s sign-in does not answer at the moment. Try again in a few minutes, or sign in "
    "with your password.",
)
NOT_BELIEVED = Refusal(
    "council-not-believed",
    "The answer of the council’s sign-in could not be verified, so nobody was signed in. It may be "
    "old or have been used before. Start again from the sign-in page.",
)
CANCELLED = Refusal(
    "council-cancelled",
    "The council’s sign-in was not completed. Start again from the sign-in page.",
)
NO_ADDRESS = Refusal(
    "council-no-address",
    "The council’s sign-in did not say which e-mail address is yours, or has not verified it. Ask "
    "those who look after your council account.",
)
NOT_IN_GROUP = Refusal(
    "council-group",
    "Your council account is not in the group that may use this register. Ask those who look "
    "after your council account, or the register’s administrator.",
)


@dataclass(frozen=True, slots=True)
class CouncilAccount:
    """Who the council's sign-in says has signed in, with an address that it has verified."""

    email: str
    second_factor_passed: bool


def is_on() -> bool:
    """Say whether this register offers the council's sign-in."""
    return bool(settings.OIDC_ISSUER)


def redirect_to_council(request: HttpRequest, *, come_back_to: str) -> HttpResponse:
    """Send the person to the council's sign-in. Raises Refused when it does not answer."""
    try:
        answer: HttpResponse = _client().authorize_redirect(request, come_back_to)
    except (requests.RequestException, AuthlibBaseError, RuntimeError, ValueError, KeyError):
        raise Refused(NOT_REACHED) from None
    return answer


def account_of(request: HttpRequest) -> CouncilAccount:
    """Return who came back from the council's sign-in.

    Raises Refused when it does not answer, cannot be believed or names nobody who may come in.
    """
    if request.GET.get("error"):
        raise Refused(CANCELLED)
    return _account(_claims(request))


def _claims(request: HttpRequest) -> dict[str, Any]:
    client = _client()
    try:
        metadata = client.load_server_metadata()
        if str(metadata.get("issuer", "")).rstrip("/") != settings.OIDC_ISSUER:
            raise Refused(NOT_BELIEVED)
        named = metadata.get("id_token_signing_alg_values_supported") or ["RS256"]
        metadata["id_token_signing_alg_values_supported"] = [a for a in named if a in SIGNATURES]
        token = client.authorize_access_token(request, claims_options=_expected(metadata))
        identity = dict(token.get("userinfo") or {})
        if not identity.get("sub") or not identity.get("nonce"):
            raise Refused(NOT_BELIEVED)
        if "email" in identity or "userinfo_endpoint" not in metadata:
            return identity
        more = dict(client.userinfo(token=token))
    except requests.RequestException:
        raise Refused(NOT_REACHED) from None
    except (AuthlibBaseError, JoseError, RuntimeError, ValueError, KeyError, TypeError):
        raise Refused(NOT_BELIEVED) from None
    if more.get("sub") != identity["sub"]:
        raise Refused(NOT_BELIEVED)
    return {**more, **identity}


def _expected(metadata: dict[str, Any]) -> dict[str, Any]:
    return {
        "iss": {"essential": True, "value": metadata["issuer"]},
        "aud": {"essential": True, "value": settings.OIDC_CLIENT_ID},
        "nonce": {"essential": True},
    }


def _account(claims: dict[str, Any]) -> CouncilAccount:
    email, verified = claims.get("email"), claims.get("email_verified")
    if verified is None:
        verified = settings.OIDC_ASSUME_EMAIL_VERIFIED
    if not isinstance(email, str) or not email.strip() or verified not in (True, "true"):
        raise Refused(NO_ADDRESS)
    wanted = settings.OIDC_REQUIRED_GROUP
    if wanted and wanted not in _words(claims.get(settings.OIDC_GROUPS_CLAIM)):
        raise Refused(NOT_IN_GROUP)
    return CouncilAccount(email.strip(), _second_factor_passed(claims))


def _second_factor_passed(claims: dict[str, Any]) -> bool:
    if settings.OIDC_SECOND_FACTOR == TRUST:
        return True
    told = set(_words(claims.get("amr")))
    return settings.OIDC_SECOND_FACTOR == AMR and bool(told & set(settings.OIDC_AMR))


def _words(claim: Any) -> list[str]:
    return [claim] if isinstance(claim, str) else [str(word) for word in claim or []]


def _client() -> Any:
    """Return a client that knows nothing yet: keys that were changed are never kept too long."""
    return OAuth().register(
        "council",
        client_id=settings.OIDC_CLIENT_ID,
        client_secret=settings.OIDC_CLIENT_SECRET,
        server_metadata_url=f"{settings.OIDC_ISSUER}/.well-known/openid-configuration",
        client_kwargs={
            "scope": settings.OIDC_SCOPES,
            "code_challenge_method": "S256",
            "default_timeout": PATIENCE,
        },
    )
