"""English by stems and phonemes, as Vosk's small model gives it: lower case, misheard, across word borders."""

from __future__ import annotations

import random

import pytest

from assist.rules.authoring import words_of
from assist.rules.matching.english import ENGLISH, stem
from assist.rules.matching.index import PhraseIndex
from assist.rules.matching.matcher import How, SoundMatcher, UtteranceHits

PHRASES = {
    "arrest": ["have you arrested", "warrant for your arrest"],
    "jail": ["go to jail"],
    "garnish": ["garnish your wages"],
    "bailiff": ["the bailiffs are coming"],
    "sheriff": ["the sheriff's department"],
    "collector": ["this is an attempt to collect a debt"],
}
TALK = (
    "we will have you arrested and garnish your wages and then the bailiffs are coming",
    "there is a warren for your arrest from the sheriffs apartment so you will go two jail",
    "this is an attempt to collect that and any information obtained will be used for that purpose",
    "the bay leafs are coming and will garnish your wage is tomorrow morning at the house",
)


@pytest.fixture(scope="module")
def matcher() -> SoundMatcher:
    return SoundMatcher(PHRASES, "en")


def index() -> PhraseIndex:
    found = PhraseIndex(ENGLISH)
    for variants in PHRASES.values():
        for text in variants:
            found.add(text, by_sound=True)
    found.build()
    return found


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("calling", "call"), ("called", "call"), ("calls", "call"), ("taking", "take"), ("care", "care"),
        ("caring", "care"), ("note", "note"), ("notes", "note"), ("stopped", "stop"), ("charges", "charge"),
        ("watches", "watch"), ("here", "here"), ("served", "serve"), ("ringing", "ring"), ("sued", "sue"),
        ("told", "tell"), ("threatened", "threaten"), ("houses", "house"), ("banging", "bang"), ("garnished", "garnish"),
        ("police", "police"), ("wages", "wage"), ("lies", "lie"), ("bodies", "body"),
    ],
)  # fmt: skip
def test_endings_go_and_words_stay_apart(word: str, plain: str) -> None:
    assert stem(word) == plain


def test_words_that_mean_different_things_do_not_become_one() -> None:
    for one, other in (("note", "not"), ("here", "her"), ("care", "car"), ("plane", "plan"), ("hope", "hop")):
        assert stem(one) != stem(other)


def test_contractions_are_opened() -> None:
    assert [unit.text for unit in ENGLISH.phrase_units("I won't, she's gonna and they'd've")][:7] == [
        "i", "will", "not", "she", "be", "go", "to",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heard", "key", "how"),
    [
        ("we'll have you arrested", "arrest", How.TEXT),
        ("there is a warrant for your a rest", "arrest", How.FUZZY),
        ("there is a warren for your arrest", "arrest", How.FUZZY),
        ("you will go two jail", "jail", How.SOUND),
        ("we garnished your wages", "garnish", How.TEXT),
        ("this is an attempt to collect a dead", "collector", How.SOUND),
    ],
)
def test_what_was_misheard_is_found_by_its_sound(
    matcher: SoundMatcher, heard: str, key: str, how: How
) -> None:
    hits = [hit for hit in matcher.find(words_of(heard, "en")) if hit.key == key]
    assert hits
    assert how in {hit.how for hit in hits}


@pytest.mark.parametrize(
    "heard",
    ["have you tested it", "go to the mall", "furnish your office", "the bail was set", "a share of it"],
)
def test_other_words_are_not_taken_for_it(matcher: SoundMatcher, heard: str) -> None:
    assert matcher.find(words_of(heard, "en")) == []


@pytest.mark.parametrize("seed", range(12))
def test_feeding_word_by_word_with_changes_equals_feeding_the_whole(seed: int) -> None:
    """Partials grow, are taken back and change in the middle; the hits are those of the last words alone."""
    chance = random.Random(seed)
    words = words_of(" ".join(chance.sample(TALK, 2)), "en")
    other = words_of(chance.choice(TALK), "en")
    found = index()
    growing = UtteranceHits(found)
    end = 0
    while end < len(words):
        end = min(len(words), end + chance.choice((1, 1, 2, 3)))
        growing.feed(words[:end])
        if chance.random() < 0.3:
            cut = chance.randrange(max(0, end - 6), end)
            growing.feed((*words[:cut], *other[: chance.randrange(1, 4)]))
            growing.feed(words[:cut])
            end = cut + 1
            growing.feed(words[:end])
    growing.feed(words)
    whole = UtteranceHits(found)
    whole.feed(words)
    assert growing.hits == whole.hits
    assert whole.hits


def test_a_hit_lies_at_the_edges_of_words(matcher: SoundMatcher) -> None:
    for text in TALK:
        words = words_of(text, "en")
        for hit in matcher.find(words):
            assert 0 <= hit.first_word <= hit.last_word < len(words)
            assert (hit.start, hit.end) == (words[hit.first_word].start, words[hit.last_word].end)
