"""Words quoted in paragraphs of their own without marks: "The letter reads in part:", and below it the letter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from indexer.attribution.entities.analysis import Analysis
from indexer.attribution.phrases.lists import behind_joint
from indexer.attribution.quotes.layout import announced_before, announcing_subject
from indexer.attribution.reports.reports import Report
from indexer.attribution.text.announcements import SPOKEN, announced_speaker
from indexer.attribution.text.cue_words import VERBS_OF_SAYING
from indexer.attribution.text.parts import Mention, Sentence, kind_at
from indexer.attribution.text.sentences import TAG_VERBS
from indexer.attribution.text.words import word_set
from search.documents import Span

_FIRST_PERSON = word_set("i i'm i've i'd i'll me my mine we we're we've we'd we'll us our ours")
_WRITTEN = word_set("reads read follows part full")
_BELOW = word_set("below follow follows")
_WRITTEN_BY = re.compile(r"\bas (?:he|she|they) (?:wrote|said|posted|gave) it\b")  # "we print it as she wrote it:"
_READ = word_set("reads read follows wrote written posted writes sent")
_MESSAGES = SPOKEN | word_set("note notes reply answer email e-mail post memo log diary")
_FOLLOWING = re.compile(rf"\bfollowing (?:{'|'.join(sorted(_MESSAGES))})\b")
_SAYS = re.compile(
    r"\b(?:tweeting|writing|posting|adding|saying|said|says|added|adds|tweeted|tweets|writes|posts|explained|explains"
    r"|an? (?:[\w-]+ )?(?:tweet|post|message|letter|e-?mail|statement|text|note|memo|reply)"
    r"(?: of (?:his|her|its|their) own)?|these words) :$"
)
_CLOSINGS = word_set("love sincerely yours respectfully regards best warmly")
_NARRATOR = word_set("i i'm i've i'd i'll me my mine")
_READER = word_set("you your")
_LEADING = _WRITTEN | _READ | _MESSAGES
_FEWEST_WORDS = 4
_LONGEST = 16  # paragraphs
_LONGEST_BETWEEN = 2  # paragraphs
_LONGEST_LINE = 10  # tokens


@dataclass(frozen=True, slots=True)
class BlockQuote:
    """A quoted paragraph, the report that leads up to it, and who says it."""

    content: Span
    paragraph: int
    report: Report | None
    source: Mention | None


def find_block_quotes(
    analysis: Analysis, reports: list[list[Report]], taken: set[int]
) -> tuple[list[BlockQuote], set[int]]:
    """Find the quoted paragraphs and the ids of the reports that lead up to them; ``taken``: paragraphs left out."""
    paragraphs: dict[int, list[Sentence]] = {}
    for sentence in analysis.sentences:
        paragraphs.setdefault(sentence.paragraph, []).append(sentence)
    found: list[BlockQuote] = []
    leading: set[int] = set()
    told: int | None = None
    for number in sorted(paragraphs):
        lead = paragraphs[number][-1]
        if number in taken:
            continue
        speaker = announced_speaker(lead, analysis.sentences[lead.index - 1] if lead.index else None)
        block = _block(paragraphs, number + 1, taken, lead) if speaker is not None or _leads(lead) else []
        if not block:
            continue
        if len(block) > 1:
            told = _first_of_narrator(analysis.sentences) if told is None else told
            block = block if lead.index <= told else block[:1]  # after it the writer's own story may go on
        own = reports[lead.index]
        if _says_below(lead):  # "Hale demanded a vote, tweeting:" tells of another statement as well
            own = [one for one in own if one.cue == len(lead.tokens) - 2 or lead.words[one.cue] in TAG_VERBS]
        announcer = announcing_subject(lead)
        if announcer is None and lead.words[-1] == ":":
            announcer = announced_before(analysis.sentences, lead)
        told_by = [r for r in own if r.source is not None and r.likelihood > 0]
        if announcer is not None:
            told_by = [report for report in told_by if report.source is announcer]
        report = told_by[-1] if told_by else None
        source = _whose(lead, report.source) if report is not None else announcer or speaker or _named_first(lead)
        leading.update(id(other) for other in own)
        for inner in _until_named(block, source):
            found.append(BlockQuote(_content(inner), inner[0].paragraph, report, source))
    return found, leading


def _first_of_narrator(sentences: list[Sentence]) -> int:
    """Give the first sentence in which the writer of a story speaks of himself, as in a column."""
    told = (s.index for s in sentences if not _NARRATOR.isdisjoint(token.lower for token in s.tokens))
    return next(told, len(sentences))


def _content(sentences: list[Sentence]) -> Span:
    """Give where the words of a paragraph stand, without its quotation marks and "Yours, Ann" at its end."""
    tokens = sentences[-1].tokens
    if len(sentences) > 1 and tokens[0].lower in _CLOSINGS and len(tokens) > 1 and tokens[1].word == ",":
        sentences = sentences[:-1]
    first, last = sentences[0].tokens[0], sentences[-1].tokens[-1]
    if first.quotation is None:
        return Span(first.start, last.end)  # words in marks may end it
    return Span(first.quotation.inner_start, last.quotation.inner_end if last.quotation is not None else last.end)


def _whose(lead: Sentence, source: Mention | None) -> Mention | None:
    """Give whose a letter is that is the source: "Ruth Bell’s letter reads"."""
    for mention in lead.mentions if source is not None else ():
        if source is not None and mention.is_possessive and mention.start == source.start and mention.end < source.end:
            return mention if lead.tokens[mention.stop].lower in _MESSAGES else source
    return source


def _named_first(lead: Sentence) -> Mention | None:
    """Give who stands before the verb of a line without a cue, else its first name, he or she, else its first noun.

    Not whom a letter is to.
    """
    for mention in lead.mentions:
        if mention.stop < len(lead.tokens) and lead.tokens[mention.stop].lower in _READ:
            return mention
    addressed: Mention | None = None
    for mention in lead.mentions:
        is_next = addressed is not None and behind_joint(lead.tokens, addressed.stop) == mention.first
        if is_next or _is_addressee(lead, mention):
            addressed = mention
        elif mention.kind != "noun":
            return mention
    return next(iter(lead.mentions), None)


def _is_addressee(lead: Sentence, mention: Mention) -> bool:
    if kind_at(lead.tokens, mention.first - 1) != "to":
        return False
    return kind_at(lead.tokens, mention.first - 2) not in ("attributable", "attributed")


def _until_named(block: list[list[Sentence]], source: Mention | None) -> list[list[Sentence]]:
    """Cut a block before a paragraph that speaks of its source: "We asked the town. Ms. Roy may keep calling."."""
    if source is None or source.entity is None:
        return block
    for number, sentences in enumerate(block[1:], 1):
        if any(mention.entity is source.entity for sentence in sentences for mention in sentence.mentions):
            return block[:number]
    return block


def _leads(sentence: Sentence) -> bool:
    """Tell whether a sentence says that somebody says or writes what follows, mostly with a colon at its end."""
    if sentence.quotes:
        return False
    if sentence.words[-1] != ":":
        return _points_below(sentence)
    words = {token.lower for token in sentence.tokens}
    if words & _FIRST_PERSON and not _WRITTEN_BY.search(" ".join(token.lower for token in sentence.tokens)):
        return False  # the writer's own words go on: "I am here to tell you this:"
    is_sender = sentence.tokens[0].lower == "from" and any(
        mention.first == 1 and mention.kind == "name" for mention in sentence.mentions
    )
    return is_sender or not words.isdisjoint(_LEADING) or any(word in VERBS_OF_SAYING for word in words)


def _points_below(sentence: Sentence) -> bool:
    """Tell whether a line begins or ends with where words stand: "Below are her remarks.", "The statement follows."."""
    tokens = sentence.tokens
    begins = tokens[0].lower == "below"
    if not begins and tokens[-1].lower not in _BELOW and tokens[-2:][0].lower not in _BELOW:
        return False
    words = {token.lower for token in tokens}
    if not words & SPOKEN or words & _FIRST_PERSON or words & _READER:
        return False  # "Send us your comments at the address below."
    return begins or not words & VERBS_OF_SAYING


def _block(paragraphs: dict[int, list[Sentence]], first: int, taken: set[int], lead: Sentence) -> list[list[Sentence]]:
    """Give the paragraphs from ``first`` on in which somebody speaks of himself, without marks.

    A few that do not may stand among them; what stands before them like an address is passed over, if it is no longer
    than a letter. What is written may speak of its reader instead, and its first paragraph of nobody.
    """
    is_written = lead.tokens[-1].word == ":" and _is_written(lead)
    is_whole = is_written or _says_below(lead)
    speaking = _FIRST_PERSON | _READER if is_written else _FIRST_PERSON
    for _ in range(_LONGEST):
        if first not in paragraphs or first in taken or not _is_address(paragraphs[first]):
            break
        first += 1
    if is_written and (quoted := _quoted_letter(paragraphs, first, taken)):
        return quoted
    block: list[list[Sentence]] = []
    between: list[list[Sentence]] = []
    is_letter = False  # which may hold words in marks
    for number in range(first, first + _LONGEST):
        sentences = paragraphs.get(number)
        if sentences is None or number in taken:
            break
        if is_whole and not block and _is_prose(sentences):
            block.append(sentences)
            continue
        words = [token.lower for sentence in sentences for token in sentence.tokens if token.word[0].isalnum()]
        is_greeting = not block and words[:1] == ["dear"]
        is_letter = is_letter or is_greeting
        if is_letter and len(words) < _FEWEST_WORDS and words[:1] and words[0] in _CLOSINGS:
            break
        if not is_letter and any(sentence.quotes for sentence in sentences):
            break
        if is_greeting or (len(words) >= _FEWEST_WORDS and speaking.intersection(words)):
            block += [*between, sentences]
            between = []
        elif block and len(between) < _LONGEST_BETWEEN and sentences[-1].tokens[-1].word != ":":
            between.append(sentences)
        else:
            break
    return block


def _says_below(lead: Sentence) -> bool:
    """Tell whether a line ends with how something is said or written: "…, he said:", "…, tweeting:", "in a tweet:"."""
    return lead.tokens[-1].word == ":" and _SAYS.search(" ".join(token.lower for token in lead.tokens)) is not None


def _is_written(lead: Sentence) -> bool:
    """Tell whether a line says that somebody wrote or sent what follows: "It reads:", "sent the following letter:"."""
    words = [token.lower for token in lead.tokens]
    return not _READ.isdisjoint(words) or ("following" in words and _FOLLOWING.search(" ".join(words)) is not None)


def _is_prose(sentences: list[Sentence]) -> bool:
    """Tell whether a paragraph is made of whole sentences and begins with no quotation and no label ("HALE: …")."""
    first, last = sentences[0].tokens, sentences[-1].tokens
    ends = last[-1].quotation is not None or last[-1].word[0] in ".?!"
    begins = first[0].quotation is None and (first[0].word[0].isalnum() or first[0].word[0] in "-–—•*")
    is_labelled = any(token.word == ":" and token.start == before.end for before, token in pairwise(first[:6]))
    return ends and begins and not is_labelled and sum(map(len, (s.tokens for s in sentences))) >= _FEWEST_WORDS


def _quoted_letter(paragraphs: dict[int, list[Sentence]], first: int, taken: set[int]) -> list[list[Sentence]]:
    """Give the paragraphs from ``first`` on that are one quotation, opened anew in each; not greeting and name."""
    letter: list[list[Sentence]] = []
    for number in range(first, first + _LONGEST):
        sentences = paragraphs.get(number, [])
        quotations = [sentence.tokens[place].quotation for sentence in sentences for place in sentence.quotes]
        quotation = quotations[0] if len(quotations) == 1 and number not in taken else None
        if quotation is None or any(sentence.has_words for sentence in sentences):
            break
        if len(quotation.words) >= _FEWEST_WORDS:
            letter.append(sentences)
        if quotation.closed:
            break
    return letter if len(letter) > 1 else []


def _is_address(sentences: list[Sentence]) -> bool:
    """Tell whether a paragraph is a line of an address or a date: a few words, and no mark at its end."""
    tokens = [token for sentence in sentences for token in sentence.tokens]
    is_line = len(tokens) <= _LONGEST_LINE and tokens[-1].word[-1].isalnum() and not tokens[0].word[0].islower()
    return is_line and not _FIRST_PERSON.intersection(token.lower for token in tokens)
