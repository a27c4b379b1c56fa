"""The header: who, contact hours and today's calls, timer, level meters of both sides, delay. One line."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from assist.call.events import CallOpened
from desktop.live.bubble import clock
from desktop.live.call_contact import NO_CONTACT, ContactLine
from desktop.theme.theme import set_role, theme
from desktop.widgets.labels import ElidedLabel
from desktop.widgets.level_meter import LevelMeter
from desktop.widgets.retranslating import Panel
from speech.types import (
    BLOCK_SAMPLES,
    SAMPLE_RATE_HZ,
    Channel,
    LevelReading,
    PartialTranscript,
    RecognizerLag,
)

SLOW_DELAY_S = 1.5
"""From here on the delay is told as a warning."""
SMOOTHING = 0.7


class RecordDot(QWidget):
    """Filled while recording, two bars while paused, hollow otherwise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = "idle"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, state: str) -> None:
        """`recording`, `paused` or `idle`."""
        self.state = state
        self.update()

    def sizeHint(self) -> QSize:
        side = self.fontMetrics().height()
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre, radius = QPointF(self.width() / 2, self.height() / 2), self.height() * 0.3
        if self.state == "paused":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.warn_text))
            for x in (-0.75, 0.25):
                painter.drawRect(int(centre.x() + x * radius), int(centre.y() - radius), 3, int(2 * radius))
        elif self.state == "recording":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.stop))
            painter.drawEllipse(centre, radius, radius)
        else:
            painter.setPen(QColor(colours.strong_border))
            painter.drawEllipse(centre, radius, radius)
        painter.end()


