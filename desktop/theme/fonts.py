"""Fonts: the system's own first, then one that has the Chinese characters in the form of the place.

Simplified and traditional forms share code points, so the order of the families decides how a character
looks; a fallback chosen by the system alone would mix forms or show empty boxes.
"""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

SMALLEST_POINTS = 10.0
"""An agent reads this all day; smaller system fonts are raised to it."""

LATIN = ("Segoe UI", "SF Pro Text", "Inter", "Noto Sans", "Cantarell", "Ubuntu", "DejaVu Sans")
CHINESE = {
    "zh_CN": (
        "Noto Sans CJK SC",
        "Source Han Sans SC",
        "Microsoft YaHei UI",
        "Microsoft YaHei",
        "PingFang SC",
        "WenQuanYi Micro Hei",
        "WenQuanYi Zen Hei",
        "AR PL UMing CN",
    ),
    "zh_TW": (
        "Noto Sans CJK TC",
        "Source Han Sans TC",
        "Microsoft JhengHei UI",
        "Microsoft JhengHei",
        "PingFang TC",
        "AR PL UMing TW",
        "WenQuanYi Micro Hei",
    ),
}


def families(language: str, system: str, known: frozenset[str] | None = None) -> list[str]:
    """Font families in order for a UI language (`zh_CN`, `zh_TW`, `en`), only those that exist."""
    if known is None:
        known = frozenset(QFontDatabase.families())
    chinese = [*CHINESE.get(language, ()), *CHINESE["zh_CN"], *CHINESE["zh_TW"]]
    # A Chinese interface is set in one family: its Latin letters fit its characters.
    wanted = [*chinese, system, *LATIN] if language.startswith("zh") else [*LATIN, system, *chinese]
    return list(dict.fromkeys(name for name in wanted if name in known)) or [system]


def app_font(system: QFont, language: str) -> QFont:
    """The app's base font: the system's size, at least `SMALLEST_POINTS`."""
    font = QFont(system)
    font.setFamilies(families(language, system.family()))
    font.setPointSizeF(max(SMALLEST_POINTS, system.pointSizeF()))
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    return font


def scaled(base: QFont, factor: float, *, bold: bool = False) -> QFont:
    """A size relative to the base, so that every text follows the system's size."""
    font = QFont(base)
    font.setPointSizeF(base.pointSizeF() * factor)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font
