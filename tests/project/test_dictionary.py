"""project: the dictionary with a project's terms is made once, whoever makes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.project.conftest import MakeSession
from workbench.project.dictionary import lexicon_with, project_concepts, project_lexicon
from workbench.project.own_process import OwnProcess
from workbench.project.session import Session


@pytest.fixture(autouse=True)
def _index_at_hand(indexed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache of our own which has the dictionary's index."""
    (tmp_path / "cache" / "workbench").mkdir(parents=True)
    made = indexed / "workbench" / "lexicon.db"
    (tmp_path / "cache" / "workbench" / made.name).symlink_to(made)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def test_one_made_apart_says_what_one_made_here_says(session: Session) -> None:
    apart = project_lexicon(session.folder, session.config, OwnProcess())
    here = lexicon_with(project_concepts(session.folder, session.config))
    assert apart.kept is not None
    assert here.kept is None
    assert apart.rows.keys() == here.rows.keys()
    for word in ("改革", "非首都功能", "群众", "没有这个词"):
        assert apart.translations(word) == here.translations(word)


def test_another_term_makes_another_one(session: Session) -> None:
    before = project_lexicon(session.folder, session.config)
    assert "青龙江" not in before
    (session.folder / "glossary.tsv").write_text("zh\ten\n青龙江\tQinglong River\n", "utf-8")
    after = project_lexicon(session.folder, session.config)
    assert "青龙江" in after
    assert after.kept is not None
    assert before.kept is not None
    assert after.kept.path != before.kept.path


def test_where_it_cannot_be_kept_it_is_made_in_memory(session: Session) -> None:
    kept = project_lexicon(session.folder, session.config).kept
    assert kept is not None
    kept.path.unlink()
    kept.path.mkdir()  # a file that cannot be written, also for who may write everything
    found = project_lexicon(session.folder, session.config, OwnProcess())
    assert found.kept is None
    assert "改革" in found


def test_refrains_are_found_apart_and_again_after_the_source_changed(
    make_session: MakeSession,
) -> None:
    refrain = "推动江海联动发展不断迈上新台阶"
    session = make_session([f"要{refrain}。", f"我们{refrain}！", "别的事情。"])
    rows = [session.row_numbered(number) or 0 for number in (1, 2, 3)]
    (mark,) = session.refrain_marks(rows[0])
    assert (mark.start, mark.end, mark.refrain.text) == (1, 16, refrain)
    assert session.refrain_marks(rows[2]) == ()
    session.edit_source(rows[1], "我们休息！")
    assert session.refrain_marks(rows[0]) == ()
    session.undo()
    assert [one.refrain.text for one in session.refrain_marks(rows[1])] == [refrain]
