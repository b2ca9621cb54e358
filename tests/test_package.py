"""What an installed copy holds: every package of the tree, by name."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_every_package_of_the_tree_is_installed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found = {
        ".".join(made.parent.relative_to(ROOT).parts)
        for made in (ROOT / "reader").rglob("__init__.py")
    }
    assert set(project["tool"]["setuptools"]["packages"]) == found | {"reader.resources"}
