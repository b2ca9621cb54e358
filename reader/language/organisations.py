"""Names of organisations: a place or another organisation, what it is for, and what it is.

国家发展改革委区域协调发展司 is one unit. Its parts are the unit that stands alone, 国家发展改革委,
and the words after it; so the longest is shown first and each shorter one can be reached. Terms of
the glossary are never cut, but may be parts.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.domain.words import WordKind
from reader.language.pieces import ORGANISATION, PERSON, PLACE, PROPER, Piece

_BEGINS = frozenset(
    """
国家 全国 中央 最高 国际 人民 国务院 中共中央 中共 教育部 财政部 外交部 公安部 商务部 民政部 司法部 水利部 国防部
文化部 卫生部 农业部 科技部 建设部 铁道部 交通部 信息产业部 劳动部 联合国 世界 欧洲 亚洲 非洲 新华社 中科院 全国人大
""".split()
)
_INNER = frozenset(
    """
发展 改革 区域 协调 经济 社会 科学 技术 科技 教育 文化 艺术 体育 卫生 健康 医疗 医学 医药 药品 食品 农业 农村 林业
草原 水利 水务 海洋 渔业 畜牧 气象 地震 地质 矿产 能源 电力 石油 天然气 煤炭 化工 化学 钢铁 冶金 机械 电子 信息 通信
网络 数据 统计 审计 税务 财政 金融 证券 保险 银行 货币 外汇 贸易 商业 商务 工业 工商 市场 监督 管理 行政 执法 质量
标准 计量 检验 检疫 检察 检测 司法 公安 刑事 民事 法律 法制 法学 安全 应急 消防 交通 运输 铁路 公路 航空 航天 民航
港口 海事 海关 邮政 邮电 建设 城乡 城市 规划 住房 土地 国土 资源 自然 生态 环境 保护 环保 旅游 文物 出版 新闻 广播
电视 电影 广电 传媒 宣传 组织 统战 民族 宗教 侨务 外事 国际 合作 交流 友好 协作 投资 促进 产业 企业 国有 资产 人力
人事 劳动 就业 培训 人才 干部 老 青年 妇女 儿童 少年 学生 职工 退役 军人 民政 福利 慈善 残疾人 红十字 人民 高级
中级 初级 最高 基层 专门 军事 国防 海军 空军 陆军 武装 警察 警备 边防 政治 政法 纪律 检查 监察 政策 研究 理论 历史
考古 语言 文字 文学 哲学 社科 中国 全国 国家 中央 地方 常务 执行 外国语 师范 理工 财经 政法 工程 工业 农业 林业 医科
中医药 中医 交响 乐团 音乐 美术 戏剧 舞蹈 戏曲 京剧 话剧 第一 第二 第三 第四 第五 附属 实验 职业 技工 专科 综合 联合
集团 控股 股份 有限 有限责任 责任 总 分 制造 汽车 船舶 造船 轮船 长途 客运 货运 物流 供应链 电器 电气 家电 电信 移动
软件 硬件 半导体 芯片 集成电路 生物 制药 基因 材料 纺织 服装 轻工 食品 饮料 烟草 粮食 供销 种子 建筑 建材 房地产 置业
酒店 饭店 餐饮 事务 业务 服务 咨询 评估 仲裁 公证 知识 产权 知识产权 专利 商标 版权 档案 保密 机要 信访 督查 巡视
反 贪污 贿赂 反贪 经贸 计划 生育 计生 物价 价格 体制 体改 西部 东北 华东 华北 华南 西南 西北 华中 开发 推进 领导
工作 战略 核 原子能 卫星 飞行 宇航 地理 测绘 文献 党史 文史 编译 翻译 情报 动物 植物 昆虫 微生物 数学 物理 力学
天文 计算 计算机 自动化 遥感 光学 声学 病毒 疾病 预防 控制 血液 肿瘤 心血管 口腔 妇幼 精神 康复 急救 献血 科学技术 先进 高等 基础 公共 医疗卫生 国土资源 生态环境 人力资源 社会保障 社会科学 自然科学 住房城乡
系统 设备 装备 仪器 实业 商贸 传播 影视 游戏 互动 精密 化纤 光电 光伏 锂电 动力 电池 汽车零部件 农机 种业 乳业 酒业 重工 环境保护
""".split()
)
ENDS = (
    "委员会", "常委会", "公司", "大学", "学院", "法院", "检察院", "研究院", "研究所", "研究室",
    "研究会", "科学院", "工程院", "银行", "协会", "学会", "商会", "联合会", "基金会", "总会",
    "工会", "联盟", "出版社", "电视台", "电台", "广播电台", "日报社", "报社", "通讯社", "杂志社",
    "医院", "中学", "小学", "学校", "党校", "博物馆", "图书馆", "美术馆", "办公室", "办公厅",
    "管理局", "总局", "分局", "总公司", "分公司", "集团", "交易所", "事务所", "领事馆", "大使馆",
    "党委", "省委", "市委", "县委", "区委", "政协", "纪委", "人民政府", "省政府", "市政府", "县政府",
    "军区", "总队", "支队", "大队", "警备区", "法庭", "议会", "国会", "中心",
    "改革委", "发改委", "国资委", "计委", "经贸委", "科委", "教委", "建委", "体委", "外交学会",
    "人大", "乐团", "剧院", "歌剧院", "芭蕾舞团", "艺术团", "代表团", "联队", "公安局", "管理处",
    "指挥部", "司令部", "俱乐部", "编辑部", "总站", "气象台", "天文台", "水文站", "收费站",
)  # fmt: skip
_SHORT_ENDS = frozenset("局司厅处部院所署委社厂办")
"""Ends of one character: only after a word for what the organisation does."""
_FIRST = PLACE | ORGANISATION | PROPER
_ONLY_AFTER = _SHORT_ENDS | {"中心"}
_AND = frozenset("与和及")
_NEVER = frozenset("的了着过在是和与及或就也都将被把让给而但之其此这那为以从向对")
_TRADES = ("公司", "集团", "厂", "事务所")
_BRAND = 4  # characters of the longest brand
_CUT = (WordKind.WORD, WordKind.NAME)
_DEEPEST = 4  # names within names within names
_MOST = 9  # so many pieces after the first


def organised(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with those of an organisation's name put together."""
    out: list[Piece] = []
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        if _begins(piece):
            unit, at = _unit(pieces, at)
            out.append(unit)
        else:
            out.append(piece)
            at += 1
    return out


