"""The words that linked data is written in: namespaces, the terms of our own, and the JSON-LD context.

What others have a word for is said in their words: schema.org, PROV-O, Web Annotation, SKOS, Dublin Core. Names of
our own begin with `urn:materiel:`, so that they are the same wherever the data is kept.
"""

from __future__ import annotations

from typing import Any, Final

_THINGS = (
    "agent",
    "annotation",
    "attribution",
    "category",
    "dataset",
    "firmness",
    "fragment",
    "mention",
    "position",
    "property",
    "quantity",
    "quotation",
    "role",
    "sentence",
    "source",
    "statement",
    "system",
    "target",
)

PREFIXES: Final = {
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "materiel": "urn:materiel:term:",
    **{thing: f"urn:materiel:{thing}:" for thing in _THINGS},
}
"""Namespaces by prefix. `materiel` holds the terms of our own, those after it the things themselves: `system:su-57`."""

CLASSES: Final = {
    "System": "A family, model, variant, individual or generic class of equipment.",
    "Statement": "What one sentence of a source states of a system. It is no fact: see firmness and adopted.",
    "Claim": "A statement of a value for one property.",
    "Designation": "A statement of a name.",
    "Holding": "A statement that an operator has the system.",
    "Transfer": "A statement that the system goes from a supplier to a recipient.",
    "Relation": "A statement of how the system relates to another system, an agent, or something that has a name.",
    "Event": "A statement of something that happened to the system.",
    "Sentence": "A sentence of a source: where it is, not what it says. Positions in it count the code points of its"
    " canonical form (see canonicalVersion) from 0, and end behind the last one.",
}
"""Our classes, with what they are. All between `Statement` and `Sentence` are kinds of statement."""

TERMS: Final = {
    "about": "The system that a statement is about.",
    "adopted": "Whether a claim was chosen as the value of its property. All others are what somebody says.",
    "adoption": "The rule, or the editor's reason, that chose a claim.",
    "app6d": "Entity code in NATO APP-6D.",
    "approximate": "Whether the source calls the value approximate.",
    "asOf": "Date at which a value or holding is stated.",
    "asStated": "A value in the source's words and unit.",
    "attribution": "Who says it, outermost speaker first.",
    "canonicalVersion": "Version of the canonical form of text that hashes were made with, and positions count in.",
    "condition": "Condition under which a value holds.",
    "contentDigest": "Digest of the content of the database that this was made from.",
    "contradicts": "Another statement on the same matter that cannot be true if this one is.",
    "country": "Country that an agent belongs to.",
    "cue": "The words of the sentence that show the firmness.",
    "denies": "The statement that this one denies.",
    "ends": "The last few words of a sentence.",
    "event": "An event that somebody stands behind.",
    "eventType": "What happened.",
    "firmness": "How firmly a statement is made. What is planned, alleged, speculated or denied is no fact.",
    "flag": "Why a value is not plausible.",
    "flagResolution": "Why an editor holds a flagged value to be right.",
    "grade": "An editor's grade of a source, in Admiralty code.",
    "holding": "A holding that somebody stands behind.",
    "kind": "Kind of a system, agent, source, sentence or category.",
    "level": "Whether a system is a family, model, variant, individual or generic class.",
    "note": "An editor's remark.",
    "operator": "Who has the system.",
    "ordinal": "Position of a sentence in the text that was read, from 1.",
    "origin": "The publisher whose independent voice a statement is.",
    "outcome": "How an event ended.",
    "paragraph": "Paragraph that a sentence stands in, from 1.",
    "place": "Where an event happened, in the source's words.",
    "position": "Place of a speaker in the chain, from 1, the outermost first.",
    "property": "The property that a claim gives a value for.",
    "quantity": "How many.",
    "quote": "At most 12 words of the sentence that carry the value.",
    "receipts": "How much of where statements come from is in here: full, short, none.",
    "recipient": "Who receives the system.",
    "retrieved": "Day on which a source was read.",
    "reviewed": "Day on which a second reader had held every statement of a source against its text.",
    "reviewedBy": "Who the second reader of a source was.",
    "relation": "A relation that somebody stands behind.",
    "relationType": "How the system relates to the target.",
    "scheme": "What kind of name a designation is.",
    "scope": "Whether the whole text of a source was read, or an excerpt.",
    "service": "Armed service or unit.",
    "sha256": "SHA-256 of the canonical form of the text.",
    "since": "From when an operator has the system.",
    "stage": "How far a transfer has come: sought, offered, agreed, ordered, delivered.",
    "starts": "The first few words of a sentence.",
    "state": "That a value is stated to be unknown, or to be none.",
    "status": "Whether a system is in service, in reserve, stockpiled, retired, on order or sought.",
    "supplier": "Who supplies the system.",
    "target": "What the system relates to.",
    "targetName": "Name of what the system relates to.",
    "text": "The sentence itself, where the rights in the source allow it.",
    "transfer": "A transfer that somebody stands behind.",
    "unroca": "Category in the UN Register of Conventional Arms.",
    "until": "Until when an operator has the system.",
    "words": "Whether a speaker's words are direct or indirect speech.",
}
"""Our properties, with what they hold."""

LINKS: Final = frozenset(
    {
        *(f"dcterms:{name}" for name in ("conformsTo", "isPartOf", "license", "publisher", "source")),
        *(f"oa:{name}" for name in ("hasBody", "hasSelector", "hasSource", "hasTarget", "motivatedBy", "refinedBy")),
        *(f"prov:{name}" for name in ("agent", "hadRole", "qualifiedAttribution", "wasAttributedTo")),
        *(f"prov:{name}" for name in ("wasDerivedFrom", "wasInfluencedBy", "wasQuotedFrom")),
        "rdfs:subClassOf",
        *(f"schema:{name}" for name in ("additionalProperty", "category", "isVariantOf", "model", "url")),
        *(
            f"materiel:{name}"
            for name in ("about", "contradicts", "denies", "event", "firmness", "holding", "operator")
        ),
        *(f"materiel:{name}" for name in ("origin", "property", "quantity", "recipient", "relation", "supplier")),
        *(f"materiel:{name}" for name in ("target", "transfer")),
    }
)
"""The properties whose values are things; those of all others are words, numbers and dates."""

CONTEXT: Final[dict[str, Any]] = {
    "@version": 1.1,
    **PREFIXES,
    **{name: {"@type": "@id"} for name in sorted(LINKS)},
}
"""The JSON-LD context. It is in each file: nothing has to be fetched to read one."""
