"""A made-up next version of the library: one more step, with a column and a table."""

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from reader.storage import migrations
from reader.storage.schema import TABLES, VERSION, Plan

NEXT = VERSION + 1


def next_steps() -> Migrations:
    """All real steps and one more."""
    steps = Migrations("library")
    for step in migrations.library._migrations:
        steps(name=step.name)(step.fn)

    @steps(name="next_step")
    def next_step(db: Database) -> None:
        statements = [
            "ALTER TABLE marks ADD COLUMN weight TEXT",
            "CREATE TABLE reviews (id INTEGER PRIMARY KEY, mark INTEGER)",
            "INSERT INTO reviews SELECT number, number FROM marks",
            "UPDATE marks SET weight = 'heavy'",
        ]
        migrations.run(db, NEXT, *statements)

    return steps


PLAN = Plan(
    NEXT,
    {**TABLES, "marks": (*TABLES["marks"], "weight"), "reviews": ("id", "mark")},
    next_steps,
)
