"""Canaries: words and numbers planted wherever something is held back.

Every canary is one made-up word, number or date that stands nowhere else, so that a single find in
rendered bytes tells what leaked.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from builders import a_decision
from khronika.ledger.ledger import Ledger, Recorded
from khronika.schema.claim import Claim, Speaker
from khronika.schema.decision import Decision, Verb
from khronika.schema.kind import FieldSpec, Kind, choices, kinds
from khronika.schema.nature import nature
from khronika.schema.passage import Passage
from khronika.schema.read_value import read_value
from khronika.schema.source import Holding, Source, SourceLevel
from khronika.schema.subject import SubjectId, SubjectKind, subject_id
from khronika.schema.value import Value
from khronika.schema.visibility import Visibility, strictest

OLD_YEAR = "1899"  # in no other claim, so that it must be in no edition
LETTERS = "abcdefghijklmnop"


def word(name: str) -> str:
    """A word no language has, made of the name."""
    digits = sha256(name.encode()).hexdigest()[:12]
    return "zqx" + "".join(LETTERS[int(digit, 16)] for digit in digits)


def number(name: str) -> str:
    """A nine-digit number, made of the name."""
    return str(10**8 + int(sha256(name.encode()).hexdigest()[:6], 16) % 10**8)


@dataclass
class Planted:
    """A ledger with canaries, and which canary tells what."""

    ledger: Ledger = field(default_factory=Ledger)
    canaries: dict[str, str] = field(default_factory=dict)

    def plant(self, name: str) -> str:
        self.canaries[word(name)] = name
        return word(name)

    def plant_number(self, name: str) -> str:
        self.canaries[number(name)] = name
        return number(name)

    def plant_id(self, entry: str, name: str) -> str:
        self.canaries[entry] = f"the id of {name}"
        return entry

    def add(self, ledger: Ledger) -> None:
        self.ledger = self.ledger | ledger


def plant_everywhere(open_source: SubjectId, people: Mapping[str, SubjectId]) -> Planted:
    """Canaries about these people: `listed` has a page, `refused`, `mentioned` have none."""
    planted = Planted()
    for level in (Visibility.TEAM, Visibility.SEALED):
        for kind in kinds().values():
            _restricted_claims(planted, kind, level, open_source, people["listed"])
    for name in ("refused", "mentioned"):
        _claims_of_nobody(planted, name, people[name], open_source)
    _closed_source(planted, people["listed"])
    _team_source(planted, people["listed"])
    _decisions(planted, people)
    _rows_beside(planted, open_source)
    return planted


def _restricted_claims(
    planted: Planted, kind: Kind, level: Visibility, source: SubjectId, person: SubjectId
) -> None:
    """One claim for each field of the kind, and one for each part beside the fields."""
    subject = person if "person" in kind.about else _other(person, kind.about[0])
    for name, spec in kind.fields.items():
        told = f"{kind.name}.{name} ({level})"
        claim = Claim(
            subject, kind.name, {name: _canary(planted, spec, told)}, Passage(source),
            nonce=planted.plant(f"nonce of {told}"),
        )  # fmt: skip
        _add(planted, claim, level, told)
    told = f"{kind.name} ({level})"
    passage = Passage(
        source,
        section=planted.plant(f"section of {told}"),
        page=planted.plant(f"page of {told}"),
        quote=planted.plant(f"quote of {told}"),
        text=planted.plant_id(sha256(told.encode()).hexdigest(), f"the text of {told}"),
        start=0,
        end=9,
    )
    case = _other(person, "case", planted.plant(f"case of {told}"))
    event = planted.plant(f"event of {told}")
    claim = Claim(subject, kind.name, {}, passage, case=case, event=event, nonce="n")
    _add(planted, claim, level, told)


def _canary(planted: Planted, spec: FieldSpec, told: str) -> Value:
    """A value of the field's type that stands nowhere else."""
    raw: str | dict[str, str]
    match spec.type:
        case "text" | "key":
            raw = {"text": planted.plant(told)}
        case "word":
            raw = planted.plant(told)
        case "number":
            raw = planted.plant_number(told)
        case "money":
            raw = f"{planted.plant_number(told)} RUB"
        case "legal":
            raw = "RU-UK 361.9"
        case "date":
            raw = f"{OLD_YEAR}-12-31"
        case "term":
            raw = "77y"
        case _:
            raw = next(iter(choices()[spec.of]))
    return read_value(spec, raw)


