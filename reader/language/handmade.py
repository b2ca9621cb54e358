"""Words and readings put right by hand: what the dictionaries lack or get wrong."""

# Words that jieba does not know, or cuts badly because it thinks them too rare.
WORDS = tuple(
    """
会稽 能级 长板 短板 贺电 唁电 制度型 可持续 创新链 循环链 新片区 十八大 十九大 二十大 大循环 双循环
非农化 非粮化 国际日 各扬所长 人道灾难 人道主义 巴以 下一步 一带一路 碳中和 碳达峰 降碳 减碳 强链
补链 赋能 回归权 互鉴 互学 共保 联治 联动 共商 跨区域 跨部门 跨境 跨界 一任 战略家 历史性 国土空间
增长极 动力源 试验田 策源地 便利化 专业化 高素质 高层次 深层次 全过程 大市场 新征程 新时代 新格局
新业态 新动能 新模式 新质 数字化 智能化 一体化 法治化 市场化 国际化 常态化 制度化 规范化 绿色化
副司长 副厅长 副主任 副院长 副部长 副市长 副省长 副书记 副主席 副总理 副局长 副处长 发改委
发展改革委 国资委 军委 国安委 港澳办 国台办 汽车办 安理会 停火 止战 和谈 毕生 三农 两会 高铁
长途车 滚装船 港区 外高桥 下转 智库 算力 大模型 直播 网红 扫码 芯片 新能源 共同体 中方 美方 俄方
欧方 双方 高水平 红军 八路军 文革 荣立 清朝 明代 宋代 清代 明清 第一版 第二版 第三版 第四版 第五版 第六版 第七版 第八版 重启 防控
""".split()
)

# Entries of jieba's dictionary that run words together or keep the wrong half of one.
NOT_WORDS = frozenset(
    "致贺 辐射能 回老家 拉长板 书信长 十八大以来 年来 只需 不需 日电 发展中 更具".split()
)

# Whole words whose reading the dictionaries lack or get wrong; capitals mark names.
READINGS = {
    word: tuple(reading.split())
    for word, reading in (
        line.split(" ", 1)
        for line in """
长三角 Cháng sān jiǎo
珠三角 Zhū sān jiǎo
闵行 Mǐn háng
闵行区 Mǐn háng Qū
郑栅洁 Zhèng Shān jié
信长星 Xìn Cháng xīng
巴勒斯坦国 Bā lè sī tǎn guó
耶路撒冷 Yē lù sā lěng
东耶路撒冷 Dōng Yē lù sā lěng
巴以 Bā Yǐ
台州 Tāi zhōu
洪洞 Hóng tóng
会稽 Kuài jī
会稽山 Kuài jī Shān
铅山 Yán shān
六安 Lù ān
东莞 Dōng guǎn
番禺 Pān yú
各扬所长 gè yáng suǒ cháng
长板 cháng bǎn
短板 duǎn bǎn
长途车 cháng tú chē
供应链 gōng yìng liàn
充分 chōng fèn
更好 gèng hǎo
更深 gèng shēn
一任 yī rèn
应有 yīng yǒu
高铁 gāo tiě
地方 dì fāng
东西 dōng xi
多少 duō shao
数钱 shǔ qián
大都 dà dōu
人家 rén jiā
告诉 gào su
大夫 dài fu
便宜 pián yi
朝阳 Cháo yáng
还是 hái shi
本事 běn shi
大意 dà yì
地道 dì dao
对头 duì tóu
精神 jīng shén
利害 lì hài
买卖 mǎi mài
实在 shí zài
自然 zì rán
运气 yùn qi
兄弟 xiōng dì
作为 zuò wéi
成为 chéng wéi
变为 biàn wéi
最为 zuì wéi
认为 rèn wéi
转为 zhuǎn wéi
转化为 zhuǎn huà wéi
改为 gǎi wéi
化为 huà wéi
极为 jí wéi
更为 gèng wéi
尤为 yóu wéi
较为 jiào wéi
颇为 pō wéi
重启 chóng qǐ
降碳 jiàng tàn
强链 qiáng liàn
补链 bǔ liàn
数字化 shù zì huà
参差 cēn cī
有的 yǒu de
似的 shì de
目的 mù dì
的确 dí què
干部 gàn bù
的士 dí shì
不是 bù shì
当天 dāng tiān
当晚 dāng wǎn
当年 dāng nián
当日 dāng rì
当时 dāng shí
当月 dāng yuè
当事 dāng shì
当事人 dāng shì rén
重点 zhòng diǎn
教学 jiào xué
教会 jiào huì
正当 zhèng dàng
结果 jié guǒ
高中 gāo zhōng
看好 kàn hǎo
尽量 jǐn liàng
温和 wēn hé
疏散 shū sàn
调配 diào pèi
调拨 diào bō
转动 zhuàn dòng
转向 zhuǎn xiàng
好事 hǎo shì
空地 kòng dì
总长 zǒng cháng
本色 běn sè
澄清 chéng qīng
播种 bō zhǒng
悉数 xī shù
儿子 ér zi
小儿 xiǎo ér
下调 xià tiáo
上色 shàng sè
同行 tóng xíng
差事 chāi shi
高水平 gāo shuǐ píng
外高桥 Wài gāo qiáo
美方 Měi fāng
俄方 É fāng
下转 xià zhuǎn
起来 qǐ lái
大市场 dà shì chǎng
落地 luò dì
银行 yín háng
行长 háng zhǎng
行业 háng yè
花儿 huā r
主题曲 zhǔ tí qǔ
藏袍 zàng páo
太行山区 Tài háng shān qū
对称 duì chèn
土地 tǔ dì
过去 guò qù
出来 chū lái
说道 shuō dào
女人 nǚ rén
说法 shuō fǎ
言语 yán yǔ
冷战 lěng zhàn
开通 kāi tōng
下水 xià shuǐ
粒子 lì zǐ
卵子 luǎn zǐ
黑子 hēi zǐ
款式 kuǎn shì
老公 lǎo gōng
个头 gè tóu
口音 kǒu yīn
烟火 yān huǒ
仁义 rén yì
字号 zì hào
跟前 gēn qián
""".strip().splitlines()
    )
}
