"""Verdicts and what higher courts made of them, with each penalty in its own field.

Invariants:

- A term that the words give to a ban, to probation or to forced labour is no prison term.
- "The first two years" of a term are no second term.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from khronika.extraction.kinds.circumstance import choice, court_name, court_of, first_listed, kept
from khronika.extraction.linking import Found, Linked, date_atom, dated
from khronika.extraction.marking import Atom
from khronika.extraction.sign import Sign
from khronika.schema.value import Value

KIND = "ruling"
REGION = 240  # characters behind "sentenced to" in which its penalties stand
STOP = re.compile(r"[;!?]|\.(?!\w)")


@dataclass(frozen=True, slots=True)
class _Term:
    """A term in the words of a penalty, with the words around it."""

    atom: Atom
    before: str
    after: str


def facts(linked: Linked) -> Iterator[Found]:
    """The ruling these words tell of."""
    day = date_atom(linked.heard, linked.match)
    court = court_of(linked.heard, linked.match)
    end = _region_end(linked)
    penalties = dict(_penalties(linked, end))
    if "term" in linked.rule.sets and not penalties:
        return
    instance = linked.rule.sets.get("instance") or first_listed(
        linked.heard, "instance", court.text if court else ""
    )
    fields = {
        **kept(
            outcome=choice(linked.rule.sets.get("outcome", "convicted")),
            date=dated(linked.heard, day),
            court=court_name(court),
            instance=choice(instance),
        ),
        **penalties,
    }
    start, finish = linked.span(day)
    last = [
        atom.end
        for atom in linked.heard.marked.atoms
        if linked.match.start() <= atom.at < end and atom.sign in (Sign.TERM, Sign.MONEY)
    ]
    yield Found(
        KIND,
        linked.people,
        fields,
        start,
        max([finish, *last]),
        linked.rule.id,
        is_bare=linked.rule.is_bare,
    )


def _region_end(linked: Linked) -> int:
    """Where the penalties of these words end: with the clause, or where another person begins."""
    marked, end = linked.heard.marked, linked.match.end()
    limit = min(len(marked.low), end + REGION)
    stop = STOP.search(marked.low, end, limit)
    limit = stop.start() if stop else limit
    others = [atom.at for atom in marked.between(end, limit, Sign.PERSON)]
    others += [atom.at for atom in marked.between(end, limit, Sign.BYSTANDER)]
    again = linked.heard.grammar.lists["penalty"]["again"].search(marked.low, end, limit)
    if again:
        others.append(again.start())
    return min([limit, *others])


def _penalties(linked: Linked, end: int) -> Iterator[tuple[str, Value]]:
    marked = linked.heard.marked
    begin = linked.match.start()
    tables = linked.heard.grammar.lists["penalty"]
    words = marked.low[begin:end]
    taken: set[str] = set()
    for term in _terms(linked, begin, end):
        name = _name(term, tables)
        if name and name not in taken and term.atom.term is not None:
            taken.add(name)
            yield name, term.atom.term
    for atom in marked.between(begin, end, Sign.MONEY):
        if (
            atom.money
            and "fine" not in taken
            and tables["fine"].search(marked.low[max(begin - 20, 0) : atom.at])
        ):
            taken.add("fine")
            yield "fine", atom.money
    yield from _marks(linked, words, taken)


def _marks(linked: Linked, words: str, taken: set[str]) -> Iterator[tuple[str, Value]]:
    tables = linked.heard.grammar.lists["penalty"]
    for name in ("suspended", "treatment"):
        if tables[name].search(words):
            yield from kept(**{name: choice("yes")}).items()
    regime = first_listed(linked.heard, "regime", words)
    if regime and "term" in taken:
        yield from kept(regime=choice(regime)).items()


def _terms(linked: Linked, begin: int, end: int) -> Iterator[_Term]:
    marked = linked.heard.marked
    last = begin
    for atom in marked.between(begin, end, Sign.TERM):
        yield _Term(
            atom,
            marked.low[max(last, atom.at - 60) : atom.at],
            marked.low[atom.at + 1 : min(end, atom.at + 45)],
        )
        last = atom.at + 1


def _name(term: _Term, tables: Mapping[str, re.Pattern[str]]) -> str:
    """The field a term belongs to; empty where it is a part of another term, or none."""
    if tables["part"].search(term.before) or tables["not_term"].match(term.after):
        return ""
    if tables["less"].search(term.before):
        return "less"
    if tables["ban"].search(term.before) or tables["ban_after"].match(term.after):
        return "ban-term"
    for name in ("forced_labour", "probation"):
        if tables[name].match(term.after) or tables[f"{name}_before"].search(term.before):
            return name.replace("_", "-")
    return "term"
