"""The words that show how firmly a sentence says what it says."""

from __future__ import annotations

from typing import Final

_PRICE: Final = r"(?:[\w-]+ )?(?:costs?|prices?|values?|total of [$€£])\b"
"""An estimated price is a price."""

_BE: Final = r"(?:is|are|was|were|been|being|be)"

_OFFER: Final = (
    r"(?! (?:an? |the |its |their |all |both )?(?:[\w-]+ ){0,2}(?:offers?|bids?|designs?|proposals?|plans?|deals?"
    r"|requests?"
    r"|orders?|tenders?|prototypes?|guns?|tanks?)\b)"
)
"""What is rejected, and nothing that was said."""

DENIED: Final = (
    rf"\b(?:(?<!nor )(?<!not )(?:den|Den)(?:ied|ies|y|ying)|(?<!was )(?<!were )(?<!been )reject(?:ed|s|ing){_OFFER}"
    rf"|refut(?:ed|es|ing)|disput(?:ed|es"
    r"|ing)|(?:knew"
    r"|knows?) (?:nothing|of no)"
    r"|dismiss(?:ed|es|ing)|rebut(?:ted|s)|repudiat(?:ed|es)|disavow(?:ed|s)|rul(?:ed|es|ing) out"
    r"|no (?:evidence|proof|truth)|untrue|baseless|groundless|unfounded|fabrications?|(?:is|are|was|were"
    r"|as) (?:\w+ly )?(?:false|fake)|contradict(?:ed|s)"
    r"|(?:insist(?:s|ed)?|maintain(?:s|ed)?|sa(?:ys?|id)|sw[eo]re?s?)(?: that)? (?:none|nothing|nobody|no [a-z]+)"
    r"(?! (?:matter|longer|decision|more|later|fewer|less)))\b"
)
SPECULATED: Final = (
    r"\b(?:may|might)(?! have bought)(?! be expected)(?! as well)(?! I\b)(?! [A-Z\d])(?:(?: also| well| even"
    r"| soon| yet| still| one day)? [a-z]+)"
    r"|(?<!we )(?<!I )(?<!We )\bcould have (?:been|come|gone|had|made|led|hit|cost|meant|reached|carried|struck)\b"
    r"|\bcould(?! have| not| see\b| hear\b| barely\b| only\b)(?: also| well| even| soon| then| potentially)? [a-z]+"
    r"|\b(?:[Pp]ossibly|(?:(?<!, )perhaps|Perhaps)(?!\.| (?:the )?(?:most|best|by|for|because|to))|Maybe"
    r"|(?<!, )maybe|[Cc]onceivabl[ye]"
    r"|speculat(?:ed|es?|ion|ing)|potentially|[Rr]umou?r(?:s|ed)(?! (?:\w+ ){0,3}ha(?:s|ve) it)|[Tt]here (?:is"
    r"|was) (?:a|some|every) (?:chance"
    r"|possibility|risk)|cannot be (?:ruled out"
    r"|excluded))\b|\bpossible that\b"
    r"|\b[Aa] possible \w+(?: \w+)? (?:is|would)\b"
    rf"|\b{_BE} (?:considering|weighing|mulling|looking at (?:buying|acquiring))\b"
    r"|\b(?:considers|considering|mulls|mulling|weighs) (?:buying|selling"
    r"|whether|a purchase"
    r"|an order)\b|^[Ii]f [^,]+, (?:[\w'-]+ ){1,8}?would (?!have\b)[a-z]+"
)
PLANNED: Final = (
    r"\b(?:plan(?:s|ned|ning)? (?:to|for|on|call(?:s|ed)? for)|(?:is|are) (?:due|set|slated|scheduled|planned"
    r"|expected|supposed"
    r"|poised|projected|earmarked|to be(?! (?:believed|trusted|seen|found|had|heard|read|expected))"
    r"|to (?!be\b|blame|the|an?\b|date\b|hand\b|port\b|scale\b|this\b)[a-z]+)(?: to)?"
    r"|(?:is|are|was|were) (?:meant|intended|originally intended|originally planned) to|(?:was|were)"
    r" (?:due|set|slated|scheduled|planned|expected|projected) to|due to be|due to (?=[a-z]+ (?:in|by|next"
    r"|later|the|with|into|on|from|at)\b)(?!the\b)|(?:is|are|was|were) preparing to (?:buy|order|field|send"
    r"|deploy|build|sell|deliver)"
    r"|(?:due|scheduled|slated|planned|set|earmarked) for (?:delivery|completion|launch|service|commissioning"
    r"|retirement|the|next|later|early|late|mid|20)|slated to|(?:[Aa]|the|its|their) planned [a-z]+|(?<!neither )(?:has"
    r"|have) (?:requested|asked for)|(?:is|are) (?:buying|procuring|acquiring)"
    r"|(?<!\b[Aa] )(?<!\b[Tt]he )(?<!\bhis )(?<!\bher )(?<!'s )will(?! not\b| find\b| tell you| be (?:found|seen"
    r"|noted|remembered"
    r"|sorry|glad)| always\b| often\b| never\b| usually\b| sometimes\b)"
    r"(?: also| soon| then| eventually| reportedly| likely| now| be)? [a-z]+"
    r"|(?<=[a-z])(?<![Yy]ou)'ll(?! not\b| tell\b| see\b| find\b| never\b)(?: also| soon)? [a-z]+|intends? to|aim(?:s|ed"
    r"|ing) (?:to|for)|expects? (?:(?:to|the|its|a|an)\b|[a-z]+ to\b)|hop(?:es?|ing) (?:to|for)\b|seek(?:s"
    r"|ing) to (?:buy|acquire|replace|build|develop|sell|export|field|expand|moderni[sz]e|order|deploy|procure)"
    r"|wants? (?:to (?:buy|purchase|procure|launch|test|join|expand|build|replace|acquire|sell|field|deploy"
    r"|order|retire|export|develop|have)|\d)"
    r"|looking to|on track to|on course to|in line to"
    r"|to be (?:built|bought|delivered|launched|commissioned|retired|replaced|fielded|deployed|fitted|installed"
    r"|transferred"
    r"|modernised|modernized|upgraded|converted|completed|produced|ordered|handed over|phased out|scrapped|sold)"
    r"|(?<!not )expected (?:to|by|in)|scheduled (?:to|for)|(?:the|its|an?) intention (?:to|of)"
    r"|planned (?:purchases?|production|deliver(?:y|ies)|order)|(?:[Ff]uture|has|have) plans|[Pp]lans (?:include"
    r"|exist)"
    r"|(?:decided|agreed|vowed|pledged|promised|proposed|proposes|opted|promises|pledges|vows)(?: (?:in|last|on|this"
    r"|back in|in"
    r" early|in late) [\w]+)? to [a-z]+"
    r"|(?:vow(?:ed|s)|pledge[sd]|promise[sd]) (?=[a-z]+\b)(?!by\b|that\b|it\b|not\b|an? (?:[a-z]+ )?(?:range|speed"
    r"|life|rate|weight)\b)|ambition to|goal (?:of|is to)"
    r"|shall(?! not\b) [a-z]+|should (?:be (?:ready|delivered|complete|completed|finished|in service"
    r"|operational|available)|enter|arrive|follow|receive|replace|begin|start)"
    r"|would (?:later|then|eventually|soon|initially|first) (?!become|sink|win|serve|prove|see|find|claim|say"
    r"|call|go)(?:be )?[a-z]+"
    r"|[Pp]lans? (?=to\b|for\b|call)|deadline|[Aa]ccording to (?:the |its )?(?:\w+ )?(?:plans?|schedule|timetable))\b"
)
ALLEGED: Final = (
    r"\b(?:accus(?:ed|es?|ing)|alleg(?:ed|es?|edly|ing|ations?)|(?:claim|(?<!\w )Claim)(?:ed|s|ing)?|billed as"
    r"|touted as|[Pp]urport(?:s|ed|edly)?"
    r"|[Ss]upposedly|marketed as|advertised as|boast(?:s|ed)|brag(?:s|ged)|assert(?:s|ed)|contend(?:s|ed)"
    r"|[Uu]nconfirmed (?:reports?|accounts?)|[Rr]umou?rs? (?:(?:among|in|at) (?:\w+ ){1,2})?(?:has|have) it|crow(?:s"
    r"|ed) that|so the story goes"
    r"|trumpet(?:s"
    r"|ed))\b"
)
TALKS: Final = (
    r"\bin (?:talks|negotiations|discussions) (?:to|on|over|with|about|for)\b"
    r"|\bunder (?:negotiation|discussion)\b"
)
"""Talks may come to nothing. Where somebody tells of them they are what he reports."""

