from pathlib import Path

from click.testing import CliRunner

from khronika.cli.main import khronika
from khronika.identity import THRESHOLD


def test_pairs_are_scored_without_a_casebook(tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.csv"
    pairs.write_text('pair_id,name1,name2\n"a,1",Юрий Мирный,Yuri Mirny\n', encoding="utf-8")
    done = CliRunner().invoke(khronika, ["match", str(pairs)])
    head, row = done.stdout.splitlines()
    assert (done.exit_code, head) == (0, "pair_id,score")
    assert row.startswith('"a,1",0.9')


def test_the_threshold_is_printed() -> None:
    done = CliRunner().invoke(khronika, ["match", "--threshold"])
    assert float(done.stdout) == THRESHOLD


def test_a_file_without_pairs_is_an_error_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("name\nАнна\n", encoding="utf-8")
    done = CliRunner().invoke(khronika, ["match", str(tmp_path / "list.csv")])
    assert done.exit_code == 1
    assert "pair_id" in done.stderr


def test_nothing_to_score_is_a_usage_error() -> None:
    assert CliRunner().invoke(khronika, ["match"]).exit_code == 2
