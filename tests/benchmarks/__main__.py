"""Print every budget of docs/house.md that can be measured, as ratios within this run: `python3 dev.py bench`."""

from __future__ import annotations

import sys

from tests.benchmarks.preview import preview_measures
from tests.benchmarks.reports import growth_measures, report_measures
from tests.benchmarks.windows import window_measures


def main() -> int:
    """Measure and print; 1 when a budget is over."""
    measures = [*window_measures(), *preview_measures(), *report_measures(), *growth_measures()]
    for measure in measures:
        print(measure.line())
    return int(any(measure.ratio > measure.budget for measure in measures))


if __name__ == "__main__":
    sys.exit(main())
