"""Noun phrases that may be sources: "the mayor", "many House Republicans", "the Supreme Court"."""

from __future__ import annotations

import re

from indexer.attribution.mentions.lone_words import (
    LONE_DETERMINERS,
    OBJECTS,
    SOMEBODY,
    ends_alone,
    is_verb,
    says_alone,
)
from indexer.attribution.mentions.name_runs import Runs
from indexer.attribution.mentions.names import Names
from indexer.attribution.phrases.descriptions import PERSON_NOUNS
from indexer.attribution.phrases.nominals import ORGANISATION_NOUNS
from indexer.attribution.phrases.roles import is_role_noun, printed_role
from indexer.attribution.phrases.roles_before import is_of_children
from indexer.attribution.text.cue_words import NOUNS_OR_VERBS
from indexer.attribution.text.initials import is_point, takes_point
from indexer.attribution.text.lexicon import (
    AUXILIARIES,
    BARE_PLURALS,
    CALENDAR,
    DETERMINERS,
    OFFICE_TITLES,
    ORGANISATION_WORDS,
    PARTIES,
    PHRASE_STOPS,
    PRONOUNS,
    ROLE_NOUNS,
)
from indexer.attribution.text.parts import APOSTROPHES, Mention, Sentence, Token
from indexer.attribution.text.tokens import lowered
from indexer.attribution.text.words import PerWord, word_set

_NOT_ADVERBS = word_set(
    "family only early elderly friendly daily weekly monthly quarterly yearly likely unlikely lovely lonely deadly"
    " costly ally assembly supply reply bully monopoly anomaly fly rally tally belly jelly lily hourly nightly"
    " orderly cowardly ugly silly holy bubbly butterfly unfriendly elderly neighborly scholarly timely kindly"
)
_ADJECTIVE_ENDINGS = ("an", "al", "ic", "ive", "ful", "ing", "ed", "ent", "ous", "ary", "est", "ant", "y")
_LEVELS = word_set("state county city town village township borough parish")  # "the state Health Department"
_AFTER_VERBS = word_set("that to how whether it he she they there , :")
_POLICE = (ROLE_NOUNS | ORGANISATION_NOUNS) - word_set("head guard cook report shelter campaign group bank chain")
_THEIR_BODIES = word_set("union unions association associations council committee cooperative guild federation league")
_THEIRS = ROLE_NOUNS | ORGANISATION_NOUNS
_SOMEBODY = (
    word_set("city county state town village government administration family woman man boy girl party") | PERSON_NOUNS
)
_NOUNS_OR_VERBS = NOUNS_OR_VERBS | word_set("credits credit expects wants urges seeks seek prefers prefer intends set")
_QUANTITIES = word_set("some many most all other several those these both few")
_ADVERBS = word_set(
    "later even recently also soon then now just still again too today yesterday tonight"
)  # end a phrase: "the Post later"
_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)")
_LONGEST_PHRASE = 9
_NEVER, _PERHAPS, _BEHIND_OTHERS, _ALWAYS = range(4)  # whether a phrase ends before a word


