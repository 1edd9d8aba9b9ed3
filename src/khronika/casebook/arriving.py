"""Takes in a document in two steps: its bytes at once, the text read from them when it is read.

A book takes minutes to read, and whoever sent it is told at once that it is here. Invariants:

- The bytes are in the vault, and described, before anybody reads them.
- A text is kept under its own hash beside the bytes; a text that is there is kept once.
- What a document says of itself fills only what nobody said.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from khronika.casebook.casebook import Casebook
from khronika.intake.reading import Reading
from khronika.ledger.ledger import Ledger, Recorded
from khronika.schema.source import Holding, Source
from khronika.schema.subject import SubjectId
from khronika.schema.visibility import Visibility


def keep_page(
    casebook: Casebook, source: SubjectId, archive: bytes, *, url: str, recorded: Recorded
) -> str:
    """Keep a saved page of the web for a source that had an address alone; its hash."""
    sha256 = casebook.vault.put(archive)
    held = Holding(source, sha256, recorded.day, url=url)
    _append(casebook, source, Ledger(holdings={held.entry_id(): held}), recorded)
    return sha256


def keep_text(  # noqa: PLR0913 - what a text is made of
    casebook: Casebook,
    source: SubjectId,
    sha256: str,
    *,
    reading: Reading,
    recorded: Recorded,
    is_unnamed: bool = False,
) -> str:
    """Keep the text read from these bytes, and what it says of itself; its hash, or empty.

    `is_unnamed` says that the source is called after a file or an address, by nobody.
    """
    if not reading.text.strip():
        return ""
    text = casebook.vault.put(reading.text.encode("utf-8"))
    reader = f"{reading.reader} {reading.version}"
    held = Holding(source, text, recorded.day, read_from=sha256, reader=reader)
    batch = Ledger(holdings={held.entry_id(): held})
    known = casebook.in_force().sources.get(source)
    if known and (told := _filled(known, reading, is_unnamed=is_unnamed)) != known:
        batch |= Ledger(sources={told.entry_id(): told})
    _append(casebook, source, batch, after(recorded, source, casebook.ledger()))
    return text


def after(recorded: Recorded, source: SubjectId, ledger: Ledger) -> Recorded:
    """Who and when, a second behind whatever describes the source: the last description counts."""
    described = [
        first.at
        for entry, row in ledger.sources.items()
        if row.id == source and (first := ledger.first_recorded(entry))
    ]
    last = max(described, default="")
    if recorded.at > last:
        return recorded
    moment = datetime.fromisoformat(last) + timedelta(seconds=1)
    return replace(recorded, at=f"{moment:%Y-%m-%dT%H:%M:%SZ}")


def _filled(source: Source, reading: Reading, *, is_unnamed: bool) -> Source:
    """What a document says of itself, where nobody said it."""
    return replace(
        source,
        title=(reading.title if is_unnamed else "") or source.title,
        date=source.date or reading.date,
        lang=source.lang or reading.lang,
    )


def _append(casebook: Casebook, source: SubjectId, batch: Ledger, recorded: Recorded) -> None:
    level = _level(casebook, source)
    entries = [*batch.holdings, *batch.sources]
    casebook.store.append(
        replace(
            batch,
            recorded={one: frozenset({recorded}) for one in entries},
            visibility=dict.fromkeys(entries, level),
        )
    )


def _level(casebook: Casebook, source: SubjectId) -> Visibility:
    """As the source was described first: what was decided since moves the source itself."""
    ledger = casebook.ledger()
    levels = [
        ledger.visibility.get(entry, Visibility.TEAM)
        for entry, row in ledger.sources.items()
        if row.id == source
    ]
    return max(levels, key=lambda one: one.strictness, default=Visibility.TEAM)
