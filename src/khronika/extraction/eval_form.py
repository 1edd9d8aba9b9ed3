"""Proposals in the flat form that scorers of extraction read: the only place that knows it.

Inside, a term is years, months and days, a name variant is a name, a remand is a step, and a search
is a kind of its own. Here months are `term_months`, a variant is an `alias`, a remand a `ruling`.

Invariants:

- Kinds the form does not have are left out.
- One line per person, article and part; points of one part are named together.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from khronika.extraction.proposal import Proposal
from khronika.schema.value import Choice, Key, Text, Value, show
from khronika.schema.vocabulary import label
from khronika.values.date import PartialDate
from khronika.values.legal import LegalReference
from khronika.values.money import Money
from khronika.values.term import Term

Flat = Mapping[str, str | int | float | bool]
Row = Mapping[str, str | int | float | Flat]
Become = Callable[[Mapping[str, Value]], Iterator[tuple[str, Flat]]]

CUSTODY = {
    "pretrial": "pretrial_detention",
    "house-arrest": "house_arrest",
    "ban-on-actions": "ban_on_actions",
    "colony-general": "colony_general",
    "colony-strict": "colony_strict",
    "educational": "educational_colony",
    "prison": "prison",
    "psychiatric": "psychiatric",
    "hospital": "hospital",
    "forced-labour": "forced_labour",
}
STEPS = {
    "remand": "remanded", "remand-in-absentia": "remanded", "stricter-measure": "remanded",
    "extension": "extended", "refusal": "refused",
}  # fmt: skip
RELEASES = {"early": "parole"}
NO_INCIDENT = frozenset(("threat", "cooperation", "letters-withheld", "visit-refused"))
SEASONS = ("21", "22", "23", "24")


@dataclass(frozen=True, slots=True)
class _Flat:
    kind: str
    fields: Flat
    start: int
    end: int
    quote: str


def rows(doc: str, proposals: Iterable[Proposal]) -> Iterator[Row]:
    """The proposals of one document as rows, in order, each once."""
    seen: set[tuple[object, ...]] = set()
    for proposal in proposals:
        for flat in _flat(proposal):
            key = (proposal.person, flat.kind, tuple(sorted(_identity(flat).items())), flat.start)
            if key not in seen:
                seen.add(key)
                yield {
                    "doc": doc,
                    "person": proposal.person,
                    "kind": flat.kind,
                    "fields": flat.fields,
                    "quote": flat.quote,
                    "start": flat.start,
                    "end": flat.end,
                    "confidence": proposal.confidence,
                }


def _identity(flat: _Flat) -> Flat:
    """Points of one part are named together, so a charge is told apart by article and part."""
    if flat.kind == "charge" and "article" in flat.fields:
        return {name: flat.fields[name] for name in ("article", "part") if name in flat.fields}
    return flat.fields


def _flat(one: Proposal) -> Iterator[_Flat]:
    for kind, fields in _kinds(one):
        told = {name: value for name, value in fields.items() if value not in ("", None)}
        yield _Flat(kind, told, one.start, one.end, one.quote)


def _kinds(one: Proposal) -> Iterator[tuple[str, Flat]]:
    """The kinds of the form a proposal becomes, with their fields; none for what it has not."""
    become = BECOMES.get(one.kind)
    if become is not None:
        yield from become(one.fields)


def _steps(fields: Mapping[str, Value]) -> Iterator[tuple[str, Flat]]:
    outcome = STEPS.get(_said(fields, "kind"))
    if outcome:
        yield "ruling", {"outcome": outcome, **_plain(fields, "date", "court")}


def _demand(fields: Mapping[str, Value]) -> Iterator[tuple[str, Flat]]:
    yield "demand", {**_term(fields.get("term")), **_plain(fields, "regime")}


def _custody(fields: Mapping[str, Value]) -> Iterator[tuple[str, Flat]]:
    kind = CUSTODY.get(_said(fields, "kind"), "other")
    yield "custody", {"kind": kind, **_plain(fields, "facility", "place", "start", "end")}


def _release(fields: Mapping[str, Value]) -> Iterator[tuple[str, Flat]]:
    kind = _said(fields, "kind")
    yield "release", {"kind": RELEASES.get(kind, kind), **_plain(fields, "date")}


def _recognition(fields: Mapping[str, Value]) -> Iterator[tuple[str, Flat]]:
    status = _said(fields, "status").replace("-", " ")
    yield "recognition", {"by": _said(fields, "by"), "status": status, **_plain(fields, "date")}


def _incident(fields: Mapping[str, Value]) -> Iterator[tuple[str, Flat]]:
    kind = _said(fields, "kind")
    if kind == "left-country":
        yield "release", {"kind": "left_country", **_plain(fields, "date")}
    elif kind not in NO_INCIDENT:
        told = _plain(fields, "date", "place", "agency")
        yield "incident", {"kind": kind.replace("-", "_"), **told}


def _incident_of(kind: str) -> Become:
    def become(fields: Mapping[str, Value]) -> Iterator[tuple[str, Flat]]:
        yield "incident", {"kind": kind, **_plain(fields, "date", "place", "agency")}

    return become


def _reprisal(fields: Mapping[str, Value]) -> Iterator[tuple[str, Flat]]:
    told = {"kind": _said(fields, "kind"), "place": _said(fields, "by")}
    yield "incident", {**told, **_plain(fields, "date")}


def _name(fields: Mapping[str, Value]) -> Iterator[tuple[str, Flat]]:
    yield "alias", {"value": _said(fields, "text")}


def _same(kind: str, *names: str) -> Become:
    def become(fields: Mapping[str, Value]) -> Iterator[tuple[str, Flat]]:
        yield kind, _plain(fields, *names)

    return become


def _charges(fields: Mapping[str, Value]) -> Iterator[tuple[str, Flat]]:
    reference = fields.get("article")
    date = _plain(fields, "date")
    if not isinstance(reference, LegalReference):
        yield "charge", {"offence": _said(fields, "offence"), **date}
        return
    stage = {"preparation": "1", "attempt": "3"}.get(_said(fields, "stage"))
    if stage:
        yield "charge", {"code": reference.code, "article": "30", "part": stage, **date}
    yield (
        "charge",
        {
            "code": reference.code,
            "article": reference.article,
            "part": reference.part,
            "point": reference.point,
            **date,
        },
    )


def _rulings(fields: Mapping[str, Value]) -> Iterator[tuple[str, Flat]]:
    """One row for the main penalty with its fine, one for each further penalty with a term."""
    told = _plain(fields, "outcome", "date", "court", "instance")
    fine = _fine(fields.get("fine"))
    main = _main_penalty(fields)
    if main or "ban-term" not in fields or fine:
        yield "ruling", {**told, **main, **fine} if main else {**told, **_kind_of_fine(fine)}
    if "ban-term" in fields:
        yield "ruling", {**told, "kind": "ban", **_term(fields["ban-term"])}


def _kind_of_fine(fine: Flat) -> Flat:
    return {"kind": "fine", **fine} if fine else {}


def _main_penalty(fields: Mapping[str, Value]) -> Flat:
    if "term" in fields or "suspended" in fields:
        suspended: Flat = {"suspended": True} if "suspended" in fields else {}
        term = _term(fields.get("term"))
        return {"kind": "imprisonment", **term, **suspended, **_plain(fields, "regime")}
    for name, kind in (("probation", "probation"), ("forced-labour", "forced_labour")):
        if name in fields:
            return {"kind": kind, **_term(fields[name])}
    return {"kind": "compulsory_treatment"} if "treatment" in fields else {}


def _term(value: Value | None) -> Flat:
    if not isinstance(value, Term) or value.life or not value.months_total:
        return {}
    return {"term_months": value.months_total}


def _fine(value: Value | None) -> Flat:
    if not isinstance(value, Money):
        return {}
    return {"fine": int(value.amount), "currency": value.currency}


def _plain(fields: Mapping[str, Value], *names: str) -> Flat:
    found: dict[str, str | int] = {}
    for name in names:
        value = fields.get(name)
        if isinstance(value, int):
            found[name] = value
        elif value is not None:
            found[name] = _said(fields, name)
    return found


def _said(fields: Mapping[str, Value], name: str) -> str:
    match fields.get(name):
        case None:
            return ""
        case PartialDate() as date:
            return _date(date)
        case Key() as key:
            return label(key.table, key.key, "en")
        case Choice() as answer:
            return answer.choice
        case Text() as words:
            return words.text
        case value:
            return show(value)


def _date(date: PartialDate) -> str:
    """The date without what this form has no word for: a season is its year."""
    year, _, rest = date.text.rstrip("~").partition("-")
    return year if rest[:2] in SEASONS else date.text.rstrip("~")


BECOMES: Mapping[str, Become] = {
    "charge": _charges,
    "ruling": _rulings,
    "step": _steps,
    "demand": _demand,
    "custody": _custody,
    "release": _release,
    "recognition": _recognition,
    "incident": _incident,
    "search": _incident_of("search"),
    "extradition": _incident_of("extradition"),
    "reprisal": _reprisal,
    "name": _name,
    "listing": _same("listing", "list", "date"),
    "arrest": _same("arrest", "date", "place", "agency"),
    "birth": _same("birth", "date", "place"),
    "occupation": _same("occupation", "value"),
    "affiliation": _same("affiliation", "organisation"),
    "age": _same("age", "value", "at"),
}
