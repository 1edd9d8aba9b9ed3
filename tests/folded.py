"""Short ways to fold a few claims and to look at what came out."""

from collections.abc import Iterable
from datetime import date

from builders import a_source, by_id, person, source
from khronika.dossier.dossier import Dossier
from khronika.dossier.entry import Entry
from khronika.dossier.fold import Folded, fold
from khronika.dossier.material import Material
from khronika.schema.claim import Claim
from khronika.schema.decision import Decision
from khronika.schema.value import show

TODAY = date(2024, 6, 1)


def material(*claims: Claim, decisions: Iterable[Decision] = ()) -> Material:
    return Material(
        claims=by_id(claims), decisions=tuple(decisions), sources={source(): a_source()}
    )


def folded(*claims: Claim, decisions: Iterable[Decision] = (), as_of: date = TODAY) -> Folded:
    return fold(material(*claims, decisions=decisions), as_of=as_of)


def dossier(*claims: Claim, decisions: Iterable[Decision] = (), as_of: date = TODAY) -> Dossier:
    return folded(*claims, decisions=decisions, as_of=as_of).people[person()]


def entries(*claims: Claim, decisions: Iterable[Decision] = ()) -> tuple[Entry, ...]:
    return dossier(*claims, decisions=decisions).entries


def shown(entry: Entry, name: str) -> list[str]:
    """The values of a field as plain text, sorted."""
    return sorted(show(value) for value in entry.values(name))


def disputed(one: Dossier) -> list[tuple[str, str, list[str]]]:
    """The disputes as (kind, field, values)."""
    return [(d.kind, d.field, sorted(show(b.value) for b in d.values)) for d in one.disputes]
