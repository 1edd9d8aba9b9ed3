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
from khronika.schema.canonical import canonical_json
from khronika.schema.claim import encode_fields
from khronika.schema.value import Choice, Value
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
ABOUT_A_LIFE = frozenset(("occupation", "affiliation", "age", "birth"))
ONE_STORY = 700  # characters over which a verdict may be told in parts
PENALTIES = frozenset(
    ("term", "fine", "probation", "forced-labour", "treatment", "suspended", "ban-term")
)
SAME_EVENT = {
    "charge": ("article", "offence"),
    "custody": ("kind", "facility", "place"),
    "age": ("value",),
    "occupation": ("value",),
    "affiliation": ("organisation",),
    "listing": ("list",),
    "recognition": ("by",),
    "incident": ("kind",),
    "birth": (),
    "search": ("date",),
    "arrest": ("date",),
    "demand": ("term",),
    "release": ("kind", "date"),
    "step": ("kind", "date"),
}


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
    for fact in facts:
        at = open_at.get(id(fact.person))
        if fact.kind == "ruling":
            if at is not None and _is_rest(kept[at], fact):
                kept[at] = _joined(kept[at], fact)
                open_at.pop(id(fact.person))
                continue
            if not PENALTIES & set(fact.fields):
                open_at[id(fact.person)] = len(kept)
        kept.append(fact)
    return kept


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
    """Each fact of a person once; of the same told twice the one that says more."""
    kept: dict[tuple[object, ...], Fact] = {}
    for fact in facts:
        key = _key(fact)
        met = kept.get(key)
        if met is None:
            kept[key] = fact
        elif len(fact.fields) > len(met.fields) and fact.kind not in ("custody", "incident"):
            kept[key] = replace(met, fields={**fact.fields, **met.fields})
    return sorted(kept.values(), key=lambda fact: (fact.start, fact.end))


def _key(fact: Fact) -> tuple[object, ...]:
    names = SAME_EVENT.get(fact.kind)
    fields = {name: value for name, value in fact.fields.items() if names is None or name in names}
    return id(fact.person), fact.kind, canonical_json(encode_fields(fields)).casefold()


def _without_bare(facts: Sequence[Fact]) -> list[Fact]:
    """A bare word of something already told, or told elsewhere with its day, is left out."""
    told = {(id(fact.person), fact.kind) for fact in facts if not fact.said.found.is_bare}
    kept: list[Fact] = []
    for fact in facts:
        key = (id(fact.person), fact.kind)
        if fact.said.found.is_bare and key in told:
            continue
        told.add(key) if fact.said.found.is_bare else None
        kept.append(fact)
    return kept
