"""The text in the bytes of a file."""

from __future__ import annotations

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from materiel.errors import TextError
from materiel.reading.encoding import decode

RUSSIAN = (
    "Министерство обороны сообщило в пятницу, что новая подводная лодка была спущена на воду. Она имеет длину около "
    "семидесяти метров и может погружаться на триста метров. Это не первая лодка этого типа, сказал министр."
)
POLISH = (
    "Ministerstwo poinformowało w piątek, że nowy okręt podwodny został zwodowany. Ma około siedemdziesięciu metrów "
    "długości i może zanurzać się na głębokość trzystu metrów. Nie jest to pierwszy okręt tego typu, powiedział."
)
GERMAN = (
    "Das Ministerium teilte am Freitag mit, dass das neue U-Boot für die Marine getauft wurde. Es ist größer als die "
    "früheren und kann über dreihundert Meter tief tauchen. Das sei nicht überraschend, erklärte er."
)
KOREAN = "국방부는 금요일에 새 잠수함이 진수되었다고 밝혔다. 이 잠수함은 길이가 약 칠십 미터이며 잠수할 수 있다. "
JAPANESE = (
    "防衛省は金曜日、新しい潜水艦が進水したと発表した。全長は約七十メートルで、三百メートルまで潜ることができる。"
)
CHINESE = "国防部星期五说，新潜艇已经下水。它长约七十米，可以下潜到三百米。部长说，这不是这种类型的第一艘潜艇。"


@given(st.text(min_size=1).filter(lambda text: bool(text.encode().strip()) and "\0" not in text))
def test_utf_8_is_read_as_it_is(text: str) -> None:
    data = text.encode()
    if not data.startswith((codecs.BOM_UTF8, b"PK\x03\x04", b"{\\rtf", b"GIF8", b"BZh", b"%PDF-")):
        assert decode(data) == text
    assert decode(codecs.BOM_UTF8 + data) == text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_at_the_beginning_names_the_encoding(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding)) == RUSSIAN


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE])
def test_the_mark_says_which_byte_comes_first(mark: bytes) -> None:
    order = "utf-16-be" if mark == codecs.BOM_UTF16_BE else "utf-16-le"
    assert decode(mark + RUSSIAN.encode(order)) == RUSSIAN


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "iso8859-5"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859-2"),
        (GERMAN, "cp1252"),
        (KOREAN * 2, "euc-kr"),
        (JAPANESE * 2, "shift_jis"),
        (JAPANESE * 2, "euc-jp"),
        (CHINESE * 2, "gb18030"),
    ],
)
def test_an_encoding_is_found_where_there_is_enough_of_it(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    "text",
    [
        "“It is new,” the minister’s spokesman said of the boat, which was launched on Friday.",
        "• The boat was launched on Friday – the first of its type – and is to be tested. ©2023 Example News",
        "The boat was launched at Saint-Nazaire, and the crew’s cafés and naïve hopes were told of in the news.",
    ],
)
def test_signs_of_windows_in_english_are_told(text: str) -> None:
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize("text", ["naïve", "S½x", "£", "El buque zarpó", "Škoda", "10 µm"])
def test_an_encoding_is_not_guessed_where_there_is_too_little(text: str) -> None:
    with pytest.raises(TextError, match="save it as UTF-8"):
        decode(text.encode("cp1252"))


@given(
    st.sampled_from([RUSSIAN, POLISH, GERMAN]), st.integers(0, 150), st.sampled_from([b"\xff", b"\xc3\x28", b"\x80"])
)
def test_broken_utf_8_is_not_read_as_anything_else(text: str, offset: int, broken: bytes) -> None:
    with pytest.raises(TextError, match="UTF-8 but for byte"):
        decode(text[:offset].encode() + broken + text[offset:].encode())


@given(
    st.sampled_from([RUSSIAN, GERMAN, KOREAN, CHINESE]),
    st.sampled_from(["cp1251", "cp1252", "koi8-r", "euc-kr", "gb18030"]),
)
def test_text_is_read_rightly_or_not_at_all(text: str, encoding: str) -> None:
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError:
        return
    with suppress(TextError):
        assert decode(data) == text


@given(st.binary())
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    with suppress(TextError):
        assert isinstance(decode(data), str)


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"", "is empty"),
        (b" \r\n\t ", "is empty"),
        (b"%PDF-1.7\n...", "a PDF file"),
        (b"PK\x03\x04...", "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an office document"),
        (b"SQLite format 3\0", "a database"),
        (b"text\0text", "zero bytes"),
        ("text".encode("utf-16-le"), "zero bytes"),
        (codecs.BOM_UTF16_LE + b"abc", "UTF-16"),
        (bytes(range(128, 256)) * 20, "cannot be told"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, complaint: str) -> None:
    with pytest.raises(TextError, match=complaint):
        decode(data)


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="{}">',
        "<META CHARSET={}>",
        '<meta http-equiv="Content-Type" content="text/html; charset={}">',
        '<?xml version="1.0" encoding="{}"?>',
    ],
)
def test_a_page_names_its_encoding(head: str) -> None:
    page = head.format("windows-1251") + "<p>Лодка</p>"
    assert decode(page.encode("cp1251"), page=True) == page


def test_the_names_of_the_web_are_read_as_the_web_does() -> None:
    page = '<meta charset="iso-8859-1"><p>“Boat”</p>'
    assert decode(page.encode("cp1252"), page=True) == page


@pytest.mark.parametrize(
    ("charset", "complaint"), [("shift_jis", "says that it is in shift_jis, and is not"), ("hex", "in hex, and is not")]
)
def test_a_page_that_names_another_encoding_is_refused(charset: str, complaint: str) -> None:
    with pytest.raises(TextError, match=complaint):
        decode(f'<meta charset="{charset}"><p>Лодка'.encode("cp1251") + b"\xff\xff</p>", page=True)


def test_a_page_that_is_in_utf_8_may_say_so() -> None:
    page = '<meta charset="utf-8"><p>Лодка</p>'
    assert decode(page.encode(), page=True) == page


def test_an_encoding_can_be_given() -> None:
    assert decode("naïve".encode("cp1252"), encoding="cp1252") == "naïve"
    with pytest.raises(TextError, match="is not in utf-8"):
        decode("naïve".encode("cp1252"), encoding="utf-8")


@pytest.mark.parametrize("encoding", ["no-encoding", "hex", "\0"])
def test_an_encoding_that_is_none_is_named(encoding: str) -> None:
    with pytest.raises(TextError, match="is no encoding"):
        decode(b"text", encoding=encoding)


def test_a_long_text_is_told_by_its_beginning_and_read_to_its_end() -> None:
    text = RUSSIAN * 2000
    assert decode(text.encode("cp1251")) == text
    with pytest.raises(TextError, match="not wholly"):
        decode(text.encode("cp1251") + b"\x98")


def test_a_late_fault_in_utf_8_is_named() -> None:
    with pytest.raises(TextError, match="UTF-8 but for byte 300001"):
        decode(b"a " * 150_000 + b"\xff")
