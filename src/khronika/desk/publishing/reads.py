"""Who could go out, what that would tell, and what is out already.

Invariants:

- What is shown is worked out by the very door everything goes through, as if those who are ticked
  were found ready; a list of our own could miss something.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from khronika.casebook.layout import EDITIONS
from khronika.casebook.manifest import MANIFEST, editions_of
from khronika.casebook.proposing import propose, supposing
from khronika.casebook.publishing import Proposal, Request
from khronika.casebook.recording import decided
from khronika.casebook.released import read_releases
from khronika.clearance.danger import DANGERS, Danger, Line
from khronika.desk.publishing.words import EDITION_NAMES
from khronika.desk.visit import Visit
from khronika.dossier.dossier import Dossier
from khronika.editions.registry import EDITIONS as MADE
from khronika.editions.registry import extra_of
from khronika.ledger.ledger import Ledger
from khronika.schema.decision import Decision, Stance, Verb
from khronika.schema.label import kind_label
from khronika.schema.subject import SubjectId, SubjectKind, kind_of, slug_of
from khronika.schema.visibility import Use

PREVIEW = "preview"
QUICK = ("site", "data")
PUBLIC = Use.PUBLIC.value


@dataclass(frozen=True, slots=True)
class Told:
    """What would become known of one danger: its name, and the kinds of facts, counted."""

    danger: int
    label: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leaver:
    """Somebody who would go out, or is out. `is_ready` says that somebody ticked them before."""

    slug: str
    name: str
    is_ready: bool
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Offered:
    """An edition that can be made for a use; `needs` names the extra that is not installed."""

    name: str
    label: str
    is_chosen: bool
    needs: str


@dataclass(frozen=True, slots=True)
class Outgoing:
    """Everything the page of publishing shows; `seen` is a digest of what is to be agreed to."""

    leavers: tuple[Leaver, ...]
    around: tuple[Told, ...]
    out_already: tuple[tuple[str, str], ...]
    held_back: tuple[tuple[str, str], ...]
    seen: str


def outgoing(visit: Visit, use: Use = Use.PUBLIC) -> Outgoing:
    """What would go out for the use if everybody who could were found ready."""
    snapshot = visit.snapshot
    unready = [one for one in snapshot.people.values() if not is_ready(one, visit)]
    proposal = proposal_with(unready, visit, use)
    people = proposal.publication.people
    by_person = _by_person(proposal)
    shown = [one for one in people if one in by_person or not is_ready(people[one], visit)]
    leavers = [_leaver(one, by_person.get(one, ()), visit, people[one]) for one in shown]
    name = visit.reader.name
    return Outgoing(
        leavers=tuple(sorted(leavers, key=_dangerous_first)),
        around=_told(by_person.get(SubjectId(""), ()), visit),
        out_already=tuple(
            (slug_of(one), name(one)) for one in sorted(people) if is_ready(people[one], visit)
        ),
        held_back=tuple((slug_of(one), name(one)) for one in snapshot.people if one not in people),
        seen=proposal.digest,
    )


def proposal_with(ready: Iterable[Dossier], visit: Visit, use: Use = Use.PUBLIC) -> Proposal:
    """What goes out if these are found ready too."""
    casebook = visit.archive.casebook
    also = readiness(ready, visit)
    return propose(supposing(casebook, also), Request(use=use), today=visit.today)


def readiness(people: Iterable[Dossier], visit: Visit) -> Ledger:
    """The decisions that these people were read and go on the list."""
    made: list[Decision] = []
    by, at = visit.recorded.by, visit.recorded.day
    for one in people:
        made.append(Decision(Verb.READY, (one.person,), by=by, at=at))
        listed = {"value": Stance.LIST.value}
        if not visit.snapshot.in_force.about(Verb.STANCE, one.person):
            made.append(Decision(Verb.STANCE, (one.person,), by=by, at=at, details=listed))
    return decided(made, recorded=visit.recorded)


def is_ready(dossier: Dossier, visit: Visit) -> bool:
    """Whether somebody has found this person ready before."""
    return any(visit.snapshot.in_force.is_ready(one) for one in dossier.joined)


def folder_of(visit: Visit, which: str) -> Path:
    """The folder of what is made for a use, or of a preview."""
    return visit.archive.folder / EDITIONS / which


def preview_of(use: Use) -> str:
    """What the folder of a use's preview is called."""
    return PREVIEW if use is Use.PUBLIC else f"{PREVIEW}-{use.value}"


def is_built(visit: Visit, which: str) -> bool:
    """Whether there is one."""
    return (folder_of(visit, which) / MANIFEST).is_file()


def built_uses(visit: Visit) -> tuple[Use, ...]:
    """The uses that something is made for."""
    return tuple(use for use in Use if is_built(visit, use.value))


def chosen_editions(visit: Visit, use: Use) -> tuple[str, ...]:
    """The editions that were made last; none where none was."""
    there = editions_of(folder_of(visit, use.value) / MANIFEST)
    return tuple(one for one in there if one in MADE and extra_of(one).is_installed)


def offered(visit: Visit, use: Use) -> tuple[Offered, ...]:
    """What can be made for the use; chosen are those that were made last.

    The first time that is what is made in seconds: the site and its data; for other uses all.
    """
    last = chosen_editions(visit, use) or (QUICK if use is Use.PUBLIC else ())
    return tuple(
        Offered(
            name,
            visit.wording.gettext(EDITION_NAMES[name]),
            is_chosen=not last or name in last,
            needs="" if extra_of(name).is_installed else extra_of(name).name,
        )
        for name, edition in MADE.items()
        if use in edition.uses
    )


def next_issue(visit: Visit, use: Use = Use.PUBLIC) -> str:
    """A name for the issue that goes out today: the day, and a number from the second on."""
    names = {one.name for one in read_releases(visit.archive.folder, use)}
    day = visit.today.isoformat()
    numbered = [day, *(f"{day}-{number}" for number in range(2, len(names) + 3))]
    return next(name for name in numbered if name not in names)


def _by_person(proposal: Proposal) -> dict[SubjectId, list[Line]]:
    """The lines under the person they are about; those about nobody under an empty id."""
    pages = {one: p for p, person in proposal.publication.people.items() for one in person.joined}
    found: dict[SubjectId, list[Line]] = defaultdict(list)
    for line in proposal.newly:
        is_personal = kind_of(line.subject) is SubjectKind.PERSON
        found[pages.get(line.subject, line.subject) if is_personal else SubjectId("")].append(line)
    return found


def _leaver(person: SubjectId, lines: Sequence[Line], visit: Visit, dossier: Dossier) -> Leaver:
    name = visit.reader.name(visit.snapshot.reading.person(person))
    return Leaver(slug_of(person), name, is_ready(dossier, visit), _told(lines, visit))


def _told(lines: Sequence[Line], visit: Visit) -> tuple[Told, ...]:
    gettext = visit.wording.gettext
    found = []
    for danger in Danger:
        kinds = Counter(line.kind for line in lines if line.danger is danger)
        words = [
            kind_label(kind, visit.language) + (f" × {count}" if count > 1 else "")
            for kind, count in sorted(kinds.items())
        ]
        if words:
            found.append(Told(danger.value, gettext(DANGERS[danger]), tuple(words)))
    return tuple(found)


def _dangerous_first(leaver: Leaver) -> tuple[int, str]:
    return min((one.danger for one in leaver.told), default=len(Danger)), leaver.name
