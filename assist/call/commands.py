"""What a person does during a call; posted to the session from any thread, handled in order there."""

from __future__ import annotations

from dataclasses import dataclass

from assist.call.events import WrapUpDraft


@dataclass(frozen=True, slots=True)
class UseCard:
    """The agent uses the card on place `place` (0 is the line to say now)."""

    place: int


@dataclass(frozen=True, slots=True)
class DismissFlag:
    """The agent says that a flag is wrong."""

    flag_id: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MoveStage:
    """The agent moves the call to a stage by hand."""

    stage: str


@dataclass(frozen=True, slots=True)
class TickItem:
    """The agent ticks or unticks a checklist item by hand."""

    item_id: str
    ticked: bool


@dataclass(frozen=True, slots=True)
class ConfirmFact:
    """The agent confirms a caught fact, with corrected values."""

    fact_id: str
    amount: str
    date: str


@dataclass(frozen=True, slots=True)
class Pause:
    """Pause for card data: zeros from the next block on."""

    reason: str = "card_data"


@dataclass(frozen=True, slots=True)
class Resume:
    """Go on after a pause."""


@dataclass(frozen=True, slots=True)
class FlagMoment:
    """Mark this moment for review."""

    note: str = ""


@dataclass(frozen=True, slots=True)
class EndCall:
    """Stop listening; wrap-up follows."""


@dataclass(frozen=True, slots=True)
class SaveWrapUp:
    """Keep the wrap-up as edited and close the record."""

    wrap_up: WrapUpDraft


AgentCommand = (
    UseCard
    | DismissFlag
    | MoveStage
    | TickItem
    | ConfirmFact
    | Pause
    | Resume
    | FlagMoment
    | EndCall
    | SaveWrapUp
)
