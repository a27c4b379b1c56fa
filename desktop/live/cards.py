"""The line to say now and the other cards. Each keeps its place and size whatever its text; a click uses it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from assist.playbook.changes import MindState, Suggestion
from desktop.live.suggestion_texts import mind_text, technique_text
from desktop.theme.icons import paint_icon
from desktop.theme.theme import theme
from desktop.widgets.fitted_text import fit, one_line
from desktop.widgets.labels import paint_key_cap
from desktop.widgets.retranslating import Retranslating

USED_SHOWN_MS = 1_500
OTHER_CARDS = 3
NOW_SIZES = (1.9, 1.75, 1.6, 1.45, 1.3, 1.15, 1.0, 0.9)
"""Of the base size; the largest that shows the whole line is taken."""


class CardBase(Retranslating):
    """A card on a place: 0 is the line to say now. Signal: `used` with the place."""

    used = Signal(int)

    def __init__(self, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self.card: Suggestion | None = None
        self._just_used = False
        self._hovered = False
        self._fade = QTimer(self)
        self._fade.setSingleShot(True)
        self._fade.setInterval(USED_SHOWN_MS)
        self._fade.timeout.connect(self._unmark)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_card(self, card: Suggestion | None) -> None:
        """Show a card, or an empty place."""
        if card == self.card:
            return
        self.card = card
        self.setAccessibleName(card.text if card else "")
        self.setAccessibleDescription(card.why if card else "")
        self.setToolTip(f"{card.text}\n\n{technique_text(card.technique)} · {card.why}" if card else "")
        self.setEnabled(card is not None)
        self.update()

    def mark_used(self) -> None:
        """A short sign that the card was used."""
        self._just_used = True
        self._fade.start()
        self.update()

    @Slot()
    def _unmark(self) -> None:
        self._just_used = False
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._use()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._use()
            return
        super().keyPressEvent(event)

    def _use(self) -> None:
        if self.card is not None:
            self.used.emit(self.place)

    def _paint_ground(self, painter: QPainter, ground: str, edge: str) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme().colours
        focused = self.hasFocus()
        outline = (
            colours.good if self._just_used else colours.accent if focused or self.underMouse() else edge
        )
        painter.setPen(QPen(QColor(outline), 2 if focused or self._just_used else 1))
        painter.setBrush(QColor(colours.good_soft if self._just_used else ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _paint_key(self, painter: QPainter, area: QRectF) -> None:
        if self._just_used:
            paint_icon(painter, "check", area, theme().colours.good)
            return
        painter.setFont(theme().font(0.9, bold=True))
        paint_key_cap(painter, area, str(self.place))

    def _why(self, card: Suggestion) -> str:
        return " · ".join(part for part in (technique_text(card.technique), card.why) if part)


class NowLine(CardBase):
    """The one line to say now: the largest text of the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, parent)
        self._mind = MindState.UNKNOWN
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.retranslate()
        self.setEnabled(False)

    def retranslate(self) -> None:
        self._title = self.tr("Say now")
        self._mind_form = self.tr("Customer: {mind}")
        self._empty = self.tr("Suggestions appear here once the call runs.")
        self.update()

    def show_mind(self, mind: MindState) -> None:
        """The debtor's state of mind as heard."""
        if mind is not self._mind:
            self._mind = mind
            self.update()

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().lineSpacing()
        return QSize(line * 20, round(line * 7.2))

    def minimumSizeHint(self) -> QSize:
        line = self.fontMetrics().lineSpacing()
        return QSize(line * 10, round(line * 5.9))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme().colours
        painter = QPainter(self)
        self._paint_ground(painter, colours.surface, colours.accent if self.card else colours.border)
        line = self.fontMetrics().lineSpacing()
        pad = 14.0
        inner = QRectF(self.rect()).adjusted(pad, pad * 0.7, -pad, -pad * 0.7)
        if self.card is None:
            painter.setPen(QColor(colours.muted))
            painter.drawText(inner, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._empty)
            painter.end()
            return
        cap = QRectF(inner.left(), inner.top(), line * 1.25, line * 1.25)
        self._paint_key(painter, cap)
        heading = QRectF(cap.right() + 8, inner.top(), inner.width() - cap.width() - 8, cap.height())
        mind_width = self._paint_mind(painter, heading)
        bold = theme().font(0.95, bold=True)
        one_line(painter, heading, self._title, colours.accent, bold)
        title_width = painter.fontMetrics().horizontalAdvance(self._title) + 14
        why = heading.adjusted(title_width, 0, -mind_width - 10, 0)
        one_line(painter, why, self._why(self.card), colours.muted, theme().font(0.9))
        top, bottom = cap.bottom() + 4, inner.bottom() + 4
        laid = fit(self.card.text, inner.width(), bottom - top, NOW_SIZES, bold=True)
        laid.paint(painter, QPointF(inner.left(), top + (bottom - top - laid.height) / 2), colours.text)
        painter.end()

    def _paint_mind(self, painter: QPainter, heading: QRectF) -> float:
        """Paint the state of mind at the right; returns the room it took."""
        word = mind_text(self._mind)
        if not word:
            return 0.0
        text = self._mind_form.format(mind=word)
        font = theme().font(0.9)
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance(text) + 4
        area = QRectF(heading.right() - width, heading.top(), width, heading.height())
        one_line(painter, area, text, theme().colours.muted, font)
        return float(width)


