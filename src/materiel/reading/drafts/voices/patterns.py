"""Patterns of speech: which words name a speaker, and where the name stands."""

from __future__ import annotations

import re
from typing import Final

from materiel.reading.drafts.voices.names import NAME_WORD, WORD

_AUXILIARY: Final = (
    r"(?:(?:has|have|had|also|initially|subsequently|additionally|further|now|currently|now-retired"
    r"|therefore|thus|likewise|allegedly|officially|finally|formally|specifically|apparently|privately"
    r"|simply|quickly|later|earlier|then|reportedly|repeatedly|separately|again"
    r"|already|previously|still|recently|publicly|flatly"
    r"|first|once|long|openly|officially|only|himself|herself|itself|,?|on (?:Mon|Tues"
    r"|Wednes|Thurs|Fri|Satur|Sun)day|last (?:week|month|year)"
    r"|this (?:week|month|year)|in (?:(?:19|20)\d\d|a statement|an interview)|yesterday"
    r"|today|in (?:January|February|March|April|May|June|July"
    r"|August|September|October|November|December)(?: (?:19|20)\d\d)?) )*"
)
_PHRASE: Final = rf"(?:{WORD} ){{0,11}}?{WORD}"
_OPEN: Final = (
    r"(?:(?:^|[,;:\"\)]|[-–]) ?|\b(?:said|says|reported|confirmed|claimed|wrote|announced)(?:"
    r" that)? (?=(?:the |an? |[A-Z])(?!.* \"))|\bthat (?=(?:the|an?|its|[A-Z]))|\b(?:but"
    r"|and|while|although|as) (?=(?:the|an?|he|she|it|they|[A-Z])))"
)

QUOTED: Final = re.compile(
    rf"{_OPEN}(?P<who>{_PHRASE}) {_AUXILIARY}(?:quoted|quotes|quoting|cited|cites|citing),?"
    rf" (?P<inner>\"·*\"|[^,;\"]+?) (?:as (?:saying|telling|writing)|who (?:said|says?|told|believes?))\b"
)
FINDS: Final = re.compile(
    rf"{_OPEN}(?P<who>(?:{WORD} ){{0,7}}(?i:study|report|analysis|researchers|panel|investigation"
    rf"|investigators|inquiry|audit|survey|paper|review|institute|group|committee|think"
    rf" tank|brochure|data|figures|records|documents|statistics|accounts|numbers|website|site|manual"
    rf"|leaflet|data sheet|handbook"
    rf"|poll|census|logbook|log|minutes|files|papers|estimates|pamphlet|catalogue|catalog|registry"
    rf"|register|archives|(?-i:[A-Z]{{3,6}}))"
    rf"(?: (?:(?:\w+ed )?by|of|from|in) [^,;\"]{{2,40}}?)?) {_AUXILIARY}(?P<verb>found|finds?|shows?|showed"
    rf"|indicates?|indicated|lists?|listed|reads?|gives?|gave|suggests?|suggested|puts?)(?= that\b| the\b"
    rf"| an?\b| it\b| its\b"
    rf"| only\b| \d| \w+ in service\b)"
)
STATEMENT: Final = re.compile(
    rf"\"[,.]? ?(?P<who>(?:a|the|its|his|their) (?:{WORD} ){{0,3}}?(?:statement|communique"
    rf"|report)(?: (?:from|by|of) [^,;\"]+?)?) (?:read|reads|went)\b|\"[,.]? read (?P<by>an?"
    rf" [^,;\"]*statement[^,;\"]*?)(?=[,;]|\.?$)"
)
TRANSCRIPT: Final = re.compile(
    r"^(?:Asked by|Question by|Answer by|Reply by) (?P<by>[A-Z][\w'.-]*(?: [A-Z][\w'.-]*){0,4}): "
    r"|^(?P<office>(?:The )?(?:[A-Z][\w'-]+ ){0,3}?(?:Minister|Secretary|President|Chairman|Chairwoman|Chair"
    r"|Speaker|Commander|Ambassador"
    r"|Spokes\w+|Commissioner|Director|Chief)(?: (?:of|for|the|and|to"
    r"|[A-Z][\w'-]+)){0,8}(?: \([^()]{2,40}\))?): (?=[A-Z\"])"
    r"|^(?P<who>(?:MR|MS|MRS|DR|GEN|ADM|COL|SEN|REP|SECRETARY|MINISTER|SPEAKER|AMB)[A-Z]*\.?"
    r" [A-Z][A-Z'-]+(?: [A-Z][A-Z'.-]+){0,3}): (?=[A-Z\"])"
)
COLON: Final = re.compile(
    rf"^(?P<who>(?:{NAME_WORD} ){{0,4}}{NAME_WORD})(?:, [^,;:\"]{{2,60}})?: (?=\")"
    rf"|^(?P<by>{_PHRASE})(?:, [^,;:\"]{{2,60}},)? (?:was|is|put it|had|summed)\b[^\":;]{{0,40}}: (?=\")"
)
_LABELS: Final = (
    r"(?i:type|class|crew|engines?|power|propulsion|manufacturer|constructor|contractor|builder|armament"
    r"|weapons?|weights?"
    r"|gross|max|maximum|speed|airspeed|range|ceiling|source|sources|photos?|image|credit|role|nation"
    r"|country|origin|length|height"
    r"|width|wing|rotor|dimensions|performance|primary|classification|specifications?|quote|details"
    r"|background|fact|facts"
    r"|language|users?|operators?|status|date|in|at|on|from|first|read|see|related|watch|video|update"
    r"|updated|note|name|names"
    r"|aeroplane|aircraft|warplanes|submarines|artillery|missiles?|unit|cost|inventory|features|mission"
    r"|analysis|opinion|exclusive|explainer|breaking)"
)
"""Labels and rubrics, which speak to nobody."""

