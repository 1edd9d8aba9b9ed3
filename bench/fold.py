"""How many dossiers a second the fold makes, of invented people with ten claims each.

Aim: 1,000 dossiers a second on one core. The cost must grow with the people, not with their square,
so that the rate at 10,000 people is printed beside the rate at 1,000.
"""

import time
from datetime import date

from khronika.dossier.fold import fold
from khronika.dossier.material import Material
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.kind import kind
from khronika.schema.passage import Passage
from khronika.schema.read_value import read_value
from khronika.schema.source import Source
from khronika.schema.subject import SubjectId, SubjectKind, subject_id
from khronika.values.date import PartialDate

AS_OF = date(2026, 11, 22)
SOURCE = subject_id("examples", SubjectKind.SOURCE, "paper")

# Ten claims of one person: two of them disputed, one of them vague.
SAID: tuple[tuple[str, dict[str, object]], ...] = (
    ("name", {"text": {"text": "Anna Belova"}, "form": "full"}),
    ("birth", {"date": "1990-02-28"}),
    ("membership", {"role": "defendant"}),
    ("arrest", {"date": "2022-08-30"}),
    ("arrest", {"date": "2022-09"}),
    ("custody", {"kind": "pretrial", "start": "2022-09-01", "end": "2023-03-01"}),
    ("charge", {"article": "RU-UK 205.2/2"}),
    ("ruling", {"date": "2023-10", "term": "9y", "regime": "strict"}),
    ("ruling", {"date": "2023-10-25", "term": "6y"}),
    ("listing", {"date": "2023-01"}),
)


def claims_of(number: int) -> dict[ClaimId, Claim]:
    """The claims of so many invented people, in cases of five."""
    found: dict[ClaimId, Claim] = {}
    for n in range(number):
        person = subject_id("examples", SubjectKind.PERSON, f"person-{n}")
        case = subject_id("examples", SubjectKind.CASE, f"case-{n // 5}")
        for place, (name, raw) in enumerate(SAID):
            claim = a_claim(person, case, name, raw=raw, section=str(place))
            found[claim.id()] = claim
    return found


def a_claim(
    person: SubjectId, case: SubjectId, name: str, *, raw: dict[str, object], section: str
) -> Claim:
    """One claim, its values read as from a file."""
    spec = kind(name)
    fields = {one: read_value(spec.field(one), value) for one, value in raw.items()}  # type: ignore[arg-type]
    passage = Passage(source=SOURCE, section=section)
    return Claim(person, name, fields, passage, case=case, lang="en")


def main() -> None:
    """Print the rates, the best of three runs each."""
    source = Source(SOURCE, "The Paper", date=PartialDate.parse("2024"))
    print("fold: dossiers of ten claims, best of three runs, one core (aim >= 1,000/s)")
    for number in (1_000, 10_000):
        material = Material(claims_of(number), sources={SOURCE: source})
        best = min(timed(material) for _ in range(3))
        print(f"  {number:>6,} people: {number / best:>7,.0f} dossiers/s")


def timed(material: Material) -> float:
    """Seconds for one fold."""
    begun = time.perf_counter()
    fold(material, as_of=AS_OF)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
