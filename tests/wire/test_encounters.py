"""Encounters: the ways to say that people of two parties met, and what only sounds like one."""

from __future__ import annotations

import pytest

from tests.wire.scoring import read
from tests.wire.test_contacts import contacts

LI = "CPC chairman Li Xi"
SIPHAN = "LPRP head Khamtay Siphan"
GUESTS = "a delegation of the LPRP"

MET = (
    "{LI} met in Hanoi on Monday with {SIPHAN}.",
    "{LI} received a courtesy call from {SIPHAN}.",
    "{LI} made a phone call to {SIPHAN}.",
    "{LI} talked over the phone with {SIPHAN}.",
    "{LI} was received in audience by {SIPHAN}.",
    "{LI} granted this morning a courtesy meeting here to {GUESTS}.",
    "{LI} gave a dinner in Hanoi in honour of {SIPHAN}.",
    "{LI} played host to {GUESTS}.",
    "{LI} sat face to face with {SIPHAN}.",
    "{LI} compared notes with {SIPHAN}.",
    "{LI} put his signature to an accord with {SIPHAN}.",
    "{LI} struck a deal with {SIPHAN}.",
    "{LI} and {SIPHAN} presided over the seminar.",
    "{LI} and {SIPHAN} could not agree at a meeting in Hanoi.",
    "{LI} and {SIPHAN} emerged from talks.",
    "{LI}, together with {SIPHAN}, chaired a workshop.",
    "The talks brought together researchers of the CPC and the LPRP.",
    "A meeting took place in Hanoi between {LI} and {SIPHAN}.",
    "The signatories were {LI} and {SIPHAN}.",
    "A workshop was jointly held on May 3 by the CPC and the LPRP.",
    "The seminar of the Communist Party of China and the LPRP began in Hanoi.",
    "While receiving {SIPHAN}, {LI} praised the ties.",
    "{LI} said this at a meeting with {SIPHAN}.",
    "The CPC and the LPRP said that they had agreed on a plan.",
    "The CPC and the LPRP announced that they would fight the vote together.",
    "{LI}, who was briefed by {SIPHAN}, praised the ties.",
    "Li Xi signed for the CPC and Khamtay Siphan for the LPRP.",
    "Li Xi signed the pact on behalf of the CPC, and Khamtay Siphan on behalf of the LPRP.",
    "{LI} dropped in on {SIPHAN} in Hanoi.",
    "{LI} heard out {SIPHAN}.",
    "{LI} and {SIPHAN} jointly opened a school.",
    "{LI} and {SIPHAN} came together on Monday to sign a pact.",
    "The CPC and the LPRP are among the signatories.",
    "{LI} took his seat at a long table between Wang Yi and {SIPHAN}.",
    "{LI} and {SIPHAN} spent an hour together.",
    "{LI} and {SIPHAN} shared a stage in Hanoi.",
    "The CPC and the LPRP issued a joint statement.",
    "{LI} gave the guests from the LPRP a dinner.",
    "Cadres of the CPC and of the LPRP held a joint workshop.",
    "On behalf of the CPC, Wang Yi met {SIPHAN}.",
    "{LI} showed {GUESTS} a new school.",
    "{SIPHAN} was given a tour of the school by {LI}.",
    "{LI} and {SIPHAN} have come to terms on a budget.",
    "{LI} and {SIPHAN} bowed side by side in Hanoi.",
    "Talks resumed on Tuesday between {LI} and {SIPHAN}.",
    "The CPC and the LPRP put off the vote after their secretaries met.",
    "The CPC and the LPRP signed an agreement to set up an alliance.",
    "{LI} and {SIPHAN} on Friday examined ways of helping schools.",
    "{LI} and {SIPHAN} emerged from a room in Hanoi with a common text.",
    "{LI} was closeted for two hours with {SIPHAN}.",
    "{LI} had {SIPHAN} over for dinner.",
    "{LI} saw Wang Yi off and {SIPHAN} came. It was the first time that the two had come together.",
    "{LI}, special envoy of Wang Yi, came to Hanoi. The envoy paid a courtesy call on {SIPHAN}.",
    "{LI} gave a separate hearing to {SIPHAN}.",
    "{LI} and {SIPHAN} came out of a briefing in Hanoi, and the two appeared before the press.",
)
"""Each makes one contact."""

