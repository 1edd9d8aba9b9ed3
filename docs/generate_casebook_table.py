"""Writes docs/casebooks/unheard-voices.md from the casebook itself, so that the page cannot drift.

`python docs/generate_casebook_table.py` writes the page; with `--check` it writes nothing and fails
when the page is stale. Nothing stands in it that was not cleared for the public, and it is as of
the day on which something was last recorded, so that the clock changes nothing.
"""

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from generated import written

from khronika.casebook.casebook import Casebook
from khronika.casebook.settings import PolicyName
from khronika.clearance.clear import clear
from khronika.clearance.policy import Policy
from khronika.clearance.publication import House, Publication
from khronika.clearance.publish import publication
from khronika.cli.value_words import value_in_words
from khronika.dossier.dossier import Dispute, Dossier, Possible
from khronika.dossier.entry import Entry
from khronika.dossier.names import case_name, person_name
from khronika.schema.label import field_label, kind_label, status_label
from khronika.schema.value import Choice
from khronika.schema.visibility import Use
from khronika.values.wording import Wording

DOCS = Path(__file__).parent
FOLDER = DOCS.parent / "casebooks" / "unheard-voices"
PAGE = DOCS / "casebooks" / "unheard-voices.md"
ENGLISH = Wording.of("en")
COLUMNS = ("Person", "Case", "Status", "Public statements", "Disputed", "Missing")
OPEN = {
    "no-birthday": "day of birth",
    "no-word-of-appeal": "word of an appeal",
    "order-about-to-end": "what follows the measure",
    "order-over": "what followed the measure",
    "term-over": "word of the release that is due",
    "hearing-without-outcome": "outcome of a hearing",
}
HEAD = """\
# The casebook “Unheard voices”

This page is written by `docs/generate_casebook_table.py` from `casebooks/unheard-voices`; change
the casebook, not the page. It holds what may be published and nothing else: for each person what
is known, what sources dispute, and what no public statement says.

A person is counted once, however many cases they have: {people} people in {cases} cases,
{claims} public statements. The status is the one on {day}, the day on which something was last
recorded, by public statements alone. `khronika stale` lists what later sources answer.
"""


def page() -> str:
    """The whole page."""
    public = cleared_casebook()
    cases = {case for one in public.people.values() for case in one.cases}
    rows = sorted(_row(dossier, public) for dossier in public.people.values())
    head = HEAD.format(
        people=len(rows),
        cases=len(cases),
        claims=sum(_statements(one) for one in public.people.values()),
        day=ENGLISH.day(public.as_of),
    )
    return "\n".join([head, _line(COLUMNS), _line(["---"] * len(COLUMNS)), *map(_line, rows), ""])


def cleared_casebook() -> Publication:
    """What of the casebook may leave."""
    casebook = Casebook.open(FOLDER, {"KHRONIKA_DATABASE_URL": "memory:"}, mint=None)
    settings, in_force = casebook.settings, casebook.in_force()
    policy = Policy(already_public=settings.policy is PolicyName.ALREADY_PUBLIC)
    recorded = max(one.at for rows in in_force.ledger.recorded.values() for one in rows)
    day = date.fromisoformat(recorded[:10])
    return publication(
        clear(in_force, use=Use.PUBLIC, policy=policy, today=day),
        house=House(settings.id, settings.title, settings.contact, settings.licence),
        languages=("en",),
        as_of=day,
        today=day,
    )


def _row(dossier: Dossier, public: Publication) -> tuple[str, ...]:
    cases = [case_name(public.cases[one], public.claims, "en") for one in dossier.cases]
    return (
        person_name(dossier, public.claims, "en"),
        "; ".join(sorted(cases)),
        status_label(dossier.status.code, "en"),
        str(_statements(dossier)),
        "; ".join(dict.fromkeys(map(_disputed, dossier.disputes))),
        "; ".join(dict.fromkeys(_missing(dossier))),
    )


def _statements(dossier: Dossier) -> int:
    return len({claim for entry in dossier.entries for claim in entry.claims})


def _disputed(one: Dispute) -> str:
    """What is disputed, with the values side by side."""
    field = field_label(one.kind, one.field, "en") if one.field else ""
    values = [
        value_in_words(v.value, ENGLISH, kind_name=one.kind, field=one.field) for v in one.values
    ]
    about = ", ".join(part for part in (kind_label(one.kind, "en").lower(), field) if part)
    return f"{about}: {' / '.join(values)}"


def _missing(dossier: Dossier) -> Iterator[str]:
    """What no public statement says, in the order in which a case goes."""
    charges, rulings = dossier.of_kind("charge"), dossier.of_kind("ruling")
    if not any(entry.dates for entry in dossier.of_kind("arrest")):
        yield "day of arrest"
    if not charges:
        yield "charge"
    elif not any(entry.values("article") for entry in charges):
        yield "article of the charge"
    if {entry.case for entry in charges} - {entry.case for entry in rulings}:
        yield "verdict" if not rulings else "verdict in another case"
    if any(not entry.dates for entry in rulings):
        yield "day of a decision"
    if any(not _has_penalty(entry) for entry in rulings if _is_conviction(entry)):
        yield "penalty"
    yield from (OPEN[gap.code] for gap in dossier.gaps if gap.code in OPEN)
    addresses = [e for e in dossier.of_kind("support") if _is(e, "kind", "address")]
    if not addresses and dossier.status.letters is not Possible.NO:
        yield "letter address"


def _is_conviction(entry: Entry) -> bool:
    return _is(entry, "outcome", "convicted")


def _has_penalty(entry: Entry) -> bool:
    names = ("term", "total", "fine", "forced-labour", "probation", "treatment", "arrest-days")
    return any(entry.values(name) for name in names)


def _is(entry: Entry, name: str, choice: str) -> bool:
    return any(isinstance(one, Choice) and one.choice == choice for one in entry.values(name))


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def main(arguments: list[str]) -> int:
    """Write the page, or with `--check` say whether it is stale."""
    return written(PAGE, page(), by=__file__, arguments=arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
