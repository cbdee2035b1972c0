"""`materiel draft`, as a program."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest

from materiel.catalog.schemas import json_schema
from program import PROGRAM, Program

TEXT = "The Swift-1 has a wingspan of 11 m and a crew of two. It can reach 900 km/h, a pilot said.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT)
    return path


def test_a_record_is_printed(article: Path, materiel: Program, specimen_file: Path) -> None:
    ran = materiel("draft", str(article), "--db", str(specimen_file))
    assert (ran.returncode, ran.stderr) == (0, "")
    says = [says for sentence in tomllib.loads(ran.stdout)["sentence"] for says in sentence["says"]]
    assert [list(each["claim"]) for each in says] == [["wingspan_m"], ["crew"], ["max_speed_kmh"]]


@pytest.mark.parametrize("output_format", ["table", "json", "jsonl", "csv", "tsv", "markdown", "html"])
def test_the_rules_are_explained_in_every_format(
    output_format: str, article: Path, materiel: Program, specimen_file: Path
) -> None:
    ran = materiel("draft", str(article), "--explain", "--format", output_format, "--db", str(specimen_file))
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "wingspan" in ran.stdout
    if output_format == "json":
        rows = json.loads(ran.stdout)
        jsonschema.validate(rows, json_schema("draft"), jsonschema.Draft202012Validator)
        assert [row["sentence"] for row in rows] == [1, 1, 2]


def test_records_are_written_to_a_folder(article: Path, materiel: Program, specimen_file: Path, tmp_path: Path) -> None:
    words = ("draft", str(article), "-o", str(tmp_path / "mine"), "--source-id", "one", "--db", str(specimen_file))
    assert materiel(*words).stdout == f"wrote {tmp_path / 'mine' / 'sources' / 'one.toml'}\n"
    assert "is there already" in materiel.trouble(*words)
    assert materiel(*words, "--force").returncode == 0


def test_several_articles_go_to_a_folder(materiel: Program, specimen_file: Path, tmp_path: Path) -> None:
    lines = tmp_path / "articles.jsonl"
    lines.write_text("".join(json.dumps({"id": name, "text": TEXT}) + "\n" for name in ("a", "b")))
    assert "-o DIR" in materiel.trouble("draft", str(lines), "--db", str(specimen_file))
    ran = materiel("draft", str(lines), "-o", str(tmp_path / "mine"), "--db", str(specimen_file))
    assert len(ran.stdout.splitlines()) == 2
    assert sorted(path.name for path in (tmp_path / "mine" / "sources").iterdir()) == ["a.toml", "b.toml"]


@pytest.mark.parametrize("option", ["-o", "--explain"])
def test_what_cannot_be_read_is_told_at_the_end_and_the_rest_is_drafted(
    option: str, materiel: Program, specimen_file: Path, tmp_path: Path
) -> None:
    (folder := tmp_path / "articles").mkdir()
    (folder / "a.txt").write_text(TEXT)
    (folder / "b.txt").write_bytes(b"\x7fELF\0")
    (folder / "c.txt").write_text("e" + "\u0301" * 300)
    (folder / "d.txt").symlink_to("nowhere")
    words = (option, str(tmp_path / "mine")) if option == "-o" else (option,)
    ran = materiel("draft", str(folder), *words, "--db", str(specimen_file))
    assert ran.returncode == 1
    assert "a.toml" in ran.stdout or "wingspan" in ran.stdout
    told = [line.partition(f"{folder}/")[2] for line in ran.stderr.splitlines()]
    assert sorted(line[:6] for line in told) == ["b.txt:", "c.txt:", "d.txt:"]


def test_what_holds_no_article_is_named(materiel: Program, specimen_file: Path, tmp_path: Path) -> None:
    (folder := tmp_path / "articles").mkdir()
    for words in ((), ("-o", str(tmp_path / "mine")), ("--explain",)):
        assert "holds no article" in materiel.trouble("draft", str(folder), *words, "--db", str(specimen_file))


@pytest.mark.parametrize("words", [("nowhere.txt",), ("--kind", "rumour"), ("--url", "x"), ("--published", "soon")])
def test_trouble_is_one_line(words: tuple[str, ...], article: Path, materiel: Program, specimen_file: Path) -> None:
    file = () if words[0] == "nowhere.txt" else (str(article),)
    materiel.trouble("draft", *file, *words, "--db", str(specimen_file))


def test_standard_input_is_read(materiel: Program, specimen_file: Path) -> None:
    import subprocess

    ran = subprocess.run(
        [PROGRAM, "draft", "-", "--db", str(specimen_file)],
        input=TEXT, env=materiel.environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "wingspan_m" in ran.stdout
