import sys
from io import BytesIO, TextIOWrapper

import pytest

from khronika.cli.output import print_json, print_lines, print_problems, speak_utf8, tame
from khronika.errors import Problem


def test_signs_that_command_a_terminal_are_not_printed() -> None:
    assert tame("a\x1b[31mred\x9b0m\u202eright to left\rover") == "a [31mred 0m right to left over"
    assert tame("Вера – “да”") == "Вера – “да”"


def test_answers_and_problems_go_their_own_ways(capsys: pytest.CaptureFixture[str]) -> None:
    print_lines(["one\x07"])
    print_problems([Problem("b", "x.y", "Second."), Problem("a", "x.y", "First\x07.")])
    said = capsys.readouterr()
    assert said.out == "one \n"
    assert said.err == "a: First . [x.y]\nb: Second. [x.y]\n"


def test_json_keeps_every_letter(capsys: pytest.CaptureFixture[str]) -> None:
    print_json({"имя": ["Вера"]})
    assert capsys.readouterr().out == '{\n  "имя": [\n    "Вера"\n  ]\n}\n'


def test_a_pipe_speaks_utf8_whatever_the_system_speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = BytesIO()
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(pipe, encoding="ascii"))
    speak_utf8()
    print("Вера", flush=True)  # noqa: T201  # what is tested is the stream itself
    assert pipe.getvalue().decode("utf-8").strip() == "Вера"
