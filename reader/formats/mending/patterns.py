"""What newspapers print around and between their articles, as patterns."""

import re

_DIGITS = r"[0-9０-９一二三四五六七八九十]"
_PAGE = rf"第?\s*[A-Za-zＡ-Ｚ]?\s*{_DIGITS}{{1,3}}\s*版[^。（）()【】]{{0,8}}"

JUMP_OUT = re.compile(
    rf"[（(【\[]\s*[→▶►]?\s*(?:下转|紧转|转)\s*{_PAGE}[）)】\]]"
    rf"|[→▶►]?\s*下转\s*{_PAGE}$"
)
"""（下转第三版）: the text goes on elsewhere. Without brackets only at the end of a line."""

JUMP_IN = re.compile(
    rf"[（(【\[]\s*[◀◄←]?\s*(?:上接|紧接|接)\s*{_PAGE}[）)】\]]"
    rf"|^[◀◄←]?\s*上接\s*{_PAGE}(?=\s|$)"
)
"""（上接第一版）: the text began elsewhere."""

_AGENCY = (
    r"(?:据?新华社|据?中新社|中新网|人民网|新华网|央视网|央广网|光明网|中国日报|人民日报|光明日报"
    r"|经济日报|科技日报|解放军报|法治日报|工人日报|中国青年报|本报|本刊|本台|本网|法新社|路透社|美联社"
    r"|塔斯社|共同社|[\u4e00-\u9fff]{2,4}(?:日报|晚报|晨报|时报|早报|通讯社))"
)
DATELINE = re.compile(
    rf"^[■▲●◆\s]*{_AGENCY}[^，。；：“”]{{0,24}}?(?:电|讯|消息)"
    r"(?=[\s　（(:：／/丨|]|$)"
)
"""新华社上海11月30日电: begins the text of an article."""

_TIGHT_DATELINE = re.compile(
    rf"^[■▲●◆\s]*{_AGENCY}[^，。；：“”]{{0,16}}?(?:\d{{1,2}}月)?\d{{1,2}}日(?:电|讯)"
)
_REPORTER = re.compile(r"^[（(](?:本报|新华社|见习|特约|通讯员)?(?:记者|通讯员)[^）)。]{1,30}[）)]")

_PEOPLE = r"[\u4e00-\u9fff·]{2,8}(?:[\s　、，]+[\u4e00-\u9fff·]{2,8}){0,7}"
AUTHOR = re.compile(
    rf"^[■□▲●◆—\s（(]*(?:(?:{_AGENCY})?\s*(?:驻\S{{2,8}})?(?:首席|特约|见习|实习)?"
    rf"(?:记者|通讯员|评论员|撰稿人)|作者|文[／/|丨：:]|撰文|编译|编写|采写|执笔)"
    rf"[\s　：:／/|丨]*{_PEOPLE}(?:\s*(?:通讯员|记者)?[\s　：:]*{_PEOPLE})?\s*(?:报道|文)?[）)]?$"
)
"""本报记者 张三: a line of its own."""

_LENS = r"(?:摄影报道|摄影|摄制|拍摄|摄)"
_SHOT = (
    rf"(?:(?:{_AGENCY})?\s*(?:特约|见习|实习)?(?:记者|通讯员)?[\s　:：]*{_PEOPLE}\s*{_LENS}"
    rf"(?:[（(／/\s][\u4e00-\u9fff]{{2,10}}[）)]?)?"
    r"|(?:新华社|中新社|本报|视觉中国|人民视觉|影像中国|[\u4e00-\u9fff]{2,8}社)\s*(?:供图|图片|发"
    rf"(?:\s*[（(]\s*{_PEOPLE}\s*{_LENS}\s*[）)])?)"
    r"|(?:摄影|图片来源|图片|供图|图)\s*[：:／/]\s*[\u4e00-\u9fff·\s]{2,20}"
    r"|资料图片?|资料照片|人民视觉|影像中国|视觉中国"
    r"|[\u4e00-\u9fff]{2,12}供图|[\u4e00-\u9fff]{2,10}\s+图)"
)
_CREDIT = re.compile(rf"^[（(]?\s*{_SHOT}\s*[）)]?[。.]?$")
_CREDIT_TAIL = re.compile(
    rf"(?:[（(]\s*{_SHOT}\s*[）)]|(?<=[。！？”）])\s*{_SHOT}|[\s　]+{_SHOT})\s*[。.]?$"
)
_CREDIT_WORDS = re.compile(r"摄|发[）)。]?$|图[）)。片]|供图|资料|视觉|影像")
CAPTION_START = re.compile(
    r"^(?:[▲△▼▽◀▶◆■①-⑩↑↓←→]\s*)?"
    r"(?:图为|图[①-⑩一二三四\d]+[:：为]?|上图|下图|左图|右图|大图|小图|题图|本图|图片说明|资料图|"
    r"图说[:：]|[（(]图[一二三四\d]*[）)]|这是\S{0,20}?(?:拍摄|航拍|无人机照片))"
    r"|^[▲△▼▽↑↓]"
)
_DATED = re.compile(
    r"^(?:\d{4}年)?\d{1,2}月(?:\d{1,2}|初|底|中旬|上旬|下旬)日?(?:上午|下午|晚|清晨|凌晨)?[，,]"
)

