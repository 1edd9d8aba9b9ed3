"""From words that say something happened to whom it happened, when, and who says so.

Invariants:

- What is denied, wished, feared or merely possible is no fact: it gives nothing.
- Words that fall to a bystander or to people without a name give nothing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from khronika.extraction.cast import Person
from khronika.extraction.grammar import Grammar, Rule, Who
from khronika.extraction.marking import Atom, Marked
from khronika.extraction.sign import Sign
from khronika.extraction.stage import Stage
from khronika.extraction.story import Story
from khronika.schema.claim import Certainty, Speaker
from khronika.values.date import PartialDate

NEAR_AFTER = 60  # characters after its verb in which an object is looked for
DATE_AFTER = 70
BEHIND_COMMA = re.compile(r"[^,;.]{0,60}, (?:\w+ )?")
IN_A_ROW = re.compile(r"^,? ?(?:(?:and|и|und|et) )?(?:[\w-]+ ){0,2}$")
DIRECTLY = re.compile(r"^\W{0,2}(?:[\w']{1,10} ){0,3}$")
LONG = frozenset(
    ("offence", "value", "facility", "quote")
)  # words caught in bulk, in which several rules may hold
CLAUSE = re.compile(
    r"[;:]| [-–—] |,? (?:but|however|yet|но|однако|зато|aber|doch|mais) "
    r"|, (?:and|the|he|she|they|it|in|on|и|а|он|она|суд|und|er|sie|das|et|il|elle|le|la) "
)


@dataclass(frozen=True, slots=True)
class Heard:
    """A marked sentence together with all that is known at its place."""

    marked: Marked
    grammar: Grammar
    stage: Stage
    story: Story
    lang: str


@dataclass(frozen=True, slots=True)
class Found:
    """A fact of some people in a sentence, before it becomes proposals."""

    kind: str
    people: Sequence[Person]
    fields: Mapping[str, object]
    start: int
    end: int
    rule: str
    is_bare: bool = False
    speaker: Speaker | None = None


@dataclass(frozen=True, slots=True)
class Linked:
    """A rule that held, with its people and the stretch of words it rests on."""

    heard: Heard
    rule: Rule
    match: re.Match[str]
    people: Sequence[Person]
    atom: Atom | None

    def word(self, name: str) -> str:
        """The words a rule caught under this name, as written, with what signs stand for."""
        if name not in self.rule.pattern.groupindex or self.match.start(name) < 0:
            return ""
        return self.heard.marked.words(self.match.start(name), self.match.end(name))

    def span(self, *atoms: Atom | None) -> tuple[int, int]:
        """The stretch of the paragraph from the first to the last of the words used."""
        marked = self.heard.marked
        starts = [marked.place(self.match.start())]
        ends = [marked.place(self.match.end() - 1) + 1]
        for atom in (self.atom, *atoms):
            if atom is not None:
                starts.append(atom.start)
                ends.append(atom.end)
        inside = (a for a in marked.atoms if self.match.start() <= a.at < self.match.end())
        ends.extend(atom.end for atom in inside)
        return min(starts), max(ends)


def links(heard: Heard, rules: Sequence[Rule]) -> Iterator[Linked]:
    """Every rule that holds in a sentence and falls to somebody."""
    taken: dict[str, list[tuple[int, int]]] = {}
    for rule in rules:
        for match in rule.pattern.finditer(heard.marked.low):
            sort = rule.sets.get("kind", "")
            if _is_taken(match, taken.get(sort, ())) or (
                not rule.is_free and is_unreal(heard, match.start())
            ):
                continue
            people, atom = people_of(heard, match, rule.who)
            if people:
                if not rule.pattern.groupindex.keys() & LONG:
                    taken.setdefault(sort, []).append(match.span())
                yield Linked(heard, rule, match, people, atom)


def _is_taken(match: re.Match[str], taken: Sequence[tuple[int, int]]) -> bool:
    """Whether an earlier rule of the same sort has read these words already."""
    return any(start < match.end() and match.start() < end for start, end in taken)


def is_unreal(heard: Heard, at: int) -> bool:
    """Whether what begins here is denied, possible, demanded or feared."""
    before = heard.marked.low[max(0, at - 90) : at]
    clause = before[max((found.end() for found in CLAUSE.finditer(before)), default=0) :]
    return bool(heard.grammar.negated.search(clause) or heard.grammar.unreal.search(clause))


def people_of(heard: Heard, match: re.Match[str], who: Who) -> tuple[Sequence[Person], Atom | None]:
    """The people a rule falls to, and the sign that names them, if one does."""
    marked = heard.marked
    inside = [
        atom
        for atom in marked.atoms
        if match.start() <= atom.at < match.end()
        and atom.sign in (Sign.PERSON, Sign.OWN, Sign.EITHER)
    ]
    if who in (Who.SPEAKER, Who.GROUP):
        return _any_in(heard, match) if who is Who.SPEAKER else (heard.stage.everybody(), None)
    if inside:
        return _row_of(heard, inside[0], who)
    if who in (Who.HEAD, Who.TOPIC):
        return _spoken_of(heard, match.start()) if who is Who.TOPIC else (_head(heard), None)
    if who is Who.AFTER:
        return _after(heard, match.end())
    if who is Who.EITHER and not _names_before(heard, match.start()):
        people, atom = _after(heard, match.end())
        if people:
            return people, atom
    return _before(heard, match)


def _head(heard: Heard) -> Sequence[Person]:
    """Whose entry or chapter this is."""
    head = heard.stage.head or heard.stage.lead
    return (head,) if head else ()


def _any_in(heard: Heard, match: re.Match[str]) -> tuple[Sequence[Person], Atom | None]:
    """Whoever the words name in any role; which of them speaks is for their kind to say."""
    for atom in heard.marked.atoms:
        if match.start() <= atom.at < match.end() and atom.people:
            return atom.people, None
    return (), None


def _row_of(heard: Heard, atom: Atom, who: Who) -> tuple[Sequence[Person], Atom]:
    """The people of a sign, and behind a verb those named in a row after it."""
    if who is not Who.AFTER:
        return atom.people, atom
    people, _ = _after(heard, atom.at)
    return people or atom.people, atom


def _spoken_of(heard: Heard, end: int) -> tuple[Sequence[Person], Atom | None]:
    """Whoever stands nearest before in the sentence, in any role; else whom the text is about."""
    for atom in reversed(heard.marked.atoms):
        if atom.at < end and atom.sign in (Sign.PERSON, Sign.OWN, Sign.EITHER):
            return atom.people, atom
    return heard.stage.spoken_of(), None


def _names_before(heard: Heard, end: int) -> bool:
    """Whether somebody stands before these words in the sentence."""
    aside = (Sign.PERSON, Sign.BYSTANDER, Sign.EITHER, Sign.OWN)
    return any(atom.sign in aside for atom in heard.marked.atoms if atom.at < end)


def _after(heard: Heard, end: int) -> tuple[Sequence[Person], Atom | None]:
    """The first person behind the words, with those who are named in a row after."""
    people: list[Person] = []
    first: Atom | None = None
    for atom in heard.marked.atoms:
        if atom.at < end or atom.sign is Sign.DATE:
            continue
        gap = heard.marked.low[end : atom.at]
        if len(gap) > NEAR_AFTER or atom.sign is Sign.BYSTANDER:
            break
        if first is not None and not IN_A_ROW.match(gap):
            break
        if atom.sign in (Sign.PERSON, Sign.EITHER):
            people.extend(atom.people)
            first = first or atom
            end = atom.at + 1
    return tuple(dict.fromkeys(people)), first


def _before(heard: Heard, match: re.Match[str]) -> tuple[Sequence[Person], Atom | None]:
    marked = heard.marked
    subject = _subject(heard, match.start())
    gap_start = subject.at + 1 if subject else 0
    if _is_vague(heard, marked.low[gap_start : match.start()]):
        return _listed(heard, match.end(), is_alone=subject is None)
    if subject is None:
        return _behind_comma(heard, match.end()) or (heard.stage.spoken_of(), None)
    if subject.sign is Sign.BYSTANDER:
        return (), None
    return subject.people, subject


def _behind_comma(heard: Heard, end: int) -> tuple[Sequence[Person], Atom] | None:
    """The subject of the clause that follows: "After being sent to the colony, P was ..."."""
    for atom in heard.marked.atoms:
        if atom.at >= end and atom.sign is Sign.PERSON:
            gap = heard.marked.low[end : atom.at]
            return (atom.people, atom) if BEHIND_COMMA.fullmatch(gap) else None
    return None


def _subject(heard: Heard, end: int) -> Atom | None:
    """The nearest person before, one behind a preposition only if there is no other."""
    weak: Atom | None = None
    for atom in reversed(heard.marked.atoms):
        if atom.at >= end or atom.sign not in (Sign.PERSON, Sign.BYSTANDER):
            continue
        before = heard.marked.low[max(0, atom.at - 22) : atom.at]
        if heard.grammar.lists["link"]["oblique"].search(before):
            weak = weak or atom
            continue
        return atom
    return weak


def _is_vague(heard: Heard, words: str) -> bool:
    return heard.grammar.lists["link"]["vague"].search(words) is not None


def _listed(heard: Heard, end: int, *, is_alone: bool) -> tuple[Sequence[Person], Atom | None]:
    """Names behind a colon ("several people were arrested: A, B and C"), else a case's people."""
    for atom in heard.marked.atoms:
        is_behind = atom.at >= end and atom.sign is Sign.PERSON and atom.is_named
        if is_behind and heard.marked.low[max(end, atom.at - 2) : atom.at].strip() == ":":
            return atom.people, atom
    stage = heard.stage
    if is_alone and stage.is_case and not (stage.lead or stage.head):
        return stage.members, None
    return (), None


