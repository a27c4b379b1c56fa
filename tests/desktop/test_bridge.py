"""The bridge from the session thread to Qt: order, what may be replaced, what never is."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from assist.call.events import CallResumed
from desktop.bridge import CallBridge
from speech.types import AudioGap, Channel, FinalTranscript, GapReason, LevelReading, PartialTranscript
from tests.support import scripted_call as script

pytestmark = pytest.mark.gui


@pytest.fixture
def heard() -> list[object]:
    return []


@pytest.fixture
def bridge(qtbot: QtBot, heard: list[object]) -> CallBridge:
    made = CallBridge()
    made.event.connect(heard.append)
    return made


def test_only_the_newest_waiting_partial_of_each_channel_is_handed_on(
    bridge: CallBridge, heard: list[object], qtbot: QtBot
) -> None:
    for text in ("a", "a b", "a b c"):
        bridge.observe(script.partial(Channel.AGENT, 0, text, 1.0))
        bridge.observe(script.partial(Channel.CUSTOMER, 0, text, 1.0))
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert {(one.channel, one.text) for one in heard} == {
        (Channel.AGENT, "a b c"),
        (Channel.CUSTOMER, "a b c"),
    }


def test_a_final_takes_the_place_of_its_waiting_partial_and_the_next_partial_follows_it(
    bridge: CallBridge, heard: list[object], qtbot: QtBot
) -> None:
    bridge.observe(script.partial(Channel.AGENT, 0, "a b", 1.0))
    bridge.observe(script.final(Channel.AGENT, 0, "a b c", 1.0))
    bridge.observe(script.partial(Channel.AGENT, 1, "d", 3.0))
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert [type(one) for one in heard] == [FinalTranscript, PartialTranscript]
    assert heard[1].utterance == 1


def test_a_late_final_of_an_earlier_utterance_leaves_the_waiting_partial(
    bridge: CallBridge, heard: list[object], qtbot: QtBot
) -> None:
    bridge.observe(script.partial(Channel.AGENT, 5, "a", 9.0))
    bridge.observe(script.final(Channel.AGENT, 4, "z", 1.0))
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert {one.utterance for one in heard} == {4, 5}


def test_finals_flags_and_gaps_all_arrive_in_order_from_another_thread(
    bridge: CallBridge, heard: list[object], qtbot: QtBot
) -> None:
    flag = script.threat("zh")
    sent: list[object] = []
    for number in range(500):
        sent.append(script.final(Channel.AGENT, number, "甲 乙", float(number)))
        sent.append(flag)
        sent.append(AudioGap(Channel.AGENT, number, number + 1, GapReason.DEVICE_LOST, recording=True))

    def talk() -> None:
        for number, event in enumerate(sent):
            bridge.observe(LevelReading(Channel.AGENT, number, -20.0, -10.0))
            bridge.observe(event)  # type: ignore[arg-type]

    thread = threading.Thread(target=talk)
    thread.start()
    qtbot.waitUntil(
        lambda: sum(not isinstance(one, LevelReading) for one in heard) == len(sent), timeout=20_000
    )
    thread.join()
    assert [one for one in heard if not isinstance(one, LevelReading)] == sent
    assert bridge.waiting == 0


def test_events_are_handed_on_in_the_gui_thread(bridge: CallBridge, qtbot: QtBot) -> None:
    threads: list[QThread] = []
    bridge.event.connect(lambda _event: threads.append(QThread.currentThread()))
    worker = threading.Thread(target=bridge.observe, args=(CallResumed(0),))
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [bridge.thread()]
