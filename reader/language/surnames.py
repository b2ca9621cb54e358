"""Surnames, titles and other signs by which the names of people are recognised."""

SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭郎鲁韦昌马苗"
    "凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄穆萧尹姚邵湛汪祁毛"
    "狄米贝明臧计伏成戴宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌"
    "霍虞万支柯管卢莫房解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀羊甄家封储靳焦牧车侯全班仰仲伊宁仇栾"
    "甘厉祖武符刘景詹束龙叶司黎薄印白蒲从索赖卓蔺屠蒙池乔郁胥能苍闻党翟谭劳申冉雍桑桂牛边燕冀尚农温庄晏柴瞿"
    "阎慕连茹习艾鱼容向古易慎戈廖终居衡步耿满匡文寇广阙东欧利师巩聂关相查后荆红游权麦信惠曲岳肖区朴佟苟代仝"
    "闫覃冼麦逄亓仉缪练矫官上佘祝丛付涂亢买鄢谷覃楼窦卿"
)
DOUBLE_SURNAMES = frozenset(
    """
欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 司徒 夏侯 轩辕 端木 独孤 南宫 司空
闻人 申屠
""".split()
)
# Surnames that are also common words: a title before them proves nothing.
WORDLIKE = frozenset(
    "于时成和向从应连全后相代常强能平明方家东广上安江关计封利师满终信任查支区将党官边高"
)
SURNAME_READINGS = dict(
    pair.split(":")
    for pair in """
单:Shàn 解:Xiè 任:Rén 仇:Qiú 区:Ōu 查:Zhā 翟:Zhái 朴:Piáo 曾:Zēng 盖:Gě 华:Huà 缪:Miào 乐:Yuè
宁:Nìng 燕:Yān 尉:Wèi 葛:Gě 纪:Jì 肖:Xiāo 应:Yīng 相:Xiàng 车:Chē 石:Shí 冼:Xiǎn 覃:Qín 曲:Qū 邵:Shào
员:Yùn 佘:Shé 卜:Bǔ 俞:Yú 薄:Bó 臧:Zāng 仉:Zhǎng 亓:Qí 逄:Páng 柏:Bǎi 谷:Gǔ 种:Chóng 尹:Yǐn
召:Shào
""".split()
)
# Readings a character prefers inside a given name.
GIVEN_READINGS = dict(
    pair.split(":")
    for pair in """
燕:yàn 长:cháng 朝:cháo 行:xíng 乐:lè 中:zhōng 重:chóng 兴:xīng 为:wéi 和:hé 正:zhèng 相:xiāng 盛:shèng
好:hǎo 强:qiáng 发:fā 传:chuán 干:gàn 省:shěng 仔:zǐ 将:jiāng 与:yǔ 应:yìng 尽:jìn 数:shù 会:huì
朴:pǔ 子:zǐ 晟:shèng 茜:qiàn 奇:qí 宁:níng 隆:lóng 雨:yǔ 敦:dūn 德:dé 华:huá 冠:guàn
""".split()
)

TITLE_ENDS = tuple(
    """
书记 主任 主席 总理 总统 首相 部长 省长 市长 县长 区长 镇长 村长 司长 厅长 局长 处长 科长 校长
院长 会长 行长 所长 台长 社长 团长 队长 班长 站长 馆长 董事长 秘书长 委员长 检察长 外长 议长 署长
总裁 经理 记者 教授 博士 院士 委员 常委 代表 教练 研究员 发言人 工程师 律师 医生 老师 导演 演员
作家 作者 编辑 大使 司令员 政委 同志 战略家 经济学家 科学家 专家 特使 居民 村民 学生 负责人 创始人
理事长 参赞 干事 先生 女士 老人 支书 国务委员 国务卿 农民 工人
""".split()
)
TITLES_AFTER = frozenset(
    """
先生 女士 同志 教授 博士 主任 书记 主席 总理 院士 老师 医生 委员 部长 省长 市长 县长 局长 院长
校长 总统 首相 夫人 小姐
""".split()
)
SAYS = frozenset(
    """
说 表示 告诉 认为 指出 介绍 强调 坦言 透露 摄 出席 称 回忆 解释 坚信 感慨 直言 笑着 主持 发言 致辞
会见 参加 陪同 率团 建议 呼吁 报道 补充 总结 坚持认为 分析 写道 评价 告诉记者 报告 讲述 坚定 说道
宣布 任 主编 当选 等 逝世
""".split()
)
# Characters that are words between a name and what follows; they end a given name.
NOT_GIVEN = frozenset(
    "的了着过是在和与就不也都还将要会说对向从为以于被把让给上下前后等年月日时等同并又再已则即却但而或及跟"
    "之所他她它我你们这那其某个位名摄称任曾至到来去很最更没有能可应该吗呢吧啊您谁两三四五六七八九十"
)
FOREIGN = frozenset(
    "阿埃艾奥巴贝比彼波博布查达戴德迪蒂杜多厄恩尔法菲费弗夫福盖戈格古哈海赫胡霍基吉加贾杰金卡凯坎柯科克库拉莱兰"
    "劳勒雷里利连林卢鲁伦罗洛马迈曼梅蒙米密莫姆穆纳娜内尼涅诺欧帕佩皮普齐奇乔切丘瑞萨塞桑森沙舍圣施史斯苏索塔泰坦"
    "特图托瓦万维魏文沃乌西希夏肖谢辛休雅亚扬耶伊英尤泽扎詹珍朱兹佐弥黛妮琳丝茨冈吕伯顿兹莎洁丹朗登拜列"
)
# Readings a character has where it only writes a foreign sound.
FOREIGN_READINGS = dict(
    pair.split(":")
    for pair in """
勒:lè 莎:shā 茜:xī 佛:fó 伽:jiā 夏:xià 扎:zhā 朴:pǔ 的:dí 盖:gài 卡:kǎ 查:chá 什:shí 乐:lè 万:wàn
娜:nà 姆:mǔ 埔:pǔ 泊:bó 塞:sài 泽:zé 石:shí 曼:màn 波:bō 南:nán 亚:yà 都:dū 宁:níng 柏:bó 奇:qí
堡:bǎo 和:hé 古:gǔ 雅:yǎ 蒙:méng 切:qiè 济:jì 阿:ā 薄:bó 脱:tuō
""".split()
)
