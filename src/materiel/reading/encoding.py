"""The text in the bytes of a file: in the encoding that it names, in UTF-8, or in one that is found with confidence.

Text is never read in an encoding that only may be right. What cannot be told is refused.
"""

from __future__ import annotations

import codecs
import re

from materiel.errors import TextError
from materiel.reading.language import language_of

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Marks at the beginning of a file. That of UTF-16 begins that of UTF-32, and comes after it."""

_DECLARED = re.compile(
    rb"""<meta[^>]{1,200}charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{1,100}encoding=["']([\w.:-]{2,40})""", re.I
)
_HEAD = 4096
"""Bytes at the beginning of a page in which it may name its encoding."""

_WINDOWS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}
"""Encodings that are read as the larger ones that go by their names on the web."""

_LIKELY = """
    windows-1250 windows-1251 windows-1252 windows-1253 windows-1254 windows-1255 windows-1256 windows-1257 windows-1258
    iso-8859-2 iso-8859-5 iso-8859-7 iso-8859-8 iso-8859-15 koi8-r koi8-u cp866 cp874 gb18030 big5 shift_jis euc-jp
    iso-2022-jp euc-kr cp949
"""
_DETECTED = _LIKELY.split()
"""Encodings that texts are likely to be in, other than Unicode's."""

_SAMPLE = 200_000
"""Bytes by which the encoding is told."""

_ENOUGH_LETTERS = 10
"""Letters outside of ASCII by which encodings can be told apart."""

_RIVAL = 0.7
"""The share of the best encoding's score from which another has to be reckoned with."""

_UNLIKELY = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f\u2500-\u259f]")
"""Control characters, and the lines and blocks that are letters in another encoding."""

_MAGIC = {
    b"%PDF-": "a PDF file",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x1f\x8b": "a gzip archive",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"{\\rtf": "an RTF document",
    b"SQLite format 3": "a database",
    b"\x7fELF": "a program",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"7z\xbc\xaf": "a 7z archive",
}


def decode(data: bytes, *, page: bool = False, encoding: str | None = None) -> str:
    """Return the text in `data`. A `page` (HTML) may name its encoding; `encoding` overrules that.

    Raises TextError if `data` is empty, no text, or in an encoding that cannot be told or is not known.
    """
    if not data.strip():
        raise TextError("is empty")
    if encoding:
        if not is_encoding(encoding):
            raise TextError(f"{encoding!r} is no encoding: name one such as cp1251")
        return _decoded(data, encoding, f"is not in {encoding}")
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _decoded(data, name, f"begins with the mark of {name[:6].upper()}, and goes on otherwise")
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            raise TextError(f"is no text but {kind}")
    if b"\0" in data:
        raise TextError("is no text: it holds zero bytes")
    if page and (declared := _declared(data)):
        return _decoded(data, declared, f"says that it is in {declared}, and is not")
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        return _detected(data, error.start)


def is_encoding(name: str) -> bool:
    """Say whether `name` is that of an encoding of text."""
    try:
        "".encode(name)
    except (LookupError, ValueError):
        return False
    return True


def _decoded(data: bytes, encoding: str, complaint: str) -> str:
    try:
        return data.decode(_WINDOWS.get(codecs.lookup(encoding).name, encoding))
    except (LookupError, ValueError):
        raise TextError(complaint) from None


def _declared(data: bytes) -> str | None:
    """Return the encoding that a page names, if it is not one of Unicode's."""
    found = _DECLARED.search(data[:_HEAD])
    if not found:
        return None
    name = (found[1] or found[2]).decode("ascii")
    # What could be read so far is in UTF-8 or no part of Unicode's encodings, whatever it says.
    return None if name.lower().startswith(("utf", "ucs", "unicode")) else name


def _detected(data: bytes, wrong: int) -> str:
    unknown = TextError(f"is not in UTF-8 (byte {wrong + 1}), and its encoding cannot be told: save it as UTF-8")
    sample = data[:_SAMPLE]
    if wrong >= _SAMPLE or _is_broken_utf8(sample):
        raise TextError(f"is in UTF-8 but for byte {wrong + 1}: save it again")
    import chardet

    results = chardet.detect_all(sample, ignore_threshold=True, include_encodings=_DETECTED)
    readings = [(result["confidence"], _reading(sample, result["encoding"])) for result in results]
    (best, (name, text)), *others = [*readings, (0.0, ("", ""))]
    if not text or _UNLIKELY.search(text) or not language_of(text):
        raise unknown
    letters = sum([char > "\x7f" and char.isalpha() for char in text])
    if letters < _ENOUGH_LETTERS and any(
        # One in which there are control characters is none: curly quotes are such in ISO 8859.
        other[1] not in ("", text) and not _UNLIKELY.search(other[1])
        for score, other in others
        if score > best * _RIVAL
    ):
        raise unknown
    return _decoded(data, name, f"seems to be in {name}, and is not wholly: save it as UTF-8")


def _reading(sample: bytes, encoding: str | None) -> tuple[str, str]:
    """Return the encoding as it is used, and the sample as it reads in it: nothing where it does not."""
    if not encoding:
        return "", ""
    name = _WINDOWS.get(codecs.lookup(encoding).name, encoding)
    decoder = codecs.getincrementaldecoder(name)()
    try:
        # The sample may end within a character.
        return name, decoder.decode(sample)
    except UnicodeDecodeError:
        return "", ""


def _is_broken_utf8(sample: bytes) -> bool:
    """Say whether there is more in `sample` that is UTF-8 and not ASCII than there is that is neither."""
    text = sample.decode(errors="replace")
    broken = text.count("\ufffd")
    return sum([char > "\x7f" for char in text]) >= 2 * broken
