"""Folds accepted claims into what is known of a person or a case, with its disputes and gaps.

Invariants:

- The fold is a pure function of the material and the day; the order of claims changes nothing.
- Nothing here is stored: a dossier can be thrown away and folded again to the same value.
"""
