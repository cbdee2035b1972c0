from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCTERMS

from exporting import exported
from graphs import exported_graph, parsed
from materiel.export.nodes import address, name, wording
from materiel.export.tables import Level
from materiel.export.turtle import turtle
from materiel.export.vocabulary import PREFIXES

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
HOSTILE = (
    'He said "x" \\ and left.',
    "two\nlines\r\nand\ta tab",
    "🚀 emoji and שלום right to left \u202e turned",
    '"""',
    "ends with \\",
    "\x00\x01\x1f\x7f\x85\u2028",
    "=cmd()|' /C calc'!A0 <b>&amp;</b> ^^xsd:date @en .",
)


def read(text: str) -> Graph:
    prefixes = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
    return Graph().parse(data=prefixes + text, format="turtle")


@pytest.mark.parametrize("level", Level)
def test_it_is_the_graph_of_json_ld(specimen: str, tmp_path: Path, level: Level) -> None:
    one = exported_graph(specimen, tmp_path / "all.ttl", level, name="turtle")
    other = exported_graph(specimen, tmp_path / "all.jsonld", level, name="jsonld")
    assert isomorphic(one, other)


@pytest.mark.parametrize("level", Level)
def test_our_own_data_give_the_same_graph_in_both(packaged_part: Path, tmp_path: Path, level: Level) -> None:
    one = exported_graph(packaged_part, tmp_path / "all.ttl", level, name="turtle")
    other = exported_graph(packaged_part, tmp_path / "all.jsonld", level, name="jsonld")
    # Nothing is nameless: to be isomorphic is to have the same triples.
    assert set(one) == set(other)


@given(TEXT)
def test_any_text_comes_through(text: str) -> None:
    (triple,) = read(turtle({"@id": "system:x", "materiel:note": text}))
    assert triple == (URIRef("urn:materiel:system:x"), URIRef("urn:materiel:term:note"), Literal(text))


@given(TEXT)
def test_any_text_comes_through_in_its_language(text: str) -> None:
    (triple,) = read(turtle({"@id": "system:x", "schema:name": wording(text, "ru")}))
    assert triple[2] == Literal(text, lang="ru")


@given(TEXT)
def test_any_key_makes_a_name(key: str) -> None:
    (triple,) = read(turtle({"@id": name("category", key), "materiel:note": "x"}))
    assert str(triple[0]) == PREFIXES["category"] + name("category", key).removeprefix("category:")


@given(TEXT)
def test_any_address_makes_a_link(rest: str) -> None:
    url = address(f"https://example.org/{rest}")
    (triple,) = read(turtle({"@id": "source:x", "schema:url": url}))
    assert triple[2] == URIRef(url)


def test_things_inside_others_follow_them() -> None:
    inner = {"@id": "fragment:x", "rdf:value": "y"}
    text = turtle({"@id": "target:x", "@type": ["oa:SpecificResource"], "oa:hasSelector": inner})
    assert text == (
        'target:x a oa:SpecificResource ;\n    oa:hasSelector fragment:x .\n\nfragment:x rdf:value "y" .\n\n'
    )


@pytest.mark.parametrize("form", ["turtle", "jsonld"])
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_and_addresses_come_through(specimen_copy: Path, tmp_path: Path, form: str, text: str) -> None:
    url = f"https://example.org/{text}"
    with closing(sqlite3.connect(specimen_copy)) as connection, connection:
        connection.execute("UPDATE source SET title = ?, url = ?, note = ?", (text, url, text))
        connection.execute("UPDATE equipment SET name = ?, description = ?", (text, text))
        connection.execute("UPDATE evidence SET quote = ?, cue = ?, note = ?", (text, text, text))
        connection.execute("UPDATE designation SET name = ?, language = ?", (text, text))
        connection.execute("UPDATE agent SET name = ?, country = ?", (text, text))
    graph = exported_graph(specimen_copy, tmp_path / "all", name=form)
    assert (URIRef("urn:materiel:source:gamma-page"), DCTERMS.title, Literal(text, lang="en")) in graph
    for term, key in {"description": "system:pike", "url": "source:gamma-page"}.items():
        prefix, _, rest = key.partition(":")
        (found,) = graph.objects(URIRef(PREFIXES[prefix] + rest), URIRef(PREFIXES["schema"] + term))
        assert found == (Literal(text) if term == "description" else URIRef(address(url)))
    assert set(graph.objects(None, URIRef(PREFIXES["oa"] + "exact"))) >= {Literal(text)}


@pytest.mark.parametrize("form", ["turtle", "jsonld"])
def test_the_bytes_do_not_hang_on_the_hash_of_texts(specimen_file: Path, tmp_path: Path, form: str) -> None:
    """A set or dictionary in the order of its hashes would differ from one run to the next."""
    script = "import sys; sys.path.insert(0, sys.argv[1]); from pathlib import Path; from exporting import exported;"
    script += (
        " from materiel.export.tables import Level; exported(sys.argv[2], sys.argv[3], Path(sys.argv[4]), Level.full)"
    )
    tests = str(Path(__file__).parents[1])
    found = set()
    for seed in ("1", "2"):
        path = tmp_path / seed
        words = [sys.executable, "-c", script, tests, str(specimen_file), form, str(path)]
        subprocess.run(words, env={**os.environ, "PYTHONHASHSEED": seed}, check=True)
        found.add(path.read_bytes())
    assert len(found) == 1
    assert parsed(exported(specimen_file, form, tmp_path / "here", Level.full), form)
    assert (tmp_path / "here").read_bytes() in found
