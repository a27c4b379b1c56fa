"""The built-in cue words of scopes, for Mandarin and English.

Tuned on ordinary collection talk; a pack adds and removes cues under `scopes`. A cue opens a zone to its right
(`right` units), to its left, or over its clause. `not_before` are words that, standing right after a cue,
show that it is about something else (the debtor's not paying, "don't make us …").
"""

from __future__ import annotations

from dataclasses import dataclass

from assist.rules.conditions import Scope


@dataclass(frozen=True, slots=True)
class Cues:
    """Cue words that open the same kind of zone."""

    scope: Scope
    words: tuple[str, ...]
    right: int = 0
    left: int = 0
    clause: bool = False
    """The zone is the clause in which the cue stands."""
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    """Words that, a little before the cue, turn it round (别以为我们不会)."""
    crosses_clauses: bool = False
    """The zone ends only with the sentence."""


@dataclass(frozen=True, slots=True)
class ScopeLanguage:
    """All cues of a language."""

    cues: tuple[Cues, ...]
    clause_breaks: tuple[str, ...]
    ending_particles: frozenset[str]
    """Before a subject, they end a clause (不能等了我们…)."""
    subjects: frozenset[str]
    a_not_a: bool
    """会不会 is a question, not a negation."""


_ZH_DEBTOR_SIDE = (
    "还款",
    "还钱",
    "还上",
    "还清",
    "还",
    "接电话",
    "接听",
    "接",
    "付款",
    "付",
    "处理",
    "配合",
    "面对",
    "出来",
    "回电",
    "解决",
    "结清",
    "缴",
    "凑",
    "钱",
    "办法",
    "时间",
    "用",
    "信用",
    "诚意",
    "良心",
    "再拖",
    "再等",
    "再这样",
    "一直",
    "总",
    "责任心",
    "动静",
    "消息",
    "反应",
    "不",
    "只",
    "一次",
    "商量",
    "余地",
    "那么简单",
    "开玩笑",
    "跟你开玩笑",
    "闹着玩",
    "说说",
    "吓唬你",
    "吓你",
    "怕",
    "躲",
    "跑",
    "拖",
    "赖",
    "仅",
    "光",
    "单单",
    "想还",
    "打算还",
    "按时",
    "及时",
    "兑现",
    "履行",
    "联系我",
    "联系上",
    "退路",
)
_ZH_NOT_IMPERATIVE = (
    "逼",
    "等",
    "让我",
    "怪",
    "以为",
    "跟我",
    "给脸",
    "躲",
    "装",
    "耍",
    "后悔",
    "到时候",
    "再",
    "忘了",
    "敬酒",
    "想着",
    "想跑",
    "想赖",
    "拿",
    "不",
    "挂",
    "老",
    "总",
    "一直",
    "说",
    "问",
    "管",
    "太",
    "这样",
    "那么",
)

