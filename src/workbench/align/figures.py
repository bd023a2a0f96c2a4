"""align: numbers of both languages in one form, so that they can be told to be the same.

A figure's token is `#` and its value: 14亿 and 1.4 billion are #1400000000, 64.2% and 百分之六十四点二 #64.2%,
三分之二 and two thirds #2/3, 三月 and March #M3, 3倍 and threefold #3x, 上世纪90年代 and the 1990s #1990s, 数百 and
hundreds #100+. A name that holds digits is one figure with the name itself, in small letters, as its token: g20.
"""

from workbench.align.amounts import Figure
from workbench.align.figures_chinese import chinese_figures
from workbench.align.figures_english import english_figures

__all__ = ["Figure", "chinese_figures", "english_figures"]
