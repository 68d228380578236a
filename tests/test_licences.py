"""Check that every package that ships is explained in docs/licences.md."""

import re

import dev


def test_every_runtime_package_stands_in_the_list_of_licences() -> None:
    text = (dev.ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"^\| ([a-z0-9-]+) \|", text, re.MULTILINE))
    assert listed - {"package", "what"} == set(dev.locked_versions(dev.RUN_LOCK))
