"""When: the expressions of a text that name dates, clock times, lengths and sets, and what they mean."""

from onrecord.times.datelines import anchor_date, settle_dateline
from onrecord.times.finder import find_times

__all__ = ["anchor_date", "find_times", "settle_dateline"]
