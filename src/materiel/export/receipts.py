"""Receipts as linked data: where a statement comes from in PROV-O, and its words in the page in Web Annotation."""

from __future__ import annotations

from typing import Final

from materiel.export.nodes import Node, address, name, present
from materiel.export.statements import Row

TEXT_FRAGMENTS: Final = "https://wicg.github.io/scroll-to-text-fragment/"
"""The specification of the fragments in our links."""


def citation(found: Row) -> Node:
    """Return, of a statement, its receipt in short: `found` is the citation of a document."""
    return present(
        {
            "materiel:firmness": name("firmness", found["firmness"]),
            "materiel:quote": found["quote"],
            "materiel:attribution": found["attribution"],
            "dcterms:source": name("source", found["source"]),
            "prov:wasDerivedFrom": address(found["link"]),
        }
    )


def receipt(found: Row) -> Node:
    """Return, of a statement, its whole receipt: `found` is a statement of a document."""
    sentence, chain = found["sentence"], found["attribution"]
    speakers = dict.fromkeys([found["origin"], *(link["agent"] for link in chain)])
    return present(
        {
            "materiel:firmness": name("firmness", found["firmness"]),
            "materiel:cue": found["cue"],
            "materiel:quote": found["quote"],
            "materiel:note": found["note"],
            "materiel:origin": name("agent", found["origin"]),
            "dcterms:source": name("source", sentence["source"]),
            "prov:wasDerivedFrom": name("sentence", sentence["id"]),
            "prov:wasQuotedFrom": None if found["quote"] is None else address(sentence["link"]),
            "prov:wasInfluencedBy": [name("sentence", other["id"]) for other in found["context"]],
            "prov:wasAttributedTo": [name("agent", speaker) for speaker in speakers],
            "prov:qualifiedAttribution": [_speaker(found["id"], n, link) for n, link in enumerate(chain, 1)],
        }
    )


def _speaker(statement: str, position: int, link: Row) -> Node:
    return present(
        {
            "@id": name("attribution", f"{statement}.{position}"),
            "@type": "prov:Attribution",
            "prov:agent": name("agent", link["agent"]),
            "prov:hadRole": role(link["role"]),
            "materiel:position": position,
            "materiel:words": link["words"],
        }
    )


def role(word: str) -> str:
    """Return the name of a speaker's role."""
    return name("role", word.replace(" ", "-"))


def annotation(found: Row) -> Node:
    """Return the annotation that ties a statement to its words in the page."""
    key = found["id"]
    quoted = [] if found["quote"] is None else [_quotation(key, found["quote"])]
    return {
        "@id": name("annotation", key),
        "@type": "oa:Annotation",
        "oa:motivatedBy": "oa:describing",
        "oa:hasBody": name("statement", key),
        "oa:hasTarget": _target(key, found["sentence"], quoted),
    }


def mention(found: Row, system: str) -> Node:
    """Return the annotation that says where a sentence names a system.

    Positions count in the canonical form of the sentence, which is what the selector that they refine selects.
    """
    key = found["id"]
    position = {
        "@id": name("position", key),
        "@type": "oa:TextPositionSelector",
        "oa:start": found["start"],
        "oa:end": found["end"],
    }
    return {
        "@id": name("mention", key),
        "@type": "oa:Annotation",
        "oa:motivatedBy": "oa:identifying",
        "oa:hasBody": system,
        "oa:hasTarget": _target(key, found["sentence"], [_quotation(key, found["name"]), position]),
    }


def _quotation(key: str, words: str) -> Node:
    return {"@id": name("quotation", key), "@type": "oa:TextQuoteSelector", "oa:exact": words}


def _target(key: str, sentence: Row, refined: list[Node]) -> Node:
    """Return a place in a page: a fragment selects the sentence, and what is in `refined` selects in that."""
    link = address(sentence["link"])
    page, _, fragment = link.partition("#")
    section, _, directive = fragment.partition(":~:")
    selector = {
        "@id": name("fragment", key),
        "@type": "oa:FragmentSelector",
        "dcterms:conformsTo": TEXT_FRAGMENTS,
        "rdf:value": f":~:{directive}",
        "oa:refinedBy": refined,
    }
    return {
        "@id": name("target", key),
        "@type": "oa:SpecificResource",
        "oa:hasSource": f"{page}#{section}" if section else page,
        "dcterms:isPartOf": name("sentence", sentence["id"]),
        "oa:hasSelector": present(selector),
    }