CHINESE_SCOPES = ScopeLanguage(
    cues=(
        Cues(
            Scope.NEGATION,
            ("不会", "不能", "没有", "不是", "无权", "没有权利", "没权利", "没有权力", "没权力", "不得", "绝不", "决不", "从不", "从来不", "从来没有", "禁止", "严禁", "不存在", "不涉及", "不可以", "不可能", "不允许", "不准", "不应该", "不该", "不应", "不用", "不必", "不需要", "没必要", "没有必要", "并不", "并没有", "未曾", "尚未", "还没有", "还未", "暂未", "暂时没有", "暂不", "不打算", "不再", "无需", "无须", "不做", "拒绝", "避免", "杜绝", "而不是", "并非", "不支持", "不代表", "不等于", "不意味着", "不属于", "不构成", "不参与", "没法", "无法", "没办法", "没有办法", "不敢", "不至于", "不曾", "不主张", "不采取", "没有资格", "没资格", "没说", "没让", "没叫", "没要", "不叫", "不让", "不会去", "谈不上", "用不着", "别"),
            right=9,
            not_before=_ZH_DEBTOR_SIDE + _ZH_NOT_IMPERATIVE,
            not_after=("别以为", "以为", "难道", "谁说", "不信", "不要以为", "不是说", "怎么", "凭什么", "哪里", "又"),
        ),
        Cues(
            Scope.NEGATION,
            ("不要", "请不要", "请勿", "千万别", "千万不要", "切勿", "勿"),
            right=9,
            not_before=_ZH_DEBTOR_SIDE + _ZH_NOT_IMPERATIVE,
            not_after=("以为", "要"),
        ),
        Cues(
            Scope.NEGATION,
            (
                "是不可能的", "是不会的", "是不允许的", "是不可以的", "是不对的", "是违规的", "是违法的", "是不存在的",
                "是没有的", "我们不做", "我们不会做", "是禁止的", "是被禁止的", "这种事我们不", "不是我们的做法",
                "是不合规的", "都是不允许的", "都不允许", "都是违规的", "都是假的", "是谣言", "是骗人的",
            ),
            left=14,
        ),
        Cues(Scope.QUESTION, ("吗", "么", "嘛"), clause=True),
        Cues(
            Scope.QUESTION,
            (
                "是不是", "有没有", "会不会", "能不能", "可不可以", "要不要", "对不对", "好不好", "行不行", "是否", "什么时候",
                "为什么", "怎么", "哪里", "哪个", "哪家", "谁", "多少", "什么", "几点", "哪天",
            ),
            clause=True,
        ),
        Cues(
            Scope.CONDITION,
            ("如果", "要是", "假如", "假设", "若是", "倘若", "一旦", "万一", "除非", "如果说", "若"),
            right=30,
            crosses_clauses=True,
        ),
        Cues(Scope.CONDITION, ("的话",), left=14, right=20, crosses_clauses=True),
        Cues(
            Scope.ULTIMATUM,
            (
                "再不", "否则", "不然", "要不然", "要不", "不还就", "不还的话", "还不还", "不还我们", "不处理就", "最后一次",
                "最后通牒", "最后期限", "不还钱", "再拖", "不接电话就", "再躲", "别怪", "逼我们", "走着瞧", "不配合",
                "今天之内", "不还款就", "不还你", "不还我", "就别怪", "敬酒不吃",
            ),
            right=25,
            left=10,
            crosses_clauses=True,
        ),
        Cues(
            Scope.REPORTED,
            (
                "您说", "您刚才说", "你刚才说", "您刚说", "你刚说", "你是说", "您是说", "您的意思是", "你的意思是", "有人",
                "有没有人", "别人", "别的公司", "别家", "其他公司", "其他平台", "别的平台", "听说", "据说", "网上说", "网上有",
                "您提到", "你提到", "您反映", "你反映", "客户反映", "骗子", "冒充", "之前的催收员", "上一个人", "是谁跟您说",
                "谁跟你说", "谁告诉您", "谁告诉你", "哪家公司", "您听到的", "您收到的", "诈骗分子", "不法分子", "假冒",
                "你说他们", "你说有人", "你说别人", "你说之前", "你说我们", "他们说", "对方说", "人家说", "所谓",
            ),
            right=18,
            not_before=("会去", "会来", "会找", "要去", "要来", "来找", "去找", "上门", "盯着", "跟着", "看着", "收拾", "去你"),
            not_after=("我们会", "自然会", "肯定会", "到时候会", "就会", "都会", "会派", "迟早会", "马上会", "已经安排"),
            crosses_clauses=True,
        ),
        Cues(
            Scope.HEDGE,
            (
                "可能", "也许", "或许", "依法", "不排除", "视情况", "必要时", "必要的时候", "按规定", "按照规定", "按照法律",
                "根据规定", "根据法律", "有可能", "考虑", "保留", "依照",
            ),
            right=14,
            left=2,
            not_before=("一直", "不知道", "不清楚"),
        ),
        Cues(
            Scope.HEDGE,
            (
                "由法院", "由司法机关", "司法机关", "由法院决定", "由法院认定", "法院来认定", "以法院", "由银行决定", "为准",
                "由公安机关", "由法官", "我不能判断", "法院判决",
            ),
            right=10,
            left=16,
            crosses_clauses=True,
        ),
        Cues(
            Scope.ADVICE,
            (
                "您可以", "你可以", "建议您", "建议你", "请您", "麻烦您", "千万不要", "千万别", "请不要", "请勿", "谨防", "警惕",
                "请只", "请务必", "提醒您", "提醒你", "注意保管", "不要相信", "别相信", "核实", "欢迎您", "您有权", "你有权",
                "如有疑问", "保护好", "保管好",
            ),
            right=14,
            left=3,
        ),
    ),
    clause_breaks=(
        "但是", "但", "可是", "不过", "否则", "不然", "要不然", "只是", "而是", "所以", "因此", "那么", "而且", "只能", "只好",
        "那我", "那你", "那就", "就要", "就会", "就得", "就把", "就去", "就上", "就找", "就给", "就让", "就打", "就跟", "就叫",
        "就起诉", "就告", "我就", "我们就", "反正", "直接", "还是会", "照样", "照打", "结果", "然后", "要么", "必须",
    ),
    ending_particles=frozenset("了吧啊呢嘛呀哈"),
    subjects=frozenset({"我", "你", "他"}),
    a_not_a=True,
)  # fmt: skip

