"""Which cards stand now: at most three, best first; none when nothing fits.

A card answers something fresh, or stands in its stage until it is used or no longer needed. What a situation
rules out (blocks of the stage, `forbidden` lines) is never shown. While the agent speaks nothing vanishes: a
card leaves when the utterance in which it was used has ended. Thread: the session's.
"""

from __future__ import annotations

from dataclasses import dataclass

from assist.playbook.book import AMOUNT_VALUES, PRIVATE_VALUES, Book, Card, Stage, Topic
from assist.playbook.book_rules import placeholders
from assist.playbook.changes import MindState, Suggestion
from assist.playbook.checklist import Checklist
from assist.playbook.hearing import Key
from assist.playbook.situation import Situation
from assist.playbook.usage import UsageHistory
from speech.types import SAMPLE_RATE_HZ

MOST_CARDS = 3
FRESH_UTTERANCES = 2
"""A trigger is fresh until the agent has finished so many utterances after it."""
FRESH_SAMPLES = 90 * SAMPLE_RATE_HZ
MOST_FOR_MIND = 2
"""So many of them answer the state of mind where others fit too."""
BEFORE_ALL = 400.0
OVERDUE = 200.0
SOON = 120.0
URGENT = 80.0
"""What a special stage is for."""
TRIGGER = 60.0
NEWEST = 15.0
OLDER = 5.0
"""Lost with each utterance of the agent since the trigger."""
ENTERED = 45.0
"""The stage has just been entered."""
MIND = 12.0
STAGE = 8.0
OWN_STAGE = 4.0
PRIORITY = 1.5
MERIT = 6.0
USED_BEFORE = -4.0
"""What weighs how much; the order of docs/playbook-format.md."""


@dataclass(slots=True)
class _Trigger:
    """A signal or event that cards may answer."""

    words: str
    position: int
    turns: int
    """Utterances that the agent had finished."""
    order: int
    source: Key | None


