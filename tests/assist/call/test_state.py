"""The state of a call as a pure function of what happened."""

from __future__ import annotations

from assist.call.state import SILENCE_BEFORE_END_OFFER_SAMPLES, CallState
from speech.types import Channel, LevelReading, PartialTranscript, Word


def speech_at(state: CallState, channel: Channel, position: int) -> CallState:
    return state.heard_level(LevelReading(channel, position, -20, -10, speech=True))


def silence_at(state: CallState, position: int) -> CallState:
    return state.heard_level(LevelReading(Channel.AGENT, position, -80, -70))


def test_the_end_is_offered_after_both_spoke_and_fell_silent() -> None:
    state = speech_at(speech_at(CallState(), Channel.AGENT, 0), Channel.CUSTOMER, 16_000)
    quiet = silence_at(state, 16_000 + SILENCE_BEFORE_END_OFFER_SAMPLES)
    assert not silence_at(state, 32_000).should_offer_end()
    assert quiet.should_offer_end()


def test_the_end_is_offered_once_for_each_silence() -> None:
    state = speech_at(speech_at(CallState(), Channel.AGENT, 0), Channel.CUSTOMER, 16_000)
    offered = silence_at(state, 16_000 + SILENCE_BEFORE_END_OFFER_SAMPLES).offered_end()
    assert not silence_at(offered, offered.position + 16_000).should_offer_end()
    spoke_again = speech_at(offered, Channel.CUSTOMER, offered.position + 16_000)
    later = silence_at(spoke_again, spoke_again.position + SILENCE_BEFORE_END_OFFER_SAMPLES)
    assert later.should_offer_end()


def test_the_end_is_never_offered_while_one_side_has_not_spoken_or_the_call_is_paused() -> None:
    one_side = speech_at(CallState(), Channel.AGENT, 0)
    assert not silence_at(one_side, 10 * SILENCE_BEFORE_END_OFFER_SAMPLES).should_offer_end()
    both = speech_at(one_side, Channel.CUSTOMER, 16_000).paused(20_000)
    assert not silence_at(both, 10 * SILENCE_BEFORE_END_OFFER_SAMPLES).should_offer_end()


def test_leak_on_the_agents_channel_is_not_the_agents_speech() -> None:
    state = CallState().heard_level(LevelReading(Channel.AGENT, 0, -30, -20, speech=True, leak=True))
    assert state.last_speech == (-1, -1)


def test_positions_never_go_back() -> None:
    state = silence_at(CallState(), 50_000)
    word = Word("好", 1_000, 2_000, 1.0)
    assert state.heard_words(PartialTranscript(Channel.AGENT, 0, (word,), 3_000)).position == 50_000
