"""What the runs of words that the tagger marks about a cue still lack or have too much."""

from __future__ import annotations

from indexer.attribution.phrases.predicates import is_cut_before_predicate
from indexer.attribution.reports.addressees import behind_told, without_addressee
from indexer.attribution.reports.content_ends import end_of_words, ended, is_wordlike
from indexer.attribution.reports.content_starts import with_preposition
from indexer.attribution.tagger.decoding import Tag
from indexer.attribution.text.cue_words import SPEECH_WORDS, VERBS_OF_SAYING
from indexer.attribution.text.lexicon import AUXILIARIES, DETERMINERS, SUBJECT_PRONOUNS
from indexer.attribution.text.parts import Sentence, Token, TokenSpan, kind_at
from indexer.attribution.text.verbs import SAYING, has_verb
from indexer.attribution.text.words import word_set

_BE = word_set("is are was were been being")
_SPOKEN_TO = word_set("asked told urged warned ordered advised reminded instructed encouraged invited")
_RELATIVES = word_set("who whose whom")
_CONJUNCTIONS = word_set("and but then or")
_GOING_ON = word_set("and but or so")
_MORE = word_set("of because if unless until")  # "It is safe, Casar said, if"
_OPENING_WORDS = word_set("but and however meanwhile still so yet")
_TOLD = SAYING | (SPEECH_WORDS & VERBS_OF_SAYING) - word_set("according")
_SURELY_TOLD = SAYING | {"according"}
_ANNOUNCING = word_set("it this")
_SHORTEST_ANNOUNCED = 3  # tokens: "it", a colon, and the quotation
_LONGEST_TAIL = 3  # tokens
_SURE = 2.0  # log odds
_FARTHEST_CUE = 3  # tokens after "and"
_SUBORDINATING = word_set("while although though if because unless whenever")
_SUBJECTS = SUBJECT_PRONOUNS | DETERMINERS | {"there"}
_FARTHEST_OF_SAME = 5  # after "and she": "but she would not say"


def settle_content(sentence: Sentence, tag: Tag, tags: list[Tag]) -> tuple[TokenSpan, ...]:
    """Give a tag's content without asides, its clauses whole; ``tags``: all of the sentence."""
    spans = [span for span in tag.content if not _is_aside(sentence, tag, span, tags)]
    if spans and spans[-1][0] == tag.cue + 1 and kind_at(sentence.tokens, tag.cue + 1) == "so":
        spans = spans[-1:]  # "It was locked, and he said so"
    if len(spans) > 1 and spans[-1][0] == tag.cue + 1 and _is_addressed(sentence, tag.cue):
        spans = spans[-1:]  # "Boaters were urged to leave"
    settled = [_settled(sentence, tag, span, tags) for span in spans]
    found = tuple((first, stop) for first, stop in settled if first < stop)
    return found + _rest_of_clause(sentence, tag, found, tags) if found else _whole_clause(sentence, tag)


def _settled(sentence: Sentence, tag: Tag, span: TokenSpan, tags: list[Tag]) -> TokenSpan:
    span = with_preposition(sentence.tokens, tag.cue, _with_main_clause(sentence.tokens, tag.cue, span))
    span = behind_told(sentence.tokens, tag.cue, _completed(sentence, tag.cue, span))
    whole = without_addressee(sentence.tokens, tag.cue, _behind_colon(sentence.tokens, tag.cue, span))
    return _begun(sentence, ended(sentence, tag, whole, tags))


def _behind_colon(tokens: list[Token], cue: int, span: TokenSpan) -> TokenSpan:
    """Give the quotation alone that "it" or "this" stands for: "said it best: | “…”", "said this of it: | “…”"."""
    first, stop = span
    if first != cue + 1 or stop - first < _SHORTEST_ANNOUNCED or tokens[first].lower not in _ANNOUNCING:
        return span
    is_announced = tokens[stop - 1].quotation is not None and tokens[stop - 2].word == ":"
    return (stop - 1, stop) if is_announced and not has_verb(tokens[first + 1 : stop - 2]) else span


def _is_addressed(sentence: Sentence, cue: int) -> bool:
    """Tell whether who stands before a cue is spoken to: "were urged to", "was asked whether"."""
    before = sentence.tokens[cue - 1].lower if cue else ""
    return before in _BE and sentence.tokens[cue].lower in _SPOKEN_TO


def _rest_of_clause(
    sentence: Sentence, tag: Tag, content: tuple[TokenSpan, ...], tags: list[Tag]
) -> tuple[TokenSpan, ...]:
    """Give what follows ", Casar said," where the words before lack a verb, or go on: "It shut, Casar said, and …"."""
    tokens = sentence.tokens
    first, stop = content[-1]
    after = tag.cue + 1
    if tag.source is not None and tag.cue < tag.source.first:
        after = tag.source.stop
    if tokens[tag.cue].lower not in _TOLD or stop > tag.cue or kind_at(tokens, after) not in (",", ";"):
        return ()
    end = end_of_words(tokens, after + 1)
    if has_verb(tokens[first:stop]):
        return ((after + 1, end),) if _goes_on(sentence, after, end, tags) else ()
    return ((after + 1, end),) if kind_at(tokens, after + 1) in AUXILIARIES else ()


