"""How people who may be one are printed: who, how likely, what is known, and why."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from khronika.errors import Say
from khronika.identity.candidates import Candidate, Person
from khronika.identity.xref import Pair
from khronika.values.json_value import Json
from khronika.values.wording import Wording

Known: TypeAlias = Mapping[str, Person]

LEAST = 0.03  # a person looks at the list, so it shows more than is likely


def candidate_lines(found: Sequence[Candidate], known: Known, wording: Wording) -> Iterator[str]:
    """A line for each candidate, and under it what is known and the reasons."""
    for one in found:
        yield f"{one.score:.2f}  {one.who}  {_line(known[one.who], wording)}"
        yield from reason_lines(one.reasons, wording)


def pair_lines(
    pairs: Sequence[Pair], ours: Known, theirs: Known, *, wording: Wording
) -> Iterator[str]:
    """Two lines for each pair, and under them the reasons."""
    for pair in pairs:
        yield f"{pair.score:.2f}  {pair.one}  {_line(ours[pair.one], wording)}"
        yield f"      {pair.other}  {_line(theirs[pair.other], wording)}"
        yield from reason_lines(pair.reasons, wording)


def reason_lines(reasons: Sequence[Say], wording: Wording) -> Iterator[str]:
    """The reasons in words, each on a line."""
    return (f"      {wording.say(one)}" for one in reasons)


def candidate_json(one: Candidate, person: Person, wording: Wording) -> Json:
    """A candidate for machines."""
    return {
        "person": one.who,
        "score": f"{one.score:.4f}",
        "name": one.name,
        **person_json(person),
        "reasons": reasons_json(one.reasons, wording),
    }


def pair_json(pair: Pair, ours: Known, theirs: Known, *, wording: Wording) -> Json:
    """A pair for machines."""
    return {
        "people": [pair.one, pair.other],
        "score": f"{pair.score:.4f}",
        "known": [person_json(ours[pair.one]), person_json(theirs[pair.other])],
        "reasons": reasons_json(pair.reasons, wording),
    }


def person_json(person: Person) -> dict[str, Json]:
    """What is known of somebody, for machines."""
    facts = person.facts
    return {
        "names": list(person.names),
        "born": [str(one) for one in facts.births],
        "places": sorted(facts.places),
        "articles": sorted(facts.articles),
        "cases": sorted(facts.cases),
    }


def reasons_json(reasons: Sequence[Say], wording: Wording) -> Json:
    """The reasons for machines: a code that stays, and a sentence."""
    return [{"code": one.code, "says": wording.say(one)} for one in reasons]


def _line(person: Person, wording: Wording) -> str:
    facts = person.facts
    known = [wording.date(one) for one in facts.births]
    known += [*sorted(facts.places), *sorted(facts.articles), *sorted(facts.cases)]
    names = " · ".join(person.names)
    return f"{names} ({'; '.join(known)})" if known else names
