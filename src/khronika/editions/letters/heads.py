"""The words around the facts of a slip and of the organiser's list, in one language."""

from dataclasses import dataclass
from datetime import date

from khronika.values.wording import Wording


@dataclass(frozen=True, slots=True)
class Heads:
    """Headings and standing sentences, ready to print."""

    slips: str
    about: str
    envelope: str
    donts: str
    prompts: str
    own_words: str
    channels: str
    money: str
    organiser: str
    inside: str
    left_out: str
    nobody: str
    keep: str
    as_of: str


def heads(wording: Wording, *, as_of: str) -> Heads:
    """The words in this language."""
    gettext = wording.gettext
    return Heads(
        slips=gettext("Letter night: slips"),
        about=gettext("Whom you are writing to"),
        envelope=gettext("On the envelope"),
        donts=gettext("What may not be written"),
        prompts=gettext("Where to begin"),
        own_words=gettext("In your own words: letters that are alike are noticed and thrown away."),
        channels=gettext("How to send it, and who learns what about you"),
        money=gettext("Before you send money"),
        organiser=gettext("Letter night: for the organiser"),
        inside=gettext("In the pack"),
        left_out=gettext("Left out, and why"),
        nobody=gettext("Nobody can be written to today."),
        keep=gettext(
            "Numbers stand for people. Write down no sender’s name beside them, and take this "
            "list home."
        ),
        as_of=gettext("Facts as of {day}.").format(day=as_of),
    )


def do_not_use_after(day: date, wording: Wording) -> str:
    """The sentence that stands beside every address."""
    text = wording.gettext("Do not use this address after {date}.")
    return text.format(date=wording.day(day))
