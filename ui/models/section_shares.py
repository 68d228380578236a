"""The counts of sections as a chart shows them: by shape, each shape with a word and a colour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from textwrap import shorten

from models.evaluation import Verdict
from models.progress import TaskState
from models.section_counts import S, SectionCounts
from ui.models.verdicts import BEHIND, LATE, MISSING, REACHED, TOKENS, UNDER_WAY, state_shape, verdict_shape

INDICATOR_WORDS = {
    REACHED: "đạt",
    UNDER_WAY: "đang thực hiện",
    BEHIND: "thấp hơn mốc hoặc không đạt",
    MISSING: "chưa đánh giá được",
}
TASK_WORDS = {
    REACHED: "hoàn thành",
    UNDER_WAY: "đang thực hiện",
    LATE: "quá hạn",
    MISSING: "chưa triển khai hoặc đang chờ",
}
WHOLE = "Cả kế hoạch"
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar: a shape with its words and the token of its colour, and how many rows it stands for."""

    shape: str
    words: str
    token: str
    count: int

    def said(self) -> str:
        """Return the part as a legend says it."""
        return f"{self.shape} {self.count} {self.words}"


@dataclass(frozen=True, slots=True)
class Share:
    """A section's bar: what stands beside it, the whole name, and its parts."""

    name: str
    whole_name: str
    parts: tuple[Part, ...]

    @property
    def total(self) -> int:
        """Return how many rows the section has."""
        return sum(part.count for part in self.parts)


def indicator_shares(sections: Iterable[SectionCounts[Verdict]]) -> tuple[Share, ...]:
    """Return the bars of the indicators."""
    return tuple(_share(section, verdict_shape, INDICATOR_WORDS) for section in sections)


def task_shares(sections: Iterable[SectionCounts[TaskState]]) -> tuple[Share, ...]:
    """Return the bars of the tasks."""
    return tuple(_share(section, state_shape, TASK_WORDS) for section in sections)


def legend(shares: Sequence[Share]) -> tuple[Part, ...]:
    """Return the parts of all bars together."""
    counts: Counter[str] = Counter()
    first: dict[str, Part] = {}
    for part in (part for share in shares for part in share.parts):
        counts[part.shape] += part.count
        first.setdefault(part.shape, part)
    return tuple(Part(shape, first[shape].words, TOKENS[shape], counts[shape]) for shape in TOKENS if counts[shape])


def _share(section: SectionCounts[S], shape_of: Callable[[S], str], words: Mapping[str, str]) -> Share:
    counts: Counter[str] = Counter()
    for state, count in section.counts.items():
        counts[shape_of(state)] += count
    parts = tuple(Part(shape, words[shape], TOKENS[shape], counts[shape]) for shape in TOKENS if counts[shape])
    whole = f"{section.number.rstrip('.')}. {section.name}" if section.number else section.name or WHOLE
    plain = whole.partition(" (")[0]
    return Share(shorten(plain, LONGEST_NAME, placeholder="…"), whole, parts)
