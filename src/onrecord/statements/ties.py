"""Quotations and headings that marks and places tie to a speaker, whatever the verb.

Found here: a tag behind the words, a colon or comma before them, a sign that bears them, a name with a colon.
"""

from collections.abc import Iterable, Iterator

from onrecord.language import Quotation
from onrecord.record import Act
from onrecord.spans import Span, strip
from onrecord.statements.cues import VERBS
from onrecord.statements.drafts import Draft
from onrecord.statements.lines import Line
from onrecord.statements.sources import Found, first_subject, source_after, span_of
from onrecord.statements.tags import Tag, tag_at
from onrecord.statements.words import AUXILIARIES, BE, DASHES, DETERMINERS, EDGES, PRONOUNS, RELATIVES


def tied_quotations(line: Line) -> Iterator[Draft]:
    """The quotations of a line that a colon or comma before them or a tag behind them ties to a subject."""
    for number in dict.fromkeys(n for n in line.quoted if n >= 0):
        first = line.quoted.index(number)
        last = next((i for i in range(len(line) - 1, first, -1) if line.quoted[i] == number), first)
        found = (
            _behind_label(line, first, last)
            or _behind_colon(line, first)
            or _before_tag(line, first, last)
            or _behind_comma(line, first, last)
            or _borne(line, first)
        )
        if found is not None:
            yield found


def _behind_label(line: Line, first: int, last: int) -> Draft | None:
    """ "Mira Tolan: “…” Vale: “…”", which a name and nothing else announces."""
    begin = first - 1
    while begin > 0 and line.words[begin - 1] not in _SENTENCE_ENDS and line.quoted[begin - 1] < 0:
        begin -= 1
    mention = line.mention_to(first - 2)
    if line.word(first - 1) != ":" or mention is None or line.quotation_from(first) is None:
        return None
    if last + 1 < line.stop and (line.heading or line.tokens[last + 1].text[0].islower()):
        return None  # the marks hold only a part: "Tolan: ‘No talks’ before summer"
    named = mention.span.start == line.tokens[begin].start or line.word(begin) in VERBS  # "Continued Vale: “…”"
    source = Found(line.after(mention.span.start, begin), first - 2, begin)
    return _draft(line, first, source, None, "name and colon") if named else None


_SENTENCE_ENDS = frozenset(".!?;")


def _behind_colon(line: Line, first: int) -> Draft | None:
    """ "The mayor smiled: “…”" """
    if first < 2 or line.words[first - 1] != ":" or line.quotation_from(first) is None:
        return None
    source, verb = announcement(line, first - 1)
    if source is None:
        return None
    cue = line.span(verb, verb) if verb is not None else None
    return _draft(line, first, source, cue, "colon and quotation", act="say" if verb is None else _act(line, verb))


def announcement(line: Line, colon: int) -> tuple[Found | None, int | None]:
    """Who is announced by what stands before the colon at the token `colon`, and the verb, where it has one."""
    verb = _verb_before(line, colon)
    source = _nearest(line, verb) if verb else None
    if source is not None:
        return source, verb
    return _labelled(line, colon) or (first_subject(line, colon) if colon > 1 else None), None


def _labelled(line: Line, end: int) -> Found | None:
    """The mention that ends right before the colon at `end`, or stands behind "from": "From the report: “…”"."""
    mention = line.mention_to(end - 1)
    if mention is not None:
        first = line.after(mention.span.start, 0)
        if first == 0 or line.words[first - 1] in DASHES or line.words[first - 1] in _OUT_OF:
            return Found(first, end - 1, first)
    return source_after(line, 1) if line.words[0] in _OUT_OF else None


_OUT_OF = frozenset("from in".split())


def _before_tag(line: Line, first: int, last: int) -> Draft | None:
    """ "“…,” the harbour chief Oren Vale said" and "“…,” she went on" """
    quotation = line.quotation_to(last)
    sign = _last_sign(line, quotation) if quotation else ""
    if sign not in _TAGGED or _is_title(line, first, last):
        return None
    tag = tag_at(line, last + 1, any_verb=sign == ",")
    return _tagged(line, first, tag) if tag else None


