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
_SO: Final = (
    r"(?: (?!and\b|when\b|where\b|which\b|who\b|in\b|on\b|at\b)[\w'-]+){1,7} (?:is|are|was|were|had|has|have"
    r"|would|could|did"
    r"|to (?:be|have)|un\w+|too|evidence|\w+(?:able|ible|less))\b"
)
"""Behind "found the": a clause, and no thing that was lost."""

LEARNED: Final = re.compile(
    rf"{_OPEN}(?P<who>{_PHRASE}) (?:(?:has|have|had) (?:also |now )?(?:learned|learnt|heard|been told)|learned"
    rf"|learnt|understands?)"
    r" (?:from|by) (?P<inner>[^,;\"]+?)(?= that\b|[,;.]|$)"
)
"""Who has heard it, and from whom: "the Post has learned from people at the yard"."""

FINDS: Final = re.compile(
    rf"{_OPEN}(?P<who>(?:{WORD} ){{0,7}}(?i:study|report|analysis|researchers|panel|investigation"
    rf"|investigators|inquiry|audit|survey|paper|review|institute|group|committee|think"
    rf" tank|brochure|data|figures|records|documents|statistics|accounts|numbers|website|site|manual"
    rf"|leaflet|data sheet|handbook"
    rf"|poll|census|logbook|log|minutes|files|papers|estimates|pamphlet|catalogue|catalog|registry"
    rf"|register|archives|(?-i:[A-Z]{{3,6}}))"
    rf"(?: (?:(?:\w+ed )?by|of|from|in) [^,;\"]{{2,40}}?)?) {_AUXILIARY}(?P<verb>found|finds?|shows?|showed"
    rf"|indicates?|indicated|lists?|listed|reads?|gives?|gave|suggests?|suggested|puts?)(?= that\b| it\b| only\b| \d"
    rf"| \w+ in service\b|(?<!found)(?<!finds)(?<!find) (?:the|an?|its)\b| (?:the|an?|its|no)\b{_SO})"
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
    r"|^(?P<who>(?:[A-Z]{3,} )?(?:MR|MS|MRS|DR|GEN|ADM|COL|SEN|REP|SECRETARY|MINISTER|SPEAKER|AMB)[A-Z]*\.?"
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

_WHEN: Final = (
    r"(?:on (?:\w+day|(?:\d\d? )?[A-Z][a-z]+(?: \d\d?)?)"
    r"|in (?:[A-Z][a-z]+|\d{4}|[A-Z][a-z]+ \d{4})|last \w+|this \w+|yesterday)"
)

SOURCED: Final = re.compile(
    r"\b(?:(?:[Ss]atellite |[Cc]ommercial |[Aa]erial )?(?:[Ff]igures|[Dd]ata|[Ii]magery|[Ii]mages"
    r"|[Pp]hotographs|[Pp]hotos|[Ss]tatistics|[Nn]umbers|[Rr]ecords"
    r"|[Cc]ounts?|[Vv]ideos?|[Ff]ootage))"
    r" (?:(?:compiled|analy[sz]ed|published|collected|gathered|released|kept|reviewed|supplied|provided|issued"
    r"|shared|captured"
    r"|obtained|examined|studied|assembled|processed|taken|made|shot)"
    rf"(?: (?:{_WHEN}|\w+ly))? )?(?:by|from) (?P<who>(?:the |an? )?[^,;\"]{{2,70}}?)"
    rf"(?: {_WHEN}| and (?:reviewed|seen|obtained|analy[sz]ed|examined|studied|published|verified"
    rf"|shared) by [^,;\"]{{2,40}}?)? "
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
