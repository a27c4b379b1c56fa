"""How one line of the transcript is laid out and painted: a bubble on its speaker's side, or a notice."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from assist.rules.flags import Flag, FlagKind, FlagState, Severity
from desktop.live.transcript_model import Line, NoticeKind
from desktop.theme.theme import theme
from desktop.widgets.signs import paint_sign, severity_soft
from speech.types import SAMPLE_RATE_HZ, Channel

UNSURE = 0.6
"""Words below this confidence are paler and dotted."""
BUBBLE_SHARE = 0.86
"""Of the width; the rest tells the sides apart."""
PAD_X, PAD_Y, GAP, MARGIN = 11.0, 6.0, 5.0, 10.0
_UNDERLINES = {
    Severity.STOP: QTextCharFormat.UnderlineStyle.SingleUnderline,
    Severity.WARN: QTextCharFormat.UnderlineStyle.DashUnderline,
    Severity.COACH: QTextCharFormat.UnderlineStyle.DotLine,
}


def clock(position: int) -> str:
    """A place on the timeline as `m:ss`."""
    seconds = max(0, position) // SAMPLE_RATE_HZ
    return f"{seconds // 60}:{seconds % 60:02d}"


@dataclass(slots=True)
class Bubble:
    """A laid-out line; all measures in logical pixels, `box` relative to the row's top left."""

    height: float
    box: QRectF
    layout: QTextLayout | None
    heading: str = ""
    heading_area: QRectF = field(default_factory=QRectF)
    signs: tuple[tuple[Severity, bool], ...] = ()
    flag_ids: tuple[str, ...] = ()


NOTHING = Bubble(0.0, QRectF(), None)


def lay_out_line(line: Line, width: float, font: QFont, heading: str) -> Bubble:
    """Lay a line out in a row of `width`; `heading` is the speaker and the time, or empty."""
    if line.empty:
        return NOTHING
    if line.channel is None:
        return _lay_out_notice(line, width, font)
    widest = max(120.0, (width - 2 * MARGIN) * BUBBLE_SHARE)
    marks = line.marks()
    layout = _text_layout(line, font, marks)
    signs = _signs(marks)
    sign_room = (QFontMetricsF(font).height() + 4) * len(signs)
    used, text_height = _break_lines(layout, widest - 2 * PAD_X - sign_room)
    heading_height = QFontMetricsF(theme().font(0.85)).height() + 1 if heading else 0.0
    box_width = used + 2 * PAD_X + sign_room
    left = MARGIN if line.channel is Channel.AGENT else width - MARGIN - box_width
    box = QRectF(left, heading_height + (4 if heading else 0), box_width, text_height + 2 * PAD_Y)
    return Bubble(
        height=box.bottom() + GAP,
        box=box,
        layout=layout,
        heading=heading,
        heading_area=QRectF(MARGIN + 2, 2, width - 2 * MARGIN - 4, heading_height),
        signs=signs,
        flag_ids=tuple(flag.flag_id for _, _, flag in marks),
    )


