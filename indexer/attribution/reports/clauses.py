"""Whether a report tells what was said, or only that something was: "he asked for a year", "she read the ruling"."""

from __future__ import annotations

from indexer.attribution.reports.content_starts import begins_with_number, has_clause_behind
from indexer.attribution.reports.reports import Report
from indexer.attribution.text.lexicon import PREPOSITIONS
from indexer.attribution.text.parts import kind_at
from indexer.attribution.text.verbs import SAYING, TELLING, has_verb
from indexer.attribution.text.words import word_set

# Cues that have content only with a clause or a quotation: "asked whether it was", but not "asked for a year".
_WITH_CLAUSE = word_set(
    "asked ask asks asking read reads reading spoke speak speaks speaking spoken put puts plead pleaded pleads conceded"
    " concedes reported reports report talked talks talk talking repeat repeated repeats went goes answered answers"
    " replied replies responded responds continued continues recalled cried shouted yelled text texted emailed email"
    " posted post posts recounted"
)
# Cues that have a person as object, of whom nothing is said by that: "told the council", "thanked the police".
_ADDRESSING = word_set(
    "encouraged encourages encourage reminded reminds remind assured assures assure reassured informed informs inform"
    " advised advises advise warned warns warn urged urges urge told tells tell telling asked asks ask asking notified"
    " notifies notify accused accuses accuse questioned questions"
)
_TO_SOMEBODY = _ADDRESSING | word_set(
    "thanked thanks thank thanking praised praises praise praising commended commends commend commending applauded"
    " applauds applaud applauding lauded lauds laud hailed hails criticized criticizes criticize criticizing blamed"
    " blames blame blaming attacked attacks attack attacking mocked mocks mock ridiculed endorsed endorses endorse"
    " endorsing welcomed welcomes welcome scolded scolds chided rebuked admonished"
)
_SURE_WITHOUT_VERB = 3.0  # log odds from which words without a verb pass for something said
_CALLS = word_set("called calls call calling")
_OF_WHAT = word_set("about of")
_QUESTIONS = word_set("how what why when where who whether that")
_NO_CLAUSE = PREPOSITIONS | word_set("back again")
_FARTHEST_BE = 4  # tokens: "was developed and proposed"
_PASSIVE = word_set(
    "asked told accused urged charged ordered reminded advised encouraged invited required instructed notified warned"
    " informed"
)
_FOR = word_set("for about of as over that to not")
_UNFINISHED = word_set("that said says")
BE = word_set("am is are was were be been being")
_NO_CONTENT = word_set("nothing so it much little anything something more less again")
# Cues that a thing or somebody follows, which is all that is said: "announced the closing", "thanked him for his help".
_JUDGING = word_set(
    "praised praises praising applauded applauds applauding lauded lauds lauding commended commends"
    " commending congratulated congratulates condemned condemns condemning denounced denounces denouncing criticized"
    " criticizes criticizing blamed blames blaming apologized apologizes decried decries deplored deplores"
)
_THANKING = word_set("thanked thanks")
_ANNOUNCING = word_set("announced announces")
_IDENTIFYING = word_set("identified identifies identify identifying")
_LONGEST_BEFORE_NAME = 3  # words: "as 15-year-old Tom Bell", "as former teacher Tom Bell"
_GLAD = word_set("pleased proud happy glad thrilled delighted honored excited sorry sad saddened")


def is_passive(report: Report) -> bool:
    """Tell whether the source is spoken to, or left out: "was asked", "Asked whether", "is expected to"."""
    tokens = report.sentence.tokens
    cue = tokens[report.cue]
    if cue.word == "Asked" or (cue.lower in _PASSIVE and report.cue and tokens[report.cue - 1].lower == "when"):
        return True
    if report.source is not None and cue.lower not in _PASSIVE:
        return False
    return any(token.lower in BE for token in tokens[max(0, report.cue - 2) : report.cue])


