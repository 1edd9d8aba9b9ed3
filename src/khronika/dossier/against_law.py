"""Holds what is recorded of a person against the law, case by case: problems for an editor."""

from collections.abc import Iterable, Sequence

from khronika.dossier.dossier import Dossier
from khronika.dossier.entry import Entry
from khronika.errors import Problem
from khronika.law.charge_range import Stage
from khronika.law.checks import SaidCase, SaidCharge, SaidRuling, against_law
from khronika.schema.claim import Certainty
from khronika.schema.subject import SubjectId, slug_of
from khronika.schema.value import Choice, Key
from khronika.values.legal import LegalReference
from khronika.values.term import Term

_FIRST = frozenset({"", "first", "retrial"})


def problems_of(dossier: Dossier) -> list[Problem]:
    """Everything in this dossier that does not fit the law, sorted."""
    cases = (*dossier.cases, None)
    return sorted(problem for case in cases for problem in against_law(_said(dossier, case)))


def _said(dossier: Dossier, case: SubjectId | None) -> SaidCase:
    entries = [
        one for one in dossier.entries if one.case == case and one.certainty is not Certainty.DENIED
    ]
    place = slug_of(dossier.person) + (f", {slug_of(case)}" if case else "")
    rulings = [
        one for one in entries if one.kind == "ruling" and _choice(one, "instance") in _FIRST
    ]
    return SaidCase(
        place=place,
        charges=tuple(said for one in entries if one.kind == "charge" for said in _charges(one)),
        rulings=tuple(_ruling(one) for one in rulings if not one.values("arrest-days")),
        arrests=tuple(day for one in entries if one.kind == "arrest" for day in one.dates),
    )


def _charges(entry: Entry) -> Iterable[SaidCharge]:
    """One for each article said; a charge told in words alone has none."""
    named = [one for one in entry.values("article") if isinstance(one, LegalReference)]
    articles: Sequence[LegalReference | None] = named or [None]
    offence, stage = entry.value("offence"), _choice(entry, "stage")
    for article in articles:
        yield SaidCharge(
            reference=article,
            offence=offence.key if isinstance(offence, Key) else "",
            stage=Stage(stage) if stage else None,
        )


def _ruling(entry: Entry) -> SaidRuling:
    term, court = entry.value("term"), entry.value("court")
    return SaidRuling(
        articles=tuple(_listed(entry.values("articles"))),
        term=term if isinstance(term, Term) else None,
        suspended=_choice(entry, "suspended") == "yes",
        court=court.key if isinstance(court, Key) else "",
        date=entry.dates[0] if len(entry.dates) == 1 else None,
    )


def _listed(values: Sequence[object]) -> list[LegalReference]:
    parts = [part for one in values for part in (one if isinstance(one, tuple) else (one,))]
    return sorted({one for one in parts if isinstance(one, LegalReference)})


def _choice(entry: Entry, name: str) -> str:
    value = entry.value(name)
    return value.choice if isinstance(value, Choice) else ""
