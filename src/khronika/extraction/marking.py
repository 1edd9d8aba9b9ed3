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
from khronika.extraction.grammar import Grammar
from khronika.extraction.mention import Mention
from khronika.extraction.naming import Gender
from khronika.extraction.sign import Hint, Sign
from khronika.extraction.stage import Stage
from khronika.values.charge import Charge, find_charges
from khronika.values.money import Money
from khronika.values.term import Term

BESIDE_NAME = re.compile(r"(?:, | [—–-] |: )(?:\w{1,20} ){0,2}(?:\w{1,20} (?:и|and|und|et) )?")
BEFORE_NAME = re.compile(r" (?:(?:из|с|of|from|aus|de) [\w-]{2,25} )?")


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

    def placed(self, at: int, shift: int = 0) -> "Atom":
        """The same thing at this place of a marked sentence, its own places moved."""
        return Atom(
            self.sign,
            self.start + shift,
            self.end + shift,
            self.people,
            self.date,
            self.term,
            self.money,
            self.charges,
            self.text,
            self.is_named,
            at,
        )


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
        begin, finish = self.passage(start, end)
        return " ".join(self.text[begin:finish].split())

    def passage(self, start: int, end: int) -> tuple[int, int]:
        """Where in the paragraph this stretch of the marked sentence begins and ends."""
        last = next((atom.end for atom in self.atoms if atom.at == end - 1), 0)
        return self.place(start), last or self.place(end - 1) + 1

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

    def people(self) -> list[Person]:
        """Everybody the sentence names or means."""
        return [person for atom in self.atoms for person in atom.people]

    def between(self, start: int, end: int, sign: Sign) -> Iterator[Atom]:
        """The things of one sort between two places, in order."""
        return (atom for atom in self.atoms if atom.sign is sign and start <= atom.at < end)