class OtherCard(CardBase):
    """One of the other cards: its text, in two lines at most, and its why."""

    def __init__(self, place: int, parent: QWidget | None = None) -> None:
        super().__init__(place, parent)
        self._dense = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setEnabled(False)

    def set_dense(self, dense: bool) -> None:
        """One line, without the why, where the window is low."""
        if dense != self._dense:
            self._dense = dense
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().lineSpacing()
        return QSize(line * 16, round(line * (1.75 if self._dense else 2.9)))

    def minimumSizeHint(self) -> QSize:
        line = self.fontMetrics().lineSpacing()
        return QSize(line * 8, round(line * (1.75 if self._dense else 2.3)))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme().colours
        painter = QPainter(self)
        line = self.fontMetrics().lineSpacing()
        if self.card is None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colours.border), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
            painter.end()
            return
        self._paint_ground(painter, colours.surface, colours.border)
        inner = QRectF(self.rect()).adjusted(10, 5, -10, -5)
        cap = QRectF(inner.left(), inner.center().y() - line * 0.62, line * 1.25, line * 1.25)
        self._paint_key(painter, cap)
        left, width = cap.right() + 10, inner.width() - cap.width() - 10
        if self._dense:
            one_line(
                painter,
                QRectF(left, inner.top(), width, inner.height()),
                self.card.text,
                colours.text,
                theme().font(),
            )
            painter.end()
            return
        foot = QRectF(left, inner.bottom() - line * 0.95, width, line * 0.95)
        one_line(painter, foot, self._why(self.card), colours.muted, theme().font(0.85))
        laid = fit(self.card.text, width, foot.top() - inner.top() - 1, (1.05, 1.0, 0.92))
        laid.paint(
            painter, QPointF(left, inner.top() + (foot.top() - inner.top() - laid.height) / 2), colours.text
        )
        painter.end()


class Cards(QWidget):
    """The line to say now above the other cards. Signal: `used` with the place."""

    used = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.now = NowLine(self)
        self.others = [OtherCard(place, self) for place in range(1, OTHER_CARDS + 1)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.now, 1)
        for card in self.others:
            column.addWidget(card)
        for card in (self.now, *self.others):
            card.used.connect(self.used)

    @property
    def places(self) -> list[CardBase]:
        """All cards by place."""
        return [self.now, *self.others]

    def set_height(self, *, dense: bool, lowest: bool) -> None:
        """Take less room in a low window: two other cards, none in the lowest ones; their keys still work."""
        shown = 0 if lowest else 2 if dense else len(self.others)
        for place, card in enumerate(self.others):
            card.set_dense(dense)
            card.setVisible(place < shown)

    def show_cards(self, cards: tuple[Suggestion, ...]) -> None:
        """Show these, best first."""
        for card in self.places:
            card.show_card(cards[card.place] if card.place < len(cards) else None)

    def mark_used(self, card_id: str) -> None:
        """Show that a card was used."""
        for card in self.places:
            if card.card is not None and card.card.card_id == card_id:
                card.mark_used()
