"""Records of named parties with roles, to say who is who with."""

from collections.abc import Iterable
from typing import Any

from msgspec import structs

from onrecord.record import Party, PartyKind, Record
from tests.archive.conftest import record_of

Cast = Iterable[tuple[str, str | None]]


def article(id: str, cast: Cast, *, kind: PartyKind = "person", with_: Iterable[str] = (), **more: Any) -> Record:
    """A record in which each party of `cast`, a name and a role, says its own number; `with_` are organisations."""
    cast = list(cast)
    made = record_of(id, said=[(name, f"words {number}") for number, (name, _) in enumerate(cast)], kind=kind, **more)
    parties = [structs.replace(party, role=role) for party, (_, role) in zip(made.parties, cast, strict=True)]
    around = [Party(f"w{number}", name, "organisation") for number, name in enumerate(with_)]
    return structs.replace(made, parties=(*parties, *around))
