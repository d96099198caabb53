"""Records as other programs want them: ninjs 3 and NewsML-G2. Thin: every word comes from the record."""

from onrecord.export.newsml_g2 import newsml_g2, newsml_g2_message
from onrecord.export.ninjs import ninjs

__all__ = ["newsml_g2", "newsml_g2_message", "ninjs"]
