"""Workbench: a bilingual translation and annotation workbench for the terminal."""

__version__ = "0.1.0"
