"""Reads e-mail: one letter (.eml), or many (mbox), each a message with its day and sender.

The day is the sender's own, as the header says it. Attachments are told and not read: each is a
document of its own, with its own bytes to be kept.
"""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr

from selectolax.lexbor import LexborHTMLParser

from khronika.errors import Problem
from khronika.intake.composing import Composer, Said, spaced
from khronika.intake.decoding import decode
from khronika.intake.html_blocks import blocks_of
from khronika.intake.limits import Limits, Tell, tell_nobody
from khronika.intake.reading import PartKind, Reading
from khronika.intake.unreadable import damaged, unread
from khronika.values.date import PartialDate

FORMAT = "mail"
VERSION = "1"
_LETTER = re.compile(rb"^From .*\r?\n", re.MULTILINE)
_QUOTED = re.compile(r"^(?:> ?)+", re.MULTILINE)
_BLANK = re.compile(r"\n[ \t>]*\n")
HARD_WRAP = 45  # characters; a shorter line was ended on purpose


def read(untrusted: bytes, *, limits: Limits, tell: Tell = tell_nobody) -> Reading:
    """The letters in the order they are kept."""
    letters = [letter for letter in _letters(untrusted) if letter.keys()]
    if not letters:
        raise damaged()
    if len(letters) > limits.members:
        letters = letters[: limits.members]
    composer = Composer(limits)
    problems: list[Problem] = []
    attached = 0
    for done, letter in enumerate(letters, start=1):
        problems += _add(letter, composer)
        attached += sum(1 for _ in letter.iter_attachments()) if letter.is_multipart() else 0
        tell(done, len(letters))
    if attached:
        problems.append(unread(attached))
    said = Said(_header(letters[0], "Subject"), _day(letters[0]) if len(letters) == 1 else None)
    return composer.reading(form=FORMAT, version=VERSION, said=said, problems=set(problems))


def _letters(untrusted: bytes) -> Iterator[EmailMessage]:
    pieces = _LETTER.split(untrusted) if untrusted.startswith(b"From ") else [untrusted]
    for piece in pieces:
        if piece.strip():
            letter = message_from_bytes(piece, policy=default)
            assert isinstance(letter, EmailMessage)  # noqa: S101 - what this policy makes
            yield letter


def _add(letter: EmailMessage, composer: Composer) -> tuple[Problem, ...]:
    by, day = _sender(letter), _day(letter)
    composer.add_text(PartKind.HEADING, _header(letter, "Subject"), date=day, by=by)
    body = letter.get_body(("plain", "html"))
    if body is None:
        return ()
    payload = body.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    decoded = decode(raw, declared=body.get_content_charset() or "")
    for kind, text in _paragraphs(decoded.text, is_html=body.get_content_subtype() == "html"):
        composer.add_text(kind, text, date=day, by=by)
    return decoded.problems


def _paragraphs(text: str, *, is_html: bool) -> Iterator[tuple[PartKind, str]]:
    if is_html:
        root = LexborHTMLParser(text).root
        for block in blocks_of(root) if root else ():
            plain = block.kind is PartKind.PARAGRAPH
            yield (PartKind.MESSAGE if plain else block.kind), block.text
        return
    for paragraph in _BLANK.split(text.replace("\r\n", "\n")):
        yield PartKind.MESSAGE, _unwrapped(_QUOTED.sub("", paragraph))


def _unwrapped(paragraph: str) -> str:
    """The paragraph with its lines joined where a program broke them."""
    lines = paragraph.split("\n")
    joined = "".join(
        line + (" " if len(line) > HARD_WRAP else "\n") for line in (one.rstrip() for one in lines)
    )
    return joined.strip()


def _header(letter: EmailMessage, name: str) -> str:
    try:
        return spaced(str(letter.get(name, "")))
    except (ValueError, IndexError, LookupError, AttributeError, TypeError):
        return ""  # the standard library stumbles over some broken headers


def _sender(letter: EmailMessage) -> str:
    name, address = parseaddr(_header(letter, "From"))
    return name or address


def _day(letter: EmailMessage) -> PartialDate | None:
    try:
        told = letter["Date"]
        moment = getattr(told, "datetime", None)
    except (ValueError, IndexError, LookupError, AttributeError, TypeError):
        return None
    return PartialDate.of(moment.date()) if moment else None
