"""Setting an excerpt as pages: for paper, for the preview and for PDF."""
