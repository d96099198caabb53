"""The quotation check: what a draft quotes, held against an archive. The contract is docs/quotation-check.md."""

from onrecord.checking.check import check, check_draft
from onrecord.checking.drafts import Format, read_draft
from onrecord.checking.plain import Draft
from onrecord.checking.report import Evidence, Finding, Note, Report, Verdict

__all__ = ["Draft", "Evidence", "Finding", "Format", "Note", "Report", "Verdict", "check", "check_draft", "read_draft"]
