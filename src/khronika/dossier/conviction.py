"""From the entries of one case to the career the arithmetic of terms asks for.

Invariants:

- Nothing is chosen between sources: disputed days become one span that holds them all, and a
  disputed term or outcome is an obstacle.
- A measure of which no day is known is an obstacle where it would decide how much is credited.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from khronika.dossier.entry import Entry, Standing
from khronika.law.career import (
    Career,
    Custody,
    Instance,
    Measure,
    Obstacle,
    Outcome,
    Regime,
    Ruling,
    Segment,
)
from khronika.schema.claim import Certainty
from khronika.schema.value import Choice
from khronika.values.date import PartialDate
from khronika.values.legal import LegalReference
from khronika.values.term import Term

_MEASURES = {
    "detained": Measure.DETAINED,
    "pretrial": Measure.PRETRIAL,
    "administrative": Measure.ADMINISTRATIVE,
    "house-arrest": Measure.HOUSE_ARREST,
    "ban-on-actions": Measure.BAN_ON_ACTIONS,
    "bail": Measure.BAIL,
    "hospital": Measure.HOSPITAL,
    "psychiatric": Measure.PSYCHIATRIC,
}  # every other kind is where a sentence is served
_MILDER = frozenset({Measure.HOUSE_ARREST, Measure.BAN_ON_ACTIONS, Measure.BAIL})
_DECIDES = ("term", "total", "outcome", "regime", "suspended")
# Somebody let go and taken again within a month is told in one interval; after that a gap decides.
ONE_ARREST = timedelta(days=30)
_NEW = frozenset({Instance.FIRST, Instance.RETRIAL})
_STOPS = {
    ("release", "exchange"): Obstacle.EXCHANGE,
    ("step", "remand-in-absentia"): Obstacle.AT_LARGE,
}
_OFF_THE_TABLE = frozenset({"refused"})


def conviction(entries: Sequence[Entry]) -> Career | None:
    """The career these entries of one case tell; None where no criminal ruling is among them."""
    stated = [one for one in entries if one.certainty is not Certainty.DENIED]
    rulings = [one for one in stated if one.kind == "ruling" and not one.values("arrest-days")]
    if not rulings:
        return None
    articles = _articles(rulings, stated)
    return Career(
        custody=tuple(_custody(stated)),
        rulings=tuple(_ruling(one) for one in rulings),
        convicted_of=articles,
        obstacles=frozenset(_obstacles(stated)),
        code=articles[0].code if articles else "RU-UK",
    )


def is_convicted_by_charges(entries: Sequence[Entry]) -> bool:
    """Whether no ruling names an article, so that those of the charges are taken."""
    rulings = [one for one in entries if one.kind == "ruling"]
    return bool(rulings) and not any(_listed(one, "articles") for one in rulings)


def span_of(dates: Iterable[PartialDate]) -> PartialDate | None:
    """One date that holds all of these; None for none."""
    dates = list(dates)
    if not dates:
        return None
    if len(dates) == 1:
        return dates[0]
    first, last = min(d.first_day for d in dates), max(d.last_day for d in dates)
    return PartialDate.parse(f"{first.isoformat()}/{last.isoformat()}")


def _custody(entries: Sequence[Entry]) -> Iterator[Custody]:
    for entry in entries:
        if entry.kind == "arrest" and (day := span_of(entry.dates)):
            yield Custody(Measure.DETAINED, day)
        measure = _measure(entry)
        start = span_of(entry.dates)
        if measure and start:
            ends = [one for one in entry.values("end") if isinstance(one, PartialDate)]
            yield Custody(measure, start, _after(start, span_of(ends)), credited=None)


def _after(start: PartialDate, end: PartialDate | None) -> PartialDate | None:
    return None if end is None or end.last_day < start.first_day else end


def _measure(entry: Entry) -> Measure | None:
    if entry.kind != "custody":
        return None
    return _MEASURES.get(_choice(entry, "kind"))


def _ruling(entry: Entry) -> Ruling:
    instance = Instance(_choice(entry, "instance") or Instance.FIRST)
    total, term, labour = (_term(entry, name) for name in ("total", "term", "forced-labour"))
    imposed = total or term or labour
    outcome = _choice(entry, "outcome") or _outcome(instance, imposed)
    in_force = [one for one in entry.values("in-force") if isinstance(one, PartialDate)]
    return Ruling(
        instance=instance,
        outcome=Outcome(outcome),
        date=span_of(entry.dates),
        term=imposed,
        regime=_regime(entry, by_labour=not (total or term) and labour is not None),
        segments=_segments(entry),
        suspended=_choice(entry, "suspended") == "yes" or bool(entry.values("probation")),
        fine=bool(entry.values("fine")),
        in_force=span_of(in_force),
    )


def _outcome(instance: Instance, imposed: Term | None) -> Outcome:
    if instance in _NEW:
        return Outcome.CONVICTED
    return Outcome.CHANGED if imposed else Outcome.UPHELD


def _regime(entry: Entry, *, by_labour: bool) -> Regime | None:
    if by_labour:
        return Regime.FORCED_LABOUR
    said = _choice(entry, "regime")
    return Regime(said) if said in set(Regime) else None


def _segments(entry: Entry) -> tuple[Segment, ...]:
    part = _term(entry, "prison-part")
    if part is None:
        return ()
    rest = _regime(entry, by_labour=False)
    return (Segment(Regime.PRISON, part), *([Segment(rest)] if rest else []))


def _articles(rulings: Sequence[Entry], entries: Sequence[Entry]) -> tuple[LegalReference, ...]:
    """What the last rulings convict of, else what was charged and not dropped."""
    dropped = {one for ruling in rulings for one in _listed(ruling, "dropped")}
    named = {one for ruling in rulings for one in _listed(ruling, "articles")}
    if not named:
        named = {
            one
            for entry in entries
            if entry.kind == "charge" and _choice(entry, "state") not in {"dropped", "requalified"}
            for one in entry.values("article")
            if isinstance(one, LegalReference)
        }
    return tuple(sorted(named - dropped))


def _obstacles(entries: Sequence[Entry]) -> Iterator[Obstacle]:
    for entry in entries:
        if entry.kind == "ruling" and _is_disputed(entry):
            yield Obstacle.DISPUTED
        if entry.kind == "extradition" and _choice(entry, "state") not in _OFF_THE_TABLE:
            yield Obstacle.EXTRADITION
        if entry.kind == "death":
            yield Obstacle.DEATH
        if (entry.kind, _choice(entry, "kind")) in _STOPS:
            yield _STOPS[entry.kind, _choice(entry, "kind")]
    if _is_broken(entries) or _is_milder_somewhere(entries):
        yield Obstacle.UNDATED_MEASURE


def _is_milder_somewhere(entries: Sequence[Entry]) -> bool:
    """Whether a milder measure is told of, and nobody says when it began."""
    milder = [one for one in entries if _measure(one) in _MILDER]
    softened = [one for one in entries if one.kind == "step"]
    told = any(_choice(one, "kind") == "milder-measure" for one in softened)
    return any(not one.dates for one in milder) or (told and not milder)


def _is_broken(entries: Sequence[Entry]) -> bool:
    """Whether custody was interrupted, or nothing dates it: then nobody knows what is credited."""
    arrests = sorted(
        one.dates[0].first_day for one in entries if one.kind == "arrest" and one.dates
    )
    if not arrests and not any(_measure(one) and one.dates for one in entries):
        return True
    if arrests and arrests[-1] - arrests[0] > ONE_ARREST:
        return True
    ruled = [day.first_day for one in entries if one.kind == "ruling" for day in one.dates]
    freed = [day.last_day for one in entries if one.kind == "release" for day in one.dates]
    return bool(ruled and freed) and min(freed) < min(ruled)


def _is_disputed(entry: Entry) -> bool:
    held = (Standing.DISPUTED, Standing.WITHHELD)
    return any(
        (state := entry.fields.get(name)) is not None and state.standing in held
        for name in _DECIDES
    )


def _term(entry: Entry, name: str) -> Term | None:
    value = entry.value(name)
    return value if isinstance(value, Term) else None


def _listed(entry: Entry, name: str) -> set[LegalReference]:
    found: set[LegalReference] = set()
    for value in entry.values(name):
        parts = value if isinstance(value, tuple) else (value,)
        found |= {one for one in parts if isinstance(one, LegalReference)}
    return found


def _choice(entry: Entry, name: str) -> str:
    value = entry.value(name)
    return value.choice if isinstance(value, Choice) else ""
