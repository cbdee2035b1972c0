"""Who speaks in a sentence besides its publisher: "said X", "according to Y", "X reported, citing Y".

A name is the shortest phrase that names the agent: with a rank or title before it, without the description behind it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from materiel.reading.drafts.speaker_names import NAME_WORD, OWN_NAME, WORD, clean
from materiel.reading.drafts.statements import Voice

_SAY: Final = str.split(
    "said says told tells added adds wrote writes noted notes stated states announced"
    " announces reported reports confirmed confirms"
    " replied replies argued argues warned warns claimed claims alleged alleges accused"
    " accuses denied denies deny rejected"
    " rejects dismissed dismisses insisted insists hinted hints suggested suggests acknowledged"
    " acknowledges admitted admits revealed"
    " believe believes believed estimate estimates estimated assess assesses assessed doubt doubts say"
    " predicted predicts concluded concludes explained explains called calls described"
    " describes put puts recalled recalls pledged"
    " vowed vows posted tweeted quipped asked answered declared declares testified remarked"
    " remarks reiterated cautioned maintains"
    " contends contended asserted asserts disclosed mentioned observed observes complained"
    " joked boasted boasts refuted disputed disputes lists praised praises continued"
    " continues responded responds"
    " stressed stresses emphasised emphasized conceded concedes countered counters promised"
    " promises assured assures urged urges repeated repeats"
    " commented blamed blames thinks think fears feared agrees agreed guessed reckons"
    " reckoned speculated speculates suspects suspected ruled"
    " shouted muttered laughed sighed signalled hailed criticised criticized ventured"
    " write add argue warn deny reject insist accuse agree concede"
    " highlighted highlights underlined underlines underscored informed informs briefed specified specifies"
    " clarified clarifies elaborated detailed affirmed affirms reaffirmed verified attested lamented"
    " enthused summarised summarized opined mused related relayed relays indicated indicates signaled teased"
    " divulged alluded cautions guesses expects predicts forecasts forecast"
    " projects swore swears call radioed phoned cabled emailed reads guess suppose supposes confirm announce"
    " deduces deduced infers inferred proclaimed proclaims reasoned reasons recounted recounts notified tells considers regards"
)
_VERB: Final = (
    rf"(?:{'|'.join(sorted(_SAY, key=len, reverse=True))}|(?:was|were|is|are) (?:quoted"
    rf"|cited) as saying|was heard (?:saying|to say)"
    rf"|(?:is|are|was|were|remains?) (?:convinced|certain|sure|confident|adamant|s[ck]eptical|of the opinion)(?= that)|(?:has|have) spoken of|spoke of)"
)
_AUXILIARY: Final = (
    r"(?:(?:has|have|had|also|initially|subsequently|additionally|further|now|currently|now-retired|therefore|thus|likewise|allegedly|officially|finally|formally|specifically|apparently|privately|simply|quickly|later|earlier|then|reportedly|repeatedly|separately|again"
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

_BEFORE: Final = re.compile(rf"{_OPEN}(?P<who>{_PHRASE}) {_AUXILIARY}(?P<verb>{_VERB})\b")
_ASIDE: Final = re.compile(
    rf"(?:^|[;\"],? |, (?=the |an? |[A-Z]))(?P<who>{_PHRASE}),(?P<aside> [^,;\"]{{2,90}})(?:, [^,;\"]{{2,90}})?,"
    rf" {_AUXILIARY}(?P<verb>{_VERB})\b(?! (?:{NAME_WORD} ){{1,5}}?[\w.]+(?:[,.]|$))"
)
_BEHIND: Final = re.compile(
    rf"(?:(?<!\b[A-Z])(?:[,?!.]['\"]?)|['\"]|-) {_AUXILIARY}(?P<verb>{_VERB}) (?P<who>(?:{NAME_WORD}"
    rf"|the|an?|one|its|two|several|some|(?:[a-z][\w-]+ ){{1,3}}(?=[A-Z])) ?[^,;\"]*?)(?=[,;\"]|\.?$|\bwho\b|\bwhich\b)"
)
_ACCORDING: Final = re.compile(
    r"\b(?:[Aa]ccording to|[Cc]iting) (?P<who>[^;\"]+?)(?=, (?!Inc|Ltd)|[;\"]|\.?$| which\b"
    r"| who\b| and (?:the|its|it|has|is|was)\b| that (?:was|were|is)\b)"
)
_CITED: Final = re.compile(r"^(?P<inner>.+?),? (?:cited|quoted) by (?P<outer>.+?)(?: in (?:19|20)\d\d)?$")
_QUOTED: Final = re.compile(
    rf"{_OPEN}(?P<who>{_PHRASE}) {_AUXILIARY}(?:quoted|quotes|quoting|cited|cites|citing),?"
    rf" (?P<inner>\"·*\"|[^,;\"]+?) (?:as (?:saying|telling|writing)|who (?:said|says?|told|believes?))\b"
)
_FINDS: Final = re.compile(
    rf"{_OPEN}(?P<who>(?:{WORD} ){{0,7}}(?i:study|report|analysis|researchers|panel|investigation"
    rf"|investigators|inquiry|audit|survey|paper|review|institute|group|committee|think"
    rf" tank|brochure|data|figures|records|documents|statistics|accounts|numbers|website|site|manual|leaflet|data sheet|handbook"
    rf"|poll|census|logbook|log|minutes|files|papers|estimates|pamphlet|catalogue|catalog|registry|register|archives|(?-i:[A-Z]{{3,6}}))"
    rf"(?: (?:(?:\w+ed )?by|of|from|in) [^,;\"]{{2,40}}?)?) {_AUXILIARY}(?P<verb>found|finds?|shows?|showed"
    rf"|indicates?|indicated|lists?|listed|reads?|gives?|gave|suggests?|suggested|puts?)(?= that\b| the\b| an?\b| it\b| its\b"
    rf"| only\b| \d| \w+ in service\b)"
)
_STATEMENT: Final = re.compile(
    rf"\"[,.]? ?(?P<who>(?:a|the|its|his|their) (?:{WORD} ){{0,3}}?(?:statement|communique"
    rf"|report)(?: (?:from|by|of) [^,;\"]+?)?) (?:read|reads|went)\b|\"[,.]? read (?P<by>an?"
    rf" [^,;\"]*statement[^,;\"]*?)(?=[,;]|\.?$)"
)
_TRANSCRIPT: Final = re.compile(
    r"^(?P<who>(?:MR|MS|MRS|DR|GEN|ADM|COL|SEN|REP|SECRETARY|MINISTER|SPEAKER|AMB)[A-Z]*\.?"
    r" [A-Z][A-Z'-]+(?: [A-Z][A-Z'.-]+){0,3}): (?=[A-Z\"])"
)
_COLON: Final = re.compile(
    rf"^(?P<who>(?:{NAME_WORD} ){{0,4}}{NAME_WORD})(?:, [^,;:\"]{{2,60}})?: (?=\")"
    rf"|^(?P<by>{_PHRASE})(?:, [^,;:\"]{{2,60}},)? (?:was|is|put it|had|summed)\b[^\":;]{{0,40}}: (?=\")"
)
_LABELS: Final = (
    r"(?i:type|class|crew|engines?|power|propulsion|manufacturer|constructor|contractor|builder|armament|weapons?|weights?"
    r"|gross|max|maximum|speed|airspeed|range|ceiling|source|sources|photos?|image|credit|role|nation|country|origin|length|height"
    r"|width|wing|rotor|dimensions|performance|primary|classification|specifications?|quote|details|background|fact|facts"
    r"|language|users?|operators?|status|date|in|at|on|from|first|read|see|related|watch|video|update|updated|note|name|names"
    r"|aeroplane|aircraft|warplanes|submarines|artillery|missiles?|unit|cost|inventory|features|mission|analysis|opinion|exclusive|explainer|breaking)"
)
"""Labels and rubrics, which speak to nobody."""

_TITLED: Final = re.compile(
    rf"^(?!(?:{_LABELS})\b)(?P<who>[A-Z][\w'.]+(?: [\w'.]+){{0,3}}): (?=(?:\S+ ){{3}})(?!.*\d ?(?:m|ft|kg|lbs?|km|mph|knots)\b)[A-Z\"a-z]"
)
_PER: Final = re.compile(
    r"\b(?:[Ii]n the (?:words|view|opinion|eyes|judge?ment|estimation|telling|account|assessment) of|[Qq]uoting|in remarks carried by|(?:as )?(?:noted|reported|stated"
    r"|quoted|confirmed|announced|disclosed|revealed|claimed) by|per|[Aa]s told to) (?P<who>(?:the |an? |its |his |her |their |one |two |some |state |local )[a-z][^,;\"]*?"
    r"|(?:the |an? )?[A-Z][^,;\"]*?)(?=[,;\"]|\.?$| (?:in|on|with|after|last|and|at|to|as|for|earlier)\b)"
)
_AS_PUT: Final = re.compile(
    rf"\b[Aa]s (?P<who>(?:{WORD} ){{0,5}}?{WORD}) (?:puts?|has|had|tells?) it\b"
    rf"|\b[Aa]s (?P<by>(?:{WORD} ){{0,5}}?{WORD}) {_AUXILIARY}(?:notes|noted|concede[sd]|admits|admitted|says?|said|points? out|pointed out"
    rf"|stress(?:es|ed)|explain(?:s|ed)|observe[sd]|warn(?:s|ed)|report(?:s|ed)|confirm(?:s|ed)|writes|wrote|claim(?:s|ed))\b"
)
_RELATIVE: Final = re.compile(
    rf"\b(?:which|that|what|who|whom) (?P<who>(?:the|an?|its|some|many|most|[A-Z])(?: ?{WORD}){{0,5}}?) {_AUXILIARY}"
    rf"(?P<verb>says?|said|claims?|claimed|believes?|believed|alleges?|alleged|insists?|suspects?)\b(?! that\b)"
)
_AND_SAID: Final = re.compile(
    rf"^(?P<who>(?:The |An? )?(?:[\w'.-]+ ){{0,4}}?[\w'.-]+) (?:\w+ed|gave|met|took|went|held) [^;,\"]{{3,60}},? (?:and|but)"
    rf" (?P<verb>said|says|told|claimed|warned|denied|insisted)\b"
)
_TOLD_BY: Final = re.compile(r"\b(?:was|were|been) told by (?P<who>[^,;\"]+?)(?= that\b|[,;.]| who\b|$)")
_WHOSE: Final = re.compile(
    rf"\b(?:[Ii]n|[Bb]y) (?P<who>(?:{WORD} ){{0,5}}?{WORD})(?:'s|(?<=s)') (?:own )?(?:words|view|opinion|account|telling"
    rf"|estimation|judge?ment|count|reckoning|estimates?|admission)\b"
)
_GIVES: Final = re.compile(
    rf"{_OPEN}(?P<who>{_PHRASE}) {_AUXILIARY}(?P<verb>gives?|gave|quotes?|quoted|advertises?|advertised|promises?|cites?|published?)"
    rf"(?= (?:an?|the|its|their) (?:[\w-]+ ){{0,2}}?(?:range|speed|weight|mass|length|number|figure|total|ceiling|payload"
    rf"|crew|price|load|span|wingspan|displacement|life|endurance|thrust|depth|date|height|diameter|calibre|rate|strength)\b)"
)
_BY_WHOM: Final = re.compile(r"\bquoted as saying by (?P<who>[^,;\"]+)|\bwas quoted by (?P<by>[^,;\"]+?) as saying")


_WEAK: Final = frozenset(
    str.split(
        "continued continues maintains add agrees agreed boasts boasted declared declares concluded concludes"
        " mentioned observed repeated repeats recalled recalls promised promises assured assures suggested suggests"
        " fears feared doubt doubts ruled signalled signaled posted answered praised praises predicted"
        " predicts hailed explained indicates indicated verified related relays relayed detailed specified specifies"
        " expects forecasts forecast projects reasons informed informs notified"
        " considers regards underlined underlines highlights highlighted accuse announces describes"
        " reads confirm announce revealed claim argue deny reject"
    )
)
"""Verbs that tell of speech only with what is said right behind, or before, them."""

_SAID_BEHIND: Final = re.compile(
    r",? ?(?:that\b|how\b|\"|: |it\b|its\b|the\b|there\b|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day that"
    r"|in (?:\w+ ){1,6}that\b|[A-Z][\w'-]+ (?:\w+ ){0,3}(?:is|was|has|had|will|would|could)\b)"
)


@dataclass(frozen=True, slots=True)
class _Found:
    who: str
    place: int
    rule: str
    inner: str | None = None


_CAPITAL_VERB: Final = re.compile(
    r"(?<= )(?:Says?|Said|Tells|Told|Confirms|Denies|Announces|According To|Claims|Warns)(?= )"
)
"""Verbs of speech in headlines that are written with capitals."""


def voice(text: str, body: int = 0, *, heading: bool = False) -> Voice:
    """Return who speaks in the canonical sentence `text`, whose words begin at `body` behind a dateline."""
    if heading:
        text = _CAPITAL_VERB.sub(lambda verb: verb[0].lower(), text)
    found = _attributions(text[body:])
    if heading and not found and (titled := _TITLED.match(text)) and (name := clean(titled["who"], "heading")):
        return Voice((name,), "direct" if _has_quote(text) else "indirect", "heading with a colon")
    if not found:
        return Voice()
    chain: list[str] = []
    for one in found:
        chain += [name for name in (one.who, one.inner) if name and name not in chain]
    words = "direct" if _has_quote(text) else "indirect"
    return Voice(tuple(chain), words, found[0].rule)


def _has_quote(text: str) -> bool:
    return '"' in text or _SINGLE.search(text) is not None


def _attributions(text: str) -> list[_Found]:
    """Return the attributions, outermost first: what stands at the end is about all that comes before it."""
    outside = _ABBREVIATED.sub("", _without_quotes(text))
    found: dict[str, _Found] = {}
    for rule, pattern in _RULES:
        for match in pattern.finditer(outside):
            one = _found(outside, match, rule)
            if one is not None and not any(_same(one, other) for other in found.values()):
                found[one.who] = one
    ordered = sorted(found.values(), key=lambda one: (_depth(outside, one), one.place))
    return ordered[:3]


_ABBREVIATED: Final = re.compile(r" ?\([^()\d]{2,60}\)(?=,? [a-z])")
"""An abbreviation in brackets behind a name, before the verb: Joint Chiefs of Staff (JCS) said."""

_RULES: Final = (
    ("transcript", _TRANSCRIPT),
    ("according to", _ACCORDING),
    ("quoted as saying", _QUOTED),
    ("what a report finds", _FINDS),
    ("a statement reads", _STATEMENT),
    ("name, description, verb", _ASIDE),
    ("name and verb", _BEFORE),
    ("verb and name", _BEHIND),
    ("quoted by", _BY_WHOM),
    ("name and colon", _COLON),
    ("in the words of", _PER),
    ("as somebody puts it", _AS_PUT),
    ("in somebody's words", _WHOSE),
    ("what somebody gives", _GIVES),
    ("which somebody says", _RELATIVE),
    ("and said", _AND_SAID),
    ("told by", _TOLD_BY),
)


def _depth(text: str, one: _Found) -> int:
    """Say how far outside a speaker stands: who is named behind all that is said speaks of all of it."""
    if one.rule == "citing":
        return 3
    if one.rule in ("according to", "quoted by"):
        return 0
    rest = text[one.place :].partition(" ")[2]
    trailing = one.place > len(text) // 3 and not re.match(r"(?:\w+ ){0,2}that\b", rest) and len(rest) < _SHORT_REST
    return 1 if trailing else 2


_SHORT_REST: Final = 60


def _same(one: _Found, other: _Found) -> bool:
    return one.who in other.who or other.who in one.who or abs(one.place - other.place) < _NEAR


_NEAR: Final = 4


_SINGLE: Final = re.compile(r"(?:^|(?<=[\s(]))'(?=[\w.])([^']*(?:(?<=\w)'(?=\w)[^']*)*)(?<=[,.!?\w])'(?=[\s,.;:)]|$)")
"""Words in single quotation marks; an apostrophe has a letter on both sides."""


_CLOSES: Final = re.compile(r"[^\"]*[.,!?]\"(?= |$)")


def _without_quotes(text: str) -> str:
    """Blank out what stands in quotation marks, so that nothing in it is taken for the sentence's own words."""
    if text.count('"') % 2 and (closing := _CLOSES.match(text)):
        # The quotation was opened in a sentence before.
        text = f'"{closing[0]}{text[closing.end() :]}'
    text = _SINGLE.sub(lambda found: '"' + found[1] + '"', text)
    return re.sub(r'"[^"]*("|$)', lambda found: '"' + "·" * (len(found[0]) - 2) + ('"' if found[1] else "·"), text)


