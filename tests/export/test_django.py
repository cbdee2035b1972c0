"""The Django export is migrated, loaded and asked by Django itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

import databases
from exporting import exported
from materiel.errors import ExportError
from materiel.export.formats import Options
from materiel.export.tables import Level

SETTINGS = """
SECRET_KEY = "test"
INSTALLED_APPS = ["equipment_data"]
USE_TZ = True
DATABASES = {{"default": {database}}}
"""
ASKED = """
import django, json
django.setup()
from equipment_data import models
su57 = models.Aircraft.objects.get(pk="su-57")
print(json.dumps({
    "wingspan": su57.wingspan_m,
    "equipment": str(su57.equipment),
    "names": su57.equipment.designation_set.filter(name="Felon").count(),
    "held": models.Holding.objects.filter(operator__name="North Korea").exists(),
    "shown": sorted({str(type(str(row))) for model in django.apps.apps.get_models() for row in model.objects.all()}),
    "rows": {model.__name__: model.objects.count() for model in django.apps.apps.get_models()},
}))
"""


class Project:
    """A Django project with nothing but the exported application."""

    def __init__(self, folder: Path, database: dict[str, object]) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)
        (folder / "settings.py").write_text(SETTINGS.format(database=database), encoding="utf-8")

    def python(self, *words: str) -> str:
        """Run Python in the project; whatever it warns of is an error."""
        environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "settings", "PYTHONPATH": str(self.folder)}
        ran = subprocess.run(
            [sys.executable, "-W", "error", *words],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == 0, ran.stderr[-2000:]
        return ran.stdout

    def manage(self, *words: str) -> None:
        """Run a command of Django's."""
        self.python("-m", "django", *words)

    def ask(self) -> dict[str, object]:
        """Ask the models."""
        found: dict[str, object] = json.loads(self.python("-c", ASKED))
        return found


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def project(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Project]:
    if request.param == "sqlite":
        name = str(tmp_path / "project.sqlite")
        yield Project(tmp_path / "project", {"ENGINE": "django.db.backends.sqlite3", "NAME": name})
        return
    with databases.new_database() as url:
        parts = urlsplit(url)
        yield Project(
            tmp_path / "project",
            {
                "ENGINE": "django.db.backends.postgresql",
                "NAME": parts.path[1:],
                "HOST": parts.hostname,
                "PORT": str(parts.port or ""),
                "USER": parts.username,
                "PASSWORD": parts.password or "",
            },
        )


# Without receipts the tables are those of `short`, but for two.
@pytest.mark.parametrize("level", [Level.full, Level.short])
def test_django_migrates_loads_and_answers(project: Project, packaged_part: Path, level: Level) -> None:
    exported(packaged_part, "django", project.folder / "equipment_data", level)
    project.manage("check", "--fail-level", "WARNING")
    project.manage("makemigrations", "equipment_data")
    project.manage("migrate")
    project.manage("loaddata", "materiel")
    once = project.ask()
    project.manage("loaddata", "materiel")
    assert project.ask() == once
    assert once["wingspan"] == 14.2
    assert once["shown"] == ["<class 'str'>"]
    assert once["names"]
    assert once["held"]


@pytest.mark.parametrize("project", ["sqlite"], indirect=True)
def test_a_selection_fits_its_models(project: Project, packaged_database: Path) -> None:
    exported(packaged_database, "django", project.folder / "equipment_data", Level.full, ["su-57", "arms"])
    for words in (["makemigrations", "equipment_data"], ["migrate"], ["loaddata", "materiel"]):
        project.manage(*words)
    assert project.ask()["wingspan"] == 14.2


@pytest.mark.parametrize("name", ["my-data", "1st", "class", "django", "json", "materiel", "a b"])
def test_a_folder_that_cannot_be_a_package_is_refused(specimen_file: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(ExportError, match="Python package"):
        exported(specimen_file, "django", tmp_path / name)
    assert not (tmp_path / name).exists()


def test_a_schema_is_refused(specimen_file: Path, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="--prefix"):
        exported(specimen_file, "django", tmp_path / "data", options=Options(schema="x"))


def test_a_prefix_begins_the_names_of_the_tables(specimen_file: Path, tmp_path: Path) -> None:
    folder = exported(specimen_file, "django", tmp_path / "data", options=Options(prefix="mil_"))
    assert 'db_table = "mil_aircraft"' in (folder / "models.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("level", list(Level))
def test_the_same_content_gives_the_same_bytes(
    specimen: str, specimen_file: Path, tmp_path: Path, level: Level
) -> None:
    here = exported(specimen, "django", tmp_path / "data", level)
    there = exported(specimen_file, "django", _sibling(tmp_path), level)
    files = sorted(path.relative_to(here) for path in here.rglob("*") if path.is_file())
    assert files == sorted(path.relative_to(there) for path in there.rglob("*") if path.is_file())
    assert all((here / name).read_bytes() == (there / name).read_bytes() for name in files)


def _sibling(tmp_path: Path) -> Path:
    (tmp_path / "other").mkdir()
    return tmp_path / "other" / "data"


def test_migrations_are_kept_when_the_rest_is_replaced(specimen_file: Path, tmp_path: Path) -> None:
    folder = exported(specimen_file, "django", tmp_path / "data")
    own = folder / "migrations" / "0001_initial.py"
    own.write_text("# ours\n", encoding="utf-8")
    (folder / "models.py").write_text("# theirs\n", encoding="utf-8")
    exported(specimen_file, "django", folder)
    assert own.read_text(encoding="utf-8") == "# ours\n"
    assert (folder / "models.py").read_text(encoding="utf-8") != "# theirs\n"


@pytest.mark.parametrize("level", list(Level))
def test_the_code_is_laid_out_as_a_formatter_does(packaged_database: Path, tmp_path: Path, level: Level) -> None:
    folder = exported(packaged_database, "django", tmp_path / "data", level)
    for words in (["check", "--select", "E,F,I,RUF", "--line-length", "88"], ["format", "--check"]):
        ran = subprocess.run(
            [sys.executable, "-m", "ruff", *words, "--isolated", "--no-cache", str(folder)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == 0, ran.stdout
