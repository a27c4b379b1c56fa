"""The live transcript on the screen: the agent left, the customer right, the newest line in sight.

Only rows that are new, changed or visible are laid out, so that the thousandth utterance costs what the first
one did; after a change of width the rows out of sight follow in small batches. GUI thread only.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QPushButton, QToolTip, QWidget

from desktop.live.bubble import Bubble, clock, lay_out_line, paint_line
from desktop.live.flag_texts import flag_tool_tip
from desktop.live.transcript_model import LINE_ROLE, Line, TranscriptModel
from desktop.theme.theme import theme
from speech.types import SAMPLE_RATE_HZ, Channel

HEADING_AFTER_SAMPLES = 20 * SAMPLE_RATE_HZ
"""The speaker and the time are told again after this long."""
BATCH_ROWS = 60
BOTTOM_MARGIN = 8


class TranscriptView(QAbstractItemView):
    """Signals: `mark_painted` with a flag's id when its mark is first on the screen."""

    mark_painted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bubbles: list[Bubble] = []
        self._ends: list[float] = []
        """Where each row ends, from the top of all."""
        self._stale: int = 0
        """Rows before this one were laid out for another width or theme."""
        self._painted: set[str] = set()
        self._follows = True
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.viewport().setAutoFillBackground(False)
        self._batches = QTimer(self)
        self._batches.setInterval(0)
        self._batches.timeout.connect(self._lay_out_batch)
        self.newest = QPushButton(self)
        self.newest.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.newest.clicked.connect(self.follow_newest)
        self.newest.hide()
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        theme().changed.connect(self._restyle)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setAccessibleName(self.tr("Transcript"))
        self.newest.setText(self.tr("To the newest"))
        self._names = {Channel.AGENT: self.tr("Agent"), Channel.CUSTOMER: self.tr("Customer")}
        model = self.model()
        if isinstance(model, TranscriptModel):
            model.set_names(self._names[Channel.AGENT], self._names[Channel.CUSTOMER])
        self._restyle()

    # --- rows ----------------------------------------------------------------------------------------

    def reset(self) -> None:
        super().reset()
        self._bubbles, self._ends, self._stale = [], [], 0
        self._painted.clear()
        self._follows = True
        model = self.model()
        for row in range(model.rowCount() if model else 0):
            self._bubbles.append(self._lay_out(row))
        self._sum_from(0)

    def rowsInserted(self, parent: QModelIndex, start: int, end: int) -> None:
        super().rowsInserted(parent, start, end)
        for row in range(start, end + 1):
            self._bubbles.insert(row, self._lay_out(row))
        self._sum_from(start)

    def dataChanged(self, top_left: QModelIndex, bottom_right: QModelIndex, roles: object = ()) -> None:
        for row in range(top_left.row(), bottom_right.row() + 1):
            self._bubbles[row] = self._lay_out(row)
        self._sum_from(top_left.row())

    def _lay_out(self, row: int) -> Bubble:
        return lay_out_line(self._line(row), self.viewport().width(), self.font(), self._heading(row))

    def _line(self, row: int) -> Line:
        line = self.model().index(row, 0).data(LINE_ROLE)
        if not isinstance(line, Line):
            raise TypeError("the transcript view shows a TranscriptModel")
        return line

    def _heading(self, row: int) -> str:
        line = self._line(row)
        if line.channel is None:
            return ""
        for before in range(row - 1, max(-1, row - 8), -1):
            other = self._line(before)
            if other.channel is None or other.empty:
                continue
            if other.channel is line.channel and line.position - other.position < HEADING_AFTER_SAMPLES:
                return ""
            break
        name = f"{self._names[line.channel]}  {clock(line.position)}"
        if line.leaked:
            return self.tr("{who} · heard through the headset, counts as the customer").format(who=name)
        return name

    def _sum_from(self, row: int) -> None:
        before = self._ends[row - 1] if row else float(BOTTOM_MARGIN)
        heights = (bubble.height for bubble in self._bubbles[row:])
        self._ends[row:] = list(accumulate(heights, initial=before))[1:]
        self._update_bar()
        self.viewport().update()

    def _update_bar(self) -> None:
        bar = self.verticalScrollBar()
        whole = (self._ends[-1] if self._ends else 0) + BOTTOM_MARGIN
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(self.fontMetrics().height() * 2)
        follows = self._follows
        bar.setRange(0, max(0, round(whole) - self.viewport().height()))
        bar.setEnabled(bar.maximum() > 0)
        if follows:
            bar.setValue(bar.maximum())
        self._follows = follows

    # --- width, theme --------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._restyle()
        else:
            self._update_bar()
        self.newest.adjustSize()
        self.newest.move((self.width() - self.newest.width()) // 2, self.height() - self.newest.height() - 10)

    @Slot()
    def _restyle(self) -> None:
        """Lay out anew: what is at the end at once, the rest in batches from the end upward."""
        if self.model() is None:
            return
        self._stale = len(self._bubbles)
        self._lay_out_batch()
        if self._stale:
            self._batches.start()

    @Slot()
    def _lay_out_batch(self) -> None:
        first = max(0, self._stale - BATCH_ROWS)
        for row in range(first, self._stale):
            self._bubbles[row] = self._lay_out(row)
        self._stale = first
        anchor = self._anchor()
        self._sum_from(first)
        if not self._follows and anchor is not None:
            row, offset = anchor
            self.verticalScrollBar().setValue(round(self._top(row) + offset))
        if self._stale == 0:
            self._batches.stop()

    def _anchor(self) -> tuple[int, float] | None:
        """The row at the top of what is seen, and how far into it; so that text being read stays."""
        if not self._ends:
            return None
        value = self.verticalScrollBar().value()
        row = min(bisect_right(self._ends, value), len(self._ends) - 1)
        return row, value - self._top(row)

    # --- scrolling -----------------------------------------------------------------------------------

    @Slot()
    def follow_newest(self) -> None:
        """Show the end and stay there."""
        self._follows = True
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
        self.newest.hide()

    @Slot(int)
    def _on_scrolled(self, value: int) -> None:
        self._follows = value >= self.verticalScrollBar().maximum() - 4
        self.newest.setVisible(not self._follows)
        self.viewport().update()

    def scrollTo(
        self,
        index: QModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if not index.isValid():
            return
        area = self.visualRect(index)
        bar = self.verticalScrollBar()
        if area.top() < 0:
            bar.setValue(bar.value() + area.top())
        elif area.bottom() > self.viewport().height():
            bar.setValue(bar.value() + area.bottom() - self.viewport().height())

    # --- painting ------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._ends:
            return
        painter = QPainter(self.viewport())
        offset = self.verticalScrollBar().value()
        first = bisect_right(self._ends, offset)
        current = self.currentIndex().row() if self.hasFocus() else -1
        for row in range(first, len(self._bubbles)):
            top = self._top(row) - offset
            if top > self.viewport().height():
                break
            bubble = self._bubbles[row]
            paint_line(painter, self._line(row), bubble, top, current=row == current)
            self._note_marks(bubble)
        painter.end()

    def _note_marks(self, bubble: Bubble) -> None:
        for flag_id in bubble.flag_ids:
            if flag_id not in self._painted:
                self._painted.add(flag_id)
                self.mark_painted.emit(flag_id)

    def _top(self, row: int) -> float:
        return self._ends[row - 1] if row else float(BOTTOM_MARGIN)

    def viewportEvent(self, event: object) -> bool:
        if isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            flags = self._line(index.row()).marks() if index.isValid() else []
            if flags:
                QToolTip.showText(
                    event.globalPos(), "\n".join(flag_tool_tip(flag) for _, _, flag in flags), self
                )
                return True
            QToolTip.hideText()
        return super().viewportEvent(event)  # type: ignore[arg-type]

    # --- what QAbstractItemView asks of its subclasses -------------------------------------------------

    def visualRect(self, index: QModelIndex) -> QRect:
        if not index.isValid() or index.row() >= len(self._bubbles):
            return QRect()
        top = self._top(index.row()) - self.verticalScrollBar().value()
        return QRect(0, round(top), self.viewport().width(), round(self._bubbles[index.row()].height))

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = bisect_right(self._ends, point.y() + self.verticalScrollBar().value())
        return self.model().index(row, 0) if row < len(self._ends) else QModelIndex()

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        rows = self.model().rowCount()
        if not rows:
            return QModelIndex()
        row = self.currentIndex().row()
        moves = QAbstractItemView.CursorAction
        target = {
            moves.MoveUp: row - 1,
            moves.MovePrevious: row - 1,
            moves.MoveDown: row + 1,
            moves.MoveNext: row + 1,
            moves.MoveHome: 0,
            moves.MoveEnd: rows - 1,
            moves.MovePageUp: row - 8,
            moves.MovePageDown: row + 8,
        }.get(action, row)
        return self.model().index(max(0, min(rows - 1, target)), 0)

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: QModelIndex) -> bool:
        return False

    def setSelection(self, rect: QRect, command: object) -> None:
        return

    def visualRegionForSelection(self, selection: object) -> QRegion:
        return QRegion()

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 120)
