"""tests: TBX comes back as it went out, and what other tools write is understood or told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.exchange.concepts import TERMBASES
from workbench.exchange.tbx import write_tbx
from workbench.exchange.tbx_elements import Style
from workbench.exchange.tbx_reading import TbxTerms, read_tbx
from workbench.glossary.bundled import policy_path
from workbench.glossary.table import read_glossary
from workbench.model.faults import WorkbenchError
from workbench.model.terms import Attestation, Concept, Rendering, Status, TermKind


def read(folder: Path, text: str | bytes) -> TbxTerms:
    path = folder / "terms.tbx"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_tbx(path)


def bare(concepts: list[Concept] | tuple[Concept, ...]) -> list[Concept]:
    """As a termbase without a name."""
    from dataclasses import replace

    return [replace(one, glossary="") for one in concepts]


@given(TERMBASES, st.sampled_from(["dca", "dct"]))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_field_comes_back_in_both_styles(tmp_path: Path, concepts: list[Concept], style: Style) -> None:
    done = read(tmp_path, write_tbx(concepts, title="t", style=style))
    assert list(done.concepts) == concepts
    assert not done.left


@pytest.mark.parametrize("style", ["dca", "dct"])
def test_the_bundled_glossary_comes_back(tmp_path: Path, style: Style) -> None:
    concepts = bare(read_glossary(policy_path()).concepts)
    done = read(tmp_path, write_tbx(concepts, title="policy", style=style))
    assert list(done.concepts) == concepts
    assert not done.left


MARTIF = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en-US">
 <martifHeader><fileDesc><sourceDesc><p>from a tool</p></sourceDesc></fileDesc></martifHeader>
 <text><body>
  <termEntry id="c5">
   <descripGrp><descrip type="subjectField">economy</descrip></descripGrp>
   <langSet xml:lang="zh-TW"><tig><term>新質生產力</term></tig></langSet>
   <langSet xml:lang="ZH_cn">
    <descripGrp><descrip type="definition">先进生产力</descrip><admin type="source">词典</admin></descripGrp>
    <ntig><termGrp><term>新质<hi>生产力</hi></term>
     <termNote type="termType">fullForm</termNote></termGrp></ntig>
   </langSet>
   <langSet xml:lang="en-US">
    <tig><term>new quality
      productivity</term><termNote type="administrativeStatus">forbidden</termNote>
     <descrip type="context">It rose.</descrip><note>calque</note></tig>
    <ntig><termGrp><term>new quality productive forces</term>
      <termNote type="partOfSpeech">noun</termNote>
      <termNote type="grammaticalNumber">plural</termNote></termGrp>
      <admin type="sourceIdentifier">Xinhua</admin></ntig>
    <tig><term>NQPF</term><termNote type="termType">shortForm</termNote></tig>
   </langSet>
   <langSet xml:lang="fr"><tig><term>forces</term></tig></langSet>
  </termEntry>
  <termEntry id="c6"><langSet xml:lang="zh"><tig><term>孤</term></tig></langSet></termEntry>
 </body></text>
</martif>
"""


def test_the_older_tbx_is_read_and_what_has_no_place_is_counted(tmp_path: Path) -> None:
    done = read(tmp_path, MARTIF)
    (concept,) = done.concepts
    assert (concept.id, concept.zh, concept.zh_variants) == ("c5", "新质生产力", ("新質生產力",))
    assert concept.domain == "economy"
    first, second = concept.renderings
    assert first == Rendering(
        "new quality productivity",
        status=Status.DEPRECATED,
        attestation=Attestation.PROPOSED,
        note="example: It rose.; calque",
    )
    assert second.short_form == "NQPF"
    assert second.note == "definition: 先进生产力 (词典)"
    assert (second.status, second.pos, second.authority) == (Status.PREFERRED, "noun", "Xinhua")
    assert done.left == {
        "grammaticalNumber": 1,
        "terms in fr": 1,
        "entries without an English term": 1,
    }
    assert done.entries == 2


def test_multiterm_xml_is_read(tmp_path: Path) -> None:
    done = read(
        tmp_path,
        """<mtf><conceptGrp><concept>13</concept>
        <transacGrp><transac type="origination">me</transac><date>2020-01-01T00:00:00</date></transacGrp>
        <languageGrp><language lang="ZH-CN" type="Chinese"/>
          <termGrp><term>国情</term></termGrp></languageGrp>
        <languageGrp><language type="English" lang="EN"/>
          <termGrp><term>national conditions</term>
            <descripGrp><descrip type="Status">preferred</descrip></descripGrp>
            <descripGrp><descrip type="Part of Speech">noun</descrip></descripGrp></termGrp>
          <termGrp><term>national realities</term></termGrp></languageGrp>
        </conceptGrp></mtf>""".encode("utf-16"),
    )
    (concept,) = done.concepts
    assert concept.zh == concept.id == "国情"
    assert [(one.en, one.status) for one in concept.renderings] == [
        ("national conditions", Status.PREFERRED),
        ("national realities", Status.ADMITTED),
    ]
    assert concept.renderings[0].pos == "noun"
    assert not done.left


