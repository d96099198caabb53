"""Pages and feeds from the web, politely and safely. The only folder that opens connections."""

from onrecord.fetch.fetcher import Fetched, Fetcher
from onrecord.fetch.reading import followed, is_address, read_address
from onrecord.fetch.watching import Came, fetch_anew, poll

__all__ = ["Came", "Fetched", "Fetcher", "fetch_anew", "followed", "is_address", "poll", "read_address"]
