"""How page furniture begins: rules by the first word of a block, or by its first sign."""

from __future__ import annotations

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_YEAR = r"(?:19|20)\d\d\b"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTHS_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec"
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat|Sun"

_CREDIT = r"(?: [Cc]redits?| [Cc]ourtesy| by| of)*\s?[:/=|]?\s?"

OPENINGS: dict[str, tuple[tuple[str, str], ...]] = {
    "most read": (
        (
            "Most|MOST",
            r" (?:[Rr]ead|READ|[Pp]opular|POPULAR|[Vv]iewed|[Ww]atched|[Ss]hared|[Dd]iscussed)(?: [\w&']+){0,5}:?$",
        ),
    ),
    "copyright": (
        ("Copyright|COPYRIGHT", r" ?(?:©|\([cC]\)|by\b|\d{4}|[A-Z])"),
        (
            "This",
            r" (?:material|article|story|content) (?:(?:may|can|must) not be|cannot be|may only be|is protected)\b",
        ),
    ),
    "subscription": (
        ("Sign", r" up (?:to|for|now|here|today)\b"),
        ("Subscribe|Register", r" (?:to|for|now|here|today)\b"),
        (
            "Get|Receive",
            r" (?:our|the (?:latest|best|morning)|more|breaking|unlimited|full|daily)\b"
            r".*\b(?:news|newsletters?|inbox|access|alerts?|stories)\b",
        ),
        ("Join|Follow", r" (?:us|our|the conversation|@)"),
        (
            "Follow|Find",
            r" [\w .'-]{1,50} on (?:Twitter|X|Facebook|Telegram|Instagram|YouTube|Threads|Google News)\b",
        ),
        ("Click|Tap", r" (?:here|on|to|the)\b"),
        ("Download|Get", r" (?:our|the) [\w ]{0,30}\bapp\b"),
        ("Already", r" (?:a|have)\b.*\b(?:subscri\w+|member|account)\b"),
        ("Support", r" (?:our|us|independent)\b"),
        ("To", r" (?:continue|keep) reading\b"),
        ("This", r" (?:article|content|story) is (?:for|only|available|exclusive)\b.*\b(?:subscribers?|members?)\b"),
    ),
    "cookies": (
        ("We|This|Our|By", r" (?:(?:web ?)?sites? |clicking |continuing |using |browsing |use )?.{0,300}\bcookies?\b"),
    ),
    "pointer": (
        ("READ|Read|read", r" (?:MORE|[Mm]ore|NEXT|[Nn]ext|the full (?:story|article)|full story)\b(?: \w+){0,6}$"),
        ("ALSO", r" READ\b"),
        ("More|MORE", r" on:"),
    ),
    "share": (
        ("Share|Email|Print|Save|Tweet|Pin|Post", r" (?:this|on|via|with|it)\b(?: [\w&/]+){0,6}$"),
        ("Copy", r" (?:the )?(?:link|URL)\b"),
    ),
    "advertisement": (
        ("Story|Article", r" continues (?:below|after)\b"),
        ("Continue", r" reading\b"),
    ),
    "contact": (
        ("To", r" contact (?:the |our )?(?:reporters?|editors?|authors?|writers?)\b"),
        ("Contact", r" (?:the (?:reporter|author|writer|newsroom|editor)|us)\b"),
        ("Have|Got", r" (?:a )?(?:tips?|story|news)\b.*\?"),
    ),
    "origin note": (
        (
            "This|The",
            r" (?:article|story|post|piece) (?:was )?(?:first |originally )(?:published|appeared|ran)\b",
        ),
        (
            "For",
            r" more (?:articles|stories|news|information|on this)\b.*\b(?:visit|go to|follow|click)\b",
        ),
        ("The", r" views expressed\b"),
        ("View", r" original\b"),
    ),
    "fault": (
        ("Oops", r"\b"),
        ("Sorry|Something|An", r",?(?: something| an)?(?: went wrong| error (?:has )?occurred)\b"),
        ("Please", r" (?:try again|enable JavaScript|turn off|disable|reload|refresh)\b"),
        ("JavaScript|Enable", r"\b.*\b(?:disabled|enabled?|required|JavaScript)\b"),
        ("This|The|Your", r" (?:video|browser) .*\b(?:not (?:available|support(?:ed)?)|unavailable)\b"),
    ),
    "time stamp": (
        (
            "Published|published|PUBLISHED|Updated|UPDATED|Posted|POSTED|Modified",
            r"(?: [Pp]ublished| [Uu]pdated| [Mm]odified)?\b.{0,60}\d.{0,40}$",
        ),
        # "First flight: 1958" and "Last built in 1999" are the article's own.
        (
            "First|Last",
            r" (?:[Pp]ublished|[Uu]pdated|[Mm]odified|[Pp]osted|[Ee]dited|[Rr]evised"
            r"|[Rr]eviewed)\b.{0,60}\d.{0,40}$",
        ),
        (_DAYS, rf"\.?,? (?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH}),? {_YEAR}[^.]{{0,50}}$"),
        (f"{_MONTHS}|{_MONTHS_SHORT}", rf"\.? \d{{1,2}},? {_YEAR}[^.]{{0,50}}$"),
    ),
    "byline": (
        ("By|BY|by", r" (?=[A-Z@])"),
        ("Story|Written|Reported|Photos|Photo|Text", r" by (?=[A-Z@])"),
    ),
    "reporters": (
        ("Additional|Further", r" (?:reporting|writing|editing) by "),
        (
            "Reporting|Writing|Editing|Edited|Compiled|Translated|Produced",
            r"(?: and (?:reporting|writing|editing))? by ",
        ),
    ),
    "picture credit": (
        ("Photographs|Photograph|Photographer|Photos|Photo|PHOTO|Images|Image|Pictures|Picture", _CREDIT),
        ("Credit|CREDIT|Courtesy|Video|Фото|사진|Foto|Bild", _CREDIT),
        (
            "AP|AFP|Reuters|REUTERS|EPA|TASS|Yonhap|Getty|File|FILE|Navy|Army",
            rf" (?:[Pp]hoto|PHOTO|[Ii]mage)s?{_CREDIT}",
        ),
        (r"U\.S\.", rf" (?:Navy|Army|Air Force|Marine Corps|Coast Guard|Space Force)(?: courtesy)? photo{_CREDIT}"),
    ),
}
"""Furniture by how it begins: the rule's name, and for each of its patterns the first words and what follows them."""

