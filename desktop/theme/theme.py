"""The theme in force: colours by the system's scheme or the user's choice, the palette and the style sheet.

Lives in the GUI thread. Widgets that paint themselves read `theme().colours` while painting and are repainted
when it changes.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from desktop.theme.colours import DARK, LIGHT, Colours
from desktop.theme.fonts import app_font, scaled
from desktop.theme.style_sheet import style_sheet


class ThemeChoice(StrEnum):
    """What the user chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Signal: `changed`, after palette, font and style sheet are in force."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.colours: Colours = LIGHT
        self._choice = ThemeChoice.SYSTEM
        self._language = "en"
        self._system_font: QFont | None = None

    def apply(self, choice: ThemeChoice, language: str) -> None:
        """Put a choice and a UI language in force."""
        app = _app()
        if self._system_font is None:
            self._system_font = QFont(app.font())
            app.setStyle(QStyleFactory.create("Fusion"))
            app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._choice, self._language = choice, language
        self._refresh()

    def font(self, factor: float = 1.0, *, bold: bool = False) -> QFont:
        """The app's font at a size relative to the base."""
        return scaled(_app().font(), factor, bold=bold)

    @Slot(Qt.ColorScheme)
    def _follow_system(self, _scheme: Qt.ColorScheme) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self._refresh()

    def _refresh(self) -> None:
        app = _app()
        if self._choice is ThemeChoice.SYSTEM:
            dark = app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        else:
            dark = self._choice is ThemeChoice.DARK
        self.colours = DARK if dark else LIGHT
        if self._system_font is not None:
            app.setFont(app_font(self._system_font, self._language))
        app.setPalette(palette(self.colours))
        app.setStyleSheet(style_sheet(self.colours, app.font().pointSizeF()))
        self.changed.emit()


def palette(colours: Colours) -> QPalette:
    """A Qt palette, so that plain Qt widgets look right without the style sheet."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.window,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.surface,
        QPalette.ColorRole.AlternateBase: colours.window,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.Button: colours.raised,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.BrightText: colours.on_stop,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.on_accent,
        QPalette.ColorRole.ToolTipBase: colours.raised,
        QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.PlaceholderText: colours.muted,
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.LinkVisited: colours.accent,
        QPalette.ColorRole.Mid: colours.border,
        QPalette.ColorRole.Accent: colours.accent,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.strong_border))
    return made


def _app() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("the theme needs a running QApplication")
    return app


_theme: Theme | None = None


def theme() -> Theme:
    """The one theme of this process; GUI thread only."""
    global _theme  # noqa: PLW0603 - one per process, as the QApplication is
    if _theme is None:
        _theme = Theme()
    return _theme


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget a role of the style sheet (`panel`, `muted`, `primary` …)."""
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
