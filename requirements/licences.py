"""Refuse a dependency whose licence is not permissive.

Looks at what `khronika` and its extras need at run time, with all they need in turn, as installed
beside this interpreter. Development tools are not shipped and not looked at.
"""

import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from packaging.requirements import Requirement

PERMISSIVE = re.compile(
    r"\b(MIT|BSD|Apache|ISC|PSF|Python Software Foundation|Public Domain|CC0|Unlicense|0BSD|Zlib)\b"
)
# Each exception has a decision record: optional, unmodified, replaceable.
EXCEPTIONS = {
    "certifi": "License :: OSI Approved :: Mozilla Public License 2.0 (MPL 2.0)",
    "docxtpl": "LGPL-2.1-only",
    "psycopg": "LGPL-3.0-only",
    "psycopg-binary": "LGPL-3.0-only",
    "tld": "MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later",
    "waitress": "License :: OSI Approved :: Zope Public License",
}
NOT_SHIPPED = {"dev", "docs"}


def main() -> int:
    """Print every dependency with its licence; 1 if one is not permissive."""
    found = sorted(closure("khronika").items())
    bad = [name for name, held in found if not is_allowed(name, licence(held))]
    for name, held in found:
        print(f"{name} {held.version}: {licence(held)}")  # noqa: T201  # this is its output
    for name in bad:
        print(f"{name}: the licence is not permissive", file=sys.stderr)  # noqa: T201
    return 1 if bad or not found else 0


def closure(root: str) -> dict[str, Distribution]:
    """What the root needs at run time, with its extras, and what that needs in turn."""
    found: dict[str, Distribution] = {}
    extras = set(distribution(root).metadata.get_all("Provides-Extra") or ()) - NOT_SHIPPED
    ahead = [(root, extras)]
    while ahead:
        name, wanted = ahead.pop()
        for requirement in needs(distribution(name), wanted):
            key = requirement.name.lower()
            if key != root and key not in found and (held := installed(key)):
                found[key] = held
                ahead.append((key, requirement.extras))
    return found


def needs(held: Distribution, extras: set[str]) -> list[Requirement]:
    """The requirements that count on this machine."""
    requirements = [Requirement(text) for text in held.requires or ()]
    return [
        one
        for one in requirements
        if one.marker is None or any(one.marker.evaluate({"extra": e}) for e in {"", *extras})
    ]


def installed(name: str) -> Distribution | None:
    """The installed package; None for one that another platform needs."""
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def licence(held: Distribution) -> str:
    """What the package says of its licence, in a line."""
    metadata = held.metadata
    classifiers = [c for c in metadata.get_all("Classifier") or () if c.startswith("License ::")]
    said = metadata.get("License-Expression") or " ".join(classifiers) or metadata.get("License")
    return " ".join((said or "none stated").split())[:120]


def is_allowed(name: str, said: str) -> bool:
    """Whether the licence is permissive, or an exception that was decided on."""
    return bool(PERMISSIVE.search(said)) or EXCEPTIONS.get(name) == said


if __name__ == "__main__":
    sys.exit(main())
