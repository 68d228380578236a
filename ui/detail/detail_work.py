"""What the detail pane asks of the lane: a row's story, something declared taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.desk import Desk
    from models.facts import Fact
    from models.reports import Report
    from models.row_told import Story


def read_story(report: Report, key: str, wanted: Callable[[], bool], desk: Desk) -> Story | None:
    """Read what is told of a row; skipped where another row was chosen meanwhile."""
    if not wanted():
        return None
    from models.row_told import story_of

    return story_of(desk, report, key)


def withdraw(fact: Fact, desk: Desk, who: str, at: datetime) -> None:
    """Take back what was declared."""
    desk.withdraw(fact, who=who, at=at)
