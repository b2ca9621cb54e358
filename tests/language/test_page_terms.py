"""The terms marked on the first page, each reviewed: none is missing, and none is there by mistake."""

from collections.abc import Iterable, Iterator, Mapping

import pytest

from reader.domain.words import Word, WordKind
from reader.language import glossary
from reader.language.annotate import Annotator
from tests.language.test_page import LINES

# Policy formulas: the id of an entry and the ways it is written on the page.
POLICY = """
changsanjiao-yitihua-fazhan = 长三角一体化发展 长三角一体化发展战略
zhongguoshi-xiandaihua = 中国式现代化
yinling-shifan = 引领示范作用 引领示范
fazhan-nengji = 发展能级 辐射能级
xin-geju = 改革开放新格局
xin-fazhan-geju = 新发展格局
gaozhiliang-fazhan = 高质量发展
qiangguo-jianshe-minzu-fuxing = 强国建设、民族复兴
xin-fazhan-linian = 新发展理念
liang-ge-guanjianci = 一体化和高质量 两个关键词
quanqiu-shiye = 全球视野
zhanlue-siwei = 战略思维
quanmian-shenhua-gaige = 深化改革
gaoshuiping-duiwai-kaifang = 高水平开放 高水平对外开放 更高层次对外开放
tongchou = 统筹
keji-chuangxin = 科技创新
chanye-chuangxin = 产业创新
longtou-daidong = 龙头带动 龙头带动作用
yingjian-liantong = 硬件联通
jizhi-xietong = 机制协同
xietong = 协同 跨区域协同 协同配合 政策协同
shengtai-huanbao = 生态环保
gongtong-fuyu = 共同富裕
xianxing-shifan = 先行示范
zhonghua-minzu-xiandai-wenming = 中华民族现代文明
zouzai-qianlie = 走在前列
xianxing-tanlu = 先行探路
fushe-daidong = 辐射带动作用 辐射全国
guihua-zhengce-tixi = 规划政策体系
zengzhangji = 增长极 经济增长极
xiandaihua-chanye-tixi = 现代化产业体系
quyu-xietiao-fazhan = 区域协调发展
gaige-kaifang = 改革开放
maichu-xin-bufa = 迈出新步伐
gongbao-lianzhi = 生态环境共保联治 共保联治
zhidu-youyuexing = 中国特色社会主义制度优越性
zhongyao-chuangkou = 重要窗口
guoji-jingzheng-hezuo = 国际竞争合作
zhanlue-zhudong = 战略主动
quanguo-tongyi-dashichang = 全国统一大市场
xiang-zongshen = 向纵深拓展
chaoda-teda-chengshi = 超大特大城市
zhili = 治理
duanban = 短板
da-wenzhang = 一篇大文章
wenzhong-qiujin = 稳中求进
yiren-jiezhe-yiren-gan = 一任接着一任干
puxie-xin-pianzhang = 新篇章
guoji-keji-hezuo = 国际科技合作
sanxin-jingji = 新产业新业态新模式
fazhan-xin-kongjian = 发展新空间
xin-dongneng = 发展新动能
kexue-ceyuandi = 科技创新策源地
chuangxin-shengtai = 创新生态
tizhi-jizhi = 体制机制
diqu-fenge = 地区分割
xingzheng-bilei = 行政壁垒
zhidu-baozhang = 制度保障
yitihua-yishi = 一体化意识
yipanqi = 一盘棋思想
zhidu-chuangxin = 体制机制创新 一体化制度创新
xitong-jicheng = 系统集成
geng-shencengci = 更深层次更宽领域
jiben-gonggong-fuwu = 基本公共服务
biaozhun-qutong = 制度衔接、政策协同、标准趋同
xianjie = 衔接 有机衔接 无缝衔接
gonggong-fuwu-bianli-gongxiang = 公共服务便利共享
jichu-sheshi-hulian-hutong = 基础设施互联互通
guotu-kongjian-guihua = 国土空间规划
gongjian-gongxiang = 共建共享
chanye-zhuanyi = 产业跨区域转移
shengchan-yaosu = 生产要素 资源要素
quyu-gongtongti = 区域发展共同体
xietong-kaifang = 协同开放
zhiduxing-kaifang = 制度型开放
huxue-hujian = 互学互鉴
fuzhi-tuiguang = 复制推广
guonei-daxunhuan = 国内国际大循环
qiangda-yinqing = 强大引擎
guonei-guoji-shuangxunhuan = 国内国际双循环
zhanlue-shuniu = 战略枢纽
wuge-zhongxin = 五个中心
pudong-zonghe-gaige = 浦东新区综合改革试点
shidian = 试点
zimaoqu-tisheng-zhanlue = 自由贸易试验区提升战略
gongjian-yidai-yilu = 共建“一带一路”高质量发展
youshi-channeng = 优势产能
shiyong-jishu = 适用技术
zouchuqu = 走出去
guli-zhichi-yindao = 鼓励、支持、引导
minying-jingji = 民营经济
minying-qiye = 民营企业
sansheng-yishi = 三省一市
shengtai-baohu-hongxian = 生态保护红线
hongxian = 红线
shengtai-pingzhang = 重要生态屏障
shengtai-langdao = 生态廊道
wuran-zonghe-fangzhi = 大气、水、土壤污染综合防治
kuajie-shuiti = 跨界水体
jieneng-jianpai-jiangtan = 节能减排降碳
lvse-zhizao = 绿色制造体系
qingjie-shengchan = 清洁生产
jieneng-jiangtan-zengxiao = 节能降碳增效
zuoqiang-zuoyou = 做强做优
lvse-chanye-tixi = 绿色低碳产业 绿色产业体系
shengchan-shenghuo-fangshi = 可持续的生产生活方式
paiwuquan-jiaoyi = 排污权交易制度
tandafeng-tanzhonghe = 碳达峰碳中和
xinxing-nengyuan-tixi = 新型能源体系
dianli-huji = 省间电力互济
shinian-jinyu = 长江“十年禁渔”
lianhe-zhifa = 联合执法
shengtai-chanpin-jizhi = 生态产品价值实现机制
shengtai-youshi = 生态优势
anquan-fazhan = 安全发展能力 安全发展
zongti-guojia-anquanguan = 总体国家安全观
dixian-siwei = 坚持底线思维
tongchou-fazhan-anquan = 统筹好发展和安全
fengxian-fangkong = 风险防控体系
nengli-jianshe = 能力建设
hangshi = 夯实
peitao-nengli = 配套能力
zhongdian-lingyu-guanjian-huanjie = 重要领域和关键环节
qianglian-bulian = 强链补链行动 补链
chanyelian-renxing = 产业链供应链韧性和安全水平
renxing = 韧性
jinrong-zhiduxing-kaifang = 金融领域制度型开放
kuajing-tou-rongzi = 跨境投融资便利化
quan-guocheng-fengxian-fangkong = 全过程风险防控
guojia-jinrong-anquan = 国家金融安全
duiwai-hezuo-anquan = 对外合作安全
chanyelian-gongyinglian = 产业链
kuajing-buju = 跨境布局
buju = 布局 布局谋划 合理布局
renmin-chengshi = 人民城市人民建
chengshi-zhili-xiandaihua = 城市现代化治理
renxing-chengshi = 韧性城市
chengshi-anquan-yufang = 城市安全预防体系
chengshi-yunxing-baozhang = 城市基本运行保障体系
fangzai-jianzai-jiuzai = 防灾减灾救灾
dang-de-quanmian-lingdao = 坚持和加强党的全面领导
tongchou-xietiao = 统筹协调
guihua-gangyao = 规划纲要
juece-bushu = 党中央决策部署
diaocha-yanjiu = 调查研究
xietong-gongshang = 协调共商
ducu-jiancha = 督促检查
zhongcheng-ganjing-dandang = 忠诚干净担当
ganbu-duiwu = 高素质专业化干部队伍
dandang-zuowei = 担当作为
di-er-pi-zhuti-jiaoyu = 第二批主题教育
quanmian-congyan-zhidang = 全面从严治党
yiti-tuijin-san-bu-fu = 一体推进不敢腐、不能腐、不想腐
zhengzhi-gongneng = 政治功能和组织功能
yan-shi-lian = 严的纪律、实的作风、廉的操守
daju = 大局
dongliyuan = 发展动力源
gaige-shiyantian = 改革试验田
changtong-jingji-xunhuan = 畅通经济循环
duijie = 对接
gaobiaozhun-guoji-jingmao-guize = 高标准国际经贸规则
menhu = 门户
xianghu-funeng = 相互赋能 赋能
la-changban = 共拉长板 长板
gengdi-baohu = 耕地保护
dang-de-shibada = 党的十八大
ying-cuoshi = 硬措施
gengdi-hongxian = 耕地红线
renduo-dishao = 人多地少
guoqing = 国情
feinonghua = 非农化
feilianghua = 非粮化
tuodi = 不托底 托底
nongtian-shuili = 农田水利
qianzhang = 欠账
xin-shidai-xin-zhengcheng = 新时代新征程
lishi-shiming = 历史使命
zhangduo-linghang = 掌舵领航
xi-jinping-sixiang = 习近平新时代中国特色社会主义思想
chuangxinlian = 创新链
shangxiayou = 上下游
xunhuanlian = 循环链
qianyan-zhendi = 前沿阵地
xinnengyuan-qiche = 新能源汽车
chanye-shengtai = 产业生态
zhengling-peitao = 整零配套
xinche-xietong = 芯车协同
guidao-changsanjiao = 轨道上的长三角
dingceng-sheji = 顶层设计
quanmian-lvse-zhuanxing = 全面绿色转型
zhanlue-jiyu = 战略机遇
shengyuan-balesitan-ri = 声援巴勒斯坦人民国际日
jinian-dahui = 纪念大会
balesitan-wenti = 巴勒斯坦问题
zhongdong-wenti = 中东问题
guoji-gongping-zhengyi = 国际公平正义
bayi-chongtu = 巴以冲突
zhengjie = 症结在于 症结
duli-jianguo = 独立建国
minzu-quanli = 合法民族权利 民族合法权利
gongtong-anquan = 共同安全理念
kechixu-anquan = 可持续安全
guoji-shehui = 国际社会
tinghuo-zhizhan = 停火止战 停火
rendao-zainan = 人道灾难
bayi-hetan = 巴以和谈
shengcun-quan = 生存权
huigui-quan = 回归权
bianjie-1967 = 以1967年边界为基础
wanquan-zhuquan = 享有完全主权
duli-balesitanguo = 独立的巴勒斯坦国
lao-pengyou = 中国人民的老朋友
zhongmei-guanxi-zhengchanghua = 中美关系正常化
zhongmei-guanxi = 中美关系
heping-yu-fazhan = 世界的和平与发展
"""
# Institutions, offices and places that the glossary explains.
OFFICES = """
xinhuashe = 新华社
zongshuji = 中共中央总书记 总书记
guojia-zhuxi = 国家主席
zhongyang-junwei-zhuxi = 中央军委主席
zhengzhiju-changwei = 中共中央政治局常委
guowuyuan-zongli = 国务院总理
zhongyang-bangongting = 中央办公厅
guojia-fazhan-gaigewei = 国家发展改革委
shiwei-shuji = 市委书记
shengwei-shuji = 省委书记
changsanjiao = 长三角区域 长三角 长三角地区
changjiang-jingjidai = 长江经济带
changsanjiao-shifanqu = 长三角生态绿色一体化发展示范区
shifanqu = 示范区
pudong-xinqu = 浦东
hongqiao-shuniu = 虹桥国际开放枢纽
lingang-xinpianqu = 上海自由贸易试验区临港新片区 临港
zhongxibu = 中西部地区
quyu-lingdao-xiaozu = 中央区域协调发展领导小组
dang-zuzhi = 党组织
zhongyang-he-guojia-jiguan = 中央和国家机关
dang-zhongyang = 党中央
quyu-xietiao-fazhan-si = 区域协调发展司
sizhang = 副司长 司长
wuhu = 芜湖
wannan = 皖南
waigaoqiao = 外高桥港区
qiche-ban = 汽车办
jiaotong-yunshu-ting = 交通运输厅
tingzhang = 副厅长 厅长
fazhan-guihua-yanjiuyuan = 发展规划研究院
anlihui = 联合国安理会
dong-yelusaleng = 以东耶路撒冷为首都
guowuqing = 国务卿
"""
# The language of news, and set phrases.
NEWS = """
zhuchi-zhaokai = 主持召开
zuotanhui = 座谈会
qiangdiao = 强调
zhongda-tupo = 取得新的重大突破 取得重大突破
chuxi = 出席
fabiao-zhongyao-jianghua = 发表重要讲话 发表了重要讲话
weiye = 伟业
yiyi-zhongda = 意义重大
wanzheng-zhunque-quanmian = 完整、准确、全面贯彻
guanche-luoshi = 贯彻 深入贯彻落实 深入贯彻落实习近平总书记重要讲话精神
jianding-buyi = 坚定不移
geyang-suochang = 各扬所长
diaoyan = 调研
fenbie-fayan = 先后发言
huibao-gongzuo = 汇报工作情况
tingqu = 听取
zhichu = 指出
zhashi-tuijin = 扎实推进
zhangxian = 彰显
qingxing-renshi = 同时也要看到 清醒认识到
shencengci-wenti = 深层次问题
youdai-jinyibu = 有待进一步 有待
pojie = 破解
shendu-ronghe = 深度融合
qiangqiang-lianhe = 强强联合
xunxu-jianjin = 循序渐进
jiji-wentuo = 积极稳妥推进
guoji-minsheng = 国计民生
gaodu-zhongshi = 高度重视 始终高度重视
zhanlue-yinling = 战略引领作用
zuzhi-lingdao = 加强组织领导
luodao-shichu = 落到实处
biaoshi = 表示
renzhen-xuexi-linghui = 认真学习领会
zhongyao-jianghua-jingshen = 习近平总书记重要讲话精神 重要讲话精神
fuze-tongzhi = 负责同志
youguan-bumen = 有关部门、有关地方 有关地方和部门
xiazhuan = 下转第三版 下转 下转第二版
chengxiao = 新成效 显著成效
zhenfen-renxin = 振奋人心
chongfen-kending = 充分肯定
kexue-zhiyin = 科学指引
zhongyao-jianghua = 重要讲话
renwei = 认为
xuexi-guanche = 深入学习贯彻 深入学习贯彻总书记重要讲话精神
zhi-hedian = 致贺电 贺电
xunhuan-wangfu = 循环往复
zhengyi-shiye = 正义事业
genben-chulu = 根本出路
shishi = 逝世
zhi-yandian = 致唁电 唁电
yi-geren-de-mingyi = 以个人的名义
shenqie-aidao = 表示深切的哀悼
chengzhi-weiwen = 诚挚的慰问
lishixing-gongxian = 作出了历史性贡献
zhongfang = 中方
meifang = 美方
jiankang-wending = 健康稳定发展
yingyou-gongxian = 作出应有贡献
yiti-mouhua = 协同推进 统筹谋划
fenlei-zhidao = 分类推进
"""
# What no mark may touch: names, and general words that hold or adjoin what elsewhere is a term.
UNMARKED = """
习近平30日 习近平在上海 习近平向 习近平就 李强蔡奇 郑栅洁 陈吉宁 信长星 易炼红 韩俊 谢环驰 李干杰 何立峰 吴政隆 穆虹 姜信治
王伟 曹栋强 刘文峰 钱雨丽 惠先宝 周世锋 亨利·基辛格 拜登 上海东数能芯 海通码头 闵行区 江苏盐城
充分发挥 进一步提升创新 意见建议 优质装备 政策举措 交通网络 基础设施标准 项目建设 全国前列 综合竞争力 各项改革举措
一体化向 交通一体化 和经济发展 科技、产业、金融 经济优势 持续下滑趋势 生追求 卓越的战略眼光 著名战略家 惨痛教训
保护平民安全 一个半小时 长途车 滚装船 顺江而下 出行便利 国际商品 人员往来 好朋友 永远 传承下去 造福两国人民 有限公司董事长
副院长 副主任 向大会 两国人民友谊 尽快重启 中美人民友好事业
"""


