"""Writes one claim as the lines of its entry."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from khronika.casebook.yaml_form.claim_entry import OWN_KEYS
from khronika.casebook.yaml_form.scalar import flow_mapping, in_flow, scalar
from khronika.schema.canonical import Json
from khronika.schema.claim import Certainty, Claim, Speaker, encode_fields
from khronika.schema.kind import kind
from khronika.schema.passage import Passage
from khronika.schema.subject import SubjectId, kind_of, slug_of, subject_id

Parts: TypeAlias = list[tuple[str, str]]


def claim_lines(claim: Claim, *, key: str, house: str) -> list[str]:
    """The entry's lines, without indent and without the rows beside it."""
    case = short(claim.case, house) if claim.case else ""
    head = pairs([("key", key), ("kind", claim.kind), ("case", case), ("event", claim.event)])
    tail = pairs([*_place(claim.passage, house), *_voice(claim)])
    return [*head, *_fields(claim), *tail, *_pointer(claim.passage)]


def pairs(parts: Iterable[tuple[str, str]]) -> list[str]:
    """`key: text` for every text that is not empty."""
    return [f"{key}: {scalar(text)}" for key, text in parts if text]


def short(subject: SubjectId, house: str) -> str:
    """The slug for a subject of this casebook, the whole id for a foreign one."""
    ours = subject == subject_id(house, kind_of(subject), slug_of(subject))
    return slug_of(subject) if ours else subject


def _fields(claim: Claim) -> list[str]:
    spec = kind(claim.kind)
    encoded = encode_fields(claim.fields)
    named = {one: spec.fields[one] for one in spec.fields if one in encoded}
    written = {
        name: _value(encoded[name], in_list=name in OWN_KEYS, words=field.type != "key")
        for name, field in named.items()
    }
    nested = [f"{name}: {text}" for name, text in written.items() if name in OWN_KEYS]
    beside = [f"{name}: {text}" for name, text in written.items() if name not in OWN_KEYS]
    return [*(["fields: {" + ", ".join(nested) + "}"] if nested else []), *beside]


def _value(value: Json, *, in_list: bool, words: bool) -> str:
    """One value; words need no braces where the field takes nothing else."""
    if isinstance(value, str | int):
        return in_flow(str(value)) if in_list else scalar(str(value))
    if isinstance(value, Sequence):
        return "[" + ", ".join(_value(one, in_list=True, words=words) for one in value) + "]"
    return _text(value, in_list=in_list, words=words)


def _text(value: Mapping[str, Json], *, in_list: bool, words: bool) -> str:
    text, lang = str(value["text"]), str(value.get("lang", ""))
    if words and not lang:
        return in_flow(text) if in_list else scalar(text)
    return flow_mapping([("text", text), *([("lang", lang)] if lang else [])])


def _place(passage: Passage, house: str) -> Parts:
    return [
        ("source", short(passage.source, house)),
        ("section", passage.section),
        ("page", passage.page),
        ("quote", passage.quote),
    ]


def _voice(claim: Claim) -> Parts:
    plain = (Speaker.REPORTER, Certainty.STATED)
    return [
        ("speaker", "" if claim.speaker in plain else claim.speaker.value),
        ("certainty", "" if claim.certainty in plain else claim.certainty.value),
        ("lang", claim.lang),
        ("nonce", claim.nonce),
    ]


def _pointer(passage: Passage) -> list[str]:
    if not passage.text:
        return []
    offsets = [("start", passage.start), ("end", passage.end)]
    counted = [(name, str(number)) for name, number in offsets if number is not None]
    return [f"at: {flow_mapping([('text', passage.text), *counted])}"]
