"""Windows that open for one task and close again."""
