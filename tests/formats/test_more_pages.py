"""More damaged pages, of other newspapers and with other damage, given as whole outlines.

An outline has one line a paragraph, ``kind: beginning…end``, and ``---`` between sections.
"""

from typing import NamedTuple

import pytest

from reader.domain.document import Decisions, Document, RepairKind
from reader.formats import from_text, read
from tests.formats.rebuilding import lost


class Page(NamedTuple):
    """``outline``: what must come out; ``repairs``: kinds and how often."""

    name: str
    text: str
    outline: str
    repairs: dict[str, int]


PAGES = {
    "sub-headings and titles all ##": Page(
        "a.md",
        """## 全省防汛工作会议召开

本报讯（记者 陈晓）6月12日，全省防汛工作会议在省城召开。会议分析当前防汛形势，部署下一阶段防汛任务。

## 压实责任，守住防汛底线

会议要求，各地要把防汛责任落实到每一座水库、每一段堤防，水库和堤防的巡查要做到全天候。

## 备足物资，做好抢险准备

防汛抢险队伍要提前集结，防汛物资要备足备齐，各地防汛会议要部署到村。（下转第四版）

## 稻田里养出“金螃蟹”

本报讯（通讯员 赵敏）走进盘山县的稻田，螃蟹在稻丛间穿行。农户李强说，今年螃蟹个头大，不愁卖。
""",
        """title: 全省防汛工作会议召开
body: 本报讯（记者 陈晓）…任务。
heading: 压实责任，守住防汛底线
body: 会议要求…全天候。
heading: 备足物资，做好抢险准备
body: 防汛抢险队伍…到村。
jump: （下转第四版）
---
title: 稻田里养出“金螃蟹”
body: 本报讯（通讯员 赵敏）…不愁卖。""",
        {"split": 1},
    ),
    "all headings #": Page(
        "b.md",
        """# 高铁新线今日开通

新华社成都9月3日电（记者王明）今日，连接两座城市的高铁新线开通运营，沿线十二个县结束不通铁路的历

# 医保目录新增药品

史。首趟列车上座率超过九成。

新华社北京9月3日电 国家医保局3日公布，新增药品九十一种。
""",
        """title: 高铁新线今日开通
body: 新华社成都…不通铁路的历史。首趟列车…九成。
---
title: 医保目录新增药品
body: 新华社北京9月3日电…九十一种。""",
        {"joined": 1, "lifted": 1},
    ),
    "two fragments": Page(
        "c.md",
        """## 海洋牧场建设提速

本报青岛7月1日电 黄海之滨，海洋牧场里网箱林立，鱼群翻腾，产值连年增长。

的工作机制，推动基层减负落到实处，让干部腾出手来抓落实。（下转第五版）

，并不断扩大试点范围，惠及更多群众。目前试点城市已有三十个。（下转第六版）

## 古籍修复师的一天

本报记者 林静

清晨八点，修复室的灯亮了。老师傅戴上眼镜，摊开一页残破的纸。
""",
        """title: 海洋牧场建设提速
body: 本报青岛…增长。
---
fragment: 的工作机制…抓落实。
jump: （下转第五版）
---
fragment: ，并不断扩大…三十个。
jump: （下转第六版）
---
title: 古籍修复师的一天
byline: 本报记者 林静
body: 清晨八点…残破的纸。""",
        {"flagged": 2, "split": 2},
    ),
    "caption with （新华社发） in one line": Page(
        "d.md",
        """# 沙漠边缘的绿色长城

新华社银川4月5日电 三十年来，治沙人用草方格锁住流沙，用双手在沙漠边缘种下了

4月2日，治沙人在腾格里沙漠扎草方格。（新华社发）

一道绿色长城。如今，这里的植被覆盖率超过百分之四十。
""",
        """title: 沙漠边缘的绿色长城
body: 新华社银川…种下了一道绿色长城…百分之四十。
caption: 4月2日…草方格。
byline: （新华社发）""",
        {"joined": 1, "lifted": 2, "split": 1},
    ),
    "caption of the paper's own photographer, between whole paragraphs": Page(
        "e.md",
        """# 老街焕新记

本报扬州3月8日电 老街修旧如旧，青石板路重新铺好，电线埋到了地下。

图为游客在东关街游览。本报记者 孟德龙摄

街坊们说，老街还是那条老街，日子却是新的日子。
""",
        """title: 老街焕新记
body: 本报扬州…地下。
caption: 图为游客在东关街游览。
byline: 本报记者 孟德龙摄
body: 街坊们说…新的日子。""",
        {"split": 1},
    ),
    "caption without photographer": Page(
        "f.md",
        """# 嫦娥六号返回

新华社北京6月25日电 嫦娥六号返回器准确着陆，工作正常，标志着探月工程取得圆满

6月25日，嫦娥六号返回器在内蒙古四子王旗着陆。

成功。这是人类首次从月球背面采样返回。
""",
        """title: 嫦娥六号返回
body: 新华社北京…圆满成功。这是人类…返回。
caption: 6月25日…着陆。""",
        {"joined": 1, "lifted": 1},
    ),
    "jump in the middle": Page(
        "g.md",
        """# 外贸保稳提质

本报北京5月9日电 前四月，我国外贸进出口总值同比增长，民营企业表现活跃。（下转第二版）者说，"""
        """这样的服务贴心又省心，老人们都很满意。

# 校园里的科学家

本报南京5月9日电 院士走进小学课堂，孩子们围着他问个不停。
""",
        """title: 外贸保稳提质
body: 本报北京…活跃。
jump: （下转第二版）
---
fragment: 者说，…满意。
---
title: 校园里的科学家
body: 本报南京…不停。""",
        {"split": 1, "flagged": 1},
    ),
    "page two": Page(
        "h.md",
        """（上接第一版）行动，坚持不懈抓下去。全市新增充电桩两千个。

## 让旧小区住得更舒心

（上接第一版）居民王大妈说，电梯装好了，下楼买菜再也不发愁。

社区还修了花坛，建了凉亭。

责编：周涛 美编：吴晗
""",
        """jump: （上接第一版）
fragment: 行动，…两千个。
---
title: 让旧小区住得更舒心
jump: （上接第一版）
fragment: 居民王大妈…不发愁。
body: 社区还修了花坛，建了凉亭。
byline: 责编：周涛 美编：吴晗""",
        {"split": 2, "flagged": 2},
    ),
    "plain text without marks": Page(
        "i.txt",
        """江南日报 2024年5月6日 星期一 第1版
我市开通首条跨江夜航线
本报讯（记者 沈文）昨晚七时，首班夜航船从老码头启航，两百名乘客在甲板上欣赏两岸灯火，感受
江城的夜色之美。市交通局介绍，航线全程四十分钟。
夜航线沿途停靠五个码头。
梅雨季将提前到来
市气象台发布消息
本报讯（记者 顾华）市气象台昨天发布消息，今年梅雨季预计比常年提前一周。
责任编辑：方圆
""",
        """byline: 江南日报 2024年5月6日…第1版
title: 我市开通首条跨江夜航线
body: 本报讯…感受江城的夜色之美…四十分钟。
body: 夜航线沿途停靠五个码头。
---
title: 梅雨季将提前到来
heading: 市气象台发布消息
body: 本报讯…一周。
byline: 责任编辑：方圆""",
        {"joined": 1},
    ),
    "paragraphs printed twice, nearly, in part": Page(
        "j.md",
        """# 非遗走进校园

本报泉州10月11日电 木偶戏走进校园，孩子们学着用手指操纵木偶，笑声不断，老艺人倍感欣慰。

本报泉州10月11日电 木偶戏走进校园，孩子们学着用手指操纵木隅，笑声不断，老艺人倍感欣慰。

学校还开设了南音、剪纸、刻纸等课程，每周两课时，由

学校还开设了南音、剪纸、刻纸等课程，每周两课时，由传承人授课。

老艺人说，只要孩子们喜欢，他就一直教下去，直到教不动的那一天。

只要孩子们喜欢，他就一直教下去，直到教不动的那一天。
""",
        """title: 非遗走进校园
body: 本报泉州…倍感欣慰。
body: 学校还开设了…传承人授课。
body: 老艺人说，…那一天。""",
        {"folded": 3},
    ),
    "a heading in the middle of a sentence": Page(
        "k.md",
        """# 大桥合龙

新华社贵阳12月2日电 世界最高桥实现合龙，建设者

### 攻克九项世界难题

们在峡谷之上奋战三年，克服了强风和大雾。

大桥通车后，两岸车程将从两小时缩短到一分钟。
""",
        """title: 大桥合龙
body: 新华社贵阳…建设者们在峡谷…大雾。
heading: 攻克九项世界难题
body: 大桥通车后…一分钟。""",
        {"joined": 1, "lifted": 1},
    ),
    "an author, a kicker, a subtitle": Page(
        "l.md",
        """### 在希望的田野上

## 一粒种子的旅程

——记育种专家周老师

本报记者 黄河 通讯员 江海

凌晨四点，试验田里亮起一束手电光。那是周老师在看他的稻子。

## 深山邮路二十年

本报记者 田野

马帮走过的路，他走了二十年。邮包里装的，是整座大山的牵挂。（记者田野）
""",
        """heading: 在希望的田野上
title: 一粒种子的旅程
heading: ——记育种专家周老师
byline: 本报记者 黄河 通讯员 江海
body: 凌晨四点…稻子。
---
title: 深山邮路二十年
byline: 本报记者 田野
body: 马帮走过的路…（记者田野）""",
        {},
    ),
    "an end is missing": Page(
        "m.md",
        """## 冰雪经济升温

新华社长春1月8日电 滑雪场里人头攒动，雪具租赁、冰雪研学、温泉民宿持续火热，今年冬天的游客比去年

## 新规下月起施行

新华社北京1月8日电 个人信息保护新规将于下月起施行。
""",
        """title: 冰雪经济升温
fragment: 新华社长春…比去年
---
title: 新规下月起施行
body: 新华社北京…施行。""",
        {"flagged": 1},
    ),
    "hard-wrapped page": Page(
        "n.txt",
        """乡村图书馆点亮山村夜晚

本报丽江2月9日电（记者和晓）夜幕降临，山村图书馆里灯火通明。
放学的孩子们三三两两走进来，找一个靠窗的位置坐下，翻开一本带
着墨香的新书，安安静静地读上一两个小时，直到家里人来接他们回
家。

图书馆是村民们自己动手建起来的。三年前，村里腾出旧粮仓，外出
务工的年轻人捐来第一批图书，老木匠带着徒弟打了二十个书架，从
那以后，山村的夜晚就有了新的去处。
""",
        """title: 乡村图书馆点亮山村夜晚
body: 本报丽江…一本带着墨香…接他们回家。
body: 图书馆是…从那以后，山村的夜晚就有了新的去处。""",
        {},
    ),
}


