"""Cutting text into words and reading them: segmentation, pinyin, dictionary, glossary."""
