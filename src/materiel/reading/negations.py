"""Words that deny, of the languages that sources are in: a copy that has one more, or one less, says something else.

They are counted, not understood. Too many of them make a changed sentence a missing one, which is the safe side.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

_WORDS: Final = {
    "en": "not no never none nor neither nobody nothing nowhere without cannot den(?:y|ies|ied|ying|ials?) refut\\w+"
    " reject\\w+ dismiss\\w+ disput\\w+ contradict\\w+ hardly scarcely barely fail(?:s|ed|ing)? false(?:ly)? untrue"
    " unlikely unable lack(?:s|ed|ing)?",
    "ar": "لا لم لن ليس ليست ليسوا لیس غير دون بدون نفى نفت ينفي تنفي",
    "bg": "не няма нито никога без нищо никой отрича\\w* отхвърл\\w*",
    "cs": "ne není nejsou nebyl\\w* nemá nemají nebude nikdy nikdo nic žádn\\w+ bez popír\\w* popřel\\w* odmít\\w*",
    "da": "ikke ingen intet aldrig uden nægte\\w* afvis\\w*",
    "de": "nicht nichts kein\\w* nie niemals niemand nirgends ohne weder bestr(?:eit|itt)\\w*"
    " dementier\\w* verneint?e?",
    "el": "δεν δε μη μην όχι ποτέ χωρίς κανείς κανένα\\w* διαψεύδ\\w* αρν\\w+",
    "es": "no ni nunca jamás nada nadie ning(?:ún|un[oa]s?) sin tampoco neg(?:ó|aron|ado|aba\\w*) niega\\w*"
    " desm(?:ient|int)\\w*",
    "et": "ei mitte pole ilma kunagi eita\\w*",
    "fa": "نه نیست نیستند نبود ندارد بدون هرگز هیچ",
    "fi": "ei eivät en emme ilman koskaan kiist\\w*",
    "fr": "ne n pas ni jamais aucun\\w* sans rien personne non dément\\w* ni(?:e|ent|é|ait)",
    "hr": "ne nije nisu nema nikad\\w* bez niti nijedan demantira\\w*",
    "hu": "nem ne sem nincs nincsenek soha senki semmi nélkül tagad\\w* cáfol\\w*",
    "id": "tidak bukan belum tanpa jangan tak membantah menyangkal",
    "it": "non né mai nessun\\w* niente nulla senza neg(?:a|ano|ò|ato) smenti\\w*",
    "nl": "niet niets geen nooit niemand nergens zonder noch ontken\\w* ontkracht\\w*",
    "no": "ikke ingen intet aldri uten nekt\\w* avvis\\w*",
    "pl": "nie nigdy nikt nic żad\\w+ bez ani zaprzecz\\w* dementuj\\w*",
    "pt": "não nunca jamais nada ninguém nenhum\\w* nem sem neg(?:a|am|ou|aram|ado) desment\\w*",
    "ro": "nu niciodată nici nimeni nimic fără neag\\w* dezmin\\w*",
    "ru": "не нет ни никогда никто ничего нельзя без отрица\\w* отрицал\\w* опроверг\\w*",
    "sl": "ne ni niso nikoli brez nihče nič zanika\\w*",
    "sr": "не није нису нема никад\\w* без нити ne nije nisu nema nikad\\w* bez niti",
    "sv": "inte ingen inga inget aldrig utan förnek\\w* dementera\\w*",
    "tr": "değil\\w* yok\\w* hiç asla ne olmadan\\w* yalanla\\w*",
    "uk": "не немає нема ні ніколи ніхто нічого без заперечу\\w* спрост\\w*",
    "vi": "không chưa chẳng đừng phủ",
}
"""Whole words, by the ISO 639-1 code of a language."""

_PARTS: Final = {
    "hi": "नहीं|बिना",
    "ja": "ない|なかっ|なく|ません|ずに|否定|未",
    "ko": "않|아니|아닌|못[하했한할]|없|부인",
    "th": "ไม่|มิได้|ปฏิเสธ",
    "zh": "不|没|沒|未|无|無|非|否认|否認",
}
"""Parts of words, of languages that set no space before them or write them with signs that are no letters."""


def negations(text: str, language: str | None) -> int:
    """Count the words of a canonical text that deny; in a language that is not known, those of all languages."""
    return len(_pattern(language if language in _WORDS or language in _PARTS else None).findall(text))


@cache
def _pattern(language: str | None) -> re.Pattern[str]:
    words = [each for code, each in _WORDS.items() if language in (code, None)]
    parts = [each for code, each in _PARTS.items() if language in (code, None)]
    whole = "|".join(word for each in words for word in each.split())
    given = [rf"\b(?:{whole})\b" if whole else "", r"n't\b" if language in ("en", None) else "", *parts]
    return re.compile("|".join(filter(None, given)), re.IGNORECASE)