def _is_title(line: Line, first: int, last: int) -> bool:
    """Whether the marks hold a name inside the sentence: "in charge of “Harbour Nights,” the company listed"."""
    if first == 0 or line.words[first - 1] in {",", ":"} or line.words[first - 1] in VERBS:
        return False
    words = [line.tokens[i].text for i in range(first + 1, last) if line.tokens[i].text.isalpha()]
    return bool(words) and sum(word[0].isupper() for word in words) >= 0.6 * len(words)


_TAGGED = frozenset([",", "!", "?", "…", "—", "–"])


def _last_sign(line: Line, quotation: Quotation) -> str:
    """The last character of the words, without the marks that close a quotation in them."""
    end = quotation.pieces[-1].end
    return line.page.doc.text[max(0, end - 4) : end].rstrip("'’‘”\" ")[-1:]


def tag_behind(line: Line) -> Iterator[Draft]:
    """The quotation that ends right before the line, whose tag is a sentence of its own: "“Why?” Mira Tolan asked"."""
    number = line.page.outer.before(line.tokens[0].start) if line.holder is None else None
    if number is None:
        return
    page, text = line.page, line.page.doc.text
    quotation = page.doc.quotations[number]
    if text[quotation.span.end : line.tokens[0].start].strip(" \t\xa0") or _last_sign(line, quotation) not in _TAGGED:
        return
    start = page.doc.paragraphs[line.paragraph].span.start
    before = text[max(start, quotation.span.start - 3) : max(start, quotation.span.start)].rstrip()
    if before and before[-1] not in ".!?…”\"'’»":
        return  # the words end a sentence of their own: "She was asked, “Why?” The minister admitted that …"
    tag = tag_at(line, 0, any_verb=False)
    if tag is not None:
        yield _of(line, number, span_of(line, tag.source), line.span(tag.verb, tag.verb), tag.rule, act=tag.act)


def _behind_comma(line: Line, first: int, last: int) -> Draft | None:
    """ "In the song, Mira Tolan sings, “…”": a whole sentence in marks behind a comma, outside a list."""
    quotation = line.quotation_from(first)
    if first < 3 or quotation is None or line.words[first - 1] != "," or line.quoted[first - 2] >= 0:
        return None
    text = line.page.doc.text
    words, end = quotation.pieces[0].cut(text), text[quotation.pieces[-1].end - 1]
    if not words[0].isupper() or len(words) < _SENTENCE or end not in ".!?,…" or line.quotation_from(last + 2):
        return None
    verb = _verb_before(line, first - 1)
    source = _subject_of(line, verb) if verb is not None else None
    if source is None or verb is None:
        return None
    return _draft(line, first, source, line.span(verb, verb), "comma before quotation", act=_act(line, verb))


_SENTENCE = 15  # characters; what is shorter is a title or a name


def _verb_before(line: Line, end: int) -> int | None:
    """The finite verb or participle of speaking nearest before the token `end`; None where it is a passive."""
    for i in range(end - 1, max(0, end - _FAR), -1):
        entry = VERBS.get(line.words[i]) if line.quoted[i] < 0 and line.tokens[i].text.islower() else None
        if entry is None or (entry[1] == "base" and line.words[i - 1] not in PRONOUNS | AUXILIARIES):
            continue
        return None if entry[1] == "past" and line.words[i - 1] in BE else i
    word, before = line.words[end - 1], line.mention_to(end - 2)
    named = before is not None or line.word(end - 2) in PRONOUNS
    return end - 1 if named and line.quoted[end - 1] < 0 and word.endswith(("s", "ed")) else None


_FAR = 16  # tokens


def _subject_of(line: Line, verb: int) -> Found | None:
    """The nearest mention or pronoun before the verb, else the subject of the sentence."""
    return _nearest(line, verb) or first_subject(line, verb)


def _nearest(line: Line, verb: int) -> Found | None:
    if line.words[verb - 1] in RELATIVES:
        return _noun_to(line, verb - 2)
    for i in range(verb - 1, max(-1, verb - _FAR), -1):
        found = _mentioned(line, i) if line.quoted[i] < 0 else None
        if found is not None and found.last < verb and line.word(found.last + 1) not in {"'s", "’s"}:
            return found
    return None


