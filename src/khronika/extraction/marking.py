"""A sentence with one sign for each person, date, term, sum, article and court in it.

Rules then see the shape of what is said ("P was sentenced to T") and not its names and numbers.
Marking goes in steps: things first, then people who are named together become one, then people
who only stand beside (mothers, lawyers, judges) are set apart so that no fact falls to them.

Invariants:

- Every place in a marked sentence leads back to a place in its paragraph.
- `low` and `raw` are of one length; `low` is lower case with е for ё.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from khronika.extraction.amount import find_money, find_terms, number_of
from khronika.extraction.cast import Person
from khronika.extraction.date_found import FoundDate, find_dates
from khronika.extraction.grammar import Grammar, Sign
from khronika.extraction.mention import Mention
from khronika.extraction.naming import Gender
from khronika.extraction.stage import Stage
from khronika.values.charge import Charge, find_charges
from khronika.values.money import Money
from khronika.values.term import Term

TERM_WORD = re.compile(
    r"year|month|\bdays?\b|week|\bлет\b|\bгод|месяц|сут(?:ок|ки)|недел|\bдн(?:ей|я)"
    r"|jahr|monat|\btag|woche|\bans?\b|année|mois|jour"
)
MONEY_WORD = re.compile(r"rub|roub|руб|₽|eur|евро|€|dollar|доллар|tenge|тенге|\bbyn|грив|hryv")
LAW_WORD = re.compile(
    r"\barts?\b|article|\bст\b|\bстать|artikel|§|\bук\b|коап|stgb|criminal code|penal code"
    r"|\d{2,3}\.\d|част[иьья]\w? \d"
)
COURT_WORD = re.compile(r"court|суд|gericht|tribunal|\bcour\b|judge|richter")


@dataclass(frozen=True, slots=True)
class Atom:
    """One found thing: where it stands in the paragraph, and what it is."""

    sign: Sign
    start: int
    end: int
    people: tuple[Person, ...] = ()
    date: FoundDate | None = None
    term: Term | None = None
    money: Money | None = None
    charges: tuple[Charge, ...] = ()
    text: str = ""
    is_named: bool = False
    at: int = 0


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence as rules see it, with its things in order."""

    low: str
    raw: str
    atoms: tuple[Atom, ...]
    start: int
    end: int
    text: str

    def words(self, start: int, end: int) -> str:
        """The words of the paragraph behind this stretch of the marked sentence."""
        if end <= start:
            return ""
        last = next((atom.end for atom in self.atoms if atom.at == end - 1), 0)
        finish = last or self.place(end - 1) + 1
        return " ".join(self.text[self.place(start) : finish].split())

    def atom_at(self, at: int) -> Atom:
        """The thing that the sign at this place stands for."""
        return self.atoms[bisect_left([atom.at for atom in self.atoms], at)]

    def place(self, at: int) -> int:
        """Where in the paragraph this place of the marked sentence is."""
        before = bisect_right([atom.at for atom in self.atoms], at) - 1
        if before < 0:
            return self.start + at
        atom = self.atoms[before]
        return atom.start if at == atom.at else atom.end + at - atom.at - 1

    def between(self, start: int, end: int, sign: Sign) -> Iterator[Atom]:
        """The things of one sort between two places, in order."""
        return (atom for atom in self.atoms if atom.sign is sign and start <= atom.at < end)


Named = Sequence[tuple[Mention, Person]]


def mark(
    text: str, span: tuple[int, int], *, named: Named, grammar: Grammar, stage: Stage
) -> Marked:
    """The sentence of a paragraph, marked; pronouns are read as the stage has it."""
    start, end = span
    raw = text[start:end]
    low = fold(raw)
    things = _without_overlap([*_people(named), *_things(raw, low, start, grammar)])
    things = _without_overlap(
        [*things, *_spoken_of(low, start, things, grammar=grammar, stage=stage)]
    )
    marked = _built(text, raw, start, things)
    marked = _together(marked, grammar)
    return _set_apart(marked, grammar)


