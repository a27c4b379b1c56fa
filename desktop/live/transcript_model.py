"""The live transcript as an item model: one row for each utterance or notice, in order of appearance.

Append-only: a partial's row becomes its final in place, rows never move and never go. An utterance whose final
holds no words keeps its row, which is then empty and takes no room. GUI thread only.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from assist.rules.flags import Flag, FlagKind, FlagState
from desktop.live.spoken_text import ToScript, joined
from speech.types import Channel, FinalTranscript, PartialTranscript, Word

Index = QModelIndex | QPersistentModelIndex

LINE_ROLE = Qt.ItemDataRole.UserRole
UNMARKED_KINDS = {FlagKind.MENTION, FlagKind.METADATA}


class NoticeKind(Enum):
    """What a notice between utterances is about."""

    INFO = "info"
    GAP = "gap"
    MOMENT = "moment"


@dataclass(slots=True)
class Line:
    """An utterance as it now stands, or a notice (no channel)."""

    channel: Channel | None
    utterance: int
    position: int
    """Start on the timeline."""
    words: tuple[Word, ...] = ()
    text: str = ""
    spans: list[tuple[int, int]] = field(default_factory=list)
    """Of each word in `text`."""
    final: bool = False
    recovered: bool = False
    notice: NoticeKind | None = None
    flags: dict[str, Flag] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        """Nothing to draw."""
        return not self.text

    @property
    def leaked(self) -> bool:
        """All of it is the other side's voice in this side's microphone."""
        return bool(self.words) and all(word.leak for word in self.words)

    def marks(self) -> list[tuple[int, int, Flag]]:
        """Flagged stretches of `text`, the strictest last, so that it is drawn on top."""
        found = []
        for flag in self.flags.values():
            if flag.state is FlagState.DISMISSED or flag.kind in UNMARKED_KINDS:
                continue
            inside = [
                span
                for word, span in zip(self.words, self.spans, strict=True)
                if word.start < flag.end and flag.start < word.end
            ]
            if inside:
                found.append((inside[0][0], inside[-1][1], flag))
        return sorted(found, key=lambda mark: mark[2].severity)


class TranscriptModel(QAbstractListModel):
    """Rows are `Line`s under `LINE_ROLE`; the display text also names the speaker, for screen readers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []
        self._rows: dict[tuple[Channel, int], int] = {}
        self._early_flags: dict[tuple[Channel, int], dict[str, Flag]] = {}
        self._to_script: ToScript = str
        self._names = {Channel.AGENT: "Agent", Channel.CUSTOMER: "Customer"}

    def set_script(self, to_script: ToScript) -> None:
        """How recognised words are written; for the rows to come."""
        self._to_script = to_script

    def set_names(self, agent: str, customer: str) -> None:
        """What the sides are called."""
        self._names = {Channel.AGENT: agent, Channel.CUSTOMER: customer}

    def clear(self) -> None:
        """Forget the call."""
        self.beginResetModel()
        self._lines.clear()
        self._rows.clear()
        self._early_flags.clear()
        self.endResetModel()

    # --- what happens --------------------------------------------------------------------------------

    def show_transcript(self, heard: PartialTranscript | FinalTranscript) -> None:
        """Show a partial or a final; a final's row is never changed by a late partial."""
        key = (heard.channel, heard.utterance)
        row = self._rows.get(key)
        final = isinstance(heard, FinalTranscript)
        if row is None:
            if not heard.words:
                return
            line = Line(heard.channel, heard.utterance, heard.words[0].start)
            self._fill(line, heard)
            line.flags = self._early_flags.pop(key, {})
            self._rows[key] = len(self._lines)
            self._append(line)
            return
        line = self._lines[row]
        if line.final and not final:
            return
        self._fill(line, heard)
        self._changed(row)

    def show_flag(self, flag: Flag) -> None:
        """Mark a flag's words; a newer snapshot of it takes the older one's place."""
        if flag.utterance < 0:
            return
        key = (flag.channel, flag.utterance)
        row = self._rows.get(key)
        if row is None:
            self._early_flags.setdefault(key, {})[flag.flag_id] = flag
            return
        self._lines[row].flags[flag.flag_id] = flag
        self._changed(row)

    def show_notice(self, kind: NoticeKind, position: int, text: str) -> None:
        """A line of its own between the utterances, such as a gap or a pause."""
        self._append(Line(None, -1, position, text=text, final=True, notice=kind))

    def line(self, row: int) -> Line:
        """The line in a row."""
        return self._lines[row]

    # --- Qt ------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return line.text if line.channel is None else f"{self._names[line.channel]}: {line.text}"
        return None

    # --- inside --------------------------------------------------------------------------------------

    def _fill(self, line: Line, heard: PartialTranscript | FinalTranscript) -> None:
        line.words = heard.words
        line.text, line.spans = joined([self._to_script(word.text) for word in heard.words])
        line.final = isinstance(heard, FinalTranscript)
        line.recovered = isinstance(heard, FinalTranscript) and heard.recovered

    def _append(self, line: Line) -> None:
        row = len(self._lines)
        self.beginInsertRows(QModelIndex(), row, row)
        self._lines.append(line)
        self.endInsertRows()

    def _changed(self, row: int) -> None:
        index = self.index(row)
        self.dataChanged.emit(index, index)
