"""Every edition there is. A new one is registered here, and nowhere else."""

from collections.abc import Mapping
from types import MappingProxyType

from khronika.editions.data.edition import DataEdition
from khronika.editions.edition import Edition
from khronika.editions.ftm.edition import FtmEdition
from khronika.editions.site.edition import SiteEdition

EDITIONS: Mapping[str, Edition] = MappingProxyType(
    {edition.name: edition for edition in (DataEdition(), FtmEdition(), SiteEdition())}
)
