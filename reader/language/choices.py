"""Readings of single characters that one neighbouring word decides."""

from typing import NamedTuple

NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两几数多半")


class Choice(NamedTuple):
    """A reading and the words after or before which, or the number after which, it stands."""

    syllable: str
    after: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    after_number: bool = False


def _choice(syllable: str, after: str = "", before: str = "", number: bool = False) -> Choice:
    return Choice(syllable, frozenset(after.split()), frozenset(before.split()), number)


# The first that fits decides; the default stands in `handmade.SINGLES`.
CHOICES: dict[str, tuple[Choice, ...]] = {
    "了": (_choice("liǎo", after="不"),),
    "着": (
        _choice("zháo", after="不 得"),
        _choice("zhuó", before="墨 眼 色 装 陆"),
    ),
    "都": (_choice("dū", after="首 京 故 古 建"),),
    "还": (
        _choice("huán", before="款 钱 债 清 贷 书 账 本 乡 原 贷款 欠款", after="归 偿 退 交 送"),
    ),
    "行": (_choice("háng", number=True, after="本 同 各"),),
    "重": (
        _choice(
            "chóng", before="建 申 返 新 塑 开 启 读 写 组 访 拾 走 回 修 现 置 逢", number=True
        ),
    ),
    "种": (
        _choice("zhǒng", number=True, after="这 那 各 每 某 此 何 该"),
        _choice(
            "zhòng",
            before="田 地 菜 树 粮 花 草 下 了 出 上 好 庄稼 玉米 小麦 水稻 棉花 大豆 粮食 蔬菜 着",
        ),
    ),
    "数": (_choice("shǔ", before="着 一 不清 到 出 上 数"),),
    "中": (_choice("zhòng", after="击 打 射 投 考 看 猜 命 抽 选 切", before="奖 标 枪 弹 箭"),),
    "将": (_choice("jiàng", after="名 老 虎 猛 主 战 女"),),
    "处": (
        _choice("chù", number=True, after="各 此 何 到 办事 该 这 那 深 高 远 每 妙 用 长 好"),
        _choice("chǔ", before="在 于 理 之 变"),
    ),
    "难": (_choice("nàn", after="受 遇 遭 蒙 避 逃 罹 劫 国 磨 危"),),
    "藏": (_choice("zàng", after="西 青 川 援 入 进 在 赴 滇 驻", before="族 区 历 文 语 医"),),
    "背": (_choice("bēi", before="着 起 包 上"),),
    "降": (_choice("xiáng", after="投 招 劝 诈"),),
    "倒": (
        _choice(
            "dǎo", after="跌 摔 推 打 病 累 吓 滑 压 晕 绊 击 撞 砍 吹 刮", before="下 闭 塌 在 台"
        ),
    ),
    "卷": (_choice("juǎn", before="起 入 进 走 着 成"),),
    "调": (_choice("tiáo", before="高 低 整 节 好 味 匀 解 至 到"),),
    "载": (_choice("zǎi", number=True, after="年"),),
    "教": (_choice("jiāo", before="我 你 他 她 书 孩子 大家 学生 会"),),
    "量": (_choice("liáng", before="一 体温 血压 了 着 尺寸"),),
    "空": (_choice("kòng", before="着 出 下"),),
    "干": (_choice("gān", before="裂 枯 花 货 净 冷", after="晒 晾 烘 吹 风 擦 饼"),),
    "差": (_choice("chāi", after="出 公 信"),),
    "曲": (_choice("qū", after="弯", before="线 折"),),
    "看": (_choice("kān", before="家 门 管 守"),),
    "当": (_choice("dàng", after="恰 适 不 妥", before="作 成 真"),),
    "几": (_choice("jī", before="近 乎"),),
    "相": (_choice("xiàng", after="亮 长 照 首 真"),),
    "吐": (_choice("tù", after="呕 上"),),
    "论": (_choice("lún", before="语"),),
    "供": (_choice("gòng", before="奉 认 述"),),
    "漂": (_choice("piāo", before="在 着 浮 流"),),
}
