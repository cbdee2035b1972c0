"""The language of a text, told cheaply: by its script, by letters that only some languages have, and by stop words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

_SAMPLES = (600, 6000)
"""Characters that are looked at: more of them only where the first are not enough."""

_ENGLISH_SHARE = 7
"""One word in so many is an English stop word in English text, and in no other."""

_KANA_SHARE = 20

_FEWEST_WORDS = 3
"""Stop words of a language that are needed to name it."""

_FEWEST_LETTERS = 3
"""Letters of its own that are needed, where there are no stop words."""

_AHEAD = 2
"""How many times as many a language must have of them as the next one."""

_WORD = re.compile(r"[^\W\d_]+")

_SCRIPTS = {
    "latin": "a-z\u00c0-\u024f\u1e00-\u1eff",
    "cyrillic": "\u0400-\u052f",
    "arabic": "\u0620-\u064a\u0671-\u06d3\u0750-\u077f",
    "han": "\u3400-\u4dbf\u4e00-\u9fff",
    "kana": "\u3041-\u30ff",
    "hangul": "\uac00-\ud7a3\u1100-\u11ff",
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "he": "\u05d0-\u05ea",
    "hi": "\u0900-\u097f",
    "th": "\u0e01-\u0e4e",
    "hy": "\u0531-\u0587",
    "ka": "\u10a0-\u10ff",
    "bn": "\u0980-\u09ff",
    "ta": "\u0b80-\u0bff",
    "my": "\u1000-\u109f",
    "km": "\u1780-\u17ff",
}
_LETTERS = {script: re.compile(f"[{letters}]") for script, letters in _SCRIPTS.items()}

_OWN_LETTERS = {
    "latin": {
        "pl": "ąęłńśźż",
        "cs": "ěřů",
        "vi": "ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệịọỏốồổỗộớờởỡợụủứừửữự",
        "tr": "ğışç",
        "hu": "őű",
        "pt": "ãõç",
        "ro": "țșăâ",
        "de": "ßäöü",
        "fr": "èêçœàù",
    },
    "cyrillic": {"uk": "їєґ", "be": "ў", "ru": "ыэё", "sr": "ђћџљњј", "mk": "ѓќѕ"},
    "arabic": {"fa": "پچژگکی", "ur": "ٹڈڑںےہھ", "ar": "ةىأإكي"},
}
"""Letters by which the languages of a script can be told apart where stop words do not do it."""

_ONLY = {"kana": "ja", "han": "zh", "hangul": "ko"}

_WORDS = {
    "latin": {
        "en": "the of and to in a is that for was on with as by it at from has are said be this were which have been",
        "de": "der die und das von den mit ist des im für auf ein eine dem nicht sich zu werden wurde auch nach bei",
        "fr": "le la les des du et un une est dans pour que par sur au avec qui ne pas ce plus sont aux cette été ont",
        "es": "el la los las de del y en un una es que por para con se su al como más lo fue sus este entre ha",
        "pt": "o os as do da dos das e em um uma é que por para com se no na ao como mais foi não seu sua entre são",
        "it": "il lo gli di del della dei e in un una è che per con si al alla come più non sono dal nel sul da anche",
        "nl": "de het een van en in is dat op te voor met zijn niet aan er ook door werd naar bij uit deze wordt",
        "pl": "w i na z się do nie że jest o od przez za po to oraz dla jak który które został są jego lat będzie",
        "cs": "v a na se je že s z do o pro za po jako by od ve byl které však podle který jsou bude si ale také",
        "sk": "v a na sa je že s z do o pre za po ako by od vo bol ktoré však podľa ktorý sú bude si ale tiež",
        "sv": "och i att det som en på är av för med den till inte har de ett om var från sig vid kan men",
        "da": "og i at det som en på er af for med den til ikke har de et om var fra sig ved kan blev efter",
        "no": "og i at det som en på er av for med den til ikke har de et om var fra seg ved kan ble etter",
        "fi": "ja on ei se että oli joka mutta myös kuin sen ovat mukaan sekä olla jotka vuonna hän ole vain",
        "hu": "a az és hogy nem is egy ez volt meg csak de el már mint még szerint azt lesz által",
        "ro": "de și în la a cu pe o un care din că pentru nu este au prin mai fost după sau sunt al ale",
        "tr": "ve bir bu da de için ile olarak daha olan en çok gibi kadar sonra olduğu var göre ise oldu",
        "vi": "và của là có các một được trong cho không với những này người đã từ khi để tại trên theo tên về",
        "id": "yang dan di dari untuk dengan pada ini itu dalam tidak adalah akan oleh ke sebagai telah juga tersebut",
        "hr": "i u je na se da za su od s o kao koji koja iz ne bi što biti nije će po ali te do",
        "sl": "in v je na se da za so od z o kot ki iz ne bi bo po pa tudi do pri ali bil",
    },
    "cyrillic": {
        "ru": "и в не на что с по как из к он это от для было был были его также но который году так за",
        "uk": "і в не на що з за до як та від для про це його також але який було року у він його",
        "bg": "и в на не за се от да с по е са че като който което през към той беше години бе ще",
        "sr": "и у је на се да за су од са о као који која из не би што није ће али до",
        "mk": "и во на не се да за од со е беа како кој која што ќе но до по го ја",
        "be": "і ў у не на што з па як з ад для гэта быў была яго таксама але які",
    },
}

_STOP_WORDS = {
    script: {code: frozenset(words.split()) for code, words in languages.items()}
    for script, languages in _WORDS.items()
}
_ENGLISH = _STOP_WORDS["latin"]["en"]


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of `text`, or None if unsure: too little, or a mixture."""
    for length in _SAMPLES:
        if (found := _language(unicodedata.normalize("NFC", text[:length]).lower())) or length >= len(text):
            return found
    return None


