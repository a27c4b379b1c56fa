"""Required statements: ticked by themselves when said, marked when overdue; Space ticks one by hand."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from assist.playbook.changes import ChecklistItem
from desktop.theme.icons import paint_icon
from desktop.theme.theme import theme
from desktop.widgets.fitted_text import one_line

Index = QModelIndex | QPersistentModelIndex
ITEM_ROLE = Qt.ItemDataRole.UserRole
NARROWEST_COLUMN = 10
"""In heights of a text line; wide lists show up to three columns."""
ROW_LINES = 1.3


class ChecklistModel(QAbstractListModel):
    """One row for each item. Signal: `ticked` with an item's id and the agent's tick."""

    ticked = Signal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[ChecklistItem, ...] = ()
        self._overdue_word = "overdue"

    def show_items(self, items: tuple[ChecklistItem, ...]) -> None:
        """Show these; the same items in the same order only change."""
        if [item.item_id for item in items] != [item.item_id for item in self._items]:
            self.beginResetModel()
            self._items = items
            self.endResetModel()
            return
        old, self._items = self._items, items
        for row, (before, now) in enumerate(zip(old, items, strict=True)):
            if before != now:
                self.dataChanged.emit(self.index(row), self.index(row))

    def set_overdue_word(self, word: str) -> None:
        """The word for overdue, for screen readers and the list."""
        self._overdue_word = word

    @property
    def counts(self) -> tuple[int, int]:
        """Ticked, and all."""
        return sum(item.ticked for item in self._items), len(self._items)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._items)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._items):
            return None
        item = self._items[index.row()]
        if role == ITEM_ROLE:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if item.ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{item.title}\n{item.words}" if item.words else item.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{item.title} {self._overdue_word}" if item.overdue else item.title
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A tick by hand is only asked for; it shows when the call says so."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.ticked.emit(self._items[index.row()].item_id, Qt.CheckState(value) is Qt.CheckState.Checked)
        return True


class _ItemDelegate(QStyledItemDelegate):
    """Paints an item over the whole of its grid cell; a click anywhere in it ticks."""

    overdue_word = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        width = view.gridSize().width() if isinstance(view, QListView) else 80
        return QSize(max(80, width), round(option.fontMetrics.lineSpacing() * ROW_LINES))

    def editorEvent(self, event: QEvent, model: Any, option: QStyleOptionViewItem, index: Index) -> bool:
        clicked = event.type() is QEvent.Type.MouseButtonRelease
        pressed = event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space  # type: ignore[attr-defined]
        if not (clicked or pressed):
            return False
        item: ChecklistItem = index.data(ITEM_ROLE)
        new = Qt.CheckState.Unchecked if item.ticked else Qt.CheckState.Checked
        return bool(model.setData(index, new, Qt.ItemDataRole.CheckStateRole))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: ChecklistItem = index.data(ITEM_ROLE)
        colours = theme().colours
        area = QRectF(option.rect).adjusted(4, 1, -4, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.accent), 1.6))
            painter.drawRoundedRect(area, 5, 5)
        side = area.height() * 0.62
        box = QRectF(area.left() + 4, area.center().y() - side / 2, side, side)
        painter.setPen(QPen(QColor(colours.warn_text if item.overdue else colours.strong_border), 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if item.ticked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.good_soft))
        painter.drawRoundedRect(box, 4, 4)
        if item.ticked:
            paint_icon(painter, "check", box.adjusted(1, 1, -1, -1), colours.good)
        text = area.adjusted(side + 12, 0, -4, 0)
        if item.overdue and not item.ticked:
            text = self._paint_overdue(painter, text)
        ink = colours.muted if item.ticked else colours.text
        font = theme().font(0.97, bold=item.overdue and not item.ticked)
        one_line(painter, text, item.title, ink, font)
        painter.restore()

    def _paint_overdue(self, painter: QPainter, text: QRectF) -> QRectF:
        colours = theme().colours
        painter.setFont(theme().font(0.85))
        width = painter.fontMetrics().horizontalAdvance(self.overdue_word) + 12
        chip = QRectF(text.right() - width, text.top() + 3, width, text.height() - 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.warn_soft))
        painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
        painter.setPen(QColor(colours.warn_text))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, self.overdue_word)
        return text.adjusted(0, 0, -width - 6, 0)


class Checklist(QListView):
    """Signal: `ticked` with an item's id and the agent's tick."""

    ticked = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items = ChecklistModel(self)
        self._delegate = _ItemDelegate(self)
        self.setModel(self.items)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().rangeChanged.connect(self._show_bar)
        self.setStyleSheet("QListView { border: none; background: transparent; }")
        self.items.ticked.connect(self.ticked)
        self.items.modelReset.connect(self._fit_columns)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setAccessibleName(self.tr("Required statements"))
        self._delegate.overdue_word = self.tr("overdue")
        self.items.set_overdue_word(self._delegate.overdue_word)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    @Slot(int, int)
    def _show_bar(self, _least: int, most: int) -> None:
        """The bar keeps its room, so that its coming and going moves nothing; disabled, it is not seen."""
        self.verticalScrollBar().setEnabled(most > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    @Slot()
    def _fit_columns(self) -> None:
        """Two columns, which leave room for the titles, where all rows fit; else three; one in a narrow list."""
        line = self.fontMetrics().lineSpacing()
        width, height = self.viewport().width() - 1, round(line * ROW_LINES)
        most = max(1, min(3, width // (NARROWEST_COLUMN * line)))
        fits_in_two = -(-self.items.rowCount() // 2) * height <= self.viewport().height()
        columns = min(most, 2) if fits_in_two else most
        cell = QSize(width // columns, height)
        # Setting it again lays everything out again, which resizes the viewport again, and so on for ever.
        if cell != self.gridSize():
            self.setGridSize(cell)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.fontMetrics().lineSpacing() * 3)
