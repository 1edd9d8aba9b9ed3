"""The pack as plain text, for a printer that knows nothing else and for reading aloud."""

from collections.abc import Iterable, Iterator

from khronika.editions.letters.heads import Heads
from khronika.editions.letters.organiser import OrganiserList
from khronika.editions.letters.slip import Slip
from khronika.editions.letters.whom import Recipient

RULE = "-" * 72


def slips_text(slips: Iterable[Slip], words: Heads) -> bytes:
    """Every slip, one after the other."""
    blocks = ["\n".join(_slip(one, words)) for one in slips]
    return _encoded(f"\n\n{RULE}\n\n".join(blocks) or words.nobody)


def organiser_text(told: OrganiserList, words: Heads) -> bytes:
    """The list of numbers, and who was left out."""
    return _encoded("\n".join(_organiser(told, words)))


def envelopes_text(recipients: Iterable[Recipient]) -> bytes:
    """The addresses under their numbers, nothing else."""
    blocks = [f"{one.number}\n" + "\n".join(one.envelope) for one in recipients]
    return _encoded("\n\n".join(blocks))


def _slip(slip: Slip, words: Heads) -> Iterator[str]:
    yield slip.title
    yield from _section(f"{slip.name} ({slip.russian})", slip.about)
    yield from _section(words.envelope, slip.envelope)
    yield ""
    yield slip.until
    yield slip.checked
    yield from _section(words.donts, slip.donts, bullet="- ")
    yield from _section(words.prompts, [words.own_words])
    for prompt in slip.prompts:
        yield f"- {prompt.text}"
        if prompt.russian:
            yield f"  {prompt.russian}"
    rows = [f"{one.name}. {one.learns} {one.checked}" for one in slip.channels]
    yield from _section(words.channels, rows, bullet="- ")
    if slip.warnings:
        yield from _section(words.money, slip.warnings, bullet="- ")


def _organiser(told: OrganiserList, words: Heads) -> Iterator[str]:
    yield words.organiser
    yield words.as_of
    yield from told.notes
    rows = [f"{one.number}. {one.name} ({one.russian}). {one.until}" for one in told.rows]
    yield from _section(words.inside, rows or [words.nobody])
    yield from _section(words.left_out, [f"{one.name}: {one.why}" for one in told.left_out])
    if told.unwilling:
        yield told.unwilling
    yield ""
    yield words.keep


def _section(title: str, lines: Iterable[str], *, bullet: str = "") -> Iterator[str]:
    yield ""
    yield title
    yield from (f"{bullet}{line}" for line in lines)


def _encoded(text: str) -> bytes:
    return f"{text}\n".encode()