NAMINGS = ("byline", "reporters", "picture credit")
"""Rules that hold only where nothing but names follows."""

SIGNED_OPENINGS = {
    "assistance": r"-+ ?With (?:assistance|reporting|contributions?|files|inputs) (?:from|by)\b",
    "update note": r"\((?:Updates?|Adds|Corrects|Recasts|Writes|Rewrites|Removes|Repeats|Refiles|Clarifies|Fixes)\b"
    r"[^()]*\)\.?$",
    "copyright": r"©|\([cC]\) ?(?:\d{4}|[A-Z])",
    "time stamp": rf"(?:\d{{1,2}} {_MONTH},? {_YEAR}|\d{{1,2}}[./-]\d{{1,2}}[./-]{_YEAR})[^.]{{0,50}}$"
    rf"|{_YEAR}[./-]\d{{1,2}}[./-]\d{{1,2}}\b[^.]{{0,50}}$"
    r"|\d{1,2} ?min(?:ute)?s? read\b|\d{1,3} (?:minutes?|hours?|days?|weeks?|months?) ago$",
    "reprint note": r"[<\[(]? ?(?:저작권자|ⓒ|무단 ?(?:전재|복제))|[(（\[]?(?:责任编辑|编辑|責任編集|记者)[:：]",
}
"""Furniture that begins with a sign, a digit, or a script without spaces between words."""
