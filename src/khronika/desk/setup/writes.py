"""Lays out the archive and makes the first account."""

from collections.abc import Mapping
from secrets import choice

from khronika.casebook.example import lay_out_example
from khronika.casebook.init import LETTERS, init
from khronika.casebook.settings import PolicyName, Truth
from khronika.desk.accounts import writes
from khronika.desk.accounts.models import Account
from khronika.desk.archive import Archive
from khronika.ledger.ledger import Recorded


def found(passphrase: str, *, language: str) -> Account:
    """The first account."""
    return writes.found(passphrase, language=language)


def lay_out(archive: Archive, *, language: str, may_publish: bool) -> None:
    """An empty archive, which the desk writes."""
    policy = PolicyName.ALREADY_PUBLIC if may_publish else PolicyName.ASK
    init(
        archive.folder,
        truth=Truth.LEDGER.value,
        id_letters=_random_letters,
        policy=policy,
        first_language=language,
    )


def lay_out_copy(archive: Archive, environ: Mapping[str, str], *, recorded: Recorded) -> None:
    """The example, to be tried."""
    lay_out_example(archive.folder, environ, recorded=recorded)


def _random_letters(count: int) -> str:
    return "".join(choice(LETTERS) for _ in range(count))
