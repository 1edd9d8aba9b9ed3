from datetime import date

from khronika.casebook.table.cell_said import Reading
from khronika.casebook.table.sheet import Cell
from khronika.casebook.table.slot import MAX_STATEMENTS, SlotSaid, read_slot, slots_of
from khronika.law.articles import is_known
from khronika.schema.value import show

READING = Reading(date(2026, 11, 22), is_known)


def read(columns: dict[str, str], **cells: str) -> list[SlotSaid]:
    slots = slots_of(columns, list(columns))
    return [read_slot(one, {h: Cell(t) for h, t in cells.items()}, READING) for one in slots]


def said(columns: dict[str, str], **cells: str) -> list[tuple[str, dict[str, str], str]]:
    return [
        (one.kind, {name: show(value) for name, value in sorted(one.fields.items())}, one.page)
        for slot in read(columns, **cells)
        for one in slot.statements
    ]


def test_what_happens_once_is_said_cell_by_cell() -> None:
    assert said({"A": "birth.date", "B": "birth.place"}, A="1980", B="Москва") == [
        ("birth", {"date": "1980"}, "A"),
        ("birth", {"place": "moscow"}, "B"),
    ]


def test_what_happens_often_is_said_together() -> None:
    columns = {"A": "custody.facility", "B": "custody.start", "C": "status"}
    assert said(columns, A="ИК-9", B="2022", C="СИЗО") == [
        ("custody", {"facility": "ИК-9", "kind": "pretrial", "start": "2022"}, "A; B; C")
    ]
    assert said(columns, A="ИК-9", C="Освобождена") == [
        ("custody", {"facility": "ИК-9"}, "A"),
        ("release", {}, "C"),
    ]


def test_each_of_what_a_cell_names_is_a_statement_with_what_stands_beside_it() -> None:
    columns = {"A": "charge.article", "B": "charge.date"}
    assert [one[1] for one in said(columns, A="205.2; 280.3", B="2022")] == [
        {"article": "RU-UK 205.2", "date": "2022"},
        {"article": "RU-UK 280.3", "date": "2022"},
    ]


def test_a_second_column_of_the_same_field_speaks_for_itself() -> None:
    columns = {"A": "citizenship.value", "B": "citizenship.value", "C": "citizenship.since"}
    assert [one[1] for one in said(columns, A="Россия", B="Украина", C="1991")] == [
        {"since": "1991", "value": "ru"},
        {"value": "ua"},
    ]


def test_names_in_parts_are_one_name_and_another_spelling_is_another() -> None:
    columns = {"A": "name.family", "B": "name.given", "C": "name.text"}
    assert [one[1] for one in said(columns, A="Белова", B="Анна", C="Anna Belova")] == [
        {"family": "Белова", "given": "Анна"},
        {"text": "Anna Belova"},
    ]


def test_a_column_that_is_not_recorded_is_in_no_slot() -> None:
    assert read({"A": ""}, A="x") == []


def test_a_cell_made_to_give_thousands_of_statements_gives_none() -> None:
    many = "; ".join(f"worker {number}" for number in range(MAX_STATEMENTS + 1))
    [slot] = read({"A": "occupation.value"}, A=many)
    assert (slot.statements, [one[1].code for one in slot.troubles]) == ((), ["too-many"])