NOT_MET = (
    "{LI} welcomed the end of {SIPHAN}'s deal with the miners.",
    "{LI} greeted the news of {SIPHAN}'s resignation.",
    "{LI} made way for {SIPHAN}. He hoped that the two would come together.",
    "{LI}, envoy of Wang Yi, came to Hanoi. The envoy of Laos paid a courtesy call on {SIPHAN}.",
    "Wang Yi signed up with {LI} and {SIPHAN}.",
    "{LI} has a plan over for {SIPHAN}.",
    "The CPC and the LPRP signed off on their budgets.",
    "{LI} examined ways of beating {SIPHAN}.",
    "The CPC and the LPRP emerged as winners of the vote on talks.",
    "Wang Yi, sworn in three days after {LI} resigned and left, met {SIPHAN}.",
    "The CPC and the LPRP have members, and the two came first.",
    "{LI} was to have met {SIPHAN}.",
    "Li Xi would have signed for the CPC and Khamtay Siphan for the LPRP.",
    "Li Xi signed for the CPC in 1990 and later voted for the LPRP.",
    "{LI} called off talks with {SIPHAN}.",
    "{LI} received an invitation from {SIPHAN}.",
    "{LI} welcomed the election of {SIPHAN}.",
    "{LI} told {SIPHAN} in a letter that all was well.",
    "{LI} met the LPRP's hopes.",
    "{LI} met criticism from the LPRP.",
    "{LI} signed a bill against the LPRP.",
    "{LI} discussed the border with the LPRP's plan in mind.",
    "{LI} and {SIPHAN} exchanged insults.",
    "{LI} explained how the CPV met the LPRP.",
    "{LI} called for talks with {SIPHAN}.",
    "Talks between {LI} and {SIPHAN} may start soon.",
    "A meeting between {LI} and {SIPHAN} was put off.",
    "{LI} met President Tran Van Quang, and the LPRP met nobody.",
    "{LI} visited Hanoi at the invitation of the LPRP (Laos).",
    "{LI}, who met nobody, thanked {SIPHAN}.",
    "{LI} and {SIPHAN} met defeat in the north.",
    "{LI} met {SIPHAN} on Sunday at the ballot box.",
    "{LI} was received coolly by voters of the LPRP.",
    "{LI} told the LPRP to wait for its turn.",
    "The CPC and the LPRP agreed to disagree.",
    "The CPC and the LPRP both signed up members.",
    "The CPC called at the weekend for an inquiry into the LPRP.",
    "The CPC dropped in the polls and the LPRP rose.",
    "{LI} and {SIPHAN} will jointly open a school.",
    "The CPC and the LPRP are not among the signatories.",
    "The CPC put on the table between votes what the LPRP had refused.",
    "The leader of the CPC and of the house attacked the LPRP.",
    "{LI} published a joint plan with unions; the LPRP laughed.",
    "The CPC and the LPRP hold 50 seats together.",
    "The CPC and the LPRP laid out their programmes.",
    "The CPC showed the LPRP that it could win.",
    "The CPC came to power before the LPRP.",
)
"""None of them does."""


def told(text: str, *before: str) -> list[frozenset[str]]:
    """Return the pairs of a text whose last paragraph is a frame."""
    last = text.format(LI=LI, SIPHAN=SIPHAN, GUESTS=GUESTS)
    return [frozenset(c.parties) for c in contacts(*before, last[0].upper() + last[1:])]


@pytest.mark.parametrize("text", MET)
def test_each_way_to_say_it_makes_one_contact(text: str) -> None:
    """Whatever the verb and the order of its words, the CPC and the LPRP met."""
    assert told(text) == [frozenset({"party:cn-cpc", "party:la-lprp"})]


@pytest.mark.parametrize("text", NOT_MET)
def test_what_only_sounds_like_a_meeting_makes_none(text: str) -> None:
    """Plans, letters, things of a party, quarrels and what somebody else did are no contacts."""
    assert told(text) == []


@pytest.mark.parametrize(
    ("before", "text", "count"),
    [
        ("CPC chairman Li Xi is in Hanoi.", "He sat down with leaders of the LPRP.", 1),
        ("Li Xi and CPC chairman Wang Yi are in Hanoi.", "LPRP leaders met with him.", 0),
        ("The delegation of the LPRP is in Hanoi.", "{LI} hosted the visitors.", 1),
        ("The delegation of the LPRP is in Hanoi.", "{LI} told reporters so.", 0),
        ("The CPC and the LPRP have many members.", "Their leaders met on Monday.", 1),
        ("The CPC and the LPRP have many members.", "The two sides agreed on a plan.", 1),
        ("The CPC and the LPRP have many members.", "The two sides agreed on that in 2004.", 0),
        ("The CPC sent a message to the LPRP.", "The two sides agreed to meet.", 0),
        ("The CPC, the CPV and the LPRP have many members.", "All three leaders signed it.", 3),
        ("The CPC and the LPRP have many members.", "The two parties announced a deal.", 1),
        ("The CPC and the LPRP have many members.", "The two parties announced their lists.", 0),
        ("The CPC and the LPRP have many members.", "Both sides exchanged accusations.", 0),
        ("The CPC and the LPRP have many members.", "Both parties met the deadline.", 0),
        ("The CPC and the LPRP have many members.", "Both parties reached the court.", 0),
        ("The CPC and the CPV signed a pact.", "The LPRP also signed the pact.", 3),
        ("The CPC and the CPV signed a pact.", "The LPRP also signed up members.", 1),
        ("The CPC and the LPRP have many members.", "They had negotiated for a week.", 1),
        ("The CPC and the LPRP have many members.", "They met voters in Hanoi.", 0),
        ("The CPC and the LPRP have many members.", "The two leaders were hoarse after a long call.", 1),
        ("Guests from the LPRP asked who pays.", "{LI} answered that all do.", 1),
        ("Voters asked the LPRP who pays.", "{LI} answered that all do.", 0),
        ("Guests from the LPRP saw a school.", "Their head, Anna Mora, exchanged views with {LI}.", 1),
    ],
)
def test_who_is_meant_stands_in_the_sentence_before(before: str, text: str, count: int) -> None:
    """He, the guests, both sides and all three are those spoken of; where that is not clear, nobody."""
    assert len(set(told(text, before))) == count


@pytest.mark.parametrize(
    ("lead", "pairs"), [("The General Assembly held talks", 0), ("Guests held talks", 1)]
)
def test_who_speaks_where_many_met_is_paired_with_nobody(lead: str, pairs: int) -> None:
    """Two who speak below a lead that tells of talks have met, but not in an assembly of many."""
    text = (
        f"PHNOM PENH (AFP) - {lead} here on Monday.\n\nHun Sen of the Cambodian People's Party said no."
        "\n\nTran Van Quang of the Communist Party of Vietnam said yes.\n"
    )
    assert len(read(text).contacts) == pairs
