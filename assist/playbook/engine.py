"""The playbook engine of one call: transcripts, flags, time and the agent's hand in; changes out.

It satisfies `assist.call.parts.Playbook`. The stage moves by what is heard or by hand; a short answer moves
nothing; a special stage stays within the utterance that brought it. Thread: the session's, one engine for each
call; everything runs in memory, so a card is there within the call that brings its words.
"""

from __future__ import annotations

from collections.abc import Sequence

from assist.playbook.book import PROMISED, STARTED, Book, Stage
from assist.playbook.caught import FactCatcher, speaks_of_paying
from assist.playbook.changes import (
    CardsShown,
    CardUsed,
    ChecklistItem,
    FactCaught,
    ItemChanged,
    MindStateHeard,
    PlaybookChange,
    PlaybookView,
    StageMoved,
    StageView,
    Suggestion,
)
from assist.playbook.checklist import Checklist
from assist.playbook.hearing import Ear, Heard, Key
from assist.playbook.minds import MindReader
from assist.playbook.plan_texts import PlanTexts
from assist.playbook.said import sounds_of_words, was_said
from assist.playbook.situation import Learnt, Situation, Subject
from assist.playbook.suggester import Suggester
from assist.playbook.usage import UsageHistory
from assist.problems import PackProblem
from assist.rules.compiler import CompiledPack
from assist.rules.conditions import FactValue
from assist.rules.facts import CaseFacts
from assist.rules.flags import Flag
from speech.types import Channel, FinalTranscript, PartialTranscript

ACCEPTS = "accepts"
"""The signal of a customer's yes."""
IDENTIFIES = "gives_factor"
"""The signal of a customer's answer that verifies identity: its numbers and dates are no money."""
STAYS_URGENT = 6
"""From this urgency on, a stage is left to the agent even when the final lost the words that brought it."""


