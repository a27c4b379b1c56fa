"""Colours that can be read, signs that differ without colour, fonts that have the characters."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assist.rules.flags import Severity
from desktop.theme.colours import DARK, LIGHT, Colours, contrast
from desktop.theme.fonts import SMALLEST_POINTS, app_font, families
from desktop.theme.icons import icon, icon_names
from desktop.theme.theme import ThemeChoice, theme
from desktop.widgets.signs import paint_sign

BOTH = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
TEXT_ON = {
    "text": ("window", "surface", "raised", "agent_bubble", "customer_bubble", "stop_soft", "warn_soft", "coach_soft",
             "accent_soft", "good_soft"),
    "muted": ("window", "surface", "raised", "agent_bubble", "customer_bubble"),
    "partial": ("window", "surface", "agent_bubble", "customer_bubble"),
    "accent": ("window", "surface", "accent_soft"),
    "on_accent": ("accent",),
    "on_stop": ("stop",),
    "on_warn": ("warn",),
    "on_coach": ("coach",),
    "stop_text": ("window", "surface", "stop_soft"),
    "warn_text": ("window", "surface", "warn_soft"),
    "coach_text": ("window", "surface", "coach_soft"),
    "good": ("window", "surface", "good_soft"),
}  # fmt: skip


@BOTH
def test_every_text_reaches_wcag_aa_on_every_ground_it_stands_on(colours: Colours) -> None:
    weak = [
        (text, ground, round(contrast(getattr(colours, text), getattr(colours, ground)), 2))
        for text, grounds in TEXT_ON.items()
        for ground in grounds
        if contrast(getattr(colours, text), getattr(colours, ground)) < 4.5
    ]
    assert weak == []


@BOTH
def test_outlines_and_signs_reach_three_to_one(colours: Colours) -> None:
    for sign in ("strong_border", "stop", "warn_text", "coach"):
        for ground in ("window", "surface"):
            assert contrast(getattr(colours, sign), getattr(colours, ground)) >= 3.0


def test_contrast_is_computed_as_wcag_defines_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_the_three_signs_differ_in_grey(qtbot: QtBot) -> None:
    theme().apply(ThemeChoice.LIGHT, "en")

    def grey(severity: Severity) -> bytes:
        image = QImage(QSize(40, 40), QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        paint_sign(painter, severity, QRectF(2, 2, 36, 36), sure=True)
        painter.end()
        shape = [QColor(image.pixel(x, y)).lightness() < 250 for y in range(40) for x in range(40)]
        return bytes(shape)

    shapes = [grey(severity) for severity in Severity]
    for one in range(3):
        for other in range(one):
            assert sum(a != b for a, b in zip(shapes[one], shapes[other], strict=True)) > 60


def test_the_form_of_the_characters_follows_the_place() -> None:
    known = frozenset({"Noto Sans CJK SC", "Noto Sans CJK TC", "DejaVu Sans"})
    assert families("zh_TW", "Sans", known)[0] == "Noto Sans CJK TC"
    assert families("zh_CN", "Sans", known)[0] == "Noto Sans CJK SC"
    assert families("en", "Sans", known)[0] == "DejaVu Sans"
    assert "Noto Sans CJK SC" in families("en", "Sans", known)


def test_small_system_fonts_are_raised_and_large_ones_kept(qtbot: QtBot) -> None:
    assert app_font(QFont("Sans", 7), "en").pointSizeF() == SMALLEST_POINTS
    assert app_font(QFont("Sans", 18), "en").pointSizeF() == 18


def test_every_icon_paints_something(qtbot: QtBot) -> None:
    for name in icon_names():
        image = icon(name, "#102030").pixmap(20, 20).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(20) for y in range(20)), name


def test_the_choice_of_a_theme_is_in_force_at_once(qtbot: QtBot) -> None:
    theme().apply(ThemeChoice.DARK, "en")
    assert theme().colours is DARK
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    assert app.palette().window().color().name() == DARK.window
    theme().apply(ThemeChoice.LIGHT, "en")
    assert app.palette().window().color().name() == LIGHT.window