LABEL: Final = re.compile(rf"(?:{_LABELS})\b[^:]{{0,30}}:")
TITLED: Final = re.compile(
    rf"^(?!(?:{_LABELS})\b)(?P<who>[A-Z][\w'.]+(?: [\w'.]+){{0,3}}): (?=(?:\S+ ){{3}})(?!.*\d ?(?:m|ft|kg"
    rf"|lbs?|km|mph|knots)\b)[A-Z\"a-z]"
)
_NEWS_SPEAKERS: Final = (
    r"(?:[A-Z][\w'.-]*(?: [A-Z][\w'.-]*){0,3}|(?:[\w'-]+ ){0,3}(?:reports?|sources?|officials?|minister|ministry"
    r"|analysts?|experts?|military|police"
    r"|army|navy|study|spokes\w+|general|admiral|maker|media|agency|watchdog|think tank|paper|intelligence))"
)
HEADLINE: Final = re.compile(
    rf"(?:: |[-–] )(?P<who>{_NEWS_SPEAKERS})$|(?:,|') says? (?P<by>{_NEWS_SPEAKERS})$"
    rf"|^.{{12,}} - (?P<last>{_NEWS_SPEAKERS})$"
)
"""Who speaks, at the end of a headline: "Missiles sent to Russia: report"."""

"""Who says so in the passive: "is put at 300 by Western analysts", "said by Russia to be"."""

SOURCED: Final = re.compile(
    r"\b(?:[Ff]igures|[Dd]ata|[Ii]magery|[Ii]mages|[Pp]hotographs|[Pp]hotos|[Ss]tatistics|[Nn]umbers|[Rr]ecords"
    r"|[Cc]ounts?)"
    r" (?:(?:compiled|analy[sz]ed|published|collected|gathered|released|kept|reviewed|supplied|provided|issued|shared"
    r"|obtained|examined|studied|assembled|processed|taken) )?(?:by|from) (?P<who>(?:the |an? )?[^,;\"]{2,70}?) "
    r"(?P<verb>puts?|shows?|showed|suggests?|suggested|indicates?|indicated|gives?|gave|lists?|listed|points?"
    r"|has|have)\b"
)
"""Who is behind figures and pictures: "data from the institute show"."""

GIVES: Final = re.compile(
    rf"{_OPEN}(?P<who>{_PHRASE}) {_AUXILIARY}(?P<verb>gives?|gave|quotes?|quoted|advertises?|advertised|states?"
    rf"|promises?|cites?|published?)"
    rf"(?= (?:an?|the|its|their) (?:[\w-]+ ){{0,2}}?(?:range|speed|weight|mass|length|number|figure|total"
    rf"|ceiling|payload"
    rf"|crew|price|load|span|wingspan|displacement|life|endurance|thrust|depth|draught|date|height|diameter"
    rf"|calibre|rate|strength)\b)"
)
BY_WHOM: Final = re.compile(r"\bquoted as saying by (?P<who>[^,;\"]+)|\bwas quoted by (?P<by>[^,;\"]+?) as saying")

_THINGS: Final = (
    r"(?:(?i:the|an?|its|their|his|her|this|last|latest|recent|new|two"
    r"|several)\b ?)?(?:[\w'-]+ ){0,4}?(?i:stud(?:y|ies)|reports?|analys[ie]s|papers?"
    r"|figures|data|imagery|images?|photographs?|photos|footage|video|statistics|numbers|records|counts?|tally"
    r"|tallies"
    r"|survey|poll|audit|review|assessments?|estimates?|statements?|documents?|lists?|databases?|briefing"
    r"|brochure|notice"
    r"|letter|memo|post|fact sheet|calculations?|research|work|findings?|inventory|census|table|map|graphic"
    r"|transcript"
    r"|press release|release|communique|account|accounts|article|dispatch|story)"
)
MADE: Final = re.compile(
    rf"(?:{_THINGS} (?:by|from)|[^,;\"]{{3,60}}? (?:compiled|analy[sz]ed|published|collected|gathered|released|kept"
    r"|supplied|provided|issued|shared|taken|prepared|written|drawn up|put out|signed|assembled|processed|maintained"
    r"|commissioned) (?:by|from)) (?P<maker>.+)"
)
"""A thing with its maker behind it: "figures compiled by the institute"."""

MADE_BY: Final = re.compile(
    r",? (?:compiled|analy[sz]ed|captured|drafted|studied|published|collected|gathered|released|kept|supplied"
    r"|provided|issued|shared|taken"
    r"|prepared|written|drawn up|put out|signed|assembled|processed|maintained|commissioned)"
    r" (?:\w+ )?(?:by|from) (?P<maker>[^,;\"]+?)(?= (?:in|on|at|is|are|was|were|has|have|to|and)\b|[,;.]| ?$)"
)
CARRIED: Final = re.compile(
    r",? (?:(?:first|later|also) )?(?:cited|quoted|carried|run|relayed|picked up"
    r"|published|reported|broadcast|aired|leaked to|read out) by"
    r" (?P<outer>[^,;\"]+?)(?= (?:in|on|at|under|last|this|as) |[,;.]| ?$)"
)
"""Who carries the words of another, behind that one's name: "a defector quoted by the paper"."""
