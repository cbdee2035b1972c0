"""The graph besides its systems: what it says of itself, the terms it uses, agents, categories, sources, sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from materiel.export import notice
from materiel.export.content import Content
from materiel.export.nodes import Node, address, moment, name, present, wording
from materiel.export.receipts import role
from materiel.export.references import referenced
from materiel.export.statements import OPEN_TEXT, Row
from materiel.export.tables import Level
from materiel.export.values import unit
from materiel.export.vocabulary import CLASSES, TERMS
from materiel.models.vocabulary import FIRMNESS, ROLES

_LICENCES: Final = {
    "public domain": "https://creativecommons.org/publicdomain/mark/1.0/",
    "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC BY-SA 4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC BY-SA 3.0": "https://creativecommons.org/licenses/by-sa/3.0/",
}
_SOURCES: Final = {
    "government document": "schema:Report",
    "research report": "schema:Report",
    "specialist press": "schema:Article",
    "wire report": "schema:NewsArticle",
    "news article": "schema:NewsArticle",
    "state media report": "schema:NewsArticle",
}
_AGENTS: Final = {"person": "prov:Person", "place": "prov:Location", "unnamed": "prov:Agent"}
_LOCATOR: Final = ("kind", "ordinal", "paragraph", "sha256", "starts", "ends", "text")
_NO_STATEMENTS: Final = ("System", "Statement", "Sentence")

SOURCES_OF_A_NODE: Final = 500
"""Sources that are listed together as those of the whole: it is told in several nodes, not in one without end."""


def opening(content: Content) -> Iterator[Node]:
    """Yield all things but the systems and what is stated of them."""
    dataset = _dataset(content)
    yield dataset
    yield from _terms()
    yield from _properties(content)
    yield from map(_agent, referenced(content, "agent"))
    yield from map(_category, referenced(content, "category"))
    yield from _sources(content, dataset["@id"])
    if content.level is Level.full:
        yield from _sentences(content)


def _dataset(content: Content) -> Node:
    about = notice.about(content)
    digest = about["content_digest"]
    return present(
        {
            "@id": name("dataset", digest or "content"),
            "@type": ["schema:Dataset", "prov:Entity"],
            "dcterms:title": about["title"],
            "dcterms:rights": about["rights"],
            "dcterms:license": notice.LICENCE["path"],
            "dcterms:description": about["caution"],
            "schema:version": about["materiel"],
            "materiel:contentDigest": digest,
            "materiel:receipts": about["receipts"],
        }
    )


def _terms() -> Iterator[Node]:
    for term, comment in CLASSES.items():
        parent = None if term in _NO_STATEMENTS else "materiel:Statement"
        values = {"rdfs:label": term, "rdfs:comment": comment, "rdfs:subClassOf": parent}
        yield present({"@id": f"materiel:{term}", "@type": "rdfs:Class", **values})
    for term, comment in TERMS.items():
        yield {"@id": f"materiel:{term}", "@type": "rdf:Property", "rdfs:label": term, "rdfs:comment": comment}
    for word in FIRMNESS:
        yield {"@id": name("firmness", word), "@type": "skos:Concept", "skos:prefLabel": word}
    for word in ROLES:
        yield {"@id": role(word), "@type": ["prov:Role", "skos:Concept"], "skos:prefLabel": word}


def _properties(content: Content) -> Iterator[Node]:
    """Yield the properties. One that several kinds have is one: its unit is the same, its labels may differ."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in referenced(content, "property"):
        found[row["name"]].append(row)
    for key, rows in sorted(found.items()):
        values = {
            "@id": name("property", key),
            "@type": "rdf:Property",
            "rdfs:label": list(dict.fromkeys(row["label"] for row in rows)),
            "rdfs:comment": list(dict.fromkeys(row["description"] for row in rows)),
            **unit(rows[0]["unit"]),
            "materiel:kind": [row["kind"] for row in rows],
        }
        yield present(values)


def _agent(row: Row) -> Node:
    values = {
        "@id": name("agent", row["id"]),
        "@type": _AGENTS.get(row["kind"], "prov:Organization"),
        "schema:name": row["name"],
        "materiel:kind": row["kind"],
        "materiel:country": row["country"],
    }
    return present(values)


def _category(row: Row) -> Node:
    values = {
        "@id": name("category", row["id"]),
        "@type": "skos:Concept",
        "skos:prefLabel": row["id"],
        "materiel:kind": row["kind"],
        "materiel:unroca": row["unroca"],
        "materiel:app6d": row["app6d"],
    }
    return present(values)


def _sources(content: Content, dataset: str) -> Iterator[Node]:
    listed: list[str] = []
    for row in referenced(content, "source"):
        source = _source(row)
        yield source
        listed.append(source["@id"])
        if len(listed) == SOURCES_OF_A_NODE:
            yield {"@id": dataset, "dcterms:source": listed}
            listed = []
    if listed:
        yield {"@id": dataset, "dcterms:source": listed}


def _source(row: Row) -> Node:
    publisher = name("agent", row["publisher_id"])
    values = {
        "@id": name("source", row["id"]),
        "@type": [_SOURCES.get(row["kind"], "schema:WebPage"), "prov:Entity"],
        "dcterms:title": wording(row["title"], row["language"]),
        "dcterms:publisher": publisher,
        "prov:wasAttributedTo": publisher,
        "schema:author": row["author"],
        "dcterms:issued": moment(row["published"]),
        "dcterms:language": row["language"],
        "dcterms:rights": row["rights"],
        "dcterms:license": _LICENCES.get(row["rights"]),
        "schema:url": address(row["url"]),
        "materiel:kind": row["kind"],
        "materiel:retrieved": moment(row["retrieved"]),
        "materiel:scope": row["scope"],
        "materiel:grade": row["grade"],
        "materiel:sha256": row["sha256"],
        "materiel:canonicalVersion": row["canonical_version"],
        "materiel:reviewed": moment(row["reviewed"]),
        "materiel:reviewedBy": row["reviewed_by"],
        "materiel:note": row["note"],
    }
    return present(values)


def _sentences(content: Content) -> Iterator[Node]:
    of_source = "FROM source WHERE source.id = sentence.source_id"
    text = f"(SELECT {OPEN_TEXT} {of_source})"
    link = f"(SELECT source.url || sentence.fragment {of_source})"
    for row in referenced(content, "sentence", text=text, link=link):
        values = {
            "@id": name("sentence", row["id"]),
            "@type": ["materiel:Sentence", "prov:Entity"],
            "dcterms:isPartOf": name("source", row["source_id"]),
            "schema:url": address(row["link"]),
            **{f"materiel:{key}": row[key] for key in _LOCATOR},
        }
        yield present(values)
