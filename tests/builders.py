"""Builders of claims, decisions and ledgers with harmless defaults; all people are invented."""

from collections.abc import Iterable, Mapping

from khronika.ledger.ledger import Ledger, Recorded
from khronika.schema.claim import Certainty, Claim, ClaimId, Speaker
from khronika.schema.decision import Decision, DecisionId, Verb
from khronika.schema.kind import kind as kind_of
from khronika.schema.passage import Passage
from khronika.schema.read_value import read_value
from khronika.schema.source import Source, SourceLevel
from khronika.schema.subject import SubjectId, SubjectKind, subject_id
from khronika.schema.visibility import Visibility
from khronika.values.date import PartialDate

CASEBOOK = "examples"


def person(slug: str = "belova-alena") -> SubjectId:
    return subject_id(CASEBOOK, SubjectKind.PERSON, slug)


def case(slug: str = "square") -> SubjectId:
    return subject_id(CASEBOOK, SubjectKind.CASE, slug)


def source(slug: str = "paper") -> SubjectId:
    return subject_id(CASEBOOK, SubjectKind.SOURCE, slug)


def a_claim(
    kind: str = "arrest",
    *,
    subject: SubjectId | None = None,
    source: SubjectId | None = None,
    case: SubjectId | None = None,
    event: str = "",
    section: str = "p. 1",
    quote: str = "",
    speaker: Speaker = Speaker.REPORTER,
    certainty: Certainty = Certainty.STATED,
    lang: str = "en",
    nonce: str = "",
    **fields: object,
) -> Claim:
    """A claim; values as in YAML. A field is named with underscores for hyphens, and with one
    behind when a part of the claim has its name (`kind_`, `lang_`)."""
    spec = kind_of(kind)
    raw = {name.rstrip("_").replace("_", "-"): value for name, value in fields.items()}
    return Claim(
        subject=subject or person(),
        kind=kind,
        fields={name: read_value(spec.field(name), value) for name, value in raw.items()},  # type: ignore[arg-type]
        passage=Passage(source=source or _SOURCE, section=section, quote=quote),
        case=case,
        event=event,
        speaker=speaker,
        certainty=certainty,
        lang=lang,
        nonce=nonce,
    )


_SOURCE = source()


def a_source(
    slug: str = "paper",
    *,
    title: str = "The Paper",
    date: str = "2022-09-01",
    level: SourceLevel = SourceLevel.OPEN,
    repeats: SubjectId | None = None,
) -> Source:
    return Source(
        id=source(slug),
        title=title,
        date=PartialDate.parse(date) if date else None,
        lang="en",
        level=level,
        repeats=repeats,
    )


def a_decision(
    verb: Verb,
    *targets: str,
    over: Iterable[str] = (),
    replaces: Iterable[DecisionId] = (),
    reason: str = "read it",
    by: str = "editors",
    at: str = "2022-10-01T00:00:00Z",
    **details: str,
) -> Decision:
    """A decision; a detail named `from` is given as `from_`."""
    return Decision(
        verb=verb,
        targets=tuple(targets),
        over=tuple(over),
        details={name.rstrip("_"): text for name, text in details.items()},
        by=by,
        at=at,
        reason=reason,
        replaces=tuple(replaces),
    )


def by_id(claims: Iterable[Claim]) -> dict[ClaimId, Claim]:
    return {claim.id(): claim for claim in claims}


def a_ledger(
    claims: Iterable[Claim] = (),
    *,
    sources: Iterable[Source] | None = None,
    decisions: Iterable[Decision] = (),
    at: str = "2022-10-01T00:00:00Z",
    by: str = "editors",
    visibility: Visibility = Visibility.PUBLIC,
    levels: Mapping[ClaimId, Visibility] | None = None,
) -> Ledger:
    """A ledger that holds these, every entry recorded at one time and public unless said."""
    held = by_id(claims)
    described = {one.entry_id(): one for one in (sources if sources is not None else [a_source()])}
    decided = {one.id(): one for one in decisions}
    levelled = [*held, *described]
    return Ledger(
        sources=described,
        claims=held,
        decisions=decided,
        recorded={e: frozenset({Recorded(at=at, by=by)}) for e in [*held, *described, *decided]},
        visibility=dict.fromkeys(levelled, visibility) | dict(levels or {}),
    )
