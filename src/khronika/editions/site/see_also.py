"""From a person's page to the lists the person stands in: the same articles, the same prisons.

Invariants:

- Depends on the person's own entries and on the tables alone, as the person's page does.
"""

from khronika.dossier.dossier import Dossier
from khronika.editions.facet import article_heading
from khronika.editions.label import row_name
from khronika.editions.path import Link, facility_page, link, list_page
from khronika.editions.reader import Reader
from khronika.editions.referred import articles_named
from khronika.editions.site.facility import named_in
from khronika.schema.vocabulary import table
from khronika.values.legal import LegalReference


def see_also(dossier: Dossier, page: str, reader: Reader) -> tuple[Link, ...]:
    """The pages of the person's articles, then of the places of detention, each once."""
    keys = sorted({key for key, _, _ in named_in(dossier)} & table("facility").keys())
    rows = [
        (reader.wording.legal(one), _of_article(one)) for one in sorted(articles_named(dossier))
    ]
    rows += [(reader.said(row_name, "facility", key), facility_page(key)) for key in keys]
    return tuple(Link(text, link(page, reader.file(target))) for text, target in rows)


def _of_article(article: LegalReference) -> str:
    heading = article_heading(article)
    return list_page(heading.facet.value, heading.slug)
