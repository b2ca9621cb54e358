"""The command ``xidu``: opens the window, or hands over to a subcommand."""

import sys


def main() -> int:
    """Run Xidu; return the exit code: 0 success, 1 a reported failure, 2 wrong usage."""
    from reader.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
