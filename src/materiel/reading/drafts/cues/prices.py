"""Words for the price of one: what it costs, what is asked for it, what a programme pays for each."""

from __future__ import annotations

from typing import Final

from materiel.reading.drafts.cues.cue import Cue

_THINGS: Final = (
    r"(?:(?:war)?ships?|destroyers?|frigates?|carriers?|submarines?|subs?|boats?|vessels?|jets?|fighters?|bombers?"
    r"|planes?|aircraft|airplanes?|helicopters?|drones?|missiles?|interceptors?|rockets?|shells?|rounds?|bombs?"
    r"|torpedo(?:es)?|tanks?|howitzers?|launchers?|vehicles?|limousines?|limos?|satellites?|airframes?)"
)
_EACH: Final = rf"(?:each|apiece|a (?:piece|copy|pop|shot|unit|{_THINGS})|per[ -](?:unit|copy|piece|shot|{_THINGS}|§))"
_OF_ONE: Final = (
    r"(?:(?:per[- ])?unit|average|recurring|procurement|replacement|flyaway|fly-away|list|sticker|production unit"
    r"|individual)"
)
_PER: Final = rf"(?:per|of|for) (?:each |an? |one |the |a single )?(?:new )?(?:unit|{_THINGS}|§+)"

_OTHER_MONEY: Final = (
    r"(?: (?:about|around|some|an estimated|nearly|roughly))*"
    r"(?: (?:[¥£€₩₽₹]|JPY|GBP|EUR|KRW) ?[\d.,]+ ?(?:million|billion|trillion|m|bn)?"
    r"| [\w.,]+(?: (?:thousand|million|billion|trillion))? (?:yen|won|euros?|pounds|yuan|ro?ubles|rupees|lira|dinars))"
    r",? \((?:or )?"
)
"""The sum in money of the country, before that in dollars: "cost about one trillion won ($893 million)"."""

PRICES: Final = (
    Cue(
        "price for one",
        "money",
        ("unit_cost_usd",),
        behind=r"for (?:an?|each|every|one|a single) (?:new )?§+(?!§)(?=[.,;)]| (?:and|or|while|but)\b|$)",
    ),
    Cue(
        "price of one",
        "money",
        ("unit_cost_usd",),
        noun=rf"(?:{_OF_ONE}[ -])+(?:costs?|prices?)(?: (?:of|per) (?:the |an? |each )?(?:{_THINGS}|§+))?"
        rf"|(?:costs?|price) (?=[:|])|costs?(?=[:|])|price[ -]tags?(?: of{_OTHER_MONEY}$)?"
        rf"|(?:costs?|prices?) {_PER}(?: (?:missile|round|shell))?|(?:costs?|prices?) (?:each|apiece)",
        verb=r"(?:costs?|costing|priced at|sells? (?:for|at)|selling (?:for|at)|sold for|goes for|go for|retails? for"
        r"|valued at|fetch(?:es)?)(?: (?:[\w' ]{0,20}taxpayers?|the [\w ]{3,20}|(?-i:[A-Z])[\w.]+))?"
        r"(?: somewhere| anywhere)?"
        rf"|(?:costs?|costing|priced at|price[ -]tag of|sold for){_OTHER_MONEY}",
        behind=rf"(?:[^.;,$§]{{0,25}} )?{_EACH}|,? ?(?:(?!for\b|of\b|to\b|from\b|on\b|in\b|and\b|at\b"
        rf"|by\b)[\w-]+,? ){{0,3}}?(?:{_THINGS}|§+(?!§))"
        r"(?! (?:deal|contract|orders?|programme|program|package|sale|purchase|class|fleet|project|upgrade|agreement"
        r"|acquisition|export|procurement|budget))",
    ),
)
