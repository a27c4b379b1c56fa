"""Icons drawn from paths of our own, in the theme's colours: no icon font, no glyph that a font may lack."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_PATHS = {
    "call": '<path d="M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2z"/>',
    "calls": '<path d="M4 6h16M4 12h16M4 18h10"/><circle cx="19" cy="18" r="2"/>',
    "cases": '<path d="M3 7a2 2 0 0 1 2-2h4l2 2h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2z"/>',
    "settings": '<path d="M4 7h9M17 7h3M4 12h3M11 12h9M4 17h9M17 17h3"/>'
    '<circle cx="15" cy="7" r="2"/><circle cx="9" cy="12" r="2"/><circle cx="15" cy="17" r="2"/>',
    "team": '<circle cx="9" cy="8" r="3.2"/><path d="M3 20a6 6 0 0 1 12 0M16 5.2a3 3 0 0 1 0 5.6M18 14.4a6 6 0 0 1 3 5.6"/>',
    "packs": '<path d="M12 3l8 4.5v9L12 21l-8-4.5v-9zM4 7.5l8 4.5 8-4.5M12 12v9"/>',
    "pause": '<path d="M9 5v14M15 5v14"/>',
    "play": '<path d="M7 5l12 7-12 7z"/>',
    "end": '<path d="M3 14c0-2 4-5 9-5s9 3 9 5v2l-5-.5V13a15 15 0 0 0-8 0v2.5L3 16z"/>',
    "moment": '<path d="M6 21V4h11l-2 4 2 4H6"/>',
    "compact": '<path d="M4 5h16v14H4zM13 12h7v7h-7z"/>',
    "expand": '<path d="M4 9V4h5M20 15v5h-5M4 4l6 6M20 20l-6-6"/>',
    "check": '<path d="M5 12.5l4.5 4.5L19 7.5"/>',
    "close": '<path d="M6 6l12 12M18 6L6 18"/>',
    "more": '<circle cx="5" cy="12" r="1.3"/><circle cx="12" cy="12" r="1.3"/><circle cx="19" cy="12" r="1.3"/>',
    "clock": '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.5 2"/>',
    "microphone": '<rect x="9" y="3" width="6" height="11" rx="3"/><path d="M5 11a7 7 0 0 0 14 0M12 18v3"/>',
    "headset": '<path d="M4 16v-4a8 8 0 0 1 16 0v4"/><rect x="3" y="14" width="4" height="6" rx="1.5"/>'
    '<rect x="17" y="14" width="4" height="6" rx="1.5"/>',
    "keyboard": '<rect x="3" y="6" width="18" height="12" rx="2"/><path d="M7 10h.01M11 10h.01M15 10h.01M8 14h8"/>',
    "warning": '<path d="M12 4l9 16H3zM12 10v4.5M12 17.2v.1"/>',
    "down": '<path d="M6 9l6 6 6-6"/>',
}


def icon_names() -> tuple[str, ...]:
    """Every icon there is."""
    return tuple(_PATHS)


def paint_icon(painter: QPainter, name: str, area: QRectF, colour: str) -> None:
    """Paint an icon into `area`."""
    _renderer(name, colour).render(painter, area)


def icon(name: str, colour: str, side: int = 20) -> QIcon:
    """An icon in one colour, sharp on high-density screens."""
    made = QIcon()
    for ratio in (1, 2):
        pixmap = QPixmap(QSize(side, side) * ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        _renderer(name, colour).render(painter, QRectF(0, 0, side * ratio, side * ratio))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        made.addPixmap(pixmap)
    return made


def _renderer(name: str, colour: str) -> QSvgRenderer:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" '
        f'stroke="{colour}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">{_PATHS[name]}</svg>'
    )
    return QSvgRenderer(QByteArray(svg.encode()))