def is_unfinished(report: Report) -> bool:
    """Tell whether the content breaks off: "The District Attorney said that, according to police, …"."""
    return report.sentence.tokens[report.content[-1][1] - 1].lower in _UNFINISHED


def reports_a_clause(report: Report) -> bool:
    """Tell whether a report's content is what somebody said: a quotation or, for a cue that needs it, a clause."""
    tokens = report.sentence.tokens
    cue = tokens[report.cue]
    content = report.words()
    if any(map(report.covers, report.sentence.quotes)):
        return True
    if cue.lower in _CALLS and kind_at(tokens, report.cue + 1) == "for":
        return True  # "called for an end to it"
    if cue.lower in TELLING and tokens[report.content[0][0] - 1].lower in _OF_WHAT:
        return content[0].lower in _QUESTIONS  # "told his landlady about the leak"
    if cue.lower in SAYING:
        if cue.lower in TELLING and content[0].lower == "to":
            return report.content[0][0] > report.cue + 1  # "told owners to leave"
        if content[0].lower in _NO_CLAUSE and not begins_with_number(content, 0):
            return (_is_apart(report) and has_verb(content)) or has_clause_behind(content)
        return content[0].lower not in _NO_CONTENT or has_verb(content)
    if has_verb(content) and not _is_what_was_done(report):
        return True
    return cue.lower not in _WITH_CLAUSE and report.likelihood >= _SURE_WITHOUT_VERB


def _is_apart(report: Report) -> bool:
    """Tell whether what is said ends before its cue, or begins behind a colon: "In May it rained, Hale said"."""
    first, stop = report.content[0][0], report.content[-1][1]
    return stop <= report.cue or report.sentence.tokens[first - 1].word == ":"


def _is_what_was_done(report: Report) -> bool:
    """Tell whether a thing is the subject of a passive cue: "The rule was proposed by Hale and bans cars"."""
    tokens, cue = report.sentence.tokens, report.cue
    first, stop = report.content[0]
    if stop > cue or kind_at(tokens, cue + 1) != "by" or has_verb(tokens[first : stop - 1]):
        return False
    return any(token.lower in BE for token in tokens[max(stop, cue - _FARTHEST_BE) : cue])


def is_said_by_object(report: Report) -> bool:
    """Tell whether a thing or somebody is all that is said: "announced the closing", "identified him as Tom Bell"."""
    tokens, cue = report.sentence.tokens, report.cue
    word = tokens[cue].lower
    if report.content[0][0] <= cue or report.words()[0].lower in _NO_CLAUSE:
        return False
    if word in _IDENTIFYING:
        words = report.words()
        named = (
            words[at + 1 : at + 1 + _LONGEST_BEFORE_NAME] for at, one in enumerate(words) if at and one.lower == "as"
        )
        return any(token.word[0].isupper() for behind in named for token in behind)
    glad = cue - 2 if word == "announce" else cue
    if glad >= 0 and tokens[glad].lower in _GLAD:
        return [token.lower for token in tokens[glad + 1 : glad + 3]] == ["to", "announce"]
    return word in _ANNOUNCING or word in _JUDGING or (word in _THANKING and not is_about_somebody(report))


def is_about_somebody(report: Report) -> bool:
    """Tell whether a report's words are only to whom or about whom somebody speaks: "She thanked the police"."""
    tokens = report.sentence.tokens
    if tokens[report.cue].lower not in _TO_SOMEBODY:
        return False
    if kind_at(tokens, report.cue + 1) == "for":
        return False  # "asked for the keys"
    content = report.words()
    return not any(token.quotation is not None or token.lower in _FOR for token in content) and not has_verb(content)


def is_addressed(report: Report) -> bool:
    """Tell whether a report's words are only to whom somebody speaks, no judgement on him: "He told the council"."""
    return report.sentence.tokens[report.cue].lower in _ADDRESSING and is_about_somebody(report)
