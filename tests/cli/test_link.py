from pathlib import Path

from click.testing import CliRunner

from identity.linkage.records import lay_out
from khronika.cli.main import khronika


def test_records_are_clustered_without_a_casebook(tmp_path: Path) -> None:
    done = CliRunner().invoke(khronika, ["link", str(lay_out(tmp_path))])
    lines = done.stdout.splitlines()
    assert (done.exit_code, lines[0]) == (0, "rec_id,cluster")
    assert {"1,1", "2,1", "4,4"} <= set(lines)


def test_two_archives_are_one_and_ids_say_which(tmp_path: Path) -> None:
    one = lay_out(tmp_path, "a.csv", ["1,Розов,Степан,Ильич,1990-02-01,Омск,205.2,2021"])
    other = lay_out(tmp_path, "b.csv", ["1,Rosow,Stepan,,1990-02-01,Омск,205.2,2021"])
    done = CliRunner().invoke(khronika, ["link", str(one), str(other)])
    assert done.stdout.splitlines()[1:] == ["a/1,a/1", "b/1,a/1"]
