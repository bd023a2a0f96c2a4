"""lexicon: what the commonest Chinese function words are in English.

A dictionary explains them (`structural particle`) where a translation has a word for them, or several: 他 is
`he` and `his`. The list is Workbench's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.lexicon.glosses import Weights, normalised
from workbench.lexicon.table import Table, with_rows
from workbench.text.stems import stem

SHARE = 0.8
"""What this list says of a word that the dictionary has too."""
_LATER = 0.3  # how much less each further word counts

_LIST = """
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
"""


def with_function_words(table: Table) -> Table:
    """The table with the list's words, which weigh more there than what the dictionary says."""
    return with_rows(table, dict(_rows()), SHARE)


def _rows() -> Iterator[tuple[str, Weights]]:
    for line in _LIST.strip().replace("\n", "|").split("|"):
        word, *renderings = line.split()
        yield (
            word,
            normalised(
                ({stem(text.lower()): 1 / (1 + _LATER * place)}, 1.0) for place, text in enumerate(renderings)
            ),
        )
