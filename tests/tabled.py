"""A hundred invented people in the flat card that many lists share."""

from collections.abc import Callable

from khronika.casebook.casebook import Casebook
from khronika.casebook.table.report import TableReport
from khronika.ledger.ledger import Ledger
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.decision import Decision

HEADINGS = [
    "Имя", "Дата рождения", "Пол", "Регион", "Статус", "Статьи", "Арест", "Освобождение",
    "Учреждение", "Адрес", "Интересы", "Можно писать",
]  # fmt: skip
FAMILIES = (
    "Белова", "Ветрова", "Гаева", "Дымова", "Ёлкина", "Зимина", "Лугова", "Морева", "Озерова",
    "Речная",
)  # fmt: skip
GIVEN = ("Анна", "Вера", "Глафира", "Дарья", "Ева", "Зоя", "Инна", "Кира", "Лия", "Майя")
STATUSES = ("СИЗО", "В колонии", "Домашний арест", "Освобождена")
CLAIMS = 625  # that a hundred of these rows make
BIRTH, STATUS, ARTICLES, ARREST, FACILITY = 1, 4, 5, 6, 8

Take = Callable[..., TableReport]
Rows = list[list[str]]


def people(count: int = 100) -> Rows:
    """The rows of so many invented people."""
    return [_row(number) for number in range(count)]


def _row(number: int) -> list[str]:
    status = STATUSES[number % 4]
    return [
        f"{FAMILIES[number // 10]} {GIVEN[number % 10]}",
        f"{1 + number % 28:02}.{1 + number % 12:02}.{1960 + number % 40}",
        "ж",
        "Верхнереченский край",
        status,
        "ч. 2 ст. 205.2 УК РФ; 280.3 ч. 1",
        f"202{number % 5}-0{1 + number % 9}-1{number % 9}",
        "01.02.2026" if status == "Освобождена" else "",
        "ИК-31, Верхнереченск (вымышлена)" if status == "СИЗО" else "",
        f"Верхнереченск, Лесная, {number}" if status == "СИЗО" else "",
        "шахматы",
        "да",
    ]


def state(casebook: Casebook) -> tuple[str, dict[str, bytes]]:
    """What a casebook holds: its store's state and the bytes of its files."""
    folder = casebook.settings.folder
    files = (one for one in folder.rglob("*") if one.is_file() and "sqlite" not in one.name)
    return casebook.store.state(), {str(one): one.read_bytes() for one in files}


def claims_of(casebook: Casebook, key: str, kind: str) -> list[tuple[ClaimId, Claim]]:
    """What the table says of the person of this key, rejected claims and all."""
    return [
        (one, claim)
        for one, claim in sorted(casebook.ledger().claims.items())
        if claim.kind == kind and claim.passage.section == f"row of {key}"
    ]


def answer(casebook: Casebook, key: str, said: str) -> None:
    """Write beside a row that waits who it is."""
    path = casebook.settings.folder / "tables" / "people.toml"
    text = path.read_text(encoding="utf-8")
    assert f'"{key}" = ""' in text
    path.write_text(text.replace(f'"{key}" = ""', f'"{key}" = "{said}"'), encoding="utf-8")


def decide(casebook: Casebook, *decisions: Decision) -> None:
    """Let an editor decide in the store."""
    casebook.store.append(Ledger(decisions={one.id(): one for one in decisions}))
