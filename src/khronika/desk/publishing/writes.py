"""Makes the site, looks at it before, packs it, and takes somebody down.

Invariants:

- What goes out is what was shown: where it changed in between, it is shown again.
"""

import io
import zipfile
from collections.abc import Sequence

from khronika.casebook.proposing import supposing
from khronika.casebook.publishing import Proposal, Published, Request, publish
from khronika.clearance.danger import digest
from khronika.desk.people.writes import take_down
from khronika.desk.publishing import reads
from khronika.desk.visit import Visit
from khronika.dossier.dossier import Dossier
from khronika.errors import KhronikaError
from khronika.schema.subject import SubjectId

ZIP_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest a zip knows: equal sites give equal bytes


class ChangedMeanwhile(KhronikaError):
    """What would go out is not what was shown."""

    def __init__(self) -> None:
        super().__init__("What would go out has changed since you looked. Read it again.")


def preview(people: Sequence[Dossier], visit: Visit) -> None:
    """Build the site as it would be with these people, into a folder of its own."""
    casebook = supposing(visit.archive.casebook, reads.readiness(people, visit))
    request = Request(out=reads.built(visit, reads.PREVIEW), only=("site",))
    publish(casebook, request, today=visit.today)


def make_site(people: Sequence[Dossier], visit: Visit, *, seen: str) -> Published:
    """Find these people ready and build the site; raises `ChangedMeanwhile`."""
    if reads.outgoing(visit).seen != seen:
        raise ChangedMeanwhile
    batch = reads.readiness(people, visit)
    agreed = reads.proposal_with(people, visit).digest
    if batch.decisions:
        visit.archive.record(batch)

    def agree(proposal: Proposal) -> None:
        if digest(proposal.newly) != agreed:
            raise ChangedMeanwhile

    request = Request(release=reads.next_issue(visit))
    return publish(visit.archive.casebook, request, today=visit.today, agree=agree)


def rebuild(visit: Visit) -> None:
    """Build the site again, if there is one, without anybody new."""
    if reads.is_built(visit, reads.PUBLIC):
        publish(visit.archive.casebook, Request(), today=visit.today)


def remove(person: SubjectId, visit: Visit) -> int:
    """Take the person out of everything published here; how many statements were restricted."""
    restricted = take_down(person, visit)
    rebuild(visit)
    return restricted


def packed(visit: Visit) -> bytes:
    """The site as one zip file, to be carried to where it will stand."""
    folder = reads.built(visit, reads.PUBLIC)
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in files:
            name = path.relative_to(folder).as_posix()
            archive.writestr(
                zipfile.ZipInfo(name, ZIP_DAY), path.read_bytes(), zipfile.ZIP_DEFLATED
            )
    return made.getvalue()
