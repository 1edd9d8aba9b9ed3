from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khronika.casebook.table.cell import is_empty, read_cell
from khronika.casebook.table.cell_said import CellSaid, Reading
from khronika.casebook.table.sheet import Cell
from khronika.casebook.table.target import read_target
from khronika.dossier.dossier import StatusCode
from khronika.law.articles import is_known
from khronika.schema.kind import choices
from khronika.schema.label import status_label
from khronika.schema.value import Choice, show
from khronika.values.language import LANGUAGES

READING = Reading(date(2026, 11, 22), is_known)
TARGETS = ("birth.date", "ruling.term", "ruling.fine", "charge.article", "status", "age.value",
           "custody.kind", "custody.facility", "occupation.value", "ruling.articles")  # fmt: skip


def said(target: str, text: str, *, number: bool = False) -> CellSaid:
    return read_cell(Cell(text, number=number), read_target(target), READING)


def value(target: str, text: str) -> str:
    """The one value the cell gives, as plain text; else the code of its trouble."""
    found = said(target, text)
    if found.trouble:
        return found.trouble.code
    [one] = found.said
    return ", ".join(show(each) for each in one.fields.values())


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2022-08-30", "2022-08-30"),
        ("30.08.2022", "2022-08-30"),
        ("30 августа 2022 г.", "2022-08-30"),
        ("5/13/1985", "1985-05-13"),
        ("1985-05-13T00:00:00.000Z", "1985-05-13"),
        ("1985-05-13 12:30", "1985-05-13"),
        ("август 2022", "2022-08"),
        ("2022", "2022"),
        ("44927", "2023-01-01"),
        ("08/09/2020", "bad-date"),  # both ways round
        ("31.02.2020", "bad-date"),
        ("yesterday", "bad-date"),  # another day tomorrow
        ("12.05.28", "bad-date"),  # 1928 today, 2028 the year after next
        ("1985-05-13T21:00:00.000Z", "bad-date"),  # another day in another zone
        ("once", "bad-date"),
    ],
)
def test_dates_are_read_as_people_and_spreadsheets_write_them(text: str, read: str) -> None:
    assert value("birth.date", text) == read


@given(st.dates(min_value=date(1930, 1, 1), max_value=date(2060, 1, 1)))
def test_a_day_that_a_spreadsheet_counts_is_that_day(day: date) -> None:
    serial = (day - date(1899, 12, 30)) // timedelta(days=1)
    assert value("birth.date", str(serial)) == day.isoformat()


@pytest.mark.parametrize(
    ("target", "text", "read"),
    [
        ("ruling.fine", "300 000 руб.", "300000 RUB"),
        ("ruling.fine", "500 €", "500 EUR"),
        ("ruling.fine", "much", "bad-money"),
        ("age.value", "45", "45"),
        ("age.value", "about 45", "bad-number"),
        ("ruling.regime", "строгий", "strict"),
        ("ruling.regime", "Strict regime", "strict"),
        ("ruling.suspended", "да", "yes"),
        ("ruling.regime", "mild", "bad-choice"),
        ("custody.facility", "СИЗО-1, Чита", "sizo-1-chita"),
        ("custody.facility", "ИК-999", "ИК-999"),
        ("arrest.place", "Москва", "moscow"),
        ("ruling.articles", "205.2 ч. 2, 280.3", "RU-UK 205.2/2, RU-UK 280.3"),
        ("ruling.articles", "arson", "bad-legal"),
        ("support.url", "https://example.org", "https://example.org"),
    ],
)
def test_values_are_read_as_they_are_printed_and_as_people_write_them(
    target: str, text: str, read: str
) -> None:
    assert value(target, text) == read


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("журналист, blogger", ["journalist", "blogger"]),
        ("учитель; врач", ["teacher", "doctor"]),
        ("слесарь, 3 разряд", ["слесарь, 3 разряд"]),
    ],
)
def test_a_comma_divides_only_names_that_are_known(text: str, values: list[str]) -> None:
    found = said("occupation.value", text).said
    assert [show(one.fields["value"]) for one in found] == values


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", StatusCode)
def test_every_status_is_known_by_its_label(code: StatusCode, language: str) -> None:
    label = status_label(code.value, language)
    assert is_empty(Cell(label)) or said("status", label).trouble is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("СИЗО", "custody"),
        ("Освобождена", "release"),
        ("verstorben", "death"),
        ("в розыске", "wanted"),
    ],
)
def test_a_status_is_the_claim_it_amounts_to(text: str, kind: str) -> None:
    assert [one.kind for one in said("status", text).said] == [kind]


@pytest.mark.parametrize("text", ["В колонии", "На свободе"])
def test_a_status_that_follows_from_the_rest_is_no_claim(text: str) -> None:
    assert said("status", text) == CellSaid()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_measure_is_known_by_its_label(language: str) -> None:
    for answer, row in choices()["custody-kind"].items():
        [one] = said("custody.kind", row.labels.in_language(language)).said
        assert one.fields["kind"] == Choice(answer)


@pytest.mark.parametrize("text", ["", "-", "—", "?", "нет данных", "unknown", "Inconnu"])
def test_words_that_say_nothing_are_empty_cells(text: str) -> None:
    assert is_empty(Cell(text))


@pytest.mark.parametrize("fault", ["formula", "error", "too-long", "unknown"])
def test_every_fault_of_a_cell_has_its_sentence(fault: str) -> None:
    found = read_cell(Cell("", fault=fault), read_target("birth.date"), READING)
    assert found.trouble is not None
    assert not is_empty(Cell("", fault=fault))


@given(st.sampled_from(TARGETS), st.text(max_size=20))
def test_no_cell_stops_an_import_and_no_trouble_repeats_it(target: str, text: str) -> None:
    found = said(target, text)
    if found.trouble and len(text.strip()) > 12:
        assert text not in found.trouble.message + found.trouble.remedy