_EN_DEBTOR_SIDE = (
    "pay", "answer", "call back", "call me", "call us", "cooperate", "resolve", "settle", "deal", "respond", "take care",
    "want", "make me", "make us", "think", "let me", "let us", "wait", "only", "just", "even", "hang up", "have the money",
    "get this", "do this", "care", "work with", "hear", "help", "comply", "come up", "give me", "stop", "test", "ignore", "play",
    "kid", "joke", "know", "forget", "worry", "be able to pay", "sort", "make a payment", "make the payment", "get paid",
    "be pay", "own up", "be serious", "fix", "clear", "act", "keep", "follow through", "pick up", "show me", "receive",
    "get my money", "get our money", "get the money", "have it", "have money", "have any money", "send the money", "send the payment", "send the rest", "send the check",
    "send the cheque", "send the balance", "send the full", "send the amount", "send the first", "send the document", "send me",
    "send us", "send it", "send a payment", "bring the money", "bring it", "tell me", "tell us", "speak to me", "talk to me",
    "return", "agree", "sign", "hand over", "good enough", "enough", "too late", "hide", "run", "be surprise", "get smart",
    "blame me", "believe", "my problem", "our problem", "mean", "matter", "like it", "make payment", "afford", "listen", "come home",
    "budge", "give up", "quit", "rest", "leave until", "leave till", "leave without", "leave you alone", "go away",
    "hesitate", "mess", "afraid", "you", "be it", "that", "so fast", "too long", "long before", "be long",
    "until", "deal with anyone", "meet anyone", "see anyone", "speak to anyone", "in the mood", "funny", "a joke", "a game", "a threat", "sleep",
)  # fmt: skip

_EN_OF_DEBTOR = (
    "if you", "if he", "if she", "since you", "because you", "when you", "as you", "why", "think we will", "think i will",
    "think i be", "whether or", "think we would", "think i would", "think they will", "bet i will", "if this be", "if it be",
    "if i do", "if we do", "unless", "or", "you still have", "you have still", "once you do", "every day you do",
    "if your husband", "if your wife", "if your son", "if the money", "if the payment", "if that be", "and you",
)  # fmt: skip

