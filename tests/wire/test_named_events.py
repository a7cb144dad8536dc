"""Named events: elections of every kind, gatherings without a number, wars and revolutions; what is none."""

from __future__ import annotations

import pytest

from tests.wire.scoring import read


def named(text: str, kind: str) -> list[str]:
    """Return the names of one kind in a text of an agency."""
    return [e.name for e in read(f"PARIS, May 1 (AFP) -- {text}").entities if e.kind == kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He will decide before the next general elections.", ["general elections"]),
        ("All seats went to it in general elections held in July.", ["general elections"]),
        ("It faces local elections next March.", ["local elections"]),
        ("He won the Cameron Highlands by-election.", ["Cameron Highlands by-election"]),
        ("They signed a pact for the run-off of June 6.", ["run-off of June 6"]),
        ("The election on November 3 will be close.", ["election on November 3"]),
        ("She won the New Hampshire primary.", ["New Hampshire primary"]),
        ("The 2017 referendum was fair.", ["2017 referendum"]),
        ("It gained in local elections. Local elections are due soon.", ["local elections"]),
        ("They fought last year's election as one.", ["last year's election"]),
        ("He wants to win next year's elections.", ["next year's elections"]),
        ("It faces elections in August.", ["elections in August"]),
        ("He took part in the vote of 2008.", ["vote of 2008"]),
        ("They are busy with the Andalusian elections.", ["Andalusian elections"]),
        ("It met in March. By-elections will be held in April.", ["By-elections"]),
        ("Free elections in August are what it wants.", []),
        ("There were no local elections.", []),
        ("It was a vote of confidence. Last year elections were put off.", []),
        ("Opinion polls in August put him ahead.", []),
        ("It has won every general election since 1959.", []),
        ("General elections are held every five years.", []),
        ("The by-election was held.", []),
        ("Her election as leader on Monday came late.", []),
        ("She visited a Hanoi primary school.", []),
        ("Opinion polls put him ahead.", []),
        ("He kicked off and pulled off a win.", []),
        ("The Election Law was passed in 2015.", []),
    ],
)
def test_elections(text: str, expected: list[str]) -> None:
    """An election is named by a date, a place, an office, or as the one of its time."""
    assert named(text, "event") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A video conference on salt prices opened.", ["video conference on salt prices"]),
        ('The seminar "Wells for all" ended.', ['seminar "Wells for all"']),
        ("Leaders met at the BRICS summit in Kazan.", ["BRICS summit"]),
        ("Moon left for the G-7 summit in Britain.", ["G-7 summit"]),
        ("He was at the Shangri-La Dialogue.", ["Shangri-La Dialogue"]),
        ("An extraordinary congress elected her.", ["extraordinary congress"]),
        ("The Year of Friendship between Laos and Cuba began.", ["Year of Friendship"]),
        ("She was elected by the 22nd National Council of the party.", ["22nd National Council"]),
        ("The third conference of the ruling party closed.", ["third conference"]),
        ("It is the first conference of its kind.", []),
        ("The 5th Council of Ministers met.", []),
        ("A conference on Monday ended early.", []),
        ("He told a press conference on fish.", []),
        ("It is the first congress the party has held.", []),
        ("They met in the Jakarta Convention Center.", []),
        ("They wished a Happy New Year 2023.", []),
        ("The 15th National Assembly sat.", []),
        (
            "The 19 th National Congress of the Communist Party of China (CPC) closed.",
            ["19th National Congress of the Communist Party of China"],
        ),
        ("They held a joint workshop on cadre training.", ["workshop on cadre training"]),
    ],
)
def test_gatherings(text: str, expected: list[str]) -> None:
    """A gathering without a number is told by its theme, its name, whose it is or what kind it is."""
    assert named(text, "event") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She mourned him after the coup of September 11, 1973.", ["coup of September 11, 1973"]),
        ("Both were born of the civil war of 1922-23.", ["civil war of 1922-23"]),
        ("It fell silent until the end of World War II.", ["World War II"]),
        ("The Carnation Revolution freed it.", ["Carnation Revolution"]),
        ("The Spanish Civil War broke out.", ["Spanish Civil War"]),
        ("There would be no coup, the army said.", []),
        ("The trade war goes on, and so does the Cold War mentality.", []),
        ("Industrial Revolution 4.0 is near.", []),
        ("The War Museum opened.", []),
        ("Talks ended 16 years of war in 1992.", []),
    ],
)
def test_history(text: str, expected: list[str]) -> None:
    """A war, coup or revolution is an event if a name of its own or a year tells which."""
    assert named(text, "event") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Officers of Military Zone 9 came.", ["Military Zone 9"]),
        ("The 330th Division came.", ["330th Division"]),
        ("The Red Pine Publishing House came.", ["Red Pine Publishing House"]),
        ("The Bihar assembly in India sat.", ["Bihar assembly"]),
        ("The National Union of Harbour Pilots met.", ["National Union of Harbour Pilots"]),
        ("The University of Havana and Hanoi University met.", ["University of Havana", "Hanoi University"]),
        ("ASEAN met.", ["ASEAN"]),
        ("The Delhi assembly seat is empty.", []),
        ("Economic Zone 3 and the delta region grew.", []),
        ("An Act of Parliament on the National Fund passed.", ["National Fund"]),
        ("The chairman of the Can Tho City People's Committee came.", ["Can Tho City People's Committee"]),
        ("The Provincial People's Committee came.", []),
        ("Members of the Senate voted; the Senate race is open.", ["Senate"]),
        ("Japan's premier told the Diet, and praised a healthy Diet.", ["Diet"]),
        ("Doctors praised the Diet, in France.", []),
        ("They left the Red and White Coalition in May.", ["Red and White Coalition"]),
        ("They left the Ruling Coalition, and the Dawn Alliance (DA) won.", []),
        ("Guests met the head of the party's propaganda board.", ["propaganda board"]),
        ("He leads the finance committee of the African National Congress (ANC).", ["finance committee"]),
        ("He sits on the finance committee of the club.", []),
    ],
)
def test_bodies(text: str, expected: list[str]) -> None:
    """A body is told by its number, its paper's name, its place or its purpose."""
    assert named(text, "org") == expected


@pytest.mark.parametrize(
    ("text", "is_there"),
    [
        (
            "BERLIN, Oct 20 - The Bundestag votes on the chancellor on October 27, the Greens said Tuesday.",
            False,
        ),
        (
            "ERFURT, Oct 20 - The Left hopes to win the Thuringian vote on October 27, it said on Tuesday.",
            True,
        ),
    ],
)
def test_a_part_of_a_country_votes_where_it_is_named(text: str, is_there: bool) -> None:
    """A printed day is that of a region's election only where a text names the region."""
    told = [evidence.says for evidence in read(text + "\n").date.evidence]
    assert any(["Thuringian" in says for says in told]) == is_there