def _goes_on(sentence: Sentence, mark: int, end: int, tags: list[Tag]) -> bool:
    """Tell whether somebody's words go on behind ", Casar said,": not in "…, Casar said, and added that"."""
    tokens = sentence.tokens
    begin = mark + 1
    if tokens[mark].word == ",":
        if kind_at(tokens, begin) in _MORE:
            return True
        if kind_at(tokens, begin) not in _GOING_ON:
            return False
        begin += 1
        if kind_at(tokens, begin) in VERBS_OF_SAYING:
            return False  # the reporter's: "…, Casar said, but declined to say more"
    if any(mention.first == begin and mention.kind == "name" for mention in sentence.mentions):
        return False  # another's deed: "…, Casar said, and Roy agreed"
    farthest = begin + _farthest_cue(tokens, begin)
    says_more = any(begin <= tag.cue < farthest and tokens[tag.cue].lower in SAYING for tag in tags)
    return not says_more and has_verb(tokens[begin:end])


def _whole_clause(sentence: Sentence, tag: Tag) -> tuple[TokenSpan, ...]:
    """Give the clause after a verb of saying, or before it, where the tagger marks a sure cue without content."""
    tokens = sentence.tokens
    if tag.likelihood < _SURE or tokens[tag.cue].lower not in _SURELY_TOLD:
        return ()
    before, after = tag.cue, tag.cue + 1
    if tag.source is not None:
        before, after = min(before, tag.source.first), max(after, tag.source.stop)
    for first, stop in ((after, len(tokens)), (sentence.begin, before)):
        while first < stop and not is_wordlike(tokens[first]):
            first += 1
        stop = end_of_words(tokens[:stop], first)
        if first < stop and has_verb(tokens[first:stop]):
            return (with_preposition(tokens, tag.cue, behind_told(tokens, tag.cue, (first, stop))),)
    return ()


def _begun(sentence: Sentence, span: TokenSpan) -> TokenSpan:
    """Leave out a dateline, and the "But" that ties a sentence to the one before."""
    first, stop = span
    tokens = sentence.tokens
    first = max(first, sentence.begin)
    if first == sentence.begin and first < stop and tokens[first].lower in _OPENING_WORDS:
        first += 1
        if first < stop and tokens[first].word == ",":
            first += 1
    return first, stop


def _is_aside(sentence: Sentence, tag: Tag, span: TokenSpan, tags: list[Tag]) -> bool:
    """Tell whether a run is the source, or an aside: "…, said Vance, who left", "…, she said, and added that"."""
    first, stop = span
    if tag.source is not None and tag.source.first <= first and stop <= tag.source.stop:
        return True
    if first < tag.cue or len(tag.content) == 1:
        return False
    kind = kind_at(sentence.tokens, first)
    if kind.strip("<>") in _RELATIVES:
        return tag.source is not None and tag.cue < tag.source.first < first
    farthest = _farthest_cue(sentence.tokens, first + 1)
    return kind in _CONJUNCTIONS and any(
        first < other.cue <= first + farthest and other.content and other.content[-1][0] > other.cue
        for other in tags
        if other.cue < stop
    )


def _farthest_cue(tokens: list[Token], place: int) -> int:
    """Tell how far after "and" another cue may stand, where the words behind that begin at a place."""
    return _FARTHEST_OF_SAME if kind_at(tokens, place).strip("<>") in SUBJECT_PRONOUNS else _FARTHEST_CUE


def _with_main_clause(tokens: list[Token], cue: int, span: TokenSpan) -> TokenSpan:
    """Let words that begin with "while" or "if" go on with what they depend on: "says if it rains, | it will leak"."""
    first, stop = span
    begin = cue + 1
    if tokens[cue].lower not in SAYING or not begin <= first <= begin + 1 < stop:
        return span
    if tokens[begin].lower not in _SUBORDINATING:
        return span
    main = tokens[stop + 1 :] if kind_at(tokens, stop) == "," else []
    is_clause = bool(main) and (main[0].lower in _SUBJECTS or main[0].word[0].isupper())
    if not is_clause or any(token.quotation is not None for token in main) or not has_verb(main):
        return begin, stop
    return begin, end_of_words(tokens, stop)


def _completed(sentence: Sentence, cue: int, span: TokenSpan) -> TokenSpan:
    """Let a clause that is cut before its verb go on to the end of the sentence: "said early voting | would begin"."""
    first, stop = span
    tokens = sentence.tokens
    if first < cue or any(place >= first for place in sentence.quotes):
        return span
    is_clause = tokens[first].lower == "that" or (
        tokens[cue].lower in SAYING and stop < len(tokens) and tokens[stop].lower in AUXILIARIES
    )
    end = end_of_words(tokens, stop)
    tail = tokens[stop:end]
    if is_clause and not has_verb(tokens[first + 1 : stop]) and has_verb(tail):
        return first, end
    if tokens[cue].lower in SAYING and is_cut_before_predicate(tokens, first, stop):
        return first, end
    is_adjunct = len(tail) <= _LONGEST_TAIL and all(token.word[0].isalnum() for token in tail)
    return (first, end) if is_adjunct and has_verb(tokens[first:stop]) else span
