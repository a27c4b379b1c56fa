"""What the user chose, in `settings.ini` of the data folder. Reading and writing wait for the disk: not in the GUI
thread once the window is up.
"""

from __future__ import annotations

import locale as system_locale
from dataclasses import dataclass, fields, replace
from pathlib import Path

from PySide6.QtCore import QLocale, QSettings

from desktop.hotkeys.actions import DEFAULT_KEYS, HotkeyAction
from desktop.theme.theme import ThemeChoice

FILE_NAME = "settings.ini"
LANGUAGES = ("zh_CN", "zh_TW", "en")


@dataclass(frozen=True, slots=True)
class Preferences:
    """The choices; empty strings mean the system's default."""

    language: str = "zh_CN"
    theme: ThemeChoice = ThemeChoice.SYSTEM
    agent: str = ""
    company: str = ""
    """As the agent names it on the phone; cards are filled with it."""
    locale: str = "zh_CN"
    """Whose rules apply."""
    agent_device: str = ""
    customer_device: str = ""
    offer_start: bool = False
    """Listen for both sides beginning to speak, and offer to start."""
    hotkeys_on: bool = True
    hotkeys: tuple[tuple[HotkeyAction, str], ...] = tuple(DEFAULT_KEYS.items())
    """Portable key sequences such as `Ctrl+Alt+P`; an empty one switches an action off."""
    anchor_folder: str = ""
    """Where checkpoints of the records are kept besides this machine; empty for nowhere."""
    timestamp_service: str = ""
    """Address of an RFC 3161 service that dates checkpoints; empty for none."""
    timestamp_root: str = ""
    """PEM file with that service's root certificates."""
    compact_x: int = -1
    compact_y: int = -1

    @property
    def keys(self) -> dict[HotkeyAction, str]:
        """Global hotkeys by action."""
        return dict(self.hotkeys)


def system_language() -> str:
    """The UI language that fits the system."""
    name = QLocale.system().name()
    if name == "C":
        name = system_locale.getlocale()[0] or "en"
    if name.startswith("zh"):
        traditional = any(part in name for part in ("TW", "HK", "MO", "Hant"))
        return "zh_TW" if traditional else "zh_CN"
    return "en"


def load_preferences(folder: Path) -> Preferences:
    """The choices kept in `folder`; what is missing or makes no sense is the default."""
    kept = QSettings(str(folder / FILE_NAME), QSettings.Format.IniFormat)
    default = Preferences(language=system_language())
    if default.language == "en":
        default = replace(default, locale="en_US")
    elif default.language == "zh_TW":
        default = replace(default, locale="zh_TW")
    language = str(kept.value("language", default.language))
    theme = str(kept.value("theme", default.theme.value))
    keys = {
        action: str(kept.value(f"hotkeys/{action.value}", standard))
        for action, standard in DEFAULT_KEYS.items()
    }
    return Preferences(
        language=language if language in LANGUAGES else default.language,
        theme=ThemeChoice(theme) if theme in set(ThemeChoice) else default.theme,
        agent=str(kept.value("agent", "")),
        company=str(kept.value("company", "")),
        locale=str(kept.value("locale", default.locale)),
        agent_device=str(kept.value("agent_device", "")),
        customer_device=str(kept.value("customer_device", "")),
        offer_start=_truth(kept.value("offer_start", False)),
        hotkeys_on=_truth(kept.value("hotkeys_on", True)),
        hotkeys=tuple(keys.items()),
        anchor_folder=str(kept.value("anchor_folder", "")),
        timestamp_service=str(kept.value("timestamp_service", "")),
        timestamp_root=str(kept.value("timestamp_root", "")),
        compact_x=_number(kept.value("compact_x", -1)),
        compact_y=_number(kept.value("compact_y", -1)),
    )


def save_preferences(folder: Path, preferences: Preferences) -> None:
    """Keep the choices."""
    kept = QSettings(str(folder / FILE_NAME), QSettings.Format.IniFormat)
    for field in fields(preferences):
        value = getattr(preferences, field.name)
        if field.name == "hotkeys":
            for action, keys in value:
                kept.setValue(f"hotkeys/{action.value}", keys)
        else:
            kept.setValue(field.name, str(value) if isinstance(value, ThemeChoice) else value)
    kept.sync()


def _truth(value: object) -> bool:
    return value is True or str(value).lower() == "true"


def _number(value: object) -> int:
    try:
        return int(str(value))
    except ValueError:
        return -1
