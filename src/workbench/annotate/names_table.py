"""annotate: what names are read as: surnames and their own readings, places that are no plain pinyin."""

from __future__ import annotations

import re
from typing import Final

SURNAMES: Final = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗"
    "凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛"
    "禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌"
    "霍虞支柯昝管卢莫房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴"
    "糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白"
    "怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别"
    "庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖"
    "融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公肖闫万覃区朴员冼折种黑秘尉召佘付代仝佟涂"
    "邸岳栗原苑展修佴谌揭迟牟苟矫初刀亓姒妫郇眭呙麦隋岩撒哈靖鲜仉占邝官卿党祭洗繁幺么郄句藏过缑阿兰战晋舍"
)
"""Surnames of one character."""

SURNAME_READINGS: Final = {
    "单": ("Shan",),
    "曾": ("Zeng",),
    "任": ("Ren",),
    "仇": ("Qiu",),
    "解": ("Xie",),
    "区": ("Ou",),
    "查": ("Zha",),
    "朴": ("Piao", "Pak"),
    "盖": ("Ge", "Gai"),
    "乐": ("Yue", "Le"),
    "员": ("Yun",),
    "冼": ("Xian",),
    "洗": ("Xian",),
    "折": ("She",),
    "缪": ("Miao", "Mou"),
    "繁": ("Po",),
    "种": ("Chong",),
    "黑": ("He", "Hei"),
    "秘": ("Bi",),
    "尉": ("Wei",),
    "召": ("Shao",),
    "翟": ("Zhai", "Di"),
    "覃": ("Qin", "Tan"),
    "卜": ("Bu",),
    "薄": ("Bo",),
    "隗": ("Wei", "Kui"),
    "宓": ("Mi", "Fu"),
    "郗": ("Xi", "Chi"),
    "郇": ("Xun", "Huan"),
    "佴": ("Nai",),
    "阚": ("Kan",),
    "能": ("Nai",),
    "莘": ("Shen", "Xin"),
    "蔚": ("Yu",),
    "乜": ("Nie",),
    "都": ("Du",),
    "祭": ("Zhai", "Ji"),
    "幺": ("Yao",),
    "么": ("Yao",),
    "郄": ("Qie", "Xi"),
    "句": ("Gou",),
    "藏": ("Zang",),
    "过": ("Guo",),
    "车": ("Che",),
    "贲": ("Ben",),
    "费": ("Fei", "Bi"),
    "柏": ("Bai", "Bo"),
    "牟": ("Mou", "Mu"),
    "谌": ("Chen", "Shen"),
    "强": ("Qiang",),
    "逄": ("Pang",),
    "那": ("Na",),
    "嵇": ("Ji",),
    "干": ("Gan",),
    "相": ("Xiang",),
    "应": ("Ying",),
    "葛": ("Ge",),
    "华": ("Hua",),
    "宁": ("Ning",),
    "燕": ("Yan",),
    "纪": ("Ji",),
    "晁": ("Chao",),
    "揭": ("Jie",),
    "吕": ("Lü", "Lyu"),
    "闾": ("Lü", "Lyu"),
}
"""Surnames whose reading is not that of the word, or is not the only one."""

