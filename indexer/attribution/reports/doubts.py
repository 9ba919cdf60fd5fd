"""What is found but not shown as said: accusations, wishes, scare quotes, texts without full stops or English."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise

from indexer.attribution.entities.analysis import Analysis
from indexer.attribution.reports.clauses import BE
from indexer.attribution.reports.reports import Report
from indexer.attribution.text.cue_words import SPEECH_WORDS
from indexer.attribution.text.lexicon import COMPANY_FORMS, TITLE_ABBREVIATIONS, TITLES
from indexer.attribution.text.parts import Entity, Quotation, Token
from indexer.attribution.text.words import word_set

# What others say of somebody, or to somebody: "Hale is charged with fraud", "Hale was told that it was shut".
_BY_OTHERS = word_set(
    "accused charged alleged suspected believed indicted convicted arraigned rumored thought said reported told"
    " informed advised notified reminded warned asked urged"
)
# Cues in which the source is spoken of wherever a form of "be" stands before them: "Hale was cited for".
_PASSIVES = frozenset(word for word in SPEECH_WORDS if word.endswith("ed")) - word_set("concerned quoted")
_OF_OTHERS = _BY_OTHERS | _PASSIVES
# Verbs behind which somebody stands whom it is said to: without him, "ordered to pay" is the source's to do.
_ADDRESSED = word_set("ordered told instructed directed urged advised warned reminded encouraged required commanded")
_BE = BE | word_set("'s 're")
_WHEN = word_set("when whenever if unless until")  # "Hale shrugged when asked whether"
_ASKED = word_set("asked pressed questioned")  # "Hale said, asked whether it was late"
_BETWEEN = word_set("also now further again already later since then both each not never being been still")
_BETWEEN_WISHED = _BETWEEN | {"to", "have"}
_ACCUSES = {"accused": "of", "charged": "with", "suspected": "of", "convicted": "of", "indicted": "on"}
_BEFORE_NEXT_DEED = word_set("and or of then by to ,")
_WISHES = word_set("should must ought")
_SCARE_WORDS = 2  # at most; as many words in quotation marks without a verb of saying are seldom anybody's
_LONGEST_FIRM = 8  # words
_FEWEST_ENDS = 0.01  # of sentences for a word; in news there are three to eight for a hundred words
_CLOSINGS = word_set("sincerely yours truly regards respectfully cordially gratefully faithfully")
_LONGEST_SIGNATURE = 6  # words
_ENDS = ".!?"
_FEWEST_WORDS = 60
_ENGLISH = word_set("the of and to in that is for on was by with at")
_FEWEST_ENGLISH = 0.02  # of words; in English news a sixth to a third, in Spanish next to none


def is_spoken_of(report: Report) -> bool:
    """Tell whether others speak of the source or to it: "Hale is also charged with …", "Hale was told that …"."""
    tokens, source = report.sentence.tokens, report.source
    cue = tokens[report.cue].lower
    if source is None or source.first > report.cue:
        return False
    if cue.endswith("ing") or tokens[report.cue - 1].lower == "to":
        return _is_accused_of(tokens, source.stop, report.cue)
    after = tokens[report.cue + 1].lower if report.cue + 1 < len(tokens) else ""
    if after == "to" and cue in _ADDRESSED:
        return True  # "was sentenced to a year and ordered to pay"
    if cue not in _OF_OTHERS:
        return False
    if after and after == _ACCUSES.get(cue):
        return True  # "a man accused of theft"; who accuses, accuses somebody
    place = report.cue - 1
    while place > source.first and (tokens[place].lower in _BETWEEN or tokens[place].lower.endswith("ly")):
        place -= 1
    if tokens[place].lower in _BE or any(token.lower == "being" for token in tokens[place + 1 : report.cue]):
        return True
    is_behind_said = cue in _ASKED and tokens[place].word == "," and tokens[place - 1].lower in SPEECH_WORDS
    return place >= source.stop and (tokens[place].lower in _WHEN or is_behind_said)


def _is_accused_of(tokens: list[Token], first: int, cue: int) -> bool:
    """Tell whether a cue is among the deeds that somebody is accused of: "is accused of luring and telling her".

    Also "is accused of writing, claiming that", and "of going there to report that".
    """
    before = tokens[cue - 1].lower
    if before not in _BEFORE_NEXT_DEED and not before.endswith("ly"):
        return False
    for place in range(first + 1, cue - 1):
        accused = tokens[place].lower
        if accused in _ACCUSES and tokens[place + 1].lower == _ACCUSES[accused]:
            if before == "to" and any(token.word == "," for token in tokens[place:cue]):
                return False  # "is accused of theft, and plans to say"
            return any(token.lower in _BE for token in tokens[max(first, place - 2) : place])
    return False


def is_wished(report: Report) -> bool:
    """Tell whether somebody else wants the source to say it: "Hale should now admit that …"."""
    tokens, source = report.sentence.tokens, report.source
    if source is None or source.first > report.cue:
        return False
    place = report.cue - 1
    while place > source.first and (tokens[place].lower in _BETWEEN_WISHED or tokens[place].lower.endswith("ly")):
        place -= 1
    return tokens[place].lower in _WISHES


def may_be_scare_quotes(quotations: list[Quotation]) -> bool:
    """Tell whether all that is quoted is a word or two in the midst of a sentence: his “accountant”."""
    if all(len(quotation.words) == 1 and quotation.words[0].lower() in TITLE_ABBREVIATIONS for quotation in quotations):
        return True  # the “Dr.” before his name
    if any(quotation.is_capital and quotation.last in _ENDS for quotation in quotations):
        return False
    return sum(len(quotation.words) for quotation in quotations) <= _SCARE_WORDS


def is_firm(quotations: list[Quotation]) -> bool:
    """Tell whether all that is quoted is the name of a firm: called “Rill Cab, Inc.,”."""
    return all(_is_firms_name(quotation.words) for quotation in quotations)


def _is_firms_name(words: Sequence[str]) -> bool:
    is_name = 1 < len(words) <= _LONGEST_FIRM and all(word[0].isupper() for word in words)
    return is_name and words[-1] in COMPANY_FORMS


def goes_on(quotations: list[Quotation]) -> bool:
    """Tell whether all that is quoted goes on a sentence of the writer's: she is “eager to give back”."""
    return all(quotation.place > 0 and not quotation.is_capital for quotation in quotations)


