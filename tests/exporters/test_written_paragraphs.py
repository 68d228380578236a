"""The officer's words in the document: roles, marks, and the section they belong to."""

from __future__ import annotations

from exporters.document import Role
from exporters.written_paragraphs import written_paragraphs


def test_bold_italic_and_lists_become_runs_and_roles() -> None:
    found = written_paragraphs("Có **05 xã**\n\na) *một*\n- hai", "III")
    assert [(one.role, one.text, one.key) for one in found] == [
        (Role.BODY, "Có 05 xã", "III"),
        (Role.LETTERED, "a) một", "III"),
        (Role.BODY, "- hai", "III"),
    ]
    assert [(run.text, run.bold, run.italic) for run in found[0].runs] == [("Có ", None, None), ("05 xã", True, None)]
    assert found[1].runs[-1].italic is True
    assert not any(run.auto for one in found for run in one.runs)


def test_nothing_written_is_no_paragraph() -> None:
    assert written_paragraphs(" \n ", "V") == []
