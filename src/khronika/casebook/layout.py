"""Where things stand in a casebook's folder."""

from enum import StrEnum
from pathlib import PurePosixPath

from khronika.schema.visibility import Visibility

SETTINGS = "casebook.toml"
CLAIMS = "claims"
SOURCES = "sources"
PRIVATE = "claims.private"
MERGED = "merged"
TEXTS = "texts"
MEDIA = "media"
PETITIONS = "petitions"
LABELS = "labels"
VAULT = "vault"
STORE = "ledger.sqlite"
CACHE = "cache.sqlite"
TOMBSTONES = "tombstones.jsonl"
RELEASED = "released.jsonl"
EDITIONS = "editions"
BACKUPS = "backups"
FOLDERS = (CLAIMS, SOURCES, PRIVATE, TEXTS, MEDIA, VAULT)


class Area(StrEnum):
    """Which of the two halves of the folder a file stands in.

    In the public half everything is public and says so nowhere; in the private half what says
    nothing is for the team.
    """

    PUBLIC = "public"
    PRIVATE = "private"

    @property
    def unset(self) -> Visibility:
        """The visibility of an entry that names none."""
        return Visibility.PUBLIC if self is Area.PUBLIC else Visibility.TEAM


def area_of(path: PurePosixPath) -> Area:
    """The half a file stands in by the nearest folder that says so; private when none does."""
    for folder in reversed(path.parts[:-1]):
        if folder == PRIVATE:
            return Area.PRIVATE
        if folder in {CLAIMS, SOURCES}:
            # `claims.private/sources/` is private: a wider folder may still say so.
            return Area.PRIVATE if PRIVATE in path.parts[:-1] else Area.PUBLIC
    return Area.PRIVATE
