"""The specimen: two aircraft and a submarine, of which invented sources agree, disagree, deny and guess.

It has one thing of each sort that a command shows: claims that agree (the wingspan of the Swift-1) with one
that disagrees, a value that cannot be (its crew, according to one source), a figure under a condition, a
name shared by two systems (Dart), a name in another script, a transfer that is reported and denied, a
planned holding, a guess, a whole sentence, and a sentence that nothing is cited from.
"""

from __future__ import annotations

from pathlib import Path

from samples import SeedFolder, says, sentence

OFFICIAL = [{"agent": "testland", "role": "official", "words": "indirect"}]


def write(path: Path) -> Path:
    """Write the seeds of the specimen to `path`, and return it."""
    folder = SeedFolder(path)
    for publisher in ("acme-news", "beta-press", "gamma-gazette"):
        folder.agent(publisher)
    folder.agent("testland", kind="state")
    folder.agent("otherland", kind="state")
    folder.system("aircraft", "swift-1", name="Acme Swift-1", description="A nimble interceptor made for tests.")
    folder.system("aircraft", "swift-2", name="Acme Swift-2")
    folder.system("submarine", "pike", name="Pike class")
    _acme(folder)
    _beta(folder)
    _gamma(folder)
    return path


def _acme(folder: SeedFolder) -> None:
    folder.source(
        "acme-planes",
        sentence(
            "The Swift-1, called Свифт-1 at home and Dart abroad, has a wingspan of 18 m.",
            says(
                "swift-1",
                quote="a wingspan of 18 m",
                claim={
                    "wingspan_m": "18 m",
                    "length_m": "59 ft 8 in",
                    "max_speed_kmh": "2,100 km/h",
                    "engine_power_kw": "1,010 hp",
                    "thrust_kn": "60 kN",
                    "empty_mass_kg": "9,000 kg",
                    "gun_calibre_mm": "30 mm",
                    "first_flight": "1977-05-20",
                    "country_of_origin": "Testland",
                    "crew": 1,
                },
                designation=[
                    {"name": "Свифт-1", "scheme": "native script", "language": "ru"},
                    {"name": "Dart", "scheme": "NATO reporting name"},
                ],
            ),
            says("swift-1", claim={"range_km": {"value": "3,400 km", "condition": "with external tanks"}}),
            mention=[{"of": "swift-1", "as": "Swift-1", "at": 4}],
        ),
        sentence(
            "Its trainer, the Swift-2, is a Dart too, and flies at 900 km/h.",
            says(
                "swift-2",
                quote="flies at 900 km/h",
                claim={
                    "max_speed_kmh": "900 km/h",
                    "length_m": "15 m",
                    "crew": 2,
                    "engine_power_kw": "1,010 hp",
                    "range_km": {"value": "2,000 km", "condition": "with external tanks"},
                },
                designation={"name": "Dart", "scheme": "NATO reporting name"},
                relation={"type": "variant of", "system": "swift-1"},
            ),
        ),
        sentence("Nothing is cited from this sentence about the weather."),
        title="Planes of the World | a survey",
        published="2020-03-01",
        kind="specialist press",
        author="A. Writer",
    )


def _beta(folder: SeedFolder) -> None:
    folder.source(
        "beta-report",
        sentence(
            "The wings of the Swift-1 span 18.0 m, and 3,000 men fly it.",
            says("swift-1", quote="span 18.0 m", claim={"wingspan_m": "18.0 m", "crew": 3000}),
        ),
        sentence(
            "Testland has flown 24 Swift-1 since 2001, a spokesman said.",
            says(
                "swift-1",
                speakers=OFFICIAL,
                firmness="reported",
                cue="said",
                holding={
                    "operator": "testland",
                    "service": "Air Force",
                    "quantity": "24",
                    "from": "2001",
                    "status": "in service",
                },
            ),
        ),
        sentence(
            "Testland delivered the Swift-1 to Otherland in 2019.",
            says(
                "swift-1",
                transfer={
                    "supplier": "testland",
                    "recipient": "otherland",
                    "date": "2019",
                    "stage": "delivered",
                },
            ),
        ),
        sentence(
            "Otherland is to buy 12 Swift-2.",
            says(
                "swift-2",
                firmness="planned",
                holding={"operator": "otherland", "quantity": "12", "status": "on order"},
            ),
        ),
        publisher="beta-press",
        published="2021-06",
        kind="research report",
    )


def _gamma(folder: SeedFolder) -> None:
    folder.source(
        "gamma-page",
        sentence(
            "The Swift-1 spans 20 m.",
            says("swift-1", quote="spans 20 m", claim={"wingspan_m": "20 m"}),
            whole=True,
        ),
        sentence(
            "Testland denied that it had delivered the Swift-1 to Otherland.",
            says(
                "swift-1",
                speakers=OFFICIAL,
                firmness="denied",
                cue="denied",
                transfer={"supplier": "testland", "recipient": "otherland", "stage": "delivered"},
            ),
        ),
        sentence(
            "The Pike class, 76.6 m long, displaces 1,830 t and was first shown at sea in 1957.",
            says(
                "pike",
                quote="76.6 m long",
                claim={"length_m": "76.6 m", "displacement_submerged_t": "1,830 t", "crew": 54},
                event={"type": "shown", "date": "1957", "place": "at sea"},
            ),
        ),
        sentence(
            "The boat may dive to 300 m.",
            says("pike", firmness="speculated", cue="may", claim={"test_depth_m": "300 m"}),
        ),
        publisher="gamma-gazette",
        kind="web page",
        rights="public domain",
        url="https://example.org/a/very/long/address/that/goes/on/and/on/beyond/eighty/columns/gamma.html",
    )
