"""Calls as scripted events, for windows that are tested or photographed without sound."""
# ruff: noqa: E501 - what people say is not cut to fit

from __future__ import annotations

from dataclasses import replace

from assist.call.events import (
    CallClosed,
    CallEnded,
    CallEvent,
    CallHeader,
    CallOpened,
    PackIdentity,
    PlaybookMoved,
    WrapUpDraft,
)
from assist.playbook.changes import (
    CardUsed,
    CaughtFact,
    ChecklistItem,
    FactKind,
    MindState,
    PlaybookView,
    StageView,
    Suggestion,
    Technique,
)
from assist.rules.flags import Evidence, EvidenceKind, Flag, FlagKind, FlagState, LegalBasis, Severity
from speech.types import (
    BLOCK_SAMPLES,
    SAMPLE_RATE_HZ,
    Channel,
    FinalTranscript,
    LevelReading,
    ModelIdentity,
    PartialTranscript,
    Word,
)

AGENT, CUSTOMER = Channel.AGENT, Channel.CUSTOMER


def words(text: str, start_s: float, *, unsure: tuple[str, ...] = (), rate: float = 0.28) -> tuple[Word, ...]:
    """Words of `text` (split at spaces), evenly in time."""
    made, at = [], start_s
    for part in text.split():
        length = rate * max(1.0, len(part) / 2)
        confidence = 0.45 if part in unsure else 0.96
        made.append(Word(part, int(at * SAMPLE_RATE_HZ), int((at + length) * SAMPLE_RATE_HZ), confidence))
        at += length
    return tuple(made)


def partial(channel: Channel, utterance: int, text: str, start_s: float) -> PartialTranscript:
    """A partial transcript."""
    heard = words(text, start_s)
    return PartialTranscript(channel, utterance, heard, heard[-1].end + 2400)


def final(
    channel: Channel, utterance: int, text: str, start_s: float, unsure: tuple[str, ...] = ()
) -> FinalTranscript:
    """A final transcript."""
    heard = words(text, start_s, unsure=unsure) if text else ()
    return FinalTranscript(channel, utterance, heard, heard[-1].end + 9600 if heard else 0)


def level(channel: Channel, position_s: float, rms_dbfs: float) -> LevelReading:
    """A level reading."""
    block = int(position_s * SAMPLE_RATE_HZ) // BLOCK_SAMPLES * BLOCK_SAMPLES
    return LevelReading(channel, block, rms_dbfs, rms_dbfs + 6)


def flag(
    flag_id: str,
    heard: FinalTranscript | PartialTranscript,
    span: str,
    *,
    title: str,
    severity: Severity,
    say_instead: str = "",
    basis: tuple[str, str] = ("", ""),
    kind: FlagKind = FlagKind.VIOLATION,
    state: FlagState = FlagState.CONFIRMED,
    interrupts: bool = False,
    category: str = "V01",
) -> Flag:
    """A flag on the words of `heard` that make up `span` (without spaces)."""
    wanted = span.replace(" ", "")
    found: tuple[Word, ...] = ()
    for first in range(len(heard.words)):
        for last in range(first + 1, len(heard.words) + 1):
            if "".join(word.text for word in heard.words[first:last]) == wanted:
                found = heard.words[first:last]
    if not found:
        raise ValueError(f"{span} is not said in {heard.text}")
    evidence = Evidence(EvidenceKind.TEXT, "phrase", span, 1.0, found[0].start, found[-1].end)
    return Flag(
        flag_id=flag_id,
        rule=f"rule.{flag_id}",
        category=category,
        title=title,
        severity=severity,
        kind=kind,
        state=state,
        channel=heard.channel,
        utterance=heard.utterance,
        start=found[0].start,
        end=found[-1].end,
        words=found,
        score=1.0,
        evidence=(evidence,),
        basis=(LegalBasis(*basis, "A"),) if basis[0] else (),
        say_instead=say_instead,
        interrupts=interrupts,
        raised_at=heard.heard_until,
    )


def header(language: str, *, source: str = "live") -> CallHeader:
    """A call's header."""
    locale = "zh_CN" if language == "zh" else "en_US"
    return CallHeader(
        call_id="01990000-0000-7000-8000-000000000001",
        case_id="C-2026-0142",
        agent="李静" if language == "zh" else "Jo Reed",
        started_utc_ms=1_795_600_000_000,
        language=language,
        source=source,
        rules=(PackIdentity(locale, "1.0.0", "0" * 64),),
        playbook=PackIdentity(f"{locale}.playbook", "1.0.0", "0" * 64),
        model=ModelIdentity("small", language, "0" * 64),
    )


# --- a Mandarin and an English call ------------------------------------------------------------------

