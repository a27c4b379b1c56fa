"""The style sheet of the app, made from a theme's colours. Sizes are in points and em-like multiples of the
base font, so that it holds at every text size.
"""

from __future__ import annotations

from pathlib import Path
from string import Template

from desktop.theme.colours import Colours

_SHEET = Template("""
QWidget { color: $text; }
QMainWindow, QDialog, QWidget[role="page"] { background: $window; }
QToolTip { background: $raised; color: $text; border: 1px solid $strong_border; padding: 4px; }
QFrame[role="panel"] { background: $surface; border: 1px solid $border; border-radius: 8px; }
QFrame[role="rail"] { background: $surface; border: none; border-right: 1px solid $border; }
QFrame[role="bar"] { background: $surface; border: none; border-bottom: 1px solid $border; }
QFrame[role="foot"] { background: $surface; border: none; border-top: 1px solid $border; }
QFrame[role="notice"] { background: $warn_soft; border: 1px solid $warn_text; border-radius: 6px; }
QFrame[role="line"] { background: $border; border: none; max-height: 1px; min-height: 1px; }
QFrame[role="rule"] { background: $border; border: none; }
QLabel { background: transparent; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="title"] { font-size: ${title}pt; font-weight: 600; }
QLabel[role="heading"] { font-size: ${heading}pt; font-weight: 600; }
QLabel[role="small"] { color: $muted; font-size: ${small}pt; }
QLabel[role="good"] { color: $good; }
QLabel[role="bad"] { color: $stop_text; }
QLabel[role="warn"] { color: $warn_text; }
QPushButton, QToolButton { background: $raised; border: 1px solid $border; border-radius: 6px;
    padding: 5px 12px; min-height: 1.25em; }
QPushButton:hover, QToolButton:hover { border-color: $strong_border; }
QPushButton:pressed, QToolButton:pressed { background: $border; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: 4px 11px; }
QPushButton:disabled, QToolButton:disabled { color: $strong_border; border-color: $border; background: $window; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[role="primary"]:disabled { background: $raised; color: $muted; border-color: $border; }
QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="danger"] { color: $stop_text; border-color: $stop_text; background: $surface; }
QPushButton[role="danger"]:disabled { color: $strong_border; border-color: $border; background: $window; }
QPushButton[role="quiet"], QToolButton[role="quiet"] { background: transparent; border-color: transparent; }
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover { background: $raised; }
QPushButton[role="quiet"]:focus, QToolButton[role="quiet"]:focus { border: 2px solid $accent; }
QPushButton[role="on_stop"] { background: transparent; border-color: transparent; color: $on_stop; }
QPushButton[role="on_warn"] { background: transparent; border-color: transparent; color: $on_warn; }
QPushButton[role="on_coach"] { background: transparent; border-color: transparent; color: $on_coach; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[role="rail"] { background: transparent; border: none; border-radius: 8px; padding: 7px 2px;
    color: $muted; font-size: ${small}pt; }
QToolButton[role="rail"]:hover { background: $raised; }
QToolButton[role="rail"]:checked { background: $accent_soft; color: $accent; font-weight: 600; }
QToolButton[role="rail"]:focus { border: 2px solid $accent; padding: 5px 0px; }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QDateEdit, QDateTimeEdit, QSpinBox, QDoubleSpinBox {
    background: $surface; border: 1px solid $strong_border; border-radius: 5px; padding: 4px 7px;
    selection-background-color: $accent; selection-color: $on_accent; min-height: 1.25em; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QDateEdit:focus, QDateTimeEdit:focus,
QSpinBox:focus, QDoubleSpinBox:focus { border: 2px solid $accent; padding: 3px 6px; }
QLineEdit[role="wrong"] { border: 2px solid $stop; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url("$arrow"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $strong_border;
    selection-background-color: $accent_soft; selection-color: $text; }
QTabWidget::pane { border: 1px solid $border; border-radius: 6px; background: $surface; top: -1px; }
QTabBar::tab { padding: 7px 14px; margin-right: 2px; border: 1px solid transparent; color: $muted; }
QTabBar::tab:selected { color: $accent; border-bottom: 2px solid $accent; font-weight: 600; }
QTabBar::tab:focus { border: 1px solid $accent; }
QTableView, QListView, QTreeView { background: $surface; alternate-background-color: $window;
    border: 1px solid $border; border-radius: 6px; gridline-color: $border;
    selection-background-color: $accent_soft; selection-color: $text; }
QHeaderView::section { background: $window; color: $muted; border: none; border-bottom: 1px solid $border;
    padding: 5px 8px; }
QTextBrowser { background: $surface; border: 1px solid $border; border-radius: 6px; }
QScrollArea { border: none; background: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: $strong_border; border-radius: 4px; min-height: 28px; margin: 1px 2px; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle:horizontal { background: $strong_border; border-radius: 4px; min-width: 28px; margin: 2px 1px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: $surface; border: 1px solid $strong_border; padding: 4px; }
QMenu::item { padding: 6px 18px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QProgressBar { border: 1px solid $border; border-radius: 5px; background: $raised; text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QStatusBar { background: $surface; }
QSplitter::handle { background: transparent; }
""")


def style_sheet(colours: Colours, base_points: float) -> str:
    """The sheet for a theme at a base font size in points."""
    values = {name: str(getattr(colours, name)) for name in colours.__dataclass_fields__}
    sizes = {
        "title": f"{base_points * 1.5:.1f}",
        "heading": f"{base_points * 1.15:.1f}",
        "small": f"{base_points * 0.9:.1f}",
    }
    arrow = Path(__file__).with_name("arrow_dark.svg" if colours.dark else "arrow_light.svg").as_posix()
    return _SHEET.substitute(values, **sizes, arrow=arrow)
