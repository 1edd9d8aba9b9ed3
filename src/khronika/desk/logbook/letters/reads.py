"""Whether somebody may be written to now, by the rules that packs and the site go by."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from khronika.clearance.address import fault_of
from khronika.clearance.inquiry import Inquiry
from khronika.clearance.policy import Policy
from khronika.desk.logbook.letters.models import Letter
from khronika.desk.logbook.whose import whose
from khronika.desk.visit import Visit
from khronika.dossier.dossier import Dossier
from khronika.dossier.entry import Entry
from khronika.dossier.names import checked_name
from khronika.editions.support import is_address
from khronika.schema.decision import ConsentState, Stance, Verb
from khronika.schema.subject import SubjectId
from khronika.schema.value import Choice, Key, Text
from khronika.schema.visibility import Use, Visibility
from khronika.solidarity.channels import Channel, channels, usable
from khronika.solidarity.tables import donts
from khronika.solidarity.writing import Address, Answer, Correspondent, may_write
from khronika.values.date import PartialDate

DONTS = 5
_NO = frozenset({ConsentState.REFUSED.value, ConsentState.WITHDRAWN.value})


@dataclass(frozen=True, slots=True)
class Way:
    """A way to send, what it learns about the sender, and whether anybody checked it there."""

    key: str
    name: str
    learns: str
    is_checked: bool


@dataclass(frozen=True, slots=True)
class Went:
    """A letter in words. `replier` is "you", "somebody" or empty: who writes back."""

    number: int
    sent: str
    channel: str
    outcome: str
    ended: str
    asks_reply: bool
    replier: str


@dataclass(frozen=True, slots=True)
class Writing:
    """Everything the page shows. `envelope` is empty unless one may write."""

    answer: Answer
    envelope: str
    ways: tuple[Way, ...]
    donts: tuple[str, ...]
    letters: tuple[Went, ...]
    has_come_back: bool
    is_held_back: bool


def writing_to(person: SubjectId, visit: Visit) -> Writing:
    """Whether one may, where to and how."""
    dossier = visit.snapshot.people[person]
    entry = newest_address(dossier)
    name = _name_of(dossier, visit)
    letters = letters_to(dossier)
    asked = Correspondent(
        status=dossier.status.code.value,
        address=_address(entry, letters, visit) if entry else None,
        said_no=said_no(dossier, visit),
        name_checked=bool(name),
    )
    answer = may_write(asked, on=visit.today)
    facility = entry.value("facility") if entry else None
    ways = usable(facility.key if isinstance(facility, Key) else "", on=visit.today)
    text = asked.address.text if asked.address and answer.may else ""
    return Writing(
        answer=answer,
        envelope="\n".join([*_lines(text), name]) if text else "",
        ways=tuple(_way(one, visit) for one in ways),
        donts=donts(visit.language)[:DONTS],
        letters=_went(letters, visit),
        has_come_back=answer.why.code == "letter.returned",
        is_held_back=entry is not None and _is_held_back(entry, visit),
    )


def _went(letters: Sequence[Letter], visit: Visit) -> tuple[Went, ...]:
    names = {one.key: one.name.in_language(visit.language) for one in channels("", on=visit.today)}
    last = max((one.sent for one in letters), default=visit.today)
    return tuple(
        Went(
            number=one.pk,
            sent=visit.wording.day(one.sent),
            channel=names.get(one.channel, one.channel),
            outcome=one.outcome,
            ended=visit.wording.day(one.outcome_day) if one.outcome_day else "",
            asks_reply=one.sent == last,
            replier=whose(one.replier_id, visit),
        )
        for one in letters
    )


def letters_to(dossier: Dossier) -> Sequence[Letter]:
    """What went to the person, by whatever id; the latest first."""
    return list(Letter.objects.filter(person__in=dossier.joined))


def said_no(dossier: Dossier, visit: Visit) -> bool:
    """Whether the person, or we, want no letters to go there."""
    in_force = visit.snapshot.in_force
    uses = {"", Use.LETTERS.value}
    consents = [one for who in dossier.joined for one in in_force.about(Verb.CONSENT, who)]
    refused = any(
        one.details.get("state") in _NO and one.details.get("use", "") in uses for one in consents
    )
    stances = {in_force.stance(who) for who in dossier.joined}
    return refused or Stance.DO_NOT_LIST in stances


def _name_of(dossier: Dossier, visit: Visit) -> str:
    """The full name in Cyrillic as somebody who knows wrote it, as packs of letters print it."""
    name = checked_name(dossier, visit.snapshot.reading.material.claims)
    parts = (name.family, name.given, name.patronymic) if name else ()
    return " ".join(filter(None, parts))


def newest_address(dossier: Dossier) -> Entry | None:
    """The address that was confirmed last; one without a day only where there is no other."""
    found = [
        one
        for one in dossier.of_kind("support")
        if is_address(one) and isinstance(one.value("address"), Text)
    ]
    days = {one.key: max((day.last_day for day in one.dates), default=None) for one in found}
    return max(
        found,
        key=lambda one: (days[one.key] is not None, str(days[one.key]), one.key),
        default=None,
    )


def _address(entry: Entry, letters: Sequence[Letter], visit: Visit) -> Address:
    text, by = entry.value("address"), entry.value("checked-by")
    checked = entry.value("checked")
    address = Address(
        text=text.text if isinstance(text, Text) else "",
        institution=isinstance(entry.value("facility"), Key),
        checked=checked if isinstance(checked, PartialDate) else None,
        checked_by=by.choice if isinstance(by, Choice) else "",
        returned=tuple(
            PartialDate.of(one.outcome_day)
            for one in letters
            if one.outcome == Letter.Outcome.RETURNED and one.outcome_day
        ),
    )
    return replace(address, moved=(None,)) if _is_overtaken(entry, visit) else address


def _is_overtaken(entry: Entry, visit: Visit) -> bool:
    """Whether the person may have been moved since, by all that the record holds."""
    in_force = visit.snapshot.in_force
    inquiry = Inquiry(in_force, Use.LETTERS, Policy(already_public=False), visit.today)
    claims = [in_force.ledger.claims[one] for one in entry.claims]
    return any(fault_of(inquiry, one) == "address-overtaken" for one in claims)


def _is_held_back(entry: Entry, visit: Visit) -> bool:
    """Whether none of what the address rests on may go into a pack."""
    level = visit.snapshot.in_force.claim_level
    return all(level(one, Use.LETTERS) is not Visibility.PUBLIC for one in entry.claims)


def _lines(text: str) -> list[str]:
    parts = text.splitlines() if "\n" in text.strip() else text.split(", ")
    return [line.strip() for line in parts if line.strip()]


def _way(channel: Channel, visit: Visit) -> Way:
    language = visit.language
    return Way(
        channel.key,
        channel.name.in_language(language),
        channel.learns.in_language(language),
        is_checked=channel.works is True,
    )
