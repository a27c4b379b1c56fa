"""The checklist of a call: ticks by what was heard or by hand, what is due, adherence.

An item that the agent unticked does not tick itself again for words of the same utterance. Thread: the
session's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from assist.playbook.book import Book, Item, Required
from assist.playbook.changes import AreaAdherence, ChecklistItem
from assist.playbook.hearing import Heard
from assist.rules.facts import CaseFacts
from speech.types import SAMPLE_RATE_HZ, Channel

SOON_SHARE = 2 / 3
"""Share of its time after which an item is nearly due."""


@dataclass
class _State:
    """One item as it stands."""

    shown: ChecklistItem
    causes: list[Heard] = field(default_factory=list)
    refused: set[tuple[Channel, int]] = field(default_factory=set)
    due: bool = False
    soon_at: int = -1


class Checklist:
    """All items of one call."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._items = book.items
        self._of_signal: dict[str, list[str]] = {}
        for item in book.items.values():
            for name in item.ticks:
                self._of_signal.setdefault(name, []).append(item.item_id)
        self._states = {name: _State(_blank(item)) for name, item in book.items.items()}
        self._by_stage: dict[str, list[str]] = {}
        for stage in book.stages.values():
            for one in stage.required:
                if one.stage:
                    self._by_stage.setdefault(one.stage, []).append(one.item_id)

    @property
    def items(self) -> tuple[ChecklistItem, ...]:
        """Every item as it stands, in the playbook's order."""
        return tuple(state.shown for state in self._states.values())

    def item(self, item_id: str) -> ChecklistItem:
        """One item as it stands."""
        return self._states[item_id].shown

    def ticked(self, item_id: str) -> bool:
        """Whether an item is ticked."""
        return self._states[item_id].shown.ticked

    def hear(self, heard: Heard) -> list[ChecklistItem]:
        """A signal was heard or is gone; the items that changed."""
        changed = []
        for name in self._of_signal.get(heard.signal, ()):
            state = self._states[name]
            if heard.gone:
                state.causes = [one for one in state.causes if one.key != heard.key]
                if state.shown.ticked and not state.shown.by_hand and not state.causes:
                    changed.append(
                        self._set(state, replace(state.shown, ticked=False, words="", start=-1, end=-1))
                    )
                continue
            if (heard.channel, heard.utterance) in state.refused:
                continue
            state.causes.append(heard)
            if not state.shown.ticked:
                shown = replace(
                    state.shown,
                    ticked=True,
                    by_hand=False,
                    words=heard.words,
                    start=heard.start,
                    end=heard.end,
                    overdue=False,
                )
                changed.append(self._set(state, shown))
        return changed

    def by_hand(self, item_id: str, *, ticked: bool) -> list[ChecklistItem]:
        """The agent ticks or unticks; nothing if it stands so already."""
        state = self._states.get(item_id)
        if state is None or state.shown.ticked == ticked:
            return []
        if not ticked:
            state.refused |= {(one.channel, one.utterance) for one in state.causes}
            state.causes.clear()
            shown = replace(
                state.shown, ticked=False, by_hand=True, overdue=state.due, words="", start=-1, end=-1
            )
        else:
            shown = replace(state.shown, ticked=True, by_hand=True, overdue=False)
        return [self._set(state, shown)]

    def untick(self, item_id: str) -> list[ChecklistItem]:
        """What was heard makes an item hold no longer; it may tick itself again."""
        state = self._states[item_id]
        if not state.shown.ticked:
            return []
        state.causes.clear()
        shown = replace(state.shown, ticked=False, by_hand=False, words="", start=-1, end=-1)
        return [self._set(state, shown)]

    def stage_entered(
        self, stage: str, required: Iterable[Required], position: int, facts: CaseFacts
    ) -> list[ChecklistItem]:
        """A stage was entered for the first time: clocks start, and what had to be said before is due."""
        changed = []
        for one in required:
            state = self._states[one.item_id]
            if one.seconds is not None and state.shown.due_at < 0:
                length = round(one.seconds * SAMPLE_RATE_HZ)
                state.soon_at = position + round(length * SOON_SHARE)
                changed.append(self._set(state, replace(state.shown, due_at=position + length)))
        for name in self._by_stage.get(stage, ()):
            changed += self._fall_due(name, facts)
        return changed

    def on_time(self, position: int, facts: CaseFacts) -> list[ChecklistItem]:
        """Items whose time is up."""
        changed = []
        for name, state in self._states.items():
            if 0 <= state.shown.due_at <= position and not state.due:
                changed += self._fall_due(name, facts)
        return changed

    def nearly_due(self, item_id: str, position: int) -> bool:
        """Whether an open item's time is nearly up."""
        state = self._states[item_id]
        return not state.shown.ticked and 0 <= state.soon_at <= position

    def adherence(self) -> tuple[int, tuple[AreaAdherence, ...]]:
        """In total (thousandths of what was due) and for each area in which something is due or made."""
        due: dict[str, int] = {}
        made: dict[str, int] = {}
        for state in self._states.values():
            shown = state.shown
            if state.due or shown.ticked:
                due[shown.area] = due.get(shown.area, 0) + shown.weight
                made[shown.area] = made.get(shown.area, 0) + (shown.weight if shown.ticked else 0)
        areas = tuple(
            AreaAdherence(area, self._book.areas.get(area, area), due[area], made[area]) for area in due
        )
        return AreaAdherence("", "", sum(due.values()), sum(made.values())).adherence, areas

    def _fall_due(self, name: str, facts: CaseFacts) -> list[ChecklistItem]:
        state = self._states[name]
        if state.due or not self._items[name].when.holds(facts):
            return []
        state.due = True
        if state.shown.ticked:
            return []
        return [self._set(state, replace(state.shown, overdue=True))]

    @staticmethod
    def _set(state: _State, shown: ChecklistItem) -> ChecklistItem:
        if not shown.ticked and state.due and not shown.overdue:
            shown = replace(shown, overdue=True)
        state.shown = shown
        return shown


def _blank(item: Item) -> ChecklistItem:
    return ChecklistItem(
        item_id=item.item_id,
        title=item.title,
        area=item.area,
        weight=item.weight,
        ticked=False,
        by_hand=False,
        words="",
        start=-1,
        end=-1,
        due_at=-1,
    )
