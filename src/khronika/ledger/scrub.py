"""Makes what was deleted unreadable in the files too, not only gone from the tables.

Invariants:

- That it is due is written in the transaction that deletes, so that a power cut between the two
  is made good at the next opening.
"""

from sqlalchemy import Connection, delete, insert, select

from khronika.errors import KhronikaError
from khronika.ledger.engine import Database, StoreUnavailable
from khronika.ledger.tables import ARRIVAL, HASHED, META, NAMED

_NAME = "scrub"


class WordsRemain(KhronikaError):
    """The rows are gone; the files may still hold their words."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"{place}: the rows are destroyed, but the file may still hold their words, as another "
            "program uses it. Close that program and run the same command again."
        )


def mark_due(connection: Connection) -> None:
    """Write that the file has to be written anew."""
    connection.execute(delete(META).where(META.c.name == _NAME))
    connection.execute(insert(META), {"name": _NAME, "text": "due"})


def is_due(connection: Connection) -> bool:
    """Whether what was deleted may still be read in the file."""
    return bool(connection.scalar(select(META.c.text).where(META.c.name == _NAME)))


def scrub_if_due(database: Database) -> None:
    """Make it so; raises `WordsRemain` where another program is in the way."""
    with database.reading() as connection:
        due = is_due(connection)
    if due:
        scrub(database)
        with database.writing() as connection:
            connection.execute(delete(META).where(META.c.name == _NAME))


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
        for table in (*HASHED, NAMED, ARRIVAL):
            connection.exec_driver_sql(f'VACUUM FULL "{table.name}"')
