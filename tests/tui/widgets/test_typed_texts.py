"""tui: what was typed is the truth until the store has it, and no longer."""

from __future__ import annotations

from workbench.tui.widgets.typed_texts import TypedTexts


def test_an_echo_of_older_typing_does_not_take_newer_characters_away() -> None:
    texts = TypedTexts()
    texts.sent(1, "", "a")
    texts.sent(1, "a", "ab")
    assert texts.stored(1, "a") == "ab"
    assert texts.stored(1, "") == "ab"


def test_a_change_from_outside_wins_over_what_is_on_its_way() -> None:
    texts = TypedTexts()
    texts.sent(1, "", "a")
    assert texts.stored(1, "merged") == "merged"
    assert texts.newest(1, "merged") == "merged"


def test_undo_to_an_earlier_text_is_taken_once_nothing_is_on_its_way() -> None:
    texts = TypedTexts()
    texts.sent(1, "", "a")
    texts.sent(1, "a", "ab")
    texts.landed(1)
    texts.landed(1)
    assert texts.stored(1, "a") == "a"


def test_a_store_that_keeps_texts_later_is_waited_for() -> None:
    texts = TypedTexts()
    texts.sent(1, "old", "new")
    texts.landed(1)
    assert texts.newest(1, "old") == "new"
    assert texts.newest(1, "new") == "new"
    assert texts.newest(1, "old") == "old"
