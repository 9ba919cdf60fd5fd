"""Whose a quotation that is a sentence of its own is, by the sentence before it: who acts there, or whom it asks."""

from __future__ import annotations

from indexer.attribution.phrases.descriptions import PERSON_NOUNS
from indexer.attribution.phrases.kin import KIN
from indexer.attribution.phrases.roles import is_role_noun
from indexer.attribution.quotes.layout import announced_before, announcing_subject, is_another_person, is_headline
from indexer.attribution.quotes.quote_candidates import Candidate, QuoteSource
from indexer.attribution.quotes.signatures import signer_of, signer_of_paragraph
from indexer.attribution.reports.fronted import PARTICIPLES
from indexer.attribution.reports.reports import Report
from indexer.attribution.text.announcements import announced_speaker, owner_of_words, pointed_at
from indexer.attribution.text.parts import Entity, Mention, Quotation, Sentence
from indexer.attribution.text.words import word_set
from indexer.attribution.text.work_titles import WORKS

_ASKS = word_set("asked asks wondered wonders")
_QUESTION_WORDS = word_set("what how whether if why who when where which")
_CARRYING_ON = PARTICIPLES | word_set("continuing concluding")
_HERE = word_set("here here's")  # "Here's an excerpt: “…”"
_DASHES = word_set("— – ― -- -")
_FEWEST_BETWEEN = 4  # words
_SHOWN = word_set("asked pressed told shown reached")  # "Asked why, Hale shrugged."
_PEOPLE = PERSON_NOUNS | KIN | word_set("man woman boy girl stranger elder older younger eldest oldest youngest")
_GENDERS = {"he": "m", "she": "f"}
_FARTHEST_ANSWER = 2  # paragraphs


def stands_alone(quotation: Quotation, sentence: Sentence) -> bool:
    """Tell whether a quotation is a sentence of its own, which is never somebody's title or a word in doubt."""
    return quotation.is_capital and not sentence.has_words and quotation.last != "" and quotation.last in ".?!"


def is_between_dashes(quotation: Quotation, sentence: Sentence) -> bool:
    """Tell whether a sentence is quoted between dashes: "took it as praise — “That makes me smart” — and left"."""
    tokens, place = sentence.tokens, quotation.place
    if not quotation.is_capital or len(quotation.words) < _FEWEST_BETWEEN or not 0 < place < len(tokens) - 1:
        return False
    if tokens[place - 1].word not in _DASHES or tokens[place + 1].word not in _DASHES:
        return False
    return not any(token.lower in WORKS for token in tokens[:place])  # "The new book — “How we lost it” — is out."


def is_after_colon(quotation: Quotation, sentence: Sentence) -> bool:
    """Tell whether whole sentences are quoted behind a colon: "Later, on WKRD: “We never said so.”"."""
    place = quotation.place
    is_led = quotation.sentence == sentence.index and place > 0 and sentence.tokens[place - 1].word == ":"
    return is_led and _begins_sentence(quotation) and quotation.last != "" and quotation.last in ".?!"


def _begins_sentence(quotation: Quotation) -> bool:
    return quotation.is_capital or quotation.words[0][0].isdigit()  # “27 firms paid.”


def lead_of(
    quotation: Quotation,
    sentences: list[Sentence],
    reports: list[list[Report]],
    previous: QuoteSource | None,
    choice: Candidate | None,
) -> Candidate | None:
    """Give whose a quotation is by what leads up to it or is below it, if that tells more than was chosen."""
    if _is_added(quotation, sentences[quotation.sentence]) and (choice is None or choice.how == "mention"):
        return _going_on(quotation, sentences, reports, previous)
    if is_after_colon(quotation, sentences[quotation.sentence]):
        sentence = sentences[quotation.sentence]
        pointed = pointed_at(sentence, quotation.place)
        if pointed is None and (choice is None or choice.how != "cue"):
            pointed = owner_of_words(sentence, quotation.place)
        return Candidate("mention", pointed, None, 0) if pointed is not None else None
    signer = signer_of_paragraph(quotation, sentences) if choice is None or choice.how != "cue" else None
    if signer is not None:
        return Candidate("mention", signer, None, 0)
    if not stands_alone(quotation, sentences[quotation.sentence]):
        return None
    signer = signer_of(quotation, sentences)
    if signer is not None:
        return Candidate("mention", signer, None, 1)
    return _by_lead_in(quotation, sentences, reports, previous, choice)


def _is_added(quotation: Quotation, sentence: Sentence) -> bool:
    """Tell whether a sentence has no subject because the one before goes on: "Adding, “We checked it.”"."""
    first, place = sentence.begin, quotation.place
    if sentence.tokens[first].lower in _HERE and is_after_colon(quotation, sentence):
        return not any(mention.kind == "name" for mention in sentence.mentions)
    if sentence.tokens[first].lower not in _CARRYING_ON or not quotation.is_capital or quotation.last == ",":
        return False
    return place == first + 1 or (place == first + 2 and sentence.tokens[first + 1].word in (",", ":"))