def paint_line(painter: QPainter, line: Line, bubble: Bubble, top: float, *, current: bool) -> None:
    """Paint a laid-out line with its row's top at `top`."""
    if bubble.layout is None:
        return
    colours = theme().colours
    box = bubble.box.translated(0, top)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if line.channel is None:
        _paint_notice(painter, line, bubble, box)
        return
    agent = line.channel is Channel.AGENT
    if bubble.heading:
        painter.setFont(theme().font(0.85))
        painter.setPen(QColor(colours.muted))
        side = Qt.AlignmentFlag.AlignLeft if agent else Qt.AlignmentFlag.AlignRight
        painter.drawText(
            bubble.heading_area.translated(0, top), side | Qt.AlignmentFlag.AlignVCenter, bubble.heading
        )
    ground = colours.agent_bubble if agent else colours.customer_bubble
    if line.final and not line.leaked:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
    else:
        painter.setPen(QPen(QColor(colours.border), 1, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(colours.surface))
    painter.drawRoundedRect(box, 9, 9)
    if current:
        painter.setPen(QPen(QColor(colours.accent), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 9, 9)
    side_length = QFontMetricsF(bubble.layout.font()).height()
    x = box.left() + PAD_X
    for severity, sure in bubble.signs:
        paint_sign(painter, severity, QRectF(x, box.top() + PAD_Y, side_length, side_length), sure=sure)
        x += side_length + 4
    painter.setPen(QColor(colours.text if line.final and not line.leaked else colours.partial))
    bubble.layout.draw(painter, QPointF(x, box.top() + PAD_Y))


def _signs(marks: list[tuple[int, int, Flag]]) -> tuple[tuple[Severity, bool], ...]:
    """One sign for each severity in the line; dotted possibilities have none."""
    sure: dict[Severity, bool] = {}
    for _, _, flag in marks:
        if flag.kind is not FlagKind.POSSIBLE:
            sure[flag.severity] = sure.get(flag.severity, False) or flag.state is FlagState.CONFIRMED
    return tuple(sorted(sure.items(), reverse=True))


def _text_layout(line: Line, font: QFont, marks: list[tuple[int, int, Flag]]) -> QTextLayout:
    shown = QFont(font)
    shown.setItalic(line.leaked)
    layout = QTextLayout(line.text, shown)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    formats = [*_confidence_formats(line), *(_mark_format(*mark) for mark in marks)]
    layout.setFormats(formats)
    return layout


def _confidence_formats(line: Line) -> list[QTextLayout.FormatRange]:
    if not line.final or line.leaked:
        return []
    colours = theme().colours
    formats = []
    for word, (start, end) in zip(line.words, line.spans, strict=True):
        if word.confidence >= UNSURE and not word.leak:
            continue
        form = QTextCharFormat()
        form.setForeground(QColor(colours.partial))
        form.setFontItalic(word.leak)
        formats.append(_range(start, end, form))
    return formats


def _mark_format(start: int, end: int, flag: Flag) -> QTextLayout.FormatRange:
    colours = theme().colours
    soft, ink = severity_soft(colours, flag.severity)
    form = QTextCharFormat()
    if flag.kind is FlagKind.POSSIBLE:
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        form.setUnderlineColor(QColor(colours.muted))
        return _range(start, end, form)
    form.setBackground(QColor(soft))
    form.setForeground(QColor(ink))
    if flag.state is not FlagState.UNCONFIRMED:
        form.setFontWeight(QFont.Weight.DemiBold)
    form.setUnderlineStyle(_UNDERLINES[flag.severity])
    form.setUnderlineColor(QColor(ink))
    return _range(start, end, form)


def _range(start: int, end: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, end - start, form
    return made


def _break_lines(layout: QTextLayout, width: float) -> tuple[float, float]:
    """Break into lines of `width`; returns the width used and the height."""
    used = top = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
        used = max(used, line.naturalTextWidth())
    layout.endLayout()
    return min(used + 1, width), top


def _lay_out_notice(line: Line, width: float, font: QFont) -> Bubble:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.9)
    layout = QTextLayout(line.text, small)
    used, height = _break_lines(layout, width - 8 * MARGIN)
    box = QRectF((width - used) / 2 - PAD_X, GAP, used + 2 * PAD_X, height + PAD_Y)
    return Bubble(box.bottom() + 2 * GAP, box, layout)


def _paint_notice(painter: QPainter, line: Line, bubble: Bubble, box: QRectF) -> None:
    colours = theme().colours
    ground, ink = {
        NoticeKind.GAP: (colours.warn_soft, colours.warn_text),
        NoticeKind.MOMENT: (colours.accent_soft, colours.accent),
    }.get(line.notice or NoticeKind.INFO, (colours.surface, colours.muted))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setPen(QColor(ink))
    if bubble.layout is not None:
        bubble.layout.draw(painter, QPointF(box.left() + PAD_X, box.top() + PAD_Y / 2))
