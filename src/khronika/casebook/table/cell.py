"""Reads one cell by what its column says.

Invariants:

- What a cell says is said by the schema's own readers; what they refuse, or what can be meant in
  two ways, is a trouble of the cell and never a guess.
- The same cell says the same on every day: a word that depends on today is refused.
"""

import re
from collections.abc import Iterator
from datetime import timedelta

from khronika.casebook.table.article_cell import read_articles
from khronika.casebook.table.cell_said import CellSaid, Reading, Said, Trouble, Unreadable
from khronika.casebook.table.cell_words import answers, empty_words, folded, keys, statuses, words
from khronika.casebook.table.sheet import Cell
from khronika.casebook.table.target import Target
from khronika.casebook.table.term_cell import read_term
from khronika.errors import KhronikaError
from khronika.schema.kind import FieldSpec, kind
from khronika.schema.meant import meant
from khronika.schema.read_value import read_value
from khronika.schema.value import Key, Single, Text, Value, in_order
from khronika.values.date import PartialDate
from khronika.values.money import InvalidMoney, Money
from khronika.values.reading import NotUnderstood, read_date

_LIST = re.compile(r"\s*[;\n]\s*")
_COMMAS = re.compile(r"\s*,\s*")
_SERIAL = re.compile(r"[1-5]\d{4}(?:\.0)?\Z")  # days since 1899-12-30: the years 1927 to 2064
# A day with an hour; of one told in another zone than ours the day itself may be another.
_TIMED = re.compile(
    r"(?P<day>.+?)[T ](?P<time>\d{1,2}:\d\d(:\d\d(\.\d+)?)?)(?P<zone>Z|[+-]\d\d:?\d\d)?\Z"
)
_SERIAL_BEGINS = PartialDate.parse("1899-12-30").first_day
_A_YEAR_ON = timedelta(days=400)
_FAULTS = {
    "formula": Trouble(
        "formula",
        "The formula here has no result in the file; formulas are not calculated.",
        "Open the table, let it calculate, save it, and import it again.",
    ),
    "error": Trouble("error-cell", "The spreadsheet shows an error here.", "Mend its formula."),
    "too-long": Trouble("too-long", "This is longer than a cell can be.", "Divide it."),
    "unknown": Trouble("not-a-value", "This is a time or a duration.", "Write it as a text."),
}


def is_empty(cell: Cell | None) -> bool:
    """Whether the cell says nothing, as it stands or in a word."""
    return cell is None or (not cell.fault and folded(cell.text) in empty_words())


def read_cell(cell: Cell, target: Target, reading: Reading) -> CellSaid:
    """What the cell says; never raises for anything a cell can hold."""
    if cell.fault:
        return CellSaid(trouble=_FAULTS[cell.fault])
    try:
        if target.is_status:
            return CellSaid(_status(cell.text))
        if target.spec.type == "legal" and not target.spec.many:
            return read_articles(cell.text, number=cell.number, reading=reading)
        values = _values(cell, target, reading)
    except Unreadable as why:
        return CellSaid(trouble=why.trouble)
    except KhronikaError as why:
        remedy = "" if target.spec.type == "text" else "Look in the guide how it is written."
        return CellSaid(trouble=Trouble(f"bad-{target.spec.type}", _shown(why), remedy))
    return CellSaid(tuple(Said(target.kind, {target.name: value}) for value in values))


def _values(cell: Cell, target: Target, reading: Reading) -> list[Value]:
    spec = target.spec
    match spec.type:
        case "date":
            return [_date(cell, reading)]
        case "term":
            return [read_term(cell.text, unit=target.unit)]
        case "money":
            return [_money(cell.text)]
        case "choice":
            return [_choice(cell.text, spec)]
        case "key":
            return list(_keys(cell.text, spec, several=kind(target.kind).free))
        case "legal":
            return [_legal_list(cell, reading)]
        case _:
            return [read_value(spec, cell.text)]


