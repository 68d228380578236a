"""The outline of a report: its headings in order, renamed, switched off or added, kept for a duty's next reports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from models.errors import AppError, NotFound
from models.text import one_line

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
OWN = "m"
"""How the ids of headings begin that the office added: m1, m2…"""
NEXT_PERIOD, THIS_PERIOD = "[kỳ tới]", "[kỳ này]"
"""What stands in a title, kept for the next reports, for the name of a period."""
_IN_BRACKETS = re.compile(r"\[[^\]]*\]?")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the outline: stable `id`, `title` (empty: the form's own words), beneath which other (`parent`)."""

    id: str
    title: str = ""
    parent: str = ""
    shown: bool = True

    @property
    def is_own(self) -> bool:
        """Tell whether the office added it."""
        return self.id.startswith(OWN)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A shown heading with its number as printed: `II` or, beneath another one, `1`."""

    heading: Heading
    number: str


@dataclass(frozen=True, slots=True)
class Outline:
    """The headings of a duty's reports in printed order, those beneath another one after it.

    `last_own` is the highest number that an added heading ever had: a new one must not find the words of a removed one.
    """

    headings: tuple[Heading, ...]
    last_own: int = 0

    def heading(self, heading_id: str) -> Heading:
        """Return one heading; NotFound names those there are."""
        for heading in self.headings:
            if heading.id == heading_id:
                return heading
        known = ", ".join(heading.id for heading in self.headings)
        raise NotFound(f"Đề cương báo cáo không có mục “{heading_id}”. Các mục đang có: {known}.")

    def numbered(self) -> tuple[Numbered, ...]:
        """Return what is printed, numbered anew: a switched-off heading takes those beneath it along."""
        found: list[Numbered] = []
        tops = 0
        beneath: dict[str, int] = {}
        for heading in self.headings:
            if not heading.shown or (heading.parent and not self.heading(heading.parent).shown):
                continue
            if heading.parent:
                beneath[heading.parent] = beneath.get(heading.parent, 0) + 1
                found.append(Numbered(heading, str(beneath[heading.parent])))
            else:
                found.append(Numbered(heading, ROMAN[tops]))
                tops += 1
        return tuple(found)

    def beneath(self, heading_id: str) -> tuple[Heading, ...]:
        """Return the headings beneath one."""
        return tuple(heading for heading in self.headings if heading.parent == heading_id)

    def renamed(self, heading_id: str, title: str) -> Outline:
        """Give a heading other words; none give a standard one its own words back."""
        heading, title = self.heading(heading_id), _title(title)
        if heading.is_own and not title:
            raise AppError(f"Mục “{heading.title}” do cơ quan thêm nên phải có tên. Hãy ghi tên, hoặc bỏ mục này.")
        return self._with(replace(heading, title=title))

    def switched(self, heading_id: str, shown: bool) -> Outline:
        """Switch a heading on or off; one must stay."""
        return self._with(replace(self.heading(heading_id), shown=shown))._checked()

    def added(self, title: str, after: str, *, beneath: bool = False) -> tuple[Outline, str]:
        """Add a heading after another one on its level, or as the last one beneath it; return the new id too."""
        if not (title := _title(title)):
            raise AppError("Mục thêm vào đề cương phải có tên. Hãy ghi tên mục.")
        place = self.heading(after)
        parent = (place.parent or place.id) if beneath else place.parent
        if not parent and sum(not heading.parent for heading in self.headings) == len(ROMAN):
            raise AppError(f"Đề cương chỉ có tối đa {len(ROMAN)} mục lớn. Hãy thêm mục con vào một mục đã có.")
        taken = [int(heading.id[len(OWN) :]) for heading in self.headings if heading.is_own]
        number = max(self.last_own, *taken, 0) + 1
        new = Heading(f"{OWN}{number}", title, parent)
        at = self._end_of(parent if beneath else place.id)
        return Outline((*self.headings[:at], new, *self.headings[at:]), number), new.id

    def removed(self, heading_id: str) -> Outline:
        """Take an added heading out; a standard one is switched off instead."""
        heading = self.heading(heading_id)
        if not heading.is_own:
            raise AppError(f"Mục {heading_id} là mục sẵn có nên chỉ tắt được, không bỏ được. Hãy chọn tắt mục này.")
        if inside := self.beneath(heading_id):
            raise AppError(f"Mục “{heading.title}” còn {len(inside)} mục con. Hãy bỏ các mục con trước.")
        return self._arranged(other for other in self.headings if other is not heading)._checked()

    def moved(self, heading_id: str, *, up: bool) -> Outline:
        """Move a heading with all beneath it before or after its neighbour on the same level."""
        heading = self.heading(heading_id)
        level = [other for other in self.headings if other.parent == heading.parent]
        at = level.index(heading)
        other = at - 1 if up else at + 1
        if not 0 <= other < len(level):
            raise AppError(f"Mục {heading_id} đã ở {'đầu' if up else 'cuối'} nên không chuyển được nữa.")
        level[at], level[other] = level[other], level[at]
        order = [part for top in level for part in (top, *self.beneath(top.id))]
        if not heading.parent:
            return self._arranged(order)
        start = self.headings.index(self.heading(heading.parent)) + 1
        return self._arranged((*self.headings[:start], *order, *self.headings[start + len(order) :]))

    def _with(self, changed: Heading) -> Outline:
        return self._arranged(changed if heading.id == changed.id else heading for heading in self.headings)

    def _arranged(self, headings: Iterable[Heading]) -> Outline:
        return replace(self, headings=tuple(headings))

    def _checked(self) -> Outline:
        """Refuse an outline of which nothing would be printed."""
        if not any(heading.shown and not heading.parent for heading in self.headings):
            raise AppError("Báo cáo phải còn ít nhất một mục lớn. Hãy bật một mục lớn khác trước.")
        return self

    def _end_of(self, heading_id: str) -> int:
        """Return the place after a heading and all beneath it."""
        at = next(place for place, heading in enumerate(self.headings) if heading.id == heading_id)
        return at + 1 + len(self.beneath(heading_id))


def _title(text: str) -> str:
    """Return a title as it is kept; what stands in brackets for no name of a period would be printed as it is."""
    title = one_line(text)
    unknown = [part for part in _IN_BRACKETS.findall(title) if part not in (NEXT_PERIOD, THIS_PERIOD)]
    if unknown:
        raise AppError(
            f"Tên mục “{title}” có “{unknown[0]}” không thay được bằng tên kỳ nào. "
            f"Hãy ghi {NEXT_PERIOD} hoặc {THIS_PERIOD}, hoặc bỏ ngoặc vuông."
        )
    return title


STANDARD = Outline(
    (
        Heading("I"),
        Heading("II"),
        Heading("II.1", parent="II"),
        Heading("II.2", parent="II"),
        Heading("III"),
        Heading("IV"),
        Heading("V"),
    )
)
"""The outline that six offices' reports agree on (forms.md §4)."""


def with_standard(headings: Sequence[Heading], last_own: int = 0) -> Outline:
    """Return a kept outline; a standard heading that it does not know yet stands at the end of its level."""
    outline = Outline(tuple(headings), last_own)
    for heading in STANDARD.headings:
        if all(other.id != heading.id for other in outline.headings):
            at = outline._end_of(heading.parent) if heading.parent else len(outline.headings)
            outline = replace(outline, headings=(*outline.headings[:at], heading, *outline.headings[at:]))
    return outline
