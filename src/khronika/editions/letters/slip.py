"""A slip: what somebody who writes to one person needs to know, on one page.

Invariants:

- Five lines about the person and no more; nothing of the accusation, which no letter should touch.
- Beginnings for a letter, never a letter to copy.
- No sender and nothing of ours: the slip has a number.
"""

from dataclasses import dataclass
from datetime import date

from khronika.editions.letters.heads import do_not_use_after
from khronika.editions.letters.whom import Recipient
from khronika.editions.line import titled
from khronika.editions.note import Notes
from khronika.editions.press_fact import FactPrinter
from khronika.editions.reader import Reader
from khronika.schema.value import Key
from khronika.solidarity.channels import Channel, usable
from khronika.solidarity.freshness import mail_by
from khronika.solidarity.money import payment_warnings
from khronika.solidarity.tables import donts, three_prompts

ABOUT = ("status", "occupation", "birth", "case", "recognition", "arrest", "ruling")
LINES = 5


@dataclass(frozen=True, slots=True)
class Prompt:
    """A beginning in the reader's language, and in Russian where that is another one."""

    text: str
    russian: str


@dataclass(frozen=True, slots=True)
class ChannelRow:
    """A way to send the letter, what it learns about the sender, and when it was checked."""

    name: str
    learns: str
    checked: str


@dataclass(frozen=True, slots=True)
class Slip:
    """Everything one slip prints."""

    title: str
    name: str
    russian: str
    about: tuple[str, ...]
    envelope: tuple[str, ...]
    until: str
    checked: str
    donts: tuple[str, ...]
    prompts: tuple[Prompt, ...]
    channels: tuple[ChannelRow, ...]
    warnings: tuple[str, ...]


def slip_of(recipient: Recipient, reader: Reader) -> Slip:
    """The slip of this person in the reader's language."""
    wording, name = reader.wording, recipient.name
    return Slip(
        title=wording.gettext("Slip No. {number}").format(number=recipient.number),
        name=reader.names[recipient.person],
        russian=" ".join(part for part in (name.given, name.patronymic, name.family) if part),
        about=_about(recipient, reader),
        envelope=recipient.envelope,
        until=do_not_use_after(recipient.until, wording),
        checked=wording.gettext("Last confirmed: {date}.").format(
            date=wording.date(recipient.checked)
        ),
        donts=donts(reader.language),
        prompts=_prompts(recipient.number, reader.language),
        channels=tuple(
            _channel(one, reader) for one in usable(recipient.facility, on=reader.publication.as_of)
        ),
        warnings=_warnings(recipient, reader),
    )


def _about(recipient: Recipient, reader: Reader) -> tuple[str, ...]:
    """The most telling lines first; a birthday says by when a card has to leave."""
    dossier = reader.publication.people[recipient.person]
    facts = FactPrinter(reader, Notes(reader)).person(dossier)
    told = (one for kind in ABOUT for one in facts if one.kind == kind and not one.denied)
    lines = [titled(one, reader) for one in told][:LINES]
    birthdays = [one.on for one in dossier.ahead if one.code == "birthday"]
    if not birthdays:
        return tuple(lines)
    return (*lines[: LINES - 1], _birthday(min(birthdays), reader))


def _birthday(day: date, reader: Reader) -> str:
    wording, by = reader.wording, mail_by(day)
    if by < reader.publication.as_of:
        return wording.gettext("The next birthday is on {day}.").format(day=wording.day(day))
    text = wording.gettext("The next birthday is on {day}; a card should leave by {mail_by}.")
    return text.format(day=wording.day(day), mail_by=wording.day(by))


def _prompts(number: int, language: str) -> tuple[Prompt, ...]:
    return tuple(
        Prompt(one.in_language(language), "" if language == "ru" else one.in_language("ru"))
        for one in three_prompts(number)
    )


def _channel(channel: Channel, reader: Reader) -> ChannelRow:
    wording = reader.wording
    if channel.checked:
        day = wording.day(channel.checked)
        checked = wording.gettext("Checked for this place on {day}.").format(day=day)
    else:
        checked = wording.gettext("Nobody has checked it for this place.")
    return ChannelRow(
        channel.name.in_language(reader.language),
        channel.learns.in_language(reader.language),
        checked,
    )


def _warnings(recipient: Recipient, reader: Reader) -> tuple[str, ...]:
    dossier = reader.publication.people[recipient.person]
    lists = {
        value.key
        for entry in dossier.of_kind("listing")
        for value in entry.values("list")
        if isinstance(value, Key)
    }
    if not lists:
        return ()
    said = payment_warnings(lists, on=reader.publication.as_of)
    return tuple(reader.wording.say(one) for one in said)