def is_until(heard: Heard, atom: Atom) -> bool:
    """Whether a date is that of an end: "until 3 May"."""
    pattern = heard.grammar.lists["link"].get("until")
    before = heard.marked.low[max(0, atom.at - 12) : atom.at]
    return pattern is not None and pattern.search(before) is not None


def date_atom(heard: Heard, match: re.Match[str], *, also_until: bool = False) -> Atom | None:
    """The date that belongs to these words: inside, right behind, before, or soon after."""
    marked = heard.marked
    dates = [
        atom
        for atom in marked.atoms
        if atom.sign is Sign.DATE and (also_until or not is_until(heard, atom))
    ]
    inside = [atom for atom in dates if match.start() <= atom.at < match.end()]
    before = [atom for atom in dates if atom.at < match.start()]
    after = [atom for atom in dates if match.end() <= atom.at <= match.end() + DATE_AFTER]
    if inside:
        return inside[0]
    if after and DIRECTLY.match(marked.low[match.end() : after[0].at]):
        return after[0]
    if before:
        return before[-1]
    near = [atom for atom in after if not CLAUSE.search(marked.low[match.end() : atom.at])]
    return near[0] if near else None


def dated(heard: Heard, atom: Atom | None) -> PartialDate | None:
    """The date a sign stands for, in the year of the story where it names none."""
    if atom is None or atom.date is None:
        return None
    if not atom.date.year and is_until(heard, atom):
        return _ended(heard, atom)
    later = [other.date for other in heard.marked.atoms if other.at > atom.at and other.date]
    return heard.story.date(atom.date, later, is_apart=_is_apart(heard))


