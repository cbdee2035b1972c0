"""`materiel ingest`, `mentions` and `coverage`, as they are called."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typer.testing import CliRunner, Result

import databases
from materiel.catalog.schemas import json_schema
from materiel.cli.app import app
from materiel.cli.options import OutputFormat
from materiel.database.location import locate
from materiel.database.reader import open_reader
from materiel.seeds.load import load_directories
from materiel.text.printable import has_control
from program import PROGRAM, Program, one_line

TEXT = "The Swift-1 flew over Testland.\n\nA KN-30 did not, but the Swift-1 and the Pike class were there."
ESCAPE = "\x1b[31mred\x1b[0m\x07\u202e"


def invoke(*words: str) -> Result:
    """Run a command in a window of 80 columns."""
    return CliRunner().invoke(app, words, env={"COLUMNS": "80"})


def run(*words: str, code: int = 0) -> str:
    found = invoke(*words)
    assert found.exit_code == code, found.output
    return found.stdout


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Return a folder with articles: text, JSONL with a duplicate, a page in Russian, and what cannot be used."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    records = [
        {
            "url": "https://example.org/1",
            "publisher": f"Acme {ESCAPE}",
            "published": "2024-05-01",
            "text": "A Swift-1.",
        },
        {"url": "https://example.org/2", "publisher": "Beta", "published": "2025", "text": "A Swift-1."},
        {"text": "a\0b", "title": ESCAPE},
    ]
    (folder / "b.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    russian = "Самолёт Свифт-1 совершил первый полёт над городом, и это было не в последний раз для него."
    (folder / "c.txt").write_text(russian, encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    return folder


@pytest.mark.parametrize("output_format", OutputFormat)
def test_every_format_is_clean_and_fits_the_window(
    specimen_copy: Path, news: Path, output_format: OutputFormat
) -> None:
    words = ["--format", output_format.value, "--db", str(specimen_copy)]
    texts = [
        run("ingest", str(news), *words, code=1),
        run("mentions", "swift-1", *words),
        run("coverage", *words),
        run("coverage", "--unmatched", *words),
    ]
    for text in texts:
        assert text.strip()
        assert not has_control(text.replace("\n", "").replace("\t", ""))
        if output_format is OutputFormat.table:
            assert [line for line in text.splitlines() if len(line) > 80 and "/" not in line] == []
    if output_format is OutputFormat.json:
        for command, text in zip(("ingest", "mentions", "coverage", "coverage"), texts, strict=True):
            jsonschema.validate(json.loads(text), json_schema(command), jsonschema.Draft202012Validator)


def test_the_report_says_what_was_stored_and_what_was_refused(specimen_copy: Path, news: Path) -> None:
    found = invoke("ingest", str(news), "--db", str(specimen_copy), "--format", "json")
    report = json.loads(found.stdout)
    assert (report["new"], report["duplicate"], report["refused"]) == (3, 1, 2)
    assert report["languages"]["ru"] == 1
    assert report["same"] == [{"article": "https://example.org/2", "same_as": "https://example.org/1"}]
    assert sorted(found.stderr.splitlines()) == [
        f"materiel: {news / 'b.jsonl'}:3: holds zero characters, which no text does",
        f"materiel: {news / 'empty.txt'}: is empty",
    ]
    shown = " ".join(run("ingest", str(news), "--db", str(specimen_copy), code=1).split())
    assert "ru 1. Mentions are found in them all the same." in shown
    assert "https://example.org/2: the same text as https://example.org/1" in shown


def test_mentions_are_listed_by_date_with_publisher_and_link(specimen_copy: Path, news: Path) -> None:
    db = ["--db", str(specimen_copy)]
    run("ingest", str(news), *db, code=1)
    found = json.loads(run("mentions", "Свифт-1", "--format", "json", *db))
    dates = [row["published"] or "" for row in found]
    assert dates == sorted(dates, reverse=True)
    first = found[0]
    assert (first["published"], first["origin"], first["copies"]) == ("2024-05-01", "article", 1)
    assert first["link"] == "https://example.org/1#:~:text=A,Swift%2D1."
    assert {row["origin"] for row in found} == {"article", "source"}
    assert "Свифт-1" in {row["name"] for row in found}
    shown = " ".join(run("mentions", "swift-1", *db).split())
    assert re.search(
        r"2024-05-01: Swift-1, Acme .*, sentence 1 \(and at one more address\) https://example.org/1#", shown
    )
    assert run("mentions", "swift-2", *db) == "nothing found\n"


def test_words_that_match_nothing_are_counted_with_their_articles(specimen_copy: Path, news: Path) -> None:
    db = ["--db", str(specimen_copy)]
    (news / "d.txt").write_text("The KN-30 and the F-47. The KN-30 again, and COVID-19.", encoding="utf-8")
    run("ingest", str(news), *db, code=1)
    found = json.loads(run("coverage", "--unmatched", "--format", "json", *db))
    assert [(row["token"], row["times"], row["articles"]) for row in found] == [("KN-30", 3, 2), ("F-47", 1, 1)]
    assert [source["file"] for source in found[0]["sources"]] == [str(news / "d.txt"), str(news / "a.txt")]


def test_a_count_of_everything_agrees_with_itself(packaged_database: Path) -> None:
    found = json.loads(run("coverage", "--format", "json", "--db", str(packaged_database)))
    totals = found["totals"]
    for name in ("statements", "single_source", "disputes", "adopted_values"):
        assert sum(row[name] for row in found["kinds"]) == sum(row[name] for row in found["systems"]) == totals[name]
    assert sum(row["systems"] for row in found["kinds"]) == len(found["systems"]) == totals["systems"]
    for group in ("publishers", "source_kinds"):
        assert sum(row["receipts"] for row in found[group]) == totals["statements"]
        assert sum(row["sources"] for row in found[group]) == totals["sources"]
    assert totals["disputes"] == len(json.loads(run("disputes", "--format", "json", "--db", str(packaged_database))))
    filled = sum(row["filled"] for row in found["properties"])
    assert (
        filled == sum(row["cells_filled"] for row in found["kinds"]) == sum(r["properties"] for r in found["systems"])
    )
    assert all(row["cells_filled"] <= row["cells"] for row in found["kinds"])


@pytest.mark.postgresql
def test_both_engines_give_the_same_answer(specimen_copy: Path, specimen_folder: Path, news: Path) -> None:
    with databases.new_database() as url:
        load_directories(locate(url), [specimen_folder])
        for words in (
            ["ingest", str(news)],
            ["ingest", str(news), "--keep-text"],
            ["mentions", "swift-1"],
            ["coverage"],
            ["coverage", "--unmatched"],
        ):
            for output_format in ("json", "csv", "table"):
                answers = [
                    invoke(*words, "--format", output_format, "--db", address).output
                    for address in (str(specimen_copy), url)
                ]
                assert answers[0] == answers[1]


def test_standard_input_is_ingested(materiel: Program, specimen_copy: Path) -> None:
    piped = subprocess.run(
        [PROGRAM, "ingest", "-", "--db", str(specimen_copy), "--format", "csv"],
        env=materiel.environment,
        input=json.dumps({"url": "https://example.org", "text": TEXT}) + "\n",
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (piped.returncode, piped.stderr) == (0, "")
    assert piped.stdout.splitlines()[1].startswith("1,0,0,0,0,2,3,1")


HOSTILE = {
    "brackets.txt": b"(" * 300_000,
    "names in brackets.txt": b"Swift-1 (" * 20_000,
    "one line.txt": b"The Swift-1 flew over the sea and the Swift-2 did not. " * 20_000,
    "latin.txt": "Der Swift-1 flog über Köln, und die Nähe war groß.".encode("latin-1"),
    "utf16.txt": "The Swift-1 flew over the sea.".encode("utf-16"),
    "entities.html": b"<html><body><p>The Swift&#45;1 flew &amp; &lt;fell&gt;. &#xD800; &#99999999;</p></body></html>",
    "accents.txt": "Swift-1 e\u0301a\u0301 flew.".encode(),
}
REFUSED = {
    "empty.txt": (b"", "is empty"),
    "binary.bin": (bytes(range(256)) * 10, "is no text"),
    "deep.html": (b"<html><body>" + b"<div>" * 40_000 + b"The Swift-1 flew.", "is a page with 40002 tags"),
    "zeros.jsonl": (b'{"text": "a\\u0000b"}\n', "holds zero characters"),
    "half.jsonl": (b'{"text": "a \\ud800 b"}\n', "half of a pair"),
    "brackets.jsonl": (b"[" * 1_000_000, "is no JSON"),
}


def test_whatever_comes_in_is_stored_or_refused_and_the_rest_goes_on(
    materiel: Program, specimen_copy: Path, tmp_path: Path
) -> None:
    pytest.importorskip("trafilatura")
    folder = tmp_path / "hostile"
    folder.mkdir()
    for name, data in {**HOSTILE, **{name: data for name, (data, _) in REFUSED.items()}}.items():
        (folder / name).write_bytes(data)
    (folder / "link.txt").symlink_to(folder / "gone")
    found = materiel("ingest", str(folder), "--db", str(specimen_copy), "--format", "json")
    assert found.returncode == 1
    assert "Traceback" not in found.stderr
    report = json.loads(found.stdout)
    assert (report["new"], report["refused"]) == (len(HOSTILE), len(REFUSED) + 1)
    for name, (_, said) in REFUSED.items():
        assert re.search(
            rf"^materiel: {re.escape(str(folder / name))}(:1)?: .*{re.escape(said)}", found.stderr, re.M
        ), name
    named = json.loads(run("mentions", "swift-1", "--format", "json", "--db", str(specimen_copy)))
    assert {Path(row["article_id"]).name for row in named if row["origin"] == "article"} == HOSTILE.keys() - {
        "brackets.txt"
    }


MATERIEL = [sys.executable, "-c", "from materiel.cli import main; main()"]


def counts(path: Path) -> tuple[int, int, int]:
    with open_reader(locate(str(path))) as reader:
        (row,) = reader.rows(
            "SELECT (SELECT count(*) FROM article) AS a, (SELECT count(*) FROM article_sentence) AS s,"
            " (SELECT count(*) FROM article_mention) AS m"
        )
    return row["a"], row["s"], row["m"]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_kill_in_the_middle_loses_no_article_that_was_stored(specimen_copy: Path, tmp_path: Path, jobs: str) -> None:
    total = 2000
    path = tmp_path / "many.jsonl"
    records = [json.dumps({"id": str(n), "text": f"{TEXT} It was on day {n}."}) + "\n" for n in range(total)]
    os.mkfifo(path)
    words = [*MATERIEL, "ingest", str(path), "--jobs", jobs, "--db", str(specimen_copy)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        # It waits for the other half, however fast it is.
        with path.open("w", encoding="utf-8") as pipe:
            pipe.writelines(records[: total // 2])
            pipe.flush()
            while (before := counts(specimen_copy)[0]) < total // 20:
                assert process.poll() is None
                time.sleep(0.01)
            process.send_signal(signal.SIGKILL)
        process.wait(60)
    path.unlink()
    path.write_text("".join(records), encoding="utf-8")
    articles, sentences, mentions = counts(specimen_copy)
    assert before <= articles < total
    assert (sentences, mentions) == (3 * articles, 3 * articles)
    report = json.loads(run("ingest", str(path), "--db", str(specimen_copy), "--format", "json"))
    assert (report["new"], report["unchanged"]) == (total - articles, articles)
    assert counts(specimen_copy) == (total, 3 * total, 3 * total)


def test_memory_does_not_grow_with_the_number_of_articles(specimen_copy: Path, tmp_path: Path) -> None:
    program = (
        "import resource, sys\nfrom materiel.cli.app import app\n"
        "try: app(sys.argv[1:], prog_name='materiel')\n"
        "finally: print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
    )
    peaks = []
    for total in (150, 1500):
        path = tmp_path / f"{total}.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for number in range(total):
                file.write(json.dumps({"id": f"{total}-{number}", "text": f"{TEXT} On day {number}. " * 5}) + "\n")
        words = [sys.executable, "-c", program, "ingest", str(path), "--db", str(specimen_copy)]
        found = subprocess.run(words, capture_output=True, text=True, check=True, timeout=120)
        peaks.append(int(found.stderr.split()[-1]))
    assert peaks[1] < peaks[0] * 1.1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["mentions", "swift-9"], "did you mean"),
        (["mentions", "Dart"], "is the name of several systems"),
        (["ingest", "a.txt", "--db", "nowhere.sqlite"], "there is no database here"),
        (["ingest", "a.txt", "--encoding", "cp0"], "--encoding cp0: is no encoding"),
        (["coverage", "--db", "nowhere.sqlite"], "there is no database here"),
    ],
)
def test_trouble_is_one_line(materiel: Program, specimen_copy: Path, words: list[str], said: str) -> None:
    db = [] if "--db" in words else ["--db", str(specimen_copy)]
    assert said in materiel.trouble(*words, *db)


def test_a_file_that_is_not_there_is_named_and_nothing_is_stored(materiel: Program, specimen_copy: Path) -> None:
    before = specimen_copy.read_bytes()
    found = materiel("ingest", "nowhere.txt", "--db", str(specimen_copy))
    assert found.returncode == 1
    assert one_line(found.stderr) == "materiel: nowhere.txt: No such file or directory"
    assert specimen_copy.read_bytes() == before


def test_a_read_only_database_is_named(materiel: Program, specimen_copy: Path, news: Path) -> None:
    specimen_copy.chmod(0o444)
    if os.access(specimen_copy, os.W_OK):
        pytest.skip("whoever runs the tests may write to every file")
    assert "readonly" in materiel.trouble("ingest", str(news / "a.txt"), "--db", str(specimen_copy))


def test_articles_go_into_the_embedded_database_and_stay_when_it_is_renewed(materiel: Program, news: Path) -> None:
    environment: dict[str, Any] = materiel.environment
    assert materiel("ingest", str(news / "a.txt")).returncode == 0
    path = Path(materiel("db", "path").stdout.strip())
    words = "SELECT key, value FROM build WHERE key = 'writes'"
    assert "writes" in materiel("sql", words).stdout
    assert str(environment["XDG_DATA_HOME"]) in str(path)
    before = counts(path)
    program = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]);"
        "c.execute(\"UPDATE build SET value = 'old' WHERE key IN ('seeds_stamp', 'seeds_digest')\"); c.commit()"
    )
    subprocess.run([sys.executable, "-c", program, str(path)], check=True)
    # The change was not ours, so the counter no longer agrees: what is noted is put right as a renewal would find it.
    from materiel.database.writes import note_writes

    note_writes(path)
    assert materiel("list").returncode == 0
    assert counts(path) == before
