"""The code that whoever sets up a desk which others can reach has to know.

Before the first passphrase is set, whoever comes first sets it. Where the desk goes by a name on a
network, that could be anybody; so there it prints a code where it was started, and asks for it.

Invariants:

- The code is new with every start, kept nowhere, and gone once the desk is set up.
- After ten wrong tries no code is right until the desk is started again.
"""

from hmac import compare_digest
from secrets import token_hex

TRIES = 10
_BYTES = 5


class SetupCode:
    """The code of one start; before `issue` none is asked."""

    def __init__(self) -> None:
        self._code = ""
        self._wrong = 0

    @property
    def is_asked(self) -> bool:
        """Whether a code is asked at all."""
        return bool(self._code)

    def issue(self) -> str:
        """A new code, to be printed where only whoever started the desk reads it."""
        self._code, self._wrong = token_hex(_BYTES), 0
        return self._code

    def forget(self) -> None:
        """No code is asked any more."""
        self._code = ""

    def is_right(self, typed: str) -> bool:
        """Whether this is the code; a wrong one is counted."""
        if not self._code:
            return True
        sent = typed.replace(" ", "").lower().encode("utf-8")
        right = self._wrong < TRIES and compare_digest(sent, self._code.encode("ascii"))
        self._wrong += 0 if right else 1
        return right


SETUP_CODE = SetupCode()
