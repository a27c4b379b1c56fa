"""Whose words are these: leak from the headset belongs to the customer."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assist.call.attribution import EchoAttribution, leaked_spans, without_leak
from speech.types import BLOCK_SAMPLES, Channel, FinalTranscript, LevelReading, PartialTranscript, Word


def words(text: str, start: int, step: int = 4_000) -> tuple[Word, ...]:
    return tuple(
        Word(char, start + step * place, start + step * (place + 1), 0.9) for place, char in enumerate(text)
    )


def levels(
    echo: EchoAttribution, channel: Channel, dbfs: float, *, leak: bool = False, blocks: int = 60
) -> None:
    for block in range(60):
        echo.hear_level(
            LevelReading(channel, block * BLOCK_SAMPLES, dbfs, dbfs + 6, speech=dbfs > -50, leak=leak)
        )


def final(channel: Channel, said: tuple[Word, ...]) -> FinalTranscript:
    return FinalTranscript(channel, 0, said, said[-1].end if said else 0)


def test_the_same_words_at_the_same_time_belong_to_the_louder_side() -> None:
    echo = EchoAttribution()
    levels(echo, Channel.CUSTOMER, -20)
    levels(echo, Channel.AGENT, -45)
    echo.mark(final(Channel.CUSTOMER, words("你再打我就报警了", 16_000)))
    marked = echo.mark(final(Channel.AGENT, words("你再打我就报警", 17_000)))
    assert all(word.leak for word in marked.words)
    assert without_leak(marked).words == ()


def test_the_agents_own_words_beside_the_leak_stay_the_agents() -> None:
    echo = EchoAttribution()
    levels(echo, Channel.CUSTOMER, -20)
    levels(echo, Channel.AGENT, -45)
    echo.mark(final(Channel.CUSTOMER, words("我没有钱", 0)))
    marked = echo.mark(final(Channel.AGENT, words("我没有钱", 1_000) + words("您别着急", 40_000)))
    assert leaked_spans(marked.words) == [(0, 3)]
    assert without_leak(marked).text == "您 别 着 急"


def test_the_same_words_much_later_are_the_agents_own() -> None:
    echo = EchoAttribution()
    levels(echo, Channel.CUSTOMER, -20)
    levels(echo, Channel.AGENT, -45)
    echo.mark(final(Channel.CUSTOMER, words("下周五还三千", 0)))
    marked = echo.mark(final(Channel.AGENT, words("下周五还三千", 60_000)))
    assert leaked_spans(marked.words) == []


def test_equally_loud_words_are_both_sides_own() -> None:
    echo = EchoAttribution()
    levels(echo, Channel.CUSTOMER, -20)
    levels(echo, Channel.AGENT, -21)
    echo.mark(final(Channel.CUSTOMER, words("好的好的谢谢", 0)))
    assert leaked_spans(echo.mark(final(Channel.AGENT, words("好的好的谢谢", 500))).words) == []


def test_leak_known_from_the_sound_needs_no_words_of_the_other_side() -> None:
    echo = EchoAttribution()
    levels(echo, Channel.AGENT, -40, leak=True)
    said = words("你们这是骚扰", 8_000)
    marked = echo.mark(PartialTranscript(Channel.AGENT, 0, said, 40_000))
    assert leaked_spans(marked.words) == [(0, len(said) - 1)]


@given(
    st.lists(st.sampled_from("我你他还钱不好的了吗"), max_size=12),
    st.lists(st.sampled_from("我你他还钱不好的了吗"), max_size=12),
    st.integers(0, 20_000),
    st.floats(-60, 0),
    st.floats(-60, 0),
)
def test_marking_never_changes_words_and_never_marks_the_louder_side(
    ours: list[str], theirs: list[str], shift: int, our_level: float, their_level: float
) -> None:
    echo = EchoAttribution()
    levels(echo, Channel.AGENT, our_level)
    levels(echo, Channel.CUSTOMER, their_level)
    echo.mark(final(Channel.CUSTOMER, words("".join(theirs), shift)))
    said = words("".join(ours), 0)
    marked = echo.mark(final(Channel.AGENT, said))
    assert [word.text for word in marked.words] == [word.text for word in said]
    if our_level >= their_level:
        assert not any(word.leak for word in marked.words)