def outline(document: Document) -> list[str]:
    lines: list[str] = []
    for number, section in enumerate(document.sections):
        lines += ["---"] if number else []
        lines += [f"{p.kind}: {p.text}" for p in section.paragraphs]
    return lines


def fits(line: str, wanted: str) -> bool:
    parts = wanted.split("…")
    at = 0
    for number, part in enumerate(parts):
        at = line.find(part, at)
        if at < 0 or (number == 0 and at > 0):
            return False
        at += len(part)
    return wanted.endswith("…") or at == len(line)


@pytest.mark.parametrize("name", PAGES)
def test_the_page_comes_out_as_a_person_would_read_it(name: str) -> None:
    page = PAGES[name]
    document = read(from_text(page.name, page.text))
    found = outline(document)
    wanted = page.outline.splitlines()
    assert len(found) == len(wanted), found
    for line, expected in zip(found, wanted, strict=True):
        assert fits(line, expected), found
    kinds = [repair.kind.value for repair in document.repairs]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == page.repairs


@pytest.mark.parametrize("name", PAGES)
def test_each_repair_can_be_undone_and_made_again(name: str) -> None:
    source = from_text(PAGES[name].name, PAGES[name].text)
    document = read(source)
    keys = [repair.key for repair in document.repairs]
    assert len(set(keys)) == len(keys)
    assert lost(source, document) == ""
    paragraphs = list(document.paragraphs())
    for index, repair in enumerate(document.repairs):
        assert index in paragraphs[repair.paragraph].repairs
        assert 0 <= repair.offset <= len(paragraphs[repair.paragraph].text)
        assert repair.source in source.text
        again = read(source, Decisions(frozenset({repair.key})))
        left = {other.key for other in again.repairs}
        assert repair.key not in left
        # A lifting and its joint stand and fall together; all else stays.
        partners = {RepairKind.LIFTED, RepairKind.JOINED, RepairKind.SPLIT, RepairKind.FLAGGED}
        gone = {other.key for other in document.repairs if other.key not in left}
        assert all(r.kind in partners | {repair.kind} for r in document.repairs if r.key in gone)
        assert lost(source, again) == ""
    assert read(source) == document