ENGLISH_SCOPES = ScopeLanguage(
    cues=(
        Cues(
            Scope.NEGATION,
            (
                "not", "never", "no one", "nobody", "none of", "neither", "nor", "unable to",
                "we would not want you", "i would not want you", "i do not want you", "we do not want you",
                "without", "nothing", "no way", "refuse to", "no longer", "prohibited from",
                "far from", "instead of", "rather than",
                "against our policy", "against the rule", "avoid", "forbid", "forbidden",
            ),
            right=10,
            not_before=_EN_DEBTOR_SIDE,
            not_after=_EN_OF_DEBTOR,
        ),
        Cues(
            Scope.NEGATION,
            ("no",),
            right=8,
            not_before=(
                "wonder", "matter", "choice", "excuse", "time", "way", "doubt", "question", "shame", "peace", "more",
                "problem", "one", "longer", "no", "it", "you", "he", "she", "i", "we", "they", "thanks", "rest", "self", "pride",
                "conscience", "dignity", "reason", "proof", "supervisor", "manager", "sleep", "bank", "landlord", "lender",
                "employer", "company", "use", "good", "sir", "ma'am", "mercy", "point", "brain", "spine", "money", "payment",
                "answer", "response", "show",
            ),
        ),
        Cues(
            Scope.QUESTION,
            (
                "do you", "did you", "are you", "were you", "have you", "has anyone", "did anyone", "did they", "would you",
                "could you", "can you", "may i", "can i", "is that", "is this", "is there", "what", "who", "when do", "where",
                "how much", "how do", "which", "are there", "was there", "did someone", "will you",
            ),
            clause=True,
        ),
        Cues(
            Scope.CONDITION,
            ("if", "in case", "provided that", "should you", "as long as", "in the event"),
            right=30,
            crosses_clauses=True,
        ),
        Cues(
            Scope.ULTIMATUM,
            (
                "or else", "otherwise", "unless you", "if you do not", "if you refuse", "last chance", "final chance", "final warning",
                "or we will", "or i will", "or i am", "or we are", "pay up or", "by tonight or", "today or", "if you keep",
                "unless i", "unless we", "you leave me no choice", "do not make me", "do not make us", "until you pay",
                "if this is not", "if it is not", "if i do not", "if we do not",
            ),
            right=25,
            left=12,
            crosses_clauses=True,
        ),
        Cues(
            Scope.REPORTED,
            (
                "you said", "you told", "you mentioned", "they told you", "they said", "someone said", "somebody said", "someone told",
                "somebody told", "anyone told", "anyone said", "anyone threatened", "someone threatened", "somebody threatened",
                "someone called", "somebody called", "anyone called", "did anyone", "has anyone", "did someone", "has someone",
                "did they", "did he", "did she", "if someone", "if somebody", "if anyone", "anyone who", "someone who", "another company", "other company",
                "other agency", "another agency", "other companies", "some companies", "he said", "she said", "scammer",
                "scam", "previous collector", "last collector", "other collector", "pretend", "claiming to", "claim to be",
                "who told you", "so called", "you heard that", "you hear from", "people who say", "the caller", "fraudster",
                "anyone asking", "anyone who asks", "never trust", "anybody who", "if a caller", "impostor", "imposter",
                "you were told", "was told", "somebody pretending", "which company", "which agent", "the agent who", "who said",
            ),
            right=18,
            not_before=(
                "me you would", "me you will", "us you would", "us you will", "you would", "you will", "you be go to", "me last",
                "us last", "friday", "last week", "that last", "you have the money", "me monday", "me friday", "me yesterday",
                "again", "me that last", "me it would", "no to", "be go to tell", "you do not care", "would be come", "will be come",
            ),
            crosses_clauses=True,
        ),
        Cues(
            Scope.HEDGE,
            (
                "may", "might", "possibly", "perhaps", "the court would", "the court will", "the court may", "up to the court",
                "up to the creditor", "a judge would", "creditor may", "creditor could", "court could", "it could be",
                "could possibly", "could be reported", "subject to", "if appropriate", "consider", "to decide", "will decide",
                "would decide", "may decide", "as permitted", "where the law", "reserve the right", "in some cases",
                "if a court", "only a court", "after a judgment", "in general",
            ),
            right=14,
            left=6,
        ),
        Cues(
            Scope.ADVICE,
            (
                "please do not", "you can", "you should", "you may", "make sure", "we recommend", "i recommend", "beware",
                "be careful", "you have the right", "you be entitled", "never give", "never pay", "never send", "please only",
                "feel free", "you be welcome to", "watch out",
            ),
            right=14,
            left=3,
        ),
    ),
    clause_breaks=(
        "but", "however", "or else", "otherwise", "so i", "so we", "then i", "then we", "instead", "because", "unless", "therefore", "until",
        "and i will", "and we will", "or we", "or i", "we will", "i will", "i be go to", "we be go to", "so the", "so now", "and the police",
        "and they will", "and he will", "they will", "so he", "so they", "next thing",
    ),
    ending_particles=frozenset(),
    subjects=frozenset(),
    a_not_a=False,
)  # fmt: skip