def _language(sample: str) -> str | None:
    words = sample.split()
    # Nearly all that is read is English, and asking for its words alone takes a twentieth of the time.
    if sum(map(_ENGLISH.__contains__, words)) * _ENGLISH_SHARE > max(len(words), _FEWEST_WORDS * _ENGLISH_SHARE):
        return "en"
    counts = {script: len(letters.findall(sample)) for script, letters in _LETTERS.items()}
    # Japanese is written in kana and Han; where there is kana, Han is no Chinese.
    if counts["kana"] * _KANA_SHARE > counts["han"]:
        counts["kana"] += counts.pop("han")
    script = max(counts, key=counts.__getitem__)
    if counts[script] * 2 <= sum(counts.values()):
        return None
    return _in_script(script, sample)


def _in_script(script: str, sample: str) -> str | None:
    if script in _STOP_WORDS and (found := _by_stop_words(_STOP_WORDS[script], _WORD.findall(sample))):
        return found
    if script not in _OWN_LETTERS:
        return _ONLY.get(script, script)
    counts = {code: sum(map(sample.count, letters)) for code, letters in _OWN_LETTERS[script].items()}
    best, other, *_ = sorted(counts, key=counts.__getitem__, reverse=True)
    return best if counts[best] >= max(_FEWEST_LETTERS, counts[other] * _AHEAD) else None


def _by_stop_words(languages: Mapping[str, frozenset[str]], words: Iterable[str]) -> str | None:
    counts = Counter(words)
    found = {code: sum(counts[word] for word in stop_words) for code, stop_words in languages.items()}
    best, other, *_ = sorted(found, key=found.__getitem__, reverse=True)
    # What both have tells nothing: Danish and Norwegian share most of their stop words.
    own = sum(counts[word] for word in languages[best] - languages[other])
    others = sum(counts[word] for word in languages[other] - languages[best])
    return best if own >= max(_FEWEST_WORDS, others * _AHEAD) else None