_STAGES = {
    "zh": [
        "准备",
        "开场",
        "核实身份",
        "说明来意",
        "告知欠款",
        "了解原因",
        "协商方案",
        "确认承诺",
        "跟进",
        "结束",
    ],
    "en": [
        "Prepare",
        "Opening",
        "Identity",
        "Purpose",
        "Amount",
        "Reasons",
        "Solution",
        "Commitment",
        "Follow-up",
        "Close",
    ],
}
_STAGE_IDS = [
    "prepare",
    "opening",
    "identify",
    "purpose",
    "amount",
    "reasons",
    "solution",
    "commitment",
    "follow_up",
    "close",
]
_ITEMS = {
    "zh": [
        "报公司和工号",
        "告知通话录音",
        "核实本人",
        "说明受托与来意",
        "分项说明欠款",
        "官方还款渠道",
        "说明可选方案",
        "告知权利与投诉",
        "复述约定",
        "约定下次联系",
    ],
    "en": [
        "Company and name",
        "Call is recorded",
        "Identity verified",
        "On whose behalf and why",
        "Amount in parts",
        "Official channel to pay",
        "Options offered",
        "Rights and complaints",
        "Agreement repeated",
        "Next contact agreed",
    ],
}
_CARDS = {
    "zh": (
        ("sol.afford", "您先别着急，按您现在的收入，每个月大概能拿出多少？我帮您看看分期怎么安排最合适。", "客户说手头紧，先问能力再谈金额", Technique.SOLUTION_FIRST),
        ("sol.empathy", "听得出来您最近压力不小，咱们一起想办法。", "客户语气焦虑", Technique.EMPATHY),
        ("sol.instal", "您这笔可以申请个性化分期，最长六十期。", "本阶段必说:可选方案", Technique.INFORM),
        ("sol.recap", "您刚才说月底能先还两千，对吗？", "复述客户自己的话", Technique.COMMITMENT),
    ),
    "en": (
        ("sol.afford", "Let's take this step by step: with what comes in now, how much could you manage each month?",
         "The customer says money is short: ask before proposing", Technique.SOLUTION_FIRST),
        ("sol.empathy", "That sounds like a hard few months. Let's find something that works for you.",
         "The customer sounds anxious", Technique.EMPATHY),
        ("sol.instal", "We can spread this over up to twelve months without extra interest.", "Due in this stage",
         Technique.INFORM),
        ("sol.recap", "You said two hundred by the end of the month – did I get that right?",
         "Repeat their own words", Technique.COMMITMENT),
    ),
}  # fmt: skip


def view(language: str, *, ticked: int = 5, confirmed: bool = False) -> PlaybookView:
    """The playbook as it stands in the middle of the call."""
    stages = tuple(
        StageView(stage, title, current=place == 6, visited=place < 6)
        for place, (stage, title) in enumerate(zip(_STAGE_IDS, _STAGES[language], strict=True))
    )
    cards = tuple(
        Suggestion(card_id, text, why, technique, "solution", 1.0 - place / 10)
        for place, (card_id, text, why, technique) in enumerate(_CARDS[language])
    )
    items = tuple(
        ChecklistItem(
            item_id=f"item{place}",
            title=title,
            area="disclosure",
            weight=1,
            ticked=place < ticked and place != 1,
            by_hand=False,
            words="",
            start=-1,
            end=-1,
            due_at=-1,
            overdue=place == 1,
        )
        for place, title in enumerate(_ITEMS[language])
    )
    heard = "月底 先 还 两千" if language == "zh" else "two hundred by the end of the month"
    amount = "2000" if language == "zh" else "200"
    fact = CaughtFact("f1", FactKind.PROMISE, CUSTOMER, 0, 1, heard, amount, "2026-11-30", confirmed)
    return PlaybookView(stages, cards, items, (fact,), MindState.ANXIOUS, 780)


def opened(language: str) -> CallOpened:
    """The call begins."""
    if language == "zh":
        return CallOpened(header("zh"), "张**", "信用卡", 42, view("zh"))
    return CallOpened(header("en"), "D** M**", "Credit card", 42, view("en"))


