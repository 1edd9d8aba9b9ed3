"""The name a person or case prints under, in the reader's language.

The person's own spelling in that language comes first, then the Cyrillic name by the language's
convention, then whatever spelling the sources have.
"""

from collections.abc import Iterable, Mapping

from khronika.dossier.dossier import CaseFile, Dossier
from khronika.schema.claim import Certainty, Claim, ClaimId, Speaker
from khronika.schema.subject import slug_of
from khronika.schema.value import Choice, Text
from khronika.values.language import LANGUAGES
from khronika.values.name import PersonName, print_name


def person_name(dossier: Dossier, claims: Mapping[ClaimId, Claim], language: str) -> str:
    """The printed name; the slug when no name was ever claimed."""
    names = [claims[one] for entry in dossier.of_kind("name") for one in entry.claims]
    own = [n for n in names if _form(n) == "own" and n.lang == language]
    if own:
        return _text(own[0])
    whole = _first_whole(names)
    if whole:
        return print_name(whole, language)
    written = sorted(_text(n) for n in names if n.lang == language) or sorted(map(_text, names))
    return written[0] if written else slug_of(dossier.person)


def name_for_all(dossier: Dossier, claims: Mapping[ClaimId, Claim]) -> PersonName | None:
    """The name that `person_name` prints by the convention of whatever language it is.

    None where some language has a spelling of its own, or no name is whole.
    """
    names = [claims[one] for entry in dossier.of_kind("name") for one in entry.claims]
    return None if "own" in map(_form, names) else _first_whole(names)


def checked_name(dossier: Dossier, claims: Mapping[ClaimId, Claim]) -> PersonName | None:
    """The full name in Cyrillic as somebody who knows wrote it; None where nobody did.

    What editors spelled by themselves, back from another alphabet, is not checked: a letter under
    a wrong name is not handed over.
    """
    names = [
        claims[one]
        for entry in dossier.of_kind("name")
        for one in entry.claims
        if one not in entry.denied_by and not entry.may_be
    ]
    known = [n for n in names if _is_whole(n) and _form(n) == "full" and _is_known(n)]
    return _parts(min(known, key=_rank)) if known else None


def all_names(dossier: Dossier, claims: Mapping[ClaimId, Claim]) -> tuple[tuple[str, str], ...]:
    """Every spelling with its language, sorted, each once."""
    names = (claims[one] for entry in dossier.of_kind("name") for one in entry.claims)
    return tuple(sorted({(_text(name), name.lang) for name in names}))


def case_name(case: CaseFile, claims: Mapping[ClaimId, Claim], language: str) -> str:
    """The case's name in this language, else in another one, else its slug."""
    names = [claims[one] for e in case.entries if e.kind == "name" for one in e.claims]
    for wanted in (language, *LANGUAGES):
        texts = sorted(_text(name) for name in names if name.lang == wanted)
        if texts:
            return texts[0]
    return next(iter(sorted(map(_text, names))), slug_of(case.case))


def _first_whole(names: Iterable[Claim]) -> PersonName | None:
    whole = [name for name in names if _is_whole(name)]
    if not whole:
        return None
    return _parts(min(whole, key=_rank) if len(whole) > 1 else whole[0])


def _rank(name: Claim) -> tuple[bool, bool, str]:
    """The full name first, one with a patronymic before one without."""
    return _form(name) != "full", "patronymic" not in name.fields, name.id()


def _is_whole(name: Claim) -> bool:
    """Whether it is a name in Cyrillic with its parts told apart."""
    return {"family", "given"} <= name.fields.keys() and _is_cyrillic(_field(name, "family"))


def _is_known(name: Claim) -> bool:
    return name.speaker is not Speaker.EDITORS and name.certainty is Certainty.STATED


def _is_cyrillic(text: str) -> bool:
    return any("\u0400" <= letter <= "\u04ff" for letter in text)


def _parts(name: Claim) -> PersonName:
    return PersonName(*(_field(name, part) for part in ("family", "given", "patronymic")))


def _text(name: Claim) -> str:
    written = _field(name, "text")
    return written or " ".join(_words(name, ("given", "patronymic", "family")))


def _words(name: Claim, parts: Iterable[str]) -> list[str]:
    return [word for part in parts if (word := _field(name, part))]


def _field(name: Claim, part: str) -> str:
    value = name.fields.get(part)
    return value.text if isinstance(value, Text) else ""


def _form(name: Claim) -> str:
    form = name.fields.get("form")
    return form.choice if isinstance(form, Choice) else ""
