"""Builders for what is read from invented texts."""

from collections.abc import Iterator, Sequence

from khronika.extraction.eval_form import Flat, rows
from khronika.extraction.proposal import Context, Proposal
from khronika.extraction.propose import propose
from khronika.schema.value import show
from khronika.values.date import PartialDate


def proposed(text: str, date: str = "", lang: str = "") -> Sequence[Proposal]:
    """The proposals of an invented text."""
    return propose(text, Context(PartialDate.parse(date) if date else None, lang))


def said(text: str, kind: str, date: str = "", lang: str = "") -> list[tuple[str, dict[str, str]]]:
    """Of whom a kind of fact is proposed, with its fields as plain text."""
    return [
        (one.person, {name: show(value) for name, value in one.fields.items()})
        for one in proposed(text, date, lang)
        if one.kind == kind
    ]


def flat(text: str, kind: str, date: str = "", lang: str = "") -> Iterator[tuple[str, Flat]]:
    """The rows of the scorers' form of one kind."""
    for row in rows("a.txt", proposed(text, date, lang)):
        fields = row["fields"]
        if row["kind"] == kind:
            assert not isinstance(fields, str | int | float)
            yield str(row["person"]), fields
