"""Proposals as lines of JSON, and as lines for people."""

import json
from collections.abc import Iterator, Sequence

from khronika.cli.value_words import value_in_words
from khronika.extraction.eval_form import rows
from khronika.extraction.proposal import Proposal
from khronika.schema.label import field_label, kind_label
from khronika.schema.value import Value
from khronika.values.wording import Wording

LONGEST_QUOTE = 100  # characters of a passage that are shown beside a proposal


def json_lines(doc: str, proposals: Sequence[Proposal]) -> Iterator[str]:
    """A line of JSON for each fact."""
    for row in rows(doc, proposals):
        yield json.dumps(row, ensure_ascii=False)


def proposal_lines(proposals: Sequence[Proposal], wording: Wording) -> Iterator[str]:
    """Who, what, how sure, and the words it rests on."""
    for one in proposals:
        values = ", ".join(
            _field(one.kind, name, value, wording=wording)
            for name, value in sorted(one.fields.items())
        )
        label = kind_label(one.kind, wording.language)
        yield f"{one.person}: {label}: {values} ({one.confidence:.0%})"
        words = " ".join(one.quote.split())
        cut = words[:LONGEST_QUOTE] + "…" if len(words) > LONGEST_QUOTE else words
        yield f"    {one.start}-{one.end}: {cut}"


def _field(kind: str, name: str, value: Value, *, wording: Wording) -> str:
    said = value_in_words(value, wording, kind_name=kind, field=name)
    return f"{field_label(kind, name, wording.language)} {said}"
