"""The language of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from materiel.reading.language import language_of

TEXTS = {
    "en": "The missile was launched at night and fell into the sea, the military said.",
    "ru": "Ракета была запущена ночью и упала в море, как сообщили военные. Это было не первое испытание.",
    "uk": "Ракету було запущено вночі, і вона впала в море, як повідомили військові. Це не перше випробування.",
    "bg": "Ракетата беше изстреляна през нощта и падна в морето, като това не е първата. Тя ще бъде там.",
    "ko": "북한이 15일 탄도미사일을 발사했다. 합참은 600km를 비행했다고 밝혔다.",
    "zh": "朝鲜发射了导弹。飞行了600公里！这是新型导弹，他说。",
    "ja": "北朝鮮は弾道ミサイルを発射した。射程は600キロ。",
    "ar": "أطلقت كوريا الشمالية صاروخا. وقال المتحدث: هل هو جديد؟ نعم، إنه جديد.",
    "fa": "کره شمالی موشک پرتاب کرد و گفت که جدید است.",
    "de": "Die Rakete wurde in der Nacht gestartet und fiel ins Meer, wie das Militär mitteilte. Das ist neu.",
    "fr": "Le missile a été lancé dans la nuit et est tombé dans la mer, selon les militaires. C'est le premier.",
    "es": "El misil fue lanzado por la noche y cayó en el mar, según los militares. No es el primero de este año.",
    "pt": "O míssil foi lançado à noite e caiu no mar, segundo os militares. Não foi o primeiro da série.",
    "it": "Il missile è stato lanciato di notte ed è caduto nel mare, secondo i militari. Non è il primo della serie.",
    "pl": "Rakieta została wystrzelona w nocy i spadła do morza, jak podało wojsko. Nie jest to pierwszy test.",
    "vi": "Tên lửa bay xa 600 km và rơi xuống biển, theo quân đội. Đây không phải là lần đầu của năm.",
    "hi": "उत्तर कोरिया ने मिसाइल दागी। यह 600 किमी उड़ी।",
    "el": "Ο πύραυλος εκτοξεύθηκε τη νύχτα.",
    "he": "הטיל שוגר בלילה",
}


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_language(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["", "Su-57", "12345", "MiG-29 Su-35 Iskander-M Virginia", "Rakete ракета 导弹"])
def test_what_is_too_little_is_not_guessed(text: str) -> None:
    assert language_of(text) is None


def test_names_in_another_script_do_not_matter() -> None:
    assert language_of(TEXTS["en"] + " It is called Хвасон-17 (화성-17) there.") == "en"


def test_more_is_read_where_the_beginning_is_not_enough() -> None:
    assert language_of("Su-57 Su-35 MiG-29 " * 50 + TEXTS["de"] * 3) == "de"


@given(st.text())
def test_any_text_has_a_code_of_two_letters_or_none(text: str) -> None:
    found = language_of(text)
    assert found is None or (len(found) == 2 and found.isalpha())
