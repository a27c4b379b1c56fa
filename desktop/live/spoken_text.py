"""Recognised words as readable text: joined as the script wants it, in the script of the place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from speech.types import Word

_NO_SPACE_RANGES = ((0x2E80, 0x9FFF), (0xF900, 0xFAFF), (0xFF00, 0xFFEF), (0x3000, 0x303F))
TRADITIONAL_PLACES = {"zh_TW": "s2twp", "zh_HK": "s2hk"}

ToScript = Callable[[str], str]


def joined(texts: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """The words in one string, with each word's span; Chinese takes no spaces, other scripts do."""
    whole, spans = "", []
    for text in texts:
        if whole and text and not (_is_chinese(whole[-1]) or _is_chinese(text[0])):
            whole += " "
        spans.append((len(whole), len(whole) + len(text)))
        whole += text
    return whole, spans


def spoken(words: Sequence[Word], to_script: ToScript = str) -> str:
    """Words as one readable string."""
    return joined([to_script(word.text) for word in words])[0]


def script_of(locale: str) -> ToScript:
    """How recognised text is shown in a place: the recogniser writes simplified characters.

    The first call for a traditional place loads its tables (a tenth of a second): outside the GUI thread.
    """
    name = TRADITIONAL_PLACES.get(locale)
    if name is None:
        return str
    converter = _converter(name)

    @lru_cache(maxsize=20_000)
    def convert(text: str) -> str:
        return str(converter.convert(text))

    return convert


@lru_cache(maxsize=4)
def _converter(name: str) -> Any:
    from opencc import OpenCC

    converter = OpenCC(name)
    converter.convert("预热")
    return converter


def _is_chinese(character: str) -> bool:
    code = ord(character)
    return any(first <= code <= last for first, last in _NO_SPACE_RANGES)
