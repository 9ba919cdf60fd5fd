"""Who could be speaking in a sentence: names with their titles, pronouns, noun phrases."""

from __future__ import annotations

import re
from typing import Literal

from indexer.attribution.cue_words import NOUNS_OR_VERBS, VERBS_OF_SAYING
from indexer.attribution.given_names import gender_of, is_given_name
from indexer.attribution.lexicon import (
    AUXILIARIES,
    BARE_PLURALS,
    CALENDAR,
    CALENDAR_NAMES,
    DETERMINERS,
    IRREGULAR_PASTS,
    NAME_PARTICLES,
    NAME_SUFFIXES,
    NEVER_NAMES,
    OFFICE_TITLES,
    ORGANISATION_HEADS,
    ORGANISATION_WORDS,
    PARTIES,
    PERSONAL_TITLES,
    PHRASE_STOPS,
    PLACE_BEGINNINGS,
    PLACE_ENDINGS,
    PREPOSITIONS,
    PRONOUNS,
    ROLE_NOUNS,
    TITLE_ABBREVIATIONS,
    TITLE_MODIFIERS,
    TITLES,
)
from indexer.attribution.parts import Mention, MentionKind, Sentence, Shape, Token
from indexer.attribution.roles import printed_role, role_after, role_before
from indexer.attribution.words import word_set

_INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]")
_BREAK_BEFORE = frozenset(".:?!—–;")
_JOINERS = word_set("of for on & and")
_GROUP_NOUNS = BARE_PLURALS | word_set("campaign camp administration spokesman spokeswoman spokesperson team")
_BEFORE_MONTH = PREPOSITIONS | word_set("last this since until till early late mid next and or through after before")
_ARTICLES = word_set("the a an its his her their our")
_ADJECTIVE_ENDINGS = ("an", "al", "ic", "ive", "ful", "ing", "ed", "ent", "ous", "ary", "est", "ant", "y")
_AFTER_VERBS = word_set("that to how whether it he she they there , :")
_QUANTITIES = word_set("some many most all")
_ALONE = word_set("one another some many several others most both all neither few")
_POSSESSED = word_set(
    "Attorney Office Department Association Hospital School College Club Union League Museum Guild Bureau"
)
_NUMBERED = word_set("Local Channel District Precinct Engine Station Unit Chapter Ward Area Region Lodge Troop")
_LONGEST_PHRASE = 9


def find_mentions(
    text: str, sentence: Sentence, usual: frozenset[str], surnames: frozenset[str] = frozenset()
) -> list[Mention]:
    """Find the mentions of a sentence, in order, and note them in its tokens.

    ``usual``: words usually printed in small letters, which are no name where a sentence begins. ``surnames``: titles
    that are somebody's last name in this text, as in Howard Dean.
    """
    finder = _Finder(text, sentence, usual, surnames)
    mentions = finder.run()
    for mention in mentions:
        for token in sentence.tokens[mention.first : mention.stop]:
            token.mention = mention
    sentence.mentions = mentions
    return mentions


