"""How much a decoded text looks like Chinese that people write."""

from collections.abc import Set

from reader.domain.script import is_han

# The most frequent characters of modern Chinese, in both scripts.
_SIMPLIFIED = (
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过"
    "发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本"
    "前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很"
    "最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度"
    "门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电"
    "数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马"
    "科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万"
    "取拉格望觉术领共确传师观清今切院让识候带导争运笔红花风春夏秋冬雨床京省党改革议席济区推"
)
_TRADITIONAL = (
    "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過"
    "發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本"
    "前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很"
    "最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度"
    "門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電"
    "數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬"
    "科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬"
    "取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運筆裏臺灣紅花風春夏秋冬雨床黨議濟區經濟"
)
_COMMON = frozenset(_SIMPLIFIED + _TRADITIONAL)
_PUNCTUATION = frozenset("，。、；：？！“”‘’（）《》「」『』—…·〈〉【】　")


def score(text: str, controls: Set[int]) -> float:
    """Rate the characters beyond ASCII: 1 for all common, below 0 for nonsense.

    ``controls`` are code points that no text holds. A text of nothing but ASCII rates 0.
    """
    total, weight = 0, 0.0
    for char in text:
        code = ord(char)
        if 32 <= code < 127 or code in (9, 10, 13):
            continue
        total += 1
        weight += _weight(char, code, controls)
    if not total:
        return 0.0
    # A stray odd character in long Latin text must not decide alone.
    return weight / total


def _weight(char: str, code: int, controls: Set[int]) -> float:
    if char in _COMMON or char in _PUNCTUATION:
        return 1.0
    if code == 0xFFFD:
        return -3.0
    if code in controls or 0x80 <= code < 0xA0:
        return -4.0
    if is_han(char):
        return _rarity(char)
    if 0xE000 <= code <= 0xF8FF or code >= 0xE0000:
        return -2.0
    if 0xFF01 <= code <= 0xFF5E or 0x2010 <= code <= 0x203B:
        return 0.2
    return -0.3


def _rarity(char: str) -> float:
    """0.3 for the first level of GB 2312 or Big5 (everyday characters), else below 0."""
    for encoding, low, high in (("gb2312", 0xB0, 0xD7), ("big5", 0xA4, 0xC6)):
        try:
            lead = char.encode(encoding)[0]
        except UnicodeEncodeError:
            continue
        if low <= lead <= high:
            return 0.3
    return -0.5
