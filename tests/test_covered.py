"""Check how a measured run of the tests is judged."""

from tests.covered import bare_pragmas, gaps


def told(percent: float, lines: list[int], branches: list[list[int]]) -> dict[str, object]:
    """Return what coverage tells of a file."""
    return {"summary": {"percent_covered": percent}, "missing_lines": lines, "missing_branches": branches}


WHOLE = told(100, [], [])


def test_a_file_below_whole_is_named_with_its_places() -> None:
    files = {"models/a.py": told(98.5, [12], [[7, 9], [7, -1]]), "models/b.py": WHOLE}
    assert list(gaps(files, {})) == ["models/a.py: not covered at 12, 7->9, 7->exit; write the test that is missing"]
    (line,) = gaps({"models/a.py": told(10, list(range(1, 99)), [])}, {})
    assert line.startswith("models/a.py: not covered at 1, 2, 3,")
    assert line.endswith("12 and more; write the test that is missing")


def test_an_excuse_holds_only_while_it_is_needed() -> None:
    files = {"models/a.py": told(98.5, [12], []), "models/b.py": WHOLE}
    excused = {"models/a.py": "why", "models/b.py": "why", "models/gone.py": "why"}
    assert [line.partition(":")[0] for line in gaps(files, excused)] == ["models/b.py", "models/gone.py"]


def test_a_line_left_out_needs_a_reason() -> None:
    text = "x = 1  # pragma: no cover\ny = 2  # pragma: no cover - only Windows comes here\n"
    (problem,) = bare_pragmas("a.py", text)
    assert problem.startswith("a.py:1: left out of the measure without a reason")