def _table(lines: str) -> Iterator[tuple[str, str]]:
    """What is written and the id of its entry."""
    for line in filter(None, lines.split("\n")):
        term, written = line.split(" = ")
        yield from ((form, term) for form in written.split(" "))


FORMULAS = dict(_table(POLICY))
REVIEWED = FORMULAS | dict(_table(OFFICES)) | dict(_table(NEWS))
Mark = tuple[int, int, str]
Marks = Mapping[str, list[Mark]]


def _marks(words: Iterable[Word]) -> Iterator[Mark]:
    """The terms among words and their parts."""
    for word in words:
        if word.kind is WordKind.TERM and word.term is not None:
            yield word.start, word.end, word.term
        yield from _marks(word.parts)


@pytest.fixture(scope="module")
def marks(annotator: Annotator) -> Marks:
    """The marks of every line of the page, with the shipped glossary."""
    analyser = Annotator(annotator._cache, glossary.load())
    return dict(zip(LINES, map(list, map(_marks, analyser.annotate(LINES))), strict=True))


def _places(text: str) -> Iterator[tuple[str, int, int]]:
    """Every line and the range where a text stands on the page."""
    for line in dict.fromkeys(LINES):
        at = line.find(text)
        while at >= 0:
            yield line, at, at + len(text)
            at = line.find(text, at + 1)


