"""One request: who asks, as what, in which language, and when."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from django.http import HttpRequest

from khronika.desk.accounts.models import Account
from khronika.desk.archive import Archive, archive
from khronika.desk.rules import Role
from khronika.desk.snapshot import Snapshot
from khronika.editions.reader import Reader
from khronika.ledger.ledger import Recorded
from khronika.values.wording import Wording


@dataclass(frozen=True)
class Visit:
    """What every view needs to know of a request. `account` is None for a stranger."""

    account: Account | None
    language: str
    now: datetime

    @property
    def role(self) -> Role:
        """What this visitor is to the desk."""
        return Role(self.account.role) if self.account else Role.STRANGER

    @property
    def known(self) -> Account:
        """The account of somebody who came past the rules, which let no stranger here."""
        assert self.account is not None  # noqa: S101  # the rule of the address says so
        return self.account

    @property
    def wording(self) -> Wording:
        """How things are said to this visitor."""
        return Wording.of(self.language)

    @property
    def archive(self) -> Archive:
        """The archive the desk works on."""
        return archive()

    @cached_property
    def today(self) -> date:
        """The day it is where the archive is kept."""
        return self.archive.today(self.now)

    @cached_property
    def snapshot(self) -> Snapshot:
        """What this visitor may see of the record."""
        case = self.known.case if self.role is Role.SUPPORT else ""
        if self.role is Role.SUPPORT and not case:
            raise PermissionError("A support group without a case sees nothing.")
        return self.archive.snapshot(self.today, case=case)

    def let_go(self) -> None:
        """Hold the record no longer: a request that was answered can stay in memory for a while."""
        vars(self).pop("snapshot", None)

    def again(self) -> "Visit":
        """The same visitor after something was recorded."""
        return Visit(self.account, self.language, self.now)

    @property
    def reader(self) -> Reader:
        """The same in the visitor's language."""
        return self.snapshot.reader(self.language)

    @property
    def recorded(self) -> Recorded:
        """Who and when, for what this visitor records."""
        return Recorded(at=f"{self.now:%Y-%m-%dT%H:%M:%SZ}", by=self.known.hand)

    @property
    def may_write(self) -> bool:
        """Whether the archive takes anything in here."""
        return self.archive.is_there and not self.archive.is_read_only


class Request(HttpRequest):
    """A request that the rules let through."""

    visit: Visit
