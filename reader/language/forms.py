"""What the traditional form of a character says about its reading: 髮 is fà, 隻 zhī.

Words are found and read in simplified characters, where one stands for several. Afterwards
the readings are held against what is written; the forms and their readings are those of
the dictionaries of Taiwan's ministry of education and of CC-CEDICT, as read on the mainland.
"""

from collections.abc import Mapping, Sequence

from reader.domain.pinyin import plain as toneless
from reader.domain.pinyin import tone
from reader.domain.script import is_han
from reader.domain.words import Word

# What a form can be read as, the usual reading first.
_READINGS = {
    char: tuple(readings.split("/"))
    for char, readings in (
        pair.split(":")
        for pair in """
髮:fà 發:fā 隻:zhī 衹:zhǐ 乾:gān/qián 幹:gàn 徵:zhēng/zhǐ 穀:gǔ 捲:juǎn 鬥:dòu 鬪:dòu 儘:jǐn 盡:jìn 係:xì 繫:xì/jì
葉:yè/xié 縴:qiàn 纖:xiān 癥:zhēng 髒:zāng 臟:zàng 嚇:xià/hè 衝:chōng/chòng 沖:chōng 蔔:bo/bó 噁:ě 惡:è/wù/wū
麴:qū 麯:qū 臘:là 瞭:liǎo/liào 囉:luō/luo/luó 矇:mēng/méng 濛:méng 懞:méng 闢:pì 樸:pǔ 僕:pú 捨:shě 瀋:shěn
術:shù 颱:tái 檯:tái 臺:tái 鏇:xuàn 籲:yù 劃:huà/huá 佔:zhàn 摺:zhé 嚥:yàn 讎:chóu 讐:chóu 纍:léi/lěi
噹:dāng 幾:jǐ/jī 麼:me/mó 砲:pào 礮:pào 種:zhǒng/zhòng 價:jià 據:jù 傭:yōng 櫃:guì 壞:huài 著:zhe/zháo/zhuó/zhāo/zhù
""".split()
    )
}

# What a word of one character is read as in a text that is traditional throughout, where most
# of these are not short for another character.
_ALONE = {
    char: tuple(readings.split("/"))
    for char, readings in (
        pair.split(":")
        for pair in """
只:zhǐ 干:gān 斗:dǒu 系:xì 卷:juàn 仆:pū 划:huá 舍:shè 繫:jì
""".split()
    )
}


def read_as_written(text: str, plain: str, words: Sequence[Word]) -> tuple[Word, ...]:
    """The words of ``text``, found in its simplified form ``plain``, read as ``text`` asks."""
    if text == plain:
        return tuple(words)
    differing = [at for at, (a, b) in enumerate(zip(text, plain, strict=True)) if a != b]
    allowed = {at: _READINGS[text[at]] for at in differing if text[at] in _READINGS}
    throughout = _is_big5(text)
    return tuple(_reread(text, word, allowed, throughout=throughout) for word in words)


def _is_big5(text: str) -> bool:
    """Whether every Han character is one of Big5, which has none that are only simplified."""
    try:
        "".join(filter(is_han, text)).encode("big5")
    except UnicodeEncodeError:
        return False
    return True


def _reread(
    text: str, word: Word, allowed: Mapping[int, tuple[str, ...]], *, throughout: bool
) -> Word:
    if not word.syllables:
        return word
    single = word.end - word.start == 1
    if throughout and single and text[word.start] in _ALONE:
        allowed = {word.start: _ALONE[text[word.start]]}
    if not any(at in allowed for at in range(word.start, word.end)):
        return word
    places = [at for at in range(word.start, word.end) if is_han(text[at])]
    syllables = tuple(
        _fitting(syllable, allowed[at]) if at in allowed else syllable
        for at, syllable in zip(places, word.syllables, strict=True)
    )
    parts = tuple(_reread(text, part, allowed, throughout=throughout) for part in word.parts)
    certain = single and len(allowed[word.start]) == 1
    return word._replace(syllables=syllables, parts=parts, sure=word.sure or certain)


def _fitting(syllable: str, readings: tuple[str, ...]) -> str:
    """The syllable, if the form can be read so, also without its tone; else what it is read as."""
    for reading in readings:
        if syllable.lower() == reading or (
            tone(syllable) == 5 and toneless(syllable) == toneless(reading)
        ):
            return syllable
    capital = syllable[:1].isupper()
    return readings[0].capitalize() if capital else readings[0]