_TALK = {
    "zh": (
        (AGENT, "您好 我 是 诚信 金融 的 客服 工号 八八 零一 请问 是 张 先生 吗", ()),
        (CUSTOMER, "是 我 什么 事", ()),
        (AGENT, "您 的 信用卡 已经 逾期 四十二 天 本金 一万 二 利息 三百 六", ("三百",)),
        (CUSTOMER, "我 知道 最近 公司 裁员 手头 实在 紧", ("裁员",)),
        (AGENT, "你 再 不 还 我们 就 到 你 单位 去 找 你 领导", ()),
        (CUSTOMER, "你们 不要 打 我 单位 电话 我 月底 先 还 两千 行 不行", ()),
    ),
    "en": (
        (AGENT, "hello this is Jo from Fair Credit calling on a recorded line am I speaking with Dan", ()),
        (CUSTOMER, "yes that's me what is this about", ()),
        (AGENT, "your card is forty two days overdue the balance is twelve hundred dollars", ("twelve",)),
        (CUSTOMER, "I know I was laid off and money is really tight", ("laid",)),
        (AGENT, "if you don't pay today we will come to your workplace and talk to your boss", ()),
        (CUSTOMER, "please don't call me at work I can do two hundred by the end of the month", ()),
    ),
}  # fmt: skip
_FLAGS = {
    "zh": (
        ("单位去找你领导", "威胁到工作单位", "我只和您本人沟通，咱们商量一个您能承受的还款安排。",
         ("催收自律公约", "第十九条"), Severity.STOP, FlagKind.VIOLATION),
        ("不要打我单位电话", "客户要求不打单位电话", "好的，我记下了，以后不会打您单位电话。",
         ("催收自律公约", "第二十二条"), Severity.WARN, FlagKind.TRIGGER),
    ),
    "en": (
        ("cometoyourworkplace", "Threat to contact the workplace", "I will only talk about this with you. Let's find a plan.",
         ("FDCPA", "15 U.S.C. § 1692d"), Severity.STOP, FlagKind.VIOLATION),
        ("don'tcallmeatwork", "Asked not to be called at work", "I have noted that. We will not call you at work.",
         ("Regulation F", "12 CFR 1006.14(h)"), Severity.WARN, FlagKind.TRIGGER),
    ),
}  # fmt: skip


def finals(language: str) -> list[FinalTranscript]:
    """What is said."""
    made, at, counts = [], 2.0, {AGENT: 0, CUSTOMER: 0}
    for channel, text, unsure in _TALK[language]:
        made.append(final(channel, counts[channel], text, at, unsure))
        counts[channel] += 1
        at = made[-1].end / SAMPLE_RATE_HZ + 1.2
    return made


def threat(language: str, *, state: FlagState = FlagState.CONFIRMED) -> Flag:
    """The interrupting flag of the call."""
    span, title, instead, basis, severity, kind = _FLAGS[language][0]
    heard = finals(language)[4]
    return flag("t1", heard, span, title=title, severity=severity, say_instead=instead, basis=basis, kind=kind,
                state=state, interrupts=True)  # fmt: skip


def request(language: str) -> Flag:
    """What the customer asks for."""
    span, title, instead, basis, severity, kind = _FLAGS[language][1]
    heard = finals(language)[5]
    return flag("r1", heard, span, title=title, severity=severity, say_instead=instead, basis=basis, kind=kind,
                category="T-stop")  # fmt: skip


def running_call(language: str) -> list[CallEvent]:
    """The call up to the middle, the threat just said, the agent beginning to speak again."""
    said = finals(language)
    events: list[CallEvent] = [opened(language)]
    events += said[:4]
    events += [PlaybookMoved((), view(language), said[3].end)]
    events += [said[5], request(language), said[4], threat(language)]
    again = "您 放心 我 只 跟" if language == "zh" else "I understand let me put"
    end_s = said[5].end / SAMPLE_RATE_HZ
    events += [level(AGENT, end_s + 2, -21.0), level(CUSTOMER, end_s + 2, -38.0)]
    events += [partial(AGENT, 3, again, end_s + 0.5)]
    # In the order of the talk: the agent's threat before the customer's answer.
    events[6:10] = [said[4], threat(language), said[5], request(language)]
    return events


def used_card(language: str) -> PlaybookMoved:
    """The agent used the line to say now."""
    return PlaybookMoved((CardUsed("sol.afford", "key"),), view(language), 0)


def ended(language: str) -> CallEnded:
    """The sound has ended, with a draft."""
    if language == "zh":
        summary = "核实本人后告知欠款。客户称公司裁员、手头紧，承诺 11 月 30 日前还 2,000 元，余款申请分期。\n客户要求不打单位电话。"
        draft = WrapUpDraft("promise", "2000", "2026-11-30", "2026-12-01T10:00", summary,
                            (("2026-11-30", "2000"), ("2026-12-30", "1500")))  # fmt: skip
    else:
        summary = "Identity verified. Laid off, money is tight; promised 200 by 30 November.\nAsked not to be called at work."
        draft = WrapUpDraft("promise", "200", "2026-11-30", "2026-12-01T10:00", summary,
                            (("2026-11-30", "200"), ("2026-12-30", "150")))  # fmt: skip
    return CallEnded(2_000_000, draft)


def closed() -> CallClosed:
    """The record is sealed."""
    return CallClosed(header("zh").call_id, True, 214, "note")


def long_call(utterances: int, language: str = "zh") -> list[CallEvent]:
    """Many utterances, both sides in turn."""
    events: list[CallEvent] = [opened(language)]
    said = finals(language)
    for place in range(utterances):
        pattern = said[place % len(said)]
        events.append(replace(pattern, utterance=1000 + place))
    return events
