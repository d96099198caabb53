"""The tables of an archive. They are meant to be read with any SQLite tool, and written by onrecord alone.

`article_words` and `statement_words` are full-text indexes (FTS5) that hold no text of their own; triggers
keep them, and the counts of `parties`, in step with the tables.
"""

from typing import Final

from onrecord.archive.deed_schema import DEEDS

# "onrc" in ASCII. Tells an archive from other SQLite files: https://www.sqlite.org/pragma.html#pragma_application_id
APPLICATION_ID: Final = 0x6F6E7263
# To be raised with every change of a table below.
SCHEMA_VERSION: Final = 3

TABLES: Final = (
    """
    CREATE TABLE articles (
        number     INTEGER PRIMARY KEY,
        id         TEXT NOT NULL UNIQUE,
        headline   TEXT,
        deck       TEXT,
        section    TEXT,
        place      TEXT,             -- of the dateline
        agency     TEXT,
        day        TEXT,             -- YYYY-MM-DD: the dateline's, else that of publication
        published  TEXT,
        filed      TEXT NOT NULL,    -- sorts the wire; see rows.filed
        publisher  TEXT,
        url        TEXT,
        language   TEXT,
        status     TEXT NOT NULL,    -- usable, corrected, killed, ...
        notes      TEXT NOT NULL,    -- JSON list: what the agency says about the copy
        statements INTEGER NOT NULL,
        text       TEXT NOT NULL,    -- empty where it was killed or withdrawn
        record     TEXT NOT NULL     -- the whole record, JSON
    )
    """,
    """
    CREATE TABLE parties (
        number     INTEGER PRIMARY KEY,
        key        TEXT NOT NULL UNIQUE,
        name       TEXT NOT NULL,
        kind       TEXT NOT NULL,
        folded     TEXT NOT NULL,    -- the name in small letters without accents and marks
        last       TEXT NOT NULL,    -- the last word of `folded`
        articles   INTEGER NOT NULL DEFAULT 0,    -- with those of the parties that were merged into it
        statements INTEGER NOT NULL DEFAULT 0,
        shown      INTEGER REFERENCES parties,    -- the party that it was merged into by hand, else NULL
        kept       INTEGER NOT NULL DEFAULT 0     -- a decision by hand names it: it stays without an article
    )
    """,
    """
    CREATE TABLE appearances (
        article    INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
        party      INTEGER NOT NULL REFERENCES parties,
        role       TEXT,
        aliases    TEXT NOT NULL,    -- JSON list
        statements INTEGER NOT NULL,
        named      TEXT NOT NULL,    -- the fullest name that the article gives
        ground     TEXT NOT NULL,    -- why it is this party: "same name and role", ...; docs/identity.md
        facts      TEXT NOT NULL,    -- JSON: what was counted in `names` and `traits`
        PRIMARY KEY (article, party)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE statements (
        number     INTEGER PRIMARY KEY,
        article    INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
        position   INTEGER NOT NULL, -- from 0, within the article
        id         TEXT NOT NULL,
        content    TEXT NOT NULL,    -- its pieces, " … " between them
        pieces     TEXT NOT NULL,    -- JSON list of [start, end) in the article's text
        speaker    TEXT,             -- the party's name
        party      INTEGER REFERENCES parties,
        kind       TEXT NOT NULL,
        act        TEXT NOT NULL,
        said_on    TEXT,
        day        TEXT NOT NULL,    -- said_on, else the article's day, else ''
        cue        TEXT,
        asked      TEXT,
        parent     TEXT,             -- id of the statement that holds it
        UNIQUE (article, position)
    )
    """,
    """
    CREATE TABLE times (
        article    INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
        position   INTEGER NOT NULL,
        start      INTEGER NOT NULL,
        "end"      INTEGER NOT NULL,
        text       TEXT NOT NULL,
        type       TEXT NOT NULL,
        value      TEXT,
        edtf       TEXT,
        mod        TEXT,
        anchor     TEXT,
        PRIMARY KEY (article, position)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX articles_filed ON articles (filed, number)",
    "CREATE INDEX articles_section ON articles (section, filed, number)",
    "CREATE INDEX parties_last ON parties (last)",
    "CREATE INDEX parties_statements ON parties (statements)",
    "CREATE INDEX appearances_party ON appearances (party)",
    "CREATE INDEX statements_party ON statements (party, day)",
)

# Who is who over the articles; see docs/identity.md.
IDENTITY: Final = (
    """
    CREATE TABLE names (
        party      INTEGER NOT NULL REFERENCES parties ON DELETE CASCADE,
        name       TEXT NOT NULL,    -- a full name or acronym that an article gives the party
        block      TEXT NOT NULL,    -- what all names share that may be the same party's
        given      TEXT NOT NULL,    -- the spelling of a person's given name, else ''
        folded     TEXT NOT NULL,
        last       TEXT NOT NULL,
        articles   INTEGER NOT NULL, -- in which it is the fullest name
        mentioned  INTEGER NOT NULL, -- articles in which it is another name
        PRIMARY KEY (party, name)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE traits (
        party      INTEGER NOT NULL REFERENCES parties ON DELETE CASCADE,
        trait      TEXT NOT NULL,    -- office, field, country, place, word, gender, generation, home, authority
        value      TEXT NOT NULL,
        articles   INTEGER NOT NULL,
        PRIMARY KEY (party, trait, value)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE perhaps (
        party      INTEGER NOT NULL REFERENCES parties ON DELETE CASCADE,
        other      INTEGER NOT NULL REFERENCES parties ON DELETE CASCADE,
        ground     TEXT NOT NULL,    -- why the two may be one, and were left apart
        PRIMARY KEY (party, other)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE decisions (
        number     INTEGER PRIMARY KEY,
        kind       TEXT NOT NULL,    -- merge, split
        key        TEXT NOT NULL,    -- the party that was merged into, or split
        by         TEXT NOT NULL,
        at         TEXT NOT NULL,    -- when, as the one who decided gives it
        because    TEXT NOT NULL,
        body       TEXT NOT NULL,    -- JSON: what was merged or split, and how it was before
        undone     TEXT              -- JSON: who, when and why; NULL while it holds
    )
    """,
    """
    CREATE TABLE pins (
        id         TEXT NOT NULL,    -- of an article, whether it is here now or not
        kind       TEXT NOT NULL,
        folded     TEXT NOT NULL,    -- the name that the article gives, in small letters
        decision   INTEGER NOT NULL REFERENCES decisions,
        party      INTEGER NOT NULL REFERENCES parties,  -- who that is, by the decision; the latest holds
        ground     TEXT NOT NULL,
        PRIMARY KEY (id, kind, folded, decision)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX names_block ON names (block, given, articles DESC)",
    "CREATE INDEX names_often ON names (block, articles DESC)",
    "CREATE INDEX names_folded ON names (folded)",
    "CREATE INDEX names_last ON names (last)",
    "CREATE INDEX traits_authority ON traits (value) WHERE trait = 'authority'",
    "CREATE INDEX parties_shown ON parties (shown) WHERE shown IS NOT NULL",
    "CREATE INDEX perhaps_other ON perhaps (other)",
    "CREATE INDEX pins_decision ON pins (decision)",
)

_TOKENS = "tokenize = 'unicode61 remove_diacritics 2'"

SEARCH: Final = (
    f"""
    CREATE VIRTUAL TABLE article_words
    USING fts5 (headline, deck, text, content = 'articles', content_rowid = 'number', {_TOKENS})
    """,
    f"""
    CREATE VIRTUAL TABLE statement_words
    USING fts5 (content, speaker, content = 'statements', content_rowid = 'number', {_TOKENS})
    """,
    # A word in the headline says more of what an article is about than one in its text. The weights are set
    # by judgement; nothing has been measured yet.
    "INSERT INTO article_words (article_words, rank) VALUES ('rank', 'bm25(8.0, 4.0, 1.0)')",
    """
    CREATE TRIGGER articles_added AFTER INSERT ON articles BEGIN
        INSERT INTO article_words (rowid, headline, deck, text)
        VALUES (new.number, new.headline, new.deck, new.text);
    END
    """,
    """
    CREATE TRIGGER articles_removed AFTER DELETE ON articles BEGIN
        INSERT INTO article_words (article_words, rowid, headline, deck, text)
        VALUES ('delete', old.number, old.headline, old.deck, old.text);
    END
    """,
    """
    CREATE TRIGGER statements_added AFTER INSERT ON statements BEGIN
        INSERT INTO statement_words (rowid, content, speaker) VALUES (new.number, new.content, new.speaker);
    END
    """,
    """
    CREATE TRIGGER statements_removed AFTER DELETE ON statements BEGIN
        INSERT INTO statement_words (statement_words, rowid, content, speaker)
        VALUES ('delete', old.number, old.content, old.speaker);
    END
    """,
)

# The counts stand with the party that is shown; an article in which two merged parties appear counts once.
_ELSEWHERE = """
    NOT EXISTS (
        SELECT 1 FROM appearances AS other JOIN parties AS party ON party.number = other.party
        WHERE other.article = {row}.article AND other.party <> {row}.party
            AND coalesce(party.shown, party.number) = parties.number
    )
"""
COUNTS: Final = (
    f"""
    CREATE TRIGGER appearances_added AFTER INSERT ON appearances BEGIN
        UPDATE parties
        SET articles = articles + ({_ELSEWHERE.format(row="new")}), statements = statements + new.statements
        WHERE number = (SELECT coalesce(shown, number) FROM parties WHERE number = new.party);
    END
    """,
    f"""
    CREATE TRIGGER appearances_removed AFTER DELETE ON appearances BEGIN
        UPDATE parties
        SET articles = articles - ({_ELSEWHERE.format(row="old")}), statements = statements - old.statements
        WHERE number = (SELECT coalesce(shown, number) FROM parties WHERE number = old.party);
    END
    """,
)

# Versions, embargoes and watched feeds. No row of these is an answer: what is shown is in the tables above alone.
KEEPING: Final = (
    """
    CREATE TABLE versions (
        number     INTEGER PRIMARY KEY, -- in the order in which they came
        shown      TEXT NOT NULL,    -- id of the article that is shown instead
        id         TEXT NOT NULL,    -- its own, which may be the same
        version    TEXT,
        status     TEXT NOT NULL,
        headline   TEXT,
        record     TEXT NOT NULL     -- the whole record, JSON
    )
    """,
    """
    CREATE TABLE replaced (
        id         TEXT PRIMARY KEY,
        shown      TEXT NOT NULL     -- id of the item that says that it replaces this one
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE held (
        id         TEXT PRIMARY KEY,
        until      TEXT NOT NULL,    -- moment in UTC; '~' until further notice
        record     TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE feeds (
        url        TEXT PRIMARY KEY,
        etag       TEXT,
        modified   TEXT,
        asked      TEXT,             -- moments in UTC
        due        TEXT,
        failures   INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE entries (
        feed       TEXT NOT NULL,
        id         TEXT NOT NULL,
        digest     TEXT NOT NULL,    -- SHA-256 of what the feed said of it
        PRIMARY KEY (feed, id)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX versions_shown ON versions (shown, id)",
)

SCHEMA: Final = (*TABLES, *IDENTITY, *SEARCH, *COUNTS, *KEEPING, *DEEDS)
