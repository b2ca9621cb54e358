"""What the program does, without a window: import, reading session, lookup, notebook, search."""
