"""Makes what was deleted unreadable in the files too, not only gone from the tables."""

from khronika.errors import KhronikaError
from khronika.ledger.engine import Database, StoreUnavailable
from khronika.ledger.tables import HASHED, NAMED


class WordsRemain(KhronikaError):
    """The rows are gone; the files may still hold their words."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"{place}: the rows are destroyed, but the file may still hold their words, as another "
            "program uses it. Close that program and run the same command again."
        )


def scrub(database: Database) -> None:
    """Write the file anew without what was deleted, its write-ahead log included.

    On a server only the tables are written anew: its own logs and backups are its keeper's to
    clear. Raises `WordsRemain` where another program is in the way.
    """
    try:
        if database.file:
            _scrub_file(database)
        else:
            _scrub_server(database)
    except StoreUnavailable as error:
        raise WordsRemain(database.place) from error


def empty_log(database: Database) -> bool:
    """Fold SQLite's write-ahead log into the file and cut it; whether that could be done."""
    with database.alone() as connection:
        busy, *_ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
    return not busy


def _scrub_file(database: Database) -> None:
    with database.alone() as connection:
        connection.exec_driver_sql("VACUUM")
    if not empty_log(database):
        raise WordsRemain(database.place)


def _scrub_server(database: Database) -> None:
    with database.alone() as connection:
        for table in (*HASHED, NAMED):
            connection.exec_driver_sql(f'VACUUM FULL "{table.name}"')
