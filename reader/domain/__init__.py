"""The words we use, as plain values: documents, words, marks, terms, queries, errors."""