_COMPOUND = """
欧阳:Ouyang 司马:Sima 上官:Shangguan 诸葛:Zhuge 夏侯:Xiahou 尉迟:Yuchi
万俟:Moqi 皇甫:Huangfu 长孙:Zhangsun 慕容:Murong 令狐:Linghu 宇文:Yuwen
司徒:Situ 独孤:Dugu 东方:Dongfang 公孙:Gongsun 轩辕:Xuanyuan 端木:Duanmu
百里:Baili 呼延:Huyan 南宫:Nangong 东郭:Dongguo 西门:Ximen 澹台:Tantai
公冶:Gongye 宗政:Zongzheng 濮阳:Puyang 淳于:Chunyu 单于:Chanyu 太叔:Taishu
申屠:Shentu 仲孙:Zhongsun 钟离:Zhongli 闾丘:Lüqiu 鲜于:Xianyu 赫连:Helian
拓跋:Tuoba 完颜:Wanyan 纳兰:Nalan 公羊:Gongyang 谷梁:Guliang 左丘:Zuoqiu
亓官:Qiguan 司寇:Sikou 司空:Sikong 颛孙:Zhuansun 巫马:Wuma 乐正:Yuezheng
漆雕:Qidiao 壤驷:Rangsi 夹谷:Jiagu 宰父:Zaifu 段干:Duangan 羊舌:Yangshe
梁丘:Liangqiu 东门:Dongmen 南门:Nanmen 第五:Diwu 哥舒:Geshu 爱新觉罗:Aisin-Gioro
叶赫那拉:Yehe-Nara
"""
COMPOUND_SURNAMES: Final = dict(re.findall(r"(\w+):([\w-]+)", _COMPOUND))
"""Surnames of several characters."""

GIVEN_READINGS: Final = {
    "长": ("chang", "zhang"),
    "乐": ("le", "yue"),
    "行": ("xing", "hang"),
    "重": ("chong", "zhong"),
    "朝": ("chao", "zhao"),
    "晟": ("sheng", "cheng"),
    "盛": ("sheng", "cheng"),
    "茜": ("qian", "xi"),
    "藏": ("cang", "zang"),
    "省": ("sheng", "xing"),
    "参": ("can", "shen", "cen"),
    "莎": ("sha", "suo"),
    "颉": ("jie", "xie"),
    "柏": ("bai", "bo"),
    "娜": ("na", "nuo"),
    "炅": ("jiong", "gui"),
    "传": ("chuan", "zhuan"),
    "降": ("jiang", "xiang"),
    "曾": ("zeng", "ceng"),
    "单": ("dan", "shan"),
    "率": ("shuai", "lü"),
    "车": ("che", "ju"),
    "适": ("shi", "kuo"),
    "宓": ("mi", "fu"),
    "祭": ("ji", "zhai"),
    "扎": ("zha", "za"),
    "尉": ("wei", "yu"),
}
"""Characters of given names with more than one reading, all of them."""

READ_SO_IN_NAMES: Final = frozenset("长晟茜莎娜柏")
"""Of these the ones that are read in the first way, whatever words they make: 长 is no zhang in a name."""

