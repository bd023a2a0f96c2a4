"""align: numbers of both languages in one form, so that they can be told to be the same.

A figure's token is `#` and its value:

    #1400000000   14亿, 1.4 billion             #2023     2023年, in 2023
    #64.2%        百分之六十四点二, 64.2%       #1990s    上世纪90年代, the 1990s
    #30%          三成, 30 per cent             #M3       三月, March
    #2/3          三分之二, two thirds          #14       第十四届, the 14th, fourteenth
    #3x           三倍, threefold               #100+     数百, hundreds

Percentage points are written as percent: translations mix them up. A name that holds digits is one figure,
whose token is the name in small letters: g20. What counts as first is a word of its language, since
dictionaries know it: 第一, first.
"""

from workbench.align.amounts import Figure
from workbench.align.figures_chinese import chinese_figures
from workbench.align.figures_english import english_figures

__all__ = ["Figure", "chinese_figures", "english_figures"]
