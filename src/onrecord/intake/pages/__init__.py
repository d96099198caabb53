"""Saved pages of news sites (HTML) as copy: which words are the article's, and what the page says about it."""

from onrecord.intake.pages.page import read_page

__all__ = ["read_page"]
