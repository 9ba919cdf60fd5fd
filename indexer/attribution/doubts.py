"""What is found but not shown as said: accusations, pleas, deeds, scare quotes, texts without full stops or English."""

from __future__ import annotations

from itertools import chain, pairwise

from indexer.attribution.analysis import Analysis
from indexer.attribution.clauses import BE
from indexer.attribution.cue_words import BELIEF_WORDS, SPEECH_WORDS
from indexer.attribution.lexicon import DETERMINERS
from indexer.attribution.parts import Quotation, Token, kind_at
from indexer.attribution.reports import Report
from indexer.attribution.verbs import has_verb
from indexer.attribution.words import word_set

# What others say of somebody, or to somebody: "Hale is charged with fraud", "Hale was told that it was shut".
_BY_OTHERS = word_set(
    "accused charged alleged suspected believed indicted convicted arraigned rumored thought said reported told"
    " informed advised notified reminded warned asked urged"
)
# Cues in which the source is spoken of wherever a form of "be" stands before them: "Hale was cited for".
_PASSIVES = frozenset(word for word in SPEECH_WORDS if word.endswith("ed")) - word_set("concerned quoted")
_BE = BE | word_set("'s 're")
_BETWEEN = word_set("also now further again already later since then both each not never being been still")
_WITH = {"accused": "of", "charged": "with", "suspected": "of", "convicted": "of", "indicted": "on"}
_PLEAS = word_set("plead pleaded pleads pled pleading")
# Verbs that tell a deed unless a clause follows: "reported the theft", "charged the defendant".
_DEEDS = word_set(
    "reported reports report reporting charged charges charging responded responds respond responding posted posts"
    " posting"
)
# … or any verb: "wrote a check", "disclosed the theft to a teacher", "cried herself to sleep".
_MILD_DEEDS = word_set(
    "wrote write writes writing written texted texts disclosed discloses disclose cried cries suggest suggests"
    " added adds add notified notifies notify volunteered volunteers volunteer"
)
_NO_VERB = word_set("to it there")
_ANSWERS = word_set("responded responds respond responding")
_CLAUSES = word_set(
    "that whether if how why what who when where it it's it'll he he's she she's they they're there there's we"
    " we're we've i i'm i've you you're this these those nobody everybody"
)
# A court's: "denied parole"; "denied the claims" is somebody's words.
_DENIALS = word_set("denied denies denying")
_REQUESTS = word_set("parole bail probation clemency motion request petition application")
_POINTS = word_set("pointed points point pointing")
_POINTED = word_set("out to")
_NEAR = 4  # words: "denied the last motion"
# "Spoke to a guard", "called a drugstore", "continued to drive", "wrote 24 checks".
_TALKS = word_set(
    "spoke speaks speak speaking spoken talked talks talk talking yelled yells yell shouted screamed argued argues"
    " argue arguing"
)
_TO_WHOM = word_set("to with at")
_CALLS = word_set("called calls call calling")
_CALLED = word_set(
    "911 police phone phones cell cellphone home house store drugstore pharmacy number office hotline bank hospital"
    " dispatch ambulance taxi cab"
)
_FOR = word_set("for on upon out")
_CONTINUES = word_set("continued continues continue continuing")
_ONWARD = word_set("with its his her their in on through")  # "continued its work", "continued on foot"
_WISHES = word_set("should must ought")
_TESTIFIES = word_set("testified testifies testify testifying")
_IN_COURT = word_set("against at before for in")
_REFERS = word_set("refer refers referred referring")
_COUNTS = word_set("admitted admits admit confirmed confirms confirm")  # "admitted 40 patients"
_HITS = word_set("slammed slams slam ripped rips rip blasted blasts blast")
_WHERE = word_set("into against off on down out up through shut")
_POSTS = word_set("posted posts posting")
_HOLDS = word_set("maintained maintains maintain maintaining")
_WRITES = word_set("wrote write writes writing written")
_CHECKS = word_set("check checks cheque cheques")
_SCARE_WORDS = 2  # at most; as many words in quotation marks without a verb of saying are seldom anybody's
_FEWEST_ENDS = 0.01  # of sentences for a word; in news there are three to eight for a hundred words
_ENDS = ".!?"
_FEWEST_WORDS = 60
_ENGLISH = word_set("the of and to in that is for on was by with at")
_FEWEST_ENGLISH = 0.02  # of words; in English news a sixth to a third, in Spanish next to none


def is_spoken_of(report: Report) -> bool:
    """Tell whether others speak of the source or to it: "Hale is also charged with …", "Hale was told that …"."""
    tokens, source = report.sentence.tokens, report.source
    cue = tokens[report.cue].lower
    if source is None or source.first > report.cue or cue not in _BY_OTHERS | _PASSIVES:
        return False
    after = tokens[report.cue + 1].lower if report.cue + 1 < len(tokens) else ""
    if after and after == _WITH.get(cue):
        return True  # "a man accused of theft"; who accuses, accuses somebody
    place = report.cue - 1
    while place > source.first and (tokens[place].lower in _BETWEEN or tokens[place].lower.endswith("ly")):
        place -= 1
    return tokens[place].lower in _BE


