"""The debtor's state of mind as heard: the newest words weigh most. Thread: the session's."""

from __future__ import annotations

from assist.playbook.book import Book
from assist.playbook.changes import MindState

FADE = 0.5
"""What is left of the other states' weight when a signal of one is heard."""


class MindReader:
    """Weighs the signals of the four states."""

    def __init__(self, book: Book) -> None:
        self._of_signal: dict[str, list[MindState]] = {}
        for mind in book.minds:
            for name in mind.signals:
                self._of_signal.setdefault(name, []).append(mind.state)
        self._weights = {name: signal.weight for name, signal in book.signals.items()}
        self._scores: dict[MindState, float] = {mind.state: 0.0 for mind in book.minds}
        self.state = MindState.UNKNOWN
        self.words = ""

    def hear(self, signal: str, words: str) -> bool:
        """Take a signal of the customer; True if the state is another one now."""
        states = self._of_signal.get(signal)
        if not states:
            return False
        for state in self._scores:
            self._scores[state] *= 1.0 if state in states else FADE
        for state in states:
            self._scores[state] += self._weights[signal]
        newest = max(states, key=lambda one: self._scores[one])
        best = max(self._scores.values())
        state = (
            newest if self._scores[newest] >= best else max(self._scores, key=lambda one: self._scores[one])
        )
        self.words = words
        changed = state is not self.state
        self.state = state
        return changed
