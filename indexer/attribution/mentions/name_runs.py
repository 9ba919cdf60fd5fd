"""Where a run of capitalised words that may be a name begins and ends."""

from __future__ import annotations

from collections.abc import Container

from indexer.attribution.mentions.name_joints import (
    BEFORE_EVE,
    OF_WHAT,
    are_particles,
    are_two_offices,
    begins_longer,
    is_before_title,
    is_firm_of_two,
    is_for_person,
    is_graded,
    is_of_party,
    is_of_the,
    is_party,
    is_role_alone,
    is_seldom_first_name,
    length_of_list,
    length_of_office,
)
from indexer.attribution.mentions.name_words import (
    ALWAYS,
    BEGINS,
    GOES_ON,
    JOINERS,
    MAY_JOIN,
    NEVER,
    ORDINALS,
    PERHAPS,
    bare,
    is_class,
)
from indexer.attribution.mentions.nicknames import nickname_behind
from indexer.attribution.mentions.possessive_names import ends_possessive, is_owned_by_several
from indexer.attribution.mentions.seldom_names import (
    begins_seldom_name,
    goes_on_seldom_name,
    is_behind_first_name,
    seldom_names,
)
from indexer.attribution.mentions.sole_names import is_comma
from indexer.attribution.phrases.capitals import is_usual, title_of
from indexer.attribution.phrases.roles import is_role_noun
from indexer.attribution.text.given_names import is_given_name
from indexer.attribution.text.initials import (
    begins_initials,
    has_lost_point,
    is_after_initial,
    is_company_stop,
    is_point,
    is_suffix_stop,
    takes_point,
)
from indexer.attribution.text.lexicon import (
    CALENDAR,
    NAME_PARTICLES,
    NAME_SUFFIXES,
    OFFICE_TITLES,
    ORGANISATION_HEADS,
    ORGANISATION_WORDS,
    PARTICLES_OF_TWO,
    PHRASE_STOPS,
    PLACE_BEGINNINGS,
    SELDOM_FIRST_NAMES,
    SUBJECT_PRONOUNS,
    TITLES,
)
from indexer.attribution.text.parts import APOSTROPHES, QUOTATION, Sentence
from indexer.attribution.text.words import word_set

_BREAK_BEFORE = frozenset(".:?!—–;")
_NUMBERED = word_set(
    "Local Channel District Precinct Engine Station Unit Chapter Ward Area Region Lodge Troop Team News Post Division"
    " Squad Battalion Pack"
)
_SUBJECTS = SUBJECT_PRONOUNS - {"who"}
_RANKS = word_set("Lt Lieutenant Sgt Sergeant Class")
_IN_CHARGE = word_set("Agent Inspector Officer Attorney Prosecutor")
CHIEF_OF = word_set("Police Staff")
_BEFORE_NICKNAMES = frozenset("(.'’‘") | {QUOTATION}
_BEYOND = (NEVER, NEVER, NEVER)  # what may be asked of the places behind a sentence


