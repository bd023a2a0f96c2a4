"""tests: a work plan of a county in six articles, each sentence with its translation, one to one."""

from __future__ import annotations

Pair = tuple[str, str]
Article = tuple[Pair, ...]

RESERVOIRS: Article = (
    ("一、守住水库安全", "1. Keep the reservoirs safe"),
    (
        "全县现有小型水库二百一十六座，多数建于上世纪六七十年代。",
        "The county has 216 small reservoirs, most of them built in the 1960s and 1970s.",
    ),
    (
        "过去三年，县财政拿出1.8亿元，为其中九十七座除险加固。",
        "Over the past three years the county has spent 180 million yuan on reinforcing 97 of them.",
    ),
    (
        "每座水库都有一名巡查员，汛期每天至少巡坝两次。",
        "Every reservoir has an inspector, who walks its dam at least twice a day in the flood season.",
    ),
    (
        "老巡查员孙德海说，坝脚一渗水，他半夜也会醒。",
        "Sun Dehai, an inspector of long standing, says that even at midnight he would wake if water seeped"
        " through at the foot of the dam.",
    ),
    ("去年7月的暴雨中，没有一座水库出险。", "Not one reservoir failed in the rainstorms of July last year."),
    ("今年要给剩下的水库装上自动雨量计。", "This year the rest are to be fitted with automatic rain gauges."),
    ("任何乡镇不得以任何理由拖延。", "No township may delay this on any grounds."),
)

CANTEENS: Article = (
    ("二、办好长者食堂", "2. Run the canteens for the elderly well"),
    (
        "六十岁以上的老人占全县人口的27.4%，不少人独自做饭、独自吃饭。",
        "People over sixty make up 27.4 percent of the county's population, and many of them cook and eat"
        " alone.",
    ),
    (
        "到去年底，城乡已办起长者食堂五十三家。",
        "By the end of last year, 53 canteens for the elderly had been opened in town and countryside.",
    ),
    (
        "一荤两素一汤只收八元，不足的部分由财政、村集体和捐款共同承担。",
        "A meat dish, two vegetables and a soup cost only eight yuan; what is lacking is borne jointly by the"
        " budget, the village collective and donations.",
    ),
    (
        "对走不动的老人，由志愿者把饭菜送上门。",
        "For old people who can no longer walk, volunteers bring the meals to the door.",
    ),
    (
        "八十二岁的周奶奶说，她是来吃饭的，也是来找人说话的。",
        "Granny Zhou, who is 82, says that she comes to eat, and to find someone to talk to.",
    ),
    ("食堂的账目每月贴在门口。", "The canteen's accounts are posted at its entrance every month."),
    (
        "办得不好的食堂要整改，不能一关了之。",
        "Canteens that are badly run must be put right; simply closing them will not do.",
    ),
)

NIGHT_SCHOOLS: Article = (
    ("三、让夜校的灯亮起来", "3. Let the lights of the night schools shine"),
    (
        "工厂里的年轻人想学手艺，白天却没有时间。",
        "Young people in the factories want to learn a trade but have no time during the day.",
    ),
    (
        "县总工会去年开了四十一个夜校班，招收学员2300人。",
        "Last year the county's federation of trade unions opened 41 night classes and took in 2,300"
        " students.",
    ),
    (
        "课程有电工、焊接、烘焙和剪辑，也有书法和二胡。",
        "The courses include electrical work, welding, baking and film editing, and calligraphy and the erhu"
        " as well.",
    ),
    (
        "学费每期不超过一百元，全勤的退还一半。",
        "Tuition does not exceed 100 yuan a term, and half is refunded to those with full attendance.",
    ),
    (
        "有的学员考取了高级技工证书，工资涨了三成。",
        "Some students have passed the examination for senior technicians, and their wages have risen by 30"
        " percent.",
    ),
    (
        "教室不够，就借用中小学的空房。",
        "Where there are not enough classrooms, empty rooms of primary and secondary schools are borrowed.",
    ),
    (
        "下一步，夜校要办到工业园区里去。",
        "The next step is to open night schools inside the industrial parks.",
    ),
)