def _going_on(
    quotation: Quotation, sentences: list[Sentence], reports: list[list[Report]], previous: QuoteSource | None
) -> Candidate | None:
    """Give who speaks or acts in the sentence before a quotation."""
    place = quotation.sentence - 1
    if place < 0:
        return None
    before = sentences[place]
    told = [report for report in reports[place] if report.source is not None and report.likelihood > 0]
    if told and told[-1].source is not None:
        return Candidate("mention", told[-1].source, None, -1)
    if previous is not None and previous.source is not None and previous.quotation.sentence == place:
        return Candidate("previous", previous.source, previous.report)
    subject = _subject(before) if before.paragraph >= quotation.paragraph - 1 else None
    return Candidate("mention", subject, None, -1) if subject is not None else None


def _by_lead_in(
    quotation: Quotation,
    sentences: list[Sentence],
    reports: list[list[Report]],
    previous: QuoteSource | None,
    choice: Candidate | None,
) -> Candidate | None:
    """Give whose a quotation that stands alone is by the sentence before it, if that tells more than was chosen."""
    place = quotation.sentence - 1
    if place < 0 or sentences[place].quotes:
        return None
    before, told = sentences[place], reports[place]
    if before.paragraph == quotation.paragraph:
        return _acting(before, told, previous, choice)
    if before.paragraph != quotation.paragraph - 1:
        return None
    announcer = announcing_subject(before) or announced_before(sentences, before)
    if announcer is not None and (is_headline(before) or _is_led_by(choice, announcer)):
        return Candidate("mention", announcer, None, -1, is_announced=True)
    if choice is None or choice.how != "cue":
        speaker = announced_speaker(before, sentences[place - 1] if place else None)
        if speaker is not None:
            return Candidate("mention", speaker, None, -1)
    return _answering(quotation, told, previous) if quotation.last != "?" else None


def _is_led_by(choice: Candidate | None, announcer: Mention) -> bool:
    """Tell whether a quotation is the statement that is announced, as nobody is said to say it in a line behind that.

    What somebody says there besides is no such line, "The council has asked that it be shut:", unless a person does.
    """
    report = choice.report if choice is not None and choice.how == "cue" else None
    if report is None or report.source is announcer:
        return True
    is_persons = report.source is not None and is_another_person(report.source, announcer)
    if report.sentence.index == announcer.sentence:
        return bool(report.content) or not is_persons
    return bool(report.content) and not is_persons


def is_beside(choice: Candidate, quotation: Quotation) -> bool:
    """Tell whether a choice speaks near a quotation, acts in its paragraph, or is he or she; not a name elsewhere."""
    return choice.how != "mention" or choice.source.paragraph == quotation.paragraph or choice.source.name in _GENDERS


def _acting(
    sentence: Sentence, reports: list[Report], previous: QuoteSource | None, choice: Candidate | None
) -> Candidate | None:
    """Give who does something and then speaks: "Hale shook her head. “No.”"."""
    if choice is not None and choice.how == "cue":
        return None
    subject = _subject(sentence)
    if subject is None:
        return None
    if any(report.source is not subject for report in reports if report.likelihood > 0 and report.cue > subject.first):
        return None
    before = previous.source if previous is not None else None
    if subject.kind == "pronoun" and before is not None and not _is_another(subject, before):
        return None
    if choice is not None and choice.source is subject:
        return None
    return Candidate("mention", subject, None, -1)


def _subject(sentence: Sentence) -> Mention | None:
    """Give the person who begins a sentence, or stands after "Asked why,"."""
    first = sentence.begin
    if sentence.tokens[first].lower in _SHOWN:
        first = next((place + 1 for place, word in enumerate(sentence.words) if word == ","), first)
    subject = next((mention for mention in sentence.mentions if mention.first == first), None)
    if subject is not None and subject.kind == "noun" and sentence.words[subject.stop : subject.stop + 1] == [","]:
        named = (mention for mention in sentence.mentions if mention.first == subject.stop + 1 and _is_person(mention))
        subject = next(named, subject)  # "The older, Giles, sat down."
    return subject if subject is not None and not subject.is_possessive and _is_person(subject) else None


def _is_person(mention: Mention) -> bool:
    if mention.kind == "pronoun":
        return mention.name in _GENDERS
    if mention.kind == "noun":
        return mention.name in _PEOPLE or is_role_noun(mention.name)
    return mention.entity is not None and mention.entity.type == "person"


def _is_another(pronoun: Mention, before: Mention) -> bool:
    """Tell whether he or she cannot be the last speaker."""
    if before.kind == "pronoun":
        return before.name in _GENDERS and before.name != pronoun.name
    entity: Entity | None = before.entity
    return entity is not None and entity.gender is not None and entity.gender != _GENDERS[pronoun.name]


def _answering(quotation: Quotation, reports: list[Report], previous: QuoteSource | None) -> Candidate | None:
    """Give who answers what somebody else asked: "Hale asked what it would cost.", and below “Nothing, ma’am.”"."""
    if previous is None or previous.source is None:
        return None
    if quotation.paragraph - previous.quotation.paragraph > _FARTHEST_ANSWER:
        return None
    for report in reports:
        words = report.words()
        if report.source is None or not words or words[0].lower not in _QUESTION_WORDS:
            continue
        is_others = report.source.entity is None or report.source.entity is not previous.source.entity
        if report.sentence.tokens[report.cue].lower in _ASKS and is_others:
            return Candidate("previous", previous.source, previous.report)
    return None
