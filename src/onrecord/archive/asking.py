"""The questions to the archive in SQL, and the answers made of their rows."""

from typing import Any, Final

import msgspec

from onrecord.archive.answers import Appearance, ArticleHit, Entry, Likely, Person, Said
from onrecord.archive.rows import pieces_of
from onrecord.archive.words import CLOSE, OPEN, marks_in
from onrecord.record import Signals

_NOTES = msgspec.json.Decoder(tuple[str, ...])
_ROLES = msgspec.json.Decoder(tuple[str, ...])

ENTRY: Final = """
    articles.id, articles.headline, articles.deck, articles.section, articles.place, articles.agency,
    articles.day, articles.published, articles.statements, articles.status, articles.notes
"""
ENTRY_WIDTH: Final = 11

_SAID: Final = """
    statements.id, statements.content, statements.pieces, statements.speaker, statements.kind,
    statements.act, statements.said_on
"""

# Roles stand with the latest first, as its article writes it: an office that was left comes after the one
# that is held.
_PERSON_AND: Final = """
    SELECT parties.key, parties.name, parties.kind, parties.statements, parties.articles,
        (SELECT json_group_array(role) FROM (
            SELECT role FROM appearances JOIN articles ON articles.number = appearances.article
            WHERE party IN (
                SELECT parties.number UNION ALL SELECT merged.number FROM parties AS merged
                WHERE merged.shown = parties.number
            ) AND role IS NOT NULL
            GROUP BY lower(role) ORDER BY max(filed) DESC, role))
    {more} FROM parties
"""
_PERSON: Final = _PERSON_AND.format(more="")
_QUOTED: Final = "statements > 0 AND kind <> 'unnamed' AND shown IS NULL"

RECORD: Final = "SELECT record FROM articles WHERE id = :id"

IDS: Final = "SELECT id FROM articles ORDER BY number"

SECTIONS: Final = "SELECT DISTINCT section FROM articles WHERE section IS NOT NULL ORDER BY section"

COUNT: Final = f"""
    SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM statements),
        (SELECT count(*) FROM parties WHERE {_QUOTED})
"""

# In words: some 40 words are two or three lines of a page.
_SNIPPET_WORDS: Final = 40

SEARCH_ARTICLES: Final = f"""
    SELECT {ENTRY},
        snippet(article_words, -1, '', '', '', {_SNIPPET_WORDS}),
        snippet(article_words, -1, '{OPEN}', '{CLOSE}', '', {_SNIPPET_WORDS})
    FROM article_words JOIN articles ON articles.number = article_words.rowid
    WHERE article_words MATCH :match ORDER BY rank LIMIT :limit OFFSET :offset
"""

SEARCH_STATEMENTS: Final = f"""
    SELECT {ENTRY}, {_SAID}, highlight(statement_words, 0, '{OPEN}', '{CLOSE}')
    FROM statement_words
    JOIN statements ON statements.number = statement_words.rowid
    JOIN articles ON articles.number = statements.article
    WHERE statement_words MATCH :match ORDER BY rank LIMIT :limit OFFSET :offset
"""

PERSONS: Final = f"""
    {_PERSON} WHERE {_QUOTED} ORDER BY statements DESC, name, number LIMIT :limit OFFSET :offset
"""

# The key of a party that was merged into another leads to that one.
SHOWN: Final = "SELECT coalesce(shown, number) FROM parties WHERE key = :key"

PERSON: Final = f"{_PERSON} WHERE number = ({SHOWN})"

# A folded name holds letters, digits and spaces, so that LIKE sees no sign of its own in it.
PERSONS_NAMED: Final = f"""
    WITH
        borne AS (
            SELECT coalesce(parties.shown, parties.number) AS party, max(names.folded = :folded) AS exact
            FROM names JOIN parties ON parties.number = names.party
            WHERE names.last = :last AND (names.folded = :folded OR names.folded LIKE '% ' || :folded)
            GROUP BY 1
        ),
        usual AS (SELECT number AS party, 1 AS exact FROM parties WHERE key = :usual),
        found AS (SELECT party, max(exact) AS exact FROM (SELECT * FROM borne UNION ALL SELECT * FROM usual) GROUP BY 1)
    {_PERSON} JOIN found ON found.party = parties.number
    ORDER BY NOT found.exact, statements DESC, name, number
"""