class _Finder:
    def __init__(self, text: str, sentence: Sentence, usual: frozenset[str], surnames: frozenset[str]) -> None:
        self.text = text
        self.surnames = surnames
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.usual = usual
        self.found: list[Mention] = []

    def run(self) -> list[Mention]:
        place = self.sentence.begin
        while place < len(self.tokens):
            place = self._step(place)
        return self.found

    def _step(self, place: int) -> int:
        token = self.tokens[place]
        if token.quotation is not None:
            return place + 1
        lower = token.lower
        pronoun = lower.split("'", 1)[0] if "'" in lower else lower
        if pronoun in PRONOUNS and token.word != "US":
            self.found.append(self._mention("pronoun", place, place + 1, pronoun))
            return place + 1
        if token.word[0].isupper():
            is_plural = lower in BARE_PLURALS and token.word not in PARTIES and not self._is_cap(place + 1)
            if not is_plural and self._may_begin_name(place):
                return self._names(place)
        if lower in DETERMINERS or lower in BARE_PLURALS:
            return self._noun_phrase(place)
        return place + 1

    def _mention(self, kind: MentionKind, first: int, stop: int, name: str) -> Mention:
        start, end = self.tokens[first].start, self.tokens[stop - 1].end
        return Mention(kind, first, stop, start, end, name, self.sentence.index, self.sentence.paragraph)

    # Names

    def _is_cap(self, place: int) -> bool:
        """Tell whether the token can go on a name."""
        if place >= len(self.tokens):
            return False
        token = self.tokens[place]
        if token.quotation is not None or not token.word[0].isupper() or token.word == "I":
            return False
        word = token.word[:-2] if token.is_possessive else token.word
        if word in CALENDAR_NAMES:
            return place > 0 and is_given_name(self.tokens[place - 1].word)
        return word not in NEVER_NAMES or word == "A"

    def _may_begin_name(self, place: int) -> bool:
        token = self.tokens[place]
        word = token.word[:-2] if token.is_possessive else token.word
        if word in NEVER_NAMES and not self._is_month_as_name(place):
            return False
        if len(token.word) == 1 and not (place + 1 < len(self.tokens) and self.tokens[place + 1].word == "."):
            return False
        begins = place == self.sentence.begin or self.tokens[place - 1].quotation is not None
        if not begins and self.tokens[place - 1].word[0] not in _BREAK_BEFORE:
            return True
        if token.lower.removesuffix("'s") not in self.usual or token.word in TITLES or is_given_name(token.word):
            return True
        if token.word in _NUMBERED and place + 1 < len(self.tokens) and self.tokens[place + 1].word.isdigit():
            return True  # "Local 88"
        # a usual word that begins a sentence: a name only together with another
        return token.word.isupper() or (self._is_cap(place + 1) and not token.word.isupper())

    def _is_month_as_name(self, place: int) -> bool:
        """Tell whether May, June and the like begin a person's name: not "in May Theresa May"."""
        if self.tokens[place].word not in CALENDAR_NAMES or not self._is_cap(place + 1):
            return False
        return place == 0 or self.tokens[place - 1].lower not in _BEFORE_MONTH

    def _names(self, place: int) -> int:
        stop = self._run_end(place)
        first = place
        while first < stop:  # "Clinton's campaign manager", "Adler's Office": a possessive ends a name
            end = first
            while end < stop - 1 and not self._ends_possessive(end):
                end += 1
            mention = self._name(first, end + 1)
            first = end + 1
            if mention is not None:
                self.found.append(mention)
                first = max(first, mention.stop)
        return first

    def _ends_possessive(self, place: int) -> bool:
        """Tell whether a name ends here as a possessive; "Sheriff's Office" goes on."""
        return self.tokens[place].is_possessive and self.tokens[place + 1].word not in _POSSESSED

    def _run_end(self, place: int) -> int:
        tokens = self.tokens
        stop = place + 1
        while stop < len(tokens):
            token, before = tokens[stop], tokens[stop - 1]
            if token.start - before.end > 1:
                return stop  # two blanks: something was left out between them
            if self._is_cap(stop) or (token.word.isdigit() and before.word in _NUMBERED):
                stop += 1
            elif not self._is_cap(stop + 1):
                if token.word == "," and stop + 1 < len(tokens) and tokens[stop + 1].word in NAME_SUFFIXES:
                    stop += 2
                else:
                    return stop
            elif (
                (token.word == "." and token.start == before.end and self._is_initial(before))
                or (token.word in NAME_PARTICLES and token.word != "la")
                or (token.word in _JOINERS and before.word in ORGANISATION_HEADS)
                or (token.word == "and" and self._goes_on_with_and(place, stop))
                or (token.word == "&" and before.word[0].isupper())
            ):
                stop += 1
            elif token.word == "," and tokens[stop + 1].word in NAME_SUFFIXES:
                stop += 2
            else:
                return stop
        return stop

    def _goes_on_with_and(self, place: int, stop: int) -> bool:
        """Tell whether "and" goes on a name: "Department of Water and Power"."""
        words = [token.word for token in self.tokens[max(place, stop - 3) : stop]]
        if is_given_name(self.tokens[stop + 1].word):
            return False
        if "of" in words[:-1]:
            return True
        # "Securities and Exchange Commission", where the words before make no name of their own
        end = stop + 1
        while self._is_cap(end):
            end += 1
        return (
            end - stop > 2
            and self.tokens[end - 1].word in ORGANISATION_WORDS
            and words[-1] not in ORGANISATION_WORDS
            and words[-1].lower() in self.usual
        )

    @staticmethod
    def _is_initial(token: Token) -> bool:
        return len(token.word) == 1 or token.lower in TITLE_ABBREVIATIONS or bool(_INITIALS.fullmatch(token.word))

    def _name(self, first: int, stop: int) -> Mention | None:
        """Make a mention of the capitalised run ``tokens[first:stop]``: role, title, name."""
        tokens = self.tokens
        while stop > first and not tokens[stop - 1].word[-1].isalnum():
            stop -= 1
        if stop <= first:
            return None
        core, title = self._core(first, stop)
        if core >= stop:  # a title alone: "Mayor"
            return self._mention("noun", first, stop, tokens[stop - 1].lower.removesuffix("'s"))
        group = self._group(first, stop, title)
        if group is not None:
            return group
        words = [token.word for token in tokens[core:stop]]
        is_possessive = tokens[stop - 1].is_possessive
        if is_possessive:
            words[-1] = words[-1][:-2]
        mention = self._mention("name", first, stop, _joined(words))
        mention.is_possessive = is_possessive
        mention.title = title
        mention.shape = _shape(words, title)
        mention.role = printed_role(self.text, tokens, first, core) if core > first and title else None
        if mention.shape != "organisation":
            self._absorb_role(mention, core, title is not None and core > first)
        if mention.role is None and mention.shape != "organisation":
            mention.role = role_after(self.text, tokens, stop) or self._role_in_front(first, stop)
        return mention

    def _core(self, first: int, stop: int) -> tuple[int, str | None]:
        """Give where the name proper begins in a run, and the title before it."""
        tokens = self.tokens
        core, title = first, None
        if self._is_title_alone(first, stop):
            return stop, tokens[stop - 1].word
        for place in range(stop - 1, first - 1, -1):
            if tokens[place].word in TITLES and not (place == stop - 1 and tokens[place].word in self.surnames):
                rest = [token.word.removesuffix("'s").removesuffix("’s") for token in tokens[place + 1 : stop]]
                if any(word in ORGANISATION_WORDS for word in rest) or (place > first and not rest):
                    continue
                core, title = place + 1, tokens[place].word
                break
        if core < stop and tokens[core].word == ".":
            core += 1
        begin = core
        if (
            stop - core >= 3
            and (core == first or tokens[core].word in _JOINERS)
            and not is_given_name(tokens[core].word)
        ):
            # "German Chancellor Angela Merkel", "Secretary of State Jon Husted": the person begins at the first name
            for place in range(core + 1, stop - 1):
                if self._begins_person(place, stop):
                    begin = place
                    break
            else:
                if tokens[core].word in _JOINERS:
                    return first, None
        elif (
            tokens[core - 1 if core else 0].word in ORGANISATION_HEADS and core < stop and tokens[core].word in _JOINERS
        ):
            return first, None
        return begin, title

    def _is_title_alone(self, first: int, stop: int) -> bool:
        """Tell whether a run is a title without a name: "Mayor", "Orange County District Attorney"."""
        last = self.tokens[stop - 1]
        word = last.word[:-2] if last.is_possessive else last.word
        if word not in OFFICE_TITLES:
            return False
        if stop - first == 1:
            return word not in self.surnames
        before = self.tokens[stop - 2].word
        return before in TITLE_MODIFIERS or before in OFFICE_TITLES or before in ORGANISATION_WORDS

    def _begins_person(self, place: int, stop: int) -> bool:
        token = self.tokens[place]
        return (
            token.word[0].isupper()
            and len(token.word) > 2
            and is_given_name(token.word)
            and token.word not in PLACE_BEGINNINGS
            and self.tokens[place - 1].word not in (".", "of", "for")
            and not any(
                after.word in ORGANISATION_WORDS or after.word in PLACE_ENDINGS or after.word in _JOINERS
                for after in self.tokens[place:stop]
            )
        )

    def _group(self, first: int, stop: int, title: str | None) -> Mention | None:
        """Make a noun phrase of "ICE officials", "Trump campaign": a name that only says whose."""
        if stop >= len(self.tokens) or title in PERSONAL_TITLES:
            return None
        head = self.tokens[stop]
        if head.quotation is not None or head.lower not in _GROUP_NOUNS or head.word[0].isupper():
            return None
        if self._is_cap(stop + 1):
            return None  # "Trump spokesman Jason Miller"
        return self._mention("noun", first, stop + 1, head.lower)

    def _absorb_role(self, mention: Mention, core: int, has_title: bool) -> None:
        """Take a role in small letters before the name, and the names within it, into the mention."""
        begin = role_before(self.tokens, mention.first, has_title)
        if begin == mention.first:
            return
        mention.role = printed_role(self.text, self.tokens, begin, core)
        mention.title = mention.title or self.tokens[core - 1].lower
        if mention.shape == "unknown":
            mention.shape = "person"
        mention.first, mention.start = begin, self.tokens[begin].start
        while self.found and self.found[-1].stop > begin:
            previous = self.found.pop()
            mention.first = min(mention.first, previous.first)
            mention.start = min(mention.start, previous.start)

    def _role_in_front(self, first: int, stop: int) -> str | None:
        """Give the role of "The public defender, Luis Ortega,"."""
        if first < 2 or self.tokens[first - 1].word != "," or not self.found or self.found[-1].stop != first - 1:
            return None
        before = self.found[-1]
        if before.kind != "noun" or before.name not in ROLE_NOUNS or self.tokens[before.first].lower not in _ARTICLES:
            return None
        if stop < len(self.tokens) and self.tokens[stop].word != ",":
            return None
        return printed_role(self.text, self.tokens, before.first, before.stop)

    # Noun phrases

    def _noun_phrase(self, place: int) -> int:
        tokens = self.tokens
        is_determiner = tokens[place].lower in DETERMINERS
        if is_determiner and self._is_cap(place + 1):
            stop = self._article_name(place) or self._party(place)
            if stop:
                return stop
        begin = place + 1 if is_determiner else place
        stop = self._run_end(begin) if self._is_cap(begin) else begin
        while stop < min(len(tokens), place + _LONGEST_PHRASE) and not self._ends_phrase(stop, begin):
            stop += 1
            if tokens[stop - 1].lower in BARE_PLURALS and not self._is_cap(stop):
                break
        if stop == begin and tokens[place].lower not in _ALONE:
            return place + 1
        name_at = stop
        while name_at > begin and self._is_cap(name_at - 1):
            name_at -= 1
        if begin < name_at < stop and not tokens[stop - 1].is_possessive:  # "the mayor Steve Adler"
            mention = self._name(name_at, self._run_end(name_at))
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
        mention = self._mention("noun", place, stop, tokens[stop - 1].lower.removesuffix("'s"))
        mention.is_possessive = tokens[stop - 1].is_possessive
        self.found.append(mention)
        return stop

    def _are_adjectives(self, first: int, stop: int) -> bool:
        """Tell whether the words between "the" and a body's name are adjectives: "the nonpartisan Tax Foundation"."""
        return stop - first == 1 and self.tokens[first].lower.endswith(_ADJECTIVE_ENDINGS)

    def _article_name(self, place: int) -> int:
        """Read "the Supreme Court" as a name; give its end, or 0 if a noun follows: "the Trump campaign"."""
        tokens = self.tokens
        if tokens[place].lower not in ("the", "a", "an"):
            return 0
        stop = self._run_end(place + 1)
        if stop < len(tokens) and self._continues_phrase(tokens[stop]) and not self._is_predicate(place + 1, stop):
            return 0
        mention = self._name(place + 1, stop)
        if mention is None:
            return 0
        mention.first, mention.start = place, tokens[place].start
        self.found.append(mention)
        return max(mention.stop, stop)

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
        return after.lower in _AFTER_VERBS or after.lower in DETERMINERS or self._is_cap(stop + 1)

    def _party(self, place: int) -> int:
        """Read "many House Republicans" as a name; give its end, or 0 if it is none."""
        stop = self._run_end(place + 1)
        if self.tokens[place].lower not in _QUANTITIES or self.tokens[stop - 1].word not in PARTIES:
            return 0
        mention = self._name(place + 1, stop)
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
            and token.lower not in AUXILIARIES
            and token.lower not in DETERMINERS
            and token.lower not in PRONOUNS
            and not _is_verb(token.lower)
            and token.word not in CALENDAR
            and not token.lower.endswith("ly")
        )

    def _ends_phrase(self, place: int, begin: int) -> bool:
        token = self.tokens[place]
        if token.quotation is not None or not token.word[0].isalnum() or token.word in CALENDAR:
            return True
        if token.lower in PHRASE_STOPS or token.lower in PRONOUNS or token.lower in AUXILIARIES:
            return True
        if place <= begin:
            return False
        return token.lower in DETERMINERS or _is_verb(token.lower)


def _is_verb(word: str) -> bool:
    return word in VERBS_OF_SAYING or word in IRREGULAR_PASTS or word.endswith("ed")


def _joined(words: list[str]) -> str:
    name = ""
    for word in words:
        name += word if word in (".", ",") or not name else f" {word}"
    return name.strip(" ,")


def _shape(words: list[str], title: str | None) -> Shape:
    if any(word in ORGANISATION_WORDS for word in words):
        return "organisation"
    if title is not None:
        return "person"
    if len(words) > 1 and (words[0] in PLACE_BEGINNINGS or words[-1] in PLACE_ENDINGS):
        return "organisation"
    if len(words) == 1 and words[0].isupper() and len(words[0]) > 1:
        return "organisation"
    if 2 <= len(words) <= 5 and (is_given_name(words[0]) or words[1] == "."):
        return "person"
    return "unknown"


def gender_of_name(name: str) -> Literal["f", "m"] | None:
    """Tell the likely gender of a full name by its first name, or its second after an initial."""
    words = name.split()
    if len(words) < 2:
        return None
    for word in words[:-1][:2]:
        gender = gender_of(word)
        if gender is not None:
            return gender
        if len(word.strip(".")) > 1:
            return None
    return None
