"""The Python binding of Qt: PySide6 6.12.0 aborts on Python 3.11 after a few hundred emitted signals."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot


class _Sender(QObject):
    told = Signal(object)
    counted = Signal(bool, int)


def test_many_signals_lose_no_reference_and_abort_nothing(qtbot: QtBot) -> None:
    sender = _Sender()
    heard: list[object] = []
    sender.told.connect(heard.append)
    before = sys.getrefcount(True)
    for number in range(20_000):
        sender.told.emit(number)
        sender.counted.emit(True, number)
    lost = before - sys.getrefcount(True)
    assert len(heard) == 20_000
    # Python 3.12 and later never count references of True.
    assert lost < 100
