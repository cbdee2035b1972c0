from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from rdflib import RDF, BNode, Graph, Literal, Namespace, URIRef
from rdflib.namespace import PROV, SKOS, XSD
from rdflib.query import ResultRow

from graphs import exported_graph, what_is_wrong
from materiel.database.location import Location
from materiel.export.tables import Level
from materiel.export.vocabulary import CLASSES, LINKS, PREFIXES, TERMS
from materiel.models.vocabulary import ADOPTABLE
from materiel.seeds.load import load_directories
from samples import SeedFolder, says

MATERIEL = Namespace(PREFIXES["materiel"])
SCHEMA = Namespace(PREFIXES["schema"])
OA = Namespace(PREFIXES["oa"])
EDTF = URIRef(PREFIXES["edtf"] + "EDTF")


@pytest.fixture(scope="module")
def graph(specimen: str, tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """Return the specimen with full receipts, of each engine."""
    return exported_graph(specimen, tmp_path_factory.mktemp("graph") / "all.ttl")


@pytest.fixture(scope="module")
def packaged(packaged_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """Return some systems of the seeds of this version with full receipts."""
    systems = ["an-2", "su-57", "kilo-class", "kn-23"]
    return exported_graph(packaged_database, tmp_path_factory.mktemp("graph") / "some.ttl", systems=systems)


def system(key: str) -> URIRef:
    return URIRef(PREFIXES["system"] + key)


def prop(key: str) -> URIRef:
    return URIRef(PREFIXES["property"] + key)


def rows(graph: Graph, query: str) -> list[tuple[str, ...]]:
    return sorted(tuple(str(value) for value in row) for row in graph.query(query) if isinstance(row, ResultRow))


def test_it_can_be_asked_for_a_value_who_says_so_and_in_which_sentence(packaged: Graph) -> None:
    found = rows(
        packaged,
        """
        SELECT ?value ?unit ?title ?publisher ?ordinal ?quote ?page WHERE {
            ?system schema:identifier "su-57" ; schema:additionalProperty ?claim .
            ?claim materiel:property property:wingspan_m ; schema:value ?value ; schema:unitText ?unit ;
                prov:wasDerivedFrom ?sentence ; prov:wasQuotedFrom ?page .
            ?sentence materiel:ordinal ?ordinal ; dcterms:isPartOf ?source .
            ?source dcterms:title ?title ; dcterms:publisher/schema:name ?publisher .
            ?annotation oa:hasBody ?claim ; oa:hasTarget/oa:hasSelector/oa:refinedBy/oa:exact ?quote .
        }
        """,
    )
    ((value, unit, title, publisher, ordinal, quote, page),) = found
    assert value in quote.replace(",", ".")
    assert unit == "m"
    assert title
    assert publisher
    assert int(ordinal) >= 1
    assert page.startswith("https://")
    assert "#:~:text=" in page


def test_the_chain_of_speakers_can_be_asked_for(graph: Graph) -> None:
    found = rows(
        graph,
        """
        SELECT ?position ?name ?role ?words WHERE {
            system:swift-1 materiel:holding ?holding .
            ?holding prov:qualifiedAttribution ?link .
            ?link materiel:position ?position ; prov:agent/schema:name ?name ; materiel:words ?words ;
                prov:hadRole/skos:prefLabel ?role .
        }
        """,
    )
    assert found == [("1", "Testland", "official", "indirect")]


def test_it_has_the_shapes_that_it_should(graph: Graph, packaged: Graph) -> None:
    assert what_is_wrong(graph) == ""
    assert what_is_wrong(packaged) == ""


BROKEN = {
    "no firmness": "DELETE { ?s materiel:firmness ?o } WHERE { ?s a materiel:Claim ; materiel:firmness ?o }",
    "no source": "DELETE { ?s dcterms:source ?o } WHERE { ?s a materiel:Holding ; dcterms:source ?o }",
    "a property without a claim": "INSERT DATA { system:pike property:beam_m 9 }",
    "a value that was not adopted": "INSERT { ?system schema:additionalProperty ?s }"
    " WHERE { ?s materiel:adopted false ; materiel:about ?system }",
    "a long quote": "DELETE { ?x oa:exact ?words } INSERT { ?x oa:exact 'a b c d e f g h i j k l m' }"
    " WHERE { ?x oa:exact ?words }",
    "a plan as a fact": "INSERT { ?system materiel:holding ?s }"
    " WHERE { ?s materiel:firmness firmness:planned ; materiel:about ?system }",
}


@pytest.mark.parametrize("change", BROKEN)
def test_the_shapes_find_what_is_wrong(specimen_file: Path, tmp_path: Path, change: str) -> None:
    broken = exported_graph(specimen_file, tmp_path / "all.ttl")
    broken.update(BROKEN[change])
    assert what_is_wrong(broken) != ""


@pytest.mark.parametrize("level", Level)
def test_a_system_leads_only_to_what_somebody_stands_behind(specimen: str, tmp_path: Path, level: Level) -> None:
    graph = exported_graph(specimen, tmp_path / "all.ttl", level)
    reached = [value for key in ("swift-1", "swift-2", "pike") for value in graph.objects(system(key))]
    firmness = {str(word).rpartition(":")[2] for value in reached for word in graph.objects(value, MATERIEL.firmness)}
    assert firmness <= set(ADOPTABLE)
    assert bool(firmness) == (level is not Level.none)


@pytest.mark.parametrize("level", [Level.short, Level.none])
def test_in_short_there_is_only_what_is_established(specimen: str, tmp_path: Path, level: Level) -> None:
    graph = exported_graph(specimen, tmp_path / "all.ttl", level)
    claims = set(graph.subjects(RDF.type, MATERIEL.Claim))
    assert claims == set(graph.objects(None, SCHEMA.additionalProperty))
    assert not list(graph.subjects(RDF.type, OA.Annotation))
    quotes = set(graph.subjects(MATERIEL.quote))
    assert bool(quotes & claims) == (level is Level.short)
    assert bool(list(graph.subjects(PROV.wasDerivedFrom))) == (level is Level.short)
    assert list(graph.objects(None, URIRef(PREFIXES["dcterms"] + "source")))


def test_values_have_the_types_that_they_should(graph: Graph) -> None:
    swift = system("swift-1")
    assert graph.value(swift, prop("wingspan_m")) == Literal("18.0", datatype=XSD.decimal)
    assert graph.value(swift, prop("crew")) == Literal(1)
    assert graph.value(swift, prop("first_flight")) == Literal("1977-05-20", datatype=XSD.date)
    assert graph.value(swift, prop("country_of_origin")) == Literal("Testland")
    since = next(graph.objects(None, MATERIEL.since))
    assert since == Literal("2001", datatype=EDTF)
    assert Literal("Свифт-1", lang="ru") in graph.objects(swift, SCHEMA.alternateName)


def test_what_holds_under_a_condition_is_no_property_by_itself(graph: Graph) -> None:
    assert graph.value(system("swift-1"), prop("range_km")) is None
    found = rows(
        graph,
        """
        SELECT ?value ?condition WHERE {
            system:swift-1 schema:additionalProperty ?claim .
            ?claim materiel:property property:range_km ; materiel:condition ?condition ; schema:value ?value
        }
        """,
    )
    assert found == [("3400.0", "with external tanks")]


@pytest.mark.parametrize(
    ("stated", "low", "high"),
    [("900-1,500 km", "900.0", "1500.0"), ({"value": "900 km", "bound": "at least"}, "900.0", None)],
)
def test_a_range_is_no_single_number(
    folder: SeedFolder, tmp_path: Path, stated: object, low: str, high: str | None
) -> None:
    folder.says(says(claim={"range_km": stated}))
    load_directories(Location(path=tmp_path / "test.sqlite"), [folder.path])
    graph = exported_graph(tmp_path / "test.sqlite", tmp_path / "all.ttl")
    assert graph.value(system("test-plane"), prop("range_km")) is None
    (claim,) = graph.subjects(MATERIEL.property, prop("range_km"))
    assert graph.value(claim, SCHEMA.value) is None
    assert graph.value(claim, SCHEMA.minValue) == Literal(low, datatype=XSD.decimal)
    found = graph.value(claim, SCHEMA.maxValue)
    assert found == (None if high is None else Literal(high, datatype=XSD.decimal))


def test_a_mention_has_its_place_in_the_sentence(graph: Graph) -> None:
    found = rows(
        graph,
        """
        SELECT ?exact ?start ?end WHERE {
            ?mention oa:hasBody system:swift-1 ; oa:motivatedBy oa:identifying ;
                oa:hasTarget/oa:hasSelector ?fragment .
            ?fragment oa:refinedBy ?quotation, ?position .
            ?quotation oa:exact ?exact . ?position oa:start ?start ; oa:end ?end .
        }
        """,
    )
    assert found == [("Swift-1", "4", "11")]


def test_a_denial_names_what_it_denies(graph: Graph) -> None:
    found = rows(
        graph,
        "SELECT ?one ?other WHERE { ?a materiel:denies ?b . ?a materiel:firmness ?one . ?b materiel:firmness ?other }",
    )
    assert found == [("urn:materiel:firmness:denied", "urn:materiel:firmness:asserted")]


def test_no_sentence_is_handed_on_unless_its_rights_allow_it(specimen_copy: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(specimen_copy)) as connection, connection:
        connection.execute("UPDATE sentence SET text = 'Attached: ' || source_id")
    graph = exported_graph(specimen_copy, tmp_path / "all.ttl")
    assert {str(text) for text in graph.objects(None, MATERIEL.text)} == {"Attached: gamma-page"}
    assert not [text for text in map(str, graph.objects()) if "Attached" in text and "gamma-page" not in text]


def test_everything_has_a_name(packaged: Graph) -> None:
    """Names stay: a nameless node would be another one in each file."""
    assert not [node for triple in packaged for node in triple if isinstance(node, BNode)]


def test_every_term_of_our_own_is_explained(packaged: Graph, graph: Graph) -> None:
    used = {
        node for found in (packaged, graph) for triple in found for node in triple if str(node).startswith(MATERIEL)
    }
    assert used <= {MATERIEL[term] for term in (*CLASSES, *TERMS)}
    assert all(packaged.value(term, URIRef(PREFIXES["rdfs"] + "comment")) for term in used)


def test_links_lead_to_things_and_all_else_is_a_value(packaged: Graph) -> None:
    links = {name: URIRef(PREFIXES[name.partition(":")[0]] + name.partition(":")[2]) for name in LINKS}
    for predicate in set(packaged.predicates()) - {RDF.type}:
        kinds = {isinstance(value, URIRef) for value in packaged.objects(None, predicate)}
        assert kinds == {predicate in links.values()}, predicate


def test_categories_and_roles_are_concepts(packaged: Graph) -> None:
    labels = {str(label) for label in packaged.objects(None, SKOS.prefLabel)}
    assert {"stealth fighter", "quoted document", "asserted"} <= labels


@pytest.mark.parametrize("level", Level)
def test_a_selection_has_no_other_system(specimen: str, tmp_path: Path, level: Level) -> None:
    graph = exported_graph(specimen, tmp_path / "some.ttl", level, ["pike"])
    assert set(graph.subjects(RDF.type, MATERIEL.System)) == {system("pike")}
    assert set(graph.subjects(URIRef(PREFIXES["dcterms"] + "title"), None)) >= {
        URIRef(PREFIXES["source"] + "gamma-page")
    }
    assert (URIRef(PREFIXES["source"] + "acme-planes"), None, None) not in graph