class Header(Panel):
    """Told of the call's events by the live page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, role="bar")
        self._opened: CallOpened | None = None
        self._contact = NO_CONTACT
        self._state = "idle"
        self._position = 0
        self._heard = {Channel.AGENT: 0, Channel.CUSTOMER: 0}
        self._delay_s = 0.0
        self._lag_s = 0.0
        self.who = ElidedLabel("", self)
        self.about = ElidedLabel("", self, role="muted")
        self.hours = QLabel(self)
        self.today = QLabel(self)
        set_role(self.today, "muted")
        self.dot = RecordDot(self)
        self.timer = QLabel("0:00", self)
        self.state = QLabel(self)
        set_role(self.state, "muted")
        self.names = {channel: QLabel(self) for channel in Channel}
        self.meters = {channel: LevelMeter(self) for channel in Channel}
        self.delay = QLabel(self)
        set_role(self.delay, "muted")
        self._build()
        theme().changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    @Slot()
    def _restyle(self) -> None:
        self.who.setFont(theme().font(1.12, bold=True))
        self.timer.setFont(theme().font(1.3, bold=True))

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 8)
        row.setSpacing(14)
        row.addLayout(_pair(self.who, self.about), 3)
        row.addWidget(_rule(self))
        row.addLayout(_pair(self.hours, self.today))
        row.addWidget(_rule(self))
        row.addWidget(self.dot)
        row.addLayout(_pair(self.timer))
        row.addWidget(self.state)
        row.addWidget(_rule(self))
        for channel in Channel:
            side = QVBoxLayout()
            side.setSpacing(3)
            side.addWidget(self.names[channel])
            side.addWidget(self.meters[channel])
            set_role(self.names[channel], "small")
            row.addLayout(side)
        row.addWidget(_rule(self))
        row.addWidget(self.delay)

    def retranslate(self) -> None:
        self._texts = {
            "overdue": self.tr("{days} days overdue"),
            "today": self.tr("Call {number} today"),
            "hours_ok": self.tr("{hours} ✓"),
            "hours_not": self.tr("{hours} – outside"),
            "no_case": self.tr("No case"),
            "no_call": self.tr("No call"),
            "delay": self.tr("Delay {seconds} s"),
            "idle": self.tr("Not recording"),
            "recording": self.tr("Recording"),
            "paused": self.tr("Paused"),
            "ended": self.tr("Ended"),
            "demo": self.tr("Demo call"),
            "any_hours": self.tr("Hours not limited"),
        }
        self.names[Channel.AGENT].setText(self.tr("Agent"))
        self.names[Channel.CUSTOMER].setText(self.tr("Customer"))
        for channel, meter in self.meters.items():
            meter.setAccessibleName(self.tr("Level: {side}").format(side=self.names[channel].text()))
        self.timer.setAccessibleName(self.tr("Length of the call"))
        self._draw()

    # --- what happens --------------------------------------------------------------------------------

    def show_opened(self, opened: CallOpened, contact: ContactLine) -> None:
        """A call has begun."""
        self._opened, self._contact = opened, contact
        self._state, self._position, self._lag_s, self._delay_s = "recording", 0, 0.0, 0.0
        self._heard = dict.fromkeys(self._heard, 0)
        for meter in self.meters.values():
            meter.show_lost(False)
        self._draw()

    def show_idle(self) -> None:
        """No call runs."""
        self._opened, self._contact, self._state = None, NO_CONTACT, "idle"
        self._position = 0
        self._draw()

    def show_state(self, state: str) -> None:
        """`recording`, `paused` or `ended`."""
        self._state = state
        if state != "recording":
            for meter in self.meters.values():
                meter.show_level(-120.0)
        self._draw()

    def show_level(self, reading: LevelReading) -> None:
        """A block was heard."""
        if self._state == "recording":
            self.meters[reading.channel].show_level(reading.rms_dbfs)
        self._heard[reading.channel] = reading.position + BLOCK_SAMPLES
        seconds = reading.position // SAMPLE_RATE_HZ
        if seconds != self._position // SAMPLE_RATE_HZ or not self._position:
            self._position = max(self._position, reading.position)
            self.timer.setText(clock(self._position))

    def show_partial(self, partial: PartialTranscript) -> None:
        """How late words are, from the sound's place to the screen's."""
        late = max(0, self._heard[partial.channel] - partial.heard_until) / SAMPLE_RATE_HZ
        self._delay_s = SMOOTHING * self._delay_s + (1 - SMOOTHING) * late
        self._draw_delay()

    def show_lag(self, lag: RecognizerLag) -> None:
        """Recognition is behind, or has caught up."""
        self._lag_s = max(lag.agent_behind, lag.customer_behind) / SAMPLE_RATE_HZ
        self._draw_delay()

    def show_lost(self, channel: Channel, lost: bool) -> None:
        """A side's device has gone or come back."""
        self.meters[channel].show_lost(lost)

    # --- drawing -------------------------------------------------------------------------------------

    def _draw(self) -> None:
        opened, texts = self._opened, self._texts
        demo = opened is not None and opened.header.source == "demo"
        if opened is None:
            self.who.show_text(texts["no_call"])
            self.about.show_text("")
        else:
            who = opened.debtor_masked or texts["no_case"]
            self.who.show_text(f"{who}  ·  {texts['demo']}" if demo else who)
            overdue = texts["overdue"].format(days=opened.days_overdue) if opened.days_overdue else ""
            self.about.show_text(" · ".join(part for part in (opened.product, overdue) if part))
        hours = self._contact.hours
        form = texts["hours_ok"] if self._contact.allowed else texts["hours_not"]
        self.hours.setText(form.format(hours=hours) if hours else texts["any_hours"] if opened else "–")
        set_role(self.hours, ("good" if self._contact.allowed else "bad") if hours else "muted")
        number = self._contact.call_today
        self.today.setText(texts["today"].format(number=number) if number else "")
        self.today.setVisible(bool(number))
        self.dot.show_state(self._state)
        self.state.setText(texts[self._state])
        set_role(self.state, "warn" if self._state == "paused" else "muted")
        self.timer.setText(clock(self._position))
        self._draw_delay()

    def _draw_delay(self) -> None:
        behind = max(self._delay_s, self._lag_s)
        text = self._texts["delay"].format(seconds=f"{behind:.1f}")
        if text != self.delay.text():
            self.delay.setText(text)
        role = "warn" if behind >= SLOW_DELAY_S else "muted"
        if self.delay.property("role") != role:
            set_role(self.delay, role)


def _pair(*labels: QLabel) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    for label in labels:
        column.addWidget(label)
    return column


def _rule(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setFrameShape(QFrame.Shape.NoFrame)
    line.setFixedWidth(1)
    line.setProperty("role", "rule")
    return line
