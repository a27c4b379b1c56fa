"""Play, pause, jump, speed and which side is heard."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from speech.levels import Pcm
from speech.playback import CallPlayer
from speech.problems import SpeechProblem
from speech.types import SAMPLE_RATE_HZ, Channel

JUMP_SAMPLES = 5 * SAMPLE_RATE_HZ
SPEEDS = (0.75, 1.0, 1.25, 1.5, 2.0)


class PlayerRelay(QObject):
    """Brings the playback thread's words into the GUI thread."""

    moved = Signal(int, bool)
    failed = Signal(object)

    def tell(self, position: int, playing: bool) -> None:
        """In the playback thread."""
        self.moved.emit(position, playing)

    def fail(self, problem: SpeechProblem) -> None:
        """In the playback thread."""
        self.failed.emit(problem)


class PlayerBar(QWidget):
    """Signals: `moved` in samples, `failed` with a `SpeechProblem`."""

    moved = Signal(int)
    failed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._player: CallPlayer | None = None
        self._relay = PlayerRelay(self)
        self.button = QPushButton(self)
        self.button.setShortcut(QKeySequence("Ctrl+Space"))
        back = QPushButton(self.tr("−5 s"), self)
        back.setShortcut(QKeySequence("Ctrl+Left"))
        ahead = QPushButton(self.tr("+5 s"), self)
        ahead.setShortcut(QKeySequence("Ctrl+Right"))
        self.time = QLabel("0:00 / 0:00", self)
        self.speed = QComboBox(self)
        self.speed.setAccessibleName(self.tr("Speed"))
        for speed in SPEEDS:
            self.speed.addItem(f"{speed:g}×", speed)
        self.speed.setCurrentIndex(SPEEDS.index(1.0))
        self.agent = QCheckBox(self.tr("Agent"), self)
        self.customer = QCheckBox(self.tr("Customer"), self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.button, back, ahead, self.time):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(QLabel(self.tr("Speed"), self))
        layout.addWidget(self.speed)
        for side in (self.agent, self.customer):
            side.setChecked(True)
            side.toggled.connect(self._on_sides)
            layout.addWidget(side)
        self._show_playing(playing=False)
        self.button.clicked.connect(self.toggle)
        back.clicked.connect(self._on_back)
        ahead.clicked.connect(self._on_ahead)
        self.speed.currentIndexChanged.connect(self._on_speed)
        self._relay.moved.connect(self._on_moved)
        self._relay.failed.connect(self.failed)
        self.setEnabled(False)

    def load(self, sound: Pcm) -> None:
        """Take a recording, (samples, 2)."""
        self.unload()
        self._player = CallPlayer(sound, self._relay.tell, self._relay.fail)
        self._on_speed()
        self._on_sides()
        self.setEnabled(True)
        self._show_time(0)

    def unload(self) -> None:
        """Let go of the device and the recording."""
        if self._player is not None:
            self._player.close()
            self._player = None
        self.setEnabled(False)

    def play_from(self, position: int) -> None:
        """Play from here."""
        if self._player is not None:
            self._player.play(max(0, position))
            self._show_playing(playing=True)

    def seek(self, position: int) -> None:
        """Go there; goes on playing if it was."""
        if self._player is not None:
            self._player.seek(position)
            self._show_time(self._player.position)
            self.moved.emit(self._player.position)

    @Slot()
    @property
    def position(self) -> int:
        """Where it stands, in samples."""
        return 0 if self._player is None else self._player.position

    def toggle(self) -> None:
        """Play or pause."""
        if self._player is None:
            return
        if self._player.playing:
            self._player.pause()
        else:
            self._player.play()
        self._show_playing(playing=self._player.playing)

    @Slot()
    def _on_back(self) -> None:
        if self._player is not None:
            self.seek(self._player.position - JUMP_SAMPLES)

    @Slot()
    def _on_ahead(self) -> None:
        if self._player is not None:
            self.seek(self._player.position + JUMP_SAMPLES)

    @Slot()
    def _on_speed(self) -> None:
        if self._player is not None:
            self._player.set_speed(self.speed.currentData())

    @Slot()
    def _on_sides(self) -> None:
        if self._player is not None:
            sides = ((self.agent, Channel.AGENT), (self.customer, Channel.CUSTOMER))
            self._player.mute(frozenset(channel for box, channel in sides if not box.isChecked()))

    @Slot(int, bool)
    def _on_moved(self, position: int, playing: bool) -> None:
        self._show_playing(playing=playing)
        self._show_time(position)
        self.moved.emit(position)

    def _show_playing(self, *, playing: bool) -> None:
        self.button.setText(self.tr("❚❚ Pause") if playing else self.tr("▶ Play"))

    def _show_time(self, position: int) -> None:
        length = self._player.length if self._player is not None else 0
        self.time.setText(" / ".join(_minutes(value) for value in (position, length)))


def _minutes(samples: int) -> str:
    seconds = samples // SAMPLE_RATE_HZ
    return f"{seconds // 60}:{seconds % 60:02d}"
