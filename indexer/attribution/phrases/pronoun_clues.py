"""What the words about a he or she tell: where a run of them begins, whom the clause has besides, who was asked."""

from __future__ import annotations

from indexer.attribution.text.cue_words import SPEECH_WORDS
from indexer.attribution.text.lexicon import AUXILIARIES, PHRASE_STOPS, PREPOSITIONS, PRONOUNS
from indexer.attribution.text.parts import Mention, Sentence, word_at
from indexer.attribution.text.words import word_set

HE_OR_SHE = word_set("he him his she her hers")
_SUBJECTS = {"m": "he", "f": "she"}
_LONGEST_RUN = 8  # sentences
_CLAUSE_ENDS = word_set(", that and but because : ; if as which")
_ASKING = word_set("asked asks inquired wondered")
_REPLYING = word_set("replied replies answered answers responded responds retorted retorts countered counters")
ANSWERED_WITHIN = 3  # sentences
_CLOSING = word_set(", . ; : — –")
_BEFORE_SUBJECT = word_set(", and but when while as that was is were because if — – ;")


def head_of_run(pronoun: Mention, sentences: list[Sentence]) -> Mention:
    """Give the first of the hes, or shes, that are subjects in the sentences up to a pronoun; all may mean one person.

    "Diaz left. He was tired. As Roy came, he said": the first "he". Sentences of quotations alone do not count.
    """
    subject = _SUBJECTS[PRONOUNS[pronoun.name]]
    head = pronoun
    for index in range(pronoun.sentence, max(-1, pronoun.sentence - _LONGEST_RUN), -1):
        sentence = sentences[index]
        found = [m for m in sentence.mentions if m.name == subject and m.kind == "pronoun" and m.start < head.start]
        if found:
            head = found[0]
        elif index != pronoun.sentence and sentence.has_words:
            break
    return head


def named_in_clause(pronoun: Mention, sentence: Sentence) -> set[int]:
    """Give the ids of those named after a pronoun in its own clause, who are others: Roy of "he told Roy"."""
    tokens = sentence.tokens
    stop = pronoun.stop
    while stop < len(tokens) and tokens[stop].lower not in _CLAUSE_ENDS and tokens[stop].quotation is None:
        stop += 1
    return {
        id(mention.entity)
        for mention in sentence.mentions
        if mention.entity is not None and pronoun.stop <= mention.first < stop and not mention.is_possessive
    }


def question_before(pronoun: Mention, source: Mention, sentences: list[Sentence]) -> str:
    """Tell how the last speaker may have asked something just before a pronoun, by word or mark; "" if not at all."""
    apart = pronoun.sentence - source.sentence
    if not 0 < apart <= ANSWERED_WITHIN:
        return ""
    sentence = sentences[source.sentence]
    is_marked = any(
        quotation.last == "?" for place in sentence.quotes if (quotation := sentence.tokens[place].quotation)
    )
    near = sentence.tokens[max(0, source.first - 2) : source.stop + 2]
    has_word = any(token.lower in _ASKING for token in near)
    return f"{'mark' * is_marked}{'word' * has_word}{min(apart, 2)}" if is_marked or has_word else ""


def asks(source: Mention, sentence: Sentence) -> bool:
    """Tell whether somebody asks: "Hale asked", "“Why?” asked Hale"; not "Hale was asked", "When asked, Hale"."""
    tokens = sentence.tokens
    if word_at(tokens, source.stop) in _ASKING:
        return True
    before = tokens[max(0, source.first - 2) : source.first]
    return len(before) > 1 and before[0].quotation is not None and before[1].lower in _ASKING


def replies(pronoun: Mention, sentence: Sentence) -> bool:
    """Tell whether he or she answers: "she replied", "answered he"."""
    tokens = sentence.tokens
    before, after = tokens[max(0, pronoun.first - 1) : pronoun.first], tokens[pronoun.stop : pronoun.stop + 1]
    return any(token.lower in _REPLYING for token in before + after)


def words_before(pronoun: Mention, sentence: Sentence) -> str:
    """Tell how a sentence begins whose words he or she may say: "Hale left, he said.", "When Hale left, he said that".

    "" if the words before the pronoun are surely not those that it says.
    """
    tokens = sentence.tokens
    first = pronoun.first
    if first <= sentence.begin + 1 or tokens[first - 1].word != "," or tokens[first - 2].quotation is not None:
        return ""
    cue = pronoun.stop
    while cue < len(tokens) and (tokens[cue].lower in AUXILIARIES or tokens[cue].lower.endswith("ly")):
        cue += 1
    if cue >= len(tokens) or tokens[cue].lower not in SPEECH_WORDS:
        return ""
    opening = tokens[sentence.begin].lower
    is_hung = opening in _BEFORE_SUBJECT or opening in PREPOSITIONS or opening.endswith(("ing", "ed"))
    after = tokens[cue + 1].word if cue + 1 < len(tokens) else "."
    return ("hung" if is_hung else "said") + ("closed" if after in _CLOSING else "")


def place_in_sentence(mention: Mention, sentence: Sentence) -> str:
    """Tell what a name is in its sentence: its subject, whose something is, after a preposition, …"""
    tokens = sentence.tokens
    if mention.is_possessive:
        return "possessive"
    if _is_modifier(mention, sentence):
        return "modifier"
    before = tokens[mention.first - 1].lower if mention.first else ""
    if before == "to" and mention.first > 1 and tokens[mention.first - 2].lower == "according":
        return "according"
    if before in PREPOSITIONS:
        return "oblique"
    after = tokens[mention.stop].lower if mention.stop < len(tokens) else ""
    is_subject = mention.first == sentence.begin or after in AUXILIARIES or after in SPEECH_WORDS
    return "subject" if is_subject or before in _BEFORE_SUBJECT else "any"


def _is_modifier(mention: Mention, sentence: Sentence) -> bool:
    """Tell whether the name says whose somebody else is: "Hale communications director Ann Roy"."""
    if mention.stop + 1 >= len(sentence.tokens):
        return False
    noun = sentence.tokens[mention.stop]
    if noun.quotation is not None or not noun.word[0].islower() or noun.lower.endswith(("ed", "ly")):
        return False
    if noun.lower in AUXILIARIES or noun.lower in PHRASE_STOPS or noun.lower in SPEECH_WORDS:
        return False
    return any(
        other.entity is not None and other.entity.type == "person" and mention.stop < other.first <= mention.stop + 4
        for other in sentence.mentions
    )
