"""What earlier calls of this installation showed of each card: kept beside the records, added to after each call.

Counts only, no words of anyone. Thread: the session's; the document is written in a thread of its own, since the
record must not wait for it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import Any

from assist.call.entries import playbook_entry
from assist.call.events import CallClosed, CallEvent, PlaybookMoved
from assist.playbook.usage import UsageHistory, usage_of_calls
from desktop.installation import Installation

KIND = "card_usage"


def card_usage(installation: Installation, locale: str) -> UsageHistory:
    """The counts for a locale's playbook, of real calls alone."""
    kept = installation.store("live").documents(KIND).get(locale)
    return UsageHistory.decode(kept) if kept is not None else UsageHistory()


class CardUsageKeeper:
    """Observes one real call."""

    def __init__(
        self, installation: Installation, locale: str, report_bug: Callable[[BaseException], None]
    ) -> None:
        self._installation = installation
        self._locale = locale
        self._report_bug = report_bug
        self._entries: list[tuple[str, Mapping[str, Any]]] = []

    def on_event(self, event: CallEvent) -> None:
        """In the session's thread."""
        if isinstance(event, PlaybookMoved):
            self._entries += [playbook_entry(change, event.position) for change in event.changes]
        elif isinstance(event, CallClosed):
            threading.Thread(target=self._keep, name="card-usage").start()

    def _keep(self) -> None:
        try:
            documents = self._installation.store("live").documents(KIND)
            known = card_usage(self._installation, self._locale)
            documents.put(self._locale, known.plus(usage_of_calls([self._entries])).encode())
        except Exception as bug:
            self._report_bug(bug)