PLACES: Final = {
    "北京": "Beijing",
    "陕西": "Shaanxi",
    "内蒙古": "Inner Mongolia",
    "西藏": "Xizang",
    "香港": "Hong Kong",
    "澳门": "Macao",
    "台湾": "Taiwan",
    "台北": "Taipei",
    "高雄": "Kaohsiung",
    "哈尔滨": "Harbin",
    "齐齐哈尔": "Qiqihar",
    "呼和浩特": "Hohhot",
    "鄂尔多斯": "Ordos",
    "呼伦贝尔": "Hulunbuir",
    "锡林郭勒": "Xilingol",
    "锡林浩特": "Xilinhot",
    "阿拉善": "Alxa",
    "乌兰察布": "Ulanqab",
    "巴彦淖尔": "Bayannur",
    "乌鲁木齐": "Urumqi",
    "克拉玛依": "Karamay",
    "吐鲁番": "Turpan",
    "喀什": "Kashgar",
    "和田": "Hotan",
    "伊犁": "Ili",
    "阿勒泰": "Altay",
    "库尔勒": "Korla",
    "阿克苏": "Aksu",
    "拉萨": "Lhasa",
    "日喀则": "Xigaze",
    "昌都": "Qamdo",
    "林芝": "Nyingchi",
    "那曲": "Nagqu",
    "阿里": "Ngari",
    "六安": "Lu'an",
    "台州": "Taizhou",
    "亳州": "Bozhou",
    "蚌埠": "Bengbu",
    "乐清": "Yueqing",
    "乐亭": "Laoting",
    "番禺": "Panyu",
    "东莞": "Dongguan",
    "莘庄": "Xinzhuang",
    "厦门": "Xiamen",
    "浚县": "Xunxian",
    "蔚县": "Yuxian",
    "单县": "Shanxian",
    "莘县": "Shenxian",
    "歙县": "Shexian",
    "洪洞": "Hongtong",
    "监利": "Jianli",
    "铅山": "Yanshan",
    "东阿": "Dong'e",
    "荥阳": "Xingyang",
    "泌阳": "Biyang",
    "尉犁": "Yuli",
    "大城": "Daicheng",
    "井陉": "Jingxing",
    "长三角": "the Yangtze River Delta",
    "珠三角": "the Pearl River Delta",
    "京津冀": "Beijing-Tianjin-Hebei",
    "长江": "the Yangtze River",
    "黄河": "the Yellow River",
    "珠江": "the Pearl River",
    "泰山": "Mount Tai",
    "华山": "Mount Hua",
    "嵩山": "Mount Song",
    "恒山": "Mount Heng",
    "衡山": "Mount Heng",
    "庐山": "Mount Lu",
    "黑龙江": "Heilongjiang",
    "浙江": "Zhejiang",
    "江苏": "Jiangsu",
    "江西": "Jiangxi",
    "石家庄": "Shijiazhuang",
    "张家口": "Zhangjiakou",
    "秦皇岛": "Qinhuangdao",
}
"""Places that are known by another name, or read otherwise than the characters alone would be."""

_CITIES = """
唐山 邢台 衡水 石嘴山 马鞍山 黄山 黄石 黄冈 武汉 武威 成都 安庆 安阳 安康 安顺 安新 安国 平顶山
平凉 平山 阳泉 阳江 阳朔 金华 金昌 白山 白城 白银 白洋淀 白沟 和平 江门 江阴 云浮 云南 乐山
康定 孟津 常熟 曲阜 曲靖 温岭 包头 余姚 毕节 龙岩 龙口 罗田 项城 丰台 丰南 房山 宁波 宁夏
宁德 陆丰 荆门 简阳 舒城 宿迁 霍山 容城 任丘 高阳 文安 景洪 万宁 麻城 红河 都匀 通辽 通化
沙坪坝 乌海 广东 广西 广元 广安 甘肃 山东 山西 山海关 国贸 居庸关 高碑店 易水 汉中 晋中 晋城 晋江
咸宁 咸阳 都江堰
"""
CITIES: Final = frozenset(_CITIES.split())
"""Places that begin as a person's name may and do not end as only a place does."""

GENERICS: Final = {
    "自治区": "Autonomous Region",
    "自治州": "Autonomous Prefecture",
    "自治县": "Autonomous County",
    "开发区": "Development Zone",
    "新区": "New Area",
    "街道": "Subdistrict",
    "大街": "Street",
    "大道": "Avenue",
    "胡同": "Hutong",
    "水库": "Reservoir",
    "机场": "Airport",
    "公园": "Park",
    "大桥": "Bridge",
    "省": "Province",
    "市": "City",
    "县": "County",
    "区": "District",
    "旗": "Banner",
    "盟": "League",
    "镇": "Town",
    "乡": "Township",
    "村": "Village",
    "路": "Road",
    "街": "Street",
    "巷": "Lane",
    "河": "River",
    "江": "River",
    "湖": "Lake",
    "山": "Mountain",
    "岛": "Island",
    "湾": "Bay",
    "港": "Port",
    "桥": "Bridge",
    "寺": "Temple",
    "站": "Station",
}
"""What kind of place a name says, and its English."""

ONLY_PLACES: Final = "省市县区旗盟镇乡村路街巷州湾淀港桥庄屯堡寨坝沟口岛寺站"
"""The last character of names of places and hardly ever of persons."""
