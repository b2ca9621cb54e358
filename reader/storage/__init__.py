"""SQLite: the reader's library and marks, stored analysis, and the compiled reference."""