class Suggester:
    """The cards of one call."""

    def __init__(self, book: Book, usage: UsageHistory) -> None:
        self._book = book
        self._usage = usage
        self._for_mind = {card.card_id for card in book.cards if card.minds}
        self._topics = {card.card_id: _topics(card) for card in book.cards}
        self._triggers: dict[str, _Trigger] = {}
        self._said: dict[str, int] = {}
        """Signal of the agent → the utterance count in which it was last heard."""
        self._used: dict[str, int] = {}
        self._uses: dict[tuple[str, str], int] = {}
        self._turns = 0
        self._order = 0
        self._entered = -FRESH_UTTERANCES
        """Utterances that the agent had finished when the stage was entered."""

    def stage_entered(self) -> None:
        """The call is in another stage."""
        self._entered = self._turns

    def turn_ended(self) -> None:
        """The agent has finished an utterance."""
        self._turns += 1

    def happened(self, event: str, words: str, position: int, source: Key | None = None) -> None:
        """A signal of the customer or an event, which cards may answer."""
        self._order += 1
        self._triggers[event] = _Trigger(words, position, self._turns, self._order, source)

    def agent_said(self, signal: str) -> None:
        """A signal of the agent."""
        self._said[signal] = self._turns

    def withdrawn(self, key: Key) -> None:
        """What was heard is gone."""
        self._triggers = {name: one for name, one in self._triggers.items() if one.source != key}
        self._said.pop(key[0], None)

    def used(self, card: Suggestion) -> bool:
        """A shown card was used; False if it was before, since it stands."""
        if self._used.get(card.card_id) == self._turns:
            return False
        self._used[card.card_id] = self._turns
        name = (card.card_id, card.text)
        self._uses[name] = self._uses.get(name, 0) + 1
        return True

    def cards(
        self, stage: Stage, mind: MindState, situation: Situation, checklist: Checklist, position: int
    ) -> tuple[Suggestion, ...]:
        """The cards that should be on the screen now."""
        found: list[Suggestion] = []
        no_techniques, no_topics = self._ruled_out(stage, mind, situation)
        for card in self._book.cards:
            if not card.stands_in(stage.stage_id) or (card.minds and mind not in card.minds):
                continue
            if card.technique in no_techniques or self._topics[card.card_id] & no_topics:
                continue
            if not card.when.holds(situation.facts):
                continue
            trigger = self._fresh(card, position)
            if not self._is_open(card, trigger, checklist):
                continue
            text = self._text(card, mind, situation)
            if text is None:
                continue
            score, reasons = self._weigh(card, trigger, stage, mind, checklist, position)
            why = (
                "；".join([*reasons, card.why])
                if self._book.language == "zh"
                else "; ".join([*reasons, card.why])
            )
            found.append(Suggestion(card.card_id, text, why, card.technique, stage.stage_id, round(score, 3)))
        found.sort(key=lambda one: -one.score)
        return tuple(self._mixed(found))

    def _mixed(self, found: list[Suggestion]) -> list[Suggestion]:
        """The best, but no more than `MOST_FOR_MIND` for the state of mind where there are others."""
        for_mind = [one for one in found if one.card_id in self._for_mind]
        extra = {one.card_id for one in for_mind[MOST_FOR_MIND:]}
        first = [one for one in found if one.card_id not in extra]
        return [*first, *(one for one in found if one.card_id in extra)][:MOST_CARDS]

    def _ruled_out(
        self, stage: Stage, mind: MindState, situation: Situation
    ) -> tuple[frozenset[object], frozenset[object]]:
        techniques: set[object] = set()
        topics: set[object] = set()
        for block in stage.blocks:
            techniques |= block.techniques
            topics |= block.topics
        for one in self._book.forbidden:
            if (
                (not one.stages or stage.stage_id in one.stages)
                and (not one.minds or mind in one.minds)
                and one.when.holds(situation.facts)
            ):
                techniques |= one.techniques
                topics |= one.topics
        return frozenset(techniques), frozenset(topics)

    def _fresh(self, card: Card, position: int) -> _Trigger | None:
        fresh = [
            one
            for name in card.on
            if (one := self._triggers.get(name)) is not None
            and self._turns - one.turns < FRESH_UTTERANCES
            and position - one.position <= FRESH_SAMPLES
        ]
        return max(fresh, key=lambda one: one.order, default=None)

    def _is_open(self, card: Card, trigger: _Trigger | None, checklist: Checklist) -> bool:
        """Whether it is still to be said; what happened in the agent's present utterance does not close it."""
        used = self._used.get(card.card_id)
        said = max((self._said.get(name, -1) for name in card.said), default=-1)
        if trigger is not None:
            if used is not None and not card.repeat and used < self._turns:
                return False
            done = max(-1 if used is None else used, said)
            return not (trigger.turns <= done < self._turns)
        if not card.standing or (used is not None and used < self._turns):
            return False
        if 0 <= said < self._turns:
            return False
        return not (card.does and checklist.ticked(card.does))

    def _text(self, card: Card, mind: MindState, situation: Situation) -> str | None:
        best: tuple[int, int, str] | None = None
        for place, variant in enumerate(card.variants):
            if (variant.minds and mind not in variant.minds) or not variant.when.holds(situation.facts):
                continue
            text = situation.fill(variant.text, spoken=not card.tip)
            if text is None:
                continue
            rank = (self._uses.get((card.card_id, text), 0), place, text)
            if best is None or rank < best:
                best = rank
        return None if best is None else best[2]

    def _weigh(
        self,
        card: Card,
        trigger: _Trigger | None,
        stage: Stage,
        mind: MindState,
        checklist: Checklist,
        position: int,
    ) -> tuple[float, list[str]]:
        reasons: list[str] = []
        score = PRIORITY * card.priority + (BEFORE_ALL if card.urgent else 0.0)
        score += self._for_item(card, checklist, position, reasons)
        if trigger is not None:
            score += TRIGGER - OLDER * (self._turns - trigger.turns)
            score += NEWEST if trigger.order == self._order else 0.0
            if trigger.words:
                self._tell(reasons, "answers", words=trigger.words)
        if card.minds:
            score += MIND
            title = next((one.title for one in self._book.minds if one.state is mind), mind.value)
            self._tell(reasons, "for_mind", mind=title)
        score += self._for_stage(card, stage, standing=trigger is None and not card.minds, reasons=reasons)
        usage, merit = self._usage.of(card.card_id), self._usage.merit(card.card_id)
        if usage.used and merit > 0:
            self._tell(reasons, "worked", used=str(usage.used), promises=str(usage.promises))
        score += MERIT * merit + (USED_BEFORE if card.card_id in self._used else 0.0)
        return score, reasons

    def _for_item(self, card: Card, checklist: Checklist, position: int, reasons: list[str]) -> float:
        """What it weighs that a required statement is due."""
        if not card.does or checklist.ticked(card.does):
            return 0.0
        item = checklist.item(card.does)
        if item.overdue:
            self._tell(reasons, "item_overdue", item=item.title)
            return OVERDUE
        if checklist.nearly_due(card.does, position):
            self._tell(reasons, "item_soon", item=item.title)
            return SOON
        return 0.0

    def _for_stage(self, card: Card, stage: Stage, *, standing: bool, reasons: list[str]) -> float:
        """What it weighs that a card belongs to the stage."""
        if not card.stages:
            return 0.0
        own = len(card.stages) == 1
        score = STAGE + (OWN_STAGE if own else 0.0) + (URGENT if own and stage.urgency else 0.0)
        if standing:
            self._tell(reasons, "for_stage", stage=stage.title)
            if self._turns - self._entered < FRESH_UTTERANCES:
                score += ENTERED
        return score

    def _tell(self, reasons: list[str], name: str, **params: str) -> None:
        text = self._book.texts.get(name)
        if text:
            reasons.append(text.format(**params))


def _topics(card: Card) -> frozenset[Topic]:
    """Its topics, and those that its values bring."""
    used = set().union(*(placeholders(variant.text) for variant in card.variants))
    found = set(card.topics)
    if used & PRIVATE_VALUES and not card.tip:
        found.add(Topic.DEBT)
    if used & AMOUNT_VALUES and not card.tip:
        found.add(Topic.AMOUNT)
    return frozenset(found)
