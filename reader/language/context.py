"""Readings of single characters that their neighbours decide.

A rule looks at the pieces around a character that is a word by itself and returns its
syllable (with `DOUBT` when it is a guess), or ``None`` to leave it at the default.
Rules are general; words that are simply missing belong in `handmade`.
"""

from collections.abc import Callable, Sequence

from reader.domain.words import WordKind
from reader.language.choices import CHOICES, NUMERALS
from reader.language.pieces import Piece

DOUBT = "?"  # put after a syllable that is only the likelier one
_CLAUSE_ENDS = frozenset("，。；：！？,;:!?…—\n“”《》（）()")
_BECOMES = frozenset(
    """
变 成 化 作 最 称 定 改 设 分 列 视 更 较 极 名 译 评 选 转 判 升 增 降 减 缩 转化 转变 演变 视作
誉 当选 任命 命名 确定 认定 界定 定位 评选 划分 升级 打造 建设 建成 发展 提升 提高 增加 扩大 下降
缩短 上升 归纳 概括 总结 浓缩 简称 统称 合称 达 均 皆 即 乃 亦 则 何 实 尤 颇 多 仍 已 不 主要
分别 一般 大多 解读 理解 翻译 调整 修改 更名 转换 内化 外化 落实
""".split()
)
# Of these, the ones behind which 为 may as well mean "for": 不为名利, 已为社会.
_ADVERBS = frozenset("更 不 多 已 仍 即 亦 则 何 实 主要 一般 分别".split())
_TARGETS = frozenset(
    """
主 首 例 辅 准 止 荣 先 本 由 界 限 宜 己任 目标 基础 重点 核心 主题 中心 首都 前提 导向 引领
""".split()
)
_BEHIND_TARGETS = frozenset("的 地 和 与 及 、 并 而 进行 开展".split())
# Whoever stands right after 为 is served: 为他联系, 为大家数钱.
_PEOPLE = frozenset("我 你 他 她 您 我们 你们 他们 她们 咱们 大家 自己 人们 别人 谁".split())
_SERVES = frozenset(
    """
提供 作出 做出 服务 创造 奠定 贡献 注入 打下 带来 谋 谋求 构建 推动 推进 开辟 赢得 树立 而 庆祝
准备 保驾护航 营造 增添 开展 实现 促进 解决 办 做 加油 点赞 搭建 筑牢 提供了 积累 指明 发挥 培养
打造 建设 举行 祝贺 感到 写 谋划 拓展 夯实
""".split()
)
# Adverbs and auxiliaries after which 为 more often means "for".
_LEADS_TO_FOR = frozenset(
    """
是 要 能 会 可以 将 都 也 一直 就 愿 地 并 而 专门 只 不断 还 共同 应 应该 必须 曾 正 正在 再 又
来 去 却 从而 进而 不能
""".split()
)
_MUST_AFTER = frozenset("还 总 非 就 都 必 也 可 全 又 必须 至少".split())
_NOT_AFTER_MUST = frozenset("到 了 过 出 的 分 知 以 起 来 、 ， 。".split())


class Place:
    """A single character among the pieces of its paragraph."""

    def __init__(self, pieces: Sequence[Piece], at: int) -> None:
        self.pieces = pieces
        self.at = at

    def text(self, step: int) -> str:
        """The piece ``step`` places away, or nothing beyond the paragraph."""
        at = self.at + step
        return self.pieces[at].text if 0 <= at < len(self.pieces) else ""

    def is_han(self, step: int) -> bool:
        """Whether the piece ``step`` places away is written in Han characters."""
        at = self.at + step
        return 0 <= at < len(self.pieces) and self.pieces[at].kind in (
            WordKind.WORD,
            WordKind.TERM,
            WordKind.NAME,
        )

    def is_name(self, step: int) -> bool:
        """Whether the piece ``step`` places away is a name."""
        at = self.at + step
        return 0 <= at < len(self.pieces) and self.pieces[at].kind is WordKind.NAME

    def is_number(self, step: int) -> bool:
        """Whether the piece ``step`` places away is a number or ends in a numeral."""
        at = self.at + step
        if not 0 <= at < len(self.pieces):
            return False
        piece = self.pieces[at]
        return piece.kind is WordKind.NUMBER or piece.text[-1] in NUMERALS

    def clause(self, step: int) -> list[str]:
        """Pieces from here to the end of the clause, in direction ``step`` (1 or -1)."""
        out: list[str] = []
        at = self.at + step
        while 0 <= at < len(self.pieces) and len(out) < 30:
            text = self.pieces[at].text
            if text[0] in _CLAUSE_ENDS:
                break
            out.append(text)
            at += step
        return out


Rule = Callable[[Place], str | None]


def syllable(pieces: Sequence[Piece], at: int) -> str | None:
    """What the neighbours of the single character at ``at`` say about its reading."""
    char = pieces[at].text
    rule = RULES.get(char)
    place = Place(pieces, at)
    if rule is not None:
        return rule(place)
    for choice in CHOICES.get(char, ()):
        numbered = choice.after_number and place.is_number(-1)
        if numbered or place.text(-1) in choice.after or place.text(1) in choice.before:
            return choice.syllable
    return None