def _is_apart(heard: Heard) -> bool:
    """Whether the sentence stands in an item of other people than the story's year is of."""
    is_of_one_case = heard.stage.lead or heard.stage.is_case
    return not is_of_one_case and heard.story.is_of_others(heard.marked.people())


def _ended(heard: Heard, atom: Atom) -> PartialDate | None:
    """An end without a year: the first such day after the day the sentence began with, or none.

    It may well lie ahead of the day of the document, so that the story gives no year.
    """
    begun = [one for one in heard.marked.atoms if one.at < atom.at and one.date and one.date.year]
    start = dated(heard, begun[-1]) if begun else None
    if start is None or atom.date is None:
        return None
    end = heard.story.date(replace(atom.date, year=start.first_day.year))
    if end is not None and end.last_day < start.first_day:
        end = heard.story.date(replace(atom.date, year=start.first_day.year + 1))
    return end


def said_by(heard: Heard) -> tuple[Speaker, Certainty]:
    """Who says what the sentence says, and how sure it is put."""
    for name, pattern in heard.grammar.hedges.items():
        if pattern.search(heard.marked.low):
            speaker = Speaker(name)
            sure = speaker in (Speaker.COURT, Speaker.EDITORS)
            return speaker, Certainty.STATED if sure else Certainty.ALLEGED
    return Speaker.REPORTER, Certainty.STATED
