"""From what single sentences say to the proposals of a document.

A verdict told in two sentences is one ruling; a fact told twice is one proposal; a bare word of an
arrest that was told with its day is none; and who nothing was done to is none of our people.

Invariants:

- The order is that of the text; nothing here depends on the order of people or rules.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from khronika.extraction.calibration import confidence_of
from khronika.extraction.cast import Person
from khronika.extraction.proposal import Proposal, Scope
from khronika.extraction.reading import Said
from khronika.extraction.sameness import is_same_fact
from khronika.schema.value import Choice, Text, Value
from khronika.values.term import Term

LEGAL = frozenset(
    (
        "arrest",
        "charge",
        "custody",
        "ruling",
        "step",
        "listing",
        "demand",
        "incident",
        "search",
        "release",
        "recognition",
    )
)
ABOUT_A_LIFE = frozenset(("occupation", "affiliation", "age", "birth", "quotation"))
ONE_BREATH = 80  # characters
ONE_STORY = 700  # characters over which a verdict may be told in parts
PENALTIES = frozenset(
    ("term", "fine", "probation", "forced-labour", "treatment", "suspended", "ban-term")
)
PLACES_OF_THEIR_OWN = frozenset(("custody", "incident"))


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of one person, in the text that was read."""

    person: Person
    said: Said
    fields: Mapping[str, Value]
    start: int
    end: int

    @property
    def kind(self) -> str:
        """The kind of the fact."""
        return self.said.found.kind


def proposals(text: str, said: Sequence[Said]) -> Iterator[Proposal]:
    """The proposals of a document, in the order of its text."""
    facts = [fact for one in said for fact in _facts(one)]
    facts.sort(key=lambda fact: (fact.start, fact.end))
    facts = _without_bare(_once(_whole_rulings(_reduced(facts))))
    facts = list(_without_echoes(facts))
    accused = {id(fact.person) for fact in facts if fact.kind in LEGAL}
    for fact in facts:
        if fact.kind not in ABOUT_A_LIFE or id(fact.person) in accused:
            yield _proposal(text, fact)


def _facts(said: Said) -> Iterator[Fact]:
    start, end = said.paragraph.passage(said.found.start, said.found.end)
    for person in said.found.people:
        yield Fact(person, said, said.found.fields, start, end)  # type: ignore[arg-type]


def _proposal(text: str, fact: Fact) -> Proposal:
    said = fact.said
    is_group = len(said.found.people) > 1
    return Proposal(
        fact.person.name,
        fact.kind,
        fact.fields,
        text[fact.start : fact.end],
        fact.start,
        fact.end,
        said.speaker,
        said.certainty,
        confidence_of(said.found.rule, fact.kind, is_group=is_group),
        Scope.GROUP if is_group else Scope.INDIVIDUAL,
        said.lang,
        said.found.rule,
    )


