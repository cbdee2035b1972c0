"""The shapes of seed records: what a file may hold, and what each key must be.

Pydantic checks the shape of one record and reports all that is wrong with it. What needs other records
(does the agent exist, is the property one of the kind) is checked where records become rows.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from materiel.models import vocabulary
from materiel.seeds.fields import EdtfDate, Ordinal, Quantity, Quote, Scalar, Sha256, Slug, Text, one_of
from materiel.text.canonical import CANONICAL_VERSION, canonical, text_hash


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, dict) else value


def _qualified(value: Any) -> Any:
    return value if isinstance(value, dict) else {"value": value}


class Record(BaseModel):
    """Base of all records: unknown keys are refused, types are not bent."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class AgentRecord(Record):
    """An entry of `agents.toml`."""

    name: Text
    kind: Annotated[str, one_of(vocabulary.AGENT_KINDS)]
    country: Text | None = None


class CategoryRecord(Record):
    """An entry of `categories.toml`."""

    kind: Annotated[str, one_of(vocabulary.KINDS)]
    unroca: Text | None = None
    app6d: Text | None = None


class Choice(Record):
    """An editor's decision on one claim, which is named by property, source and sentence."""

    property: Text
    source: Slug
    sentence: Ordinal
    condition: str | None = None
    reason: Text


class EquipmentRecord(Record):
    """The identity card of a system."""

    name: Text
    category: Text
    level: Annotated[str, one_of(vocabulary.LEVELS)]
    family: Slug | None = None
    description: Text | None = None
    adopt: tuple[Choice, ...] = Field(default=(), strict=False)
    unflag: tuple[Choice, ...] = Field(default=(), strict=False)


class Speaker(Record):
    """One link of an attribution."""

    agent: Slug
    role: Annotated[str, one_of(vocabulary.ROLES)]
    words: Annotated[str, one_of(vocabulary.WORDS)] | None = None


class StatedValue(Record):
    """A value with qualifiers."""

    value: Scalar
    as_stated: Text | None = None
    approximate: bool | None = None
    bound: Annotated[str, one_of(vocabulary.BOUNDS)] | None = None
    condition: Text | None = None
    as_of: EdtfDate | None = None


class DesignationRecord(Record):
    """A name in a scheme."""

    name: Text
    scheme: Annotated[str, one_of(vocabulary.SCHEMES)]
    language: Text | None = None


class HoldingRecord(Record):
    """An operator has the system."""

    operator: Slug
    service: Text | None = None
    quantity: Quantity | None = None
    since: EdtfDate | None = Field(default=None, alias="from")
    until: EdtfDate | None = Field(default=None, alias="to")
    as_of: EdtfDate | None = None
    status: Annotated[str, one_of(vocabulary.HOLDING_STATUSES)] = "in service"


class TransferRecord(Record):
    """A system goes from a supplier to a recipient."""

    supplier: Slug | None = None
    recipient: Slug | None = None
    quantity: Quantity | None = None
    date: EdtfDate | None = None
    stage: Annotated[str, one_of(vocabulary.TRANSFER_STAGES)]

    @model_validator(mode="after")
    def _party(self) -> TransferRecord:
        if self.supplier is None and self.recipient is None:
            raise ValueError("names neither supplier nor recipient")
        return self


class RelationRecord(Record):
    """How a system relates to another thing."""

    type: Annotated[str, one_of(vocabulary.RELATION_TYPES)]
    system: Slug | None = None
    agent: Slug | None = None
    name: Text | None = None

    @model_validator(mode="after")
    def _target(self) -> RelationRecord:
        if sum(target is not None for target in (self.system, self.agent, self.name)) != 1:
            raise ValueError("names one of system, agent and name, and no more")
        return self


class EventRecord(Record):
    """Something that happened to a system."""

    type: Annotated[str, one_of(vocabulary.EVENT_TYPES)]
    date: EdtfDate | None = None
    place: Text | None = None
    outcome: Text | None = None


