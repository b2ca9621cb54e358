"""Readings of single characters that are words by themselves."""

# What is read when no rule of `context` decides.
SINGLES = dict(
    pair.split(":")
    for pair in """
的:de 了:le 着:zhe 地:de 得:dé 都:dōu 还:hái 只:zhǐ 为:wèi 和:hé 中:zhōng 要:yào 会:huì 行:xíng
重:zhòng 长:cháng 将:jiāng 与:yǔ 相:xiāng 应:yīng 当:dāng 种:zhǒng 数:shù 分:fēn 发:fā 少:shǎo
好:hǎo 干:gàn 更:gèng 省:shěng 率:shuài 尽:jìn 便:biàn 调:diào 处:chù 传:chuán 转:zhuǎn 正:zhèng
教:jiāo 看:kàn 空:kōng 量:liàng 难:nán 曾:céng 卷:juàn 乐:lè 藏:cáng 差:chà 觉:jué 血:xuè 薄:báo
累:lèi 给:gěi 系:xì 强:qiáng 过:guò 上:shàng 下:xià 不:bù 一:yī 们:men 吗:ma 吧:ba 呢:ne 啊:a
么:me 子:zǐ 儿:ér 几:jǐ 大:dà 间:jiān 倒:dào 背:bèi 朝:cháo 据:jù 降:jiàng 冲:chōng 担:dān 读:dú
恶:è 供:gōng 冠:guàn 号:hào 横:héng 结:jié 禁:jìn 劲:jìn 可:kě 落:luò 没:méi 宁:níng 铺:pù 切:qiè
散:sàn 扇:shàn 舍:shě 盛:shèng 说:shuō 似:sì 宿:sù 挑:tiāo 通:tōng 吐:tǔ 弹:dàn 鲜:xiān 削:xuē
咽:yàn 饮:yǐn 载:zài 占:zhàn 涨:zhǎng 折:zhé 这:zhè 那:nà 哪:nǎ 爪:zhuǎ 钻:zuān 作:zuò 柏:bǎi
剥:bāo 堡:bǎo 奔:bēn 扒:bā 泊:bó 车:chē 称:chēng 乘:chéng 澄:chéng 匙:chí 创:chuàng 答:dá 待:dài
单:dān 钉:dīng 斗:dòu 度:dù 囤:tún 缝:fèng 服:fú 杆:gān 葛:gé 个:gè 句:jù 红:hóng 吓:xià 荷:hé
核:hé 哄:hōng 华:huá 划:huà 混:hùn 济:jì 夹:jiā 假:jiǎ 监:jiān 角:jiǎo 校:xiào 解:jiě 仅:jǐn
圈:quān 壳:ké 笼:lóng 露:lù 论:lùn 埋:mái 脉:mài 蒙:méng 磨:mó 抹:mǒ 泥:ní 弄:nòng 炮:pào 喷:pēn
撇:piě 屏:píng 曲:qǔ 任:rèn 撒:sā 塞:sāi 丧:sàng 色:sè 石:shí 识:shí 属:shǔ 伺:sì 踏:tà 体:tǐ
帖:tiē 拓:tuò 瓦:wǎ 尾:wěi 兴:xīng 旋:xuán 压:yā 殷:yīn 晕:yūn 扎:zhā 轧:yà 择:zé 症:zhèng 著:zhù
综:zōng 从:cóng 合:hé 区:qū 查:chá 仇:chóu 朴:pǔ 翟:dí 喝:hē 肖:xiāo 翘:qiào 幢:zhuàng 晟:shèng
蛤:gé 什:shí 哩:lǐ 呀:ya 哦:ò 啦:la 嘛:ma 哇:wa 喂:wèi 先:xiān 倍:bèi 片:piàn 首:shǒu 令:lìng
信:xìn 王:wáng 女:nǚ 尺:chǐ 食:shí 衣:yī 语:yǔ 打:dǎ 同:tóng 吃:chī 俩:liǎ 呵:hē 且:qiě 其:qí
何:hé 被:bèi
""".split()
)

# Polyphones that as words by themselves are (nearly) always read so: no doubt is shown.
SURE_SINGLES = frozenset(
    "化的了和中要会与种更省上下不一们吗吧呢子大这那几个可同从被其且先并说没只都将称体车合首女王语"
    "任信石红兴占区片压论打吃应还据过看色着好强把拉芯间向第二三四五六七八九十百千万年月日时"
)
