"""Mandarin: characters and syllables, and how alike two syllables sound to a recogniser.

Sounds are written `initial|final|tone`, such as `zh|ang|1`. The confusions are those of southern accents and of
narrow-band telephony (zh/z, ch/c, sh/s, n/l, r/l, f/h; an/ang, en/eng, in/ing, ian/iang, uan/uang); measured costs are in
the project's facts: up to a tenth of the length is safe from three syllables on.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import product

import cn2an
import jieba
from opencc import OpenCC
from pypinyin import Style, pinyin
from pypinyin.contrib.tone_convert import to_finals, to_initials

from assist.rules.matching.units import Unit

jieba.setLogLevel("ERROR")
_TO_SIMPLIFIED = OpenCC("t2s")
_ONE_FORM = str.maketrans(
    {"您": "你", "妳": "你", "她": "他", "它": "他", "牠": "他", "咱": "我", "俺": "我"}
)
_DROPPED = frozenset("呃嗯哦噢诶欸哎唉")
_PIECE = re.compile(r"[\u3400-\u9fff]|[a-z]+|\d+(?:\.\d+)?")
_NOT_WORD = re.compile(r"[^\u3400-\u9fffA-Za-z0-9.]+")
_SENTENCE_END = re.compile(r"[。！？!?；;…\n]")
_LONGEST_READ_NUMBER = 8

_INITIAL_CLASS = {"zh": "z", "ch": "c", "sh": "s", "n": "l", "r": "l", "f": "h"}
_FINAL_CLASS = {
    "ang": "an",
    "eng": "en",
    "ing": "in",
    "iang": "ian",
    "uang": "uan",
    "ong": "ueng",
    "ve": "ie",
}
_NEAR_INITIALS = [
    {"b", "p", "m"}, {"d", "t"}, {"g", "k", "h"}, {"j", "q", "x"}, {"z", "c", "s", "zh", "ch", "sh"},
    {"zh", "j"}, {"ch", "q"}, {"sh", "x"}, {"l", "n", "r", "m"}, {"f", "h"}, {"", "h", "w", "y", "r"},
]  # fmt: skip
_NEAR_FINALS = [
    {"an", "ang", "uan", "uang", "ian", "iang", "van"}, {"en", "eng", "un", "ong", "uen", "ueng"},
    {"in", "ing", "vn", "en", "eng"}, {"i", "v", "ei", "ui", "uei", "-i"}, {"u", "ou", "uo", "o", "iu"},
    {"a", "ia", "ua"}, {"e", "o", "uo", "a", "er"}, {"ie", "ve", "ian", "ue"}, {"ao", "iao", "ou", "o"},
    {"ai", "uai", "ei", "e"}, {"ong", "iong", "eng"},
]  # fmt: skip
CONFUSED_COST = 0.1
NEAR_COST = 0.25
OTHER_COST = 0.5
TONE_COST = 0.03
NEUTRAL_TONE_COST = 0.01
INDEL_COST = 0.6
FORBIDDEN_COST = 4.0
_NEGATING = frozenset({"b|u", "m|ei", "w|u", "b|ie", "f|ei"})
"""An alignment may not swallow or lose these: they turn the meaning round."""
_MOST_READINGS = 6


class Chinese:
    """Units, sounds and costs of Mandarin."""

    name = "zh"
    touching = 2
    fillers = frozenset("的了啊呀吧嘛呢就也都还会要去来把给在得着过个那这先再才又可是到您你")
    shortest_sound = 2
    shortest_fuzzy = 4
    whole_words_up_to = 3
    negating = frozenset("不没未别勿无")
    weight = 1.0
    seed = 2
    leniency = 1.0
    cheapest_edit = NEAR_COST

    def units(self, word: str) -> tuple[Unit, ...]:
        """The units of a recognised word."""
        return _units(word)

    def phrase_units(self, phrase: str) -> tuple[Unit, ...]:
        """The units of a phrase; spaces and punctuation are not spoken."""
        return _units(phrase)

    def readings(self, units: Sequence[Unit]) -> list[tuple[str, ...]]:
        """As read in the phrase, then with other readings of its characters."""
        choices = []
        for unit in units:
            others = [sound for sound in _other_readings(unit.text) if sound != unit.sounds[0]]
            choices.append([unit.sounds[0], *others[:1]])
        found: list[tuple[str, ...]] = []
        for combination in product(*choices):
            found.append(combination)
            if len(found) >= _MOST_READINGS:
                break
        return found

    def fold(self, sound: str) -> str:
        """The class of a syllable, tone left out."""
        return _fold(sound)

    def cost(self, meant: str, heard: str) -> float:
        """How unlike two syllables are."""
        return _cost(meant, heard)

    def insertion(self, heard: str) -> float:
        """A syllable too many (or too few); never a negating one."""
        return FORBIDDEN_COST if heard.rpartition("|")[0] in _NEGATING else INDEL_COST

    def split(self, text: str) -> list[tuple[str, float]]:
        """Words by jieba; a comma is a short pause, a full stop a long one."""
        found: list[tuple[str, float]] = []
        for token in jieba.cut(_simplified(text), HMM=False):
            if _NOT_WORD.fullmatch(token):
                pause = 0.9 if _SENTENCE_END.search(token) else 0.0 if token.isspace() else 0.45
                if found:
                    found[-1] = (found[-1][0], max(found[-1][1], pause))
            elif token.strip():
                found.append((token, 0.0))
        return found


@lru_cache(maxsize=100_000)
def _units(word: str) -> tuple[Unit, ...]:
    text = _simplified(word).translate(_ONE_FORM).lower()
    pieces: list[str] = []
    for match in _PIECE.finditer(text):
        piece = match.group()
        pieces.extend(_spoken_number(piece) if piece[0].isdigit() else [piece])
    pieces = [piece for piece in pieces if piece not in _DROPPED]
    return tuple(
        Unit(piece, (sound,), piece) for piece, sound in zip(pieces, _sounds(tuple(pieces)), strict=True)
    )


def _simplified(text: str) -> str:
    normal = unicodedata.normalize("NFKC", text)
    return str(_TO_SIMPLIFIED.convert(normal))


def _spoken_number(digits: str) -> list[str]:
    whole = digits.partition(".")[0]
    if len(whole) > _LONGEST_READ_NUMBER or (whole.startswith("0") and len(whole) > 1) or not whole:
        return (
            list(cn2an.transform(digits, "an2cn"))
            if len(digits) == 1
            else [_DIGITS[d] for d in digits if d in _DIGITS]
        )
    try:
        spoken = str(cn2an.an2cn(digits, "low"))
    except ValueError:
        return [_DIGITS[digit] for digit in digits if digit in _DIGITS]
    return list(spoken)


_DIGITS = dict(zip("0123456789", "零一二三四五六七八九", strict=True))


def _sounds(pieces: tuple[str, ...]) -> list[str]:
    """The syllable of each piece in its context; a Latin word is a sound of its own."""
    found: list[str] = []
    run: list[str] = []

    def flush() -> None:
        if run:
            for syllable, *_rest in pinyin("".join(run), style=Style.TONE3, neutral_tone_with_five=True):
                found.append(_parsed(syllable))
            run.clear()

    for piece in pieces:
        if len(piece) == 1 and "\u3400" <= piece <= "\u9fff":
            run.append(piece)
        else:
            flush()
            found.append(f"|{piece}|0")
    flush()
    return found


@lru_cache(maxsize=5_000)
def _parsed(syllable: str) -> str:
    tone = syllable[-1] if syllable[-1:].isdigit() else "5"
    plain = syllable.rstrip("012345")
    initial = to_initials(plain, strict=False)
    final = to_finals(plain, strict=False, v_to_u=False) or plain
    if initial in {"j", "q", "x", "y"} and final.startswith("u"):
        final = "v" + final[1:]
    return f"{initial}|{final}|{tone}"


@lru_cache(maxsize=20_000)
def _other_readings(character: str) -> tuple[str, ...]:
    if len(character) != 1 or character not in _HETERONYMS:
        return ()
    found = pinyin(character, style=Style.TONE3, heteronym=True, neutral_tone_with_five=True)[0]
    by_syllable: dict[str, str] = {}
    for syllable in found:
        parsed = _parsed(syllable)
        by_syllable.setdefault(parsed.rpartition("|")[0], parsed)
    return tuple(by_syllable.values())


_HETERONYMS = frozenset("还行重长得着了都地调传率便率乐觉朝降单参差将强藏曾供假间禁卷露落")
"""Characters of calls whose other reading is common; rare readings of others only make noise."""


@lru_cache(maxsize=20_000)
def _fold(sound: str) -> str:
    initial, final, _ = sound.split("|")
    return f"{_INITIAL_CLASS.get(initial, initial)}|{_FINAL_CLASS.get(final, final)}"


@lru_cache(maxsize=200_000)
def _cost(meant: str, heard: str) -> float:
    if meant == heard:
        return 0.0
    initial, final, tone = meant.split("|")
    other_initial, other_final, other_tone = heard.split("|")
    cost = _part_cost(initial, other_initial, _INITIAL_CLASS, _NEAR_INITIALS)
    cost += _part_cost(final, other_final, _FINAL_CLASS, _NEAR_FINALS)
    if cost > CONFUSED_COST and (meant.rpartition("|")[0] in _NEGATING) != (
        heard.rpartition("|")[0] in _NEGATING
    ):
        return FORBIDDEN_COST
    if tone != other_tone:
        cost += NEUTRAL_TONE_COST if "5" in {tone, other_tone} else TONE_COST
    return cost


def _part_cost(one: str, other: str, classes: dict[str, str], near: list[set[str]]) -> float:
    if one == other:
        return 0.0
    if classes.get(one, one) == classes.get(other, other):
        return CONFUSED_COST
    if any(one in group and other in group for group in near):
        return NEAR_COST
    return OTHER_COST


CHINESE = Chinese()
