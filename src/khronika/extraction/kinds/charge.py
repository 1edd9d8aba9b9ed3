"""Charges: articles of law where they are given, else the offence in the words of the accusation.

Invariants:

- An article that the law is only quoted for ("Article 1 provides ...") is nobody's charge.
- An offence in words beside its article is not a second charge.
"""

import re
from collections.abc import Iterator

from khronika.extraction.grammar import Sign
from khronika.extraction.kinds.circumstance import choice, kept, text
from khronika.extraction.linking import Found, Linked, date_atom, dated
from khronika.extraction.marking import Atom

KIND = "charge"
ARTICLE_NEAR = 110  # characters from an offence in words to the article that names it
LONGEST = 10  # words of an offence; what is longer is a story
SPLIT = re.compile(r",? (?:and|as well as|as well as for|or|и|а также|und|sowie|et|ainsi que) |, ")


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
    begin, finish = linked.match.start("offence"), linked.match.end("offence")
    if any(True for _ in marked.between(begin, finish + ARTICLE_NEAR, Sign.ARTICLE)):
        return
    day = date_atom(linked.heard, linked.match)
    date = dated(linked.heard, day) if day and day.at < begin else None
    for number, (start, end) in enumerate(_pieces(linked, begin, finish)):
        words = marked.words(start, end)
        fields = kept(offence=text(words), date=date)
        place = marked.place(start)
        first, _ = linked.span(_by_name(linked.atom))
        yield Found(
            KIND,
            linked.people,
            fields,
            place if number else first,
            marked.place(end - 1) + 1,
            linked.rule.id,
        )


def _by_name(atom: Atom | None) -> Atom | None:
    return atom if atom is not None and atom.is_named else None


def _pieces(linked: Linked, begin: int, finish: int) -> Iterator[tuple[int, int]]:
    """The offences of a list: the first, and what follows as long as it is one as well."""
    low = linked.heard.marked.low
    tables = linked.heard.grammar.lists["charge"]
    start = begin
    for found in [*SPLIT.finditer(low, begin, finish), None]:
        end = found.start() if found else finish
        words = low[start:end]
        if start > begin and not tables["next"].match(words):
            return
        cut = tables["cut"].search(words)
        stop = start + (cut.start() if cut else len(words))
        if stop - start > 3 and len(low[start:stop].split()) <= LONGEST:
            yield start, stop
        elif start == begin:
            yield start, start + len(" ".join(low[start:stop].split(" ")[:LONGEST]))
        if cut and not tables["goes_on"].search(words):
            return
        start = found.end() if found else finish
