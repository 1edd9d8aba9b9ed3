from pathlib import Path

import pytest
from jinja2 import TemplateSyntaxError

from khronika.values import catalogue
from khronika.values.catalogue import gaps_of, level, levelled, messages_of, read_catalogue

COUNTED = 'NN_("{count} letter", "{count} letters")\n'


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    (folder / "locale").mkdir(parents=True)
    (folder / "locale" / "ignored.py").write_text('_("not a source")')
    (folder / "rule.py").write_text(f'N_("Hello, {{name}}")\n{COUNTED}gettext(variable)\n')
    (folder / "page.html").write_text("<p>{{ _('Status') }}</p>{{ gettext('Cases') }}")
    return folder


def entry(text: str, translation: str) -> str:
    return f'msgid "{text}"\nmsgstr "{translation}"\n\n'


def test_texts_are_found_in_modules_and_templates(sources: Path) -> None:
    found = {message.id for message in messages_of(sources) if message.id}
    assert found == {"Hello, {name}", ("{count} letter", "{count} letters"), "Status", "Cases"}


def test_a_template_that_cannot_be_read_is_not_passed_over(sources: Path) -> None:
    (sources / "broken.html").write_text("{% if %}")
    with pytest.raises(TemplateSyntaxError):
        messages_of(sources)


def test_levelling_keeps_translations_adds_what_is_new_and_drops_what_is_gone(
    sources: Path, tmp_path: Path
) -> None:
    path = tmp_path / "ru" / "khronika.po"
    path.parent.mkdir()
    path.write_text(entry("Status", "Статус") + entry("gone", "исчезло") + entry("Case", "Дело"))
    level(sources, tmp_path)
    written = path.read_text()
    assert 'msgid "Status"\nmsgstr "Статус"' in written
    assert 'msgid "Cases"\nmsgstr ""' in written  # likeness to "Case" translates nothing
    assert "gone" not in written


def test_levelling_twice_gives_the_same_bytes_in_order_without_dates(
    sources: Path, tmp_path: Path
) -> None:
    level(sources, tmp_path)
    path = tmp_path / "de" / "khronika.po"
    once = path.read_bytes()
    level(sources, tmp_path)
    assert path.read_bytes() == once
    assert b"Date" not in once
    assert b"rule.py" not in once
    assert once.index(b'"Cases"') < once.index(b'"Hello, {name}"') < once.index(b'"Status"')


def test_what_is_left_to_translate_is_told_for_every_language(
    sources: Path, tmp_path: Path
) -> None:
    gaps = [str(gap) for gap in level(sources, tmp_path)]
    assert len(gaps) == 12
    assert gaps[0] == "ru: not translated: Cases"


@pytest.mark.parametrize(
    ("translated", "fault"),
    [
        (entry("Hello, {name}", "Привет, {nome}"), "placeholders differ"),
        (entry("Hello, {name}", "Привет"), "placeholders differ"),
        (entry("Hello, {name}", ""), "not translated"),
        ("#, fuzzy\n" + entry("Hello, {name}", "Привет, {name}"), "fuzzy"),
        (entry("another", "другое"), "missing"),
    ],
)
def test_every_fault_of_a_translation_is_named(
    sources: Path, tmp_path: Path, translated: str, fault: str
) -> None:
    path = tmp_path / "khronika.po"
    path.write_text(translated)
    gaps = gaps_of(read_catalogue(path, "ru"), messages_of(sources), language="ru")
    assert [gap.fault for gap in gaps if gap.text == "Hello, {name}"] == [fault]


def test_a_count_needs_every_form_of_the_language(sources: Path, tmp_path: Path) -> None:
    forms = 'msgid "{count} letter"\nmsgid_plural "{count} letters"\n' + "".join(
        f'msgstr[{index}] "{{count}} письмо"\n' for index in range(3)
    )
    path = tmp_path / "khronika.po"
    path.write_text(forms)
    whole = gaps_of(read_catalogue(path, "ru"), messages_of(sources), language="ru")
    path.write_text(forms.replace('msgstr[2] "{count} письмо"', 'msgstr[2] ""'))
    lacking = gaps_of(read_catalogue(path, "ru"), messages_of(sources), language="ru")
    assert {gap.text for gap in lacking} - {gap.text for gap in whole} == {"{count} letters"}


def test_a_complete_catalogue_has_no_gap(sources: Path, tmp_path: Path) -> None:
    (sources / "rule.py").write_text("")
    path = tmp_path / "khronika.po"
    path.write_text(entry("Status", "Статус") + entry("Cases", "Дела"))
    messages = messages_of(sources)
    read = read_catalogue(path, "ru")
    levelled(read, messages)
    assert gaps_of(read, messages, language="ru") == []


@pytest.mark.parametrize("count", [0, 1])
def test_the_command_fails_while_anything_is_left_to_translate(
    count: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gaps = [catalogue.Gap("ru", "Status", "not translated")] * count
    monkeypatch.setattr(catalogue, "level", lambda *_: gaps)
    assert catalogue.main() == count
    assert capsys.readouterr().out == "ru: not translated: Status\n" * count
