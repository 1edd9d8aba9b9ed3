"""Where the desk keeps accounts and sessions: a file beside the casebook, or a server."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

SCHEMA = "khronika_desk"
_SQLITE = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;"


def database_settings(url: str, file: Path) -> dict[str, object]:
    """What Django is told of its database; an empty URL, or one of SQLite, means the file."""
    parts = urlsplit(url)
    if not parts.scheme.startswith("postgresql"):
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": file,
            "OPTIONS": {"timeout": 20, "transaction_mode": "IMMEDIATE", "init_command": _SQLITE},
        }
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "OPTIONS": {"options": f"-csearch_path={SCHEMA}"},
    }
