"""Exchange with another group: one package holds a ledger and the vault files it points into."""

from khronika.ledger.pack import PackageUnwritable, without_names, write_package
from khronika.ledger.package_read import Package, UnreadableLine, read_package
from khronika.ledger.unpack import DamagedPackage, PackageUnreadable, UnsafePackage

__all__ = [
    "DamagedPackage",
    "Package",
    "PackageUnreadable",
    "PackageUnwritable",
    "UnreadableLine",
    "UnsafePackage",
    "read_package",
    "without_names",
    "write_package",
]
