"""Reads what Telegram exports as JSON (`result.json`): each message with its day and its author.

The days are those of the clock the export was made by. A message that was forwarded is by whom it
was first.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from khronika.intake.composing import Composer, Said
from khronika.intake.decoding import decode
from khronika.intake.limits import Limits, Tell, tell_nobody
from khronika.intake.reading import PartKind, Reading
from khronika.intake.unreadable import damaged, too_much, unread
from khronika.values.date import InvalidDate, PartialDate

FORMAT = "telegram"
VERSION = "1"
TOLD_EVERY = 500  # messages
_MEDIA = ("photo", "file", "media_type")

Json: TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None"
Fields: TypeAlias = "Mapping[str, Json]"


def read(untrusted: bytes, *, limits: Limits, tell: Tell = tell_nobody) -> Reading:
    """The messages in the order of the export; chats one after another."""
    chats = list(_chats(_json(untrusted)))
    composer = Composer(limits)
    silent = 0
    for chat in chats:
        composer.add_text(PartKind.HEADING, _text(chat.get("name")))
        messages = _list(chat.get("messages"))
        for done, message in enumerate(messages, start=1):
            if isinstance(message, Mapping):
                silent += not _add(message, composer)
            if done % TOLD_EVERY == 0:
                tell(done, len(messages))
    title = _text(chats[0].get("name")) if len(chats) == 1 else ""
    problems = [unread(silent)] if silent else []
    return composer.reading(form=FORMAT, version=VERSION, said=Said(title), problems=problems)


def _json(untrusted: bytes) -> Fields:
    try:
        found: Json = json.loads(decode(untrusted).text)
    except RecursionError as why:
        raise too_much() from why
    except ValueError as why:
        raise damaged() from why
    if not isinstance(found, Mapping):
        raise damaged()
    return found


def _chats(export: Fields) -> Iterator[Fields]:
    """One chat, or all chats of an account, those it left among them."""
    if "messages" in export:
        yield export
    for name in ("chats", "left_chats"):
        shelf = export.get(name)
        for chat in _list(shelf.get("list")) if isinstance(shelf, Mapping) else ():
            if isinstance(chat, Mapping):
                yield chat


def _add(message: Fields, composer: Composer) -> bool:
    """Put the message; whether all that it holds is text."""
    if message.get("type") != "message":
        return True
    by = _text(message.get("forwarded_from")) or _text(message.get("from"))
    composer.add_text(PartKind.MESSAGE, _said(message), date=_day(message), by=by)
    return not any(name in message for name in _MEDIA)


def _said(message: Fields) -> str:
    """Its words: a text, or a list of texts and of texts with a look or a link."""
    text = message.get("text")
    pieces = text if isinstance(text, list) else [text]
    return "".join(
        _text(piece.get("text")) if isinstance(piece, Mapping) else _text(piece) for piece in pieces
    )


def _day(message: Fields) -> PartialDate | None:
    try:
        return PartialDate.parse(_text(message.get("date"))[:10])
    except InvalidDate:
        return None


def _list(found: Json) -> Sequence[Json]:
    return found if isinstance(found, list) else ()


def _text(found: Json) -> str:
    return found if isinstance(found, str) else ""
