"""What a record says against what the law allows: problems for an editor, never corrections.

Invariants:

- A check speaks only where the law was looked up; what is not recorded is no problem.
- Nothing here changes or prefers a claim.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import TypedDict, cast

from khronika.errors import Problem
from khronika.law.articles import is_known
from khronika.law.charge_range import Charge, Stage, charge_range, together
from khronika.law.jurisdiction import tables_named
from khronika.law.penalties import has_flag
from khronika.values.date import PartialDate
from khronika.values.legal import LegalReference
from khronika.values.term import Term

_LONGEST_SUSPENDED = Term(8)
LOOK = "Compare with the source; if it is the source’s own mistake, note it and leave the claim."


@dataclass(frozen=True, slots=True)
class SaidCharge:
    """A charge as recorded; `offence` is a row of the vocabulary, or empty."""

    reference: LegalReference | None
    offence: str = ""
    stage: Stage | None = None


@dataclass(frozen=True, slots=True)
class SaidRuling:
    """A ruling of the first instance as recorded; `court` is a row of the vocabulary, or empty."""

    articles: tuple[LegalReference, ...] = ()
    term: Term | None = None
    suspended: bool = False
    court: str = ""
    date: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class SaidCase:
    """What is recorded of one case of one person; `place` names both."""

    place: str
    charges: tuple[SaidCharge, ...] = ()
    rulings: tuple[SaidRuling, ...] = ()
    arrests: tuple[PartialDate, ...] = ()


class _Offences(TypedDict):
    parts: Mapping[str, str]
    stages: Mapping[str, str]
    unfinished: Mapping[str, str]


class _Courts(TypedDict):
    military: list[str]


def against_law(case: SaidCase) -> list[Problem]:
    """Everything in this case that does not fit the law, sorted."""
    found = {
        *_unknown_articles(case),
        *_terms(case),
        *_suspended(case),
        *_courts(case),
        *_arrests(case),
        *_stages(case),
        *_parts(case),
    }
    return sorted(found)


def _unknown_articles(case: SaidCase) -> Iterator[Problem]:
    named = [one.reference for one in case.charges if one.reference]
    named += [article for ruling in case.rulings for article in ruling.articles]
    general = set(map(LegalReference.parse, _offences()["unfinished"]))
    for reference in sorted(set(named) - general):
        if is_known(reference) is False:
            yield Problem(
                case.place,
                "law.no-such-part",
                f"{reference}: the code has no such article or part.",
                LOOK,
            )


def _terms(case: SaidCase) -> Iterator[Problem]:
    """A term above what all articles of the conviction threaten together, in any edition."""
    stages = {one.reference: one.stage for one in case.charges if one.reference}
    for ruling in case.rulings:
        if ruling.term is None or ruling.term.life or not ruling.articles:
            continue
        charges = [Charge(one, stages.get(one) or Stage.COMPLETE) for one in ruling.articles]
        threat = together([charge_range(one) for one in charges], charges)
        if not threat.recorded or threat.life or threat.most is None:
            continue
        if ruling.term > threat.most:
            yield Problem(
                case.place,
                "law.term-above-maximum",
                f"A term of {ruling.term} is above the maximum of {threat.most} for "
                f"{', '.join(map(str, ruling.articles))}.",
                "Look for an article that is missing, an earlier edition, or a term that adds up "
                "several verdicts.",
            )


def _suspended(case: SaidCase) -> Iterator[Problem]:
    for ruling in case.rulings:
        if not ruling.suspended:
            continue
        long = ruling.term is not None and not ruling.term.life and ruling.term > _LONGEST_SUSPENDED
        barred = [one for one in ruling.articles if has_flag(one, "no-suspended")]
        if long or barred:
            reason = f"for {barred[0]}" if barred else f"of {ruling.term}"
            yield Problem(
                case.place,
                "law.cannot-be-suspended",
                f"A sentence {reason} cannot be suspended.",
                LOOK,
            )


def _courts(case: SaidCase) -> Iterator[Problem]:
    for ruling in case.rulings:
        barred = [one for one in ruling.articles if has_flag(one, "terrorist-activity")]
        if barred and ruling.court and ruling.court not in _military():
            yield Problem(
                case.place,
                "law.wrong-court",
                f"A case under {barred[0]} goes to a military court, and {ruling.court} is none "
                "(a rule not checked against a source).",
                LOOK,
            )


def _arrests(case: SaidCase) -> Iterator[Problem]:
    ruled = [one.date.last_day for one in case.rulings if one.date]
    for arrest in case.arrests:
        if ruled and arrest.first_day > max(ruled):
            yield Problem(
                case.place,
                "law.arrest-after-verdict",
                f"The arrest ({arrest}) is after the verdict.",
                "Perhaps it was taken into custody from the courtroom, or belongs to another case.",
            )


def _stages(case: SaidCase) -> Iterator[Problem]:
    """Preparation called an attempt, or a preparation the law does not punish."""
    for one in case.charges:
        by_number = _offences()["unfinished"].get(str(one.reference))
        by_word = _offences()["stages"].get(one.offence)
        said = {str(word) for word in (one.stage, by_number, by_word) if word}
        if len(said & {Stage.PREPARATION, Stage.ATTEMPT}) > 1:
            yield Problem(
                case.place,
                "law.preparation-called-attempt",
                "The same charge is called preparation (art. 30 part 1) and attempt (part 3).",
                "Look which part of art. 30 the document names.",
            )
        threat = _unpunished(one)
        if threat:
            yield Problem(
                case.place,
                "law.preparation-unpunished",
                f"Preparation of {threat} is no crime: the article is not grave.",
                "Perhaps it was an attempt, or another part of the article.",
            )


def _unpunished(one: SaidCharge) -> LegalReference | None:
    if one.stage is not Stage.PREPARATION or one.reference is None:
        return None
    return one.reference if charge_range(Charge(one.reference, one.stage)).unpunished else None


def _parts(case: SaidCase) -> Iterator[Problem]:
    """Creating and taking part, or two parts of one article, told of the same charge."""
    meant = [one for one in (_means(charge) for charge in case.charges) if one]
    inside = [(a, b) for charge in case.charges for a, b in _both(charge) if a.part != b.part]
    across = [
        (one, other)
        for one, other in combinations(sorted(set(meant)), 2)
        if one.article == other.article and one.part != other.part
    ]
    for one, other in dict.fromkeys((*inside, *across)):
        yield Problem(
            case.place,
            "law.membership-against-creation",
            f"The same charge is told as {one} and as {other}: creating in one place, taking part "
            "in the other.",
            LOOK,
        )


def _means(charge: SaidCharge) -> LegalReference | None:
    """The part of a community article this charge means, by number or by words."""
    pairs = _community_parts()
    if charge.reference and charge.reference in pairs.values():
        return LegalReference(
            charge.reference.code, charge.reference.article, charge.reference.part
        )
    return pairs.get(charge.offence)


def _both(charge: SaidCharge) -> Iterable[tuple[LegalReference, LegalReference]]:
    by_words = _community_parts().get(charge.offence)
    said = charge.reference
    if by_words and said and said.part and said.article == by_words.article:
        yield (said, by_words)


@cache
def _community_parts() -> Mapping[str, LegalReference]:
    return {key: LegalReference.parse(text) for key, text in _offences()["parts"].items()}


@cache
def _offences() -> _Offences:
    tables: Sequence[_Offences] = [cast("_Offences", t) for t in tables_named("offences.yaml")]
    merged: _Offences = {"parts": {}, "stages": {}, "unfinished": {}}
    for table in tables:
        merged = {
            "parts": {**merged["parts"], **table["parts"]},
            "stages": {**merged["stages"], **table["stages"]},
            "unfinished": {**merged["unfinished"], **table["unfinished"]},
        }
    return merged


@cache
def _military() -> frozenset[str]:
    tables = [cast("_Courts", table) for table in tables_named("courts.yaml")]
    return frozenset(court for table in tables for court in table["military"])
