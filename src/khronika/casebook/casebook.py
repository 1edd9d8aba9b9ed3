"""One group's whole undertaking: its settings, record, vault and texts, opened together."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from khronika.casebook.layout import VAULT
from khronika.casebook.level import Trouble, bring_level, check_store, keys_in
from khronika.casebook.manuscript import Manuscript, Manuscripts, read_manuscripts
from khronika.casebook.settings import Settings, Truth, read_settings
from khronika.casebook.translation.pair import stale_translations
from khronika.casebook.yaml_form.load import subjects_of
from khronika.casebook.yaml_form.nonces import Mint, random_nonce
from khronika.clearance.publication import Prose
from khronika.errors import Problem
from khronika.ledger.in_force import InForce
from khronika.ledger.ledger import Ledger
from khronika.ledger.open import open_store
from khronika.ledger.store import LedgerStore
from khronika.schema.claim import ClaimId
from khronika.schema.visibility import Visibility
from khronika.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class Casebook:
    """A casebook's folder, opened.

    `mint` makes the nonces that claims above public get; with None no file is ever written.
    """

    settings: Settings
    store: LedgerStore
    vault: Vault
    mint: Mint | None = random_nonce

    @classmethod
    def open(
        cls, folder: Path, environ: Mapping[str, str], *, mint: Mint | None = random_nonce
    ) -> "Casebook":
        """The casebook in this folder; raises `NoCasebook`, `BadSettings` or `AnotherStore`."""
        settings = read_settings(folder, environ)
        store = open_store(settings.database_url)
        try:
            check_store(store, settings)
        except Exception:
            store.close()
            raise
        return cls(settings, store, Vault(folder / VAULT), mint)

    @property
    def standing(self) -> bool:
        """Whether what stands in the record counts as accepted."""
        return self.settings.truth is Truth.YAML

    def level(self) -> Trouble:
        """Bring the store level with the files where they are the truth."""
        if not self.standing:
            return Trouble()
        return bring_level(self.store, self.settings, mint=self.mint)

    def ledger(self) -> Ledger:
        """The whole record."""
        self.level()
        return self.store.read()

    def in_force(self) -> InForce:
        """The whole record, read through its decisions in force."""
        return InForce(self.ledger(), standing=self.standing)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the files and the texts."""
        return tuple(sorted((*self.level().problems, *self._manuscripts().problems)))

    def manuscripts(self, *, ledger: Ledger | None = None) -> tuple[Manuscript, ...]:
        """Every text people wrote, whatever its visibility; `ledger` as in `prose`."""
        return self._manuscripts(ledger).texts

    def prose(
        self, *, cleared: Collection[ClaimId] | None = None, ledger: Ledger | None = None
    ) -> tuple[Prose, ...]:
        """The public texts; with `cleared`, those that rest on no other claims.

        Whoever has read the record hands it in as `ledger`, so that it is not read again.
        """
        texts = self._manuscripts(ledger).texts
        stale = stale_translations(texts)
        return tuple(
            replace(text.prose, stale=text.file in stale)
            for text in texts
            if text.visibility is Visibility.PUBLIC and _rests_on(text, cleared)
        )

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()

    def _manuscripts(self, ledger: Ledger | None = None) -> Manuscripts:
        ledger = self.ledger() if ledger is None else ledger
        return read_manuscripts(
            self.settings.folder,
            house=self.settings.id,
            subjects=lambda: subjects_of(ledger),
            sources={one.id for one in ledger.sources.values()},
            keys=lambda: keys_in(self.settings),
        )


def _rests_on(text: Manuscript, cleared: Collection[ClaimId] | None) -> bool:
    claims = [ClaimId(one) for one in text.based_on if "/" not in one]
    return cleared is None or all(one in cleared for one in claims)
