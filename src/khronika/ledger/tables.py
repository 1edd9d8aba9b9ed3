"""The tables of a ledger in SQL, the same in SQLite and PostgreSQL.

Invariants:

- Columns stand in the order of the rows in `row.py`.
- Every table but `meta`, `named` and `arrival` carries the hash of each row; `named` and the
  columns `subject` and `in_case` are derived from bodies and only find them, `arrival` only says
  what came last.
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, Table, Text

METADATA = MetaData()

META = Table(
    "meta",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("text", Text, nullable=False),
)

ENTRY = Table(
    "entry",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("type", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("in_case", Text, nullable=False),
    Column("row_hash", Text, nullable=False),
)
Index("entry_by_subject", ENTRY.c.subject)
Index("entry_by_case", ENTRY.c.in_case)

RECORDED = Table(
    "recorded",
    METADATA,
    Column("entry", Text, ForeignKey(ENTRY.c.id), primary_key=True),
    Column("at", Text, primary_key=True),
    Column("by", Text, primary_key=True),
    Column("row_hash", Text, nullable=False),
    sqlite_with_rowid=False,
)

VISIBILITY = Table(
    "visibility",
    METADATA,
    Column("entry", Text, ForeignKey(ENTRY.c.id), primary_key=True),
    Column("level", Text, nullable=False),
    Column("row_hash", Text, nullable=False),
    sqlite_with_rowid=False,
)

POINTER = Table(
    "pointer",
    METADATA,
    Column("entry", Text, ForeignKey(ENTRY.c.id), primary_key=True),
    Column("text", Text, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    Column("row_hash", Text, nullable=False),
    sqlite_with_rowid=False,
)

TOMBSTONE = Table(
    "tombstone",
    METADATA,
    Column("mac", Text, primary_key=True),
    Column("salt", Text, primary_key=True),
    Column("reason", Text, primary_key=True),
    Column("on", Text, primary_key=True),
    Column("row_hash", Text, nullable=False),
    sqlite_with_rowid=False,
)

NAMED = Table(
    "named",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("decision", Text, ForeignKey(ENTRY.c.id), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

ARRIVAL = Table(
    "arrival",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("entry", Text, nullable=False),
)

HASHED = (ENTRY, RECORDED, VISIBILITY, POINTER, TOMBSTONE)
BESIDE = (RECORDED, VISIBILITY, POINTER)
