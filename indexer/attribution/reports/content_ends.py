"""Where the words of a report end and begin anew: before the next deed of who speaks, behind a relative word."""

from __future__ import annotations

from indexer.attribution.reports.fronted import PARTICIPLES, end_before, main_subject
from indexer.attribution.reports.narration import before_narrator
from indexer.attribution.tagger.decoding import RIGHT, Tag
from indexer.attribution.text.cue_words import SPEECH_WORDS, VERBS_OF_SAYING
from indexer.attribution.text.lexicon import AUXILIARIES, DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS
from indexer.attribution.text.parts import Sentence, Token, TokenSpan
from indexer.attribution.text.verbs import SAYING, has_verb
from indexer.attribution.text.words import word_set

_RELATIVES = word_set("which who whom where when that what")
_HANGING = word_set("which where when")
_OPENING = word_set("when after before once while although though if because since as until")
_PARTING = frozenset(",;:—")
_JOINING = word_set("and but")
_NEXT_WORDS = word_set("that to it him her them the a an his no not how why whether")
_TURNING = PARTICIPLES | _JOINING
_SUBJECTS = DETERMINERS | SUBJECT_PRONOUNS
_LONGEST_NOUN = 5  # letters: "bring", "thing"
_OTHERS_DEEDS = word_set("called told wrote charged indicated mentioned reported talked referred answered protested")


def ended(sentence: Sentence, tag: Tag, span: TokenSpan, tags: list[Tag]) -> TokenSpan:
    """Give a run of a tag's content without what who speaks does besides: "said it was safe, citing", "and urged"."""
    first, stop = span
    tokens = sentence.tokens
    if stop <= tag.cue:
        return _relative_word(sentence, tag, span)
    subject = main_subject(sentence, tag.cue)
    if subject is not None and first < subject.first:
        return first, end_before(tokens, subject)
    stop = _behind_window(sentence, tag, stop, tags)
    stop = before_narrator(tokens, tag.cue, first, stop)
    cue = tokens[tag.cue].lower
    if cue not in SPEECH_WORDS or cue == "according":
        return first, stop
    begins = {mention.first for mention in sentence.mentions} if _opens(sentence, tag) else ()
    begun = first + _begins_clause(tokens, first)
    for place in range(max(first, tag.cue + 1) + 1, stop):
        word = tokens[place].lower
        if word == "," and place + 1 in begins and has_verb(tokens[begun:place]):
            return first, place  # "Told that it was shut, Hale left"
        if word in _TURNING and (
            _turns_back(tokens, tag.cue, place) or _goes_on_telling(tokens, tag.cue, first, place)
        ):
            return first, place - (tokens[place - 1].word == "," and place - 1 > first)
    return _with_clause(sentence, (first, stop), tags)


def _begins_clause(tokens: list[Token], first: int) -> bool:
    """Tell whether a content begins with "that" and a clause: not "asked about that vote"."""
    return tokens[first].lower == "that" and tokens[first - 1].lower not in PREPOSITIONS


def end_of_words(tokens: list[Token], least: int) -> int:
    """Give where the last word or quotation ends, so that no marks follow it."""
    end = len(tokens)
    while end > least and not is_wordlike(tokens[end - 1]):
        end -= 1
    return end


def is_wordlike(token: Token) -> bool:
    """Tell whether a token is a word or a quotation, no mark."""
    return token.quotation is not None or token.word[0].isalnum()


def _opens(sentence: Sentence, tag: Tag) -> bool:
    """Tell whether a cue is of the clause before the main one: "Told that it was shut, he", "When Bell said so, he"."""
    words, begin = sentence.words, sentence.begin
    if tag.cue == begin:
        return True
    if tag.source is None or words[begin].lower() not in _OPENING or not begin < tag.source.first <= begin + 2:
        return False
    return "," not in words[begin : tag.cue] and _OPENING.isdisjoint(map(str.lower, words[tag.cue :]))


def _behind_window(sentence: Sentence, tag: Tag, stop: int, tags: list[Tag]) -> int:
    """Give where words end that go on to the last token the tagger looks at: with the sentence, or at another cue."""
    last = tag.cue + RIGHT
    if stop + 1 < last or last >= len(sentence.tokens):
        return stop
    return stop if any(other.cue >= stop for other in tags) else end_of_words(sentence.tokens, stop)


def _with_clause(sentence: Sentence, span: TokenSpan, tags: list[Tag]) -> TokenSpan:
    """Give a run with the clause that ends the sentence and hangs on it: "to leave the lots, where the mud is deep"."""
    first, stop = span
    tokens = sentence.tokens
    if stop + 2 >= len(tokens) or tokens[stop].word != "," or tokens[first].lower != "to":
        return span
    at = stop + 1 + (tokens[stop + 1].lower in PREPOSITIONS)
    end = end_of_words(tokens, stop)
    if tokens[at].lower not in _HANGING or any(stop < other.cue < end for other in tags):
        return span
    return span if any(token.word in _PARTING for token in tokens[stop + 1 : end]) else (first, end)


def _relative_word(sentence: Sentence, tag: Tag, span: TokenSpan) -> TokenSpan:
    """Give of what stands before ", she said," only a relative word: "a school where, she said, they can stay"."""
    tokens = sentence.tokens
    mark = (tag.cue if tag.source is None else min(tag.cue, tag.source.first)) - 1
    if len(tag.content) < 2 or mark < 2 or tokens[mark].word != "," or tokens[mark - 1].lower not in _RELATIVES:
        return span
    return span if has_verb(tokens[mark - 2 : mark - 1]) else (mark - 1, mark)  # not "the way to do that, she said, is"


def _goes_on_telling(tokens: list[Token], cue: int, first: int, place: int) -> bool:
    """Tell whether the narrator goes on: "asked for a ride but he refused", "claiming that it was, and giving it"."""
    words, next_words = tokens[first:place], tokens[place + 1 : place + 3]
    if len(next_words) < 2:
        return False
    if tokens[place].lower == "but" and tokens[cue].lower not in SAYING and not has_verb(words):
        is_subject = next_words[0].lower in _SUBJECTS or next_words[0].word[0].isupper()
        return is_subject and has_verb(tokens[place + 2 : place + 5]) and all(word.word != "," for word in words[:-1])
    if tokens[place].lower != "and" or not tokens[cue].lower.endswith("ing"):
        return False
    is_subject = any(token.lower in AUXILIARIES for token in tokens[place + 2 :])  # "and giving it would be wrong"
    is_parallel = _is_participle(next_words[0]) and not is_subject and not any(map(_is_participle, words))
    return is_parallel and has_verb(words) and next_words[1].lower in _NEXT_WORDS


def _is_participle(token: Token) -> bool:
    return len(token.word) > _LONGEST_NOUN and token.lower.endswith("ing")


def _turns_back(tokens: list[Token], cue: int, place: int) -> bool:
    """Tell whether who speaks does something else from a turning word on: ", adding that", "and urged it to"."""
    word = tokens[place].lower
    if word in PARTICIPLES:
        return tokens[place - 1].word == ","
    if place + 2 >= len(tokens):
        return False
    verb = tokens[place + 1].lower
    is_told = verb in SPEECH_WORDS and verb in VERBS_OF_SAYING and _is_past(verb) and verb not in _OTHERS_DEEDS
    return is_told and tokens[place + 2].lower in _NEXT_WORDS and _is_past(tokens[cue].lower)


def _is_past(word: str) -> bool:
    return word.endswith("ed") or word in ("said", "told", "wrote")
