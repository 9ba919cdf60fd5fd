"""Query string -> tree. It never fails on input: it gives a tree, or a BadQuery that says where and why.

    query   = group { "OR" group }
    group   = item { ["AND"] item }
    item    = { "-" | "NOT" } ( "(" query ")" | field ":" ( "(" query ")" | value ) | value )
    value   = word | word "*" | word "~" | quoted | quoted "~" number

A mark left open closes at the end. Limits are stated in ``search.settings`` and in the docs.
"""

from __future__ import annotations

import datetime
import difflib
import re
from dataclasses import replace
from functools import lru_cache
from typing import NoReturn

from search.analysis import Token
from search.errors import BadParameter, BadQuery
from search.query.dates import DateRange, check_range, read_date
from search.query.leaves import DatedAt, Fuzzy, OutletNamed, Phrase, Prefix, Published, SaidAs, SpeakerNamed, Word
from search.query.looked_for import shouted, words_of
from search.query.nodes import Everything, InField, Not, Or, Query, Statement, all_of
from search.query.scan import QUOTES, Lexeme, scan
from search.sentences import Sentence, beginning

FIELDS = ("headline", "said", "speaker", "role", "outlet", "byline", "place", "date")
MAX_CHARACTERS, MAX_WORDS, MAX_DEPTH, MAX_NEAR, MIN_PREFIX = 512, 32, 16, 50, 3
_ENDS = ",;.!?…"
_TILDE = re.compile(r"(?<!/)~")
"""A tilde asks for similar words, but in an address ("/~smith")."""
_WEIGHT = re.compile(r"(?:.*[^\W\d_].*)?(\^\d[\d.]*)")
"""A word with a weight, as other search engines know it."""
_INEXACT = re.compile(r"(?<=[^\W\d_])[*~]|(?<!/)[*~](?=[^\W\d_])")
"""A star or a tilde at a word; alone, or at a number, it is a mark like others."""


def parse_query(text: str, today: datetime.date | None = None) -> Query:
    """Give the tree of a query string; ``Everything`` for one without words.

    ``today`` is what "last month" in ``date:`` counts from. Raises BadQuery with the position of what is wrong.
    """
    # The day is settled before what is kept is looked for: a server runs for many days.
    return _parsed(text, today or datetime.date.today())


@lru_cache(maxsize=4096)
def _parsed(text: str, today: datetime.date) -> Query:
    if len(text) > MAX_CHARACTERS:
        raise BadQuery(Sentence("The query is longer than {n} characters.", n=MAX_CHARACTERS), text, MAX_CHARACTERS)
    return _Parser(text, today).parse()


