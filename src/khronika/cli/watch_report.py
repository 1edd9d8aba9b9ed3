"""What a watched list says, in words and for machines."""

from collections.abc import Iterator

from khronika.cli.likeness import reason_lines, reasons_json
from khronika.identity.candidates import Candidate
from khronika.identity.watch import Change, Hit, Watched
from khronika.values.json_value import Json
from khronika.values.wording import Wording


def watch_lines(watched: Watched, which: str, wording: Wording) -> Iterator[str]:
    """How much changed, and under it each row that may be one of ours."""
    said = wording.gettext("{which}: {added} added, {vanished} vanished, {respelled} respelled.")
    yield said.format(
        which=which,
        added=wording.number(len(watched.added)),
        vanished=wording.number(len(watched.vanished)),
        respelled=wording.number(len(watched.respelled)),
    )
    words = _change_words(wording)
    for hit in watched.hits:
        yield f"{words[hit.change]}  {hit.row}  {' · '.join(hit.person.names)}"
        for one in hit.candidates:
            yield f"  {one.score:.2f}  {one.who}  {one.name}"
            yield from reason_lines(one.reasons, wording)


def _change_words(wording: Wording) -> dict[Change, str]:
    return {
        Change.ADDED: wording.gettext("added"),
        Change.VANISHED: wording.gettext("vanished"),
        Change.RESPELLED: wording.gettext("respelled"),
        Change.STAYED: wording.gettext("stayed"),
    }


def watch_json(watched: Watched, doc: str, which: str, wording: Wording) -> Json:
    """The same for machines; each hit holds a proposal as `propose` prints them."""
    return {
        "list": which,
        "added": list(watched.added),
        "vanished": list(watched.vanished),
        "respelled": [[pair.other, pair.one] for pair in watched.respelled],
        "hits": [
            _proposal(hit, one, doc, which, wording)
            for hit in watched.hits
            for one in hit.candidates
        ],
    }


def _proposal(hit: Hit, one: Candidate, doc: str, which: str, wording: Wording) -> Json:
    return {
        "doc": doc,
        "row": hit.row,
        "change": hit.change.value,
        "person": one.who,
        "kind": "listing",
        "fields": {"list": which},
        "quote": " ".join(hit.person.names),
        "confidence": f"{one.score:.4f}",
        "reasons": reasons_json(one.reasons, wording),
    }
