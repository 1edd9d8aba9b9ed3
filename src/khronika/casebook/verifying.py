"""Looks over a whole casebook: store, vault, files, texts, and every quote against its text."""

from collections.abc import Iterator
from functools import partial

from khronika.casebook.casebook import Casebook
from khronika.errors import Problem
from khronika.ledger.ledger import Ledger
from khronika.schema.passage import Passage
from khronika.vault.vault import DamagedBlob, MissingBlob, Vault


def verify(casebook: Casebook) -> tuple[Problem, ...]:
    """Everything that is wrong, sorted; empty when the casebook is whole."""
    trouble = casebook.problems
    ledger = casebook.store.read()
    return tuple(
        sorted(
            {
                *trouble,
                *casebook.store.verify(),
                *casebook.vault.verify(),
                *_missing_bytes(casebook.vault, ledger),
                *_moved_quotes(casebook.vault, ledger),
            }
        )
    )


def _missing_bytes(vault: Vault, ledger: Ledger) -> Iterator[Problem]:
    for holding in ledger.holdings.values():
        if not vault.has(holding.sha256):
            yield Problem(
                holding.source,
                "vault.missing",
                f"The bytes {holding.sha256} that arrived for it are not in the vault.",
                "Restore them from a backup, or add the document again.",
            )


def _moved_quotes(vault: Vault, ledger: Ledger) -> Iterator[Problem]:
    texts: dict[str, str | Problem] = {}
    for claim_id, claim in sorted(ledger.claims.items()):
        passage = claim.passage
        if not passage.text:
            continue
        text = texts.setdefault(passage.text, _text(vault, passage.text))
        place = f"claim {claim_id}"
        if isinstance(text, Problem):
            yield text
        elif not _stands(passage, text):
            yield Problem(
                place,
                "passage.quote-differs",
                "The text does not say there what the claim quotes.",
                "Check the quote and its offsets against the document.",
            )


def _text(vault: Vault, sha256: str) -> "str | Problem":
    say = partial(Problem, f"vault: {sha256}", remedy="Restore it from a backup.")
    try:
        return vault.get(sha256).decode("utf-8")
    except MissingBlob:
        return say(code="passage.no-text", message="A text that claims point into is missing.")
    except DamagedBlob:
        return say(code="passage.no-text", message="A text that claims point into is damaged.")
    except UnicodeDecodeError:
        return say(code="passage.no-text", message="Claims point into it, and it is no text.")


def _stands(passage: Passage, text: str) -> bool:
    if passage.start is None or passage.end is None:
        return passage.quote in text
    there = text[passage.start : passage.end]
    return there == passage.quote if passage.quote else bool(there)