Named = Sequence[tuple[Mention, Person]]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a paragraph: its place, and what its words hint at (see `Grammar.kinds_of`)."""

    text: str
    start: int
    end: int
    low: str
    hints: frozenset[str]


def mark(sentence: Sentence, *, named: Named, grammar: Grammar, stage: Stage) -> Marked:
    """The sentence of a paragraph, marked; pronouns are read as the stage has it."""
    raw = sentence.text[sentence.start : sentence.end]
    things = _without_overlap([*_people(named), *_things(raw, sentence, grammar)])
    spoken = _spoken_of(sentence, things, grammar=grammar, stage=stage)
    marked = _built(sentence, raw, _without_overlap([*things, *spoken]))
    if len(things) > 1:
        marked = _together(marked, grammar)
    return _set_apart(marked, grammar) if Hint.BESIDE in sentence.hints else marked


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


def _things(raw: str, sentence: Sentence, grammar: Grammar) -> Iterator[Atom]:
    for atom in _found(raw, sentence, grammar):
        yield atom.placed(0, shift=sentence.start)


def _found(raw: str, sentence: Sentence, grammar: Grammar) -> Iterator[Atom]:
    """The things of a sentence, at their places in it; each looked for where a word hints at it."""
    hints = sentence.hints
    if Hint.DATE in hints:
        for date in find_dates(raw):
            yield Atom(Sign.DATE, date.start, date.end, date=date)
    if Hint.COURT in hints:
        for found in grammar.courts.finditer(raw):
            yield Atom(Sign.COURT, found.start(), found.end(), text=found[0])
    if Hint.LAW in hints:
        yield from _articles(raw)
    yield from _amounts(sentence)


def _amounts(sentence: Sentence) -> Iterator[Atom]:
    if Hint.TERM in sentence.hints:
        for term in find_terms(sentence.low):
            yield Atom(Sign.TERM, term.start, term.end, term=term.term)
    if Hint.MONEY in sentence.hints:
        for money in find_money(sentence.low):
            yield Atom(Sign.MONEY, money.start, money.end, money=money.money)


def _articles(raw: str) -> Iterator[Atom]:
    places: dict[tuple[int, int], list[Charge]] = {}
    for found in find_charges(raw):
        places.setdefault((found.start, found.end), []).append(found.charge)
    for (begin, end), charges in places.items():
        yield Atom(Sign.ARTICLE, begin, end, charges=tuple(charges))


def _spoken_of(
    sentence: Sentence, things: Sequence[Atom], *, grammar: Grammar, stage: Stage
) -> Iterator[Atom]:
    """Pronouns and words like "the activist", each given the people it means at its place."""
    start = sentence.start
    waiting = [atom for atom in things if atom.sign in (Sign.PERSON, Sign.OWN)]
    for word in _words_for_people(sentence, grammar):
        if word.re is not grammar.pronoun and _stands_by_name(word, sentence, things):
            continue  # "the activist Ivan Petrov", "Ivan Petrov, a poet": the name says it better
        while waiting and waiting[0].start < start + word.start():
            stage.names(waiting.pop(0).people)
        atom = _meant(word, start, grammar=grammar, stage=stage)
        if atom is not None:
            yield atom
    for atom in waiting:
        stage.names(atom.people)


def _stands_by_name(word: re.Match[str], sentence: Sentence, things: Sequence[Atom]) -> bool:
    """Whether a word for a person stands beside the name of that person."""
    begin, end = sentence.start + word.start(), sentence.start + word.end()
    for atom in things:
        if (
            atom.is_named
            and atom.end <= begin
            and BESIDE_NAME.fullmatch(sentence.text, atom.end, begin)
        ):
            return True
        if (
            atom.is_named
            and atom.start > end
            and BEFORE_NAME.fullmatch(sentence.text, end, atom.start)
        ):
            return True
    return False


def _words_for_people(sentence: Sentence, grammar: Grammar) -> list[re.Match[str]]:
    hinted = (
        (Hint.PRONOUN, grammar.pronoun),
        (Hint.TOPIC, grammar.topics),
        (Hint.GROUP, grammar.groups),
    )
    found: list[re.Match[str]] = []
    for hint, pattern in hinted:
        if hint in sentence.hints:
            found.extend(pattern.finditer(sentence.low))
    return sorted(found, key=lambda one: (one.start(), -one.end()))


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


def _built(sentence: Sentence, raw: str, atoms: Sequence[Atom]) -> Marked:
    low, start = sentence.low, sentence.start
    pieces: list[str] = []
    low_pieces: list[str] = []
    placed: list[Atom] = []
    length = cursor = 0
    for atom in atoms:
        begin = atom.start - start
        pieces += raw[cursor:begin], atom.sign.value
        low_pieces += low[cursor:begin], atom.sign.value
        length += begin - cursor
        placed.append(atom.placed(length))
        length += 1
        cursor = atom.end - start
    marked = "".join(pieces) + raw[cursor:]
    folded = "".join(low_pieces) + low[cursor:]
    return Marked(folded, marked, tuple(placed), start, sentence.end, sentence.text)


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
                aside = Atom(Sign.BYSTANDER, 0, 0, people=_witness(marked, found, grammar))
                marked = _reduced(marked, found.start(), found.end(), one=aside)
    return marked


def _witness(marked: Marked, found: re.Match[str], grammar: Grammar) -> tuple[Person, ...]:
    """Who speaks in words like "said Ivan Petrov"; nobody where a relative or a lawyer stands."""
    people = list(marked.between(found.start(), found.end(), Sign.PERSON))
    words = marked.low[found.start() : people[0].at] if people else ""
    says = words.split()[:1]
    is_alone = len(people) == 1 and len(words.split()) == 1
    return people[0].people if is_alone and says[0] in grammar.said_words else ()


def _reduced(marked: Marked, start: int, end: int, *, one: Atom) -> Marked:
    """The sentence with one sign in place of these words."""
    last = next((atom.end for atom in marked.atoms if atom.at == end - 1), 0)
    finish = last or marked.place(end - 1) + 1
    words = marked.raw[start:end]
    new = replace(one, start=marked.place(start), end=finish, text=words, at=start)
    shift = end - start - 1
    atoms = [atom for atom in marked.atoms if atom.at < start]
    atoms.append(new)
    atoms.extend(atom.placed(atom.at - shift) for atom in marked.atoms if atom.at >= end)
    raw = marked.raw[:start] + one.sign.value + marked.raw[end:]
    low = marked.low[:start] + one.sign.value + marked.low[end:]
    return replace(marked, low=low, raw=raw, atoms=tuple(atoms))
