"""What writes itself beneath each heading of a report, and around its outline."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from exporters.direction_sentences import direction_sentences
from exporters.document import Paragraph
from exporters.indicator_sentences import indicator_sentences
from exporters.opening import CLOSING, OPENING, closing_sentences, opening_sentences
from exporters.proposed_sentences import next_task_sentences, proposal_sentences
from exporters.prose import counts_written
from exporters.shortcoming_sentences import shortcoming_sentences
from exporters.task_sentences import task_sentences
from models.reports import Report

FROM_THE_DATA: Mapping[str, Callable[[Report], list[Paragraph]]] = {
    OPENING: opening_sentences,
    "I": direction_sentences,
    "II.1": indicator_sentences,
    "II.2": task_sentences,
    "III": shortcoming_sentences,
    "IV": next_task_sentences,
    "V": proposal_sentences,
    CLOSING: closing_sentences,
}
PROPOSED = ("III", "IV", "V")
"""The headings where what the officer wrote stands in place of what the data propose, not after it."""


def own_sentences(report: Report, heading_id: str) -> list[Paragraph]:
    """Return what writes itself beneath a heading, with counts as the office writes them; keys name its units."""
    write = FROM_THE_DATA.get(heading_id)
    if write is None:
        return []
    with counts_written(two_digits=report.two_digits):
        return write(report)


def gives_way(report: Report, heading_id: str) -> bool:
    """Tell whether the officer's words stand in place of what the data propose."""
    return heading_id in PROPOSED and bool(report.words.get(heading_id, "").strip())