def speaks_of(quotations: list[Quotation], entity: Entity) -> bool:
    """Tell whether quoted words name whom they would be: "As Judge Hale explained, the finding rests on nothing".

    Who signs them is whose they are: "Take care. Yours truly, Ann Hale."
    """
    last, first = entity.last_name, entity.name.split()[0]
    for quotation in quotations:
        words = _unsigned(quotation.words)
        if last not in words:
            continue
        if words[0] == last or any(b == last and (a == first or a in TITLES) for a, b in pairwise(words)):
            return True
    return False


def _unsigned(words: Sequence[str]) -> Sequence[str]:
    """Give the words of a letter without its signature."""
    begin = max(0, len(words) - _LONGEST_SIGNATURE)
    for place in range(begin, len(words)):
        if words[place].lower() in _CLOSINGS:
            return words[:place]
    return words


def has_no_sentences(analysis: Analysis) -> bool:
    """Tell whether a text has next to no marks that end sentences, so that nobody can tell who goes with what."""
    words = sum(len(sentence.words) for sentence in analysis.sentences)
    if words < _FEWEST_WORDS:
        return False
    missing = _FEWEST_ENDS * words - len(analysis.quotations)
    if sum(sentence.words[-1] in _ENDS for sentence in analysis.sentences) >= missing:
        return False
    return not _has_as_many(missing, (sum(map(_ENDS.__contains__, s.words)) for s in analysis.sentences))


def is_in_another_language(analysis: Analysis) -> bool:
    """Tell whether a text holds next to none of the commonest English words: the models have read nothing else."""
    words = sum(len(sentence.words) - len(sentence.quotes) for sentence in analysis.sentences)
    if words < _FEWEST_WORDS:
        return False
    found = (sum(map(_ENGLISH.__contains__, map(str.lower, s.words))) for s in analysis.sentences)
    return not _has_as_many(_FEWEST_ENGLISH * words, found)


def _has_as_many(least: float, counts: Iterable[int]) -> bool:
    """Tell whether counts come to so many together; no more of them are taken than it needs."""
    return any(total >= least for total in accumulate(counts, initial=0))
