"""The tables of what happened, of what was put on paper, and of what is owed.

Dates stand twice: as the record has them in EDTF, and as the first and the last day that they cover, for questions.
Whoever takes part is a party of the archive as the rules decided; `parties.shown` leads to the one that is shown.
"""

from typing import Final

DEEDS: Final = (
    """
    CREATE TABLE events (
        number     INTEGER PRIMARY KEY,
        article    INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
        position   INTEGER NOT NULL, -- from 0, within the article
        id         TEXT NOT NULL,
        type       TEXT NOT NULL,    -- meet, publish, attack, ...
        status     TEXT NOT NULL,    -- held, ongoing, planned, cancelled, claimed
        "when"     TEXT,             -- EDTF
        first      TEXT,             -- YYYY-MM-DD: the first day that it covers; NULL where it has none
        last       TEXT,             -- and the last
        other_dates TEXT NOT NULL,   -- JSON list of EDTF: others that the article gives for it
        "where"    TEXT,
        format     TEXT NOT NULL,    -- JSON list: bilateral, by phone, ...
        planned_length TEXT,         -- ISO 8601
        length     TEXT,
        plover     TEXT,
        mode       TEXT,
        context    TEXT NOT NULL,    -- JSON list
        document   TEXT,             -- id of the document within the record
        told_by    TEXT,             -- id of the statement that tells it
        sure       REAL,
        evidence   TEXT NOT NULL,    -- the words that tell it
        pieces     TEXT NOT NULL,    -- JSON list of [start, end) in the article's text
        UNIQUE (article, position)
    )
    """,
    """
    CREATE TABLE participants (
        event      INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
        party      INTEGER NOT NULL REFERENCES parties,
        side       TEXT NOT NULL,    -- actor, target, both, or part where the event has no sides
        position   INTEGER NOT NULL,
        PRIMARY KEY (event, party)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE documents (
        number     INTEGER PRIMARY KEY,
        article    INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
        position   INTEGER NOT NULL,
        id         TEXT NOT NULL,
        name       TEXT NOT NULL,
        kind       TEXT NOT NULL,
        "date"     TEXT,             -- EDTF, of its issue
        pieces     TEXT NOT NULL,    -- JSON: its mentions
        UNIQUE (article, position)
    )
    """,
    """
    CREATE TABLE steps (
        number     INTEGER PRIMARY KEY,
        document   INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
        what       TEXT NOT NULL,    -- published, handed over, answered, ...
        "when"     TEXT,
        event      TEXT,             -- id of the event that tells it
        evidence   TEXT NOT NULL,
        pieces     TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE holders (
        document   INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
        step       INTEGER REFERENCES steps ON DELETE CASCADE,  -- NULL: of the document itself
        party      INTEGER NOT NULL REFERENCES parties,
        side       TEXT NOT NULL     -- issued by, addressed to, by, to
    )
    """,
    """
    CREATE TABLE commitments (
        number     INTEGER PRIMARY KEY,
        article    INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
        position   INTEGER NOT NULL,
        id         TEXT NOT NULL,
        debtor     INTEGER NOT NULL REFERENCES parties,
        creditor   INTEGER REFERENCES parties,
        who        TEXT NOT NULL,    -- the debtor's name in the article
        act        TEXT NOT NULL,    -- promise, request, demand, expected
        status     TEXT NOT NULL,    -- open, met, refused: as the article has it
        due        TEXT,             -- EDTF
        due_first  TEXT,
        due_last   TEXT,             -- after this day it is overdue
        what       TEXT NOT NULL,    -- what is to be done
        what_pieces TEXT NOT NULL,
        condition  TEXT,
        closed_by  TEXT,             -- the article's words on its end
        told_by    TEXT,
        evidence   TEXT NOT NULL,
        pieces     TEXT NOT NULL,
        UNIQUE (article, position)
    )
    """,
    """
    CREATE TABLE stems (
        party      INTEGER NOT NULL REFERENCES parties,
        stem       TEXT NOT NULL,    -- of a word that says what the party did or owes
        deed       TEXT NOT NULL,    -- event, step, owed
        number     INTEGER NOT NULL, -- in events, steps or commitments
        article    INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
        PRIMARY KEY (party, stem, deed, number)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX events_first ON events (first, number)",
    "CREATE INDEX events_type ON events (type, first)",
    "CREATE INDEX events_long ON events (last, first) WHERE last > first",
    "CREATE INDEX participants_party ON participants (party, event)",
    "CREATE INDEX steps_document ON steps (document)",
    "CREATE INDEX holders_document ON holders (document)",
    "CREATE INDEX holders_step ON holders (step)",
    "CREATE INDEX holders_party ON holders (party)",
    "CREATE INDEX commitments_due ON commitments (due_last, number)",
    "CREATE INDEX commitments_debtor ON commitments (debtor, due_last)",
    "CREATE INDEX commitments_creditor ON commitments (creditor)",
    "CREATE INDEX commitments_ended ON commitments (number) WHERE status <> 'open'",
    "CREATE INDEX stems_article ON stems (article)",
)

# Where a party stands in these tables, for moving all that is of one to another. Of two rows that become one, one goes.
HELD_BY: Final = (
    ("participants", "party"),
    ("holders", "party"),
    ("commitments", "debtor"),
    ("commitments", "creditor"),
    ("stems", "party"),
)
# The rows of one article in each of them.
OF_ARTICLE: Final = {
    "participants": "event IN (SELECT number FROM events WHERE article = :article)",
    "holders": "document IN (SELECT number FROM documents WHERE article = :article)",
    "commitments": "article = :article",
    "stems": "article = :article",
}