def test_there_are_more_than_the_page_was_counted_to_have() -> None:
    assert len(set(FORMULAS.values())) > 200


@pytest.mark.parametrize(("written", "term"), REVIEWED.items())
def test_a_term_is_marked_wherever_it_stands(marks: Marks, written: str, term: str) -> None:
    """By its own mark, or as a piece of others that were reviewed too: 长三角 + 区域协调发展."""
    places = list(_places(written))
    assert any((start, end, term) in marks[line] for line, start, end in places)
    for line, start, end in places:
        marked = {at for first, last, _ in marks[line] for at in range(first, last)}
        assert marked >= set(range(start, end)), line[max(0, start - 8) : end + 8]


def test_every_mark_was_reviewed(marks: Marks) -> None:
    found = {(line[a:b], term) for line, spans in marks.items() for a, b, term in spans}
    assert found - set(REVIEWED.items()) == set()


@pytest.mark.parametrize("text", UNMARKED.split())
def test_no_mark_touches(marks: Marks, text: str) -> None:
    places = list(_places(text))
    assert places
    for line, start, end in places:
        touching = [line[a:b] for a, b, _ in marks[line] if a < end and start < b]
        assert touching == []


def test_every_term_of_the_page_is_explained() -> None:
    entries = {term.id: term for term in glossary.load()}
    for term in set(REVIEWED.values()):
        assert entries[term].explanation
        assert entries[term].english
