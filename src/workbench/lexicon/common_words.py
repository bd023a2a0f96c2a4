"""lexicon: what the commonest Chinese words are in English, beside what the dictionary says of them.

A dictionary explains function words (`structural particle`) where a translation has a word for them, or
several: `he` and `his` for one pronoun. And what translators write for the stock verbs of policy prose and of
stories is not always in their entries. The lists are Workbench's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.lexicon.glosses import Weights, normalised
from workbench.lexicon.table import Table, with_rows
from workbench.text.stems import stem

_FUNCTION_SHARE, _COMMON_SHARE = 0.8, 0.5  # what the lists say of a word that the dictionary has too
_LATER = 0.3  # how much less each further word counts

_FUNCTION_WORDS = """
我 I my me myself|我们 we our us ourselves|咱们 we our us|咱 we our I|俺 I my we|你 you your|你们 you your
您 you your|他 he his him himself|她 she her herself|它 it its|他们 they their them|她们 they their them
它们 they their them|自己 own self himself themselves their our|自身 own self its their|彼此 each other
大家 everyone we all|人家 they others|别人 others other people|其 its their his|之 of it|此 this
这 this these that|这个 this that|这些 these this those|这样 this such so like|这里 here|这儿 here
这么 so this such|这种 this such kind|那 that the those|那个 that the|那些 those that these
那样 that so such|那里 there|那儿 there|那么 so then that|那种 that such kind|该 the this should
本 this our own|各 all each various every|每 every each|某 certain some a|另 another other
其他 other others|其它 other others|其中 among which of|有些 some|有的 some|一些 some|许多 many
很多 many much lot|不少 many quite|多少 how many much|几 several few how|一个 a an one|一种 a kind one
一 a one|个 a|谁 who whom|什么 what anything|怎么 how why|怎样 how what|如何 how what|为什么 why
哪 which where what|哪里 where|哪儿 where|何 what how why|的 of the|地 in with|得 so to|了 have
着 while with|过 have ever|所 that which what|者 those who|们 they|是 be it|有 have there be some
没有 no not without have|没 no not|不 not no|无 no without|非 non not un|未 not yet|别 do not|莫 not no
勿 not do|无法 cannot unable not|不能 cannot not unable|不是 not no|不会 will not would|不要 not do
不得 must not may|不可 cannot not must|必须 must have need|须 must need|应 should must|应该 should ought
应当 should must|可 can may could|可以 can may could|能 can could able|能够 can able could
会 will can would could|要 must will should need want|将 will be shall|愿 willing want will
愿意 willing want|想 want think would|可能 may might could possible|一定 must certain definitely
肯定 certainly sure must|在 in at on be|于 in on at to|从 from since|自 from since|自从 since|由 by from
以 to with by|为 for be as to|为了 for to order|对 to for on of toward|对于 for to of
关于 about on regarding|向 to toward at|往 to toward|到 to until arrive|至 to until|给 to for give
被 be by|把 the take|让 let make have|使 make so enable|令 make so|叫 call be let|替 for behalf
跟 with and|同 with and same|和 and with|与 and with to|及 and|以及 and as well|或 or|或者 or either
还是 or still|并 and also|并且 and also|而 and but while|而且 and also moreover|且 and|但 but however
但是 but however|可是 but|不过 but however only|然而 however but yet|却 but yet however
虽然 although though|尽管 although despite though|即使 even if|就是 be just even|因为 because as since
因 because as due|由于 because due as|所以 so therefore|因此 therefore so thus|因而 thus therefore
于是 so then|从而 thus thereby so|如果 if|若 if|要是 if|只要 as long if only|只有 only
除了 besides except addition|除非 unless|无论 no matter whether|不论 no matter whether regardless
不管 no matter regardless|不仅 not only|不但 not only|既 both as|又 and again also|也 also too and
还 also still even|都 all both every|均 all both|皆 all|全 all whole entire|总 always all general
就 then just be at once|便 then so|才 only then just|再 again then more|更 more even|更加 more even
最 most|很 very|太 too so|十分 very highly|非常 very extremely|极 extremely very|极其 extremely
比 than more|比较 rather more|较 more relatively than|尤其 especially particularly
特别 especially particularly special|只 only just|仅 only just|仅仅 only merely|几乎 almost nearly
已 have already|已经 already have|曾 once have|曾经 once have|正 just be|正在 be now|刚 just|刚才 just now
忽然 suddenly|突然 suddenly|终于 finally at last|竟 even actually|竟然 even actually|究竟 after all
似乎 seem as if|好像 seem like as if|仿佛 as if seem|一样 same as like|一般 like general|等 and other such
等等 and so other|之一 one of|之间 between among|之中 in among|之后 after|之前 before|以后 after later
以前 before ago|以来 since|以上 above over more|以下 below under following|以外 outside besides
之外 outside besides|中 in among during|里 in inside|内 in within|外 outside out|上 on in up above
下 under down below|前 before ago front|后 after behind later|间 between among|旁 beside by|边 side by
时 when time|时候 when time|当 when as|当时 then time|同时 same time while also|现在 now|今 now today
如今 now today|从此 from then since|随着 with as|如 as such like if|例如 for example such
比如 for example such|像 like as|作为 as|按照 according to|根据 according to|依 according by
通过 through by|经 through after by|经过 after through|沿着 along|围绕 around about|吗 do be|呢 and what
吧 let shall|啊 oh|么 what so|嘛 of course|哎 oh|唉 oh alas|嗯 yes um|是的 yes|好 good well all right
些 some few|种 kind type|位 the a
"""
_COMMON_WORDS = """
推进 advance promote push|推动 promote drive push|促进 promote boost|加快 accelerate speed fast
加强 strengthen enhance step|增强 strengthen enhance|提高 improve raise increase enhance
提升 improve upgrade raise enhance|完善 improve refine|健全 improve sound|优化 optimize improve
深化 deepen further|扩大 expand|拓展 expand extend|保障 ensure guarantee security|确保 ensure
保证 ensure guarantee|坚持 uphold adhere persist keep stick continue|坚定 firm resolute steadfast
坚决 resolute firm|落实 implement|实施 implement carry|贯彻 implement follow
执行 implement execute enforce|开展 carry launch conduct|推行 introduce implement pursue
实行 implement practice|实现 achieve realize|完成 complete fulfill|达到 reach|取得 achieve make
获得 obtain receive win|构建 build|打造 build create|建立 establish set|建成 build complete|形成 form
培育 cultivate foster nurture|培养 train cultivate|发挥 play give bring|发展 develop growth|改善 improve
改进 improve|改造 transform renovate upgrade|调整 adjust|统筹 coordinate|协调 coordinate
整治 improve rectify address|治理 governance address control|管理 manage administer
监管 regulate supervise oversight|监督 supervise oversight|服务 service serve|支持 support|鼓励 encourage
引导 guide|指导 guide|领导 lead leader|组织 organize|动员 mobilize|团结 unite
奋斗 strive struggle endeavor|努力 effort work strive hard|积极 active positive|主动 initiative proactive
全面 comprehensive all full|深入 deep thorough further|切实 effective earnest|着力 focus work effort
大力 vigorous great energetic|进一步 further|不断 constant continue steady|持续 continue sustain
稳步 steady|有效 effective|有力 strong effective|任务 task|目标 goal target objective
问题 problem issue question|困难 difficulty|矛盾 contradiction problem|风险 risk|挑战 challenge
机遇 opportunity|形势 situation|局面 situation|格局 pattern structure landscape|体系 system
体制 system structure institution|机制 mechanism|制度 system institution|政策 policy|措施 measure
办法 way method measure|方案 plan|规划 plan|计划 plan|项目 project|工程 project
建设 build construct develop|生产 production produce|产业 industry|行业 industry sector
企业 enterprise company business firm|市场 market|投资 investment invest|消费 consumption consumer
就业 employment job|收入 income revenue|财政 fiscal finance|金融 financial finance
增长 growth grow increase rise|增加 increase|新增 new add|减少 reduce decrease fall|下降 fall drop decline
降低 reduce lower|群众 people public masses|人民 people|百姓 people|干部 official cadre|同志 comrade
基层 primary grassroots community|农村 rural|城市 city urban|城镇 urban town|城乡 urban rural
乡村 rural village|农民 farmer|农业 agriculture farm|粮食 grain food|地区 region area|区域 region regional
社会 society social|经济 economy economic|政治 political politics|文化 culture|生态 ecological ecology
环境 environment|民生 livelihood well living|安全 security safety safe|稳定 stable stability|和谐 harmony
公平 fair equity|正义 justice|法治 law rule|依法 law|民主 democracy democratic|权利 right|权力 power
责任 responsibility|精神 spirit|思想 thought thinking|理论 theory|实践 practice|经验 experience
成就 achievement|成果 result achievement gain|作用 role|优势 strength advantage
能力 capacity ability capability|水平 level standard|质量 quality|效率 efficiency|规模 scale size
结构 structure|基础 foundation basis|关键 key crucial|核心 core|重点 key focus priority|重要 important
重大 major|显著 significant marked|明显 obvious marked clear|突出 prominent|充分 full
事业 cause undertaking|伟大 great|复兴 rejuvenation|民族 nation ethnic|国家 country state nation
全国 national nationwide country|中央 central committee|会议 meeting conference session|报告 report
决定 decide decision|意见 opinion|要求 require requirement demand|需要 need|方面 aspect regard
领域 field area sector|过程 process|阶段 stage|时期 period|时代 era age|未来 future|世界 world global
国际 international|合作 cooperation cooperate|和平 peace|共同 common joint together shared
关系 relation relationship|说 say tell speak|道 say way road|说道 say|问 ask|答 answer reply
回答 answer reply|喊 shout call cry|笑 laugh smile|哭 cry weep|看 look see watch|看见 see|看到 see
见 see meet|望 look gaze|听 hear listen|听见 hear|听到 hear|想起 remember think|知道 know|晓得 know
觉得 feel think|认为 think believe|以为 think|记得 remember|忘 forget|来 come|去 go|走 walk go leave
回 return back go|回来 come back return|回去 go back return|回家 go home|出来 come out|出去 go out
进 enter go into|起来 up rise|站 stand station|坐 sit|躺 lie|睡 sleep|吃 eat|喝 drink|拿 take hold bring
放 put|打 hit beat strike|开 open|关 close|跑 run|人 people person man one|男人 man|女人 woman|孩子 child
父亲 father|母亲 mother|爸爸 father dad|妈妈 mother mom|儿子 son|女儿 daughter|老人 old man people
先生 mr sir gentleman|太太 mrs madam wife|姑娘 girl|手 hand|眼睛 eye|眼 eye|脸 face|头 head|心 heart mind
心里 heart mind|声音 voice sound|话 word say|事 thing matter|事情 thing matter|东西 thing|地方 place
家 home family house|门 door gate|房间 room|屋 house room|路 road way|街 street|天 day sky heaven|年 year
月 month moon|日 day|晚上 evening night|夜 night|大 big great large|小 small little|多 many more much
少 few less little|老 old|新 new|长 long grow|高 high tall|快 quick fast soon|早 early
一直 always all along|元 yuan|块 yuan piece|斤 jin catty|两 two liang|亩 mu|分 fen minute point
角 jiao corner
"""


def with_common_words(table: Table) -> Table:
    """The table with the lists' words mixed in."""
    table = with_rows(table, dict(_rows(_COMMON_WORDS)), _COMMON_SHARE)
    return with_rows(table, dict(_rows(_FUNCTION_WORDS)), _FUNCTION_SHARE)


def _rows(words: str) -> Iterator[tuple[str, Weights]]:
    for line in words.strip().replace("\n", "|").split("|"):
        word, *renderings = line.split()
        row = normalised(
            ({stem(text.lower()): 1 / (1 + _LATER * place)}, 1.0) for place, text in enumerate(renderings)
        )
        yield word, row
