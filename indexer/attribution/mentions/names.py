"""Names with their titles and roles, made of runs of capitalised words."""

from __future__ import annotations

from indexer.attribution.mentions.name_joints import has_apostrophe, is_of_the, length_of_rank
from indexer.attribution.mentions.name_runs import CHIEF_OF, Runs
from indexer.attribution.mentions.name_shapes import is_after_body, is_called_as_place, name_of, shape_of
from indexer.attribution.mentions.name_titles import is_name, is_of_unit, is_title_alone
from indexer.attribution.mentions.name_words import JOINERS, bare
from indexer.attribution.mentions.nicknames import without_nickname
from indexer.attribution.mentions.uncommon_names import is_whole_before_age
from indexer.attribution.phrases.capitals import in_small_letters, title_of
from indexer.attribution.phrases.company_marks import is_company_mark
from indexer.attribution.phrases.descriptions import PERSON_NOUNS
from indexer.attribution.phrases.kin import KIN
from indexer.attribution.phrases.roles import is_role_noun, printed_role, role_after
from indexer.attribution.phrases.roles_before import role_before, role_in_front
from indexer.attribution.text.given_names import is_given_name
from indexer.attribution.text.initials import ends_in_initial, is_point, is_suffix_stop, without_company_stop
from indexer.attribution.text.lexicon import (
    BARE_PLURALS,
    NAME_PARTICLES,
    ORGANISATION_HEADS,
    ORGANISATION_WORDS,
    PERSONAL_TITLES,
    PLACE_BEGINNINGS,
    PLACE_ENDINGS,
    TITLES,
)
from indexer.attribution.text.parts import APOSTROPHES, Mention, Sentence, kind_at, word_at
from indexer.attribution.text.words import PerWord, word_set

_GROUP_NOUNS = BARE_PLURALS | word_set(
    "campaign camp administration spokesman spokeswoman spokesperson team family estate"
)
_ARTICLES = word_set("the a an its his her their our")
_ROLES_AND_NAMES = KIN | PERSON_NOUNS | word_set("freshman sophomore junior senior")  # "Junior Ann Roy", "Son Tom Roy"
_SEVERAL = word_set("brothers sisters siblings twins cousins")
_OF_KIN = KIN | _SEVERAL
_COUNTRIES = frozenset(["U.S", "U.N", "U.K", "E.U"])
_ROLE_AND_NAME = 3  # words
_FEWEST_WITH_NICKNAME = 3  # words


