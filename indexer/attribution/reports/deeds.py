"""Deeds told with verbs of saying: "pleaded guilty", "reported the theft", "called his brother", "added two rooms"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from indexer.attribution.reports.callings import is_name, is_purpose
from indexer.attribution.reports.reports import Report
from indexer.attribution.text.cue_words import BELIEF_WORDS, SPEECH_WORDS
from indexer.attribution.text.lexicon import DETERMINERS
from indexer.attribution.text.parts import kind_at
from indexer.attribution.text.verbs import has_verb
from indexer.attribution.text.words import word_set

_NEAR = 4  # words: "denied the last motion"
_SUBORDINATE = word_set("to that which who whom whose from with when where while after before because and")
_THINGS = word_set("it this these those him her them")
_NO_VERB = word_set("to it there")
_CLAUSES = word_set(
    "that whether if how why what who when where it it's it'll he he's she she's they they're there there's we"
    " we're we've i i'm i've you you're this these those nobody everybody"
)
_CASES = word_set("case cases appeal appeals motion motions matter")
_ANSWERED = word_set("question questions call calls phone phones door doors letter letters email emails ad ads")
_REQUESTS = word_set("parole bail probation clemency motion request petition application")
_CLAUSES_BUT_THINGS = _CLAUSES - _THINGS
_CALLED = word_set(
    "911 police phone phones cell cellphone home house store drugstore pharmacy number office hotline bank hospital"
    " dispatch ambulance taxi cab"
)
_ONWARD = word_set("with its his her their in on through")  # "continued its work", "continued on foot"
_IN_COURT = word_set("against at before for in")
_WHERE = word_set("into against off on down out up through shut")
_SAID_OR_THOUGHT = SPEECH_WORDS | BELIEF_WORDS
_SELF = word_set("himself herself themselves itself myself")
_VERDICTS = word_set("guilty liable innocent")
_CHARGES = _CASES | word_set(
    "charge charges count counts indictment indictments lawsuit lawsuits suit suits juror jurors"
)
_CHECKS = word_set("check checks cheque cheques provision provisions bill legislation law contract")


class _Told:
    """What the rules ask about a report: its cue, the kinds of the two tokens after it, its content."""

    def __init__(self, report: Report) -> None:
        tokens = report.sentence.tokens
        self.report, self.content = report, report.words()
        self.cue = tokens[report.cue].lower
        self.after, self.second = kind_at(tokens, report.cue + 1), kind_at(tokens, report.cue + 2)
        self.beside = [token.lower for token in tokens[report.cue + 1 : report.cue + 3]]
        self.following = self.beside[0] if self.beside else ""
        self.first = self.content[0].lower

    def has_clause(self) -> bool:
        """Tell whether a verb is in the content; after the cue, before what only tells more of its thing."""
        stop = len(self.content)
        if self.report.content[0][0] > self.report.cue and self.first not in _CLAUSES_BUT_THINGS:
            stop = next((at for at, token in enumerate(self.content) if token.lower in _SUBORDINATE), stop)
        return has_verb(token for token in self.content[:stop] if token.lower not in _NO_VERB)

    def is_clause(self) -> bool:
        """Tell whether the words behind the cue are a clause: "wrote that the bill was dead"."""
        return self.report.content[0][0] == self.report.cue + 1 and self.has_clause()

    def is_near(self, words: frozenset[str]) -> bool:
        """Tell whether any of some words is among the first of the content, or of what follows the cue."""
        cue = self.report.cue
        beside = self.report.sentence.tokens[cue + 1 : cue + 1 + _NEAR]
        return any(token.lower in words for token in self.content[:_NEAR] + beside)

    def is_before_cue(self) -> bool:
        """Tell whether all of the content stands before the cue."""
        return self.report.content[-1][1] <= self.report.cue


_Rule = Callable[[_Told], bool]


def _is_always(told: _Told) -> bool:
    return True


def _is_of_thing(told: _Told) -> bool:
    """Tell whether a thing follows, no clause: "reported the theft", "reported it to the police"."""
    if told.is_before_cue() and told.has_clause():
        return False  # "The bridge is shut, the mayor reported"
    return not told.has_clause() if told.first in _THINGS else told.first not in _CLAUSES


def _is_without_verb(told: _Told) -> bool:
    """Tell whether no clause follows: "disclosed the theft to a teacher", "cried herself to sleep"."""
    return not told.has_clause()


def _is_counted(told: _Told) -> bool:
    """Tell whether so many are admitted or written: "wrote 24 checks", not "wrote 24 men had died"."""
    return told.after.isdigit() and not told.is_clause()


def _is_call(told: _Told) -> bool:
    """Tell whether somebody is called, not named something: "called a drugstore", "called the police to report it"."""
    if told.after in ("for", "on", "upon", "out"):
        return False
    return told.is_near(_CALLED) or is_purpose(told.content) or not is_name(told.content)


def _goes_on(told: _Told) -> bool:
    """Tell whether something goes on: "continued to drive", "continued the attack", not "…, he continued, the"."""
    if told.after == "to":
        return told.second not in _SAID_OR_THOUGHT
    if told.following in _ONWARD or (told.following.endswith("ing") and told.following not in SPEECH_WORDS):
        return True
    is_thing = told.first in DETERMINERS or (told.following in DETERMINERS and not told.is_before_cue())
    return is_thing and told.following != ","


def _is_law_or_check(told: _Told) -> bool:
    """Tell whether more than words is written: "wrote and passed the act", "wrote the bill that bans it"."""
    if told.after == "and" and told.second.endswith("ed"):
        return True
    return told.is_near(_CHECKS) and not told.is_clause()


def _is_verdict(told: _Told) -> bool:
    """Tell whether a jury finds somebody guilty, or an allegation true: "found him guilty", not "found that he was"."""
    if told.following == "true":
        return True
    words = {token.lower for token in told.content}
    return told.first not in _CLAUSES_BUT_THINGS and not words.isdisjoint(_VERDICTS)


_QUOTED_DEEDS = word_set(
    "plead pleaded pleads pled pleading maintained maintains maintain maintaining posted posts posting"
)
_RULES: tuple[tuple[str, _Rule], ...] = (
    ("plead pleaded pleads pled pleading", _is_always),
    (
        "accused charged suspected convicted indicted",
        lambda told: told.after == "by",  # "was charged by the county with fraud"
    ),
    (
        "reported reports report reporting charged charges charging posted posts posting",
        lambda told: told.first != "to" and _is_of_thing(told),
    ),
    (
        "responded responds respond responding",
        lambda told: told.after == "to" or _is_of_thing(told),  # "responded to this danger"
    ),
    (
        "wrote write writes writing written texted texts disclosed discloses disclose cried cries suggest suggests"
        " added adds add adding notified notifies notify volunteered volunteers volunteer observed observes"
        " observe observing confirmed confirms confirm confirming revealed reveals reveal yelled yells yell yelling"
        " shouted shouts shout shouting screamed screams screaming",
        _is_without_verb,
    ),
    ("wrote write writes writing written", _is_counted),
    ("wrote write writes writing written", _is_law_or_check),
    ("admitted admits admit confirmed confirms confirm", _is_counted),
    (
        "maintained maintains maintain maintaining declared declares declare declaring",
        lambda told: told.first in ("a", "an"),  # "declared a mistrial"
    ),
    (
        "argued argues argue arguing",
        lambda told: told.following in DETERMINERS and told.beside[-1] in _CASES,  # "argued the appeal"
    ),
    (
        "answered answers answer answering",
        lambda told: not _ANSWERED.isdisjoint(told.beside),  # "answered the phone"
    ),
    (
        "observed observes observe observing",  # "observed the man following her"
        lambda told: not told.is_before_cue() and told.first not in _CLAUSES,
    ),
    (
        # a court's: "denied parole"; "denied the claims" and "denied that he made a request" are somebody's words
        "denied denies denying",
        lambda told: told.is_near(_REQUESTS) and not told.is_clause(),
    ),
    (
        "spoke speaks speak speaking spoken talked talks talk talking argued argues argue arguing",
        lambda told: told.after in ("to", "with", "at") and told.first not in _CLAUSES,  # "spoke to a guard"
    ),
    (
        "pointed points point pointing",  # "pointed a gun", "pointed out the house"
        lambda told: told.after not in ("out", "to") or (told.after == "out" and not told.has_clause()),
    ),
    ("called calls call calling", _is_call),
    (
        "questioned questions question questioning",
        lambda told: any(token.lower == "about" for token in told.content[1:]),  # "questioned the clerk about it"
    ),
    ("continued continues continue continuing", _goes_on),
    (
        "testified testifies testify testifying",  # "testified against him"
        lambda told: told.first in _IN_COURT or (told.after in _IN_COURT and not told.has_clause()),
    ),
    (
        "refer refers referred referring",
        lambda told: told.after != "to",  # "refer the patients to a doctor"
    ),
    ("found find finds finding", _is_verdict),
    ("requiring", _is_always),  # "got an order requiring that he stay away"
    (
        "introduced introduces introduce introducing",  # "introduced the bill", "introduced himself as a friend"
        lambda told: told.following not in _SELF,
    ),
    (
        "dismissed dismisses dismiss dismissing",
        lambda told: told.is_near(_CHARGES),  # "dismissed the case", not "dismissed the idea"
    ),
    (
        "slammed slams slam ripped rips rip blasted blasts blast",
        lambda told: told.after in _WHERE,  # "slammed into a wall"
    ),
)


def _by_cue() -> dict[str, tuple[_Rule, ...]]:
    rules: defaultdict[str, tuple[_Rule, ...]] = defaultdict(tuple)
    for cues, rule in _RULES:
        for cue in cues.split():
            rules[cue] += (rule,)
    return dict(rules)


_RULES_OF = _by_cue()


def tells_a_deed(report: Report) -> bool:
    """Tell whether a report's content is no clause, but a deed: "pleaded guilty", "reported the theft"."""
    tokens = report.sentence.tokens
    rules = _RULES_OF.get(tokens[report.cue].lower, ())
    if not rules and kind_at(tokens, report.cue + 1) != "by":
        return False
    told = _Told(report)
    quoted = sum(len(token.quotation.words) for token in told.content if token.quotation is not None)
    if quoted and (2 * quoted >= len(told.content) or told.cue not in _QUOTED_DEEDS):
        return False
    if told.after == "by" and told.is_before_cue() and not told.has_clause():
        return True  # "The reply was written by Hale"
    return any(rule(told) for rule in rules)
