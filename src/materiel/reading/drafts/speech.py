"""Speech that runs over several sentences: each of them has the speaker that one of them names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from materiel.reading.document import Sentence
from materiel.reading.drafts.speakers import voice
from materiel.reading.drafts.statements import Voice


def speech(sentences: Sequence[Sentence]) -> list[Voice]:
    """Return who speaks in each of some sentences, also where the speaker is named in the sentence before or behind it."""
    voices = [_voice(sentence) for sentence in sentences]
    quoted = _quoted(sentences)
    for index in reversed(range(len(sentences) - 1)):
        # A quotation that is open at the end of a sentence goes on in the next one.
        if quoted[index][1] and not voices[index].speakers and voices[index + 1].speakers:
            voices[index] = replace(voices[index + 1], words="direct", rule="speech that runs on")
    for index in range(1, len(sentences)):
        begins, text = quoted[index][0], sentences[index].text
        whole = begins or (text.startswith('"') and text.count('"') <= 2 and text.rstrip(".").endswith('"'))
        same = sentences[index].paragraph == sentences[index - 1].paragraph
        if whole and same and not voices[index].speakers and voices[index - 1].words == "direct":
            voices[index] = replace(voices[index - 1], rule="speech that runs on")
    return voices


def _voice(sentence: Sentence) -> Voice:
    if sentence.kind == "table row" or len(sentence.text) > LONGEST:
        return Voice()
    return voice(sentence.text, sentence.body)


LONGEST = 1200
"""Characters of a sentence that are read."""


def _quoted(sentences: Sequence[Sentence]) -> list[tuple[bool, bool]]:
    """Say of each sentence whether it begins, and ends, within a quotation."""
    found = []
    inside, paragraph = False, 0
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            inside, paragraph = False, sentence.paragraph
        begins = inside
        inside ^= sentence.text.count('"') % 2 == 1
        found.append((begins, inside))
    return found
