"""What a report says in many small situations reads as it was reviewed, aloud, by a person."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import pytest

from exporters.document import Paragraph
from tests.exporters.prose_situations import Situation, situations, told

REVIEWED = Path(__file__).with_name("prose_situations.txt")
ALL = situations()
NUMBERED = [pytest.param(at, id=str(at)) for at in range(1, len(ALL) + 1)]


@lru_cache(maxsize=1)
def reviewed() -> list[str]:
    """Return the reviewed text, situation by situation."""
    return REVIEWED.read_text(encoding="utf-8").rstrip("\n").split("\n\n")


def paragraphs() -> list[tuple[Situation, Paragraph]]:
    return [(situation, paragraph) for situation in ALL for paragraph in situation.paragraphs()]


@pytest.mark.parametrize("number", NUMBERED)
def test_a_situation_reads_as_reviewed(number: int) -> None:
    assert told(number, ALL[number - 1]) == reviewed()[number - 1]


def test_every_reviewed_text_is_that_of_a_situation() -> None:
    assert len(reviewed()) == len(ALL) >= 36
    assert len({situation.title for situation in ALL}) == len(ALL)


def test_no_word_is_doubled_and_every_sentence_ends() -> None:
    for situation, paragraph in paragraphs():
        assert not re.search(r"\b(\w+) \1\b", paragraph.text), situation.title
        assert paragraph.text.endswith((".", ":", "…")), situation.title
        assert not re.search(r"  |\.\.|…\.|,,|;;|[ ][.,;]|tỷ lệ", paragraph.text), situation.title


def test_one_alone_is_never_all_and_all_are_never_one() -> None:
    for situation, paragraph in paragraphs():
        assert not re.search(r"\bcả 0?1\b|\b0?1 (?:chỉ tiêu|nhiệm vụ)[^.;]* đều ", paragraph.text.lower()), (
            situation.title
        )


def test_the_line_before_a_list_keeps_with_it() -> None:
    for situation in ALL:
        own = situation.paragraphs()
        before = [one for one, after in pairwise(own) if after.text.startswith("- ")]
        heads = [one for one in before if not one.text.startswith("- ")]
        assert all(one.keep_with_next and one.text.endswith(":") for one in heads), situation.title