def _found(text: str, match: re.Match[str], rule: str) -> _Found | None:
    groups = match.groupdict()
    who = groups.get("who") or groups.get("by")
    if who is None:
        return None
    verb = groups.get("verb") or ""
    place = match.start("verb") if verb else match.start()
    if verb and rule not in ("what a report finds", "what somebody gives") and not _speaks(text, match, rule):
        return None
    inner = clean(groups["inner"], rule) if groups.get("inner") else None
    if rule == "according to":
        rule = "citing" if match[0].startswith(("citing", "Citing")) else rule
    elif cited := _CITED.match(who):
        who, inner = cited["outer"], clean(cited["inner"], rule)
    name = clean(who, rule)
    aside = groups.get("aside")
    if (
        name
        and aside
        and OWN_NAME.match(aside.strip())
        and not OWN_NAME.match(name)
        and not name.split()[-1][0].isupper()
    ):
        # "The maker, Sukhoi, says"
        name = aside.strip()
    return None if name is None else _Found(name, place, rule, inner)


def _speaks(text: str, match: re.Match[str], rule: str) -> bool:
    """Say whether the verb is one of speech here."""
    who, verb = match["who"], match["verb"]
    before = text[: match.start("who")].rstrip()
    if before.endswith((" as", "what", "who")) and rule == "name and verb":
        return False
    after = text[match.end("verb") :]
    if after.startswith((" off", " out", " down")) and rule != "verb and name":
        return False
    if verb in _WEAK and rule == "name and verb":
        trailing = before.endswith(('"', ",")) and not after.strip(' .·"')
        quoted = before.endswith(('"', '",')) or before[-2:-1] == "·"
        if not (trailing or quoted or _SAID_BEHIND.match(after)):
            return False
    if (
        verb in ("states", "reports", "claims", "estimates", "notes", "doubts", "puts", "put", "lists")
        and rule != "verb and name"
    ):
        if verb == "states" and not after.startswith((" on", " that", " in ")):
            return False
        if verb in ("put", "puts", "lists") and not re.match(
            r" (?:the|its|their|an?) (?:\w+ )?(?:length|number|weight|mass|speed|range|total"
            r"|figure|cost|price|count)\b",
            after,
        ):
            return False
        if who.endswith("'s") or (
            verb in ("reports", "claims", "estimates", "notes")
            and re.match(r" (?:of|that (?:the|it) .* (?:cannot|were))\b", after)
            and who.islower()
        ):
            return False
    if verb == "reads":
        return rule == "verb and name"
    if verb == "writes" and rule == "name and verb" and not text.rstrip(".").endswith(verb):
        return re.match(r" (?:that|in|on)\b", after) is not None
    if verb in ("described", "describes") and re.match(r" [^,;]{1,60}? as\b", after):
        return True
    if verb in ("call", "called", "calls", "described", "describes"):
        return re.match(r" (?:the|it|its|them|him|her|this|that|for|an?)\b", after) is not None
    if rule == "verb and name":
        if verb == "reports":
            return re.fullmatch(r" (?:the )?[A-Z][^,;]*", after) is not None
        return verb not in ("put", "puts", "notes", "states", "called", "calls", "claims", "estimates")
    if verb in (
        "believed",
        "estimated",
        "assessed",
        "reported",
        "described",
        "confirmed",
        "accused",
        "quoted",
        "told",
        "asked",
        "put",
        "called",
        "said",
    ):
        # "is believed", "was told": nobody speaks here.
        return (
            re.search(r"\b(?:is|are|was|were|be|been|being)(?: \w+ly)?$", text[: match.start("verb")].rstrip()) is None
        )
    return True
