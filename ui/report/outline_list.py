"""All headings of a report below each other; what did not change is left untouched, so that typing is not disturbed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from ui.pages.parts import GAP
from ui.report.heading_part import HeadingPart
from ui.report.rich_words import RichWords
from ui.report.sentence_part import SentencePart

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exporters.written_over import Unit
    from ui.report.heading_views import HeadingView

OPENING, CLOSING = "opening", "closing"
ROOM = 24
"""Pixels that stay free above and below the line that is being written."""


class OutlineList(QScrollArea):
    """The parts of the outline: the opening sentence, every heading, the closing sentence."""

    asked = Signal(str, str)
    """An act and the heading's id."""
    left = Signal(str, str)
    typed = Signal(str, str)
    overwritten = Signal(str, str, str)
    restored = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.parts: dict[str, HeadingPart] = {}
        self.sentences: dict[str, SentencePart] = {}
        self._locked = False
        self._build()

    def _build(self) -> None:
        self.inside = QWidget()
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(0, 0, GAP, 0)
        self.column.setSpacing(4)
        self.column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self.inside)

    @property
    def boxes(self) -> dict[str, RichWords]:
        """Return the boxes of the headings that are printed, by section."""
        return {key: part.box for key, part in self.parts.items() if part.view.shown}

    # --- what it shows

    def start_over(self) -> None:
        """Forget what was written, before another period is shown; nothing can be typed until it is there."""
        for part in self.parts.values():
            part.box.start_over()
            part.offer(False)
        self._put_sentences(())
        self.inside.setEnabled(False)
        self.verticalScrollBar().setValue(0)

    def show_headings(self, views: Sequence[HeadingView], words: Mapping[str, str], *, locked: bool) -> None:
        """Show the headings in their order with the officer's words."""
        place = _Place(self)
        self._locked = locked
        wanted = {view.id: view for view in views}
        for key in [key for key in self.parts if key not in wanted]:
            self._drop_heading(key)
        self.parts = {view.id: self._part(view) for view in views}
        for sentence in self.sentences.values():
            sentence.lock(locked)
        for key, part in self.parts.items():
            part.lock(locked)
            part.box.show_saved(words.get(key, ""))
        self._arrange()
        self.inside.setEnabled(True)
        place.keep()

    def show_units(self, units: Sequence[Unit]) -> None:
        """Show what writes itself, each under its heading."""
        place = _Place(self) if self.sentences else None
        self._put_sentences(units)
        self._arrange()
        if place is not None:
            place.keep()

    def offer(self, sections: Iterable[str]) -> None:
        """Offer last period's words where there are any."""
        offered = set(sections)
        for key, part in self.parts.items():
            part.offer(key in offered)

    def save(self) -> None:
        """Hand on whatever is still being written."""
        for part in self.parts.values():
            part.box.save()
        for sentence in self.sentences.values():
            sentence.save()

    def go_to(self, key: str) -> None:
        """Bring a sentence, or the box of a heading, into view, ready to be typed in."""
        heading = self.parts.get(key.partition("/")[0])
        part: QWidget | None = self.sentences.get(key)
        if part is None and heading is not None and heading.view.shown:
            part = heading.box
        if part is not None:
            part.setFocus(Qt.FocusReason.OtherFocusReason)
            self._bring(part)

    def _bring(self, part: QWidget) -> None:
        """Scroll until a part is in view, at least its beginning."""
        top = part.mapTo(self.inside, QPoint(0, 0)).y()
        self.ensureVisible(0, top + part.height(), 0, ROOM)
        self.ensureVisible(0, top, 0, ROOM)

    # --- the parts

    def _part(self, view: HeadingView) -> HeadingPart:
        part = self.parts.get(view.id)
        if part is not None:
            part.show_view(view)
            return part
        part = HeadingPart(view)
        part.asked.connect(self.asked)
        part.box.left.connect(self.left)
        part.box.typed.connect(self.typed)
        part.box.cursor_moved.connect(self._on_cursor_moved)
        return part

    def _drop_heading(self, key: str) -> None:
        part = self.parts.pop(key)
        self.sentences = {name: one for name, one in self.sentences.items() if one not in part.sentences}
        _drop(part, self.column)

    def _put_sentences(self, units: Sequence[Unit]) -> None:
        wanted = {unit.key: unit for unit in units}
        gone = [key for key, part in self.sentences.items() if key not in wanted and part.editor is None]
        dropped = [self.sentences.pop(key) for key in gone]
        for key, unit in wanted.items():
            if key in self.sentences:
                self.sentences[key].show_unit(unit)
            else:
                self.sentences[key] = self._sentence(unit)
        order = {key: number for number, key in enumerate(wanted)}
        self.sentences = dict(sorted(self.sentences.items(), key=lambda item: order.get(item[0], -1)))
        for key, part in self.parts.items():
            part.set_sentences([one for one in self.sentences.values() if one.unit.heading_id == key])
        for sentence in dropped:
            _drop(sentence, self.column)

    def _sentence(self, unit: Unit) -> SentencePart:
        part = SentencePart(unit)
        part.lock(self._locked)
        part.overwritten.connect(self.overwritten)
        part.restored.connect(self.restored)
        part.writing.connect(self._on_cursor_moved)
        return part

    def _column(self) -> Iterator[QWidget]:
        """Yield what stands in the column, in order."""
        yield from (self.sentences[OPENING],) if OPENING in self.sentences else ()
        yield from self.parts.values()
        yield from (self.sentences[CLOSING],) if CLOSING in self.sentences else ()

    def _arrange(self) -> None:
        """Put every part at its place; one that stands there is not touched."""
        for number, part in enumerate(self._column()):
            found = self.column.itemAt(number)
            if found is None or found.widget() is not part:
                self.column.removeWidget(part)
                self.column.insertWidget(number, part)
        self._order_tabs()

    def _order_tabs(self) -> None:
        for one, following in pairwise(self._stops()):
            QWidget.setTabOrder(one, following)

    def _stops(self) -> Iterator[QWidget]:
        """Yield what the tab key goes through."""
        for part in self._column():
            if isinstance(part, HeadingPart):
                yield part.switch_on
                for sentence in part.sentences:
                    yield from sentence.stops()
                yield part.box
            elif isinstance(part, SentencePart):
                yield from part.stops()

    @Slot(QRect)
    def _on_cursor_moved(self, line: QRect) -> None:
        """Keep the line that is being written in view."""
        box = QApplication.focusWidget()
        if box is not None and self.inside.isAncestorOf(box):
            spot = box.mapTo(self.inside, line.center())
            self.ensureVisible(spot.x(), spot.y(), 0, line.height() // 2 + ROOM)


class _Place:
    """What stands at the top of the view, or has the focus, to stay where it is while parts above it grow."""

    def __init__(self, area: OutlineList) -> None:
        self._area = area
        self._part = self._anchor()
        self._before = self._top()

    def _anchor(self) -> QWidget | None:
        focus = QApplication.focusWidget()
        view = self._area.viewport()
        if focus is not None and self._area.inside.isAncestorOf(focus):
            top = focus.mapTo(view, QPoint(0, 0)).y()
            if -focus.height() < top < view.height():
                return focus
        top_down = (part for part in self._area.parts.values() if part.mapTo(view, QPoint(0, part.height())).y() > 0)
        return next(top_down, None) if self._area.verticalScrollBar().value() else None

    def _top(self) -> int:
        return 0 if self._part is None else self._part.mapTo(self._area.viewport(), QPoint(0, 0)).y()

    def keep(self) -> None:
        """Scroll by as much as the part moved."""
        if self._part is None or not self._area.isVisible() or not self._area.inside.isAncestorOf(self._part):
            return
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        moved = self._top() - self._before
        if moved:
            bar = self._area.verticalScrollBar()
            bar.setValue(bar.value() + moved)


def _drop(part: QWidget, column: QVBoxLayout) -> None:
    column.removeWidget(part)
    part.hide()
    part.deleteLater()
