"""Screens, widgets, keys, themes."""
