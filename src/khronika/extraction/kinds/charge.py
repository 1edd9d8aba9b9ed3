"""Charges: articles of law where they are given, else the offence in the words of the accusation.

Invariants:

- An article that the law is only quoted for ("Article 1 provides ...") is nobody's charge.
- An offence in words beside its article is not a second charge.
"""

import re
from collections.abc import Iterator

from khronika.extraction.kinds.circumstance import choice, kept, text
from khronika.extraction.linking import Found, Linked, date_atom, dated
from khronika.extraction.marking import Atom
from khronika.extraction.sign import Sign

KIND = "charge"
ARTICLE_NEAR = 110  # characters from an offence in words to the article that names it
LONGEST = 10  # words of an offence; what is longer is a story
SPLIT = re.compile(
    r",? (?:(?:and|as well as|or|и|а также|und|sowie|et|ainsi que)(?: (?:later|then|also|for))?)"
    r"(?: (?:of|in|в|de))? |, "
)


def facts(linked: Linked) -> Iterator[Found]:
    """The charges these words bring against somebody."""
    if "article" in linked.rule.pattern.groupindex:
        yield from _articles(linked)
    else:
        yield from _offences(linked)


def _articles(linked: Linked) -> Iterator[Found]:
    marked = linked.heard.marked
    atom = marked.atom_at(linked.match.start("article"))
    before, after = (
        marked.low[max(0, atom.at - 60) : atom.at],
        marked.low[atom.at + 1 : atom.at + 90],
    )
    quoted = linked.heard.grammar.lists["charge"]
    if quoted["quoted_before"].search(before) or quoted["quoted_after"].search(after):
        return
    day = date_atom(linked.heard, linked.match)
    date = dated(linked.heard, day) if day and day.at < atom.at else None
    start, end = linked.span(atom)
    for charge in atom.charges:
        fields = kept(
            article=charge.reference,
            stage=choice(charge.stage),
            role=choice(charge.role),
            date=date,
        )
        yield Found(
            KIND,
            linked.people,
            fields,
            start if linked.atom is None else atom.start,
            end,
            linked.rule.id,
        )


def _offences(linked: Linked) -> Iterator[Found]:
    marked = linked.heard.marked
    begin, finish = linked.match.span("offence")
    if any(True for _ in marked.between(begin, finish + ARTICLE_NEAR, Sign.ARTICLE)):
        return
    if linked.heard.grammar.lists["charge"]["same"].match(marked.low[begin:finish]):
        yield from _same(linked)
        return
    day = date_atom(linked.heard, linked.match)
    date = dated(linked.heard, day) if day and day.at < begin else None
    first, _ = linked.span(_by_name(linked.atom))
    for number, (start, end) in enumerate(_pieces(linked, begin, finish)):
        fields = kept(offence=text(marked.words(start, end)), date=date)
        place = marked.place(start) if number else first
        yield Found(KIND, linked.people, fields, place, marked.place(end - 1) + 1, linked.rule.id)


def _same(linked: Linked) -> Iterator[Found]:
    """The charges of the sentence before, for those who are "accused of this" too."""
    start, end = linked.span()
    for fields in linked.heard.stage.charges:
        yield Found(KIND, linked.people, fields, start, end, linked.rule.id)


def _by_name(atom: Atom | None) -> Atom | None:
    return atom if atom is not None and atom.is_named else None


def _pieces(linked: Linked, begin: int, finish: int) -> Iterator[tuple[int, int]]:
    """The offences of a list: a new one begins where the words after a comma or "and" name one."""
    low = linked.heard.marked.low
    tables = linked.heard.grammar.lists["charge"]
    cut = tables["cut"].search(low, begin, finish)
    if cut and cut.start() > begin:
        finish = cut.start()
    start = begin
    for found in SPLIT.finditer(low, begin, finish):
        is_whole = " " in low[start : found.start()].strip()
        if is_whole and tables["next"].match(low, found.end(), finish):
            yield from _one(low, start, found.start())
            start = found.end()
    yield from _one(low, start, finish)


def _one(low: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """An offence without its tail: so many words as name one, and no story."""
    words = low[start:end].split(" ")
    end = min(end, start + len(" ".join(words[:LONGEST])))
    if end - start > 3:
        yield start, end
