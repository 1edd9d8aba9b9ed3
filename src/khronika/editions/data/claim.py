"""Every cleared claim as one line of JSON.

Invariants:

- A line of an open source holds the claim's whole body, so that anybody can compute its id again:
  the SHA-256 of the canonical JSON of ["claim/1", body].
- A line of a closed source has no id, no nonce, no passage; `known` is the month.
- Equal publications have equal lines, sorted.
"""

from collections.abc import Iterator

from khronika.clearance.publication import Publication
from khronika.editions.count import printed_claims
from khronika.schema.canonical import Json, canonical_json
from khronika.schema.claim import ClaimId
from khronika.schema.subject import SubjectId

BODY = (
    ("subject", "text", "id of the person, case or other subject the statement is about"),
    ("case", "text", "id of the case, where the statement belongs to one"),
    ("event", "text", "the editors' mark for statements about one and the same event"),
    ("kind", "kind", "what kind of statement it is; see the rows of type kind"),
    ("fields", "object", "what is said, field by field; see the rows kind.field"),
    ("source", "text", "id of the source, as in sources.csv"),
    ("section", "text", "the section of the source where it stands"),
    ("page", "text", "the page of the source where it stands"),
    ("quote", "text", "the words of the source, verbatim"),
    ("speaker", "choice", "who says so: the investigation, a court, a reporter and so on"),
    ("certainty", "choice", "stated, alleged or denied"),
    ("lang", "language", "the language of the source's words"),
    ("nonce", "text", "random text in the id of what was once not public"),
)
BESIDE = (
    ("id", "SHA-256", "id of the statement; absent where the source cannot be named"),
    ("address", "text", "the page of the person or case: people/ADDRESS.html, cases/ADDRESS.html"),
    ("known", "month", "in place of the passage: when the editors learned of it"),
)
_PASSAGE = frozenset({"source", "section", "page", "quote", "nonce"})


def claims_jsonl(publication: Publication) -> bytes:
    """All claims to print, one a line."""
    addresses = dict(_addresses(publication))
    lines = {_line(publication, one, addresses) for one in printed_claims(publication)}
    return "".join(f"{line}\n" for line in sorted(lines)).encode("utf-8")


def _line(publication: Publication, claim_id: ClaimId, addresses: dict[SubjectId, str]) -> str:
    claim = publication.claims[claim_id]
    body: dict[str, Json] = dict(claim.body())
    if publication.prints_id(claim_id):
        body["id"] = claim_id
    else:
        body = {name: part for name, part in body.items() if name not in _PASSAGE}
        if claim_id in publication.known:
            body["known"] = f"{publication.known[claim_id]:%Y-%m}"
    if claim.subject in addresses:
        body["address"] = addresses[claim.subject]
    return canonical_json({"subject": body.pop("subject"), **body})


def _addresses(publication: Publication) -> Iterator[tuple[SubjectId, str]]:
    """The public address of every subject, those of joined persons included."""
    yield from publication.addresses.items()
    for person, dossier in publication.people.items():
        if person in publication.addresses:
            yield from ((one, publication.addresses[person]) for one in dossier.joined)