GRAIN: Article = (
    ("四、种好每一亩粮田", "4. Till every mu of grain land well"),
    (
        "去年全县粮食总产量达到五十六万吨，比上年增长2.1%。",
        "Last year the county's grain output reached 560,000 tons, 2.1 percent more than in the year before.",
    ),
    (
        "小麦遭了倒春寒，秋粮把损失补了回来。",
        "The wheat was hit by a cold spell in late spring, and the autumn grain made up for the loss.",
    ),
    (
        "新建高标准农田十二万亩，旱能浇、涝能排。",
        "We built 120,000 mu of high-standard farmland, which can be watered in drought and drained after"
        " floods.",
    ),
    (
        "种粮大户何春生流转了三千亩地，一家人管得过来。",
        "He Chunsheng, a large grower, has leased 3,000 mu of land, and his one family manages it.",
    ),
    (
        "他们靠的是十一台农机和一部手机。",
        "What they rely on is eleven farm machines and a mobile phone.",
    ),
    (
        "对撂荒地，要查清原因、分类处理。",
        "Where land lies waste, the causes must be found and each kind dealt with in its own way.",
    ),
    ("严禁在耕地上挖塘造湖。", "Digging ponds and making lakes on farmland is strictly forbidden."),
)

ROADS: Article = (
    ("五、修好家门口的路", "5. Mend the road at the doorstep"),
    (
        "全县农村公路总长3460公里，其中三分之一已经用了十五年以上。",
        "The county's rural roads are 3,460 kilometers long in all, and one third of them have been in use"
        " for more than 15 years.",
    ),
    (
        "去年改造破损路面280公里，加固危桥十九座。",
        "Last year 280 kilometers of damaged surface were rebuilt and nineteen dangerous bridges reinforced.",
    ),
    (
        "客车通到每一个行政村，末班车延到晚上七点半。",
        "Buses now run to every administrative village, and the last one has been put back to half past seven"
        " in the evening.",
    ),
    (
        "橘子下山快了，烂在路上的少了。",
        "Oranges come down the mountain faster, and fewer rot on the way.",
    ),
    (
        "养路队共有二十四人，人均要管一百四十多公里。",
        "The road maintenance team has 24 members, each of whom looks after more than 140 kilometers.",
    ),
    (
        "冬天路面结冰，他们天不亮就上山撒盐。",
        "When the roads freeze in winter, they go up the mountain before dawn to scatter salt.",
    ),
    ("谁家占道堆放，先劝，再罚。", "Whoever piles things up on the road is first advised, then fined."),
)

RIVER: Article = (
    ("六、把河长制落到岸边", "6. Bring the system of river chiefs down to the bank"),
    (
        "清溪河全长八十八公里，流经九个乡镇。",
        "The Qingxi River is 88 kilometers long and flows through nine townships.",
    ),
    (
        "五年前，河水是黑的，岸边没有人愿意住。",
        "Five years ago its water was black, and no one was willing to live on its banks.",
    ),
    (
        "县里关停了十四家小造纸厂，把污水管接到三万多户。",
        "The county shut down 14 small paper mills and connected more than 30,000 households to the sewers.",
    ),
    (
        "如今水质稳定在三类，白鹭也回来了。",
        "Today the quality of the water holds steady at Class III, and the egrets have come back too.",
    ),
    (
        "河长每周至少走一遍河，发现问题当场拍照上传。",
        "River chiefs walk the river at least once a week, and photograph and upload on the spot any problem"
        " that they find.",
    ),
    (
        "老渔民冯水生当上了民间河长，他认得每一个排水口。",
        "Feng Shuisheng, an old fisherman, has become a river chief from among the people; he knows every"
        " outlet.",
    ),
    (
        "河治得好不好，住在河边的人说了算。",
        "Whether the river is well kept is for the people who live beside it to say.",
    ),
)

PLAN: tuple[Article, ...] = (RESERVOIRS, CANTEENS, NIGHT_SCHOOLS, GRAIN, ROADS, RIVER)


def sides(*articles: Article) -> tuple[list[str], list[str]]:
    """The Chinese sentences of these articles and the English ones, in order."""
    pairs = [pair for article in articles for pair in article]
    return [chinese for chinese, _ in pairs], [english for _, english in pairs]
