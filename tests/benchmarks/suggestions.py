"""How long a suggestion takes: `python -m tests.benchmarks.suggestions [--quick]`.

From the partial or final that causes it to the change that shows it, in the session's thread (the target is
100 ms, recognition and drawing not included). Every word of the calls below becomes a partial, as a live
recogniser gives them. Prints a table in Markdown; nothing is asserted.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Sequence

from assist.playbook.changes import CardsShown, PlaybookChange
from assist.rules.authoring import words_of
from speech.types import SAMPLE_RATE_HZ, Channel, FinalTranscript, PartialTranscript
from tests.support.playbook_calls import VERIFIED, A, C, TextCall

CALLS: tuple[tuple[tuple[Channel, str], ...], ...] = (
    (
        *VERIFIED,
        (A, "截至十一月二十号您一共欠一万二千四百八十元其中本金一万一千元利息一千二百元费用二百八十元"),
        (C, "这么多啊我最近手头有点紧公司工资一直没发能不能分期还"),
        (A, "我理解您的难处可以帮您申请个性化分期最后以银行审批为准您现在每个月大概能拿出多少"),
        (C, "我十二月十号发工资之前先还五百吧剩下的慢慢还"),
        (A, "那我跟您确认一下十二月十号之前还五百还款请只通过银行的手机银行不要转给任何个人"),
        (C, "可以没问题你们会不会起诉我啊我好害怕这段时间都睡不着"),
        (A, "您先别着急目前还没有进入诉讼程序我再跟您核对一遍您有疑问可以拨打银行官方客服"),
        (A, "到时候我再联系您祝您生活顺利再见"),
    ),
    (
        *VERIFIED,
        (C, "这钱不是我借的我从来没办过这张卡你们有完没完天天打电话我要投诉你们"),
        (A, "您说的我登记下来提交核查"),
    ),
    (
        *VERIFIED[:2],
        (C, "我是他老婆他不在你是哪里的有什么事"),
        (A, "涉及个人信息只能和本人沟通麻烦请他回个电话"),
    ),
    (*VERIFIED, (C, "我失业三个月了我妈又住院我真的不想活了"), (A, "听您这样说我很担心您现在安全吗")),
)


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="each call once instead of 20 times")
    rounds = 1 if parser.parse_args().quick else 20
    every: list[float] = []
    shown: list[float] = []
    TextCall().all(CALLS[0], partials=True)  # the first call loads segmenter and readings
    for _ in range(rounds):
        for turns in CALLS:
            _run(turns, every, shown)
    print("| | count | p50 ms | p95 ms | p99 ms | worst ms |")
    print("|---|---|---|---|---|---|")
    for name, times in (("all partials and finals", every), ("those that change the cards", shown)):
        cut = statistics.quantiles(times, n=100)
        print(f"| {name} | {len(times)} | {cut[49]:.2f} | {cut[94]:.2f} | {cut[98]:.2f} | {max(times):.2f} |")


def _run(turns: Sequence[tuple[Channel, str]], every: list[float], shown: list[float]) -> None:
    call = TextCall()
    engine = call.engine
    position = 0
    for number, (channel, text) in enumerate(turns):
        words = words_of(text, "zh", position)
        position = words[-1].end + SAMPLE_RATE_HZ // 2
        for count in range(1, len(words) + 1):
            part = PartialTranscript(channel, number, words[:count], words[count - 1].end)
            _timed(lambda part=part: engine.on_partial(part), every, shown)  # type: ignore[misc]
        final = FinalTranscript(channel, number, words, position)
        _timed(lambda final=final: engine.on_final(final), every, shown)  # type: ignore[misc]


def _timed(step: Callable[[], Sequence[PlaybookChange]], every: list[float], shown: list[float]) -> None:
    began = time.perf_counter()
    changes = step()
    took = 1000 * (time.perf_counter() - began)
    every.append(took)
    if any(isinstance(change, CardsShown) for change in changes):
        shown.append(took)


if __name__ == "__main__":
    main()
