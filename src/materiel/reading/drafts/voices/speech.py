"""Speech that runs over several sentences: each of them has the speaker that one of them names."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from materiel.reading.document import Document, Sentence
from materiel.reading.drafts.statements import LONGEST, Voice
from materiel.reading.drafts.voices.names import PRONOUNS
from materiel.reading.drafts.voices.speakers import voice
from materiel.text.canonical import canonical

_MARK: Final = re.compile(r"[\u201c\u201d\"\u00ab\u00bb]|\u2018(?=[\w.\u2026])|(?<=[.,!?\u2026])\u2019(?!\w)")
_OPENING, _CLOSING = "\u201c\u00ab\u2018", "\u201d\u00bb\u2019"


def speech(document: Document) -> list[Voice]:
    """Return who speaks in each sentence, also where the speaker is named in the sentence before or behind it."""
    sentences = document.sentences
    quoted = _quoted(document, sentences)
    voices = [
        _voice(document, sentence, inside=begins) for sentence, (begins, _) in zip(sentences, quoted, strict=True)
    ]
    for index in reversed(range(len(sentences) - 1)):
        # A quotation that is open at the end of a sentence goes on in the next one.
        if quoted[index][1] and not voices[index].speakers and voices[index + 1].speakers:
            voices[index] = replace(voices[index + 1], words="direct", rule="speech that runs on")
    for index in range(1, len(sentences)):
        goes_on = quoted[index][0] or sentences[index].text.startswith(('"', "'"))
        same = sentences[index].paragraph == sentences[index - 1].paragraph or quoted[index - 1][1]
        if goes_on and same and not voices[index].speakers and voices[index - 1].words == "direct":
            voices[index] = replace(voices[index - 1], rule="speech that runs on")
    for index in range(1, len(sentences)):
        # A paragraph that is one quotation goes on with the speaker of the paragraph before.
        close = sentences[index].paragraph - sentences[index - 1].paragraph <= 1
        if close and not voices[index].speakers and _WHOLE.fullmatch(sentences[index].text):
            before = voices[index - 1]
            if before.speakers:
                voices[index] = replace(before, words="direct", rule="speech that runs on")
    for index in reversed(range(len(sentences) - 1)):
        # A quotation before the one that names its speaker: "It is late. It leaks." "It is old," she said.
        close = sentences[index + 1].paragraph - sentences[index].paragraph <= 1
        if close and not voices[index].speakers and _WHOLE.fullmatch(sentences[index].text):
            behind = voices[index + 1]
            if behind.words == "direct" and sentences[index + 1].text.startswith('"'):
                voices[index] = replace(behind, rule="speech that runs on")
    return _transcript(sentences, voices)


def _transcript(sentences: list[Sentence], voices: list[Voice]) -> list[Voice]:
    """Let each turn of a conversation run on: "Holm: It is old. It leaks."."""
    labels = [_TURN.match(sentence.text) if _may_be_turn(sentence) else None for sentence in sentences]
    named = [label["who"] for label in labels if label]
    asked = any(label and sentence.text.endswith("?") for label, sentence in zip(labels, sentences, strict=True))
    if len(named) < _FEWEST_TURNS or not (asked and len(set(named)) < len(named)):
        labels = [None] * len(labels)
    found: list[Voice] = []
    speaker, paragraph = Voice(), -1
    for sentence, label, said in zip(sentences, labels, voices, strict=True):
        if label is not None and sentence.text.endswith("?"):
            speaker, paragraph, said = Voice(), -1, Voice()
        elif label is not None and label["who"] not in ("Q", "A"):
            speaker, paragraph = Voice((label["who"],), "direct", "transcript"), sentence.paragraph
        elif said.rule == "transcript":
            speaker, paragraph = Voice(said.speakers[:1], "direct", "transcript"), sentence.paragraph
        elif sentence.kind != "sentence" or label is not None or sentence.paragraph != paragraph:
            speaker = Voice()
        found.append(_within(speaker, said) if speaker.speakers else said)
    return found


def _may_be_turn(sentence: Sentence) -> bool:
    """Say whether a sentence may be a turn: a question alone in its paragraph may have been read as a heading."""
    return sentence.kind == "sentence" or (sentence.kind == "heading" and sentence.text.endswith("?"))


def _within(turn: Voice, said: Voice) -> Voice:
    """Return who speaks in a sentence of somebody's turn: whom he quotes, or he alone."""
    inner = tuple(name for name in said.speakers if name not in turn.speakers and name.lower() not in PRONOUNS)
    return replace(turn, speakers=turn.speakers + inner)


_TURN: Final = re.compile(r"(?P<who>(?:[A-Z][\w'.-]+ ){0,3}[A-Z][\w'.-]*): (?=[A-Z\d\"'].*[.?!\"'…]$)")
_FEWEST_TURNS: Final = 3


_YEAR: Final = re.compile(r"(?:1[89]|20)\d\d")
"""How an item of a list of years begins."""

_WHOLE: Final = re.compile(r"\"[^\"]{6,}(?:\"|[.!?]\"?)")


def _voice(document: Document, sentence: Sentence, *, inside: bool) -> Voice:
    if len(sentence.text) > LONGEST or (sentence.kind == "table row" and _YEAR.match(sentence.text)):
        return Voice()
    text, body = sentence.text, sentence.body
    written = document.text[sentence.start : sentence.end]
    if "\u2018" in written:
        text = canonical(_MARK.sub('"', written))
    if inside:
        text, body = f'"{text}', 0
    return voice(text, body, kind=sentence.kind)


def _quoted(document: Document, sentences: list[Sentence]) -> list[tuple[bool, bool]]:
    """Say of each sentence whether it begins, and ends, within a quotation."""
    found = []
    inside, paragraph = False, 0
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            inside, paragraph = False, sentence.paragraph
        begins = inside
        for mark in _MARK.findall(document.text, sentence.start, sentence.end):
            inside = mark in _OPENING or (mark not in _CLOSING and not inside)
        found.append((begins, inside))
    return found
