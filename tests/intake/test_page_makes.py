"""Pages in the makes of common publishing systems, each with the same article: all of it is found, and nothing else."""

import pytest

from onrecord.intake.pages import read_page

TEXT = (
    "The envoys of Teskia and Orvenia agreed on Friday to reopen the Aldra Strait to merchant ships.",
    "“Any rule is better than none,” said Dorin Maske, who speaks for the captains of Grent. “We waited for this.”",
    "Ships of up to 40,000 tonnes may pass by day, the two ministries said in a joint statement, with pilots on board.",
    "Teskia closed the strait in March 2017 after a collision off Grent in which nine sailors died, and talks began.",
    "A spokeswoman for the Keld Basin Council, Elena Corvast, said that the council would watch how they are kept.",
)
TITLE = "Envoys agree to reopen strait"
DECK = "Two years after the closure, merchant ships may pass again."
PARAGRAPHS = "".join(f"<p>{words}</p>" for words in TEXT)


def page(body: str) -> bytes:
    head = f"<title>{TITLE} | Courier</title><meta property='og:title' content='{TITLE}'>"
    around = "<nav><a href='/'>Home</a> <a href='/w'>World</a></nav>{}<footer><p>All rights reserved</p></footer>"
    return f"<!doctype html><html lang='en'><head>{head}</head><body>{around.format(body)}</body></html>".encode()


NUMBERED = f"""
<article><header><h1 data-testid="Heading">{TITLE}</h1><a rel="author" href="/authors/hb">By Hanne Brisk</a>
<time><span>March 8, 2019</span><span>2:05 PM UTC</span><span>Updated 3 hours ago</span></time></header>
<ul data-testid="Summary"><li>Strait to open on Monday for ships by day</li>
<li>Captains had asked for the night too</li></ul>
<div class="article-body__content__17Yit">
{"".join(f'<div data-testid="paragraph-{n}" class="text__1FZLe">{words}</div>' for n, words in enumerate(TEXT))}
<div data-testid="promo-box"><p>Our letter has all that you need. <a href="/x">Sign up here.</a></p></div>
<p class="sign-off">Reporting by Hanne Brisk; Editing by Oren Vale</p>
<p>Our Standards: <a href="/t">What we stand for.</a></p></div>
<div class="author-bio"><h3>Hanne Brisk</h3><p>Reports on ships</p></div></article>
<section><h2>Read Next</h2><ul><li><a href="/a">Another story of some length here today</a></li></ul></section>
"""
WEBLOG = f"""
<article class="post type-post"><header class="entry-header"><h1 class="entry-title">{TITLE}</h1>
<div class="entry-meta">Posted on <a href="/x"><time datetime="2019-03-08T14:05:00+00:00">March 8, 2019</time></a>
by <span class="author vcard"><a class="url fn n" href="/author/hanne/">Hanne Brisk</a></span></div></header>
<div class="entry-content">{PARAGRAPHS}
<div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="#">Click to share</a></li></ul></div>
<div class="relatedposts"><h3>Related</h3></div></div>
<footer class="entry-footer">Posted in <a href="/c">World</a>. Tagged <a href="/t">strait</a></footer></article>
<div id="comments"><h2>3 thoughts on “{TITLE}”</h2><ol class="comment-list"><li>
<div class="comment-content">
<p>I do not believe a word of all this, and neither should you, my friends.</p></div></li></ol>
<h3>Leave a Reply</h3></div>
"""
BREAKS = f"""
<div class="contentwrapper"><h1><span>{TITLE}</span></h1>
<div class="byline"><a href="/reporter/author-x.cms">Hanne Brisk</a> / KNN / <span>Mar 8, 2019, 14:05 GMT</span></div>
<div class="_s30J clearfix">{"<br><br>".join(TEXT)}<br><div class="ad">Advertisement</div></div></div>
"""
COMPANIONS = f"""
<article id="story"><header><h1 data-testid="headline">{TITLE}</h1><p id="article-summary">{DECK}</p>
<div class="css-1e2jphy"><p>By <span itemprop="name">Hanne Brisk</span></p><p>Reporting from Valdmoor</p>
<time datetime="2019-03-08T14:05:00Z">March 8, 2019</time></div></header>
<section name="articleBody">
{"".join(f'<div class="Companion"><div><p class="css-at9mc1">{words}</p></div></div>' for words in TEXT)}</section>
<div class="bottom"><p>Oren Vale contributed reporting from Grent.</p>
<p>Hanne Brisk is a correspondent. <a href="/hb">More about Hanne Brisk</a></p>
<p>A version of this article appears in print on March 9, 2019, Section A, Page 4.</p></div></article>
"""
COMPONENTS = f"""
<main><article><header data-component="headline-block"><h1>{TITLE}</h1></header>
<div data-component="byline-block"><div><span>Hanne Brisk</span><div>Harbour correspondent</div></div>
<time datetime="2019-03-08T14:05:00.000Z">8 March 2019</time></div>
<figure><div data-component="image-block"><img alt=""><span>Boreal</span></div>
<figcaption data-component="caption-block">Ships off Grent wait for leave to pass</figcaption></figure>
<div data-component="text-block"><p><b>{DECK}</b></p><p>{TEXT[0]}</p><p>{TEXT[1]}</p></div>
<div data-component="subheadline-block"><h2>Two years</h2></div>
<div data-component="text-block"><p>{TEXT[2]}</p><p>{TEXT[3]}</p></div>
<div data-component="links-block"><p>More on this story</p>
<ul><li><a href="/x">Why it was closed two years ago</a></li></ul></div>
<div data-component="text-block"><p>{TEXT[4]}</p></div>
<div data-component="tags"><a href="/x">Teskia</a><a href="/y">Orvenia</a></div></article></main>
"""
FIELDS = f"""
<div class="node node--type-article"><h1 class="page-title"><span class="field field--name-title">{TITLE}</span></h1>
<div class="field field--name-field-standfirst field__item">{DECK}</div>
<div class="node__submitted">By Hanne Brisk on Fri, 8 March 2019 14:05 GMT</div>
<div class="field field--name-body field--type-text-with-summary field--label-hidden field__item">{PARAGRAPHS}</div>
<div class="field field--name-field-tags"><div>Tags</div><div><a href="/t">strait</a></div></div></div>
"""
POINTS = "Strait to open on Monday for ships by day Captains had asked for the night too"


@pytest.mark.parametrize(
    ("body", "deck"),
    [(NUMBERED, POINTS), (WEBLOG, None), (BREAKS, None), (COMPANIONS, DECK), (COMPONENTS, DECK), (FIELDS, DECK)],
    ids=["numbered", "weblog", "breaks", "companions", "components", "fields"],
)
def test_the_article_is_found_whatever_the_make(body: str, deck: str | None) -> None:
    copy = read_page(page(body))
    said = tuple(part.span.cut(copy.text) for part in copy.paragraphs if part.role == "body")
    assert said == TEXT
    assert (copy.headline, copy.deck, copy.byline) == (TITLE, deck, ("Hanne Brisk",))
    assert copy.published == "2019-03-08T14:05:00+00:00"
