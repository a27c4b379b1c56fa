"""What the playbook engine tells: frozen changes, and the view that a window draws."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from speech.types import Channel


class Technique(StrEnum):
    """The conversational technique that a suggestion uses."""

    BUILD_TRUST = "build_trust"
    EMPATHY = "empathy"
    CLEAR_PURPOSE = "clear_purpose"
    ADAPT_WORDING = "adapt_wording"
    COMMITMENT = "commitment_and_consistency"
    DISSONANCE = "cognitive_dissonance"
    SOCIAL_NORM = "social_norm"
    SOLUTION_FIRST = "solution_first"
    INFORM = "inform"


class MindState(StrEnum):
    """The debtor's state of mind as heard."""

    UNKNOWN = "unknown"
    AVOIDING = "avoiding"
    RESISTING = "resisting"
    ANXIOUS = "anxious"
    WILLING = "willing"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A card: one thing to say next."""

    card_id: str
    """The playbook's id of the suggestion."""
    text: str
    """Filled from the case; names masked until identity is verified."""
    why: str
    """Why it is here, in the playbook's language."""
    technique: Technique
    stage: str
    score: float


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """A required statement and whether it was made."""

    item_id: str
    title: str
    area: str
    weight: int
    ticked: bool
    by_hand: bool
    words: str
    """The agent's words that ticked it; empty before."""
    start: int
    """Position of those words; -1 before."""
    end: int
    due_at: int
    """Position by which it is due, -1 where the stage decides."""
    overdue: bool = False


class FactKind(StrEnum):
    """A fact caught from speech."""

    PROMISE = "promise"
    AMOUNT = "amount"
    DATE = "date"
    PARTY = "party"


@dataclass(frozen=True, slots=True)
class CaughtFact:
    """A promise, amount or date heard; becomes a field that the agent confirms."""

    fact_id: str
    kind: FactKind
    channel: Channel
    start: int
    end: int
    heard: str
    amount: str = ""
    """Decimal as text, in the debt's currency; empty if none."""
    date: str = ""
    """ISO date; empty if none."""
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class StageMoved:
    """The call is in another stage."""

    stage: str
    title: str
    reason: str
    """The words or the hand that moved it."""
    by_hand: bool


@dataclass(frozen=True, slots=True)
class CardsShown:
    """The cards that should be on the screen now (0 to 3, best first)."""

    cards: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class CardUsed:
    """A card was used."""

    card_id: str
    how: str
    """`key` or `said`."""
    words: str = ""


@dataclass(frozen=True, slots=True)
class ItemChanged:
    """A checklist item was ticked, unticked or became overdue."""

    item: ChecklistItem


@dataclass(frozen=True, slots=True)
class FactCaught:
    """A fact was caught or changed."""

    fact: CaughtFact


@dataclass(frozen=True, slots=True)
class MindStateHeard:
    """The debtor's state of mind as now heard."""

    state: MindState
    reason: str


PlaybookChange = StageMoved | CardsShown | CardUsed | ItemChanged | FactCaught | MindStateHeard


@dataclass(frozen=True, slots=True)
class StageView:
    """One stage for the window's stage strip."""

    stage: str
    title: str
    current: bool
    visited: bool


@dataclass(frozen=True, slots=True)
class AreaAdherence:
    """How much of one area's due statements was made."""

    area: str
    title: str
    due: int
    """Weight of the statements due so far or made."""
    made: int
    """Weight of those made."""

    @property
    def adherence(self) -> int:
        """In thousandths; 1000 where nothing is due."""
        return 1000 if not self.due else round(1000 * self.made / self.due)


@dataclass(frozen=True, slots=True)
class PlaybookView:
    """All that a window needs of the playbook, as of now."""

    stages: tuple[StageView, ...]
    cards: tuple[Suggestion, ...]
    checklist: tuple[ChecklistItem, ...]
    facts: tuple[CaughtFact, ...]
    mind: MindState
    adherence: int
    """Weighted, in thousandths of what was due."""
    areas: tuple[AreaAdherence, ...] = ()
    blocks: tuple[str, ...] = ()
    """What must not be said in this stage, in the playbook's language."""
