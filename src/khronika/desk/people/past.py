"""A person's page as it was known on an earlier day.

Invariants:

- The day moves facts and never permission: what may not be seen today is not seen in any past
  state (`ledger.past`).
"""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from khronika.desk.snapshot import Snapshot
from khronika.desk.visit import Visit
from khronika.dossier.refold import keep
from khronika.ledger.in_force import InForce
from khronika.ledger.past import as_known
from khronika.schema.subject import SubjectId, SubjectKind, kind_of
from khronika.values.reading import NotUnderstood, read_date


def day_of(typed: str, visit: Visit) -> date | None:
    """The last day of what was typed; None for what is no date, or lies ahead."""
    try:
        said = read_date(typed, today=visit.today).date
    except NotUnderstood:
        return None
    return min(said.last_day, visit.today) if said.first_day <= visit.today else None


def known_on(day: date, person: SubjectId, visit: Visit) -> Snapshot:
    """What this visitor would have seen of this person at the end of the day, were it that day."""
    snapshot, zone = visit.snapshot, ZoneInfo(visit.archive.casebook.settings.timezone)
    midnight = datetime.combine(day, time.max, tzinfo=zone).astimezone(UTC)
    ledger = as_known(snapshot.in_force.ledger, f"{midnight:%Y-%m-%dT%H:%M:%SZ}")
    wanted = snapshot.people[person].joined
    claims = {
        one: claim
        for one, claim in ledger.claims.items()
        if claim.subject in wanted or kind_of(claim.subject) is SubjectKind.CASE
    }
    narrowed = InForce(replace(ledger, claims=claims), standing=snapshot.in_force.standing)
    return replace(snapshot, kept=keep(narrowed, as_of=day))
