"""tests/annotate: Chinese names in pinyin as English prose writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.annotate.names import names_in_english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("李长安", "Li Chang'an"),
        ("王安娥", "Wang An'e"),
        ("張大山", "Zhang Dashan"),
        ("刘阿姨", "Liu Ayi"),
        ("王", "Wang"),
        ("单雄", "Shan Xiong"),
        ("曾国兰", "Zeng Guolan"),
        ("任长霞", "Ren Changxia"),
        ("仇小英", "Qiu Xiaoying"),
        ("解放军", "Xie Fangjun"),
        ("区明", "Ou Ming"),
        ("查文斌", "Zha Wenbin"),
        ("朴正花", "Piao Zhenghua"),
        ("盖玉", "Ge Yu"),
        ("缪全", "Miao Quan"),
        ("翟天成", "Zhai Tiancheng"),
        ("覃秀兰", "Qin Xiulan"),
        ("冼星", "Xian Xing"),
        ("卜力", "Bu Li"),
        ("薄云", "Bo Yun"),
        ("吕绿", "Lü Lü"),
        ("欧阳明", "Ouyang Ming"),
        ("尉迟敬德", "Yuchi Jingde"),
        ("万俟青", "Moqi Qing"),
        ("长孙无忌", "Zhangsun Wuji"),
        ("单于丹", "Chanyu Dan"),
        ("令狐安", "Linghu An"),
        ("诸葛亮", "Zhuge Liang"),
        ("阿依·古丽", "Ayi Guli"),
        ("“李长安”", "Li Chang'an"),
        ("安新县", "Anxin County"),
        ("河北省安新县", "Anxin County, Hebei Province"),
        ("石家庄市", "Shijiazhuang"),
        ("陕西省", "Shaanxi Province"),
        ("山西省", "Shanxi Province"),
        ("西安", "Xi'an"),
        ("唐山", "Tangshan"),
        ("郑州", "Zhengzhou"),
        ("六安市", "Lu'an"),
        ("乐清市", "Yueqing"),
        ("浚县", "Xunxian County"),
        ("太湖", "Taihu Lake"),
        ("白洋淀", "Baiyangdian"),
        ("雄安新区", "Xiong'an New Area"),
        ("呼和浩特市", "Hohhot"),
        ("海淀区", "Haidian District"),
        ("柳泉镇", "Liuquan Town"),
    ],
)
def test_a_name_as_english_prose_writes_it(chinese: str, english: str) -> None:
    assert names_in_english(chinese)[0] == english


def test_what_a_surname_may_also_be_read_comes_second() -> None:
    assert names_in_english("覃秀兰")[1] == "Tan Xiulan"
    assert "Yang Yue" in names_in_english("杨乐")
    assert names_in_english("吕文")[1] == "Lyu Wen"


def test_what_has_no_hanzi_is_no_name() -> None:
    assert names_in_english("Tom") == ()
    assert names_in_english("") == ()


@given(st.text(alphabet="李单长安欧阳尉迟省市县山吕儿·a1 “”〇", max_size=8))
def test_no_name_keeps_hanzi_or_tones(chinese: str) -> None:
    for name in names_in_english(chinese):
        assert name == name.strip() != ""
        assert not set(name) & set("李单长安欧阳尉迟省市县山吕儿āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ")
