"""Which body speaks in a paper whose words name it as the maker: "a Water Board statement", "the NTSB's report"."""

from __future__ import annotations

from indexer.attribution.phrases.nominals import ORGANISATION_NOUNS, is_head_of_bodies
from indexer.attribution.resolution.body_nouns import BodyNouns
from indexer.attribution.text.parts import APOSTROPHES, Entity, Mention, Sentence, Token
from indexer.attribution.text.words import word_set

_PAPERS = word_set(
    "statement statements release report letter memo notice advisory bulletin newsletter website post posts tweet"
    " tweets email message affidavit audit review study analysis announcement alert"
)
_BY_INITIALS = word_set(  # bodies that a story need not tell of elsewhere
    "ACLU AP ATF CBO CDC CIA DEA DOJ DOT EPA EU FAA FBI FCC FDA FEMA FTC GAO HUD ICE IMF IRS NAACP NASA NATO NIH NOAA"
    " NRC NTSB OMB OSHA TSA UN USDA USGS WHO"
)
_MADE_BY = word_set("from by on")
_PAGES = word_set("page pages website site account feed blog channel")
_WITHIN = word_set("of and for &")  # a name: "Department of Parks"
_LONGEST_NAME = 7  # tokens
_LONGEST_PAGE = 3  # tokens: "the department's Facebook page"


class Papers:
    """Tells which bodies the papers of one text are from."""

    def __init__(self, sentences: list[Sentence], bodies: BodyNouns) -> None:
        """``bodies``: tells which body "the department" of "the department's statement" is."""
        self.sentences = sentences
        self.bodies = bodies
        self.named: dict[str, Entity] | None = None

    def maker_of(self, source: Mention) -> Entity | None:
        """Give the body that a noun phrase names, or the words right behind it: "a report by the NTSB"."""
        if source.kind != "noun" or source.name not in _PAPERS:
            return None
        sentence = self.sentences[source.sentence]
        return self._in_phrase(source, sentence) or self._behind(source, sentence)

    def _in_phrase(self, source: Mention, sentence: Sentence) -> Entity | None:
        tokens = sentence.tokens
        capitals = [place for place in range(source.first + 1, source.stop - 1) if tokens[place].word[0].isupper()]
        if not capitals:
            return self._of_noun(source, tokens)
        if capitals[-1] - capitals[0] >= _LONGEST_NAME:
            return None
        first, stop = capitals[0], capitals[-1] + 1
        between = [tokens[place].lower for place in range(first, stop) if place not in capitals]
        if not all(word in _WITHIN or word in APOSTROPHES for word in between):
            return None
        return self._named(sentence, first, stop)

    def _of_noun(self, source: Mention, tokens: list[Token]) -> Entity | None:
        """Give the body of "the department's statement", "the sheriff's office report"."""
        if tokens[source.first].lower != "the":
            return None
        stop = next((at for at in range(source.stop - 2, source.first, -1) if _is_body(tokens[at])), source.first)
        words = [token.lower.removesuffix("'s") for token in tokens[source.first + 1 : stop + 1]]
        found = self.bodies.resolve(source, words) if words else None
        return found.entity if found is not None else None

    def _behind(self, source: Mention, sentence: Sentence) -> Entity | None:
        tokens = sentence.tokens
        if source.stop >= len(tokens) or tokens[source.stop].lower not in _MADE_BY:
            return None
        after = (m for m in sentence.mentions if m.kind == "name" and source.stop < m.first <= source.stop + 2)
        maker = next(after, None)
        if maker is None or maker.entity is None or maker.entity.type != "organisation":
            return None
        is_on_page = any(token.lower in _PAGES for token in tokens[maker.stop : maker.stop + _LONGEST_PAGE])
        is_where = tokens[source.stop].lower == "on"
        return maker.entity if (is_on_page if is_where else not maker.is_possessive) else None

    def _named(self, sentence: Sentence, first: int, stop: int) -> Entity | None:
        """Give the body of a name that stands within a phrase: one of the text's, or one that its last word tells."""
        tokens = sentence.tokens
        words = [token.word for token in tokens[first:stop]]
        words[-1] = words[-1].replace("’", "'").removesuffix("'s")
        name = " ".join(words)
        known = self._known().get(name)
        if known is not None:
            return known
        head = words[words.index("of") - 1 if "of" in words[1:] else -1]
        if name not in _BY_INITIALS and (len(words) == 1 or not is_head_of_bodies(head.lower())):
            return None
        entity = Entity(name, "organisation", sentence.mention("name", first, stop, name))
        return self._known().setdefault(name, entity)

    def _known(self) -> dict[str, Entity]:
        if self.named is None:
            self.named = {
                mention.name: mention.entity
                for sentence in self.sentences
                for mention in sentence.mentions
                if mention.kind == "name" and mention.entity is not None and mention.entity.type == "organisation"
            }
        return self.named


def _is_body(token: Token) -> bool:
    return token.lower.replace("’", "'").removesuffix("'s") in ORGANISATION_NOUNS
