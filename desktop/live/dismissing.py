"""Reasons for dismissing a flag: codes for the record, words for the menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

translate = QCoreApplication.translate


def reason_words() -> dict[str, str]:
    """Codes of the record and their words."""
    return {
        "misheard": translate("DismissReasons", "Misheard: I did not say that"),
        "harmless": translate("DismissReasons", "Harmless in this context"),
        "customer_said": translate("DismissReasons", "The customer said it"),
        "corrected": translate("DismissReasons", "I have put it right"),
    }


def fill_reasons(menu: QMenu, choose: Callable[[str], None]) -> None:
    """Put the reasons into `menu`, with number keys."""
    menu.clear()
    for number, (code, words) in enumerate(reason_words().items(), 1):
        menu.addAction(f"&{number}  {words}").triggered.connect(partial(_chosen, choose, code))


def _chosen(choose: Callable[[str], None], code: str, _checked: bool = False) -> None:
    choose(code)