class Runs:
    """The runs of capitalised words of one sentence; ``goes_on`` tells of each token whether it can go on a name."""

    def __init__(
        self,
        sentence: Sentence,
        usual: Container[str],
        in_capitals: bool = False,
        surnames: frozenset[str] = frozenset(),
    ) -> None:
        """``usual``: words usually printed in small letters, which are no name where a sentence begins.

        ``in_capitals``: most words of the sentence have a capital, so that usual words are no part of a name.
        ``surnames``: the words that follow a first name in this text.
        """
        self.surnames = surnames
        self.seldom = frozenset() if in_capitals else seldom_names(surnames)
        self.in_capitals = in_capitals
        self.tokens = sentence.tokens
        self.words = sentence.words
        self.begin = sentence.begin
        self.usual = usual
        told = [*map(GOES_ON.__getitem__, self.words)]
        if in_capitals or self.seldom or PERHAPS in told:
            told = [self._goes_on(place, word) for place, word in enumerate(told)]
        self.goes_on = (*told, *_BEYOND)

    def _goes_on(self, place: int, told: int) -> bool:
        """Tell whether a token can go on a name; ``told``: what its word tells of it."""
        if self.words[place] == "I":
            return is_after_initial(self.tokens, place) and is_point(self.tokens, place + 1)
        if told == NEVER or (told == PERHAPS and is_party(self.words, place)):
            return bool(self.seldom) and goes_on_seldom_name(self.tokens, place, self.seldom)
        if told == ALWAYS and not self.in_capitals:
            return True
        word = bare(self.words[place])
        if self.in_capitals and word[0].isupper() and self._is_usual(place, word):
            return False
        return word not in SELDOM_FIRST_NAMES or is_behind_first_name(self.tokens, place)

    def _is_usual(self, place: int, word: str) -> bool:
        """Tell whether a word in capitals is a usual one; initials and what stands in "DE LA CRUZ" are not."""
        if word.lower() in PARTICLES_OF_TWO or (len(word) == 1 and is_point(self.tokens, place + 1)):
            return False
        is_first_of_two = place + 1 < len(self.tokens) and self.tokens[place + 1].lower in PARTICLES_OF_TWO
        return not (word.lower() in NAME_PARTICLES and is_first_of_two) and is_usual(word, self.usual)

    def may_begin(self, place: int) -> bool:
        """Tell whether a capitalised token may begin a name."""
        word = self.words[place]
        if self.seldom and begins_seldom_name(self.tokens, place, self.seldom):
            return True
        if word == "A" and begins_initials(self.tokens, place):
            return True
        told = BEGINS[word]
        last = self.words[place - 1] if place > 2 else ""
        if (last == "." or "-" in last) and is_of_party(self.words, place):
            return False
        if word == "Eve" and last in BEFORE_EVE:
            return False
        if told == NEVER or (told == PERHAPS and not self._begins_here(place)):
            return False
        if self.in_capitals:
            if is_usual(bare(word), self.usual) and bare(word).capitalize() not in PLACE_BEGINNINGS:
                return False
            if is_role_alone(self.words, place, self.goes_on, self.surnames):
                return False
        before = self.words[place - 1] if place != self.begin else QUOTATION
        if before != QUOTATION and before[0] not in _BREAK_BEFORE:
            return True
        if place > self.begin and is_comma(self.tokens[place - 1]):
            return True  # "“Come in,” Target said"
        return self._opens(place)

    def _opens(self, place: int) -> bool:
        """Tell whether a capitalised token with which a sentence or a part of one begins may begin a name."""
        token = self.tokens[place]
        if is_role_alone(self.words, place, self.goes_on, self.surnames):
            return False
        if token.lower.removesuffix("'s") not in self.usual or token.word in TITLES or is_given_name(token.word):
            return True
        if token.word in _NUMBERED and place + 1 < len(self.tokens) and self.tokens[place + 1].word.isdigit():
            return True  # "Local 88"
        if place + 2 < len(self.tokens) and self.tokens[place + 1].word == "and" and self.goes_on[place + 2]:
            return self._goes_on_with_and(place, place + 1)
        # a usual word that begins a sentence: a name only together with another
        if begins_longer(self.words, place, self.goes_on):
            return True
        return token.word.isupper() or bool(self.goes_on[place + 1]) or self.is_of_several(place + 1)

    def _begins_here(self, place: int) -> bool:
        """Tell whether what only sometimes begins a name may do so here: May, Will, a single letter, "D-N.J."."""
        word = self.words[place]
        if self.words[place + 1 : place + 2] and self.words[place + 1] in _SUBJECTS and word.lower() in PHRASE_STOPS:
            return False  # "Will he go?"
        is_no_name = word in SELDOM_FIRST_NAMES and not is_seldom_first_name(self.words, place, self.goes_on)
        if is_no_name or is_party(self.words, place) or is_before_title(self.words, place):
            return False
        return len(word) > 1 or is_point(self.tokens, place + 1)

    def ends_possessive(self, place: int, stop: int) -> bool:
        """Tell whether a name ends at a place of the run to ``stop`` as a possessive."""
        return ends_possessive(self.tokens, self.words, place, stop)

    def end(self, place: int) -> int:
        """Give where the run that begins at a place ends."""
        tokens, words = self.tokens, self.words
        stop, last = place + 1, len(tokens)
        while stop < last and (tokens[stop].start - tokens[stop - 1].end <= 1 or has_lost_point(tokens, stop)):
            if self.goes_on[stop]:
                stop += 1
                continue
            joined = self._joined(place, stop) if MAY_JOIN[words[stop]] else 0
            if not joined and words[stop] in _BEFORE_NICKNAMES:
                joined = self._nicknamed(stop)
            if not joined:
                break
            stop += joined
        return stop

    def is_of_several(self, place: int) -> bool:
        """Tell whether the apostrophe at a place stands within a body's name: "the Teachers’ Union"."""
        return is_owned_by_several(self.tokens, self.words, place, self.usual)

    def is_base(self, stop: int) -> bool:
        """Tell whether a run that ends at a place is where a firm is based: "San" of "San Diego-based Rill Foods"."""
        stop += stop + 1 < len(self.words) and self.words[stop] == "."  # "St. Louis-based"
        return stop < len(self.words) and self.words[stop].endswith("-based")

    def _nicknamed(self, stop: int) -> int:
        """Give how many tokens a nickname takes up behind which a name goes on: "Robert “Bob” Hale"."""
        taken = nickname_behind(self.tokens, stop)
        return taken if taken and self.goes_on[stop + taken] else 0

    def _joined(self, place: int, stop: int) -> int:
        """Give how many tokens from ``stop`` on, which are no names, go on the run that begins at a place."""
        token, before = self.tokens[stop], self.tokens[stop - 1]
        after = self.words[stop + 1] if stop + 1 < len(self.words) else ""
        if token.word == ",":
            return 2 if after in NAME_SUFFIXES else length_of_list(self.words, place, stop, self.usual)
        if token.word in APOSTROPHES:
            return int(self.is_of_several(stop))
        if bare(token.word).isdigit() and (before.word in _NUMBERED or is_graded(self.words, stop, self.goes_on)):
            return 1  # "Ward 4's"
        if is_suffix_stop(self.tokens, stop):
            return 1
        if (are_particles(self.words, stop) or is_of_the(self.words, stop)) and self.goes_on[stop + 2]:
            return 2
        if token.word == "." and takes_point(before) and is_class(self.words, stop + 1):
            return 1  # "Sgt. 1st Class"
        is_of_title = token.word in OF_WHAT and before.word in OFFICE_TITLES
        if is_of_title and (office := length_of_office(self.words, stop, self.goes_on)):
            return office
        is_for = is_for_person(self.words, stop, self.goes_on, self.surnames)
        goes_on = (
            self.goes_on[stop + 1]
            and (
                (token.word == "." and token.start == before.end and takes_point(before))
                or (
                    is_company_stop(self.tokens, stop) and title_of(after) is not None
                )  # "Rill Foods Inc. President Roy"
                or (token.word in NAME_PARTICLES and token.word != "la")
                or (token.word in JOINERS and before.word in ORGANISATION_HEADS and not is_for)
                or (token.word == "of" and before.word in OFFICE_TITLES and after in CHIEF_OF)
                or (token.word == "and" and self._goes_on_with_and(place, stop))
                or (token.word == "&" and before.word[0].isupper())
                or (token.word == "at" and "University" in self.words[place:stop] and after not in CALENDAR)
                or (token.lower == "in" and before.word in _IN_CHARGE and after == "Charge")
                or (token.lower in ORDINALS and after in _RANKS)
            )
        )
        return int(goes_on)

    def _goes_on_with_and(self, place: int, stop: int) -> bool:
        """Tell whether "and" goes on a name: "Department of Water and Power"."""
        words = self.words[max(place, stop - 3) : stop]
        if are_two_offices(words[-1], self.words[stop + 1]) or is_firm_of_two(self.words, place, stop):
            return True
        if is_given_name(self.tokens[stop + 1].word):
            return False
        if not OF_WHAT.isdisjoint(words[:-1]):
            return True
        if len(words) > 1 and is_given_name(words[-2]) and words[-1] not in ORGANISATION_WORDS:
            return False  # "Robert Brewer and Rill County Sheriff Ann Roy"
        # "Securities and Exchange Commission", where the words before make no name of their own
        end = stop + 1
        while self.goes_on[end]:
            end += 1
        is_last_name = len(words) > 1 and words[-2] == "."  # "Ann B. Fischer and Mayor Roy"
        is_adjective = words[-1].endswith(("ic", "al")) and words[-1] not in ORGANISATION_WORDS  # "Oceanic and"
        is_noun = (
            is_adjective or words[-1].lower() in self.usual or (is_role_noun(words[-1].lower()) and not is_last_name)
        )
        if end - stop <= 2 or not is_noun:
            return False
        if self.tokens[end - 1].word in ORGANISATION_WORDS:
            return words[-1] not in ORGANISATION_WORDS
        # "Health and Human Services Secretary Ann Roy"
        is_office = words[-1] not in ORGANISATION_WORDS or words[-1] == "Health"
        return is_office and any(token.word in OFFICE_TITLES for token in self.tokens[stop + 2 : end - 1])
