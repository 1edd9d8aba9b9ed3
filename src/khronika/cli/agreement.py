"""Shows what becomes public that was not, and asks where there is somebody to ask."""

from collections.abc import Callable
from dataclasses import dataclass

import click

from khronika.casebook.publishing import Proposal
from khronika.cli.output import is_terminal
from khronika.cli.publish_report import proposal_lines
from khronika.errors import KhronikaError
from khronika.values.wording import Wording


class NotAgreed(KhronikaError):
    """What would become public is not what was agreed to; nothing was written."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Called with a proposal before anything is written; raises `NotAgreed` to stop.

    `confirm` is the digest somebody agreed to before; `asks` says whether to ask on a terminal.
    """

    wording: Wording
    say: Callable[[str], None]
    confirm: str | None = None
    asks: bool = True

    def __call__(self, proposal: Proposal) -> None:
        """Show it; refuse another digest than the confirmed one; ask on a terminal."""
        for line in proposal_lines(proposal, self.wording):
            self.say(line)
        if self.confirm is not None:
            self._compare(proposal)
        elif self.asks and proposal.newly and is_terminal():
            self._ask()

    def _compare(self, proposal: Proposal) -> None:
        if self.confirm != proposal.digest:
            raise NotAgreed(
                self.wording.gettext(
                    "Nothing was written: what becomes public is not what was confirmed. "
                    "Read the list and confirm {digest}."
                ).format(digest=proposal.digest)
            )

    def _ask(self) -> None:
        if not click.confirm(self.wording.gettext("Publish this?"), err=True):
            raise NotAgreed(self.wording.gettext("Nothing was written."))
