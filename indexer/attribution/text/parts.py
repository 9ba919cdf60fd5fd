"""The parts of a text taken apart: tokens, quotations, sentences, mentions, entities."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from indexer.attribution.text.given_names import Gender
from indexer.attribution.text.lexicon import NAME_SUFFIXES

MentionKind = Literal["name", "pronoun", "noun"]
Shape = Literal["person", "organisation", "unknown"]
TokenSpan = tuple[int, int]  # tokens[first:stop]

APOSTROPHES = frozenset("'’")
START, STOP = "<start>", "<stop>"  # the kinds of what stands before and after a sentence
QUOTATION = "<quotation>"  # the word of a token that stands for a quotation


@dataclass(slots=True, eq=False)
class Token:
    """A word, a mark, or a whole quotation; ``lower`` has straight apostrophes."""

    word: str
    lower: str
    start: int
    end: int
    quotation: Quotation | None = None
    mention: Mention | None = None

    @property
    def is_possessive(self) -> bool:
        """Tell whether the word ends in an apostrophe and an s."""
        return self.lower.endswith("'s")


@dataclass(slots=True, eq=False)
class Quotation:
    """A quotation within one paragraph: ``start`` and ``end`` with its marks, ``inner_*`` without.

    ``continues`` says that the paragraph before left its quotation open; ``last`` is the mark that ends the
    quoted sentence, wherever the closing mark stands.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool
    paragraph: int
    continues: bool = False
    words: tuple[str, ...] = ()
    last: str = ""
    is_capital: bool = False
    sentence: int = -1
    place: int = -1


@dataclass(slots=True, eq=False)
class Sentence:
    """One sentence: its tokens, its mentions, and the places of its quotations among the tokens.

    ``words``: the tokens as printed, or what they stand for (per.py). ``begin``: the place after a dateline, where the
    sentence proper begins. ``has_words``: there is any outside the quotations.
    """

    tokens: list[Token]
    words: list[str]
    paragraph: int
    index: int
    begin: int = 0
    quotes: list[int] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    has_words: bool = field(init=False)

    def __post_init__(self) -> None:
        self.has_words = any(token.quotation is None and token.word[0].isalnum() for token in self.tokens)

    def mention(self, kind: MentionKind, first: int, stop: int, name: str) -> Mention:
        """Make a mention of ``tokens[first:stop]``."""
        start, end = self.tokens[first].start, self.tokens[stop - 1].end
        return Mention(kind, first, stop, start, end, name, self.index, self.paragraph)

    def drop(self, mention: Mention) -> None:
        """Forget a mention."""
        for token in self.tokens[mention.first : mention.stop]:
            token.mention = None
        self.mentions = [other for other in self.mentions if other is not mention]

    def extend(self, mention: Mention, first: int, stop: int) -> None:
        """Let a mention take up ``tokens[first:stop]``, which are no other's."""
        mention.first, mention.stop = first, stop
        mention.start, mention.end = self.tokens[first].start, self.tokens[stop - 1].end
        for token in self.tokens[first:stop]:
            token.mention = mention


@dataclass(slots=True, eq=False)
class Mention:
    """Words that name a possible source: ``tokens[first:stop]`` of its sentence.

    ``name`` is the core of a name without title and role, or the head of a noun phrase, or the pronoun. ``seen_as`` is
    what the linear models see in place of its words ("<person>"), so that they learn nothing about particular names.
    """

    kind: MentionKind
    first: int
    stop: int
    start: int
    end: int
    name: str
    sentence: int
    paragraph: int
    shape: Shape = "unknown"
    title: str | None = None
    role: str | None = None
    is_possessive: bool = False
    is_ambiguous: bool = False  # a last name that two persons of the article share
    entity: Entity | None = None
    seen_as: str = ""


@dataclass(frozen=True, slots=True)
class Epithet:
    """What somebody is said to be: a noun and the words before it, "teacher" and "shop".

    ``recalls``: "the" before it says that the text has told of that person before, "the foreman, Ann Roy,".
    """

    noun: str
    words: frozenset[str] = frozenset()
    recalls: bool = False


@dataclass(slots=True, eq=False)
class Entity:
    """A person or organisation of the article, with the mention that tells most about it."""

    name: str
    type: Literal["person", "organisation"]
    evidence: Mention
    gender: Gender | None = None
    role: str | None = None
    may_be_person: bool = False  # taken for an organisation for want of evidence, "Melania"
    is_animal: bool = False
    is_dead: bool = False  # "the late Mayor Hale"
    has_shared_role: bool = False  # "Senators Hale and Bell": one of their own is better
    titles: set[str] = field(default_factory=set)
    epithets: dict[str, Epithet] = field(default_factory=dict)  # by their nouns
    ages: set[str] = field(default_factory=set)
    mentions: int = 0
    starts: list[int] = field(default_factory=list)

    @property
    def last_name(self) -> str:
        """The last name, without Jr. and the like."""
        return last_name(self.name)

    @property
    def is_full_name(self) -> bool:
        """Tell whether a first name is known too."""
        return " " in without_suffix(self.name)


def last_name(name: str) -> str:
    """Give the last name of a full one, without Jr. and the like."""
    return name if name.isalnum() else without_suffix(name).rpartition(" ")[2]


@lru_cache(maxsize=1 << 13)
def without_suffix(name: str) -> str:
    """Give a name without Jr. and the like."""
    words = name.replace(",", " ").split()
    while len(words) > 1 and words[-1].strip(".") in NAME_SUFFIXES:
        words.pop()
    return " ".join(words)


def kind_at(tokens: list[Token], place: int) -> str:
    """Give what the linear models see of a token: the word, or what it stands for; or of the sentence's edge."""
    if place < 0:
        return START
    if place >= len(tokens):
        return STOP
    mention = tokens[place].mention
    return tokens[place].lower if mention is None else mention.seen_as


def word_at(tokens: list[Token], place: int) -> str:
    """Give a token's word in small letters, or what stands for the sentence's end."""
    return tokens[place].lower if place < len(tokens) else STOP
