"""What was released: the releases of a casebook, one line each, which later runs compare with.

Publishing builds; a release says that what was built went out. From the first release on a person's
public address is fixed.

Invariants:

- Lines are only ever added, and what stands in them is never rewritten.
- A release names ids and addresses, never what a claim says. It still does after a person was
  withdrawn, so that their address never leads to somebody else.
- A line that lacks what later versions record is read as one of which that is not known.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from khronika.casebook.layout import RELEASED
from khronika.casebook.writes import write_whole
from khronika.clearance.issue import Issue, Issued
from khronika.clearance.publication import Publication
from khronika.dossier.material import Material
from khronika.errors import KhronikaError
from khronika.schema.claim import ClaimId
from khronika.schema.decision import DecisionId
from khronika.schema.subject import SubjectId
from khronika.schema.visibility import Use


class DamagedRelease(KhronikaError):
    """A line of the list of releases cannot be read."""

    def __init__(self, path: Path, line: int) -> None:
        super().__init__(
            f"{path}, line {line}: not a release. Restore the line from a backup or from the "
            "history of the file; without it public addresses could change."
        )


class ReleasedAlready(KhronikaError):
    """A release of this name exists."""

    def __init__(self, release: "Release") -> None:
        super().__init__(
            f"There is a release {release.name!r} already, of {release.day.isoformat()}. "
            "Choose another name."
        )


@dataclass(frozen=True, slots=True)
class Release:
    """What went out under a name, on a day, for a use.

    `decisions` are those that took part, None where nobody recorded them; `left_out` are the
    fields that printed nothing.
    """

    name: str
    day: date
    use: Use
    state: str
    addresses: Mapping[SubjectId, str]
    claims: frozenset[ClaimId]
    decisions: frozenset[DecisionId] | None = None
    left_out: frozenset[tuple[ClaimId, str]] = frozenset()

    @property
    def issued(self) -> Issued:
        """What later editions compare themselves with."""
        return Issued(Issue(self.name, self.day), self.claims, self.decisions, self.left_out)


def read_releases(folder: Path, use: Use) -> tuple[Release, ...]:
    """The releases for this use, in the order in which they were made."""
    path = folder / RELEASED
    if not path.exists():
        return ()
    lines = path.read_text(encoding="utf-8").splitlines()
    releases = (_read(path, number, line) for number, line in enumerate(lines, start=1))
    return tuple(release for release in releases if release.use == use)


def last_claims(releases: Sequence[Release]) -> frozenset[ClaimId]:
    """The claims that went out with the last release; none before the first."""
    return releases[-1].claims if releases else frozenset()


def refuse_known_name(name: str, releases: Sequence[Release]) -> None:
    """Raise `ReleasedAlready` when a release for this use has the name."""
    for release in releases:
        if release.name == name:
            raise ReleasedAlready(release)


def release_of(publication: Publication, material: Material, *, name: str, day: date) -> Release:
    """The line that says that this publication, of this material, went out."""
    return Release(
        name=name,
        day=day,
        use=publication.use,
        state=publication.state,
        addresses=publication.addresses,
        claims=frozenset(publication.claims),
        decisions=frozenset(one.id() for one in material.decisions),
        left_out=material.left_out,
    )


def append_release(folder: Path, release: Release) -> None:
    """Add the release to the list; a run that is cut off leaves the list as it was."""
    path = folder / RELEASED
    before = path.read_bytes() if path.exists() else b""
    write_whole(path, before + _line(release).encode("utf-8"))


def _line(release: Release) -> str:
    body = {
        "name": release.name,
        "day": release.day.isoformat(),
        "use": release.use.value,
        "state": release.state,
        "addresses": dict(sorted(release.addresses.items())),
        "claims": sorted(release.claims),
        **({} if release.decisions is None else {"decisions": sorted(release.decisions)}),
        **({"left_out": sorted(release.left_out)} if release.left_out else {}),
    }
    return json.dumps(body, ensure_ascii=False) + "\n"


def _read(path: Path, number: int, line: str) -> Release:
    try:
        body = json.loads(line)
        return Release(
            name=str(body["name"]),
            day=date.fromisoformat(body["day"]),
            use=Use(body["use"]),
            state=str(body["state"]),
            addresses={SubjectId(one): str(name) for one, name in body["addresses"].items()},
            claims=frozenset(ClaimId(one) for one in body["claims"]),
            decisions=_decisions(body.get("decisions")),
            left_out=frozenset((ClaimId(one), str(name)) for one, name in body.get("left_out", ())),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as why:
        raise DamagedRelease(path, number) from why


def _decisions(ids: Sequence[str] | None) -> frozenset[DecisionId] | None:
    return None if ids is None else frozenset(DecisionId(one) for one in ids)
