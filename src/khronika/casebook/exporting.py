"""Hands the record on: as a package for another group, or as the YAML form.

Invariants:

- Unless everything is asked for, only what may be known leaves: accepted, public claims of open
  sources about people who did not refuse, and decisions that name nothing else. What was redacted
  leaves as a tombstone, so that it stays redacted elsewhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from khronika.casebook.casebook import Casebook
from khronika.casebook.layout import SETTINGS, VAULT
from khronika.casebook.sealed import without
from khronika.casebook.settings import Settings
from khronika.casebook.tombstones import add_tombstones
from khronika.casebook.writes import write_text
from khronika.casebook.yaml_form.pages import write_ledger
from khronika.casebook.yaml_form.scalar import quoted
from khronika.errors import KhronikaError
from khronika.ledger.in_force import InForce
from khronika.ledger.ledger import Ledger
from khronika.ledger.package import write_package
from khronika.schema.claim import ClaimId
from khronika.schema.decision import ConsentState, Decision, Stance, Verb
from khronika.schema.source import SourceLevel
from khronika.schema.subject import SubjectId
from khronika.schema.visibility import Use, Visibility
from khronika.vault.vault import Vault

_CLOSED = {ConsentState.REFUSED.value, ConsentState.WITHDRAWN.value}


class FolderInUse(KhronikaError):
    """The folder to export into holds something."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} is not empty; nothing was written. Name a new folder.")


@dataclass(frozen=True, slots=True)
class Exported:
    """How much left, and how many claims stayed behind."""

    claims: int
    sources: int
    decisions: int
    files: int
    withheld: int


def export(  # noqa: PLR0913 - each is a thing of its own
    casebook: Casebook,
    target: Path,
    *,
    day: str,
    everything: bool = False,
    as_yaml: bool = False,
    case: str = "",
) -> Exported:
    """Write the record to a new folder or `.zip`; `day` (ISO 8601) stands in the package.

    With `case`, only what anybody may know of that case and its people, and no document.
    """
    in_force = casebook.in_force()
    leaving = in_force.ledger if everything and not case else public_part(in_force)
    leaving = of_case(leaving, case) if case else leaving
    blobs = dict(_blobs(casebook.vault, leaving))
    if as_yaml:
        _write_yaml(casebook.settings, leaving, blobs, target)
    else:
        write_package(leaving, target, group=casebook.settings.id, day=day, files=blobs)
    return Exported(
        claims=len(leaving.claims),
        sources=len(leaving.sources),
        decisions=len(leaving.decisions),
        files=len(blobs),
        withheld=len(in_force.ledger.claims) - len(leaving.claims),
    )


def public_part(in_force: InForce) -> Ledger:
    """What anybody may be handed."""
    ledger = in_force.ledger
    claims = {one for one in in_force.accepted if _is_public(in_force, one)}
    sources = {
        entry
        for entry, source in ledger.sources.items()
        if _is_open_source(in_force, source.id)
        and ledger.visibility.get(entry, Visibility.TEAM) is Visibility.PUBLIC
    }
    described = {ledger.sources[entry].id for entry in sources}
    holdings = {
        entry
        for entry, holding in ledger.holdings.items()
        if holding.source in described
        and ledger.visibility.get(entry, Visibility.TEAM) is Visibility.PUBLIC
    }
    named = {ledger.claims[one].subject for one in claims} | described
    decisions = {
        entry
        for entry, decision in ledger.decisions.items()
        if ledger.visibility.get(entry, Visibility.TEAM) is Visibility.PUBLIC
        and _names_only(decision, {*claims, *named})
    }
    kept = claims | sources | holdings | decisions
    everything = {*ledger.claims, *ledger.sources, *ledger.holdings, *ledger.decisions}
    rest = without(ledger, frozenset(everything - kept))
    return replace(rest, decisions={one: rest.decisions[one] for one in sorted(rest.decisions)})


def of_case(ledger: Ledger, case: str) -> Ledger:
    """Of this record, what is said of the case and its people; no document, and no tombstone."""
    members = {one.subject for one in ledger.claims.values() if one.case == case}
    claims = {entry for entry, claim in ledger.claims.items() if claim.subject in {*members, case}}
    described = {ledger.claims[entry].passage.source for entry in claims}
    sources = {entry for entry, source in ledger.sources.items() if source.id in described}
    named = {*claims, *described, *(ledger.claims[entry].subject for entry in claims)}
    decisions = {
        entry for entry, decision in ledger.decisions.items() if _names_only(decision, named)
    }
    everything = {*ledger.claims, *ledger.sources, *ledger.holdings, *ledger.decisions}
    kept = without(ledger, frozenset(everything - claims - sources - decisions))
    return replace(kept, tombstones=frozenset())


def _is_public(in_force: InForce, claim_id: ClaimId) -> bool:
    claim = in_force.ledger.claims[claim_id]
    return (
        in_force.claim_level(claim_id, Use.PUBLIC) is Visibility.PUBLIC
        and _is_open_source(in_force, claim.passage.source)
        and not _is_closed_to_us(in_force, claim.subject)
    )


def _is_open_source(in_force: InForce, source: SubjectId) -> bool:
    described = in_force.sources.get(source)
    return (
        described is not None
        and described.level is SourceLevel.OPEN
        and in_force.source_level(source, Use.PUBLIC) is Visibility.PUBLIC
    )


def _is_closed_to_us(in_force: InForce, subject: SubjectId) -> bool:
    """Whether the person, or we, said that nothing about them goes out."""
    consents = in_force.about(Verb.CONSENT, subject)
    for_public = [one for one in consents if one.details.get("use", "") in {"", Use.PUBLIC.value}]
    refused = any(one.details.get("state") in _CLOSED for one in for_public)
    return refused or in_force.stance(subject) is Stance.DO_NOT_LIST


def _names_only(decision: Decision, leaving: set[str]) -> bool:
    return {*decision.targets, *decision.over} <= leaving


def _blobs(vault: Vault, ledger: Ledger) -> Iterator[tuple[str, bytes]]:
    for sha256 in sorted({one.sha256 for one in ledger.holdings.values()}):
        if vault.has(sha256):
            yield sha256, vault.get(sha256)


def _write_yaml(settings: Settings, ledger: Ledger, blobs: dict[str, bytes], target: Path) -> None:
    """A folder that is itself a casebook: the settings come last, so a part of one is none."""
    if target.exists() and any(target.iterdir()):
        raise FolderInUse(target)
    for name, text in write_ledger(ledger, house=settings.id).items():
        write_text(target / name, text)
    add_tombstones(target, ledger.tombstones)
    vault = Vault(target / VAULT)
    for blob in blobs.values():
        vault.put(blob)
    write_text(target / SETTINGS, _settings(settings))


def _settings(settings: Settings) -> str:
    languages = ", ".join(quoted(one) for one in settings.languages)
    titles = "".join(f"{one} = {quoted(text)}\n" for one, text in settings.title.items())
    articles = ", ".join(quoted(one) for one in sorted(settings.articles))
    return (
        f'id = "{settings.id}"\ntruth = "yaml"\nlanguages = [{languages}]\n'
        f"timezone = {quoted(settings.timezone)}\ncontact = {quoted(settings.contact)}\n"
        f"licence = {quoted(settings.licence)}\narticles = [{articles}]\n\n[title]\n{titles}"
    )