ASSESSED: Final = (
    r"\b(?:(?<!one )(?<!you )believ(?:ed?|es|ing)(?! (?:in|me|it or)\b)|(?:is|are|was|were|long|widely|now"
    r"|be) thought|(?<!an )[Ee]stimat(?:ed?"
    rf"|es)(?! to be (?:worth|valued))(?! {_PRICE})"
    rf"|an estimated (?!(?:[$€£]|US\b|{_PRICE}|[\d.,]+ ?(?:million|billion|euro|dollar)))|assess(?:ed|es"
    rf"|ment)?(?! and\b)"
    r"|(?:is|are|widely) considered(?! as)|(?:was|were) considered to|(?:is|are|was|were) (?:widely "
    r"|generally )?(?:seen|regarded) as"
    r"|(?<!though )appear(?:s|ed)?(?= to\b| that\b| likely\b)|it appears|seems?(?: likely)? (?:to|that)"
    r"|seemed to|[Ll]ikely|unlikely|it would seem|would appear|[Pp]robabl[ey]"
    r"|[Aa]pparently|[Pp]resumably|[Ee]vidently|almost certainly|presumptively|[Ee]stimates? (?:vary|range"
    r"|differ|place|put|of|for)"
    r"|assum(?:e[sd]?|ing)|reckon(?:s|ed)?|surmise[sd]?|guesses|suppose[sd]?(?! to\b)|speculates that"
    r"|judge[sd]?|presum(?:ed|ably)|doubts?|doubtful|s[ck]eptical|convinced|suspect(?:ed|s)?(?= )|thought to"
    r"|conclude[sd]?"
    r"|think|thinks|thought (?=it\b|that\b|the\b|she\b|he\b|they\b)|credits? (?:it|them|her)|look(?:s|ed)? (?:like"
    r"|as (?:if|though)\b)"
    r"|must have (?:been|had)"
    r"|(?:is|are) (?:certain|confident|sure)(?= that| the| of| it)|of the opinion|in (?:the|its) view|(?:images?"
    r"|imagery|photographs?"
    r"|photos|pictures|footage|traffic|intercepts?|signals|analysis|evidence|debris|wreckage"
    r"|[Vv]iews?)(?: [\w-]+){0,4}"
    r" (?:indicates?|indicated|points? to|holds?)|(?<!would )(?<!he )(?<!she )suggest(?:s|ed|ing)?(?= that\b"
    r"| the\b| an?\b| it\b| there\b| its\b|,))\b"
    r"|(?:as|, )[\w ]{2,30} suggests\b"
)
HEADED: Final = (
    r"^(?!What|How|Where|When|Who|Why)[A-Z][\w'-]*(?: [\w'-]+){0,3}? (?P<cue>to (?!be\b|the\b)[a-z]+) (?!.*[.?!]\"?$)"
    r"(?!.*\b(?:is|was|are|were|has|had)\b)"
)
"""A headline of what is to be: "Kaldea to buy jets"."""

REPORTED: Final = (
    r"\b(?:reportedly|reputedly|(?:is|are|was|were) said to|(?:is|are) said|(?:is|are|was|were) reported(?:ly)?"
    r"|according to(?! (?:the )?(?:NATO|its|their|the) (?:reporting|class|designat|code|plan))(?! \w+(?:[.,]|$))"
    r"|(?:is|are|was|were) (?:widely )?described as|(?:is|are|was|were)? ?understood to"
    r"|if (?:confirmed|true)|(?:unconfirmed|some|press|media|early|first|new|other|several|recent|these"
    r"|many) reports?"
    r"|reports? (?:that|say|suggest|emerged)|reports of|reports have emerged|by some accounts|in some accounts"
    r"|word (?:that|is)"
    r"|it (?:is|was|has been|had been) (?:\w+ly )?(?:said|reported|announced|understood|noted)|as reported"
    r"|by all accounts"
    r"|has it that|(?:we|I) (?:are|were|was) told)\b"
)