class Names:
    """The names of one sentence; they are added to ``found``, the mentions of the sentence so far."""

    def __init__(
        self, text: str, sentence: Sentence, runs: Runs, surnames: frozenset[str], found: list[Mention]
    ) -> None:
        self.text = text
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.words = sentence.words
        self.runs = runs
        self.surnames = surnames
        self.found = found

    def read(self, place: int) -> int:
        """Read the names of the run that begins at a place, and give where to read on."""
        stop = self.runs.end(place)
        if self.runs.is_base(stop):
            return stop + 1
        first = place
        while first < stop:  # "Clinton's campaign manager", "Adler's Office": a possessive ends a name
            end = first
            while end < stop - 1 and not self.runs.ends_possessive(end, stop):
                end += 1
            mention = self.name(first, end + 1)
            first = end + 1
            if mention is not None:
                self.found.append(mention)
                first = max(first, mention.stop)
        return first

    def name(self, first: int, stop: int) -> Mention | None:
        """Make the mention of the capitalised run ``tokens[first:stop]``: role, title, name."""
        tokens = self.tokens
        while stop > first and not self.words[stop - 1][-1].isalnum() and not is_suffix_stop(tokens, stop - 1):
            stop -= 1
        if stop <= first or is_company_mark(tokens, first):
            return None
        core, title = self._core(first, stop)
        if core >= stop:  # a title alone: "Mayor"
            head = tokens[stop - 1].lower.removesuffix("'s")
            return self.sentence.mention("noun", first, stop, head if head != "staff" else "chief")
        group = stop + (is_point(tokens, stop) and self.words[stop - 1] in _COUNTRIES)  # "U.S. officials"
        if group < len(tokens) and tokens[group].lower in _GROUP_NOUNS and self._is_group(first, group, title):
            return self.sentence.mention("noun", first, group + 1, tokens[group].lower)
        words = self.words[core:stop]
        if len(words) >= _FEWEST_WITH_NICKNAME:
            words = without_nickname(tokens[core:stop], words)
        is_possessive = tokens[stop - 1].is_possessive
        if is_possessive:
            words[-1] = without_company_stop(words[-1][:-2])
        if title is not None or (len(words) > 1 and is_given_name(words[0])):
            words = in_small_letters(words)
        is_short = self._ends_in_initial(core, stop)
        if is_short:
            words.append(".")
            stop += stop < len(tokens) - 1
        mention = self.sentence.mention("name", first, stop, name_of(words))
        has_mark = stop < len(tokens) and self.words[stop] in APOSTROPHES
        mention.is_possessive = is_possessive or (has_mark and has_apostrophe(tokens, stop))
        mention.title = title
        mention.shape = "person" if is_short else shape_of(words, title)
        if mention.shape == "organisation" and is_called_as_place(words) and self._has_role(first, stop):
            mention.shape = "person"
        if core > first and (title or is_role_noun(tokens[core - 1].lower)):  # "Road Foreman Leon Pruitt"
            mention.role = printed_role(self.text, tokens, first, core)
        if mention.shape != "organisation":
            if first and self.words[first - 1][0].islower():
                self._absorb_role(mention, core, title is not None and core > first)
            if mention.role is None and self._is_beside_comma(first, stop) and not self._is_of_place(first, words):
                after = role_after(self.text, tokens, stop, mention.shape == "person")
                mention.role = after or role_in_front(self.text, tokens, first, stop)
        return mention

    def _ends_in_initial(self, core: int, stop: int) -> bool:
        """Tell whether a name is somebody's of whose last name only the initial is told: "Olva T. told police"."""
        if not ends_in_initial(self.tokens, core, stop):
            return False
        first = self.words[core]
        if first in ORGANISATION_WORDS or first in PLACE_ENDINGS:
            return False  # "Avenue B."
        return is_given_name(first) or first.lower() not in self.runs.usual  # "Class B."

    def _is_beside_comma(self, first: int, stop: int) -> bool:
        return self.words[stop : stop + 1] == [","] or (first > 0 and self.words[first - 1] == ",")

    def _has_role(self, first: int, stop: int) -> bool:
        """Tell whether it is said what somebody is: "coach Ann Park", "Ann Park, a teacher", "66-year-old Ann Park"."""
        if first and self.tokens[first - 1].lower.endswith("-year-old"):
            return True
        return role_before(self.tokens, first) < first or role_after(self.text, self.tokens, stop) is not None

    def _is_of_place(self, first: int, words: list[str]) -> bool:
        """Tell whether one word ends the name of a place: "in Corbin, Ohio, the mayor, a man of 60,"."""
        if len(words) > 1 or first < 2 or self.tokens[first - 1].word != ",":
            return False
        return self.tokens[first - 2].word[0].isupper() and self.tokens[first - 2].quotation is None

    def _core(self, first: int, stop: int) -> tuple[int, str | None]:
        """Give where the name proper begins in a run, and the title before it."""
        tokens = self.tokens
        if stop - first == 1 and not _MAY_BE_TITLE[self.words[first]]:
            return first, None  # as of most names
        words = self.words[first:stop]
        may_have_title = any(map(_MAY_BE_TITLE.__getitem__, words))
        is_of_title = words[:2] == ["Office", "of"] and len(words) > 2 and title_of(words[2]) is not None
        if is_of_title or ("the" in words[1:] and is_of_the(words, words.index("the", 1) - 1)):
            return first, None  # "Office of the Attorney General"
        if may_have_title and is_title_alone(words, self.surnames):
            return stop, words[-1]
        if self._begins_with_role(first, stop):
            return first + 1, tokens[first].word if tokens[first].lower not in _OF_KIN else None
        if not self.runs.in_capitals and is_after_body(words, self.surnames):
            return first + 1, None  # "RCDA Hale"
        core, title = self._after_title(first, stop) if may_have_title else (first, None)
        if core < stop and tokens[core].word == ".":
            core += 1
        if title is not None and core < stop:
            core += length_of_rank(self.words, core)
        begin = core
        if (
            stop - core >= 3
            and (core == first or tokens[core].word in JOINERS)
            and not is_given_name(tokens[core].word)
            and not is_whole_before_age(self.words, core, stop, self.runs.usual)
        ):
            # "German Chancellor Angela Merkel", "Secretary of State Jon Husted": the person begins at the first name
            for place in range(core + 1, stop - 1):
                if self._begins_person(place, stop):
                    begin = place
                    break
            else:
                if tokens[core].word in JOINERS:
                    return first, None
        elif (
            tokens[core - 1 if core else 0].word in ORGANISATION_HEADS and core < stop and tokens[core].word in JOINERS
        ):
            return first, None
        return begin, title

    def _after_title(self, first: int, stop: int) -> tuple[int, str | None]:
        """Give where a run goes on after its last title that is somebody's, and that title."""
        tokens = self.tokens
        for place in range(stop - 1, first - 1, -1):
            found = title_of(tokens[place].word)
            if found is not None and not is_name(self.words[first:stop], place - first, self.surnames):
                rest = [*map(bare, self.words[place + 1 : stop])]
                if rest[:1] == ["of"] and len(rest) > 1 and rest[1] in CHIEF_OF:
                    return place + 3, found  # "Chief of Police Roy"
                if rest[:1] in (["of"], ["for"]):  # "Secretary of State Ann Roy"
                    begin = next((at for at in range(place + 2, stop - 1) if self._begins_person(at, stop)), stop)
                    rest = rest[begin - place - 1 :] if begin < stop else rest
                if not ORGANISATION_WORDS.isdisjoint(rest) or is_of_unit(rest) or (place > first and not rest):
                    continue
                if found == "Del" and place > first and kind_at(tokens, place + 1) != ".":
                    continue  # "Judge Vincent Del Sarto"
                if found == "Justice" and place > first and tokens[place - 1].word == "of":
                    continue  # "Bureau of Justice Assistance"
                return place + 1, found
        return first, None

    def _begins_with_role(self, first: int, stop: int) -> bool:
        """Tell whether a sentence begins with what somebody is: "Drummer Sal Moretti says"."""
        tokens = self.tokens
        if first != self.sentence.begin or stop - first < 2 or tokens[first].word in TITLES:
            return False
        role, given = tokens[first].lower, tokens[first + 1].word
        if role in _SEVERAL and word_at(tokens, stop) == "and" and is_given_name(given):
            return True  # "Brothers Tom and Jim Moretti say"
        if stop - first < 3:
            return False
        is_role = role in _ROLES_AND_NAMES or (is_role_noun(role) and not is_given_name(role))
        last = self.words[stop - 1]
        is_player = role in PERSON_NOUNS and stop - first == _ROLE_AND_NAME  # "Quarterback Jaylen Stubbs"
        is_named = is_player and not (last in ORGANISATION_WORDS or last in PLACE_ENDINGS)
        return is_role and (is_named or is_given_name(given))

    def _begins_person(self, place: int, stop: int) -> bool:
        token = self.tokens[place]
        return (
            token.word[0].isupper()
            and len(token.word) > 2
            and is_given_name(token.word)
            and token.lower not in NAME_PARTICLES  # "Nguyen Van Thanh"
            and token.word not in PLACE_BEGINNINGS
            and self.tokens[place - 1].word not in (".", "of", "for", "(")
            and not any(
                after.word in ORGANISATION_WORDS or after.word in PLACE_ENDINGS or after.word in JOINERS
                for after in self.tokens[place:stop]
            )
        )

    def _is_group(self, first: int, stop: int, title: str | None) -> bool:
        """Tell whether a name only says whose a noun behind it is: "ICE officials", "Trump campaign"."""
        if title in PERSONAL_TITLES or self.words[stop][0].isupper():
            return False
        is_person = title is not None or (stop - first > 1 and is_given_name(self.words[first]))
        if self.words[stop] == "police" and is_person and is_role_noun(word_at(self.tokens, stop + 1)):
            return False  # "named Ann Roy police chief"
        return not self.runs.goes_on[stop + 1]  # "Trump spokesman Jason Miller"

    def _absorb_role(self, mention: Mention, core: int, has_title: bool) -> None:
        """Take a role in small letters before the name, and the names within it, into the mention."""
        begin = role_before(self.tokens, mention.first, has_title)
        if begin == mention.first:
            return
        mention.title = mention.title or self.tokens[core - 1].lower
        if mention.shape == "unknown":
            mention.shape = "person"
        mention.first, mention.start = begin, self.tokens[begin].start
        while self.found and self.found[-1].stop > begin:
            previous = self.found.pop()
            mention.first = min(mention.first, previous.first)
            mention.start = min(mention.start, previous.start)
            if previous.kind == "name":  # all of "Rosie's Diner owner"
                begin = min(begin, previous.first + (self.tokens[previous.first].lower in _ARTICLES))
        mention.role = printed_role(self.text, self.tokens, begin, core)


def _may_be_title(word: str) -> bool:
    """Tell whether a word may be a title, or a possessor's: "Mayor", "Mayor's"."""
    return title_of(word) is not None or title_of(word[:-2]) is not None


_MAY_BE_TITLE = PerWord(_may_be_title)
