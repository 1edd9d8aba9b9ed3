"""Who may do what: one row for every address of the desk.

Invariants:

- An address without a row answers nobody; a test walks the table of addresses and says so.
- Who may not read a page is told that there is none. Who may read it and not change it is told
  that.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """Who somebody is to the desk."""

    STRANGER = "stranger"
    SUPPORT = (
        "support"  # the support group of one case: sees its people, and of them what is public
    )
    VOLUNTEER = "volunteer"
    EDITOR = "editor"
    COORDINATOR = "coordinator"


class Scope(StrEnum):
    """What a program's token is for."""

    READ = "read-people"
    PROPOSE = "propose"


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may read, and who may change something, at one address.

    With `scope` it answers programs alone, whose token is for that; `asked` are their methods.
    Files that are sent are taken where `files` says so and nowhere else (`uploads.py`).
    """

    read: frozenset[Role]
    write: frozenset[Role] = frozenset()
    scope: str = ""
    asked: frozenset[str] = frozenset()
    files: bool = False

    def allows(self, role: Role, method: str) -> bool:
        """Whether this role may send this method."""
        if method in {"GET", "HEAD"}:
            return role in self.read
        return method == "POST" and role in self.write

    @property
    def methods(self) -> frozenset[str]:
        """The methods the address knows at all."""
        return frozenset(
            (*(["GET", "HEAD"] if self.read else []), *(["POST"] if self.write else []))
        )


NOBODY: frozenset[Role] = frozenset()
STRANGERS = frozenset({Role.STRANGER})
LEAD = frozenset({Role.COORDINATOR})
EDITORS = frozenset({Role.EDITOR, Role.COORDINATOR})
TEAM = EDITORS | {Role.VOLUNTEER}
SIGNED_IN = TEAM | {Role.SUPPORT}
EVERYBODY = SIGNED_IN | STRANGERS

RULES: Mapping[str, Rule] = {
    # the door
    "home": Rule(EVERYBODY),
    "language": Rule(NOBODY, EVERYBODY),
    "setup": Rule(NOBODY, STRANGERS),
    "sign-in": Rule(STRANGERS, STRANGERS),
    "code": Rule(STRANGERS, STRANGERS),
    "sign-out": Rule(NOBODY, SIGNED_IN),
    # one's own account, and those of others
    "account": Rule(SIGNED_IN),
    "passphrase": Rule(SIGNED_IN, SIGNED_IN),
    "second-step": Rule(SIGNED_IN, SIGNED_IN),
    "end-session": Rule(NOBODY, SIGNED_IN),
    "accounts": Rule(LEAD, LEAD),
    "end-access": Rule(NOBODY, LEAD),
    # people and cases
    "people": Rule(SIGNED_IN),
    "person": Rule(SIGNED_IN),
    "case": Rule(SIGNED_IN),
    "date-words": Rule(SIGNED_IN),
    "new-person": Rule(TEAM, TEAM),
    "maybe-here": Rule(TEAM),
    "fact": Rule(TEAM, TEAM),
    # entries and their statements
    "history": Rule(TEAM),
    "entry": Rule(TEAM),
    "statement": Rule(TEAM),
    "merge": Rule(EDITORS, EDITORS),
    "split": Rule(EDITORS, EDITORS),
    "reject": Rule(NOBODY, EDITORS),
    "restore": Rule(NOBODY, EDITORS),
    "level": Rule(NOBODY, EDITORS),
    "correct": Rule(EDITORS, EDITORS),
    "undo": Rule(NOBODY, EDITORS),
    # people again: what is decided
    "settle": Rule(NOBODY, EDITORS),
    "pair": Rule(EDITORS, EDITORS),
    "apart": Rule(NOBODY, EDITORS),
    "ready": Rule(NOBODY, EDITORS),
    "consent": Rule(EDITORS, EDITORS),
    "name-parts": Rule(NOBODY, EDITORS),
    # photos and texts
    "photos": Rule(TEAM, TEAM, files=True),
    "photo": Rule(SIGNED_IN),
    "mask": Rule(EDITORS, EDITORS),
    "texts": Rule(TEAM),
    "text": Rule(TEAM, TEAM),
    "translate": Rule(TEAM, TEAM),
    # documents
    "documents": Rule(TEAM),
    "add-document": Rule(TEAM),
    "add-files": Rule(NOBODY, TEAM, files=True),
    "add-address": Rule(NOBODY, TEAM),
    "add-words": Rule(NOBODY, TEAM),
    "note-call": Rule(TEAM, TEAM),
    "reader": Rule(TEAM),
    "describe": Rule(TEAM, TEAM),
    "read-again": Rule(NOBODY, TEAM),
    "progress": Rule(TEAM),
    "original": Rule(TEAM),
    "page-picture": Rule(TEAM),
    "act": Rule(NOBODY, TEAM),
    "correct-proposal": Rule(TEAM, TEAM),
    "take-back": Rule(NOBODY, TEAM),
    "mark": Rule(TEAM, TEAM),
    # the search
    "search": Rule(SIGNED_IN),
    # what waits
    "waiting": Rule(TEAM),
    "answer": Rule(NOBODY, EDITORS),
    "answer-all": Rule(NOBODY, EDITORS),
    "answer-asked": Rule(NOBODY, EDITORS),
    # the logbook: a support group sees letters and parcels of its people, and writes none
    "logbook": Rule(TEAM),
    "write": Rule(SIGNED_IN, TEAM),
    "outcome": Rule(NOBODY, TEAM),
    "reply": Rule(NOBODY, TEAM),
    "hold-back": Rule(NOBODY, EDITORS),
    "parcels": Rule(SIGNED_IN, TEAM),
    "parcel": Rule(NOBODY, TEAM),
    "slots": Rule(TEAM),
    "slots-file": Rule(NOBODY, EDITORS),
    "payments": Rule(TEAM),
    "ask": Rule(TEAM, TEAM),
    "agree": Rule(NOBODY, EDITORS),
    "pay": Rule(NOBODY, EDITORS),
    "withdraw": Rule(NOBODY, TEAM),
    "fund": Rule(EDITORS, EDITORS),
    "payments-file": Rule(NOBODY, EDITORS),
    "hearings": Rule(TEAM),
    "cover": Rule(NOBODY, TEAM),
    "hearing-outcome": Rule(TEAM),
    "petitions": Rule(TEAM),
    "petition": Rule(TEAM, TEAM),
    "petition-answer": Rule(NOBODY, TEAM),
    "detained": Rule(TEAM),
    "detention": Rule(TEAM, TEAM),
    "tick": Rule(NOBODY, TEAM),
    "detention-over": Rule(NOBODY, TEAM),
    "contact": Rule(NOBODY, TEAM),
    "keeper": Rule(NOBODY, TEAM),
    # publishing
    "publish": Rule(EDITORS, EDITORS),
    "preview": Rule(NOBODY, EDITORS),
    "pack": Rule(NOBODY, EDITORS),
    "take-down": Rule(NOBODY, EDITORS),
    "publish-progress": Rule(EDITORS),
    "publish-changed": Rule(EDITORS),
    "publish-gone": Rule(EDITORS),
    "site-place": Rule(LEAD, LEAD),
    "site-send": Rule(NOBODY, EDITORS),
    "built": Rule(EDITORS),
    # what comes in and goes out as a file
    "import": Rule(EDITORS, EDITORS, files=True),
    "import-table": Rule(EDITORS, EDITORS),
    "export": Rule(SIGNED_IN, SIGNED_IN),
    # programs, and their tokens
    "tokens": Rule(LEAD, LEAD),
    "end-token": Rule(NOBODY, LEAD),
    "api-people": Rule(NOBODY, scope=Scope.READ, asked=frozenset({"GET"})),
    "api-person": Rule(NOBODY, scope=Scope.READ, asked=frozenset({"GET"})),
    "api-proposals": Rule(NOBODY, scope=Scope.PROPOSE, asked=frozenset({"POST"})),
}
