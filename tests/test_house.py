"""Check that docs/house.md tells of every module what the module itself tells."""

from tests.house import FOLDERS, PAGE, first_line, modules, renewed


def test_every_module_says_what_it_is_for() -> None:
    assert [file.name for folder in FOLDERS for file in modules(folder) if not first_line(file)] == []


def test_the_tables_are_up_to_date() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page == renewed(page), "run `python -m tests.house`"
