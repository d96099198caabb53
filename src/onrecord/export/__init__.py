"""Records as other programs want them: ninjs 3, NewsML-G2, PLOVER. Thin: every word comes from the record."""

from onrecord.export.newsml_g2 import newsml_g2, newsml_g2_message
from onrecord.export.ninjs import ninjs
from onrecord.export.plover import plover

__all__ = ["newsml_g2", "newsml_g2_message", "ninjs", "plover"]
