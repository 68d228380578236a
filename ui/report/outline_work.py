"""What the lane does for the left column of a report: outline, words, sentences. Every function runs on its thread."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exporters.written_over import Unit
    from models.desk import Desk
    from models.duties import ReportingPeriod
    from models.outline import Outline
    from models.report_desk import Carried
    from models.reports import Report


def edit_outline(
    edit: Callable[[Outline], Outline], label: str, period: ReportingPeriod, desk: Desk, who: str, at: datetime
) -> None:
    """Change the outline of a duty's reports in one step, which `label` names."""
    from models.report_desk import ReportDesk

    own = ReportDesk(desk, period)
    label = f"{label} trong đề cương {period.duty.name}"
    own.save_outline(edit(own.outline), label=label, who=who, at=at)


def renamed(heading_id: str, title: str, outline: Outline) -> Outline:
    """Give a heading other words, or its own back."""
    return outline.renamed(heading_id, title)


def switched(heading_id: str, shown: bool, outline: Outline) -> Outline:
    """Switch a heading on or off."""
    return outline.switched(heading_id, shown)


def added(title: str, after: str, beneath: bool, outline: Outline) -> Outline:
    """Add a heading after another one, or beneath it."""
    return outline.added(title, after, beneath=beneath)[0]


def removed(heading_id: str, outline: Outline) -> Outline:
    """Take an added heading out."""
    return outline.removed(heading_id)


def moved(heading_id: str, up: bool, outline: Outline) -> Outline:
    """Move a heading up or down."""
    return outline.moved(heading_id, up=up)


def overwrite(key: str, text: str, over: str, period: ReportingPeriod, desk: Desk, who: str, at: datetime) -> None:
    """Put the officer's words in place of a sentence that writes itself."""
    from models.report_desk import ReportDesk

    ReportDesk(desk, period).overwrite(key, text, over, who=who, at=at)


def restore(key: str, period: ReportingPeriod, desk: Desk, who: str, at: datetime) -> None:
    """Let a sentence write itself again."""
    from models.report_desk import ReportDesk

    ReportDesk(desk, period).restore(key, who=who, at=at)


def carry(sections: tuple[str, ...] | None, period: ReportingPeriod, desk: Desk, who: str, at: datetime) -> None:
    """Take last period's words over, all that are offered or those of some sections."""
    from models.report_desk import ReportDesk

    ReportDesk(desk, period).carry(sections, who=who, at=at)


def read_carried(period: ReportingPeriod, desk: Desk) -> Carried | None:
    """Return the words of the last written period that this one could begin with."""
    from models.report_desk import ReportDesk

    return ReportDesk(desk, period).carried()


def read_units(report: Report) -> tuple[Unit, ...]:
    """Return what writes itself in a report; for a thread beside the window's."""
    from exporters.written_over import units

    return units(report)
