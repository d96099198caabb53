"""What sort of word a change touches. Of these five none is ever close enough, however alike the rest.

Closed classes as grammars of English list them (Quirk et al., A Comprehensive Grammar of the English Language, 1985,
ch. 3.21 modals, 10.54 negation, 5.10 quantifiers); the words of amount and frequency are our own list.
"""

from typing import Final, Literal

from onrecord.checking.spelling import FIGURES

WordClass = Literal["negation", "number", "name", "modal", "quantity", "word"]

NEGATIONS: Final = frozenset(
    "not no never none nothing nobody nowhere neither nor cannot without hardly scarcely barely ain't".split()
)
MODALS: Final = frozenset(
    "can could may might must shall should will would ought need dare i'll you'll he'll she'll it'll we'll they'll "
    "i'd you'd he'd she'd we'd they'd".split()
)
QUANTITIES: Final = frozenset(
    """
    all any both each every few fewer fewest half less least many more most much several some enough only almost nearly
    about around over under percent hundred thousand million billion trillion dozen dozens hundreds thousands millions
    billions once twice double triple always often sometimes rarely seldom usually everybody everyone everything
    somebody someone something first second third quarter $ £ € ¥ ₽ ₹
    """.split()
)
PRONOUNS: Final = frozenset(
    """
    i me my mine we us our ours you your yours he him his she her hers it its they them their theirs this that these
    those who whom whose one ones here there myself himself herself itself ourselves themselves
    """.split()
)


def class_of(key: str, text: str, *, begins: bool) -> WordClass:
    """The class of a word.

    key, text: as in `words.Word`. begins: whether it begins a sentence, where a capital makes no name of it.
    """
    if key in NEGATIONS or key.endswith("n't"):
        return "negation"
    if key[0].isdigit() or key in FIGURES:
        return "number"
    if key in MODALS:
        return "modal"
    if key in QUANTITIES:
        return "quantity"
    if text[:1].isupper() and not begins and key not in ("i", "i'm", "i've"):
        return "name"
    return "word"