def _date(cell: Cell, reading: Reading) -> PartialDate:
    if cell.day:
        return cell.day
    if _SERIAL.match(cell.text):
        return PartialDate.of(_SERIAL_BEGINS + timedelta(days=int(cell.text.partition(".")[0])))
    try:
        return PartialDate.parse(cell.text)
    except KhronikaError:
        return _typed_date(cell.text, reading)


def _typed_date(text: str, reading: Reading) -> PartialDate:
    timed = _TIMED.match(text)
    if timed and (not timed["zone"] or not timed["time"].strip("0:.")):
        text = timed["day"]
    try:
        today = read_date(text, today=reading.today).date
        later = read_date(text, today=reading.today + _A_YEAR_ON).date
    except NotUnderstood as why:
        code = why.say.code.removeprefix("values.")
        raise Unreadable("bad-date", _DATES.get(code, _NO_DATE), _WRITE_DATE) from why
    if today != later:
        raise Unreadable("bad-date", "What day this is depends on today.", _WRITE_DATE)
    return today


_NO_DATE = "This is no date."
_DATES = {
    "ambiguous-date": "Day and month can be read both ways round.",
    "date-without-year": "This date has no year.",
    "impossible-date": "There is no such day.",
    "reversed-span": "This span ends before it begins.",
}
_WRITE_DATE = "Write 2022-08-30, 2022-08, 2022, or 30 August 2022."


def _money(text: str) -> Money:
    plain = folded(text)
    for code, all_ in words()["currency"].items():
        for word in sorted(map(folded, all_), key=len, reverse=True):
            plain = re.sub(rf"(?<![^\W\d_]){re.escape(word)}\.?(?![^\W\d_])", f" {code}", plain)
    try:
        return Money.parse(plain)
    except InvalidMoney as why:
        raise Unreadable("bad-money", "This is no sum of money.", "Write 100000 RUB.") from why


def _choice(text: str, spec: FieldSpec) -> Value:
    found = answers(spec.of).get(folded(text))
    if found is None:
        hint = meant("", answers_of(spec))
        raise Unreadable("bad-choice", "This answer is not in its list.", f"I{hint[1:]}")
    return read_value(spec, found)


def answers_of(spec: FieldSpec) -> list[str]:
    """The answers a field takes, as they are written."""
    return sorted(set(answers(spec.of).values()))


def _keys(text: str, spec: FieldSpec, *, several: bool) -> Iterator[Single]:
    """The names in the cell; a comma divides only where every part is a name of the table."""
    known = keys(spec.of)
    parts = [part for part in _LIST.split(text) if part] if several else [text]
    commas = _COMMAS.split(text)
    if several and len(parts) == 1 and all(folded(part) in known for part in commas):
        parts = commas
    for part in parts:
        key = known.get(folded(part))
        yield Key(spec.of, key) if key else Text(part)


def _legal_list(cell: Cell, reading: Reading) -> Value:
    found = read_articles(cell.text, number=cell.number, reading=reading)
    if found.trouble:
        raise Unreadable(found.trouble.code, found.trouble.message, found.trouble.remedy)
    articles = in_order([one.fields["article"] for one in found.said])
    return tuple(one for one in articles if not isinstance(one, tuple))


def _status(text: str) -> tuple[Said, ...]:
    code = statuses().get(folded(text))
    if code is None:
        hint = "Write it as the site does: in pre-trial detention, under house arrest, released."
        raise Unreadable("bad-status", "This status is not known.", hint)
    says = words()["says"].get(code)
    if says is None:
        return ()  # "serving", "free": what it amounts to follows from what else is recorded
    spec = kind(says["kind"])
    fields = {name: read_value(spec.field(name), raw) for name, raw in says["fields"].items()}
    return (Said(spec.name, fields),)


def _shown(why: KhronikaError) -> str:
    """The reason without the cell's words, which may belong to the team alone."""
    return f"This cannot be read ({type(why).__name__})."
