"""The small casebook, rendered once for all tests that only look at it."""

from collections.abc import Callable

import pytest

from editions.markup import Element, parsed, rendered
from editions.publications import a_publication
from khronika.editions.site.edition import SiteEdition


@pytest.fixture(scope="session")
def site() -> dict[str, bytes]:
    return rendered(SiteEdition(), a_publication())


@pytest.fixture(scope="session")
def page(site: dict[str, bytes]) -> Callable[[str], Element]:
    return lambda path: parsed(site[path])
