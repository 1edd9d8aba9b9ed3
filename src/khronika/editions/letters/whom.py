"""Who may be written to, and of everybody else why not.

Invariants:

- Nobody without a fresh address of an institution, in transit, under an order, unwilling, or with a
  name that nobody checked in Cyrillic; everybody left out has a reason.
- The order and the numbers depend on the choice and the names alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from khronika.clearance.publication import Publication
from khronika.dossier.dossier import Dossier
from khronika.dossier.entry import Entry
from khronika.dossier.names import checked_name
from khronika.editions.reader import Reader
from khronika.editions.support import is_address
from khronika.errors import Say
from khronika.schema.subject import SubjectId
from khronika.schema.value import Choice, Key, Text
from khronika.solidarity.address_block import address_block
from khronika.solidarity.choosing import Candidate, choose
from khronika.solidarity.writing import Address, Answer, Correspondent, may_write
from khronika.values.date import PartialDate
from khronika.values.name import PersonName

_NO_CONSENT = frozenset({"delicate", "minor", "team"})


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody in the pack: the number of the slip, the envelope, and its last day.

    `checked` is the day of the address's last confirmation, `facility` a key of the table.
    """

    number: int
    person: SubjectId
    name: PersonName
    envelope: tuple[str, ...]
    until: date
    checked: PartialDate
    facility: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Somebody who is not in the pack, and why."""

    person: SubjectId
    why: Say


@dataclass(frozen=True, slots=True)
class Pack:
    """Who is in it by number, who is not by name, and what has to be said about the choice."""

    recipients: tuple[Recipient, ...]
    left_out: tuple[LeftOut, ...]
    notes: tuple[Say, ...]


def pack_of(reader: Reader) -> Pack:
    """The pack in the order of the choice; names order alike in every language."""
    publication = reader.publication
    found = {one: _recipient(one, publication) for one in reader.names}
    able = {
        publication.addresses.get(one, one): told
        for one, told in found.items()
        if isinstance(told, Recipient)
    }
    chosen = choose(
        [_candidate(key, told, publication) for key, told in able.items()],
        publication.correspondence.choosing,
        letters_known=publication.correspondence.waited is not None,
    )
    recipients = tuple(
        replace(able[key], number=number) for number, key in enumerate(chosen.keys, start=1)
    )
    inside = {one.person for one in recipients}
    left_out = tuple(
        LeftOut(one, told if isinstance(told, Say) else Say("pack.not-chosen"))
        for one, told in found.items()
        if one not in inside
    )
    return Pack(recipients, left_out, chosen.notes)


def _recipient(person: SubjectId, publication: Publication) -> Recipient | Say:
    """The person as somebody to write to, without a number yet; or why not."""
    dossier = publication.people[person]
    entry, name = _entry(dossier), checked_name(dossier, publication.claims)
    address = _address(entry) if entry else None
    asked = Correspondent(
        status=dossier.status.code.value, address=address, name_checked=name is not None
    )
    answer = may_write(asked, on=publication.as_of)
    facility = entry.value("facility") if entry else None
    if not (answer.until and name and address and address.checked and isinstance(facility, Key)):
        return _why_not(answer, publication.correspondence.unsent.get(person, ""))
    return Recipient(
        number=0,
        person=person,
        name=name,
        envelope=address_block(address.text, name, born=_year(dossier)),
        until=answer.until,
        checked=address.checked,
        facility=facility.key,
    )


def _why_not(answer: Answer, code: str) -> Say:
    """What forbids it; where no address left, what kept it."""
    if answer.why.code != "letter.no-address" or not code:
        return answer.why
    return Say("pack.no-consent") if code in _NO_CONSENT else Say(f"clearance.{code}")


def _entry(dossier: Dossier) -> Entry | None:
    """The address that was confirmed last, among those with a text that nobody disputes."""
    found = [
        one
        for one in dossier.of_kind("support")
        if is_address(one) and isinstance(one.value("address"), Text) and one.dates
    ]
    return max(found, key=lambda one: (one.dates[0].last_day, one.key), default=None)


def _address(entry: Entry) -> Address:
    text, by = entry.value("address"), entry.value("checked-by")
    checked = entry.value("checked")
    return Address(
        text=text.text if isinstance(text, Text) else "",
        institution=isinstance(entry.value("facility"), Key),
        checked=checked if isinstance(checked, PartialDate) else None,
        checked_by=by.choice if isinstance(by, Choice) else "",
    )


def _candidate(key: str, told: Recipient, publication: Publication) -> Candidate:
    waited = publication.correspondence.waited or {}
    return Candidate(
        key=key,
        name=f"{told.name.family} {told.name.given}",
        born=_born(publication.people[told.person]),
        last=waited.get(told.person),
    )


def _births(dossier: Dossier) -> Iterator[PartialDate]:
    for entry in dossier.of_kind("birth"):
        value = entry.value("date")
        if isinstance(value, PartialDate):
            yield value


def _born(dossier: Dossier) -> PartialDate | None:
    return next(_births(dossier), None)


def _year(dossier: Dossier) -> int | None:
    """The year of birth where it is sure."""
    born = _born(dossier)
    sure = born and not born.is_approximate and born.first_day.year == born.last_day.year
    return born.first_day.year if born and sure else None
