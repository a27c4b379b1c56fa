"""The language of the window: our translations and Qt's own, put in force at start and when the user changes it."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

_QT_NAMES = {"zh_CN": "zh_CN", "zh_TW": "zh_TW", "en": "en"}


def translations_folder() -> Path:
    """Where the compiled translations are, inside the installed package too."""
    return Path(str(resources.files("desktop").joinpath("translations")))


class Language(QObject):
    """The translators in force. Putting another language in force sends every widget a LanguageChange."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._translators: list[QTranslator] = []
        self.code = ""

    def use(self, code: str) -> None:
        """Speak `zh_CN`, `zh_TW` or `en` from now on."""
        if code == self.code:
            return
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        self._translators.clear()
        self.code = code
        QLocale.setDefault(QLocale(code))
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, folder in (
            (f"qtbase_{_QT_NAMES[code]}", qt_folder),
            (f"evenhand_{code}", str(translations_folder())),
        ):
            translator = QTranslator(self)
            if translator.load(name, folder):
                QCoreApplication.installTranslator(translator)
                self._translators.append(translator)
