"""Systems are found by any of their names."""

from __future__ import annotations

import pytest

from materiel.catalog.names import close_names, complete, resolve
from materiel.database.location import Location
from materiel.database.reader import Reader, open_reader
from materiel.errors import AmbiguousNameError, NameNotFoundError
from materiel.seeds.load import load_directories
from samples import SeedFolder


@pytest.mark.parametrize(
    "name",
    [
        "swift-1",
        "SWIFT 1",
        "swift1",
        "Swift_1",
        "Acme Swift-1",
        "acme swift 1",
        "Свифт-1",
        "СВИФТ 1",
        "свифт1",
        "  swift-1  ",
    ],
)
def test_case_spaces_hyphens_and_scripts_do_not_matter(reader: Reader, name: str) -> None:
    assert resolve(reader, name) == "swift-1"


def test_a_name_of_several_systems_is_answered_with_all_candidates(reader: Reader) -> None:
    with pytest.raises(AmbiguousNameError) as caught:
        resolve(reader, "dart")
    assert all(candidate in str(caught.value) for candidate in ("Acme Swift-1 (swift-1)", "Acme Swift-2 (swift-2)"))


def test_an_id_leads_to_its_system_whatever_else_goes_by_it(folder: SeedFolder, location: Location) -> None:
    for name, words in (("dart", "Acme Dart"), ("swift", "Dart")):
        folder.system("aircraft", name, name=words)
    load_directories(location, [folder.path])
    with open_reader(location) as reader:
        assert resolve(reader, "dart") == "dart"
        with pytest.raises(AmbiguousNameError):
            resolve(reader, "Dart ")


def test_an_unknown_name_is_answered_with_close_ones(reader: Reader) -> None:
    with pytest.raises(NameNotFoundError, match=r"did you mean .*Pike class"):
        resolve(reader, "Pick class")


@pytest.mark.parametrize("name", ["", "---", "zzzzzzzz", "' OR 1=1 --", "%", ":id", "\x00", "名" * 500])
def test_a_name_unlike_any_other_leads_to_the_list(reader: Reader, name: str) -> None:
    with pytest.raises(NameNotFoundError, match="materiel list"):
        resolve(reader, name)


def test_each_system_is_offered_once_and_the_closest_first(reader: Reader) -> None:
    offered = [row["id"] for row in close_names(reader, "acme swift 2x")]
    assert offered[0] == "swift-2"
    assert len(offered) == len(set(offered))


@pytest.mark.parametrize("prefix", ["Свиф", "свиф", "Acme", "acme sw", "pi"])
def test_completion_offers_names_that_lead_to_a_system(reader: Reader, prefix: str) -> None:
    found = complete(reader, prefix)
    assert found
    assert all(resolve(reader, name) for name in found)


def test_completion_offers_nothing_for_what_no_name_begins_with(reader: Reader) -> None:
    assert complete(reader, "zzz") == []
