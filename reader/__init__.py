"""Xidu 细读: an offline desktop reader for people who learn Chinese."""

__version__ = "0.1.0"
