"""Panels of the sidebar and the pinned card."""
