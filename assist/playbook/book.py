"""The playbook as frozen types: what `loader` makes of the YAML and what the engine follows.

The format is explained in `docs/playbook-format.md`. Nothing here knows of files, matching or calls. What is
heard (signals) is compiled like a rule pack; its rules carry the signals' names.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assist.playbook.changes import MindState, Technique
from assist.rules.conditions import Comparison, FactValue
from assist.rules.facts import CaseFacts, compare
from assist.rules.pack import RulePack

STARTED = "call.started"
PROMISED = "fact.promise"
OWN_FACTS = {
    "promise_broken": "yes_no",
    "promise_open": "yes_no",
    "promised": "yes_no",
    "guarantor": "yes_no",
    "debt_kind": "text",
}
"""Facts of the call that only playbooks know, and their kinds."""
MASKED_VALUES = ("name",)
PRIVATE_VALUES = frozenset(
    {
        "amount",
        "principal",
        "interest",
        "fees",
        "days_overdue",
        "product",
        "creditor",
        "channels",
        "account_tail",
        "as_of",
    }
)
"""Not filled before identity is verified: they would tell a stranger of the debt."""
OTHER_VALUES = frozenset({"name", "company", "agent", "promise_amount", "promise_date", "next_contact"})
AMOUNT_VALUES = frozenset({"amount", "principal", "interest", "fees"})
STANDARD_ITEMS = (
    "company_named",
    "recording_notice",
    "identity_verified",
    "authority_purpose",
    "amount_split",
    "official_channel",
    "options_offered",
    "rights_told",
    "recap",
    "next_contact",
)
STANDARD_STAGES = (
    "prepare",
    "opening",
    "identify",
    "purpose",
    "amount",
    "reasons",
    "solution",
    "commitment",
    "follow_up",
    "legal",
    "close",
    "third_party",
    "wrong_number",
    "dispute",
    "hardship",
    "stop_request",
    "self_harm",
    "deceased",
    "representative",
)
IDENTITY_ITEM = "identity_verified"


class Step(StrEnum):
    """The five steps of the process."""

    PREPARE = "prepare"
    FIRST_CONTACT = "first_contact"
    PLAN = "plan"
    FOLLOW_UP = "follow_up"
    LEGAL = "legal"


class Topic(StrEnum):
    """What a card speaks of."""

    DEBT = "debt"
    AMOUNT = "amount"
    LEGAL = "legal"
    PAYMENT = "payment"
    PERSONAL = "personal"


@dataclass(frozen=True, slots=True)
class When:
    """Facts of the call that must all hold; a fact that is not known does not hold."""

    facts: tuple[tuple[str, tuple[Comparison, ...]], ...] = ()

    def holds(self, facts: CaseFacts) -> bool:
        """Whether every fact has one of its wanted values."""
        for name, wanted in self.facts:
            known = facts.get(name)
            if known is None or not any(compare(known, one) for one in wanted):
                return False
        return True


ALWAYS = When()


@dataclass(frozen=True, slots=True)
class Signal:
    """Something heard, with a name. What is heard is in the signal pack's rule of the same name."""

    name: str
    title: str
    flags: tuple[str, ...] = ()
    """Categories or ids of rule-engine hits that count as it."""
    sets: tuple[tuple[str, FactValue], ...] = ()
    weight: int = 1
    unticks: tuple[str, ...] = ()
    """Items that no longer hold once it is heard, such as identity when someone else comes on the line."""
    party: bool = False
    """Becomes a caught fact: who is on the line."""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Mind:
    """A state of mind and what tells it."""

    state: MindState
    title: str
    signals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A required statement."""

    item_id: str
    title: str
    area: str
    weight: int
    ticks: tuple[str, ...]
    sets: tuple[tuple[str, FactValue], ...] = ()
    when: When = ALWAYS
    """Facts without which it is not asked for."""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Enter:
    """What brings the call to a stage."""

    on: tuple[str, ...]
    from_stages: tuple[str, ...] = ()
    """Empty: the stages that name it in `next`."""
    anywhere: bool = False
    when: When = ALWAYS


@dataclass(frozen=True, slots=True)
class Required:
    """When an item is due: seconds after its stage was first entered, or on entering another stage."""

    item_id: str
    seconds: float | None = None
    stage: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """What must not be said in a stage."""

    note: str
    topics: frozenset[Topic] = frozenset()
    techniques: frozenset[Technique] = frozenset()
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Forbidden:
    """Techniques and topics that a situation rules out, whatever the stage."""

    why: str
    when: When = ALWAYS
    stages: frozenset[str] = frozenset()
    minds: frozenset[MindState] = frozenset()
    topics: frozenset[Topic] = frozenset()
    techniques: frozenset[Technique] = frozenset()


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to say a card."""

    text: str
    minds: frozenset[MindState] = frozenset()
    when: When = ALWAYS
    line: int = 0


@dataclass(frozen=True, slots=True)
class Card:
    """A suggestion."""

    card_id: str
    variants: tuple[Variant, ...]
    why: str
    technique: Technique
    stages: frozenset[str]
    """Empty: anywhere."""
    on: tuple[str, ...] = ()
    minds: frozenset[MindState] = frozenset()
    when: When = ALWAYS
    does: str = ""
    said: tuple[str, ...] = ()
    topics: frozenset[Topic] = frozenset()
    priority: int = 5
    repeat: bool = False
    standing: bool = False
    """It stands in its stages also while nothing of `on` is fresh."""
    urgent: bool = False
    """It goes before everything else while it stands."""
    tip: bool = False
    basis: str = ""
    line: int = 0
    file: str = ""

    def stands_in(self, stage: str) -> bool:
        """Whether it may be shown in a stage."""
        return not self.stages or stage in self.stages


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the call."""

    stage_id: str
    title: str
    step: Step
    goal: str = ""
    urgency: int = 0
    final: bool = False
    enter: tuple[Enter, ...] = ()
    required: tuple[Required, ...] = ()
    blocks: tuple[Block, ...] = ()
    next: tuple[str, ...] = ()
    line: int = 0
    file: str = ""


@dataclass(frozen=True, slots=True)
class Book:
    """A whole playbook, as bound to a call by its hash."""

    book_id: str
    version: str
    title: str
    locale: str
    language: str
    start: str
    rules: str
    """The rule pack that its texts are checked against."""
    signals: dict[str, Signal]
    signal_pack: RulePack
    minds: tuple[Mind, ...]
    items: dict[str, Item]
    stages: dict[str, Stage]
    cards: tuple[Card, ...]
    forbidden: tuple[Forbidden, ...]
    values: dict[str, str]
    texts: dict[str, str]
    areas: dict[str, str]
    sha256: str

    @property
    def identity(self) -> str:
        """Such as `zh_CN.playbook@1.0.0`."""
        return f"{self.book_id}@{self.version}"

    def enters(self, stage: Stage, way: Enter, current: str) -> bool:
        """Whether a way into a stage may be taken from the current one, as far as stages are concerned."""
        here = self.stages[current]
        if way.from_stages:
            return current in way.from_stages
        if way.anywhere:
            return stage.urgency >= here.urgency or stage.stage_id in here.next
        return stage.stage_id in here.next
