"""The preview after the last key: the officer's words saved, the report read anew, the edited section laid out."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from exporters.document import Document
from exporters.preview import Preview, PreviewSection
from exporters.report import report_document
from models.desk import Desk
from models.duties import ReportingPeriod
from models.store.connection import Store
from tests.benchmarks.big_plans import AT, WHO, store_of
from tests.benchmarks.measuring import Measure

BUDGET_MS = 300
AGAINST_WHOLE = 0.5
ROWS, MONTHS, ROUNDS = 189, 24, 9
WORDS = "\n".join(
    [
        "Ủy ban nhân dân xã đã chỉ đạo Phòng Văn hóa - Xã hội phối hợp với các thôn, trường học, Trạm Y tế xã rà soát, "
        "cập nhật số liệu; tổ chức 05 lớp bồi dưỡng kỹ năng số cho 412 lượt người."
    ]
    * 5
)


@dataclass(slots=True)
class _Clock:
    """The milliseconds of each part, round by round: what the officer waits for, so the clock's."""

    parts: dict[str, list[float]] = field(default_factory=dict)

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        begun = time.perf_counter()
        yield
        self.parts.setdefault(name, []).append((time.perf_counter() - begun) * 1000)

    def medians(self) -> dict[str, float]:
        return {name: statistics.median(times) for name, times in self.parts.items()}


def preview_measures() -> list[Measure]:
    """Measure an edit of section I in a report of 5 pages with appendices of 34, and laying out all of it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "so.so57"
        store_of(path, ROWS, MONTHS)
        with Store.open(path) as store:
            desk = Desk(store)
            period = desk.period("2026-10")
            for section in ("III", "IV", "V"):
                desk.write(period, section, WORDS, who=WHO, at=AT)
            return _measured(desk, period)


def _measured(desk: Desk, period: ReportingPeriod) -> list[Measure]:
    preview, clock, whole = Preview(), _Clock(), _Clock()
    shown = preview.lay_out(_document(desk, period, "", _Clock()))
    for number in range(ROUNDS):
        document = _document(desk, period, f" Lần {number}.", clock)
        with clock.part("lay out"):
            shown = preview.lay_out(document)
        with whole.part("whole"):
            Preview().lay_out(document)
    return [_after_the_last_key(clock.medians(), shown), _against_whole(clock.medians(), whole.medians())]


def _document(desk: Desk, period: ReportingPeriod, typed: str, clock: _Clock) -> Document:
    """Go the way of one edit up to the document."""
    with clock.part("save"):
        desk.write(period, "I", WORDS + typed, who=WHO, at=AT)
    with clock.part("read and judge"):
        report = desk.report(period)
    with clock.part("document"):
        return report_document(report)


def _after_the_last_key(parts: dict[str, float], shown: tuple[PreviewSection, ...]) -> Measure:
    took = sum(parts.values())
    body, *appendices = (section.pages for section in shown)
    told = ", ".join(f"{name} {milliseconds:.0f}" for name, milliseconds in parts.items())
    return Measure(
        f"preview after the last key, {body} + {sum(appendices)} pages, of {BUDGET_MS} ms",
        took / BUDGET_MS,
        1.0,
        f"{took:.0f} ms ({told})",
    )


def _against_whole(parts: dict[str, float], whole: dict[str, float]) -> Measure:
    return Measure(
        "its laying out against that of the whole report",
        parts["lay out"] / whole["whole"],
        AGAINST_WHOLE,
        f"{parts['lay out']:.0f} ms against {whole['whole']:.0f} ms",
    )
