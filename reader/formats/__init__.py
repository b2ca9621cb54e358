"""From bytes to a Document: sniffing, encodings, one module a format, mending of damaged pages."""
