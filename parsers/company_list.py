"""Read and check a company list. The head of deploy/companies.toml explains its fields to users."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import lru_cache

from parsers.errors import SettingsError
from parsers.types import Company, MentionKind
from parsers.words import Page, Words, cut_words, only_words

_DATA_CENTERS = ("Data Centers", "Data Centres", "Datacenters", "Datacentres")


def parse_companies(toml_text: str) -> tuple[Company, ...]:
    """Read a company list.

    Args:
        toml_text: TOML with one `[[company]]` table a company, keyed as the fields of `Company`.

    Raises:
        SettingsError: No TOML, an unknown key, a value of the wrong form, a name used twice.
    """
    try:
        document: dict[str, object] = tomllib.loads(toml_text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"company list: not TOML: {error}; mend that line") from error
    rows = document.get("company", [])
    if not document.keys() <= {"company"} or not isinstance(rows, list):
        raise SettingsError(f"company list: {', '.join(document)}: write [[company]] tables only")
    companies = tuple(parse_company(row) for row in rows)
    check_companies(companies)
    return companies


def parse_company(row: object) -> Company:
    """Read one `[[company]]` table; raises SettingsError as `parse_companies` does."""
    if not isinstance(row, dict) or not isinstance(row.get("name"), str):
        raise SettingsError('company list: a company without a name: write name = "..." in it')
    name: str = row["name"]
    known = [field.name for field in fields(Company)]
    for key in sorted(row.keys() - set(known)):
        raise SettingsError(f"company list: {name}: unknown key {key!r}: write {', '.join(known)}")
    sector = row.get("sector", "other")
    if not isinstance(sector, str):
        raise SettingsError(f'company list: {name}: sector: write one word, as in "cloud"')
    lists = {key: _strings(name, key, row[key]) for key in row.keys() - {"name", "sector"}}
    return Company(name=name, sector=sector, **lists)


def _strings(company: str, key: str, value: object) -> tuple[str, ...]:
    """A list of texts, which is what every field but two holds."""
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise SettingsError(f'company list: {company}: {key}: write a list, as in ["one", "two"]')
    return tuple(value)


def check_companies(companies: Iterable[Company]) -> None:
    """Refuse a list that cannot be used: an empty text, or one name for two companies.

    Raises:
        SettingsError: Names the text and its company or companies.
    """
    owners: dict[tuple[bool, Words], str] = {}
    taken: set[str] = set()
    for company in companies:
        if company.name in taken:
            raise SettingsError(f"company list: {company.name!r} stands twice: join the two")
        taken.add(company.name)
        _check_words(company)
        for kind, written in written_names(company):
            key = (kind == "ticker", page_of(written).folded)
            if (owner := owners.setdefault(key, company.name)) != company.name:
                raise SettingsError(
                    f"company list: {written!r} stands for {owner} and {company.name}:"
                    " leave it with one of them"
                )


def _check_words(company: Company) -> None:
    """Refuse a text without words: as a guard or a need it would hold everywhere."""
    texts = [text for _, text in written_names(company)]
    texts += [*company.not_followed_by, *company.not_preceded_by]
    empty = [text for text in texts if not page_of(text).words]
    empty += [text for text in company.needs if not only_words(page_of(text).folded)]
    if empty:
        raise SettingsError(f"company list: {company.name}: {empty[0]!r} has no word: write one")


@lru_cache(maxsize=1 << 15)
def page_of(written: str) -> Page:
    """A text of the list as words; each is asked for when it is checked and when laid out."""
    return cut_words(written)


def _other_spellings(name: str) -> Iterator[str]:
    """The same name with the other ways to spell data centers: "Vantage Datacentres"."""
    for one in _DATA_CENTERS:
        if name.endswith(f" {one}"):
            yield from (name.removesuffix(one) + other for other in _DATA_CENTERS if other != one)


def written_names(company: Company) -> Iterator[tuple[MentionKind, str]]:
    """Every way to write a company; names first, for they win over tickers."""
    names = (company.name, *company.aliases, *company.known_as)
    spelled = (other for name in names for other in _other_spellings(name))
    yield from (("name", name) for name in dict.fromkeys((*names, *spelled)))
    yield from (("brand", brand) for brand in company.brands)
    yield from (("paraphrase", words) for words in company.paraphrases)
    yield from (("ticker", ticker) for ticker in company.tickers)
