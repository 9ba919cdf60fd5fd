"""Which body speaks in a paper whose words name it as the maker: "a Water Board statement", "the NTSB's report"."""

from __future__ import annotations

from indexer.attribution.phrases.nominals import ORGANISATION_NOUNS, is_head_of_bodies
from indexer.attribution.phrases.roles import is_role_noun
from indexer.attribution.resolution.body_nouns import BodyNouns
from indexer.attribution.resolution.resolved import BY_NOUN, UNSURE, Resolved
from indexer.attribution.text.lands import is_land_or_people
from indexer.attribution.text.lexicon import AUXILIARIES
from indexer.attribution.text.parts import Entity, Mention, Sentence, Token, word_at
from indexer.attribution.text.verbs import has_verb
from indexer.attribution.text.words import word_set

_STATEMENTS = word_set(
    "statement statements release letter memo notice advisory bulletin newsletter website post posts tweet tweets email"
    " message affidavit announcement alert"
)
_REPORTS = word_set("report audit review study analysis")  # "the Chicago Police Department report" is often another's
_PAPERS = _STATEMENTS | _REPORTS
_BY_INITIALS = word_set(  # bodies that a story need not tell of elsewhere
    "ACLU AP ATF CBO CDC CIA DEA DOJ DOT EPA EU FAA FBI FCC FDA FEMA FTC GAO HUD ICE IMF IRS NAACP NASA NATO NIH NOAA"
    " NRC NTSB OMB OSHA TSA UN USDA USGS WHO"
)
# What stands between a maker's name and the paper: "a Water Board press release"; not "a Boeing engineer's memo".
_KINDS = word_set(
    "news press media written recent new annual preliminary final quarterly monthly weekly draft interim latest updated"
    " official environmental impact incident financial research economic safety"
)
_FALSE = word_set("fake forged hoax bogus false phony fraudulent alleged purported")
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

    def resolve(self, source: Mention) -> Resolved | None:
        """Tell which body a noun phrase, or the words right behind it, name as a paper's maker, or None."""
        if source.kind != "noun" or source.name not in _PAPERS:
            return None
        sentence = self.sentences[source.sentence]
        if any(token.lower in _FALSE for token in sentence.tokens[source.first : source.stop]):
            return None
        return self._in_phrase(source, sentence) or self._behind(source, sentence)

    def _in_phrase(self, source: Mention, sentence: Sentence) -> Resolved | None:
        tokens = sentence.tokens
        capitals = [place for place in range(source.first + 1, source.stop - 1) if tokens[place].word[0].isupper()]
        if not capitals:
            return self._of_noun(source, tokens)
        first, stop = capitals[0], capitals[-1] + 1
        if stop - first > _LONGEST_NAME or word_at(tokens, source.stop) == "and":
            return None
        if not all(token.lower in _KINDS for token in tokens[stop : source.stop - 1] if token.word[0].isalpha()):
            return None
        if not all(token.word[0].isupper() or token.lower in _WITHIN for token in tokens[first:stop]):
            return None
        if any(token.is_possessive and not _is_office(token) for token in tokens[first : stop - 1]):
            return None  # "Hale's Water Board report"
        maker = self._named(sentence, first, stop)
        is_about = source.name in _REPORTS and tokens[source.first].lower in ("the", "this") and stop == source.stop - 1
        is_owner = tokens[stop - 1].is_possessive
        return Resolved(maker, UNSURE if is_about and not is_owner else BY_NOUN, "maker") if maker is not None else None

    def _of_noun(self, source: Mention, tokens: list[Token]) -> Resolved | None:
        """Tell the body of "the department's statement", "the sheriff's office report"."""
        if tokens[source.first].lower != "the":
            return None
        stop = next((at for at in range(source.stop - 2, source.first, -1) if _is_body(tokens[at])), source.first)
        words = [token.lower.removesuffix("'s") for token in tokens[source.first + 1 : stop + 1]]
        found = self.bodies.resolve(source, words) if words else None
        return Resolved(found.entity, found.margin, "maker") if found is not None else None

    def _behind(self, source: Mention, sentence: Sentence) -> Resolved | None:
        tokens = sentence.tokens
        if word_at(tokens, source.stop) not in _MADE_BY:
            return None
        after = (m for m in sentence.mentions if m.kind == "name" and source.stop < m.first <= source.stop + 2)
        maker = next(after, None)
        if maker is None or maker.entity is None or maker.entity.type != "organisation":
            return None
        stop = maker.stop
        if word_at(tokens, source.stop) == "on":
            stop = next((at + 1 for at in range(stop, stop + _LONGEST_PAGE) if word_at(tokens, at) in _PAGES), 0)
            is_own = stop and not any(token.is_possessive for token in tokens[maker.stop : stop])
        else:
            is_own = not maker.is_possessive and not is_land_or_people(maker.entity.name)
        return Resolved(maker.entity, BY_NOUN, "maker") if is_own and _ends_there(tokens, stop) else None

    def _named(self, sentence: Sentence, first: int, stop: int) -> Entity | None:
        """Give the body of a name that stands within a phrase: one of the text's, or one that its last word tells."""
        tokens = sentence.tokens
        words = [token.word for token in tokens[first:stop]]
        words[-1] = words[-1].replace("’", "'").removesuffix("'s")
        name = " ".join(words)
        known = self._known()
        if name in known:
            return known[name] if len(words) > 1 or words[0].lower() not in ORGANISATION_NOUNS else None
        longer = {id(one): one for one in known.values() if _stands_for(name, one.name)}
        if len(longer) == 1:
            return next(iter(longer.values()))
        head = words[words.index("of") - 1 if "of" in words[1:] else -1]
        if name not in _BY_INITIALS and (len(words) == 1 or not is_head_of_bodies(head.lower())):
            return None
        entity = Entity(name, "organisation", sentence.mention("name", first, stop, name))
        return known.setdefault(name, entity)

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


def _is_office(token: Token) -> bool:
    """Tell whether a possessor is an officer in a name: the Rill County Sheriff's Office."""
    return is_role_noun(token.lower.replace("’", "'").removesuffix("'s"))


def _ends_there(tokens: list[Token], stop: int) -> bool:
    """Tell whether nothing more of the maker follows: not "a letter from Rill Air pilots", "by a county and a city"."""
    is_point = word_at(tokens, stop) == "." and stop + 1 < len(tokens)  # of "Acme Corp."
    after = tokens[stop + is_point] if stop < len(tokens) else None
    if after is None or not after.word[0].isalpha():
        return True
    return after.lower in AUXILIARIES or after.lower in ("that", "on") or has_verb([after])


def _stands_for(short: str, name: str) -> bool:
    """Tell whether a short name is a longer one's end or its initials: Water Board, GAO."""
    initials = "".join(word[0] for word in name.split() if word[0].isupper())
    return name.endswith(" " + short) or (short.isupper() and len(short) > 1 and initials == short)