def is_wished(report: Report) -> bool:
    """Tell whether somebody else wants the source to say it: "Hale should now admit that …"."""
    tokens, source = report.sentence.tokens, report.source
    if source is None or source.first > report.cue:
        return False
    place = report.cue - 1
    while place > source.first and (
        tokens[place].lower in _BETWEEN | {"to", "have"} or tokens[place].lower.endswith("ly")
    ):
        place -= 1
    return tokens[place].lower in _WISHES


def tells_a_deed(report: Report) -> bool:
    """Tell whether a report's content is no clause, but a deed: "pleaded guilty", "reported the theft"."""
    tokens, content = report.sentence.tokens, report.words()
    cue = tokens[report.cue].lower
    quoted = sum(len(token.quotation.words) for token in content if token.quotation is not None)
    if quoted and (2 * quoted >= len(content) or cue not in _PLEAS | _HOLDS | _POSTS):
        return False
    if kind_at(tokens, report.cue + 1) == "by" and report.content[-1][1] <= report.cue and not _has_clause(content):
        return True  # "The reply was written by Hale"
    near = {token.lower for token in content[:_NEAR] + tokens[report.cue + 1 : report.cue + 1 + _NEAR]}
    if cue in _DENIALS:
        return bool(near & _REQUESTS)
    after = kind_at(tokens, report.cue + 1)
    if cue in _TALKS:
        return after in _TO_WHOM and content[0].lower not in _CLAUSES
    if cue in _POINTS:
        return after not in _POINTED or (after == "out" and not _has_clause(content))  # "pointed a gun"
    if cue in _CALLS:
        return after not in _FOR and (bool(near & _CALLED) or _has_purpose(content))
    if cue in _CONTINUES and after == "to":
        return kind_at(tokens, report.cue + 2) not in SPEECH_WORDS | BELIEF_WORDS
    if cue in _CONTINUES:
        is_thing = (
            content[0].lower in DETERMINERS and after != ","
        )  # "continued the attack", not "…, he continued, the"
        return is_thing or after in _ONWARD or (after.endswith("ing") and after not in SPEECH_WORDS)
    if cue in _TESTIFIES:
        return content[0].lower in _IN_COURT or (after in _IN_COURT and not _has_clause(content))
    if cue in _REFERS:
        return after != "to"  # "refer the patients to a doctor"
    if cue in _WRITES and (after.isdigit() or near & _CHECKS or _does_more(tokens, report.cue)):
        return True
    if (cue in _COUNTS and after.isdigit()) or (cue in _HOLDS and content[0].lower in ("a", "an")):
        return True
    if cue in _MILD_DEEDS:
        return not _has_clause(content)
    if (cue in _WITH and after == "by") or (cue in _ANSWERS and after == "to"):
        return True  # "was charged by the county with fraud", "responded to this danger"
    if cue in _HITS:
        return after in _WHERE
    if cue not in _DEEDS:
        return cue in _PLEAS
    first = content[0].lower
    return not (first in _CLAUSES or (first == "to" and cue not in _ANSWERS))


def _has_clause(content: list[Token]) -> bool:
    return has_verb(token for token in content if token.lower not in _NO_VERB)


def _does_more(tokens: list[Token], cue: int) -> bool:
    """Tell whether what is written is also handled: "wrote and passed the act"."""
    return kind_at(tokens, cue + 1) == "and" and kind_at(tokens, cue + 2).endswith("ed")


def _has_purpose(content: list[Token]) -> bool:
    """Tell whether somebody is called to do something: "called a friend to arrange it", not "a threat to the town"."""
    words = {token.lower for token in content[1:]}
    if any(token.lower == "to" and after.lower == "report" for token, after in pairwise(content)):
        return True  # "called the police to report it"
    if content[0].lower == "to" or words & {"a", "an", "for"}:
        return False  # "called to ban it", "called Monday for him to resign", "called it a reason to leave"
    return any(
        token.lower == "to" and after.word.islower() and after.lower not in DETERMINERS
        for token, after in pairwise(content)
    )


def may_be_scare_quotes(quotations: list[Quotation]) -> bool:
    """Tell whether all that is quoted is a word or two in the midst of a sentence: his “accountant”."""
    if any(quotation.is_capital and quotation.last in _ENDS for quotation in quotations):
        return False
    return sum(len(quotation.words) for quotation in quotations) <= _SCARE_WORDS


def has_no_sentences(analysis: Analysis) -> bool:
    """Tell whether a text has next to no marks that end sentences, so that nobody can tell who goes with what."""
    words = [*chain.from_iterable(sentence.words for sentence in analysis.sentences)]
    if len(words) < _FEWEST_WORDS:
        return False
    return sum(map(_ENDS.__contains__, words)) + len(analysis.quotations) < _FEWEST_ENDS * len(words)


def is_in_another_language(analysis: Analysis) -> bool:
    """Tell whether a text holds next to none of the commonest English words: the models have read nothing else."""
    words = [token.lower for sentence in analysis.sentences for token in sentence.tokens if token.quotation is None]
    return len(words) >= _FEWEST_WORDS and sum(map(_ENGLISH.__contains__, words)) < _FEWEST_ENGLISH * len(words)
