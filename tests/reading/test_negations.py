"""Words that deny are counted, in the language of the text."""

from __future__ import annotations

import pytest

from materiel.reading.negations import negations


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "It does not fly, and it never did; they can't say why, nor can we.", 4),
        ("en", "Another note on knots and nominal noses", 0),
        ("en", "The ministry denied that it lacks fuel", 2),
        ("de", "Das Boot hat keine Torpedos und ist nicht neu, sagt niemand.", 3),
        ("fr", "L'avion n'a pas de canon", 2),
        ("es", "El avión no vuela sin piloto", 2),
        ("it", "Non ha mai volato", 2),
        ("pt", "O avião voa no sul; não voa no norte", 1),
        ("pl", "To nie jest nowy samolot", 1),
        ("ru", "Самолёт не новый, и неделя прошла", 1),
        ("uk", "Літак не новий", 1),
        ("vi", "Tàu không có vũ khí", 1),
        ("id", "Pesawat itu tidak baru", 1),
        ("ar", "الطائرة ليست جديدة", 1),
        ("ko", "이 잠수함은 새것이 아니다", 1),
        ("ja", "これは新しくない", 1),
        ("zh", "这不是新潜艇", 1),
        ("hi", "यह नहीं उड़ता", 1),
        ("tr", "Uçak yeni değil", 1),
    ],
)
def test_words_that_deny_are_counted(language: str, text: str, count: int) -> None:
    assert negations(text, language) == count


@pytest.mark.parametrize("language", [None, "xx"])
def test_in_a_language_that_is_not_known_those_of_all_count(language: str | None) -> None:
    assert negations("It is not new. Es ist nicht neu. 这不是新的。", language) == 3
