"""Records of invented people, several of them written down twice."""

from pathlib import Path

HEAD = "rec_id,surname,given,patronymic,dob,region,article,arrest_year"
ROWS = [
    "1,Розов,Степан,Ильич,1990-02-01,Омск,205.2,2021",
    "2,Rosow,Stepan,,1990-02-01,Омск,,2021",
    "3,Розов,С.,И.,1990,Омск,205.2,",
    "4,Розов,Кирилл,Ильич,1988-05-06,Омск,205.2,2021",
    "5,Чащина,Наталья,Львовна,1975-11-30,Пермь,318,2019",
    "6,Tschaschtschina,Natalia,,1975-11-30,,318,2019",
    "7,Белова,Анна,,,,,",
]


def lay_out(folder: Path, name: str = "records.csv", rows: list[str] = ROWS) -> Path:
    """The records as a file."""
    path = folder / name
    path.write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    return path