class NounPhrases:
    """The noun phrases of one sentence; they are added to ``found``, the mentions of the sentence so far."""

    def __init__(self, text: str, sentence: Sentence, runs: Runs, names: Names, found: list[Mention]) -> None:
        self.text = text
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.runs = runs
        self.names = names
        self.found = found

    def read(self, place: int) -> int:
        """Read the phrase that begins at a place, and give where to read on."""
        tokens, goes_on = self.tokens, self.runs.goes_on
        if tokens[place].lower in SOMEBODY and not says_alone(tokens, place):
            return place + 1
        if is_of_children(tokens, place):
            return place + 1  # "mother of three Ann Roy"
        is_determiner = tokens[place].lower in DETERMINERS
        court = self._numbered_court(place) if is_determiner else 0
        if court:
            return court
        if is_determiner and goes_on[place + 1]:
            stop = self._article_name(place) or self._party(place)
            if stop:
                return stop
        begin = place + 1 if is_determiner else place
        stop = self._run_end(begin) if goes_on[begin] else begin
        stop += stop > begin and self._are_owners(stop)
        farthest = min(len(tokens), place + _LONGEST_PHRASE)
        while stop < farthest and not self._ends_phrase(stop, begin):
            stop += 1
            if self._are_owners(stop):
                stop += 1  # "the teachers' union"
            elif tokens[stop - 1].lower in BARE_PLURALS and not goes_on[stop] and not self._is_of(stop):
                break
        if stop == begin and tokens[place].lower not in LONE_DETERMINERS:
            return place + 1
        name_at = stop
        while name_at > begin and goes_on[name_at - 1]:
            name_at -= 1
        if begin < name_at < stop and not tokens[stop - 1].is_possessive:  # "the mayor Steve Adler"
            mention = self.names.name(name_at, self.runs.end(name_at))
            if tokens[name_at - 1].lower in ROLE_NOUNS and mention is not None and mention.shape == "person":
                mention.role = mention.role or printed_role(self.text, tokens, begin, name_at)
                mention.title = mention.title or tokens[name_at - 1].lower
                mention.first, mention.start = place, tokens[place].start
                while self.found and self.found[-1].stop > place:
                    self.found.pop()
                self.found.append(mention)
                return mention.stop
            if mention is not None and mention.shape == "organisation" and self._are_adjectives(begin, name_at):
                mention.first, mention.start = place, tokens[place].start
                self.found.append(mention)
                return mention.stop
            stop = name_at  # "the video Casar cited"
        stop = max(stop, place + 1)
        last = tokens[stop - 1].lower
        mention = self.sentence.mention("noun", place, stop, last.removesuffix("'s"))
        mention.is_possessive = mention.name != last
        self.found.append(mention)
        return stop

    def _run_end(self, place: int) -> int:
        """Give where the capitalised words that begin at a place end, the stop of "the U.S. attorney" included."""
        stop = self.runs.end(place)
        if not is_point(self.tokens, stop) or stop + 1 == len(self.tokens) or not takes_point(self.tokens[stop - 1]):
            return stop
        return stop + self.tokens[stop + 1].word[0].islower()

    def _are_owners(self, place: int) -> bool:
        """Tell whether the apostrophe of several stands at a place, before who is theirs: "the girls' coach"."""
        if place + 1 >= len(self.tokens) or self.tokens[place].word not in APOSTROPHES:
            return False
        before, mark, after = self.tokens[place - 1 : place + 2]
        is_whose = before.lower.endswith("s") and before.end == mark.start and mark.end < after.start
        return is_whose and (after.word in _THEIR_BODIES or after.word in _THEIRS)

    def _is_of(self, place: int) -> bool:
        """Tell whether plural people before a noun only say whose it is: "the police chief", "the teachers union"."""
        if place >= len(self.tokens):
            return False
        noun = self.tokens[place].lower
        if self.tokens[place - 1].lower == "police":
            is_one = place > 1 and self.tokens[place - 2].lower == "a"  # "a police report"
            return noun in _POLICE or ((is_one and not is_verb(noun)) or (noun == "report" and is_one))
        return noun in _THEIR_BODIES

    def _are_adjectives(self, first: int, stop: int) -> bool:
        """Tell whether a word between "the" and a body's name is no part of it: "the nonpartisan Tax Foundation"."""
        word = self.tokens[first].lower
        return stop - first == 1 and (word.endswith(_ADJECTIVE_ENDINGS) or word in _LEVELS)

    def _article_name(self, place: int) -> int:
        """Read "the Supreme Court" as a name; give its end, or 0 if a noun follows: "the Trump campaign"."""
        tokens = self.tokens
        if tokens[place].lower not in ("the", "a", "an"):
            return 0
        stop = self._run_end(place + 1)
        owner = self._owner(place + 1, stop)
        if owner:
            stop = owner
        elif stop < len(tokens) and self._continues_phrase(tokens[stop]) and not self._is_predicate(place + 1, stop):
            return 0
        mention = self.names.name(place + 1, stop)
        if mention is None:
            return 0
        mention.first, mention.start = place, tokens[place].start
        self.found.append(mention)
        return max(mention.stop, stop)

    def _numbered_court(self, place: int) -> int:
        """Read "the 9th U.S. Circuit Court of Appeals" as a name; give its end, or 0 if it is none."""
        first = place + 2
        if first >= len(self.tokens) or not self.tokens[place + 1].word[0].isdigit():
            return 0
        if not _ORDINAL.fullmatch(self.tokens[place + 1].lower):
            return 0
        stop = self._run_end(first) if self.runs.goes_on[first] else first
        if "Court" not in self.sentence.words[first:stop]:
            return 0
        mention = self.names.name(first, stop)
        if mention is None or mention.kind != "name":
            return 0
        mention.name = f"{self.tokens[place + 1].word} {mention.name}"
        mention.first, mention.start = place, self.tokens[place].start
        self.found.append(mention)
        return max(mention.stop, stop)

    def _owner(self, first: int, stop: int) -> int:
        """Give where "the Herald's" ends within the run "Herald's Ann Roy", 0 if nothing is owned there.

        "The Sheriff's Crime Lab" is one name.
        """
        if self.tokens[first].word[:-2] in OFFICE_TITLES:
            return 0
        return next((place + 1 for place in range(first, stop - 1) if self.runs.ends_possessive(place, stop)), 0)

    def _is_predicate(self, first: int, stop: int) -> bool:
        """Tell whether a word that may be a noun is the verb of a body: "The Tax Policy Center plans to"."""
        tokens = self.tokens
        if tokens[stop].lower not in NOUNS_OR_VERBS or not any(
            t.word in ORGANISATION_WORDS for t in tokens[first:stop]
        ):
            return False
        if stop + 1 == len(tokens) or tokens[stop + 1].quotation is not None:
            return True
        after = tokens[stop + 1]
        return after.lower in _AFTER_VERBS or after.lower in DETERMINERS or bool(self.runs.goes_on[stop + 1])

    def _party(self, place: int) -> int:
        """Read "many House Republicans" as a name; give its end, or 0 if it is none."""
        stop = self.runs.end(place + 1)
        if self.tokens[place].lower not in _QUANTITIES or self.tokens[stop - 1].word not in PARTIES:
            return 0
        mention = self.names.name(place + 1, stop)
        if mention is None or mention.kind != "name":
            return 0
        mention.first, mention.start = place, self.tokens[place].start
        self.found.append(mention)
        return stop

    def _continues_phrase(self, token: Token) -> bool:
        return (
            token.quotation is None
            and token.word[0].isalpha()
            and token.lower not in PHRASE_STOPS
            and not _is_adverb(token.lower)
            and token.lower not in AUXILIARIES
            and token.lower not in DETERMINERS
            and token.lower not in PRONOUNS
            and not is_verb(token.lower)
            and token.word not in CALENDAR
            and not token.lower.endswith("ly")
        )

    def _ends_phrase(self, place: int, begin: int) -> bool:
        token = self.tokens[place]
        told = _ENDINGS[token.word]
        if place <= begin or told == _ALWAYS:
            return told == _ALWAYS or ends_alone(self.sentence, place)
        if told == _BEHIND_OTHERS or (told == _PERHAPS and self._is_verb_of(place)):
            return True
        # something was left out: "the Capital Region  Hale said", in texts that have lost their marks
        return token.start - self.tokens[place - 1].end > 1 and token.word[0].isupper()

    def _is_verb_of(self, place: int) -> bool:
        """Tell whether a word that may be a noun is what somebody does: "The director hopes that", "plans to"."""
        tokens = self.tokens
        if place + 1 >= len(tokens) or tokens[place + 1].quotation is not None:
            return False
        noun, verb, after = tokens[place - 1].lower, tokens[place].lower, tokens[place + 1].lower
        if after not in OBJECTS:
            return False
        singular = noun.removesuffix("s")
        if verb.endswith("s") == noun.endswith("s") or not noun.isalpha():
            return False
        return singular in ORGANISATION_NOUNS or singular in _SOMEBODY or is_role_noun(singular)


def _ending(word: str) -> int:
    """Tell whether a phrase ends before a word."""
    lower = lowered(word)
    if not word[0].isalnum() or word in CALENDAR or lower in PHRASE_STOPS or lower in PRONOUNS or lower in AUXILIARIES:
        return _ALWAYS
    if lower in DETERMINERS or is_verb(lower) or _is_adverb(lower):
        return _BEHIND_OTHERS
    return _PERHAPS if lower in _NOUNS_OR_VERBS else _NEVER


_ENDINGS = PerWord(_ending)


def _is_adverb(word: str) -> bool:
    """Tell whether a word says when or how: "The Post later reported", "the mill repeatedly warned"."""
    return word in _ADVERBS or (word.endswith("ly") and word not in _NOT_ADVERBS)
