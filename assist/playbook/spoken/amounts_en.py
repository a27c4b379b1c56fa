"""Amounts of money in spoken English: "fifteen hundred", "two and a half grand", "$250", "half", "ten percent".

The numbers themselves are read by text2num; written ones ("$1,500", "2.5k") by a pattern.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from text_to_num import find_numbers

from assist.playbook.spoken.amounts_zh import AmountMention, to_cents

_UNITS = {
    "dollar",
    "dollars",
    "buck",
    "bucks",
    "pound",
    "pounds",
    "quid",
    "usd",
    "gbp",
    "euro",
    "euros",
    "sterling",
}
_CENTS = {"cent", "cents", "pence", "penny", "p"}
_SCALES = {"grand": 1000, "k": 1000, "thousand": 1000, "hundred": 100, "million": 1_000_000}
_TIME_OR_COUNT = {
    "day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "minute", "minutes", "time",
    "times", "percent", "per", "o'clock", "am", "pm", "a.m.", "p.m.", "of", "kids", "people", "payments",
    "instalments", "installments", "calls", "percentage", "weeks'", "days'", "children", "years'", "or", "weekdays",
}  # fmt: skip
_IDENTIFIER_BEFORE = {
    "number",
    "ending",
    "digits",
    "extension",
    "account",
    "reference",
    "flat",
    "apartment",
    "unit",
    "age",
}
_WRITTEN = re.compile(
    r"^(?P<sign>[$£€]?)(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?P<decimals>\.\d{1,2})?(?P<scale>k|grand)?[.,!?]?$"
)
_APPROXIMATE = re.compile(r"\b(?:about|around|roughly|maybe|something like|like|almost|nearly|or so)\s+$")

_FRACTION = re.compile(
    r"\b(?P<half>half)\b(?! an? (?:hour|day|year|month)| past)"
    r"|\b(?P<third>a third|one third)\b"
    r"|\b(?P<two_thirds>two thirds)\b"
    r"|\b(?P<quarter>a quarter|one quarter)\b(?! (?:past|to))"
    r"|\b(?P<three_quarters>three quarters)\b"
    r"|\b(?P<all>(?:the )?full (?:amount|balance|sum)|in full|all of it|the whole (?:thing|lot|amount|balance)|pay(?:ing)? it off|the lot|"
    r"everything i owe|the (?:entire|total|remaining) (?:amount|balance)|the rest|the remainder)\b"
)
_PERCENT = re.compile(r"^(?:percent|per cent|%)")
_NOT_SHARE_BEFORE = re.compile(
    r"(?:interest(?: rate)?(?: is| of| at)?|apr(?: is| of)?|discount(?: of)?|reduce it by|knock off|waive)\s*$"
)
_SHARES = {
    "half": Decimal("0.5"), "third": Decimal(1) / 3, "two_thirds": Decimal(2) / 3, "quarter": Decimal("0.25"),
    "three_quarters": Decimal("0.75"), "all": Decimal(1),
}  # fmt: skip


class _Token:
    """A word as text2num wants to see it."""

    __slots__ = ("_text", "not_word")

    def __init__(self, text: str, *, not_word: bool) -> None:
        self._text = text
        self.not_word = not_word

    def text(self) -> str:
        return self._text

    def nt_separated(self, _previous: _Token) -> bool:
        return False

    def not_a_number_part(self) -> bool:
        return self.not_word


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    start: int
    end: int


def find_amounts(text: str, owed: Decimal | None) -> list[AmountMention]:
    """The amounts in `text` (lower case, single spaces), in order, none overlapping."""
    found = _shares(text, owed)
    pieces = [_Piece(match.group(), match.start(), match.end()) for match in re.finditer(r"\S+", text)]
    for first, last, value in [*_written(pieces), *_spoken(pieces)]:
        mention = _mention(text, pieces, first, last, value, owed)
        if mention is None or any(mention.start < other.end and other.start < mention.end for other in found):
            continue
        found.append(mention)
    return sorted(found, key=lambda mention: mention.start)


def _written(pieces: list[_Piece]) -> list[tuple[int, int, Decimal]]:
    found = []
    for index, piece in enumerate(pieces):
        match = _WRITTEN.match(piece.text)
        if match is not None:
            value = Decimal(match["whole"].replace(",", "") + (match["decimals"] or ""))
            found.append((index, index, value * (1000 if match["scale"] else 1)))
    return found


def _spoken(pieces: list[_Piece]) -> list[tuple[int, int, Decimal]]:
    """Numbers in words, with what belongs to them: "two and a half thousand", "a couple hundred", "three fifty"."""
    words = [piece.text.strip(".,!?$") for piece in pieces]
    tokens = [_Token(word, not_word=bool(re.search(r"\d", word))) for word in words]
    raw = [hit for hit in find_numbers(tokens, "en", threshold=0) if not hit.is_ordinal]
    found: list[tuple[int, int, Decimal]] = []
    skip_until = 0
    for place, hit in enumerate(raw):
        if hit.start < skip_until:
            continue
        first, last, value = (
            hit.start,
            hit.end - 1,
            Decimal(hit.text.replace(",", "")) if _plain(hit.text) else None,
        )
        if value is None:
            continue
        following = raw[place + 1] if place + 1 < len(raw) else None
        if following is not None and following.start == last + 1 and _joined(value, following.text):
            value, last = _join(value, Decimal(following.text)), following.end - 1
        first, value = _counted_before(words, first, value)
        found.append((first, last, value))
        skip_until = last + 1
    return [*_loose_scales(words, found), *found]


def _plain(text: str) -> bool:
    return re.fullmatch(r"\d+(?:\.\d+)?", text) is not None


def _joined(value: Decimal, following: str) -> bool:
    """ "three fifty" and "one point five thousand" are one number each; "one two three" is none."""
    if not _plain(following):
        return False
    second = Decimal(following)
    decimals_then_scale = value != int(value) and second in {100, 1000, 1_000_000}
    return decimals_then_scale or (1 <= value <= 99 and 10 <= second <= 99 and not following.startswith("0"))


def _join(value: Decimal, following: Decimal) -> Decimal:
    return value * following if value != int(value) else value * 100 + following


def _counted_before(words: list[str], first: int, value: Decimal) -> tuple[int, Decimal]:
    """ "a couple (of) hundred", "two and a half thousand", "half a thousand"."""
    before = words[max(0, first - 4) : first]
    if value in {100, 1000, 1_000_000}:
        for pattern, factor in (
            (["a", "couple", "of"], 2),
            (["a", "couple"], 2),
            (["couple", "of"], 2),
            (["couple"], 2),
        ):
            if before[-len(pattern) :] == pattern:
                return first - len(pattern), value * factor
        if before[-3:] == ["and", "a", "half"] and len(before) == 4:
            counted = _small(before[0])
            if counted is not None:
                return first - 4, value * (counted + Decimal("0.5"))
        if before[-2:] == ["half", "a"]:
            return first - 2, value / 2
    return (first - 1, value) if before[-1:] == ["a"] else (first, value)


def _small(word: str) -> Decimal | None:
    names = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    return Decimal(names.index(word) + 1) if word in names else None


def _loose_scales(words: list[str], found: list[tuple[int, int, Decimal]]) -> list[tuple[int, int, Decimal]]:
    """ "two grand", "a grand", "a couple of grand", "two and a half grand": text2num does not know them."""
    extra: list[tuple[int, int, Decimal]] = []
    for index, word in enumerate(words):
        if word not in {"grand", "k"} or index == 0:
            continue
        number = next((item for item in found if item[1] == index - 1), None)
        if number is not None:
            found.remove(number)
            extra.append((number[0], index, number[2] * 1000))
            continue
        first, value = _counted_before(words, index, Decimal(1000))
        if words[index - 1] in {"one", "a"} or first < index:
            extra.append((min(first, index - 1), index, value))
    return extra


def _mention(
    text: str, pieces: list[_Piece], first: int, last: int, value: Decimal, owed: Decimal | None
) -> AmountMention | None:
    after = pieces[last + 1].text.strip(".,!?") if last + 1 < len(pieces) else ""
    before = pieces[first - 1].text.strip(".,!?") if first else ""
    signed = pieces[first].text[0] in "$£€"
    start, end, explicit = pieces[first].start, pieces[last].end, signed
    if after in {"percent", "%"} or pieces[last].text.endswith("%"):
        if owed is None or not 0 < value <= 100 or _NOT_SHARE_BEFORE.search(text[:start]):
            return None
        return AmountMention(start, pieces[last + 1].end, 0.85, to_cents(owed * value / 100), explicit=True)
    if after in _CENTS:
        return AmountMention(start, pieces[last + 1].end, 0.9, to_cents(value / 100), explicit=True)
    if after in _UNITS:
        explicit = True
        end = pieces[last + 1].end
        value, end = _with_cents(pieces, last + 2, value, end)
    elif after in _TIME_OR_COUNT or before in _IDENTIFIER_BEFORE:
        return None
    if value <= 0 or (not explicit and (value < 50 or value in {2025, 2026, 2027, 2028})):
        return None
    if (
        not explicit
        and first == last
        and len(pieces[first].text.strip(".,!?")) > 6
        and "," not in pieces[first].text
    ):
        return None
    confidence = 0.95 if explicit else 0.85
    if _APPROXIMATE.search(text[:start]) or "couple" in text[start:end]:
        confidence *= 0.7
    return AmountMention(start, end, confidence, to_cents(value), explicit=explicit)


def _with_cents(pieces: list[_Piece], index: int, value: Decimal, end: int) -> tuple[Decimal, int]:
    """ "twenty five pounds fifty", "ten dollars and fifty cents"."""
    words = [piece.text.strip(".,!?") for piece in pieces]
    if index < len(words) and words[index] == "and":
        index += 1
    hits = find_numbers(
        [_Token(word, not_word=False) for word in words[index : index + 3]], "en", threshold=0
    )
    if not hits or hits[0].start != 0 or not _plain(hits[0].text) or not 1 <= Decimal(hits[0].text) <= 99:
        return value, end
    last = index + hits[0].end - 1
    unit = words[last + 1] if last + 1 < len(words) else ""
    spoken_cents = unit in _CENTS
    if not spoken_cents and (words[index - 1] == "and" or unit in _UNITS | _TIME_OR_COUNT):
        return value, end
    return value + Decimal(hits[0].text) / 100, pieces[last + 1 if spoken_cents else last].end


def _shares(text: str, owed: Decimal | None) -> list[AmountMention]:
    found = []
    for match in _FRACTION.finditer(text):
        if _NOT_SHARE_BEFORE.search(text[: match.start()]) or re.match(
            r" (?:an? )?(?:thousand|grand|million)", text[match.end() :]
        ):
            continue
        if re.search(r"and a $", text[: match.start()]):
            continue
        name = match.lastgroup or "all"
        amount = None if owed is None else to_cents(owed * _SHARES[name])
        found.append(
            AmountMention(match.start(), match.end(), 0.85, amount, explicit=True, whole=name == "all")
        )
    return found
