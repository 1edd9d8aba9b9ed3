"""Makes tokens, knows them again, and ends them."""

import hashlib
from collections.abc import Sequence
from datetime import date, timedelta
from secrets import token_urlsafe

from khronika.desk.accounts.models import Account
from khronika.desk.api.models import Token
from khronika.desk.rules import Scope

_MARK = "khr_"  # so that scanners for leaked secrets know what it is
_BYTES = 32


def make(  # noqa: PLR0913 - a token is no less
    by: Account, name: str, *, scope: Scope, case: str, days: int, today: date
) -> str:
    """A new token; this is the only time it can be seen."""
    text = _MARK + token_urlsafe(_BYTES)
    Token.objects.create(
        name=name,
        digest=_digest(text),
        scope=scope.value,
        case=case,
        made_by=by,
        since=today,
        until=today + timedelta(days=days),
    )
    return text


def find(text: str, *, today: date) -> Token | None:
    """The token that was shown, if it still opens anything; notes the day of its use."""
    row = Token.objects.filter(
        digest=_digest(text), until__gte=today, made_by__is_active=True
    ).first()
    if row is not None and row.used != today:
        row.used = today
        row.save(update_fields=["used"])
    return row


def end(number: int) -> None:
    """This token opens nothing any more."""
    Token.objects.filter(pk=number).delete()


def everything() -> Sequence[Token]:
    """Every token there is."""
    return list(Token.objects.select_related("made_by"))


def _digest(text: str) -> str:
    """A hash is enough of what was made of 32 random bytes: it cannot be tried out."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
