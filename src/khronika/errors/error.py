"""The root of every error this program raises on purpose."""


class KhronikaError(Exception):
    """Something could not be done; the message names what and the remedy, and is safe to show."""