def _claims_of_nobody(planted: Planted, name: str, person: SubjectId, source: SubjectId) -> None:
    """Public claims about somebody whom no edition may name."""
    told = f"a public claim about somebody {name}"
    for kind, field_name in (("occupation", "value"), ("name", "text"), ("views", "value")):
        text = {"text": planted.plant(f"{told}: {kind}")}
        fields = {field_name: read_value(kinds()[kind].field(field_name), text)}
        claim = Claim(person, kind, fields, Passage(source, section=planted.plant(told + kind)))
        _add(planted, claim, Visibility.PUBLIC, told)


def _closed_source(planted: Planted, person: SubjectId) -> None:
    """A public claim from a source that may not be named."""
    told = "a closed source"
    source = _source(planted, told, SourceLevel.CLOSED)
    passage = Passage(
        source.id,
        section=planted.plant(f"section of {told}"),
        page=planted.plant(f"page of {told}"),
        quote=planted.plant(f"quote of {told}"),
    )
    value = read_value(kinds()["occupation"].field("value"), {"text": "ferry pilot"})
    claim = Claim(
        person, "occupation", {"value": value}, passage, speaker=Speaker.RELATIVE,
        nonce=planted.plant(f"nonce of {told}"),
    )  # fmt: skip
    _describe(planted, source, Visibility.PUBLIC)
    _add(planted, claim, Visibility.PUBLIC, told)


def _team_source(planted: Planted, person: SubjectId) -> None:
    """A claim entered as public that stands in a source for the team."""
    told = "a source for the team"
    source = _source(planted, told, SourceLevel.OPEN)
    text = {"text": planted.plant(f"what {told} says")}
    fields = {"value": read_value(kinds()["occupation"].field("value"), text)}
    _describe(planted, source, Visibility.TEAM)
    _add(planted, Claim(person, "occupation", fields, Passage(source.id)), Visibility.PUBLIC, told)


def _source(planted: Planted, told: str, level: SourceLevel) -> Source:
    return Source(
        id=subject_id("qhxwntrb", SubjectKind.SOURCE, planted.plant(f"slug of {told}")),
        title=planted.plant(f"title of {told}"),
        publisher=planted.plant(f"publisher of {told}"),
        url=f"https://{planted.plant(f'address of {told}')}.example",
        lang="en",
        level=level,
    )


def _decisions(planted: Planted, people: Mapping[str, SubjectId]) -> None:
    """Reasons, hands and answers of decisions of every kind."""
    for verb in (Verb.READY, Verb.RESTRICT, Verb.STANCE, Verb.CONSENT):
        told = f"a decision to {verb}"
        details = {
            Verb.STANCE: {"value": "mention-only", "text": planted.plant(f"text of {told}")},
            Verb.CONSENT: {"state": "refused",
                           "given_by": planted.plant(f"giver of {told}")},
            Verb.RESTRICT: {"level": "sealed"},
        }.get(verb, {})  # fmt: skip
        person = people["refused" if verb is Verb.CONSENT else "mentioned"]
        decision = a_decision(
            verb, person, reason=planted.plant(f"reason of {told}"),
            by=planted.plant(f"hand of {told}"), **details,
        )  # fmt: skip
        _decide(planted, decision, told)


def _decide(planted: Planted, decision: Decision, told: str) -> None:
    planted.plant_id(decision.id(), told)
    planted.add(Ledger(decisions={decision.id(): decision}))


def _rows_beside(planted: Planted, source: SubjectId) -> None:
    """Who recorded what, and what arrived for a source."""
    holding = Holding(
        source=source,
        sha256=planted.plant_id(sha256(b"bytes").hexdigest(), "bytes in the vault"),
        got_at="2026-01-01T00:00:00Z",
        url=f"https://{planted.plant('address of a holding')}.example",
        reader=planted.plant("reader of a holding"),
    )
    planted.add(Ledger(holdings={holding.entry_id(): holding}))


def _add(planted: Planted, claim: Claim, level: Visibility, told: str) -> None:
    entry = claim.id()
    planted.plant_id(entry, told)
    hand = Recorded(at="2026-01-01T00:00:00Z", by=planted.plant(f"hand of {told}"))
    planted.add(
        Ledger(
            claims={entry: claim},
            recorded={entry: frozenset({hand})},
            visibility={entry: strictest(level, nature(claim).least)},
        )
    )


def _describe(planted: Planted, source: Source, level: Visibility) -> None:
    entry = source.entry_id()
    planted.add(Ledger(sources={entry: source}, visibility={entry: level}))


def _other(person: SubjectId, kind: str, slug: str = "elsewhere") -> SubjectId:
    return subject_id(person.split("/")[0], SubjectKind(kind), slug)
