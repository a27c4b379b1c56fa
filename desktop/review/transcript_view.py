"""The call's words: every word is a place to listen from, flagged words are marked where they were said."""

from __future__ import annotations

import html
from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from assist.review.recorded_call import RaisedFlag, RecordedCall, SpokenTurn, SpokenWord
from desktop.review.flag_list import counts
from desktop.theme.theme import theme
from speech.types import SAMPLE_RATE_HZ, Channel

UNSURE = 0.6
"""Words below this confidence are shown paler."""


class CallTranscript(QTextBrowser):
    """Read only. Signal: `position_chosen` in samples."""

    position_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setAccessibleName(self.tr("Transcript"))
        self._starts: list[int] = []
        self._blocks: list[int] = []
        self._current = -1
        self.anchorClicked.connect(self._on_word)

    def show_call(self, call: RecordedCall, language: str) -> None:
        """Write the call down."""
        joiner = "" if language == "zh" else " "
        names = {Channel.AGENT: self.tr("Agent"), Channel.CUSTOMER: self.tr("Customer")}
        flags = [flag for flag in call.flags if counts(flag) and flag.state != "dismissed"]
        lines = [self._line(turn, names[turn.channel], flags, joiner) for turn in call.turns]
        self.setHtml(
            "".join(lines) or f"<p>{html.escape(self.tr('Nothing was recognised in this call.'))}</p>"
        )
        self._starts = [turn.start for turn in call.turns]
        self._current = -1

    def show_position(self, position: int) -> None:
        """Mark the utterance that is heard."""
        current = bisect_right(self._starts, position) - 1
        if current == self._current:
            return
        self._current = current
        if current < 0:
            self.setExtraSelections([])
            return
        block = self.document().findBlockByNumber(current)
        selection = QTextEdit.ExtraSelection()
        background = self.palette().color(QPalette.ColorRole.Highlight)
        background.setAlpha(40)
        form = QTextCharFormat()
        form.setBackground(background)
        form.setProperty(QTextCharFormat.Property.FullWidthSelection, True)
        selection.format = form
        selection.cursor = QTextCursor(block)
        self.setExtraSelections([selection])
        self.setTextCursor(QTextCursor(block))
        self.ensureCursorVisible()

    def _line(self, turn: SpokenTurn, name: str, flags: Sequence[RaisedFlag], joiner: str) -> str:
        seconds = turn.start // SAMPLE_RATE_HZ
        colours = theme().colours
        colour = colours.accent if turn.channel is Channel.AGENT else colours.good
        words = joiner.join(self._word(word, turn, flags) for word in turn.words)
        at = f"{seconds // 60}:{seconds % 60:02d}"
        return (
            f'<p style="margin:0 0 7px 0"><span style="color:{colours.muted}">{at}</span>&nbsp; '
            f'<b style="color:{colour}">{html.escape(name)}</b>&nbsp; {words}</p>'
        )

    def _word(self, word: SpokenWord, turn: SpokenTurn, flags: Sequence[RaisedFlag]) -> str:
        severity = max(
            (
                flag.severity
                for flag in flags
                if flag.channel is turn.channel and flag.start < word.end and word.start < flag.end
            ),
            default=0,
        )
        colours = theme().colours
        pale = word.leak or word.confidence < UNSURE
        style = f"text-decoration:none;color:{colours.muted if pale else colours.text};"
        if severity:
            front, behind = {
                3: (colours.stop_text, colours.stop_soft),
                2: (colours.warn_text, colours.warn_soft),
                1: (colours.coach_text, colours.coach_soft),
            }[severity]
            style = f"text-decoration:underline;color:{front};background-color:{behind};"
        return f'<a href="at:{word.start}" style="{style}">{html.escape(word.text)}</a>'

    @Slot(QUrl)
    def _on_word(self, url: QUrl) -> None:
        self.position_chosen.emit(int(url.path()))
