"""The page: an archive as a news wire in the browser, rendered here, readable without script."""

from onrecord.web.app import make_app
from onrecord.web.server import serve

__all__ = ["make_app", "serve"]
