"""Chinese words of paying, denying, hedging and of money that is not this debt's repayment."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assist.playbook.spoken.calendar import DateMention
from assist.playbook.spoken.verbs import Break, VerbMention, VerbMood

_MONEYLIKE = r"[零一二两三四五六七八九十百千万几半\d全]"

_VERBS = re.compile(
    # 还 as huán: not the adverb hái before another verb.
    r"(?P<huan>(?:偿还|归还|还款|还钱|还上|还清|还掉|还完|还进|还给|还你|还您|还到|还一|还点|还个"
    r"|还(?!有|没|是|在|要|不|能|可以|得|想|会|差|剩|欠|行|好|需|用|记得|来得及|款日|款期|款计|款方|款压|款能|真|挺|算|应|请|望|敢|让|说|什么|看|多|哪)))"
    r"|(?P<strong>支付|付款|付清|付上|付掉|结清|缴清|缴费|缴款|交上|补上|打款|打过去|打过来|转过去|转过来|转给你|转给您|转账|汇款|汇过去|存进|存到|存卡|清掉|处理掉|处理好|搞定|到账)"
    rf"|(?P<weak>付(?!不|出)|缴(?!不)|交(?=了?{_MONEYLIKE})|给(?=你|您|公司|银行|{_MONEYLIKE})|转(?={_MONEYLIKE})|汇(?={_MONEYLIKE})|打(?={_MONEYLIKE})"
    rf"|存(?={_MONEYLIKE})|凑(?!不)|拿出(?!不)|拿(?={_MONEYLIKE})|出(?={_MONEYLIKE})|处理|安排|弄(?={_MONEYLIKE}))"
)
_DENIED_VERBS = re.compile(
    r"(?:还|付|缴|交|给|转|拿|凑|出|承担|负担)(?:根本|都|也)?不(?:了|起|上|出来|出|到|够|完|清|动|来)"
    r"|(?:拿|凑|掏)不出(?:来)?"
)
_NEGATION_BEFORE = re.compile(
    r"(?:(?<![能会可是要行肯想])不(?!好意思|过|超过|管|是不|到|如|然|仅|但|行就|止|光|耽误|会不|可能不|能不|得不)|没(?!问题|关系|事|错)|别|未|无法|甭|休想|拒绝|凭什么|无力)"
    r"(?:打算|准备|可能|会|能|想|愿意|肯|用|需要|必|有|办法|钱|法|得|再|要|该|应该|同意|敢|给|够|一次性|全部|现在|马上|先|也|我|们|力|把|按|在|去|来|通过|当天|今天|明天|这个月|下个月|这周|下周|月底|之前){0,4}$"
)
_DOUBLE_NEGATION = re.compile(r"不(?:是|会|可能|能)(?:我)?不(?:想|打算|愿意|肯|会|能)?$|没说不$|没有不$")
_PAST_BEFORE = re.compile(
    r"(?:已经|刚刚|刚才|刚|早就|才刚|上个?月|上上个?月|上周|上个?星期|昨天|前天|去年|前段时间|之前都|以前都|一直都?|每次都)[^，。！？]{0,10}$"
)
_PAST_AFTER = re.compile(r"(?:上|清|给你们|给你|给您|进去|掉)?(?:了|过)(?!之后|以后|吗|再|就)")
_ASKED_BEFORE = re.compile(
    r"(?:(?:怎么|怎样|什么时候|几号|哪天|为什么|凭什么|干嘛|为何|要我|叫我|逼我|催我|你们?(?:上次|昨天|之前|刚才|不是|那个|同事|上回)*说|他们?说|客服说|银行说|说是要|说要|通知我|非要)[^，。！？]{0,10}"
    r"|是不是要|是不是得|是不是必须|必须要?|需要|最低要?|最少要|总共要?|一共要?|一次要|每个月要|每月要|应)$"
)
_ASKED_AFTER = re.compile(r"(?:多少|几个月|几期|哪|什么时候|不行啊|干嘛|日是|日期是)")
_TENTATIVE_BEFORE = re.compile(
    r"(?:如果|要是|假如|万一|除非|只要|等|尽量|尽可能|争取|可能|也许|大概|应该可以|应该能|估计|看看|看能不能|看情况|试试|试着|能不能|可不可以|可以不可以|能否|是否可以|是不是可以|看可不可以|想办法|希望)[^。！？]{0,16}$"
)
_TENTATIVE_AFTER = re.compile(
    r"^[^。！？]{0,14}(?:行不行|行吗|可以吗|好吗|可不可以|行么|成吗|好不好|怎么样|吧行|试试|看看|不知道|再说|左右吧)"
)
_OTHER_OBJECT = re.compile(
    rf"^(?:了|上|掉|完|给)?(?:{_MONEYLIKE}+(?:块钱|块|元)?的?)?(?:我)?(?:房租|租金|房贷|车贷|学费|学杂费|医药费|药费|住院费|手术费|水电|电费|话费|电话|生活费|社保|保险|押金|彩礼|奶粉|工资|别人|朋友|亲戚|其他|其它|别的|另外一|另一家|别家"
    r"|花呗|借呗|微粒贷|高利贷|网贷|个说法|我减|我免|我打|我发|我点时间|我时间|我机会|我一|我宽限)"
)
_OTHER_MONEY_BEFORE = re.compile(
    r"(?:欠(?:你们|您们|银行|别人|朋友|了|款|的|着)*|借(?:了|过|的|给)*|工资(?:是|才|就|只有|有|发)?|收入(?:是|才|就|只有|有|大概)?|挣(?:个|了)?|赚(?:个|了)?|房租(?:是|要|就|就要)?|学费(?:是|要|就|就要)?|房贷(?:是|要|就|就要)?|车贷(?:是|要|就|就要)?|医药费(?:是|要|就|花了)?"
    r"|花了?|住院费?(?:花了|要)?|利息(?:是|要|都|就|已经|有|加起来)*|违约金(?:是|要|都|就|有)*|滞纳金(?:是|要|都|就|有)*|手续费(?:是|要|有|收)*|额度(?:是|有|只有)*|本金(?:是|有|还有|就)*|刷了|减(?:免|掉|了)?|免(?:掉|了)?|优惠|扣(?:了|掉)?|罚(?:了|款)?|还差|还欠|还剩|剩|账单(?:是|有|上)*|一共(?:是|要|欠|有)?|总共(?:是|要|欠|有)?|发票|押金|贷了|贷款)$"
)
_OTHER_MONEY_AFTER = re.compile(
    r"^(?:块钱|块|元)?(?:多)?(?:的)?(?:工资|房租|租金|学费|房贷|车贷|利息|违约金|滞纳金|手续费|收入|额度|本金|押金|生活费|医药费|欠款|账单|罚息)"
)


_BREAK = re.compile(r"[。！？!?；;]|(?P<correction>不对不对|不对|说错了|哦不|噢不|啊不|不是不是|应该是)")


def find_verbs(text: str, dates: Sequence[DateMention]) -> list[VerbMention]:
    """The paying verbs of `text`, each with its mood."""
    found = [
        VerbMention(match.start(), match.end(), 1.0, VerbMood.DENIED, strong=True)
        for match in _DENIED_VERBS.finditer(text)
        if not _DOUBLE_NEGATION.search(text, 0, match.start())
    ]
    for match in _VERBS.finditer(text):
        if any(match.start() < other.end and other.start < match.end() for other in found):
            continue
        found.append(
            VerbMention(
                match.start(), match.end(), 1.0, _mood(text, match, dates), strong=match["weak"] is None
            )
        )
    return found


def find_breaks(text: str) -> list[Break]:
    """Ends of sentences and words of correction."""
    return [
        Break(match.start(), match.end(), 1.0, correction=match["correction"] is not None)
        for match in _BREAK.finditer(text)
    ]


def speaks_of_other_money(text: str, start: int, end: int) -> bool:
    """Whether the amount from `start` to `end` is rent, wages, a fee or the debt itself, not a repayment."""
    return bool(_OTHER_MONEY_BEFORE.search(text, 0, start)) or bool(_OTHER_MONEY_AFTER.match(text[end:]))


def _mood(text: str, verb: re.Match[str], dates: Sequence[DateMention]) -> VerbMood:
    start, end = verb.start(), verb.end()
    after = text[end:]
    if _OTHER_OBJECT.match(after):
        return VerbMood.DENIED
    if _NEGATION_BEFORE.search(text, 0, start) and not _DOUBLE_NEGATION.search(text, 0, start):
        return VerbMood.DENIED
    if _ASKED_BEFORE.search(text, 0, start) or _ASKED_AFTER.match(after):
        return VerbMood.DENIED
    if _PAST_BEFORE.search(text, 0, start):
        return VerbMood.DENIED
    if _PAST_AFTER.match(after) and not any(day.end <= start and start - day.end <= 8 for day in dates):
        return VerbMood.DENIED
    if _TENTATIVE_BEFORE.search(text, 0, start) or _TENTATIVE_AFTER.search(after):
        return VerbMood.HEDGED
    return VerbMood.POSITIVE