class _Parser:
    """Recursive descent over the lexemes; one token of lookahead, depth bounded."""

    def __init__(self, text: str, today: datetime.date) -> None:
        self.text, self.today = text, today
        self.lexemes = scan(text)
        self.small = shouted(self.lexemes)
        self.index = 0
        self.words = 0

    def parse(self) -> Query:
        tree = self.alternatives(0)
        if self.index < len(self.lexemes):
            self.refuse(Sentence("There is a closing bracket without an opening one."), self.lexemes[self.index])
        return tree

    def peek(self) -> str | None:
        return self.lexemes[self.index].kind if self.index < len(self.lexemes) else None

    def next(self) -> Lexeme:
        self.index += 1
        return self.lexemes[self.index - 1]

    def refuse(self, problem: Sentence, at: Lexeme, suggestion: str | None = None) -> NoReturn:
        raise BadQuery(problem, self.text, at.position, suggestion)

    def alternatives(self, depth: int) -> Query:
        groups = [self.group(depth)]
        while self.peek() == "or":
            operator = self.next()
            groups.append(self.group(depth))
            self.check_sides(operator, groups)
        return groups[0] if len(groups) == 1 else Or(tuple(groups))

    def group(self, depth: int) -> Query:
        sides = [self.side(depth)]
        while self.peek() == "and":
            operator = self.next()
            sides.append(self.side(depth))
            self.check_sides(operator, sides)
        return all_of(*sides)

    def side(self, depth: int) -> Query:
        items: list[Query] = []
        while self.peek() not in (None, "or", "and", "close"):
            items.append(self.item(depth))
        return all_of(*items)

    def check_sides(self, operator: Lexeme, sides: list[Query]) -> None:
        if Everything() in sides[-2:]:
            self.refuse(
                Sentence(
                    "{operator} needs words on both sides. To search for the word itself, put it in quotes.",
                    operator=operator.text,
                ),
                operator,
            )

    def item(self, depth: int) -> Query:
        if depth > MAX_DEPTH:
            self.refuse(Sentence("The query is nested more than {n} deep.", n=MAX_DEPTH), self.lexemes[self.index])
        lexeme = self.next()
        if lexeme.kind == "not":
            if self.peek() in (None, "or", "close", "and"):
                self.refuse(Sentence("There is nothing after this to leave out."), lexeme)
            child = self.item(depth + 1)
            if isinstance(child, Not):
                return child.child
            return Not(child) if child != Everything() else child
        if lexeme.kind == "open":
            inside = self.alternatives(depth + 1)
            if self.peek() == "close":
                self.next()
            return inside
        if lexeme.kind == "field":
            return self.in_field(lexeme, depth)
        return self.value(lexeme)

    def value(self, lexeme: Lexeme) -> Query:
        if lexeme.kind == "phrase":
            return self.phrase(lexeme)
        return self.word(lexeme)

    def word(self, lexeme: Lexeme) -> Query:
        core = lexeme.text.strip(_ENDS)
        has_tilde = _TILDE.search(core)
        if "*" in core and has_tilde:
            self.refuse(Sentence("A word takes a star or a tilde, not both."), lexeme)
        if "*" in core:
            return self.prefix(core, lexeme)
        if has_tilde:
            return self.fuzzy(core[: has_tilde.start()], core[has_tilde.end() :], lexeme)
        return _side_by_side(self.tokens(lexeme.text, lexeme))

    def prefix(self, core: str, lexeme: Lexeme) -> Query:
        misplaced = Sentence("A star may only stand at the end of a word.")
        if not core.endswith("*") or "*" in core[:-1]:
            self.refuse(misplaced, lexeme)
        form = self.one_form(core[:-1], lexeme, misplaced)
        if len(form) < MIN_PREFIX:
            self.refuse(Sentence("A star needs at least {n} letters before it.", n=MIN_PREFIX), lexeme)
        return Prefix(form)

    def fuzzy(self, word: str, behind: str, lexeme: Lexeme) -> Query:
        misplaced = Sentence("A tilde may only stand at the end of a word.")
        if not word and self.text[: lexeme.position].endswith(tuple(QUOTES)):
            self.refuse(Sentence("Behind quotation marks a tilde takes a number of words: ~5."), lexeme)
        form = self.one_form(word, lexeme, misplaced)
        if behind[:1].isdigit():
            self.refuse(Sentence("A tilde allows one letter off: write {word}~.", word=beginning(word)), lexeme)
        if behind:
            self.refuse(misplaced, lexeme)
        return Fuzzy(form)

    def one_form(self, text: str, lexeme: Lexeme, none: Sentence) -> str:
        found = self.tokens(text, lexeme)
        if not found:
            self.refuse(none, lexeme)
        if len(found) > 1:
            self.refuse(
                Sentence(
                    "A star or a tilde takes one word, and “{text}” is several: write them apart.",
                    text=beginning(text),
                ),
                lexeme,
            )
        return found[0].form

    def phrase(self, lexeme: Lexeme) -> Query:
        if inexact := _INEXACT.search(lexeme.text):
            self.refuse(
                Sentence("Words in quotation marks stand as they are: no star or tilde can stand there."),
                replace(lexeme, position=lexeme.position + 1 + inexact.start()),
            )
        words = tuple(Word(token.form, token.capital) for token in self.tokens(lexeme.text, lexeme))
        if lexeme.near is not None and lexeme.near > MAX_NEAR:
            self.refuse(Sentence("Words can be at most {n} apart.", n=MAX_NEAR), lexeme)
        return Phrase(words, lexeme.near) if words else Everything()

    def tokens(self, text: str, lexeme: Lexeme) -> list[Token]:
        weight = _WEIGHT.fullmatch(lexeme.text.rstrip(_ENDS)) if lexeme.kind == "word" else None
        if weight:
            self.refuse(Sentence("Words cannot be given a weight: leave out “{weight}”.", weight=weight[1]), lexeme)
        found = words_of(lexeme, text, self.small)
        self.words += len(found)
        if self.words > MAX_WORDS:
            self.refuse(Sentence("The query has more than {n} words.", n=MAX_WORDS), lexeme)
        return found

    def in_field(self, field: Lexeme, depth: int) -> Query:
        name = field.text.lower()
        if name not in FIELDS:
            close = difflib.get_close_matches(name, FIELDS, n=1)
            known = ", ".join(f"{known}:" for known in FIELDS)
            problem = (
                Sentence(
                    "There is no field “{name}”. Did you mean {close}:?", name=beginning(field.text), close=close[0]
                )
                if close
                else Sentence(
                    "There is no field “{name}”. The fields are {known}.", name=beginning(field.text), known=known
                )
            )
            self.refuse(problem, field, close[0] if close else None)
        if self.peek() in (None, "close", "or", "and", "not"):
            self.refuse(Sentence("{field} needs words after it.", field=f"{name}:"), field)
        if name in ("headline", "byline", "said"):
            child = self.item(depth + 1)
            _check_words_only(child, self, field)
            if child == Everything():
                return child
            if name == "said":
                return Statement(child)
            return InField("headline" if name == "headline" else "byline", child)
        return self.about(name, field)

    def about(self, name: str, field: Lexeme) -> Query:
        lexeme = self.next()
        if lexeme.kind not in ("word", "phrase"):
            self.refuse(Sentence("{field} takes one word, or words in quotes.", field=f"{name}:"), field)
        if name == "date":
            return Published(self.dates(lexeme))
        is_part = "*" in lexeme.text or "~" in lexeme.text
        words = tuple(token.form for token in self.tokens(lexeme.text, lexeme))
        if words and (is_part or lexeme.near is not None):
            self.refuse(
                Sentence("{field} compares whole words: no star or tilde can stand there.", field=f"{name}:"), lexeme
            )
        if not words:
            self.refuse(Sentence("{field} needs words after it.", field=f"{name}:"), field)
        if name == "speaker":
            return Statement(SpeakerNamed(words))
        if name == "role":
            return Statement(SaidAs(words))
        return OutletNamed(words) if name == "outlet" else DatedAt(words)

    def dates(self, lexeme: Lexeme) -> DateRange:
        since, dots, until = lexeme.text.partition("..")
        until = until if dots else since
        try:
            dates = DateRange(
                read_date(since, self.today, "q") if since.strip() else None,
                read_date(until, self.today, "q") if until.strip() else None,
            )
            check_range(dates)
        except BadParameter as error:
            raise BadQuery(error.problem, self.text, lexeme.position, error.suggestion) from None
        if dates.is_open:
            self.refuse(Sentence("date: needs a date on one side of “..” at least."), lexeme)
        return dates


def _side_by_side(tokens: list[Token]) -> Query:
    """One word, or the words that one typed run makes ("north-west"), next to each other."""
    words = tuple(Word(token.form, token.capital) for token in tokens)
    if not words:
        return Everything()
    return words[0] if len(words) == 1 else Phrase(words)


def _check_words_only(node: Query, parser: _Parser, field: Lexeme) -> None:
    """Within headline:, byline: and said: stand words, not other fields."""
    if isinstance(node, Published | OutletNamed | DatedAt | InField | Statement):
        parser.refuse(
            Sentence("Within {field} only words can stand, not another field.", field=f"{field.text}:"), field
        )
    children = getattr(node, "children", ()) or ((node.child,) if isinstance(node, Not) else ())
    for child in children:
        _check_words_only(child, parser, field)