def entry(status: str) -> str:
    return (
        '<martif><text><body><termEntry><langSet lang="zh"><tig><term>国情</term></tig></langSet>'
        '<langSet lang="English (United States)"><tig><term>x</term>'
        f'<termNote type="administrativeStatus">{status}</termNote></tig></langSet></termEntry>'
        "</body></text></martif>"
    )


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("preferredTerm-admn-sts", Status.PREFERRED),
        ("Preferred Term", Status.PREFERRED),
        ("admittedTerm", Status.ADMITTED),
        ("Not recommended", Status.DEPRECATED),
        ("FORBIDDEN", Status.DEPRECATED),
        ("obsolete", Status.SUPERSEDED),
        ("禁用", Status.DEPRECATED),
    ],
)
def test_the_words_of_other_tools_for_a_status_are_known(tmp_path: Path, word: str, status: Status) -> None:
    done = read(tmp_path, entry(word))
    assert done.concepts[0].renderings[0].status is status
    assert not done.left


def test_an_unknown_status_is_told_and_never_preferred(tmp_path: Path) -> None:
    done = read(tmp_path, entry("in Prüfung"))
    assert done.concepts[0].renderings[0].status is Status.ADMITTED
    assert list(done.left) == ["the status “in Prüfung”, taken as admitted"]


def test_a_term_that_abbreviates_another_knows_its_concept(tmp_path: Path) -> None:
    long = Concept("长", "全国两会", (Rendering("two sessions"),))
    short = Concept("短", "两会", (Rendering("two sessions"),), abbreviation_of="长", kind=TermKind.TERM)
    done = read(tmp_path, write_tbx([short, long], title="t"))
    assert done.concepts[0].abbreviation_of == "长"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_a_file_in_another_encoding_than_it_says_is_read(tmp_path: Path, encoding: str) -> None:
    declared = '<?xml version="1.0" encoding="UTF-8"?>' if encoding != "utf-8-sig" else ""
    done = read(tmp_path, (declared + entry("preferred")).encode(encoding))
    assert done.concepts[0].zh == "国情"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<martif><text>", "not well-formed XML"),
        ("", "not well-formed XML"),
        ("<tmx><body/></tmx>", "no entry of a termbase"),
        ('<!DOCTYPE martif [<!ENTITY a "b">]><martif>&a;</martif>', "declares entities"),
    ],
)
def test_what_is_no_tbx_is_one_sentence(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(WorkbenchError, match=said):
        read(tmp_path, text)


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError, match="cannot be read"):
        read_tbx(tmp_path / "none.tbx")


def test_nothing_outside_the_file_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "secret.dtd").write_text("<!ELEMENT x (y)>", "utf-8")
    text = f'<!DOCTYPE martif SYSTEM "file://{tmp_path}/secret.dtd">' + entry("preferred")
    assert read(tmp_path, text).concepts[0].zh == "国情"


NAMES = st.sampled_from(
    [
        "termEntry",
        "conceptEntry",
        "langSet",
        "langSec",
        "tig",
        "ntig",
        "termGrp",
        "term",
        "note",
        "descripGrp",
    ]
)
ATTRIBUTES = st.sampled_from(
    ["", ' xml:lang="zh"', ' xml:lang="en"', ' type="source"', ' id="a"', ' lang=""']
)
TREES = st.recursive(
    st.sampled_from(["国情", "conditions", "", "kind: formula", "years: 2012–"]),
    lambda inner: st.builds(
        lambda name, attribute, children: f"<{name}{attribute}>{''.join(children)}</{name}>",
        NAMES | st.sampled_from(["descrip", "admin", "termNote", "ref"]),
        ATTRIBUTES,
        st.lists(inner, max_size=3),
    ),
    max_leaves=12,
)


@given(TREES)
@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_elements_in_any_order_are_read_or_refused(tmp_path: Path, tree: str) -> None:
    try:
        done = read(tmp_path, f"<martif><termEntry>{tree}</termEntry></martif>")
    except WorkbenchError:
        return
    assert all(one.zh and one.renderings and one.id for one in done.concepts)
    assert len(done.concepts) <= done.entries