def _reduced(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Turn "reduced by three months" into the term that is left, where the term is known."""
    last: dict[int, Term] = {}
    for fact in facts:
        less = fact.fields.get("less")
        term = fact.fields.get("term")
        before = last.get(id(fact.person))
        if isinstance(less, Term):
            rest = {name: value for name, value in fact.fields.items() if name != "less"}
            months = before.months_total - less.months_total if before else 0
            yield replace(
                fact, fields={**rest, "term": Term(months=months)} if months > 0 else rest
            )
            continue
        if isinstance(term, Term) and fact.kind == "ruling":
            last[id(fact.person)] = term
        yield fact


def _whole_rulings(facts: Iterator[Fact]) -> list[Fact]:
    """A conviction and the penalty told soon after it are one ruling."""
    kept: list[Fact] = []
    open_at: dict[int, int] = {}
    whole: dict[int, Fact] = {}
    for fact in facts:
        at = open_at.get(id(fact.person))
        if fact.kind == "ruling":
            told = whole.get(id(fact.person))
            if at is not None and _is_rest(kept[at], fact):
                kept[at] = _joined(kept[at], fact)
                open_at.pop(id(fact.person))
                continue
            if not PENALTIES & set(fact.fields):
                if at is not None and _is_echo(kept[at], fact):
                    continue
                if told is not None and _is_same_outcome(told, fact):
                    continue
                open_at[id(fact.person)] = len(kept)
            else:
                whole[id(fact.person)] = fact
        kept.append(fact)
    return kept


def _is_echo(first: Fact, again: Fact) -> bool:
    """Whether one sentence tells the outcome of one ruling twice."""
    in_one_breath = again.start - first.end < ONE_BREATH
    return in_one_breath and first.fields.get("date") == again.fields.get("date")


def _is_same_outcome(whole: Fact, again: Fact) -> bool:
    """Whether a bare outcome only repeats the ruling whose penalty the sentence has told."""
    return _is_echo(whole, again) and whole.fields.get("outcome") == again.fields.get("outcome")


def _is_rest(first: Fact, rest: Fact) -> bool:
    outcomes = {fact.fields.get("outcome") for fact in (first, rest)}
    told = bool(PENALTIES & set(rest.fields)) and rest.start - first.end < ONE_STORY
    one_day = (
        not (first.fields.get("date") and rest.fields.get("date"))
        or first.fields["date"] == rest.fields["date"]
    )
    return told and one_day and (Choice("convicted") in outcomes)


def _joined(first: Fact, rest: Fact) -> Fact:
    fields = {**rest.fields, **first.fields}
    if first.said.found.is_bare:
        fields = {**first.fields, **rest.fields}
    return replace(
        rest if first.said.found.is_bare else first,
        fields=fields,
        start=first.start if rest.start - first.start < 300 else rest.start,
        end=max(first.end, rest.end) if rest.start - first.start < 300 else rest.end,
    )


def _once(facts: Sequence[Fact]) -> list[Fact]:
    """Each fact of a person once; of two passages the one that names the person alone."""
    kept: list[Fact] = []
    by_person: dict[tuple[int, str], list[int]] = {}
    for fact in facts:
        met = by_person.setdefault((id(fact.person), fact.kind), [])
        at = next((at for at in met if is_same_fact(fact.kind, kept[at].fields, fact.fields)), None)
        if at is None:
            met.append(len(kept))
            kept.append(fact)
        else:
            kept[at] = _better(kept[at], fact)
    return sorted(kept, key=lambda fact: (fact.start, fact.end))


def _better(one: Fact, other: Fact) -> Fact:
    """Of two passages that say the same: the one of this person alone, with what both say."""
    fields = {**other.fields, **one.fields}
    if one.kind in PLACES_OF_THEIR_OWN:
        fields = dict(one.fields)
    if one.kind == "ruling" and len(other.fields) > len(one.fields):
        return replace(other, fields=fields)
    if len(other.said.found.people) < len(one.said.found.people):
        return replace(other, fields={**one.fields, **other.fields})
    return replace(one, fields=fields)


def _without_bare(facts: Sequence[Fact]) -> list[Fact]:
    """A bare word of something told elsewhere is left out; of several the one of fewest people."""
    told = {(id(fact.person), fact.kind) for fact in facts if not fact.said.found.is_bare}
    bare: dict[tuple[int, str], Fact] = {}
    for fact in facts:
        key = (id(fact.person), fact.kind)
        if fact.said.found.is_bare and key not in told:
            met = bare.get(key)
            if met is None or len(fact.said.found.people) < len(met.said.found.people):
                bare[key] = fact
    chosen = {id(fact) for fact in bare.values()}
    return [fact for fact in facts if not fact.said.found.is_bare or id(fact) in chosen]


def _without_echoes(facts: Sequence[Fact]) -> Iterator[Fact]:
    """A charge of one word ("terrorism") adds nothing for somebody whose charges are told."""
    told = {id(fact.person) for fact in facts if fact.kind == "charge" and not _is_one_word(fact)}
    for fact in facts:
        if fact.kind != "charge" or not _is_one_word(fact) or id(fact.person) not in told:
            yield fact


def _is_one_word(fact: Fact) -> bool:
    offence = fact.fields.get("offence")
    return isinstance(offence, Text) and len(offence.text.split()) == 1
