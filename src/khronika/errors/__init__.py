"""What can go wrong, said in words that are safe to show.

Trouble in the program is a `KhronikaError`; trouble in the material is a `Problem`, collected and
shown at the end; a rule's result is a `Say`, made a sentence only where somebody reads it.

Invariants:

- No text here ever contains a restricted value.
"""

from khronika.errors.error import KhronikaError
from khronika.errors.problem import Problem
from khronika.errors.say import Say

__all__ = ["KhronikaError", "Problem", "Say"]
