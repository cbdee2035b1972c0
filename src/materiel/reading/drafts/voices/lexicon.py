"""Words of English that tell where phrases and clauses begin and end."""

from __future__ import annotations

from typing import Final

from materiel.reading.drafts.voices.tokens import Token

PREPOSITIONS: Final = frozenset(
    str.split(
        "of for at in on from to with by near under within outside inside behind aboard over about against"
        " among between"
        " into across during after before since until towards toward beside through throughout without despite"
        " amid like"
        " alongside above below beyond around per via than"
    )
)

RELATIVES: Final = frozenset(["who", "whom", "whose", "which", "that"])

CONJUNCTIONS: Final = frozenset(
    str.split(
        "but while although though whereas because if when whether what where how why as yet so nor unless which that"
        " whom whose lest"
    )
)

DETERMINERS: Final = frozenset(str.split("the a an its his her their our my your this these those"))

PRONOUNS: Final = frozenset(str.split("he she it they we i you who"))

FINITE: Final = frozenset(
    str.split(
        "is are was were has have had will would can could may might must should did does do came went sank"
        " fell took made"
        " sent flew hit lost won left kept began bought sold built held gave got saw ran met paid rose drew"
        " brought cut"
        " became stood set led broke knew sought isn't aren't wasn't weren't hasn't haven't hadn't won't"
        " wouldn't can't"
        " cannot couldn't didn't doesn't don't be been"
    )
)
"""Forms of verbs that are no part of a noun phrase."""

PARTICIPLES: Final = frozenset(
    ["shown", "seen", "known", "taken", "given", "drawn", "written", "held", "kept", "sent", "led"]
)

ADVERBS: Final = frozenset(
    str.split(
        "also later then still even now already just only once first too again further thus therefore however"
        " earlier before"
        " since recently himself herself itself themselves always often ever long merely so rather nevertheless"
        " instead"
        " meanwhile today yesterday there here nonetheless elsewhere afterwards perhaps indeed all both twice"
    )
)


def is_preposition(word: Token) -> bool:
    """Say whether a word is a preposition."""
    return word.text.lower() in PREPOSITIONS


def is_participle(word: str) -> bool:
    """Say whether a word may be a participle."""
    return word[0].islower() and (
        (
            word.endswith(("ed", "ing"))
            and len(word) > 4
            and not word.endswith(("king", "wing", "thing", "feed", "speed"))
        )
        or word in PARTICIPLES
    )


def is_adverb(word: str) -> bool:
    """Say whether a word may stand between a verb and its subject, or before that."""
    return word in ADVERBS or (
        word.endswith("ly")
        and word[0].islower()
        and word not in ("ally", "family", "assembly", "supply", "daily", "weekly", "monthly", "monopoly")
    )
