import pytest
from sqlalchemy import Table

from khronika.ledger import row, tables


@pytest.mark.parametrize(
    ("table", "fields"),
    [
        (tables.ENTRY, row.EntryRow._fields),
        (tables.RECORDED, row.RecordedRow._fields),
        (tables.VISIBILITY, row.VisibilityRow._fields),
        (tables.POINTER, row.PointerRow._fields),
        (tables.TOMBSTONE, row.TombstoneRow._fields),
        (tables.NAMED, row.NamedRow._fields),
    ],
)
def test_columns_stand_in_the_order_of_the_rows(table: Table, fields: tuple[str, ...]) -> None:
    assert tuple(column.name for column in table.columns) == fields