def _begins(piece: Piece) -> bool:
    if piece.term is not None:
        return piece.text.endswith(ENDS)
    return bool(piece.classes & _FIRST) or piece.text in _BEGINS


def _unit(pieces: Sequence[Piece], at: int) -> tuple[Piece, int]:
    """The longest name from ``at`` on, and where it ends; names within it are its first part."""
    unit = pieces[at]
    end = at + 1
    for _ in range(_DEEPEST):
        stop = _end(pieces, end)
        following = list(pieces[end:stop])
        if not following and unit.classes & (PLACE | PROPER):
            following, stop = _company(pieces, end)
        if not following:
            break
        text = unit.text + "".join(part.text for part in following)
        unit = Piece(text, WordKind.NAME, None, (unit, *following), ORGANISATION)
        end = stop
    return unit, end


def _end(pieces: Sequence[Piece], start: int) -> int:
    """Where the first name that goes on at ``start`` ends, or ``start`` for none."""
    for at in range(start, min(len(pieces), start + _MOST)):
        piece = pieces[at]
        text = piece.text
        if piece.term is not None:
            return at + 1 if _is_office(text) else start
        if piece.kind not in _CUT or piece.classes & PERSON:
            return start
        if at > start and text in _ONLY_AFTER:
            return at + 1
        if _is_office(text) and text not in _ONLY_AFTER:
            return at + 1
        joins = text in _AND and at > start and at + 1 < len(pieces)
        if text not in _INNER and not (joins and pieces[at + 1].text in _INNER):
            return start
    return start


def _is_office(text: str) -> bool:
    """Whether a word says what it is and what it does: 区域协调发展司, but not 大局."""
    if text.endswith(ENDS):
        return True
    return text[-1] in _SHORT_ENDS and any(text[at:-1] in _INNER for at in range(len(text) - 1))


def _company(pieces: Sequence[Piece], start: int) -> tuple[list[Piece], int]:
    """What goes on at ``start`` if it is a brand and a company: 东|数|能|芯|技术|有限公司."""
    size = 0
    for at in range(start, min(len(pieces), start + _BRAND)):
        piece = pieces[at]
        if piece.kind not in _CUT or piece.text in _NEVER or size + len(piece.text) > _BRAND:
            return [], start
        size += len(piece.text)
        stop = _end(pieces, at + 1)
        if size > 1 and stop > at + 1 and pieces[stop - 1].text.endswith(_TRADES):
            brand = pieces[start : at + 1]
            name = Piece("".join(p.text for p in brand), WordKind.NAME, None, (), PROPER)
            return [name, *pieces[at + 1 : stop]], stop
    return [], start
