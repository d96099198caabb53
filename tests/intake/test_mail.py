"""Mail with a story in it."""

import io
from email.message import EmailMessage

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.intake.packing import line

from onrecord.errors import ReadError
from onrecord.intake.copy import Copy
from onrecord.intake.files import copies
from onrecord.intake.mail import read_mail


def message(body: str = "GRENT, March 8 (AFP) - The envoys met.", *, html: str | None = None) -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Press Office <press@example.org>"
    made["To"] = "desk@example.org"
    made["Subject"] = "Fwd: Re: Strait talks résumé"
    made["Date"] = "Fri, 08 Mar 2019 14:05:00 +0100"
    made["Message-ID"] = "<1@example.org>"
    made.set_content(body)
    if html is not None:
        made.add_alternative(html, subtype="html")
    return made


def read(data: bytes) -> Copy:
    (copy,) = read_mail(data, name="a.eml")
    assert isinstance(copy, Copy), copy
    return copy


def test_a_story_in_a_message() -> None:
    copy = read(bytes(message(html="<p>Other</p>")))
    assert (copy.headline, copy.id, copy.published) == (
        "Strait talks résumé",
        "1@example.org",
        "2019-03-08T14:05:00+01:00",
    )
    assert (copy.source.publisher, copy.source.format) == ("Press Office", "mail")
    assert copy.text == "Strait talks résumé\n\nGRENT, March 8 (AFP) - The envoys met."
    assert copy.source.left_out == ("to",)


def test_a_body_of_html() -> None:
    made = message()
    made.set_content("<p>The envoys met.</p><p>They left.</p>", subtype="html")
    assert read(bytes(made)).text.endswith("The envoys met.\n\nThey left.")


def test_what_is_attached_is_read_too() -> None:
    made = message()
    made.add_attachment(line(7) + line(8), maintype="application", subtype="json", filename="wire.jsonl")
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    skipped: list[object] = []
    found = list(copies("-", stdin=io.BytesIO(bytes(made)), skipped=skipped.append))
    assert [item.text for item in found[1:] if isinstance(item, Copy)] == ["Article 7.", "Article 8."]
    assert list(map(str, skipped)) == ["standard input: a.png"]


VALUES = st.text(alphabet='a"()<>@,;:\\.[] =?\r\n\t\xff', max_size=40)


@given(VALUES, st.sampled_from(["To", "From", "Subject", "Content-Type"]))
@settings(max_examples=300)
def test_headers_that_break_their_syntax(value: str, name: str) -> None:
    data = b"Date: x\n" + f"{name}: {value}\n".encode("latin-1") + b"\nThe envoys met."
    for found in read_mail(data, name="a.eml"):
        assert isinstance(found, Copy) or "a.eml" in str(found)


def test_a_message_without_words() -> None:
    (error,) = read_mail(b"From: a@example.org\nTo: b@example.org\nDate: x\n\n", name="a.eml")
    assert isinstance(error, ReadError)
    assert str(error) == "a.eml: the item holds no text (only to); give the item that has the words"