def _noun_to(line: Line, last: int) -> Found | None:
    """The noun that ends at the token `last`, with its article."""
    mention = line.mention_to(last)
    first = line.after(mention.span.start, 0) if mention else last
    for i in range(last, max(-1, last - _BEARS), -1):
        if line.words[i] in DETERMINERS:
            first = min(first, i)
            break
    return Found(first, last, first) if last >= 0 and line.quoted[last] < 0 else None


def _mentioned(line: Line, first: int) -> Found | None:
    if line.words[first] in PRONOUNS:
        return Found(first, first, first)
    mention = line.mention_from(first)
    return Found(first, line.after(mention.span.end, first) - 1, first) if mention else None


def _borne(line: Line, first: int) -> Draft | None:
    """ "a sign reading “…”", "a shirt that said “…”", "chants of “…”" """
    if line.quotation_from(first) is None or first < 2:
        return None
    verb = first - 2 if line.words[first - 1] in {":", ","} else first - 1
    if line.word(verb) == "of" and line.word(verb - 1) in _CRIES:
        source = first_subject(line, verb - 1)
        return _draft(line, first, source, line.span(verb - 1, verb - 1), "borne words") if source else None
    if line.word(verb) not in _READ:
        return None
    noun = next((i for i in range(verb - 1, max(-1, verb - _BEARS), -1) if line.words[i] in _BEARERS), None)
    if noun is None or line.quoted[noun] >= 0:
        return None
    source = _noun_to(line, noun)
    return _draft(line, first, source, line.span(verb, verb), "borne words") if source else None


_BEARS = 6  # tokens from the thing to the verb: "a banner over the bridge that read"
_READ = frozenset("reading reads read saying says said stating proclaiming declaring declared".split())
_CRIES = frozenset("chant chants cry cries shout shouts yell yells call calls".split())
# Things that bear words. Own list.
_BEARERS = frozenset(
    """
    sign signs banner banners placard placards poster posters billboard billboards plaque inscription graffiti shirt
    shirts t-shirt t-shirts hat hats cap caps button buttons sticker stickers card cards caption headline message
    messages note label leaflet flyer motto slogan tattoo badge flag page website tweet post
    """.split()
)


def _tagged(line: Line, first: int, tag: Tag) -> Draft:
    return _draft(line, first, tag.source, line.span(tag.verb, tag.verb), tag.rule, act=tag.act)


def _act(line: Line, verb: int) -> Act:
    entry = VERBS.get(line.words[verb])
    return entry[0].act if entry else "say"


def _draft(line: Line, first: int, source: Found, cue: Span | None, rule: str, *, act: Act = "say") -> Draft:
    return _of(line, line.quoted[first], span_of(line, source), cue, rule, act=act)


def _of(line: Line, number: int, source: Span, cue: Span | None, rule: str, *, act: Act) -> Draft:
    return Draft(
        content=line.page.doc.quotations[number].pieces,
        source=source,
        cue=cue,
        act=act,
        rule=rule,
        subject="named",
        paragraph=line.paragraph,
        quotations=(number,),
        holder=line.holder,
    )


_HEAD = 9  # tokens; a name with its title


def named_heads(line: Line) -> Iterable[Draft]:
    """ "Lavrov: talks will help" in a headline."""
    i = next(iter(line.places(":")), 0)
    mention = line.mention_to(i - 1) if 0 < i < _HEAD else None
    if mention is None or mention.span.start != line.tokens[0].start or _is_quoted(line, i + 1):
        return ()
    span = strip(line.page.doc.text, line.tokens[i].end, line.tokens[max(i, line.stop - 1)].end, EDGES)
    if span is None:
        return ()
    return (
        Draft(
            content=(span,),
            source=mention.span,
            cue=None,
            act="say",
            rule="name and colon",
            subject="named",
            paragraph=line.paragraph,
            quotations=tuple({n for n in line.quoted if n >= 0}),
            holder=line.holder,
        ),
    )


def _is_quoted(line: Line, first: int) -> bool:
    """Whether a quotation takes all that stands behind the colon."""
    quotation = line.quotation_from(first)
    return quotation is not None and quotation.span.end >= line.tokens[max(first, line.stop - 1)].end