SAID_BY: Final = f"""
    SELECT {ENTRY}, {_SAID}, statements.content
    FROM statements
    JOIN articles ON articles.number = statements.article
    WHERE statements.party IN (
        SELECT number FROM parties WHERE number = ({SHOWN}) OR shown = ({SHOWN})
    )
    ORDER BY statements.day DESC, articles.filed DESC, articles.number DESC, statements.position
    LIMIT :limit
"""

APPEARANCES: Final = f"""
    SELECT {ENTRY}, appearances.named, appearances.role, appearances.ground, parties.key
    FROM appearances
    JOIN articles ON articles.number = appearances.article
    JOIN parties ON parties.number = appearances.party
    WHERE parties.number = ({SHOWN}) OR parties.shown = ({SHOWN})
    ORDER BY articles.filed DESC, articles.number DESC, parties.number
    LIMIT :limit
"""

PARTIES_IN: Final = """
    SELECT shown.key, appearances.facts
    FROM appearances
    JOIN articles ON articles.number = appearances.article
    JOIN parties ON parties.number = appearances.party
    JOIN parties AS shown ON shown.number = coalesce(parties.shown, parties.number)
    WHERE articles.id = :id
    ORDER BY parties.number
"""

# Both ways: it makes no difference which of the two was met first.
PERHAPS: Final = f"""
    WITH
        own AS (SELECT number FROM parties WHERE number = ({SHOWN}) OR shown = ({SHOWN})),
        pairs AS (
            SELECT other AS number, ground FROM perhaps WHERE party IN own
            UNION ALL SELECT party, ground FROM perhaps WHERE other IN own
        ),
        found AS (
            SELECT coalesce(parties.shown, parties.number) AS party, min(ground) AS ground
            FROM pairs JOIN parties ON parties.number = pairs.number
            WHERE coalesce(parties.shown, parties.number) NOT IN own
            GROUP BY 1
        )
    {_PERSON_AND.format(more=", found.ground")} JOIN found ON found.party = parties.number
    ORDER BY statements DESC, articles DESC, name, number LIMIT :limit
"""


def latest_sql(*, before: str | None, section: str | None) -> str:
    """The question for a page of the wire: one that an index answers, however deep the page."""
    place = "(filed, number) < (SELECT filed, number FROM articles WHERE id = :before)"
    asked = [sql for sql, value in ((place, before), ("section = :section", section)) if value is not None]
    where = f"WHERE {' AND '.join(asked)}" if asked else ""
    return f"SELECT {ENTRY} FROM articles {where} ORDER BY filed DESC, number DESC LIMIT :limit"


def entry_of(row: tuple[Any, ...]) -> Entry:
    """The entry whose columns `row` begins with."""
    id, headline, deck, section, place, agency, day, published, statements, status, notes = row[:ENTRY_WIDTH]
    signals = Signals(status, _NOTES.decode(notes))
    return Entry(id, headline, deck, section, place, agency, day, published, signals, statements)


def hit_of(row: tuple[Any, ...]) -> ArticleHit:
    """A row of SEARCH_ARTICLES."""
    snippet, marked = row[ENTRY_WIDTH:]
    return ArticleHit(entry_of(row), snippet, marks_in(marked, snippet))


def said_of(row: tuple[Any, ...]) -> Said:
    """A row of SEARCH_STATEMENTS or SAID_BY."""
    id, content, pieces, speaker, kind, act, said_on, marked = row[ENTRY_WIDTH:]
    cut, at = pieces_of(content, pieces)
    return Said(entry_of(row), id, cut, at, speaker, kind, act, said_on, marks_in(marked, content))


def person_of(row: tuple[Any, ...]) -> Person:
    """A row of PERSON, PERSONS or PERSONS_NAMED."""
    key, name, kind, statements, articles, roles = row
    return Person(key, name, kind, _ROLES.decode(roles), statements, articles)


def appearance_of(row: tuple[Any, ...]) -> Appearance:
    """A row of APPEARANCES."""
    return Appearance(entry_of(row), *row[ENTRY_WIDTH:])


def likely_of(row: tuple[Any, ...]) -> Likely:
    """A row of PERHAPS."""
    return Likely(person_of(row[:-1]), row[-1])
