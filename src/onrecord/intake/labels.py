"""Short lines round an article that are not of it: section lines, "Read more", credits."""

import re

from onrecord.intake.tables import read_lines

_SECTIONS = frozenset(name.casefold() for line in read_lines("sections.txt") for name in line.split("|"))
_TRAIL = re.compile(r"\s*(?:[|>›»•·/]|::)\s*")

# Own compilation from pages of the Fundus test data and the ends of wire copy. Anchored at both ends where the words
# could begin a sentence; a long paragraph is never furniture, whatever it begins with.
_LONGEST = 240
_FURNITURE = re.compile(
    r"""
      (?:read|see|watch|listen|view|find\ out|learn)\ (?:more|also|next|now)\b\s*(?:[:>|–—-].*|here.?|)$
    | (?:also|must)\ (?:read|see|watch)\s*(?:[:>|–—-].*|)$
    | (?:more|related|recommended|trending|most\ read|most\ popular|in\ pictures|top\ stories)
      (?:\ (?:on\ this\ story|coverage|stories|articles?|news|topics|content|reading|videos?|for\ you|now))*\s*(?::.*|)$
    | more\ from\ [^.]{2,60}$
    | (?:please\ )?(?:follow|like|join|find)\ (?:us|\w+(?:\ \w+){0,4})\ on\ (?:twitter|x|facebook|instagram|telegram
      |tiktok|youtube|linkedin|whatsapp|google|social|threads)\b.*
    | (?:sign\ up|subscribe|register|log\ in|sign\ in)(?:\ (?:now|here|today|free))*[.!:]?$
    | (?:sign\ up|subscribe|register|log\ in|sign\ in)\b.{0,80}\b
      (?:newsletters?|e-?mails?|alerts?|channel|podcast|briefing|inbox|app|account|comment)\b.{0,60}$
    | click\ here\b.* | tap\ here\b.* | download\ (?:our|the)\ .{0,40}app\b.*
    | (?:share|print|e-?mail|copy\ link|save|comments?|advertisement|advertising|ad|sponsored|promoted|loading\.*)$
    | (?:share|print|e-?mail)\ (?:this|on)\b.{0,60}$
    | (?:story|article)\ continues\ (?:below|after)\b.*
    | (?:©|\(c\)|copyright\b)\s?.* | .{0,60}\ball\ rights\ reserved\.?.{0,120}$
    | our\ standards:.*
    | \(?(?:additional\ )?(?:reporting|writing|editing|compiled|translated)\ by\ (?-i:[A-Z]).*
    | (?:this\ (?:article|story|report|piece)|it)\ (?:was|has\ been)\ (?:originally\ |first\ )?
      (?:published|produced)\b.*
    | .{2,80}\ contributed\ to\ this\ (?:report|story|article)\.?$
    | (?:photo|image|picture|file\ photo|credit|source|caption|video)s?(?:\ (?:by|credit))?\s?:.{0,160}$
    | (?:(?:updated|published|posted)\ )?\d{1,2}\ (?:min(?:ute)?s?|hours?|days?)\ (?:ago|read)$
    | \#\#\# | -30- | \*{3,} | -{3,} | _{3,} | ends?[.]?$ | \(?ends\)?$ | \(?more\)?$
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)


def is_section(line: str) -> bool:
    """Whether the line names a section of a news site ("All news", "World | Europe")."""
    parts = _TRAIL.split(line.strip()) if len(line) <= 60 else [line]
    return all(part.casefold() in _SECTIONS for part in parts)


def is_furniture(paragraph: str) -> bool:
    """Whether the paragraph stands round the article and is not of it: "Read more: ...", "© 2022", "Share"."""
    return len(paragraph) <= _LONGEST and _FURNITURE.match(paragraph) is not None
