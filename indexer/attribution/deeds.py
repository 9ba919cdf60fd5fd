"""Deeds told with verbs of saying: "pleaded guilty", "reported the theft", "called his brother", "added two rooms"."""

from __future__ import annotations

from itertools import pairwise

from indexer.attribution.cue_words import BELIEF_WORDS, SPEECH_WORDS
from indexer.attribution.lexicon import DETERMINERS
from indexer.attribution.parts import Token, kind_at
from indexer.attribution.reports import Report
from indexer.attribution.verbs import has_verb
from indexer.attribution.words import word_set

_ACCUSES = word_set("accused charged suspected convicted indicted")
_PLEAS = word_set("plead pleaded pleads pled pleading")
# Verbs that tell a deed unless a clause follows: "reported the theft", "charged the defendant".
_DEEDS = word_set(
    "reported reports report reporting charged charges charging responded responds respond responding posted posts"
    " posting"
)
# … or any verb: "wrote a check", "disclosed the theft to a teacher", "cried herself to sleep", "observed a man".
_MILD_DEEDS = word_set(
    "wrote write writes writing written texted texts disclosed discloses disclose cried cries suggest suggests"
    " added adds add adding notified notifies notify volunteered volunteers volunteer observed observes observe"
    " observing confirmed confirms confirm confirming revealed reveals reveal yelled yells yell yelling shouted shouts"
    " shout shouting screamed screams screaming"
)
_SUBORDINATE = word_set("to that which who whom whose from with when where while after before because and")
_THINGS = word_set("it this these those him her them")
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
_TALKS = word_set("spoke speaks speak speaking spoken talked talks talk talking argued argues argue arguing")
_TO_WHOM = word_set("to with at")
_CALLS = word_set("called calls call calling")
_COMPLEMENTS = word_set("a an one")
_OF_OPINIONS = ("able", "ible", "al", "ing", "ive", "ous", "ful", "less", "ary", "ant", "ent", "ic", "ed", "ish", "nt")
_CALLED = word_set(
    "911 police phone phones cell cellphone home house store drugstore pharmacy number office hotline bank hospital"
    " dispatch ambulance taxi cab"
)
_FOR = word_set("for on upon out")
_CONTINUES = word_set("continued continues continue continuing")
_ONWARD = word_set("with its his her their in on through")  # "continued its work", "continued on foot"
_QUESTIONS = word_set("questioned questions question questioning")
_TESTIFIES = word_set("testified testifies testify testifying")
_IN_COURT = word_set("against at before for in")
_REFERS = word_set("refer refers referred referring")
_COUNTS = word_set("admitted admits admit confirmed confirms confirm")  # "admitted 40 patients"
_HITS = word_set("slammed slams slam ripped rips rip blasted blasts blast")
_WHERE = word_set("into against off on down out up through shut")
_POSTS = word_set("posted posts posting")
_HOLDS = word_set("maintained maintains maintain maintaining")
_WRITES = word_set("wrote write writes writing written")
_CHECKS = word_set("check checks cheque cheques provision provisions bill legislation law contract")


def tells_a_deed(report: Report) -> bool:
    """Tell whether a report's content is no clause, but a deed: "pleaded guilty", "reported the theft"."""
    tokens, content = report.sentence.tokens, report.words()
    cue = tokens[report.cue].lower
    quoted = sum(len(token.quotation.words) for token in content if token.quotation is not None)
    if quoted and (2 * quoted >= len(content) or cue not in _PLEAS | _HOLDS | _POSTS):
        return False
    if kind_at(tokens, report.cue + 1) == "by" and report.content[-1][1] <= report.cue and not _has_clause(report):
        return True  # "The reply was written by Hale"
    near = {token.lower for token in content[:_NEAR] + tokens[report.cue + 1 : report.cue + 1 + _NEAR]}
    if cue in _DENIALS:
        return bool(near & _REQUESTS)
    after = kind_at(tokens, report.cue + 1)
    if cue in _TALKS:
        return after in _TO_WHOM and content[0].lower not in _CLAUSES
    if cue in _POINTS:
        return after not in _POINTED or (after == "out" and not _has_clause(report))  # "pointed a gun"
    if cue in _CALLS:
        return after not in _FOR and (bool(near & _CALLED) or _has_purpose(content) or not _is_named(content))
    if cue in _QUESTIONS:
        return any(token.lower == "about" for token in content[1:])  # "questioned the clerk about it"
    if cue in _CONTINUES and after == "to":
        return kind_at(tokens, report.cue + 2) not in SPEECH_WORDS | BELIEF_WORDS
    if cue in _CONTINUES:
        following = tokens[report.cue + 1].lower if report.cue + 1 < len(tokens) else ""
        if following in _ONWARD or (following.endswith("ing") and following not in SPEECH_WORDS):
            return True
        # "continued the attack", not "…, he continued, the"
        return content[0].lower in DETERMINERS and following != ","
    if cue in _TESTIFIES:
        return content[0].lower in _IN_COURT or (after in _IN_COURT and not _has_clause(report))
    if cue in _REFERS:
        return after != "to"  # "refer the patients to a doctor"
    if cue in _WRITES and (after.isdigit() or _does_more(tokens, report.cue)):
        return True
    if cue in _WRITES and near & _CHECKS and not (report.content[0][0] == report.cue + 1 and _has_clause(report)):
        return True  # "wrote the bill that bans it", not "wrote that the bill was dead"
    if (cue in _COUNTS and after.isdigit()) or (cue in _HOLDS and content[0].lower in ("a", "an")):
        return True
    if cue in _MILD_DEEDS:
        return not _has_clause(report)
    if (cue in _ACCUSES and after == "by") or (cue in _ANSWERS and after == "to"):
        return True  # "was charged by the county with fraud", "responded to this danger"
    if cue in _HITS:
        return after in _WHERE
    if cue not in _DEEDS:
        return cue in _PLEAS
    first = content[0].lower
    if first in _THINGS:
        return not _has_clause(report)  # "reported it to the police"
    return not (first in _CLAUSES or (first == "to" and cue not in _ANSWERS))


def _has_clause(report: Report) -> bool:
    """Tell whether a verb is among the content's words; after the cue, before what only tells more of its thing."""
    content = report.words()
    stop = len(content)
    if report.content[0][0] > report.cue and content[0].lower not in _CLAUSES - _THINGS:
        stop = next((at for at, token in enumerate(content) if token.lower in _SUBORDINATE), stop)
    return has_verb(token for token in content[:stop] if token.lower not in _NO_VERB)


def _is_named(content: list[Token]) -> bool:
    """Tell whether something is called by a name: "called it a mistake", "called the plan unconstitutional"."""
    words = [token.lower for token in content if token.word[0].isalnum()]
    return not _COMPLEMENTS.isdisjoint(words[1:]) or len(words) < 2 or words[-1].endswith(_OF_OPINIONS)


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
