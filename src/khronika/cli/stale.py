"""`khronika stale`: what later sources answer, and of whom nobody has spoken for a year."""

from datetime import date

import click

from khronika.cli import options
from khronika.cli.by_person import people_lines
from khronika.cli.output import print_json, print_lines
from khronika.cli.session import Session, pass_session
from khronika.dossier.stale import Stale, stale
from khronika.values.json_value import Json
from khronika.values.wording import Wording


@click.command("stale")
@options.as_of
@options.known_at
@options.as_json
@pass_session
def command(session: Session, as_of: date | None, known_at: str | None, as_json: bool) -> None:
    """List what may be out of date, person by person. What is out of date is no failure.

    A fact is listed where another source says otherwise or tells of what came after; nobody is
    called right. A person is listed when the newest dated source is older than a year.
    """
    reading = session.reading(as_of=as_of, known_at=known_at)
    people, material = reading.fold().people, reading.material
    found = {
        one: stale(dossier, material.claims, material.sources, as_of=reading.as_of)
        for one, dossier in people.items()
    }
    wording = session.wording
    if as_json:
        print_json([row for one in sorted(found) for row in _rows(found[one], wording)])
        return
    lines = {one: [f"  {row['says']}" for row in _rows(found[one], wording)] for one in people}
    print_lines(people_lines(people, lines, material, wording=wording))


def _rows(found: Stale | None, wording: Wording) -> list[dict[str, Json]]:
    if found is None:
        return []
    return [
        {
            "person": found.person,
            "code": one.code,
            "kind": one.kind,
            "field": one.field,
            "sources": list(one.sources),
            "says": wording.say(one.say),
        }
        for one in found.facts
    ]
