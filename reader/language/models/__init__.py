"""Statistical models: their files, and what works with them."""
