"""Tests of reader.language."""
