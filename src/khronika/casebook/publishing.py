"""Publishes a casebook: clear, fold, render, scan, write. The only way from the record to files.

Invariants:

- Nothing is written before every file was rendered and read by the tripwire; a hit stops the
  publication and names the file and the claim, never the value.
- A folder holds the editions of one use. What is not public never lands among what is.
- Equal records on equal days give equal bytes; the day and the permissions are today's.
- A file that cannot be made stops no other: it is left out, no older one stays, and the run tells.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path

from khronika.casebook.addresses import public_addresses
from khronika.casebook.alone import alone_in
from khronika.casebook.casebook import Casebook
from khronika.casebook.finishing import Watch, finishing
from khronika.casebook.layout import EDITIONS as EDITIONS_FOLDER
from khronika.casebook.manifest import MANIFEST, Imprint, use_of
from khronika.casebook.pictures import read_pictures
from khronika.casebook.present import refuse_strangers
from khronika.casebook.released import (
    Release,
    append_release,
    last_claims,
    read_releases,
    refuse_known_name,
    release_of,
)
from khronika.casebook.settings import PolicyName, Settings
from khronika.casebook.standing import Stamp
from khronika.casebook.stationery import read_stationery
from khronika.casebook.translation.labels import read_labels
from khronika.casebook.tripwire import Finishing, scanned
from khronika.casebook.unread import may_protect
from khronika.casebook.writing import Written, write_edition
from khronika.clearance.clear import clear
from khronika.clearance.cleared import Cleared
from khronika.clearance.danger import Line, digest, newly_public
from khronika.clearance.issue import Issue
from khronika.clearance.policy import Policy
from khronika.clearance.publication import House, Publication
from khronika.clearance.publish import publication as make_publication
from khronika.clearance.scan import forbidden_values
from khronika.clearance.since import with_issues
from khronika.editions.edition import Edition
from khronika.editions.registry import EDITIONS, extra_of
from khronika.errors import KhronikaError, Problem
from khronika.ledger.in_force import InForce
from khronika.ledger.ledger import Ledger
from khronika.schema.claim import ClaimId
from khronika.schema.meant import meant
from khronika.schema.subject import SubjectId
from khronika.schema.visibility import Use
from khronika.solidarity.choosing import Choosing
from khronika.values.language import LANGUAGES, UnknownLanguage


class UnknownEdition(KhronikaError):
    """An edition was asked for that there is not, or not for this use."""


class NotInstalled(KhronikaError):
    """An edition was asked for by name that needs more than is installed."""

    def __init__(self, edition: str) -> None:
        super().__init__(
            f"The edition {edition!r} needs more than is installed; "
            f"pip install 'khronika[{extra_of(edition).name}]' brings it."
        )


class NotPublishedHere(KhronikaError):
    """The folder holds the editions of another use."""

    def __init__(self, out: Path, *, holds: str, wanted: Use) -> None:
        super().__init__(
            f"{out} holds what was published for the use {holds!r}; {wanted.value!r} is built "
            "into a folder of its own. Choose another with --out."
        )


class UnreadDecisions(KhronikaError):
    """The files hold trouble after which a decision that protects somebody may be missing."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        listed = "\n".join(str(problem) for problem in problems)
        super().__init__(
            "Nothing was written: a decision cannot be read, and it may hold something back. "
            f"Mend this first:\n{listed}"
        )


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for. Empty languages and editions mean all; no day means today.

    `choosing` says whom packs of letters are for, `waited` when each was last written to, where a
    record of letters is kept.
    """

    use: Use = Use.PUBLIC
    out: Path | None = None
    languages: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    as_of: date | None = None
    known_at: str | None = None
    release: str = ""
    dry_run: bool = False
    choosing: Choosing = field(default_factory=Choosing)
    waited: Mapping[SubjectId, date] | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is about to be built; `newly` becomes public that was not, most dangerous first."""

    publication: Publication
    newly: tuple[Line, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class Published:
    """What a publication did.

    `left_out` are editions that need an extra which is not installed; `problems` tell what could
    not be made or printed as it stands.
    """

    out: Path
    written: Written
    proposal: Proposal
    imprint: Imprint
    left_out: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


Agree = Callable[[Proposal], None]  # raises to stop the publication


def agree_to_all(_: Proposal) -> None:
    """Nobody is asked."""


def watched_by_nobody(_edition: str, _files: int) -> None:
    """Nobody is told how far it is."""


def publish(
    casebook: Casebook,
    request: Request,
    *,
    today: date,
    agree: Agree = agree_to_all,
    watch: Watch = watched_by_nobody,
) -> Published:
    """Build the editions asked for; `agree` may look at what becomes public, and raise.

    Raises `UnknownEdition`, `NotInstalled`, `UnknownLanguage`, `NotPublishedHere`,
    `ReleasedAlready`, `WrittenNow`, `Leaked` and what `write_edition` raises; whatever is raised,
    the folder stays as it was.
    """
    settings = casebook.settings
    asked = _editions(request.only, request.use)
    editions = tuple(one for one in asked if extra_of(one.name).is_installed)
    out = request.out or settings.folder / EDITIONS_FOLDER / request.use.value
    releases = read_releases(settings.folder, request.use)
    _refuse_at_once(casebook, request, out, releases)
    ready = _ready(casebook, request, releases, agree=agree, today=today)
    publication = ready.proposal.publication
    problems = list(ready.problems)
    making = partial(finishing, editions, publication, problems=problems, watch=watch)
    imprint = _imprint(publication, editions)
    finished = partial(scanned, making, ready.forbidden)
    written = _written(Stamp(casebook.store, out, ready.forbidden), finished, imprint, request)
    if ready.release and not request.dry_run:
        append_release(settings.folder, ready.release)
    left_out = tuple(one.name for one in asked if one not in editions)
    told = tuple(dict.fromkeys(problems))
    return Published(out, written, ready.proposal, imprint, left_out, told)


@dataclass(frozen=True, slots=True)
class _Ready:
    """All that files are made of; the record itself is let go of before the first is."""

    proposal: Proposal
    forbidden: Mapping[ClaimId, Collection[str]]
    release: Release | None
    problems: tuple[Problem, ...]


def _ready(
    casebook: Casebook,
    request: Request,
    releases: Sequence[Release],
    *,
    agree: Agree,
    today: date,
) -> _Ready:
    """What is about to be built, if it is agreed to."""
    settings = casebook.settings
    in_force = casebook.in_force()
    cleared = _cleared(in_force, settings, request, today=today)
    publication = _publication(casebook, cleared, request, today=today, ledger=in_force.ledger)
    addresses = public_addresses(publication, releases, home=settings.id)
    publication = replace(publication, addresses=addresses)
    publication, problems = _with_what_is_brought(publication, request, settings.folder)
    publication = _with_issues(publication, cleared, in_force, releases, request, today=today)
    newly = newly_public(publication, last_claims(releases))
    proposal = Proposal(publication, newly, digest(newly))
    agree(proposal)
    forbidden = _forbidden(in_force, cleared, settings, request=request, today=today)
    release = None
    if request.release:
        release = release_of(publication, cleared.material, name=request.release, day=today)
    return _Ready(proposal, forbidden, release, tuple(problems))


def _refuse_at_once(
    casebook: Casebook, request: Request, out: Path, releases: Sequence[Release]
) -> None:
    """Raise where nothing may be built at all."""
    _refuse_another_use(out, request.use)
    refuse_strangers(out)
    refuse_known_name(request.release, releases)
    _refuse_unread(casebook)


def _refuse_unread(casebook: Casebook) -> None:
    problems = may_protect(casebook.level().problems, casebook.settings.folder)
    if problems:
        raise UnreadDecisions(problems)


def _cleared(in_force: InForce, settings: Settings, request: Request, *, today: date) -> Cleared:
    policy = Policy(already_public=settings.policy is PolicyName.ALREADY_PUBLIC)
    return clear(in_force, use=request.use, policy=policy, today=today, known_at=request.known_at)


def _forbidden(
    in_force: InForce, cleared: Cleared, settings: Settings, *, request: Request, today: date
) -> Mapping[ClaimId, Collection[str]]:
    """The words that may not leave today; what is merely later than a past state may."""
    if request.known_at is not None:
        cleared = _cleared(in_force, settings, replace(request, known_at=None), today=today)
    return forbidden_values(in_force, cleared)


def _publication(
    casebook: Casebook, cleared: Cleared, request: Request, *, today: date, ledger: Ledger
) -> Publication:
    return make_publication(
        cleared,
        house=_house(casebook.settings),
        languages=_languages(request.languages, casebook.settings),
        as_of=request.as_of or today,
        today=today,
        prose=casebook.prose(cleared=cleared.leaving, ledger=ledger),
    )


def _with_what_is_brought(
    publication: Publication, request: Request, folder: Path
) -> tuple[Publication, list[Problem]]:
    """The publication with its pictures, whom letters are for, and the group's own stationery."""
    pictures, problems = read_pictures(folder, publication.claims)
    told = replace(publication.correspondence, choosing=request.choosing, waited=request.waited)
    stationery, troubles = read_stationery(folder)
    labels, unread = read_labels(folder)
    brought = replace(
        publication, pictures=pictures, correspondence=told, stationery=stationery, labels=labels
    )
    return brought, [*problems, *troubles, *unread]


def _with_issues(  # noqa: PLR0913 - each is a thing of its own
    publication: Publication,
    cleared: Cleared,
    in_force: InForce,
    releases: Sequence[Release],
    request: Request,
    *,
    today: date,
) -> Publication:
    """The publication beside the issues before it, as far as they were made by the time asked."""
    known_at = request.known_at or today.isoformat()
    before = [one.issued for one in releases if one.day.isoformat() <= known_at[:10]]
    going_out = Issue(request.release, today) if request.release else None
    return with_issues(publication, cleared, in_force, before=before, going_out=going_out)


def _editions(only: Sequence[str], use: Use) -> tuple[Edition, ...]:
    """The editions of these names, in the order of the registry; all made for the use if none."""
    made = {name: edition for name, edition in EDITIONS.items() if use in edition.uses}
    for name in only:
        if name not in EDITIONS:
            raise UnknownEdition(f"There is no edition {name!r}; {meant(name, EDITIONS)}")
        if name not in made:
            raise UnknownEdition(f"The edition {name!r} is not made for the use {use.value!r}.")
        if not extra_of(name).is_installed:
            raise NotInstalled(name)
    return tuple(edition for name, edition in made.items() if not only or name in only)


def _refuse_another_use(out: Path, use: Use) -> None:
    holds = use_of(out / MANIFEST)
    if holds not in {"", use.value}:
        raise NotPublishedHere(out, holds=holds, wanted=use)


def _languages(asked: Sequence[str], settings: Settings) -> tuple[str, ...]:
    for language in asked:
        if language not in LANGUAGES:
            raise UnknownLanguage(language)
    return tuple(asked) or settings.languages


def _house(settings: Settings) -> House:
    return House(
        id=settings.id,
        title=settings.title,
        contact=settings.contact,
        licence=settings.licence,
        address=settings.address,
        searches_texts=settings.searches_texts,
    )


def _imprint(publication: Publication, editions: Iterable[Edition]) -> Imprint:
    return Imprint(
        use=publication.use.value,
        as_of=publication.as_of.isoformat(),
        state=publication.state,
        languages=publication.languages,
        editions=tuple(edition.name for edition in editions),
    )


def _written(stamp: Stamp, files: Finishing, imprint: Imprint, request: Request) -> Written:
    standing = stamp.standing()
    write = partial(write_edition, stamp.out, files(standing), imprint=imprint, standing=standing)
    if request.dry_run:
        return write(dry_run=True)
    with alone_in(stamp.out):
        stamp.begin()
        written = write()
        stamp.end(written.looked_at)
    return written
