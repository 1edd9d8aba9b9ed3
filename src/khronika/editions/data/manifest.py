"""What the data edition says of itself: its files with their hashes, its day, state and counts."""

import json
from collections.abc import Mapping

from khronika.clearance.publication import Publication
from khronika.editions.count import counting_rule, counts
from khronika.values.wording import Wording


def manifest_json(publication: Publication, files: Mapping[str, tuple[str, int]]) -> bytes:
    """The manifest; `files` gives each file's SHA-256 and size."""
    counted = counts(publication)
    languages = publication.languages
    body = {
        "title": {code: publication.house.title.in_language(code) for code in languages},
        "licence": publication.house.licence,
        "use": publication.use.value,
        "as_of": publication.as_of.isoformat(),
        "state": publication.state,
        "languages": list(languages),
        "counts": {
            "rule": {code: counting_rule(publication, Wording.of(code)) for code in languages},
            "people": counted.people,
            "people_by_status": {code.value: n for code, n in counted.by_status.items()},
            "people_in_custody": counted.in_custody,
            "people_disputed": counted.disputed,
            "cases": counted.cases,
            "statements": counted.claims,
            "sources": counted.sources,
        },
        "files": {
            name: {"sha256": sha256, "bytes": size}
            for name, (sha256, size) in sorted(files.items())
        },
    }
    return (json.dumps(body, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