class SaysRecord(Record):
    """What a sentence says of one system."""

    about: Slug
    speakers: tuple[Speaker, ...] = Field(default=(), alias="from", strict=False)
    firmness: Annotated[str, one_of(vocabulary.FIRMNESS)]
    cue: Quote | None = None
    quote: Quote | None = None
    needs: tuple[Ordinal, ...] = Field(default=(), strict=False)
    note: Text | None = None
    claim: dict[str, Annotated[StatedValue, BeforeValidator(_qualified)]] = Field(default_factory=dict)
    designation: Annotated[list[DesignationRecord], BeforeValidator(_listed)] = Field(default_factory=list)
    holding: Annotated[list[HoldingRecord], BeforeValidator(_listed)] = Field(default_factory=list)
    transfer: Annotated[list[TransferRecord], BeforeValidator(_listed)] = Field(default_factory=list)
    relation: Annotated[list[RelationRecord], BeforeValidator(_listed)] = Field(default_factory=list)
    event: Annotated[list[EventRecord], BeforeValidator(_listed)] = Field(default_factory=list)

    @property
    def statement_count(self) -> int:
        """How many statements it makes."""
        kinds = (self.claim, self.designation, self.holding, self.transfer, self.relation, self.event)
        return sum(map(len, kinds))

    @model_validator(mode="after")
    def _states_something(self) -> SaysRecord:
        if not (self.claim or self.designation or self.holding or self.transfer or self.relation or self.event):
            raise ValueError("states nothing: give a claim, designation, holding, transfer, relation or event")
        return self


class MentionRecord(Record):
    """A system is named in a sentence."""

    of: Slug
    name: Text = Field(alias="as")
    at: Annotated[int, Field(ge=0)]


class SentenceRecord(Record):
    """One sentence of a source: its locator, and what it says."""

    ordinal: Ordinal
    paragraph: Ordinal
    kind: Annotated[str, one_of(vocabulary.SENTENCE_KINDS)] = "sentence"
    sha256: Sha256
    starts: Text
    ends: Text
    text: Text | None = None
    mention: tuple[MentionRecord, ...] = Field(default=(), strict=False)
    says: tuple[SaysRecord, ...] = Field(default=(), strict=False)

    @model_validator(mode="after")
    def _text_fits(self) -> SentenceRecord:
        if self.text is None:
            return self
        whole = canonical(self.text)
        if text_hash(self.text) != self.sha256:
            raise ValueError("the text does not have this SHA-256")
        for says in self.says:
            for part in (says.quote, says.cue):
                if part is not None and canonical(part).casefold() not in whole.casefold():
                    raise ValueError(f"{part!r} does not stand in the text")
        return self


class SourceRecord(Record):
    """A source with its sentences."""

    title: Text
    publisher: Slug
    author: Text | None = None
    published: EdtfDate | None = None
    url: Text
    language: Annotated[Text, Field(pattern=r"^[a-z]{2,3}$")]
    kind: Annotated[str, one_of(vocabulary.SOURCE_KINDS)]
    rights: Annotated[str, one_of(vocabulary.RIGHTS)]
    retrieved: date
    scope: Annotated[str, one_of(vocabulary.SCOPES)]
    grade: Annotated[str, one_of(vocabulary.GRADES)] | None = None
    sha256: Sha256
    canonical_version: Annotated[int, Field(ge=1, le=CANONICAL_VERSION)]
    reviewed: date | None = None
    reviewed_by: Text | None = None
    note: Text | None = None
    sentence: tuple[SentenceRecord, ...] = Field(default=(), strict=False)

    @property
    def statement_count(self) -> int:
        """How many statements its sentences make."""
        return sum(says.statement_count for sentence in self.sentence for says in sentence.says)

    @model_validator(mode="after")
    def _sound(self) -> SourceRecord:
        whole = [str(sentence.ordinal) for sentence in self.sentence if sentence.text is not None]
        if self.rights != "public domain" and whole:
            listed = ", ".join(whole)
            raise ValueError(f"carries the text of sentence {listed}; only works in the public domain may")
        if not self.url.startswith(("https://", "http://")):
            raise ValueError("url is no http or https address")
        if self.reviewed is not None and self.reviewed < self.retrieved:
            raise ValueError("is reviewed before it was retrieved")
        if self.reviewed is None and self.reviewed_by is not None:
            raise ValueError("names who reviewed it, and not when (reviewed)")
        return self