class PlaybookEngine:
    """Follows one call."""

    def __init__(
        self,
        book: Book,
        subject: Subject,
        facts: CaseFacts | None = None,
        *,
        texts: PlanTexts | None = None,
        usage: UsageHistory | None = None,
        compiled: CompiledPack | None = None,
        problem: PackProblem | None = None,
    ) -> None:
        self.book = book
        self.problem = problem
        """What is wrong with the team's own playbook, where this one is used instead of it."""
        self._by_id = {card.card_id: card for card in book.cards}
        self._ear = Ear(book, compiled)
        self._situation = Situation(book, subject, facts or CaseFacts(), texts)
        self._checklist = Checklist(book)
        self._mind = MindReader(book)
        self._catcher = FactCatcher(book.language, subject.today, self._situation.owed)
        self._suggester = Suggester(book, usage or UsageHistory())
        self._stage = book.stages[book.start]
        self._visited: set[str] = set()
        self._entered_by: tuple[Key, str] | None = None
        """What brought the present stage, and the stage before; None once it can't be undone."""
        self._entered_in: tuple[Channel, int] | None = None
        self._started = False
        self._position = 0
        self._active: dict[Key, Heard] = {}
        self._agent_words: tuple[str, ...] = ()
        """Sounds of the agent's last finished utterance."""
        self._brought: dict[object, tuple[tuple[str, FactValue], ...]] = {}
        """Facts by the signal or item that brought them, the newest last."""
        self._facts_changed = False
        self._cards: tuple[Suggestion, ...] = ()
        self._enter(self._stage, [])
        self._cards = self._best_cards()

    @property
    def view(self) -> PlaybookView:
        """All that a window needs, as of now."""
        adherence, areas = self._checklist.adherence()
        return PlaybookView(
            stages=tuple(
                StageView(name, stage.title, current=stage is self._stage, visited=name in self._visited)
                for name, stage in self.book.stages.items()
            ),
            cards=self._cards,
            checklist=self._checklist.items,
            facts=self._catcher.facts,
            mind=self._mind.state,
            adherence=adherence,
            areas=areas,
            blocks=tuple(block.note for block in self._stage.blocks),
        )

    @property
    def stage(self) -> str:
        """The stage in which the call is."""
        return self._stage.stage_id

    @property
    def call_facts(self) -> Learnt:
        """Facts that the call itself brought (identity verified, who is on the line, hardship, …).

        None for one that was taken back. The rule engine must judge by them from now on.
        """
        return self._situation.learnt

    # --- words -------------------------------------------------------------------------------------

    def on_partial(self, partial: PartialTranscript) -> Sequence[PlaybookChange]:
        """Words so far of an utterance."""
        changes = self._begin(partial.heard_until, spoken=bool(partial.words))
        self._hear(self._ear.on_partial(partial), changes)
        if partial.channel is Channel.AGENT and partial.words:
            self._notice_use(sounds_of_words(partial.words, self.book.language), partial, changes)
        return self._settle(changes)

    def on_final(self, final: FinalTranscript) -> Sequence[PlaybookChange]:
        """An utterance's last words."""
        changes = self._begin(final.heard_until, spoken=bool(final.words))
        heard = self._ear.on_final(final)
        self._hear(heard, changes)
        self._catch(final, changes)
        if final.channel is Channel.AGENT and final.words:
            sounds = sounds_of_words(final.words, self.book.language)
            self._notice_use(sounds, final, changes)
            self._agent_words = sounds
            self._suggester.turn_ended()
        return self._settle(changes)

    def on_flag(self, flag: Flag) -> Sequence[PlaybookChange]:
        """A hit of the rule pack in force, new or changed."""
        heard = self._ear.on_flag(flag)
        if not heard:
            return []
        changes: list[PlaybookChange] = []
        self._hear(heard, changes)
        return self._settle(changes)

    def on_time(self, position: int) -> Sequence[PlaybookChange]:
        """Time has passed."""
        changes = self._begin(position, spoken=False)
        changes += map(ItemChanged, self._checklist.on_time(self._position, self._situation.facts))
        return self._settle(changes)

    # --- the agent's hand --------------------------------------------------------------------------

    def move_to(self, stage: str) -> Sequence[PlaybookChange]:
        """Move by hand; nothing for a stage that does not exist or is the present one."""
        wanted = self.book.stages.get(stage)
        if wanted is None or wanted is self._stage:
            return []
        changes: list[PlaybookChange] = []
        self._entered_by = self._entered_in = None
        self._move(wanted, self._told("by_hand"), changes, by_hand=True)
        return self._settle(changes)

    def use_card(self, place: int) -> Sequence[PlaybookChange]:
        """The agent uses the card on this place; it stays until the agent has finished speaking."""
        if not 0 <= place < len(self._cards) or not self._suggester.used(self._cards[place]):
            return []
        return self._settle([CardUsed(self._cards[place].card_id, "key")])

    def tick(self, item_id: str, ticked: bool) -> Sequence[PlaybookChange]:
        """Tick or untick by hand."""
        changes: list[PlaybookChange] = []
        self._ticked(self._checklist.by_hand(item_id, ticked=ticked), changes)
        if ticked and changes:
            self._happened(f"item.{item_id}", "", changes, None)
        return self._settle(changes)

    def confirm_fact(self, fact_id: str, amount: str, date: str) -> Sequence[PlaybookChange]:
        """The agent confirms a caught fact with corrected values; nothing if there is no such fact."""
        fact = self._catcher.confirm(fact_id, amount, date)
        if fact is None:
            return []
        self._tell_promise()
        return self._settle([FactCaught(fact)])

    # --- inside ------------------------------------------------------------------------------------

    def _begin(self, position: int, *, spoken: bool) -> list[PlaybookChange]:
        self._position = max(self._position, position)
        changes: list[PlaybookChange] = []
        if spoken and not self._started:
            self._started = True
            self._happened(STARTED, "", changes, None, reason=self._told("started"))
        return changes

    def _settle(self, changes: list[PlaybookChange]) -> list[PlaybookChange]:
        """What follows from it all: facts, then the cards."""
        self._learn()
        if self._facts_changed:
            self._facts_changed = False
            self._hear(self._ear.on_facts(self._situation.facts), changes)
        cards = self._best_cards()
        if [(one.card_id, one.text, one.why) for one in cards] != [
            (one.card_id, one.text, one.why) for one in self._cards
        ]:
            self._cards = cards
            changes.append(CardsShown(cards))
        return changes

    def _learn(self) -> None:
        """Facts as signals and ticks brought them, the newest last."""
        sets: dict[str, FactValue] = {}
        for one in self._brought.values():
            sets.update(one)
        if self._catcher.promise is not None:
            sets["promised"] = True
        self._facts_changed |= self._situation.learn(sets)

    def _bring(self, source: object, sets: tuple[tuple[str, FactValue], ...]) -> None:
        self._brought.pop(source, None)
        if sets:
            self._brought[source] = sets

    def _ticked(self, items: Sequence[ChecklistItem], changes: list[PlaybookChange]) -> None:
        for item in items:
            self._bring(item.item_id, self.book.items[item.item_id].sets if item.ticked else ())
            changes.append(ItemChanged(item))

    def _best_cards(self) -> tuple[Suggestion, ...]:
        return self._suggester.cards(
            self._stage, self._mind.state, self._situation, self._checklist, self._position
        )

    def _hear(self, heard: Sequence[Heard], changes: list[PlaybookChange]) -> None:
        for one in heard:
            if one.gone:
                self._forget(one, changes)
                continue
            self._active[one.key] = one
            signal = self.book.signals[one.signal]
            if one.channel is Channel.AGENT:
                self._suggester.agent_said(one.signal)
            elif self._mind.hear(one.signal, one.words):
                changes.append(
                    MindStateHeard(
                        self._mind.state, self._told("minded", mind=self._mind.state.value, words=one.words)
                    )
                )
                self._suggester.happened(f"mind.{self._mind.state.value}", one.words, self._position, one.key)
            if signal.party:
                changes.append(FactCaught(self._catcher.party(one.words, one.start, one.end)))
            self._bring(one.key, signal.sets)
            for name in signal.unticks:
                self._ticked(self._checklist.untick(name), changes)
            ticked = self._checklist.hear(one)
            self._ticked(ticked, changes)
            self._made_by(one, ticked, changes)
            self._learn()
            reason = self._told(f"heard_{one.channel.value}", words=one.words, signal=signal.title)
            self._happened(one.signal, one.words, changes, one, reason=reason)
            for item in ticked:
                if item.ticked:
                    self._happened(
                        f"item.{item.item_id}", one.words, changes, one,
                        reason=self._told("ticked", item=item.title),
                    )  # fmt: skip

    def _forget(self, heard: Heard, changes: list[PlaybookChange]) -> None:
        """What was heard was not said after all."""
        self._active.pop(heard.key, None)
        self._bring(heard.key, ())
        self._suggester.withdrawn(heard.key)
        self._ticked(self._checklist.hear(heard), changes)
        if self._entered_by is None or self._entered_by[0] != heard.key:
            return
        if heard.unconfirmed and self._stage.urgency >= STAYS_URGENT:
            return
        before = self.book.stages[self._entered_by[1]]
        self._entered_by = None
        self._move(before, self._told("undone", words=heard.words), changes)

    def _happened(
        self,
        event: str,
        words: str,
        changes: list[PlaybookChange],
        heard: Heard | None,
        *,
        reason: str = "",
    ) -> None:
        """A signal or event: cards may answer it, the stage may move by it."""
        key = None if heard is None else heard.key
        self._suggester.happened(event, words, self._position, key)
        stage = self._stage_for(event)
        if stage is None or stage is self._stage:
            return
        utterance = None if heard is None else (heard.channel, heard.utterance)
        if utterance is not None and utterance == self._entered_in and stage.urgency < self._stage.urgency:
            return
        before = self._stage.stage_id
        self._entered_in = utterance
        self._move(stage, reason or words, changes)
        self._entered_by = None if key is None else (key, before)

    def _stage_for(self, event: str) -> Stage | None:
        """The stage that an event brings: the most urgent one, then the later one."""
        best: Stage | None = None
        for stage in self.book.stages.values():
            for way in stage.enter:
                if (
                    event in way.on
                    and self.book.enters(stage, way, self._stage.stage_id)
                    and way.when.holds(self._situation.facts)
                    and (best is None or stage.urgency >= best.urgency)
                ):
                    best = stage
        return best

    def _move(
        self, stage: Stage, reason: str, changes: list[PlaybookChange], *, by_hand: bool = False
    ) -> None:
        self._stage = stage
        self._suggester.stage_entered()
        changes.append(StageMoved(stage.stage_id, stage.title, reason, by_hand))
        self._enter(stage, changes)

    def _enter(self, stage: Stage, changes: list[PlaybookChange]) -> None:
        if stage.stage_id in self._visited:
            return
        self._visited.add(stage.stage_id)
        changes += map(
            ItemChanged,
            self._checklist.stage_entered(
                stage.stage_id, stage.required, self._position, self._situation.facts
            ),
        )

    def _catch(self, final: FinalTranscript, changes: list[PlaybookChange]) -> None:
        heard_now = {
            one.signal for key, one in self._active.items() if key[1:] == (final.channel, final.utterance)
        }
        if IDENTIFIES in heard_now:
            return
        accepts = ACCEPTS in heard_now
        asked = speaks_of_paying(self._stage.stage_id, final)
        for fact in self._catcher.hear(final, accepts=accepts, asked=asked):
            changes.append(FactCaught(fact))
            if fact.kind.value != "promise":
                continue
            self._tell_promise()
            heard = Heard(PROMISED, final.channel, final.utterance, fact.heard, fact.start, fact.end)
            self._happened(
                PROMISED, fact.heard, changes, heard, reason=self._told("promised", words=fact.heard)
            )

    def _tell_promise(self) -> None:
        if (promise := self._catcher.promise) is not None:
            self._situation.promise(promise.amount, promise.date)

    # --- use of cards ------------------------------------------------------------------------------

    def _notice_use(
        self,
        sounds: tuple[str, ...],
        transcript: PartialTranscript | FinalTranscript,
        changes: list[PlaybookChange],
    ) -> None:
        """Cards on the screen that the agent says, in this utterance or it and the one before."""
        joiner = "" if self.book.language == "zh" else " "
        for card in self._cards:
            if was_said(card.text, self.book.language, self._agent_words, sounds):
                self._use(card, joiner.join(word.text for word in transcript.words), changes)

    def _made_by(self, heard: Heard, items: Sequence[ChecklistItem], changes: list[PlaybookChange]) -> None:
        """Shown cards whose sense the agent said: by one of their signals, or by the item that they make."""
        if heard.channel is not Channel.AGENT:
            return
        made = {item.item_id for item in items if item.ticked}
        for card in self._cards:
            known = self._by_id[card.card_id]
            if heard.signal in known.said or known.does in made:
                self._use(card, heard.words, changes)

    def _use(self, card: Suggestion, words: str, changes: list[PlaybookChange]) -> None:
        if not self._by_id[card.card_id].tip and self._suggester.used(card):
            changes.append(CardUsed(card.card_id, "said", words))

    def _told(self, name: str, **params: str) -> str:
        """The engine's own sentence, or what it would say of."""
        text = self.book.texts.get(name)
        return params.get("words", "") if text is None else text.format(**params)
