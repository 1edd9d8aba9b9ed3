"""From a view's values to a page in the visitor's language, by the templates of each app.

Invariants:

- Whatever a value holds is escaped, and a name that a template misspells stops the request.
- The texts of templates are in the project's one catalogue, like every other sentence.
"""

from collections.abc import Callable
from functools import cache
from importlib import resources

from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.templatetags.static import static
from django.urls import reverse
from minijinja import Environment

from khronika.desk.rules import RULES, Role
from khronika.desk.visit import Request, Visit
from khronika.values.language import LANGUAGES
from khronika.values.sentence import N_
from khronika.values.wording import Wording

LANGUAGE_NAMES = {"en": "English", "ru": "Русский", "de": "Deutsch", "fr": "Français"}
_CSRF = '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'
# What the menu leads to, in its order; who may not read a page does not see it.
_MENU = (
    ("home", N_("This week")),
    ("people", N_("People")),
    ("new-person", N_("New person")),
    ("documents", N_("Documents")),
    ("search", N_("Search")),
    ("waiting", N_("To check")),
    ("logbook", N_("Logbook")),
    ("publish", N_("Publish")),
    ("import", N_("Tables")),
)


def page(request: Request, template: str, *, status: int = 200, **values: object) -> HttpResponse:
    """The page a visitor gets; `template` is named with its app: "people/person.html"."""
    visit = request.visit
    html = _environment(visit.language).render_template(
        template,
        visit=visit,
        here=request.resolver_match.url_name if request.resolver_match else "",
        path=request.get_full_path() if request.method == "GET" else "/",
        csrf=_CSRF.format(get_token(request)),
        notices=[str(one) for one in get_messages(request)],
        menu=_menu(visit),
        house=_house(visit),
        **values,
    )
    return HttpResponse(html, status=status)


def _menu(visit: Visit) -> list[tuple[str, str, str]]:
    return [
        (name, reverse(name), visit.wording.gettext(label))
        for name, label in _MENU
        if name in RULES
        and visit.role is not Role.STRANGER
        and RULES[name].allows(visit.role, "GET")
    ]


def _house(visit: Visit) -> str:
    """What the archive is called, to those who may come in."""
    if visit.account is None or not visit.archive.is_there:
        return "Khronika"
    return visit.archive.casebook.settings.title.in_language(visit.language)


@cache
def _environment(language: str) -> Environment:
    wording = Wording.of(language)
    return Environment(
        loader=_source,
        globals={
            "_": _translate(wording),
            "ngettext": _count(wording),
            "url": _address,
            "static": static,
            "languages": [(code, LANGUAGE_NAMES[code]) for code in LANGUAGES],
        },
        undefined_behavior="strict",
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _address(name: str, *parts: str) -> str:
    return reverse(name, args=parts)


def _source(name: str) -> str:
    """The template; those of the site's facts are shared with it, so that a fact prints one way."""
    app, slash, file = name.rpartition("/")
    package = "khronika.editions.site" if app == "site" else "khronika.desk"
    folder = resources.files(package) / (app if slash and app != "site" else "") / "templates"
    return (folder / file).read_text(encoding="utf-8")


def _translate(wording: Wording) -> Callable[..., str]:
    def translated(text: str, /, **params: object) -> str:
        return wording.gettext(text).format_map(params) if params else wording.gettext(text)

    return translated


def _count(wording: Wording) -> Callable[[str, str, int], str]:
    def counted(one: str, many: str, n: int) -> str:
        return wording.ngettext(one, many, n).format(count=wording.number(n))

    return counted
