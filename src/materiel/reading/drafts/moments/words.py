"""Words for moments in the life of a system: first flight, production, service, laying down, launch."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Moment:
    """Words for a moment in the life of a system: the property that its date is the value of, and the event it is."""

    rule: str
    property: str
    event: str | None
    words: re.Pattern[str]


def moment(rule: str, name: str, event: str | None, words: str) -> Moment:
    """Return a moment whose words are matched without regard to case."""
    return Moment(rule, name, event, re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.I))


MOMENTS: Final = (
    moment(
        "first flight",
        "first_flight",
        "first flown",
        r"first (?:flew|flown)|(?:was|were) flown first|flew first|(?:first|maiden|inaugural|debut) (?:\w+ )?flight"
        r"|flew for (?:the|its) first time(?! (?:since|(?:in|for) [\w ]{0,20}(?:years|months|decades?"
        r"|weeks)))|prototypes? (?:of (?:the |an? )?§+ )?(?:first )?(?:flew|took (?:off|to the))"
        r"|(?:flown|took off|lifted off|in the air) for the first time|(?:first|prototype) (?:prototype )?(?:§+"
        r"|aircraft) flew(?! to\b| over\b| from\b| into\b)|(?:first )?took to the (?:air|sky|skies)|debuted",
    ),
    moment(
        "first test",
        "first_tested",
        "tested",
        r"first (?:successfully )?(?:test(?:ed|-fired|-launched| launch(?:ed)?| flight| firing)?"
        r"|flight[- ]test(?:ed)?|launched"
        r"|fired|flown)|(?:first|maiden) (?:flight|launch|(?:flight |test )?(?:test|firing|flight|launch))"
        r"|(?:test-fired|test-launched|tested|launched|fired|flight-tested|flown|flew) for the first time",
    ),
    moment(
        "entered service",
        "entered_service",
        None,
        r"(?:start(?:ed|s)|began|begins) entering (?:\w+ )?service|(?:entered|enters|entering"
        r"|enter) (?:(?!the\b)[\w.'-]+ ){0,3}?service"
        r"|declared (?:the )?§+ (?:fully )?operational|"
        r"entry into service|service entry"
        r"|in service since|(?:has|have) (?:served|been flying) since|went operational"
        r"|into service|in (?:\w+ )?service(?= (?:with|in) [^.;,]{3,40} since )"
        r"|been (?:flown|operated|used)(?= by [^.;,]{3,40} since )|been in (?:\w+ )?service(?=$|[.,;])"
        r"|date (?:deployed|of service)|began operat(?:ing|ions)(?= in\b)"
        r"|accepted by the (?:[\w.]+ ){0,3}(?:air force|navy|army|IAF)"
        r"|entered the (?:[\w.'-]+ ){0,3}?(?:fleet|inventory|air force|army|navy|arsenal|PLAAF|ranks)"
        r"|(?:inducted|fielded|adopted)(?= (?:the |its |their )?(?:new )?§)"
        r"|first §+s? (?:\w+ )?were (?:deployed|fielded)"
        r"|^\W*(?:used|operational|in use|deployed|fielded) since"
        r"|(?:been|is|was|were) (?:deployed|operational|fielded|in use|used)(?: (?:in|with"
        r"|by) (?:the )?[\w' ]{3,40})? since|(?:became|(?:was|were) declared)"
        r" (?:fully )?operational|initial operat(?:ional|ing) capability"
        r"|(?:first|initially) (?:fielded|deployed|introduced|commissioned|issued)|put into service|saw service from"
        r"|in service(?=:| \|)|years? of (?:introduction|entry into service)|began (?:its |her )?(?:active "
        r"|operational )?service"
        r"|(?:was|were) (?:first )?(?:introduced|fielded|inducted)(?: into service)?|introduced"
        r"|in use since|in operation since|joined (?:the )?(?:[\w§'.-]+ ){0,4}?(?:fleet|navy|air force|army"
        r"|forces|service)|(?:operational|service) since"
        r"|entered (?:operational|active|front-line|frontline|military|squadron) (?:service|duty)"
        r"|(?:enter(?:ed|s|ing)?|go(?:es)? into|went into|came into|put into|taken into|accepted into"
        r"|adopted into) (?:\w+ )?(?:service|operation)|introduction|was adopted|were adopted|(?:date"
        r"|year) of introduction",
    ),
    moment(
        "first produced",
        "first_produced",
        None,
        r"(?:full-rate |serial |series |mass )?(?:production|manufacture"
        r"|manufacturing) (?:of [\w§' -]{1,40}? )?(?:only |first |was )?(?:began"
        r"|initiated|begun|started|starts|commenced|to begin|to start|will begin|will start|is expected"
        r" to begin)"
        r"|years? of production|(?:began|started|commenced) (?:(?:serial|series|mass|full-rate"
        r"|its) )*(?:production|manufacture)"
        r"|(?:entered|went into|enter|put into|put in|placed in) (?:serial |mass |series |full-rate )?production"
        r"|(?:first|originally) (?:produced|built|manufactured|made)"
        r"|(?:built|produced|manufactured|made|in production|constructed)(?= (?:there |[\w ]{2,30} )?(?:from|between"
        r"|since|in the years) (?:[A-Z][a-z]+ )?(?:19|20)| (?:19|20)\d\d ?- ?(?:19|20))|production (?:run|ran"
        r"|lasted|continued)"
        r"|(?:built|produced|made|manufactured|turned out) (?:the |its )?§+(?= (?:since|from"
        r"|between) (?:[A-Z][a-z]+ )?(?:19|20))"
        r"|(?:been )?in (?:series |serial |mass |full-rate )?production since",
    ),
    moment(
        "laid down",
        "laid_down",
        "laid down",
        r"laid down|keel (?:[\w§' -]{0,40}? )?(?:was|were) laid(?: down)?|keel laid|keel-laying",
    ),
    moment(
        "launched",
        "launched",
        "launched",
        r"launched|floated out|slid down the (?:ways|slipway)|left the slipway|(?:placed|put|sent) (?:in"
        r"|into) orbit|(?:placed|put|sent|carried|lofted|lifted|boosted|delivered|took) (?:[\w§() -]{1,80}?"
        r" )?(?:in|into) (?:orbit|space)|(?<!after )launch(?= (?:on|in|date|:|\|))",
    ),
    moment("commissioned", "commissioned", None, r"commissioned|commissioning|commission(?= )"),
)