_FURNITURE = re.compile(
    r"^[■□●◆▲\s]*(?:责编|责任编辑|本版责编|本版编辑|版式设计|本版视觉|编辑|主编|美编|校对|组版|值班编委"
    r"|广告|本报地址|社址|邮编|邮政编码|电话|联系电话|订阅热线|零售价|定价|国内统一|国内统一连续出版物号"
    r"|国内统一刊号|代号|电子信箱|电子邮箱|网址|今日\d+版|第\d+期|总第)(?:[\s　：:（(／/|丨]|$|\d|[\u4e00-\u9fff]{0,3}[：:])"
)
_MASTHEAD = re.compile(
    rf"^(?:[\u4e00-\u9fff]{{2,5}}(?:日报|晚报|时报|晨报|早报|报)[\s　]*)?"
    r"(?:\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|二[〇○零]\S{2}年\S{1,2}月\S{1,3}日)"
    rf"[\s　]*(?:星期[一二三四五六日天])?[\s　]*(?:{_PAGE})?(?:[\s　]*[\u4e00-\u9fff]{{2,4}})?$"
    rf"|^{_PAGE}$"
)
_GUIDE = re.compile(
    rf"(?:[（(]\s*)?(?:{_PAGE}|[A-Z]?\d{{1,2}}版)\s*[）)]?$|[.…·]{{2,}}\s*\d{{1,3}}$"
)
LISTED = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|[（(]?\d{1,3}[）)、．]|\d{1,3}\.(?!\d)"
    r"|[①-⑳●•▪■◆★☆○]|——|第[一二三四五六七八九十]{1,3}[，、])"
)
"""The beginning of a point in a list."""

ENDMARK = re.compile(r"[（(](?:完|全文完|[^（()）]{0,12}(?:记者|通讯员|作者)[^（()）]{1,60})[）)]$")
"""（完）, （记者张三）: closes an article."""

NAMES_END = re.compile(
    r"^[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4})+(?:等)?[^。]{0,30}(?:参加|出席|陪同|列席)"
)
"""李干杰、何立峰出席…: often the last paragraph of a report."""


def has_dateline(text: str) -> bool:
    """Whether ``text`` begins like a news report."""
    return bool(DATELINE.match(text) or _TIGHT_DATELINE.match(text) or _REPORTER.match(text))


def is_author(text: str) -> bool:
    """Whether ``text`` is a line that names who wrote the article."""
    return len(text) <= 50 and bool(AUTHOR.match(text)) and not is_credit(text)


def is_credit(text: str) -> bool:
    """Whether ``text`` is a line that names who took a picture."""
    return len(text) <= 40 and bool(_CREDIT_WORDS.search(text)) and bool(_CREDIT.match(text))


def credit_tail(text: str) -> int:
    """Offset at which the name of the photographer begins at the end of ``text``, or -1."""
    tail = text[-45:]
    if len(text) > 400 or not _CREDIT_WORDS.search(tail[-14:]):
        return -1
    match = _CREDIT_TAIL.search(tail)
    if not match or len(text) - len(tail) + match.start() < 6:
        return -1
    return len(text) - len(tail) + match.start()


def looks_like_caption(text: str) -> bool:
    """Whether ``text`` begins as captions do (图为, ▲)."""
    return len(text) <= 300 and bool(CAPTION_START.match(text))


def may_be_caption(text: str) -> bool:
    """Whether ``text`` could be a caption: short, dated, or naming what is seen."""
    return len(text) <= 160 and bool(_DATED.match(text) or CAPTION_START.match(text))


def is_furniture(text: str) -> bool:
    """Whether ``text`` is an editors' line, an advertisement's address or a page head."""
    return len(text) <= 120 and bool(_FURNITURE.match(text) or _MASTHEAD.match(text))


def is_guide(text: str) -> bool:
    """Whether ``text`` points to an article on another page (导读)."""
    return len(text) <= 60 and bool(_GUIDE.search(text))
