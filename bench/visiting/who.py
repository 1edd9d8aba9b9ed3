"""The visitors' accounts: what they sign in with, the same in every run."""

PASSPHRASE = "ferry lantern quiet maple"  # noqa: S105 - of invented people


def key_of(number: int) -> str:
    """The secret of this visitor's code app."""
    return f"{number + 1:040x}"


def name_of(number: int) -> str:
    """What this visitor signs in as."""
    return f"visitor-{number}"
