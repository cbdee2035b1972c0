"""Words for the size of a system: how long, wide and high it is, how deep it lies, how thick its barrel is."""

from __future__ import annotations

from typing import Final

from materiel.reading.drafts.cues.cue import ADJECTIVES, SHIP_NOUN, Cue

_SIZE: Final = ("m", "cm", "mm", "ft", "in")

LENGTHS: Final = (
    Cue(
        "wingspan",
        "length",
        ("wingspan_m",),
        noun="(?:upper )?wing[ -]?spans?|span|wing",
        verb="span(?:s|ning)?",
        behind="(?:in )?wing[ -]?span|(?:from )?(?:wing-?)?tip to (?:wing-?)?tip|across the wings",
    ),
    Cue(
        "rotor",
        "length",
        ("rotor_diameter_m",),
        noun="(?:[\\w-]+-bladed )?(?:main )?rotors?(?:'s)?(?: (?:diameter|span))?|diameter of (?:the "
        "|its )?(?:main )?rotors?",
        behind="(?:(?:main[- ])?rotor(?: diameter)?)",
        units=("m", "ft"),
    ),
    Cue(
        "length of the hull",
        "length",
        ("hull_length_m",),
        noun="hull length|length(?: of)?(?: the)?,? \\(?hull\\)?",
        behind="hull length",
    ),
    Cue(
        "length of the missile",
        "length",
        ("missile_length_m",),
        noun="missile(?:'s)?,? length|length of (?:the|each) missile",
        verb="missiles? (?:is|measures)",
    ),
    Cue(
        "diameter of the missile",
        "length",
        ("missile_diameter_m",),
        noun="missile(?:'s)?,? diameter|diameter of (?:the|each) missile",
    ),
    Cue(
        "length",
        "length",
        ("length_m",),
        noun="(?:overall )?lengths?(?:,? (?:overall|\\(?gun forward\\)?|o\\.?a\\.?))?",
        verb="measur(?:es|ed|ing)",
        behind="(?:in (?:overall |total )?length|from (?:nose to tail|bow to stern|end to end|stem to stern)"
        "|long(?= |\\b)(?! range)|overall|oa\\b|gun forward)",
        units=_SIZE,
    ),
    Cue(
        "size in front",
        "length",
        ("length_m",),
        verb="^At",
        units=("m", "ft"),
        kinds=("spacecraft", "surface_ship", "submarine"),
    ),
    Cue(
        "length of a ship",
        "length",
        ("length_m",),
        verb="^At \\d[\\w., -]{0,40} and",
        behind=f",? ?{ADJECTIVES}(?:{SHIP_NOUN}|rockets?|missiles?|§)(?! (?:beam|draught|draft|depth|hull))",
        units=("m", "ft"),
    ),
    Cue("height", "length", ("height_m",), noun="height", verb="stands(?: at)?", behind="(?:in height|high)"),
    Cue(
        "height of a rocket",
        "length",
        ("length_m",),
        noun="(?:total |overall )?height",
        units=_SIZE,
        kinds=("spacecraft",),
    ),
    Cue(
        "height of what stands",
        "length",
        ("length_m",),
        behind="tall|high|in height",
        units=_SIZE,
        kinds=("spacecraft", "munition"),
    ),
    Cue(
        "beam",
        "length",
        ("beam_m",),
        noun="beam|width|breadth|hull diameter",
        behind="(?:in |of )?(?:beam|width|wide|breadth|in the beam)",
        units=_SIZE,
    ),
    Cue("draught", "length", ("draught_m",), noun="draught|draft", verb="draws?", behind="(?:of )?(?:draught|draft)"),
    Cue("calibre", "length", ("calibre_mm",), noun="calib(?:re|er)", behind="(?:in )?calib(?:re|er)s?"),
    Cue("calibre of the gun", "length", ("gun_calibre_mm",), noun="(?:gun|cannon) calib(?:re|er)", units=("mm", "in")),
    Cue(
        "diameter",
        "length",
        ("diameter_m",),
        noun="diameter",
        behind="(?:in )?diameter(?! (?:core|boosters?|fairing|rotor|wheels?|mirror|motor|engine|tubes?"
        "|torpedo))|across",
        units=_SIZE,
    ),
    Cue(
        "width",
        "length",
        ("width_m",),
        noun="width",
        behind="(?:in width|wide)",
        units=_SIZE,
    ),
    Cue(
        "width of an aircraft", "length", ("wingspan_m",), behind="(?:in width|wide)", units=_SIZE, kinds=("aircraft",)
    ),
)
