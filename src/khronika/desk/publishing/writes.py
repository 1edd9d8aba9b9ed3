"""Makes what is published, looks at it before, packs it, puts it online, and takes somebody down.

Invariants:

- What goes out is what was shown: where it changed in between, it is shown again.
- Who is taken down is out of the record's public part before anything is built, and out of every
  preview at once; then all that is made is made again, and put online where a place is known.
"""

import io
import shutil
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from django.conf import settings

from khronika.casebook.manifest import MANIFEST, listed_files
from khronika.casebook.place import read_place
from khronika.casebook.proposing import supposing
from khronika.casebook.publishing import Proposal, Request, publish
from khronika.casebook.sending import CannotSend
from khronika.casebook.sftp import Sent, send
from khronika.clearance.danger import digest
from khronika.desk.archive import ReadOnly
from khronika.desk.people.writes import take_down
from khronika.desk.publishing import reads, work
from khronika.desk.publishing.work import Work
from khronika.desk.visit import Visit
from khronika.dossier.dossier import Dossier
from khronika.errors import KhronikaError
from khronika.schema.subject import SubjectId
from khronika.schema.visibility import Use
from khronika.values.sentence import N_

_NO_PLACE = N_("Nobody said where the site stands. Name the place first.")
_CHANGED = N_("What would go out has changed since you looked. Read it again.")
_PAGES = frozenset({"site", "data"})
ZIP_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest a zip knows: equal sites give equal bytes


class ChangedMeanwhile(KhronikaError):
    """What would go out is not what was shown."""

    def __init__(self) -> None:
        super().__init__(_CHANGED)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be made: for which use, who was ticked, and how it was asked for.

    `seen` is the digest that was shown.
    """

    people: Sequence[Dossier]
    request: Request
    seen: str = ""

    @property
    def use(self) -> Use:
        """What it is for."""
        return self.request.use


def preview(wanted: Wanted, visit: Visit) -> None:
    """Begin to build the site as it would be with these people, into a folder of its own."""
    casebook = supposing(visit.archive.casebook, reads.readiness(wanted.people, visit))
    out = reads.folder_of(visit, reads.preview_of(wanted.use))
    doing = Work("preview", wanted.use.value, of=_count(visit, reads.preview_of(wanted.use)))

    def make(now: Work) -> str:
        request = replace(wanted.request, out=out, only=("site",), release="")
        publish(casebook, request, today=visit.today, watch=now.watch)
        return visit.wording.gettext("It can be looked at.")

    work.begin(visit.archive.folder, doing, make, wording=visit.wording)


def make(wanted: Wanted, visit: Visit) -> None:
    """Find these people ready and begin to build; raises `ChangedMeanwhile`."""
    if reads.outgoing(visit, wanted.use).seen != wanted.seen:
        raise ChangedMeanwhile
    batch = reads.readiness(wanted.people, visit)
    if batch.decisions and not visit.may_write:
        raise ReadOnly
    agreed = reads.proposal_with(wanted.people, visit, wanted.use).digest
    doing = Work("make", wanted.use.value, of=_count(visit, wanted.use.value))

    def agree(proposal: Proposal) -> None:
        if digest(proposal.newly) != agreed:
            raise ChangedMeanwhile

    def build(now: Work) -> str:
        if batch.decisions:
            visit.archive.record(batch)
        published = publish(
            visit.archive.casebook, wanted.request, today=visit.today, agree=agree, watch=now.watch
        )
        return _made(len(published.proposal.publication.people), visit)

    work.begin(visit.archive.folder, doing, build, wording=visit.wording)


def _made(count: int, visit: Visit) -> str:
    said = visit.wording.ngettext(
        "It is made. {count} person is on it.", "It is made. {count} people are on it.", count
    )
    return said.format(count=visit.wording.number(count))


def remove(person: SubjectId, visit: Visit) -> None:
    """Take the person out at once, and begin to build again all that is made without them."""
    take_down(person, visit)
    _forget_previews(visit)
    doing = Work("down", of=sum(_count(visit, use.value) for use in reads.built_uses(visit)))

    def build(now: Work) -> str:
        _forget_previews(visit)
        made = {use: reads.chosen_editions(visit, use) for use in reads.built_uses(visit)}
        _build_pages(visit, made, now)
        for use, only in made.items():
            _build(visit, use, only, now)
        return _sent_without(visit)

    work.begin_after(visit.archive.folder, doing, build, wording=visit.wording)


def _build_pages(visit: Visit, made: Mapping[Use, tuple[str, ...]], now: Work) -> None:
    """Pages and data alone, and put online: a book takes minutes, and nobody should wait for it."""
    for use, only in made.items():
        pages = tuple(one for one in only if one in _PAGES)
        if pages and pages != only:
            _build(visit, use, pages, now)
    with suppress(CannotSend, NoPlace):  # tried once more, and told, when all is made
        _send(visit)


def _build(visit: Visit, use: Use, only: tuple[str, ...], now: Work) -> None:
    now.use = use.value
    request = Request(use=use, only=only)
    publish(visit.archive.casebook, request, today=visit.today, watch=now.watch)


def _sent_without(visit: Visit) -> str:
    gettext = visit.wording.gettext
    if read_place(visit.archive.folder) is None or not reads.is_built(visit, reads.PUBLIC):
        return gettext("Gone from everything that is made here. Put it online again now.")
    _send(visit)
    return gettext("Gone from everything that is made here, and from where it stands online.")


def put_online(visit: Visit) -> None:
    """Begin to send what is made for everybody to where it stands."""
    doing = Work("send", Use.PUBLIC.value)

    def sending(_: Work) -> str:
        sent = _send(visit)
        said = visit.wording.gettext("Online. Files sent: {put}, removed there: {removed}.")
        return said.format(put=sent.put, removed=sent.removed)

    work.begin(visit.archive.folder, doing, sending, wording=visit.wording)


def _send(visit: Visit) -> Sent:
    folder = visit.archive.folder
    place = read_place(folder)
    if place is None:
        raise NoPlace
    return send(folder, reads.folder_of(visit, reads.PUBLIC), place, settings.DESK_PROGRAMS)


class NoPlace(KhronikaError):
    """Nobody said where the site stands."""

    def __init__(self) -> None:
        super().__init__(_NO_PLACE)


def packed(visit: Visit, use: Use) -> bytes:
    """What is made for the use as one zip file, to be carried to where it will stand."""
    folder = reads.folder_of(visit, use.value)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            name = path.relative_to(folder).as_posix()
            archive.writestr(
                zipfile.ZipInfo(name, ZIP_DAY), path.read_bytes(), zipfile.ZIP_DEFLATED
            )
    return made.getvalue()


def _forget_previews(visit: Visit) -> None:
    for use in Use:
        shutil.rmtree(reads.folder_of(visit, reads.preview_of(use)), ignore_errors=True)


def _count(visit: Visit, which: str) -> int:
    return len(listed_files(reads.folder_of(visit, which) / MANIFEST) or ())
