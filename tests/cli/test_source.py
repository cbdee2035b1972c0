"""`materiel source attach`, `detach` and `verify`, as they are called."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

from materiel.catalog.schemas import json_schema
from materiel.cli.app import app
from materiel.cli.options import OutputFormat
from materiel.errors import MaterielError
from materiel.text.printable import has_control
from program import PROGRAM, Program, one_line

COPIES = Path(__file__).parents[1] / "copies"
PLANES = COPIES / "acme-planes.txt"
CHANGED = "In 2024 the trainer, the Swift-2, still flies at 900 km/h, \x1b[31m\u202ethey say.\x07"
ARTICLES = os.environ.get("MATERIEL_TEST_ARTICLES")
FIRST = "bloomberg-kim-jet-plant"


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """Return a folder with a copy in which the second sentence has changed, and the third is gone."""
    folder = tmp_path / "copies"
    folder.mkdir()
    first, *_ = PLANES.read_text(encoding="utf-8").split("\n\n")
    (folder / "acme-planes.txt").write_text(f"{first}\n\n{CHANGED}", encoding="utf-8")
    return folder


def run(*words: str, code: int = 0) -> str:
    """Run a command in a window of 80 columns. Returns what it writes to standard output."""
    result = CliRunner().invoke(app, ["source", *words], env={"COLUMNS": "80"})
    assert result.exit_code == code, result.output
    return result.stdout


def folded(text: str) -> str:
    return " ".join(text.split())


def test_attaching_says_what_was_found_and_where_it_is_kept(specimen_copy: Path) -> None:
    text = folded(run("attach", "acme-planes", str(PLANES), "--db", str(specimen_copy)))
    assert "3 sentences: 3 exact, 0 moved, 0 changed, 0 missing" in text
    assert str(specimen_copy) in text.replace("\n", "")


def test_the_text_is_shown_as_that_of_the_readers_copy(specimen_copy: Path) -> None:
    db = ["--db", str(specimen_copy)]
    sentence = PLANES.read_text(encoding="utf-8").splitlines()[0]
    for words in (["source", "show", "acme-planes"], ["cite", "swift-1", "wingspan_m"], ["show", "swift-1"]):
        text = folded(CliRunner().invoke(app, [*words, *db], env={"COLUMNS": "80"}).stdout)
        assert sentence not in text
        assert "The Swift-1, called Свифт-1 at … a wingspan of 18 m." in text
    run("attach", "acme-planes", str(PLANES), *db)
    for words in (["source", "show", "acme-planes"], ["cite", "swift-1", "wingspan_m"], ["show", "swift-1"]):
        text = folded(CliRunner().invoke(app, [*words, *db], env={"COLUMNS": "80"}).stdout)
        assert f"your copy: {sentence}" in text
    run("detach", "acme-planes", *db)
    assert "your copy" not in run("show", "acme-planes", *db)


def test_changed_text_is_marked_and_stands_beside_what_was_read(specimen_copy: Path, changed: Path) -> None:
    db = ["--db", str(specimen_copy)]
    text = run("attach", "acme-planes", str(changed / "acme-planes.txt"), *db)
    assert re.search(r"^2 +Its trainer, the Swift-2, .* In 2024 the trainer", text, re.MULTILINE)
    assert "“flies at 900 km/h”" in text
    assert "3 (paragraph 3): Nothing is cited from … sentence about the weather." in folded(text)
    shown = folded(run("show", "acme-planes", *db))
    assert "CHANGED in your copy: In 2024 the trainer, the Swift-2, still flies at 900 km/h," in shown
    assert "missing in your copy" in shown


@pytest.mark.parametrize("output_format", OutputFormat)
def test_every_format_is_clean_and_fits_the_window(
    specimen_copy: Path, changed: Path, output_format: OutputFormat
) -> None:
    words = ["--format", output_format.value, "--db", str(specimen_copy)]
    for text in (
        run("attach", "acme-planes", str(changed / "acme-planes.txt"), *words),
        run("verify", str(changed), *words, code=1),
        run("show", "acme-planes", *words),
    ):
        assert not has_control(text.replace("\n", "").replace("\t", ""))
        if output_format is OutputFormat.table:
            assert [line for line in text.splitlines() if len(line) > 80 and "/" not in line] == []


@pytest.mark.parametrize("command", ["source attach", "source verify", "source show"])
def test_json_is_what_its_schema_says(specimen_copy: Path, changed: Path, command: str) -> None:
    db = ["--format", "json", "--db", str(specimen_copy)]
    attached = run("attach", "acme-planes", str(changed / "acme-planes.txt"), *db)
    text = {
        "source attach": attached,
        "source verify": run("verify", "--all", str(changed), *db, code=1),
        "source show": run("show", "acme-planes", *db),
    }[command]
    jsonschema.validate(json.loads(text), json_schema(command), jsonschema.Draft202012Validator)


@pytest.mark.postgresql
def test_both_engines_give_the_same_answer(specimen_file: Path, specimen_url: str, changed: Path) -> None:
    words = ["verify", "--all", str(changed), "--format", "json", "--db"]
    assert run(*words, str(specimen_file), code=1) == run(*words, specimen_url, code=1)


def test_the_exit_code_says_whether_all_is_as_it_was_read(specimen_file: Path, changed: Path) -> None:
    db = ["--db", str(specimen_file)]
    assert "acme-planes.txt" in run("verify", str(COPIES), *db)
    run("verify", "acme-planes", str(COPIES), *db)
    run("verify", "acme-planes", "beta-report", str(COPIES), *db, code=1)
    run("verify", "--all", str(COPIES), *db, code=1)
    run("verify", str(changed), *db, code=1)


def test_a_file_that_cannot_be_read_is_told_after_the_answer(
    materiel: Program, specimen_file: Path, changed: Path
) -> None:
    (changed / "acme-planes.txt").write_bytes(PLANES.read_bytes())
    (changed / "b.txt").write_bytes(b"\x7fELF\x00\x01")
    found = materiel("source", "verify", str(changed), "--db", str(specimen_file))
    assert found.returncode == 1
    assert "acme-planes" in found.stdout
    assert "b.txt" in one_line(found.stderr)


def test_a_copy_can_come_through_a_pipe(materiel: Program) -> None:
    piped = subprocess.run(
        [PROGRAM, "source", "attach", FIRST, "-"],
        env=materiel.environment,
        input="Kim Jong Un Tours Russia Jet Plant as Kremlin Denies Arms Deals",
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (piped.returncode, piped.stderr) == (0, "")
    assert "file: standard input" in piped.stdout
    assert "your copy: standard input (1 exact" in folded(materiel("source", "show", FIRST).stdout)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["attach", "acme-plane", str(PLANES)], "did you mean acme-planes"),
        (["attach", "acme-planes", "nowhere.txt"], "nowhere.txt: No such file"),
        (["attach", "beta-report", str(PLANES)], "is no copy of beta-report: none of its 4 sentences is there"),
        (["detach", "acme-planes"], "no copy is attached"),
        (["verify", "acme-plane", str(COPIES)], "did you mean acme-planes"),
        (["verify", "beta-report", str(COPIES)], "holds no copy of beta-report"),
        (["verify", "acme-planes", "--all", str(COPIES)], "--all"),
        (["verify", "nowhere"], "nowhere: No such file"),
    ],
)
def test_trouble_is_one_line(specimen_copy: Path, words: list[str], said: str) -> None:
    before = specimen_copy.read_bytes()
    result = CliRunner().invoke(app, ["source", *words, "--db", str(specimen_copy)])
    assert isinstance(result.exception, MaterielError)
    assert result.stdout == ""
    assert said in str(result.exception)
    assert specimen_copy.read_bytes() == before


def test_a_read_only_database_is_named(specimen_copy: Path) -> None:
    specimen_copy.chmod(0o444)
    if os.access(specimen_copy, os.W_OK):
        pytest.skip("whoever runs the tests may write to every file")
    result = CliRunner().invoke(app, ["source", "attach", "acme-planes", str(PLANES), "--db", str(specimen_copy)])
    assert isinstance(result.exception, MaterielError)
    assert "readonly" in str(result.exception)


@pytest.mark.parametrize("copy", ["with furniture, curly", "without furniture, straight"])
def test_two_copies_of_the_first_article_verify_completely(packaged_database: Path, tmp_path: Path, copy: str) -> None:
    if not ARTICLES:
        pytest.skip("MATERIEL_TEST_ARTICLES names no folder with the text of the first source")
    text = next(Path(ARTICLES).glob(f"{FIRST}*.txt")).read_text(encoding="utf-8")
    if copy == "without furniture, straight":
        furniture = re.compile("Oops|Something went|Please try|Most Read|--With|\\(Updates|©")
        text = "\n\n".join(line for line in text.splitlines() if line and not furniture.search(line))
        text = text.translate(str.maketrans("“”‘’–—", "\"\"''--"))
    (tmp_path / "copy.txt").write_text(text, encoding="utf-8")
    (found,) = json.loads(run("verify", str(tmp_path), "--format", "json", "--db", str(packaged_database)))
    assert found["source_id"] == FIRST
    assert {sentence["result"] for sentence in found["sentences"]} == {"exact"}
