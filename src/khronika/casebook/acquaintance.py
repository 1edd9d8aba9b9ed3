"""Whom a casebook knows, as `identity` wants to know them: names, births, places, articles, cases.

It is read from what was accepted, whatever its visibility: it is for the group itself.
"""

from collections.abc import Iterator, Mapping
from itertools import combinations

from khronika.casebook.reading import Reading
from khronika.dossier.dossier import Dossier
from khronika.dossier.names import case_name
from khronika.identity.candidates import Person
from khronika.identity.evidence import Facts
from khronika.schema.claim import Claim
from khronika.schema.decision import Verb
from khronika.schema.subject import SubjectId
from khronika.schema.value import Key, Text, Value
from khronika.schema.vocabulary import label
from khronika.values.date import PartialDate
from khronika.values.legal_reference import LegalReference
from khronika.values.wording import Wording

_PARTS = ("given", "patronymic", "family")


def people_of(reading: Reading, wording: Wording) -> Mapping[str, Person]:
    """Everybody in the casebook, those joined by a decision as one, in the reader's words."""
    folded, claims = reading.fold(), reading.material.claims
    cases = {one: case_name(case, claims, wording.language) for one, case in folded.cases.items()}
    return {
        who: Person(
            tuple(
                sorted(
                    {
                        s
                        for e in dossier.of_kind("name")
                        for c in e.claims
                        for s in spellings(claims[c])
                    }
                )
            ),
            _facts(dossier, cases, wording),
        )
        for who, dossier in sorted(folded.people.items())
    }


def spellings(name: Claim) -> list[str]:
    """The name as written, and as its parts put together."""
    texts = {part: value.text for part, value in name.fields.items() if isinstance(value, Text)}
    parts = " ".join(texts[part] for part in _PARTS if part in texts)
    return [one for one in dict.fromkeys((texts.get("text", ""), parts)) if one]


def decided(reading: Reading) -> frozenset[frozenset[str]]:
    """The pairs of people about whom somebody decided that they are, or are not, one."""
    about = (d for d in reading.material.decisions if d.verb in {Verb.SAME, Verb.NOT_SAME})
    people = (sorted(reading.person(SubjectId(one)) for one in d.targets) for d in about)
    return frozenset(frozenset(pair) for all_ in people for pair in combinations(all_, 2))


def _facts(dossier: Dossier, cases: Mapping[SubjectId, str], wording: Wording) -> Facts:
    births = [one for one in _values(dossier, "date", "birth") if isinstance(one, PartialDate)]
    places = [one for one in _values(dossier, "place") if isinstance(one, Key)]
    articles = list(_values(dossier, "article", "charge"))
    return Facts(
        births=tuple(sorted(births)),
        places=frozenset(label(one.table, one.key, wording.language) for one in places),
        articles=frozenset(
            wording.legal(one) for one in articles if isinstance(one, LegalReference)
        ),
        cases=frozenset(cases[one] for one in dossier.cases if one in cases),
    )


def _values(dossier: Dossier, field: str, *kinds: str) -> Iterator[Value]:
    for entry in dossier.of_kind(*kinds) if kinds else dossier.entries:
        for value in entry.values(field):
            yield from value if isinstance(value, tuple) else (value,)