def _wei(place: Place) -> str | None:
    """为: wéi "to be, to become" or wèi "for"."""
    before, after = place.clause(-1), place.clause(1)
    last = place.text(-1)
    if last in _BECOMES or last[-2:] in _BECOMES:
        return "wéi" if last not in _ADVERBS else "wéi" + DOUBT
    if _takes(before):  # 以建设为中心, but 以精湛的技艺为观众奉献
        return "wéi" if len(after) < 3 or _is_target(after) else "wéi" + DOUBT
    if not before:
        return "wèi" if _serves_at(after) else None
    if _is_target(after):  # but 为首都残疾人举办
        return "wéi" if len(after) == 1 or after[1] in _BEHIND_TARGETS else "wéi" + DOUBT
    # After “主题为” the object stands in quotation marks, beyond the clause.
    if not after:
        return "wéi" + DOUBT if place.text(1) else "wéi"
    if _serves_at(after) or (after[0] in _PEOPLE and len(after) > 1):
        return "wèi"
    return None if last in _LEADS_TO_FOR else "wéi" + DOUBT


def _is_target(after: Sequence[str]) -> bool:
    """Whether what follows is what something becomes or counts as: 为首都, 为基础."""
    return bool(after) and (after[0] in _TARGETS or after[0][:2] in _TARGETS)


def _takes(before: Sequence[str]) -> bool:
    """Whether 以 stands in the clause before, with no other 为 between: 以…为…."""
    return "以" in before and "为" not in before[: before.index("以")]


def _serves_at(after: Sequence[str]) -> bool:
    """Whether a verb of serving, or a term that begins with one, follows the one served."""
    return any(text in _SERVES or text[:2] in _SERVES for text in after[1:])


def _de_verb(place: Place) -> str | None:
    """得: děi "must", de after a verb, dé "to obtain"."""
    follows = place.is_han(1)
    if place.text(-1) in _MUST_AFTER:
        return "děi" if follows and place.text(1) not in _NOT_AFTER_MUST else None
    if place.is_han(-1) and not place.is_name(-1):
        return "de" if follows or place.text(1) in {"“", ""} else None
    return None


def _de_adverb(place: Place) -> str | None:
    """地: de after an adverb, dì "place"."""
    before, after = place.text(-1), place.text(1)
    if before in {"”", "』"} and place.is_han(1):
        return "de" + DOUBT
    if not place.is_han(-1) or place.is_name(-1) or before.endswith(("块", "片", "亩")):
        return "dì"
    if place.text(-2) in _DEGREES:  # 更好地 may be cut as three words
        return "de" if place.is_han(1) and after not in _AFTER_PLACE else "de" + DOUBT
    if before in _BEFORE_PLACE:
        return "dì"
    if len(before) > 1:
        return "de" if place.is_han(1) and after not in _AFTER_PLACE else "dì" + DOUBT
    return "dì" + DOUBT if place.is_han(1) else "dì"


_DEGREES = frozenset("更 很 最 较 太 越 十分 非常 越来越 尽可能 尽量 如此 那么 这么".split())
_BEFORE_PLACE = frozenset(
    "等 两 三 多 该 此 各 本 异 当 某 在 的 生活 工作 所在 一些 大片 有些 这个 那个 每".split()
)
_AFTER_PLACE = frozenset("的 和 与 上 下 里 区 处 方 、 很 太 真 是 有 不 也 都".split())


def _should(place: Place) -> str | None:
    """应: yìng "at the invitation of", yīng "should"."""
    after = place.clause(1)
    invited = any(text in {"邀请", "之邀", "邀", "请求", "约请"} for text in after[1:8])
    return "yìng" if invited and not place.clause(-1) else None


def _rate(place: Place) -> str | None:
    """率: shuài "to lead", lǜ "rate"."""
    if any(text.endswith(("团", "队", "部", "军", "兵", "众")) for text in place.clause(1)[:6]):
        return "shuài"
    if place.is_han(-1) and len(place.text(-1)) > 1 and not place.is_name(-1):
        return "lǜ"
    return None


def _long(place: Place) -> str | None:
    """长: zhǎng "head, to grow", cháng "long"."""
    if place.text(1) in {"大", "出", "成", "满", "高", "势", "着", "了", "得"}:
        return "zhǎng"
    if place.is_number(1) or place.text(-1) in {
        "全",
        "很",
        "更",
        "最",
        "太",
        "多",
        "较",
        "不",
        "总",
        "延",
        "拉",
    }:
        return "cháng"
    if place.text(-1).endswith(tuple("会院处科局厅部所校室馆团台站署司行社区市省县镇乡村")):
        return "zhǎng"
    return None


def _only(place: Place) -> str | None:
    """只: zhī after a number, zhǐ "only"."""
    before = place.text(-1)
    if place.text(1) in _ONLY_BEFORE or before in _AT_MOST:  # 这只是, 最多只
        return "zhǐ"
    return "zhī" if place.is_number(-1) or before in {"这", "那", "每", "船"} else None


_AT_MOST = frozenset("最多 大多 至多 很多 更多 顶多 不多".split())
_ONLY_BEFORE = frozenset("是 有 能 要 会 想 用 需 剩 不过 需要 可能 能够".split())


RULES: dict[str, Rule] = {
    "为": _wei,
    "得": _de_verb,
    "地": _de_adverb,
    "应": _should,
    "率": _rate,
    "长": _long,
    "只": _only,
}