def fold(text: str) -> str:
    """Lower case, е for ё, straight apostrophes; the same length always."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
    return low.replace("ё", "е").replace("’", "'")


def _people(named: Named) -> Iterator[Atom]:
    for mention, person in named:
        sign = Sign.OWN if mention.is_possessive else Sign.PERSON
        if person.is_aside:
            sign = Sign.BYSTANDER
        end = mention.end + (2 if mention.is_possessive else 0)
        yield Atom(sign, mention.start, end, people=(person,), text=mention.shown, is_named=True)


def _things(raw: str, low: str, start: int, grammar: Grammar) -> Iterator[Atom]:
    for atom in _found(raw, low, grammar):
        yield replace(atom, start=start + atom.start, end=start + atom.end)


def _found(raw: str, low: str, grammar: Grammar) -> Iterator[Atom]:
    """The things of a sentence, at their places in it; each behind a cheap question."""
    for date in find_dates(raw):
        yield Atom(Sign.DATE, date.start, date.end, date=date)
    if COURT_WORD.search(low):
        for found in grammar.courts.finditer(raw):
            yield Atom(Sign.COURT, found.start(), found.end(), text=found[0])
    if LAW_WORD.search(low):
        yield from _articles(raw)
    yield from _amounts(low)


def _amounts(low: str) -> Iterator[Atom]:
    if TERM_WORD.search(low):
        for term in find_terms(low):
            yield Atom(Sign.TERM, term.start, term.end, term=term.term)
    if MONEY_WORD.search(low):
        for money in find_money(low):
            yield Atom(Sign.MONEY, money.start, money.end, money=money.money)


def _articles(raw: str) -> Iterator[Atom]:
    places: dict[tuple[int, int], list[Charge]] = {}
    for found in find_charges(raw):
        places.setdefault((found.start, found.end), []).append(found.charge)
    for (begin, end), charges in places.items():
        yield Atom(Sign.ARTICLE, begin, end, charges=tuple(charges))


def _spoken_of(
    low: str, start: int, things: Sequence[Atom], *, grammar: Grammar, stage: Stage
) -> Iterator[Atom]:
    """Pronouns and words like "the activist", each given the people it means at its place."""
    found = [
        *grammar.pronoun.finditer(low),
        *grammar.topics.finditer(low),
        *grammar.groups.finditer(low),
    ]
    waiting = sorted(
        (atom for atom in things if atom.sign in (Sign.PERSON, Sign.OWN)),
        key=lambda atom: atom.start,
    )
    named_at = {atom.start for atom in things if atom.is_named}
    for word in sorted(found, key=lambda one: (one.start(), -one.end())):
        if start + word.end() + 1 in named_at and word.re is not grammar.pronoun:
            continue  # "the activist Ivan Petrov": the name says it better
        while waiting and waiting[0].start < start + word.start():
            stage.names(waiting.pop(0).people)
        atom = _meant(word, start, grammar=grammar, stage=stage)
        if atom is not None:
            yield atom
    for atom in waiting:
        stage.names(atom.people)


def _meant(word: re.Match[str], start: int, *, grammar: Grammar, stage: Stage) -> Atom | None:
    text = word[0]
    is_own = text in grammar.own
    sign = Sign.EITHER if text in grammar.either else Sign.OWN if is_own else Sign.PERSON
    if word.re is grammar.groups or text in grammar.plural:
        count = number_of(word.groupdict().get("count") or text.split()[0])
        is_all = word.re is grammar.groups
        people = tuple(stage.several(count, is_all=is_all))
        if is_all and people:
            stage.group, stage.group_age = people, 0
    else:
        gender = Gender.UNKNOWN
        if word.re is grammar.pronoun:
            gender = Gender.FEMALE if text in grammar.female else Gender.MALE
        one = stage.one(gender)
        people = (one,) if one else ()
    return (
        Atom(sign, start + word.start(), start + word.end(), people=people, text=text)
        if people
        else None
    )


def _without_overlap(atoms: Sequence[Atom]) -> list[Atom]:
    """The things in order; of two that overlap the earlier, and of those the longer, stays."""
    kept: list[Atom] = []
    for atom in sorted(atoms, key=lambda one: (one.start, -one.end)):
        if not kept or atom.start >= kept[-1].end:
            kept.append(atom)
    return kept


def _built(text: str, raw: str, start: int, atoms: Sequence[Atom]) -> Marked:
    pieces: list[str] = []
    placed: list[Atom] = []
    length = cursor = 0
    for atom in atoms:
        before = raw[cursor : atom.start - start]
        pieces.extend((before, atom.sign.value))
        length += len(before)
        placed.append(replace(atom, at=length))
        length += 1
        cursor = atom.end - start
    pieces.append(raw[cursor:])
    marked = "".join(pieces)
    return Marked(fold(marked), marked, tuple(placed), start, start + len(raw), text)


def _together(marked: Marked, grammar: Grammar) -> Marked:
    """People named in a row become one sign."""
    for found in reversed(list(grammar.coordination.finditer(marked.low))):
        row = list(marked.between(found.start(), found.end(), Sign.PERSON))
        people = tuple(dict.fromkeys(person for atom in row for person in atom.people))
        named = all(atom.is_named for atom in row)
        one = Atom(Sign.PERSON, 0, 0, people=people, is_named=named)
        marked = _reduced(marked, found.start(), found.end(), one=one)
    return marked


def _set_apart(marked: Marked, grammar: Grammar) -> Marked:
    for pattern in grammar.bystanders:
        for found in reversed(list(pattern.finditer(marked.low))):
            if found.end() > found.start():
                aside = Atom(Sign.BYSTANDER, 0, 0)
                marked = _reduced(marked, found.start(), found.end(), one=aside)
    return marked


def _reduced(marked: Marked, start: int, end: int, *, one: Atom) -> Marked:
    """The sentence with one sign in place of these words."""
    last = next((atom.end for atom in marked.atoms if atom.at == end - 1), 0)
    finish = last or marked.place(end - 1) + 1
    words = marked.raw[start:end]
    new = replace(one, start=marked.place(start), end=finish, text=words, at=start)
    shift = end - start - 1
    atoms = [atom for atom in marked.atoms if atom.at < start]
    atoms.append(new)
    atoms.extend(replace(atom, at=atom.at - shift) for atom in marked.atoms if atom.at >= end)
    raw = marked.raw[:start] + one.sign.value + marked.raw[end:]
    return replace(marked, low=fold(raw), raw=raw, atoms=tuple(atoms))
