"""Calls without sound for the playbook engine: turns of text become partials and finals with made-up times."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from typing import TypeVar

from assist.contact.case import Case, Debt, DebtKind, Person, Promise, Role
from assist.playbook.book import Book
from assist.playbook.changes import ChecklistItem, PlaybookChange
from assist.playbook.engine import PlaybookEngine
from assist.playbook.loader import load_book
from assist.playbook.opening import compiled_signals, playbook_path
from assist.playbook.plan_texts import shipped_plan_texts
from assist.playbook.situation import Subject
from assist.playbook.usage import UsageHistory
from assist.rules.authoring import words_of
from assist.rules.facts import CaseFacts
from speech.types import SAMPLE_RATE_HZ, Channel, FinalTranscript, PartialTranscript, RecognitionEvent

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
KNOWN = CaseFacts(
    suit_filed=False, judgment=False, time_barred=False, dispute_open=False, hardship=False, plan_agreed=False
)
A, C = Channel.AGENT, Channel.CUSTOMER
VERIFIED = (
    (A, "您好我是恒信资产管理公司的王芳本次通话会录音"),
    (A, "请问您是张伟先生本人吗"),
    (C, "是我"),
    (A, "麻烦您报一下身份证后四位"),
    (C, "三三零六"),
    (A, "身份核实好了我们受恒通银行委托想跟您沟通信用卡还款的安排"),
)
"""A call up to the stage `purpose`, with identity verified."""
Kind = TypeVar("Kind", bound=PlaybookChange)


def playbook_case(locale: str = "zh_CN", *, broken_promise: bool = False) -> Case:
    """An invented debtor with one card debt."""
    debt = Debt(
        "d1",
        "恒通银行",
        "信用卡",
        DebtKind.CREDIT_CARD,
        "CNY",
        Decimal(11000),
        Decimal(1200),
        Decimal(280),
        as_of=date(2026, 11, 20),
        due_since=date(2026, 10, 14),
        official_channels=("恒通银行手机银行",),
    )
    promises = (Promise(NOW, "d1", Decimal(500), date(2026, 11, 20)),) if broken_promise else ()
    return Case("c1", (Person("debtor", "张伟", Role.DEBTOR),), (debt,), locale, promises=promises)


@cache
def shipped_book(locale: str) -> Book:
    """A shipped playbook, read once."""
    return load_book(playbook_path(locale))


def engine_for(
    case: Case, facts: CaseFacts = KNOWN, usage: UsageHistory | None = None, book: Book | None = None
) -> PlaybookEngine:
    """An engine for a call on 25 November 2026, as `open_playbook` makes it."""
    book = book or shipped_book(case.locale)
    subject = Subject(case, case.debts[0], NOW.date(), "恒信资产管理公司", "王芳")
    return PlaybookEngine(
        book,
        subject,
        facts,
        texts=shipped_plan_texts(case.locale),
        usage=usage,
        compiled=compiled_signals(book),
    )


class TextCall:
    """One call with an engine; remembers every change."""

    def __init__(
        self,
        engine: PlaybookEngine | None = None,
        *,
        case: Case | None = None,
        facts: CaseFacts = KNOWN,
        usage: UsageHistory | None = None,
    ) -> None:
        self.engine = engine or engine_for(case or playbook_case(), facts, usage)
        self.position = 0
        self.changes: list[PlaybookChange] = []
        self._utterances = dict.fromkeys(Channel, 0)

    def say(self, channel: Channel, text: str, *, partials: bool = False) -> list[PlaybookChange]:
        """One finished utterance; with `partials`, word by word before."""
        words = words_of(text, self.engine.book.language, self.position)
        number = self._utterances[channel]
        self._utterances[channel] += 1
        found: list[PlaybookChange] = []
        for count in range(1, len(words) + 1) if partials else ():
            part = words[:count]
            found += self.engine.on_partial(PartialTranscript(channel, number, part, part[-1].end))
        self.position = words[-1].end + SAMPLE_RATE_HZ // 4
        found += self.engine.on_final(FinalTranscript(channel, number, words, self.position))
        self.position += SAMPLE_RATE_HZ // 2
        self.changes += found
        return found

    def hear(self, channel: Channel, events: Iterable[RecognitionEvent]) -> list[PlaybookChange]:
        """What a recogniser told of one turn, from position 0 on: placed after what was said before."""
        found: list[PlaybookChange] = []
        numbers: dict[int, int] = {}
        start = ended = self.position
        for event in events:
            if not isinstance(event, (PartialTranscript, FinalTranscript)):
                continue
            if event.utterance not in numbers:
                numbers[event.utterance] = self._utterances[channel]
                self._utterances[channel] += 1
            words = tuple(
                replace(word, start=word.start + start, end=word.end + start) for word in event.words
            )
            moved = replace(
                event,
                channel=channel,
                utterance=numbers[event.utterance],
                words=words,
                heard_until=event.heard_until + start,
            )
            ended = max(ended, moved.heard_until)
            if isinstance(moved, PartialTranscript):
                found += self.engine.on_partial(moved)
            else:
                found += self.engine.on_final(moved)
        self.position = ended + SAMPLE_RATE_HZ // 2
        self.changes += found
        return found

    def all(self, turns: Iterable[tuple[Channel, str]], *, partials: bool = False) -> TextCall:
        """Several utterances."""
        for channel, text in turns:
            self.say(channel, text, partials=partials)
        return self

    def wait(self, seconds: float) -> list[PlaybookChange]:
        """Silence."""
        self.position += round(seconds * SAMPLE_RATE_HZ)
        found = list(self.engine.on_time(self.position))
        self.changes += found
        return found

    def item(self, item_id: str) -> ChecklistItem:
        """A checklist item as it stands."""
        return next(one for one in self.engine.view.checklist if one.item_id == item_id)

    @property
    def cards(self) -> list[str]:
        """The cards on the screen, best first."""
        return [card.card_id for card in self.engine.view.cards]


def of_kind(changes: Iterable[PlaybookChange], kind: type[Kind]) -> list[Kind]:
    """The changes of one kind."""
    return [one for one in changes if isinstance(one, kind)]
