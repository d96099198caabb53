"""Small closed classes of English words that the rules of statements look at.

Closed classes as grammars of English list them (Quirk et al., A Comprehensive Grammar of the English Language,
1985, ch. 2, 5, 6, 9); the nouns of speaking and the addressees are our own list from reading news copy.
"""

DETERMINERS = frozenset("a an the this that these those his her its their our my your no any every each".split())
POSSESSIVES = frozenset("'s ’s his her its their our my your".split())
BE = frozenset("is are was were be been being am isn't isn’t aren't aren’t wasn't wasn’t weren't weren’t".split())
HAVE = frozenset("has have had having hasn't hasn’t haven't haven’t hadn't hadn’t".split())
DO = frozenset("do does did don't don’t doesn't doesn’t didn't didn’t".split())
MODALS = frozenset(
    "will would can could may might shall should must won't won’t wouldn't wouldn’t cannot can't "
    "can’t couldn't couldn’t".split()
)
AUXILIARIES = BE | HAVE | DO | MODALS | {"to"}
NEGATIONS = frozenset("not never neither nor cannot".split()) | {w for w in AUXILIARIES if w.endswith(("n't", "n’t"))}
ADVERBS = frozenset(
    """
    also later then now again once still even just only already ever always often repeatedly reportedly previously
    sometimes earlier recently first further thus so instead too never not both all yesterday today tonight
    """.split()
)
DISCOURSE = frozenset(
    """
    and & but or yet so however meanwhile afterwards furthermore moreover nevertheless nonetheless indeed instead
    separately additionally besides still thus hence overall elsewhere
    """.split()
)
PREPOSITIONS = frozenset(
    """
    of in on at to for from with by about against into over after before during under between through among within
    without toward towards across behind near since until despite amid alongside outside inside around like via per
    """.split()
)
RELATIVES = frozenset("who which that whom".split())
# Words that begin a clause: the subject of a verb behind them does not stand before them.
CLAUSE_STARTS = frozenset(
    """
    that but while whereas because although though if whether unless until when where why how as than or yet
    since so what after before
    """.split()
)
COMPLEMENTIZERS = frozenset("that whether if".split())
WH = frozenset("how why what who where when which whose whom".split())
PRONOUNS = frozenset("i he she it they we you".split())
# Single words that may be a subject without being a plural in -s.
QUANTIFIERS = frozenset(
    """
    many some most all both few several others another one none nobody everybody anybody somebody everyone anyone
    someone police people staff media men women children those these who which critics
    """.split()
)
FIRST_PERSON = frozenset("i we".split())
STOPS = frozenset(', ; : . ! ? … — – ( ) [ ] “ ” " « »'.split())
DASHES = frozenset("— – ― - --".split())
ENDS = frozenset(". ! ? … ;".split())
# Nouns for the occasion or the paper in which something is said: "said in a statement", "at a news conference".
OCCASIONS = frozenset(
    """
    statement interview speech letter report tweet post email e-mail memo conference briefing release hearing filing
    article video address message note column remarks comments communique communiqué declaration testimony broadcast
    debate rally meeting call press ceremony event session podcast documentary book essay brief lawsuit complaint
    ruling judgment verdict reply response text twitter facebook telegram x instagram anonymity program programme
    site website page platform blog channel account show radio television tv phone telephone
    """.split()
)
# Who is told, where no name or article marks it: "told reporters", "told me".
ADDRESSEES = frozenset(
    """
    me us him her them you reporters journalists lawmakers parliament supporters viewers readers listeners voters
    investors police officers detectives investigators jurors delegates ministers officials residents people
    congress senators colleagues followers fans staff employees analysts shareholders crowds media everyone everybody
    someone anyone delegates diplomats students members
    """.split()
)
# Marks that no content begins or ends with.
EDGES = ",:;—–-"
