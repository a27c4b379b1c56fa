"""Places whose rules evenhand has, and what is spoken there."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def place_names() -> dict[str, str]:
    """Locales and their names, in the order in which they are offered."""
    return {
        "zh_CN": translate("Places", "Mainland China"),
        "zh_TW": translate("Places", "Taiwan"),
        "zh_HK": translate("Places", "Hong Kong"),
        "en_US": translate("Places", "United States"),
        "en_GB": translate("Places", "United Kingdom"),
    }


def language_of(locale: str) -> str:
    """What is recognised in calls of a place: `zh` or `en`."""
    return "en" if locale.startswith("en") else "zh"
