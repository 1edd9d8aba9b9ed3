"""The pictures of `media/` that claims name, made ready to leave.

Invariants:

- Only a picture that a given claim names is opened, and only if it stands in `media/` itself.
- A picture that is missing or broken is a problem; what else is published is made all the same.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from khronika.casebook.layout import MEDIA
from khronika.clearance.picture import MAX_BYTES, NoPicture, Picture, stripped
from khronika.errors import Problem
from khronika.schema.claim import Claim, ClaimId
from khronika.schema.value import Text

PORTRAIT = "portrait"
REMEDY = "Until then the page shows an empty frame."


def read_pictures(
    folder: Path, claims: Mapping[ClaimId, Claim]
) -> tuple[Mapping[ClaimId, Picture], list[Problem]]:
    """The picture of every portrait among the claims that has one, and what is wrong with others.

    `claims` are those that may leave; of anybody else's picture nothing is read and nothing said.
    """
    pictures: dict[ClaimId, Picture] = {}
    problems: list[Problem] = []
    for one, name in sorted(_named(claims)):
        try:
            _refuse_unnamed(claims[one])
            pictures[one] = stripped(read_file(folder / MEDIA, name))
        except NoPicture as why:
            place = f"{MEDIA}/{name}"
            problems.append(Problem(place, f"picture.{why.code}", str(why), REMEDY))
    return pictures, sorted(set(problems))


def _named(claims: Mapping[ClaimId, Claim]) -> Iterator[tuple[ClaimId, str]]:
    for one, claim in claims.items():
        file = claim.fields.get("file")
        if claim.kind == PORTRAIT and isinstance(file, Text):
            yield one, file.text


def _refuse_unnamed(portrait: Claim) -> None:
    """A picture goes out with whose it is and on what terms, or not at all."""
    if not {"credit", "licence"} <= portrait.fields.keys():
        raise NoPicture("no-credit", "A portrait says not whose picture it is, or on what terms.")


def read_file(folder: Path, name: str) -> bytes:
    """The bytes of a picture of this folder; raises `NoPicture`."""
    path = folder / name
    if Path(name).name != name or path.is_symlink():
        raise NoPicture("elsewhere", "A portrait names a file that is not in media/ itself.")
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as why:
        raise NoPicture("missing", "There is no such picture, or it cannot be read.") from why
