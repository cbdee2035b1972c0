"""Cold start: `materiel show` beside `sqlite-utils query`, and `materiel --help` beside a Typer hello-world.

Two clean virtual environments are built in a temporary directory, so pip and an index are needed.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from measuring import clean_environment, environment, report, run_quietly, time_processes

CHECKOUT = Path(__file__).resolve().parents[2]
SHOW_GOAL = 0.8
HELP_GOAL = 1.5
SYSTEM = "su-57"
HELLO = """\
import typer

app = typer.Typer()


@app.command()
def hello(name: str = "world") -> None:
    print(f"Hello {name}")


app()
"""


def main() -> int:
    """Build the environments, time, print; the exit code says whether the goals are met."""
    options = _options()
    with tempfile.TemporaryDirectory() as directory:
        return _run(Path(directory), options.seeds, options.rounds)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, metavar="N", help="runs of each command (15)")
    parser.add_argument("--seeds", type=Path, metavar="DIR", help="load these seeds, not the packaged ones")
    return parser.parse_args()


def _run(directory: Path, seeds: Path | None, rounds: int) -> int:
    ours = clean_environment(directory / "materiel", str(CHECKOUT))
    peer = clean_environment(directory / "peer", "sqlite-utils")
    print("versions:", _versions(ours, "materiel", "typer"), _versions(peer, "sqlite-utils"))
    database = directory / "materiel.sqlite"
    run_quietly(str(ours / "materiel"), "seeds", "load", *([str(seeds)] if seeds else []), "--db", str(database))
    hello = directory / "hello.py"
    hello.write_text(HELLO, encoding="utf-8")
    commands = _commands(ours, peer, database, hello)
    medians = time_processes(commands, rounds)
    pass_, show, query, help_, greeting = commands
    return report(
        [
            medians.line(pass_),
            medians.beside(query, pass_),
            medians.beside(greeting, pass_),
            medians.beside(show, query, SHOW_GOAL),
            medians.beside(help_, greeting, HELP_GOAL),
        ]
    )


def _commands(ours: Path, peer: Path, database: Path, hello: Path) -> dict[str, list[str]]:
    """Return what is timed, in the order in which it runs: each of ours next to its peer."""
    select = f"select * from receipts where equipment_id='{SYSTEM}'"
    return {
        "python -c pass": [str(ours / "python"), "-c", "pass"],
        f"materiel show {SYSTEM}": [str(ours / "materiel"), "show", SYSTEM, "--db", str(database)],
        "sqlite-utils query": [str(peer / "sqlite-utils"), "query", str(database), select],
        "materiel --help": [str(ours / "materiel"), "--help"],
        "hello-world Typer app": [str(ours / "python"), str(hello)],
    }


def _versions(scripts: Path, *packages: str) -> str:
    code = "import sys, importlib.metadata as m; print(*(f'{p} {m.version(p)}' for p in sys.argv[1:]))"
    command = [str(scripts / "python"), "-c", code, *packages]
    found = subprocess.run(command, check=True, capture_output=True, text=True, env=environment())
    return found.stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
