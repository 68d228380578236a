"""What the left column shows of each heading of an outline: its words as printed, and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from exporters.headings import place_of, title_kept, title_of
from exporters.own_sentences import PROPOSED

if TYPE_CHECKING:
    from models.outline import Heading
    from models.reports import Report


@dataclass(frozen=True, slots=True)
class HeadingView:
    """A heading: its words with the number as printed, where it stands (`II.1`), and which acts make sense.

    What writes itself beneath it `gives_way` to the officer's words, or stands before them.
    """

    heading: Heading
    printed: str
    place: str
    kept: str
    has_beneath: bool
    gives_way: bool
    can_rise: bool
    can_sink: bool
    can_go: bool

    @property
    def id(self) -> str:
        """Return the heading's id."""
        return self.heading.id

    @property
    def shown(self) -> bool:
        """Tell whether it is printed."""
        return self.heading.shown


def heading_views(report: Report) -> tuple[HeadingView, ...]:
    """Return the headings in order; those beneath a switched-off one are left out, as they go with it."""
    outline = report.outline
    return tuple(
        _view(report, heading)
        for heading in outline.headings
        if not heading.parent or outline.heading(heading.parent).shown
    )


def _view(report: Report, heading: Heading) -> HeadingView:
    outline = report.outline
    place = place_of(outline, heading.id)
    level = [other for other in outline.headings if other.parent == heading.parent]
    title = title_of(heading, report.period)
    beneath = outline.beneath(heading.id)
    return HeadingView(
        heading=heading,
        printed=f"{place.rpartition('.')[2] if heading.parent else place}. {title}" if heading.shown else title,
        place=place,
        kept=title_kept(heading),
        has_beneath=any(other.shown for other in beneath),
        gives_way=heading.id in PROPOSED,
        can_rise=level[0] is not heading,
        can_sink=level[-1] is not heading,
        can_go=heading.is_own and not beneath,
    )
