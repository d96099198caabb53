"""Closed classes of words that the rules of names look at.

Closed classes as grammars of English list them (Quirk et al., A Comprehensive Grammar of the English Language,
1985); the other lists are our own, from reading news copy, and each says what it is for.
"""

DETERMINERS = frozenset("the a an this that these those his her its their our my your no any every each".split())
# Before a noun for people these begin its phrase ("two protesters") and tell it from no other.
NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve both several many some few most other".split()
)
# With "of" behind them they do the same: "hundreds of residents", "one of the protesters".
QUANTITIES = frozenset(
    """
    dozens hundreds thousands millions scores tens number majority group crowd couple handful one some many most
    """.split()
)
PREPOSITIONS = frozenset(
    """
    of in on at to for from with by about against into over after before during under between through among within
    without toward towards across behind near since until despite amid outside inside around like via per than
    """.split()
)
# After these a name is where something happens, unless it is known to be somebody's.
PLACE_PREPOSITIONS = frozenset("in at near from outside around across into on inside towards toward".split())
PRONOUNS = frozenset("he she they it".split())
# Their other forms, which stand for a party as well.
FORMS = frozenset("him his himself her hers herself them their theirs themselves its itself".split())
POSSESSIVE = frozenset(["'s", "’s"])
# At the head of a sentence these are never part of a name.
FUNCTION_WORDS = DETERMINERS | PREPOSITIONS | PRONOUNS | frozenset(
    """
    i we you who what when where why how which whom whose and but or nor so yet if as because although though while
    whereas unless whether once there here then thus hence also even still just only not no none some many most
    several other others both all few much more less such former local late last next earlier later now today
    yesterday meanwhile however moreover nevertheless nonetheless instead indeed perhaps maybe asked according
    speaking one two three four five six seven eight nine ten dozens hundreds thousands millions fellow citing well
    yes oh dear thank thanks
    """.split()
)  # fmt: skip
# Nor do these begin one anywhere.
NEVER_FIRST = DETERMINERS | PRONOUNS | frozenset(
    "i we you but and if so when what why how or because while that".split()
)  # fmt: skip
FIRST_PERSON = frozenset("I I'm I’m I've I’ve I'd I’d I'll I’ll".split())
OPENING = frozenset(["“", "‘", '"', "'", ":", "«", "—", "–", "-", "•", "…", "*"])
# Words by which a clause goes on behind a noun.
RELATIVES = frozenset("who which that whose whom where when".split())
CONJUNCTIONS = frozenset("and or but while as because if".split())
LINKS = frozenset("of for on".split())
# Small words inside the names of persons: Arabic, Dutch, German, French, Italian, Portuguese and Spanish.
PARTICLES = frozenset("al el bin ibn bint van von der den de la le da dos das di du del della ter ten af av zu".split())
SUFFIXES = frozenset("Jr Sr II III IV".split())
# Small words that begin a last name of two words: "Al Saud", "Abu Amer", "de Gaulle".
LAST_NAME_OPENERS = PARTICLES | {"abu", "ben", "san", "st", "mac"}
DATES = frozenset(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Thur Thurs Fri Sat
    January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug
    Sep Sept Oct Nov Dec Christmas Easter Ramadan Thanksgiving Halloween GMT EST EDT CET UTC AM PM A.M. P.M. BST
    """.split()
)
# A name that ends so is a place's, unless it begins with a given name.
PLACE_ENDS = frozenset(
    """
    Road Street Avenue Boulevard Lane Drive Square Hotel Hostel Residence Airport Bridge River Lake Mountain Mountains
    Valley Beach Island Islands Bay Stadium Arena Tower Towers Highway Cathedral County Building Park Hills Heights
    Garden Gardens Plaza Mall Station Port Harbor Harbour Canal Sea Ocean Peninsula District Province Region Village
    Lodge Inn Resort Castle Palace Ave Blvd Rd Memorial Monument Pier Dam Creek Falls Springs Canyon Desert Forest Coast
    Strait Gulf Mosque Temple Terminal Quay Wharf Reservoir Basin Glacier Gorge Reef Crossing
    """.split()
)
# "the city of Bila Tserkva"
PLACE_NOUNS = frozenset("city town village district province state region island port county suburb".split())
# Written with a capital without being anybody: things, languages, faiths, peoples, adjectives, short forms.
NO_PARTIES = frozenset(
    """
    I TV CEO CFO DNA RNA HIV AIDS COVID Covid COVID-19 Covid-19 GDP CO AI IT PC UFO LGBT LGBTQ VIP URL PDF FAQ CCTV GPS
    SUV ID Internet God Bible Quran Koran OK DUI ADHD PTSD IVF CT MRI WWII WWI WWIII AR-15 ICU USD EUR GBP IPO ATM FOIA
    NGO NGOs MP MPs MEP MEPs MEC MECs RIP DIY BRT PAC PACs DC SMS S.A. Medicare Medicaid Obamacare Brexit Instagram
    YouTube Telegram WhatsApp iPhone Android English Hebrew Arabic Latin Muslim Muslims Christian Christians Jewish Jews
    Jew Islam Islamic Catholic Catholics Hindu Sunni Shia Hispanic Latino Latinos Kurdish Arab Arabs African-American
    African-Americans Nazi Nazis European Europeans African Asian Black White Caucasian Western Nordic Republican
    Democratic Democrat Conservative Communist Olympic Olympics Mr Mrs Ms Dr D R Q A S X C F vs No NOT
    """.split()
)
# Verbs of saying, enough of them to tell that a name beside one is somebody's; statements has its own, longer list.
SAYING = frozenset(
    """
    said says say told tells added adds asked asks argued argues wrote writes warned warns noted notes announced
    explained insisted claimed claims stressed urged vowed pledged denied confirmed admitted acknowledged declared
    reported tweeted testified recalled predicted suggested replied responded commented believes thinks thought hopes
    called criticized criticised condemned accused praised agreed accepted rejected refused promised demanded
    """.split()
)
# With these, a verb that is no participle behind a noun: the noun is a subject.
VERBS = SAYING | frozenset(
    """
    is was has had have will would can could may might did does are were must should also hit won lost led leads took
    made makes plans wants began ran runs met visited became remains
    """.split()
)
# Small words before a title, besides adjectives, which `shapes.is_modifier` tells by their endings.
MODIFIERS = frozenset(
    """
    chief senior junior deputy former acting interim vice assistant associate top state police board foreign prime
    defense defence finance interior health justice home trade energy education transport environment labour labor co
    party opposition government group company bureau department campaign policy security intelligence human rights
    climate law world house city county district town village church school university college football film opera
    rock pop tech oil gas media press news sports art longtime veteran fellow current new then late ex lead leading
    independent crown first second third retired us uk un eu general special business family team head under major
    outgoing incoming elder younger shadow civil army navy air force military star lower upper majority minority
    executive managing founding communications
    """.split()
)
# Verbs by which somebody makes a paper known, and so is its author.
ISSUING = frozenset(
    """
    sent send sends sending mail mailed publish published publishes publishing release released releases releasing
    issue issued issues issuing post posted share shared draft drafted file filed files submit submitted sign signed
    unveil unveiled presented circulated distributed write wrote writes
    """.split()
)