CLEAN = {
    "report.md": """# 全国两会开幕

## 代表委员共商国是

新华社北京3月5日电 （记者李华、王强）十四届全国人大会议5日上午开幕。

会议有以下议程：

一、审议政府工作报告；
二、审查计划报告；

“我们要把基层的声音带上来。”代表张兰说，“乡亲们盼着路修得更好。”

### 春天的约定

代表们写下诗句：

山高水长

春风又绿江南岸，

明月何时照我还？

会议将于11日闭幕。（完）
""",
    "novel.txt": "　　卷一 风起\n\n　　第一章 山雨\n\n　　雨下了三天，\n　　河水漫过了桥。\n"
    "　　“走吧……”老人说\n　　的确该走了。他想，了不起的事总要有人做，等到明天就迟了\n\n"
    "　　第二章 远行\n\n　　着急也没有用。\n　　过去的事，不提也罢\n",
    "poem.txt": "再别康桥\n\n轻轻的我走了，\n正如我轻轻的来；\n我轻轻的招手，\n作别西天的云彩。\n\n"
    "那河畔的金柳，\n是夕阳中的新娘；\n波光里的艳影，\n在我的心头荡漾。\n",
    "verse.txt": "白日依山尽\n黄河入海流\n欲穷千里目\n更上一层楼\n",
    "letter.txt": "亲爱的妈妈：\n\n我在学校一切都好，请您放心\n\n此致\n\n敬礼\n\n儿子\n2023年5月1日\n",
    "list.md": "# 清单\n\n1. 坚持党的领导，把握方向\n2. 坚持以人民为中心，\n\n* 苹果\n* 的\n\n"
    "> 引用的话，没有句号\n\n| 名 | 数 |\n|--|--|\n| 甲 | 1 |\n\n```\ncode，\n```\n",
    "refrain.md": "# 歌\n\n花儿为什么这样红\n\n花儿为什么这样红\n\n为什么这样红，哎红得好像燃烧的火\n",
}


@pytest.mark.parametrize("name", CLEAN)
def test_what_is_not_damaged_stays_as_it_is(name: str) -> None:
    document = read(from_text(name, CLEAN[name]))
    assert document.repairs == ()
