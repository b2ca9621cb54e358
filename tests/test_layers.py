"""The layers of ARCHITECTURE.md: app → ui → services → {formats, language, storage} → domain."""

import pytest
from pytest_archon import archrule
from pytest_archon.failure import pop_failures

MIDDLE = ("reader.formats", "reader.language", "reader.storage")
ABOVE = ("reader.services*", "reader.ui*", "reader.app", "reader.cli", "reader.commands")


def test_domain_is_standard_library_only() -> None:
    foreign = ("PySide6*", "jieba*", "pypinyin*", "sqlite3*", "sqlite_utils*", "markdown_it*")
    packages = tuple(f"{package}*" for package in MIDDLE)
    (
        archrule("domain stands alone")
        .match("reader.domain*")
        .should_not_import(*packages, *ABOVE, *foreign)
        .check("reader")
    )


@pytest.mark.parametrize("package", MIDDLE)
def test_the_middle_packages_do_not_know_each_other(package: str) -> None:
    others = tuple(f"{other}*" for other in MIDDLE if other != package)
    (
        archrule(f"{package} stands beside the others")
        .match(f"{package}*")
        .should_not_import(*others, *ABOVE)
        .check("reader")
    )


def test_services_do_not_know_the_window() -> None:
    (
        archrule("services have no window")
        .match("reader.services*")
        .should_not_import("reader.ui*", "reader.app", "PySide6*")
        .check("reader")
    )


def test_qt_lives_in_ui_and_app_only() -> None:
    (
        archrule("Qt")
        .match("reader*")
        .exclude("reader.ui*")
        .exclude("reader.lock")  # of the composition root: QLockFile
        .should_not_import("PySide6*")
        .check("reader", only_direct_imports=True)
    )


@pytest.mark.parametrize(
    ("package", "home"),
    [
        ("jieba", "reader.language"),
        ("pypinyin", "reader.language"),
        ("ahocorasick", "reader.language"),
        ("opencc", "reader.language"),
        ("sqlite3", "reader.storage"),
        ("sqlite_utils", "reader.storage"),
        ("markdown_it", "reader.formats"),
        ("pypdf", "reader.services"),
    ],
)
def test_a_library_is_used_in_one_place(package: str, home: str) -> None:
    (
        archrule(f"{package} lives in {home}")
        .match("reader*")
        .exclude(f"{home}*")
        .should_not_import(f"{package}*")
        .check("reader", only_direct_imports=True)
    )


def test_arrays_stay_where_numbers_are_many() -> None:
    (
        archrule("numpy")
        .match("reader*")
        .exclude("reader.language*")
        .exclude("reader.storage.index*")
        .should_not_import("numpy*")
        .check("reader", only_direct_imports=True)
    )


def test_such_a_rule_can_fail() -> None:
    rule = archrule("broken").match("reader.storage*").should_not_import("sqlite3*")
    rule.check("reader", only_direct_imports=True)
    assert pop_failures()  # type: ignore[no-untyped-call]
