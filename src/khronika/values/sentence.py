"""How a text is marked for translation; it is translated where it is said."""


def N_(text: str) -> str:  # noqa: N802 - the name gettext users know
    """Mark a text for translation; it is translated where it is said."""
    return text


def NN_(one: str, many: str) -> tuple[str, str]:  # noqa: N802 - the plural sibling of N_
    """Mark a sentence that changes with its `{count}`."""
    return one, many
