"""English words of paying, denying, hedging and of money that is not this debt's repayment."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assist.playbook.spoken.calendar import DateMention
from assist.playbook.spoken.verbs import Break, VerbMention, VerbMood

_VERBS = re.compile(
    r"\b(?:(?P<strong>pay(?:ing)?(?: (?:it|that|this|you|off|down))*|make (?:a|the|my|another) payment|make payment|settle|clear (?:it|the|that|my)|pay up|get (?:it|that|this) paid|have (?:it|that) paid)"
    r"|(?P<weak>send(?:ing)?(?: you| it)?|transfer(?:ring)?|give you|put (?:down|towards|in)|do|manage|afford|get you|come up with|get (?:it )?to you|wire|deposit|spare|scrape together|have))\b"
)
_PAST = re.compile(r"\b(?:paid|sent|transferred|made (?:a|the|my) payment|cleared it|settled it)\b")
_NEGATION_BEFORE = re.compile(
    r"(?:\b(?:not|never|no way|can't|cannot|can not|won't|wouldn't|couldn't|don't|didn't|doesn't|isn't|ain't|unable to|refuse to|refusing to|nothing to|not able to|no money to|without)\b)"
    r"(?: (?:going|gonna|to|i|be|able|just|really|even|want|wanna|think|can|could|will|i'll|i'm|possibly|actually|intend|plan|planning|ready|in|a|position|have|the|money|any|way|afford|manage|like))*\s*$"
)
_DOUBLE_NEGATION = re.compile(
    r"(?:not that i (?:won't|can't|don't)|not saying i (?:won't|can't)|didn't say i (?:won't|wouldn't|can't)|no problem|not a problem|why not)[^.!?]*$"
)
_ASKED_BEFORE = re.compile(
    r"\b(?:how (?:much|many|can|do|am)|when (?:do|should|must|would|is)|why (?:do|should|would|must)|do i (?:have|need) to|must i|should i|have i got to|you (?:want|wanted|told|said|expect|asked|keep telling)(?: me)?|they (?:said|told|want)|supposed to|what (?:if|happens)|who|am i (?:meant|supposed) to|you say i)\b[^.!?]{0,30}$"
)
_TENTATIVE_BEFORE = re.compile(
    r"\b(?:if|maybe|perhaps|probably|possibly|might|try(?:ing)?|hope(?:fully)?|hoping|should be able|could|can i|would it be (?:ok|okay|all right)|is it (?:ok|okay|possible)|what about|i think|i guess|see if|as soon as|depends|depending)\b[^.!?]{0,40}$"
)
_TENTATIVE_AFTER = re.compile(
    r"^[^.!?]{0,50}\b(?:i think|i guess|i hope|hopefully|maybe|if that's (?:ok|okay|all right)|would that (?:work|be ok|be okay|help)|is that (?:ok|okay|all right)|probably|if i can)\b"
)
_OTHER_OBJECT = re.compile(
    r"^ (?:for |off |towards )?(?:my |the |our |this )?(?:rent|mortgage|bills?|electric|electricity|gas|council tax|car|insurance|school|tuition|hospital|doctor|medical|food|groceries|child support|lawyer|other|another|someone|somebody|anything|nothing|a lawyer|attention)\b"
)
_NOT_PAYING_WORD = re.compile(
    r"^ (?:not|n't|you|i|we|they|about|to do|that\b(?! (?:by|on|amount))|this\b(?! (?:by|on|friday|week|month))|it\b(?! (?:by|on|now|today|tomorrow|next|this))|something|anything|to\b)"
)
_OTHER_MONEY_BEFORE = re.compile(
    r"\b(?:owe|owed|owes|owing|balance (?:is|was|of)|earn|earning|make about|make|salary(?: is| of)?|wages?(?: are| is| of)?|income(?: is| of)?|rent(?: is| of)?|mortgage(?: is| of)?|interest(?: is| of)?|fees?(?: is| are| of)?|borrowed|limit(?: is| of)?|paid|spent|cost(?:s|ing)?|charged(?: me)?|late fee(?: is| of)?|says|bill(?: is| of| was)?|just|only got|benefits?(?: is| are| of)?)(?: (?:me|you|them|is|about|around|like|only|the|bank|a|another|nearly|over|almost|my|him))* ?$"
)
_OTHER_MONEY_AFTER = re.compile(
    r"^ (?:a (?:week|month|year) (?:in|for|on) |in |for |of )?(?:the |my )?(?:rent|mortgage|interest|fees?|late fees?|salary|wages|income|bills?|charges|limit|debt)\b"
)
_BREAK = re.compile(
    r"[.!?;](?=\s|$)|\b(?P<correction>no wait|wait no|sorry no|i mean|actually no|no sorry|make that|scratch that)\b"
)


def find_verbs(text: str, dates: Sequence[DateMention]) -> list[VerbMention]:
    """The paying verbs of `text`, each with its mood."""
    found = [VerbMention(match.start(), match.end(), 1.0, VerbMood.DENIED, strong=True) for match in _PAST.finditer(text)
             if not re.search(r"\b(?:get|have|be|getting) (?:it |that |this |you )?$", text[: match.start()])]  # fmt: skip
    for match in _VERBS.finditer(text):
        if any(match.start() < other.end and other.start < match.end() for other in found):
            continue
        strong = match["weak"] is None
        mood = _mood(text, match)
        if not strong and mood is not VerbMood.DENIED and _not_about_paying(text, match):
            continue
        found.append(VerbMention(match.start(), match.end(), 1.0, mood, strong=strong))
    return found


def find_breaks(text: str) -> list[Break]:
    """Ends of sentences and words of correction."""
    return [
        Break(match.start(), match.end(), 1.0, correction=match["correction"] is not None)
        for match in _BREAK.finditer(text)
    ]


def speaks_of_other_money(text: str, start: int, end: int) -> bool:
    """Whether the amount from `start` to `end` is rent, wages, a fee or the debt itself, not a repayment."""
    return bool(_OTHER_MONEY_BEFORE.search(text[:start])) or bool(_OTHER_MONEY_AFTER.match(text[end:]))


def _not_about_paying(text: str, verb: re.Match[str]) -> bool:
    """ "do you", "have you", "do that": verbs of everything, of paying only with an amount."""
    return _NOT_PAYING_WORD.match(text[verb.end() :]) is not None


def _mood(text: str, verb: re.Match[str]) -> VerbMood:
    before, after = text[: verb.start()], text[verb.end() :]
    if _OTHER_OBJECT.match(after) or _ASKED_BEFORE.search(before):
        return VerbMood.DENIED
    if _NEGATION_BEFORE.search(before) and not _DOUBLE_NEGATION.search(before):
        return VerbMood.DENIED
    if _TENTATIVE_BEFORE.search(before) or _TENTATIVE_AFTER.match(after):
        return VerbMood.HEDGED
    return VerbMood.POSITIVE
