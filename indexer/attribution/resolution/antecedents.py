"""What stands just before a source that refers back: the person before "who", the body before "the company"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from indexer.attribution.mentions.name_joints import is_party
from indexer.attribution.mentions.voices import may_be_called_so
from indexer.attribution.phrases.bodies import COMPANIES, may_be_called
from indexer.attribution.phrases.nominals import is_of_several, is_organisation_like, is_subject_body, is_told_of_later
from indexer.attribution.phrases.roles import is_role_noun
from indexer.attribution.resolution.nameless import gender_of_one, is_somebody
from indexer.attribution.resolution.resolved import BY_NOUN, LIKELY, UNSURE, Resolved
from indexer.attribution.text.cue_words import VERBS_OF_SAYING
from indexer.attribution.text.given_names import is_given_name
from indexer.attribution.text.lexicon import PLACES, PREPOSITIONS
from indexer.attribution.text.parts import Entity, Mention, Sentence, Token
from indexer.attribution.text.verbs import has_verb
from indexer.attribution.text.words import word_set

_MOST_FITTING = 50
_FARTHEST_BODY = 3  # sentences
_LONGEST_ROLE = 6  # tokens
_CAMPAIGNS = word_set("campaign camp")
_OFTEN_ANOTHER = word_set("victim spokesman spokeswoman spokesperson official employee resident member")
_LONGEST_PARTY = 8  # tokens
_NOT_OF_ROLE = PREPOSITIONS | word_set("and or but")
# Bodies whose names say what they are, so that any other name is not theirs: "Department", "Council".
_IN_THEIR_NAMES = word_set(
    "department office campaign committee council commission board court district bureau authority agency union church"
    " university college library museum institute league chamber coalition federation partnership alliance association"
)
_NEXT = 2  # sentences, of which one may be a quotation
_IS_WHO, _WHOSE, _IS = word_set("he she it this that"), word_set("his her the"), word_set("is was")
_BEFORE_BODY = word_set("at from by for with of , that and")


def person_before_who(source: Mention, sentence: Sentence) -> Entity | None:
    """Give the person before "who", across "of the Harbor Commission," and ", a council member,"."""
    tokens = sentence.tokens
    end = source.first
    for mention in reversed(sentence.mentions):
        if mention.stop > end:
            continue
        begin = _before_role(tokens, mention.stop, end)
        if mention.kind == "name" and begin < end and tokens[begin].lower in _NOT_OF_ROLE:
            return None  # somebody else's: "met Ann Roy, and nearby officers who said"
        end = _before_party(sentence.words, mention.stop, _before_age(tokens, mention.stop, begin))
        has_comma = tokens[end - 1].word == ","
        if end - mention.stop > has_comma:
            return None
        if mention.entity is not None and mention.entity.type == "person":
            return mention.entity
        before = tokens[mention.first - 1] if mention.first else None
        if before is None or not (before.word == "," or before.lower in PREPOSITIONS):
            return None
        end = mention.first if before.word == "," else mention.first - 1
    return None


def _before_role(tokens: list[Token], stop: int, end: int) -> int:
    """Give where a role begins: "chief nursing officer" of "Ann Roy, chief nursing officer at Rill General, who"."""
    place = end
    while place > stop and tokens[place - 1].word.islower() and tokens[place - 1].word.isalpha():
        place -= 1
    role = tokens[place:end]
    is_role = bool(role) and is_role_noun(role[-1].lower) and len(role) <= _LONGEST_ROLE and not has_verb(role)
    return place if is_role else end


def _before_age(tokens: list[Token], stop: int, end: int) -> int:
    """Give where an age begins: ", 79," of "Ann Roy, 79, who"."""
    age = [token.word for token in tokens[stop:end]]
    return stop + 1 if len(age) == 3 and age[0] == age[2] == "," and age[1].isdigit() else end


def _before_party(words: list[str], stop: int, end: int) -> int:
    """Give where a party begins: ", R-Cedar Falls," of "Rep. Ann Roy, R-Cedar Falls, who", "(D-Ohio)"."""
    if not (stop + 2 < end <= stop + _LONGEST_PARTY) or not is_party(words, stop + 1):
        return end
    last = end - 1 - (words[stop] == "(" and words[end - 1] == ",")
    closing = ")" if words[stop] == "(" else ","
    is_closed = words[last] == closing and closing not in words[stop + 1 : last]
    return stop + (closing == ",") if is_closed else end


def name_in_next(source: Mention, sentences: list[Sentence]) -> Entity | None:
    """Give whom the next sentence names of whom a noun phrase told without a name: "He is Tom Hale, 34"."""
    following = [one for one in sentences[source.sentence + 1 : source.sentence + 1 + _NEXT] if one.has_words]
    if not following:
        return None
    tokens, begin = following[0].tokens, following[0].begin
    words = [token.lower for token in tokens[begin : begin + 3]]
    is_so = len(words) > 1 and words[0] in _IS_WHO and words[1] in _IS
    place = begin + 3 if words[1:] == ["name", "is"] and words[0] in _WHOSE else begin + 2 if is_so else -1
    named = (mention.entity for mention in following[0].mentions if mention.first == place and mention.kind == "name")
    return next((entity for entity in named if entity is not None and entity.type == "person"), None)


def name_heading_next(source: Mention, sentences: list[Sentence]) -> Entity | None:
    """Give whom the next paragraph names at its head of whom the story's first sentence tells: "Tom Hale, 46, pleaded".

    That sentence tells of nobody else, and only a headline names him before; his age or where he is from follows.
    """
    told = sentences[source.sentence]
    is_alone = not any(_is_one(mention) for mention in told.mentions if mention is not source)
    place = bisect_right(sentences, source.paragraph, key=lambda sentence: sentence.paragraph)
    if is_of_several(source.name) or source.first != told.begin or not is_alone:
        return None
    if not is_told_of_later(source, told) or place >= len(sentences):
        return None
    head = _new_name_heading(sentences[place], source)
    if head is None or not _is_introduced(sentences[place].words[head.stop : head.stop + 3]):
        return None
    return head.entity


def name_behind(source: Mention, sentences: list[Sentence], is_beginning: bool) -> Entity | None:
    """Give whom the next sentence begins to tell of by a bare name: "the driver said. Tom Hale has driven for years."

    A person of whom nothing was told before has an age, a place or a role beside the first name. The sentence is of
    the same paragraph, at the story's beginning also of the next, and says nothing that its subject says.
    """
    following = sentences[source.sentence + 1 : source.sentence + 1 + _NEXT]
    there = next((sentence for sentence in following if sentence.has_words), None)
    if there is None or there.paragraph > source.paragraph + is_beginning:
        return None
    is_one = is_somebody(source.name) and not is_of_several(source.name) and source.name not in _OFTEN_ANOTHER
    is_one = is_one and sentences[source.sentence].tokens[source.first].lower == "the"
    head = _new_name_heading(there, source) if is_one else None
    if head is None or head.entity is None or head.title or head.role or not head.entity.is_full_name:
        return None
    after = there.tokens[head.stop : head.stop + 2]
    is_passive = len(after) > 1 and after[0].lower in _IS and after[1].lower.endswith("ed")  # "was arrested"
    return head.entity if has_verb(after[:1]) and after[0].lower not in VERBS_OF_SAYING and not is_passive else None


def _new_name_heading(sentence: Sentence, source: Mention) -> Mention | None:
    """Give the name at a sentence's head if it is a person's whom nothing but a headline has named before a source."""
    head = sentence.mentions[0] if sentence.mentions else None
    if head is None or head.kind != "name" or head.first != sentence.begin or head.is_possessive or not _is_one(head):
        return None
    assert head.entity is not None
    starts = head.entity.starts
    is_new = starts[bisect_left(starts, source.start)] == head.start
    return head if is_new and gender_of_one(source.name) in (None, head.entity.gender) else None


def _is_one(mention: Mention) -> bool:
    """Tell whether a mention is of one person: a name, "a man", not "him" who may be who is told of."""
    if mention.kind == "name":
        return mention.entity is not None and mention.entity.type == "person"
    return mention.kind == "noun" and is_somebody(mention.name)


def _is_introduced(after: list[str]) -> bool:
    """Tell whether the words behind a name say how old somebody is or whence: ", 46,", ", of Rill"."""
    return len(after) == 3 and after[0] == "," and ((after[1].isdigit() and after[2] == ",") or after[1] == "of")


def candidate_of_campaign(
    source: Mention, sentences: list[Sentence], namesakes: dict[str, list[Entity]]
) -> Entity | None:
    """Give whose campaign the paragraph told of last: "Hale's campaign had no comment. The candidate said".

    ``namesakes``: persons of full names by last name.
    """
    for sentence in reversed(sentences[: source.sentence + 1]):
        if sentence.paragraph < source.paragraph:
            return None
        for mention in reversed(sentence.mentions):
            if mention.start >= source.start or mention.kind != "noun" or mention.name not in _CAMPAIGNS:
                continue
            own = [
                word.removesuffix("'s").removesuffix("’s") for word in sentence.words[mention.first : mention.stop - 1]
            ]
            found = [entity for word in own for entity in namesakes.get(word, [])]
            return found[0] if len(found) == 1 else None
    return None


def body_before(source: Mention, noun: str, sentences: list[Sentence], firms: list[Entity]) -> Entity | None:
    """Find the body that was the subject of a sentence just before, or the one firm of a text, or that named last."""
    first = max(0, source.sentence - _FARTHEST_BODY)
    bodies = [
        (mention, sentence)
        for sentence in reversed(sentences[first : source.sentence + 1])
        for mention in reversed(sentence.mentions)
        if mention.start < source.start and _is_body(mention, noun)
    ]
    subjects = [mention for mention, sentence in bodies if is_subject_body(mention, sentence)]
    named = [mention for mention, _ in bodies if mention.entity and is_organisation_like(mention.entity)]
    told_of = [] if noun in _IN_THEIR_NAMES else [m for m, sentence in bodies if _is_told_of(m, sentence)]
    if noun in COMPANIES and not subjects and len(firms) == 1 and firms[0].starts[0] < source.start:
        return firms[0]
    return next((mention.entity for mention in subjects + named + told_of), None)


def nearest_named(source: Mention, fitting: list[Entity]) -> Resolved | None:
    """Choose the one of several named last before the source; one named only later must be the only one."""
    index = bisect_left(fitting, source.start, key=lambda entity: entity.starts[0])
    named_before = fitting[max(0, index - _MOST_FITTING) : index]
    before = [(entity.starts[bisect_left(entity.starts, source.start) - 1], entity) for entity in named_before]
    if before:
        nearest = max(before, key=lambda pair: pair[0])[1]
        return Resolved(nearest, BY_NOUN if len(fitting) == 1 else UNSURE, "noun")
    return Resolved(fitting[0], LIKELY, "noun") if len(fitting) == 1 else None


def _is_body(mention: Mention, noun: str) -> bool:
    entity = mention.entity
    if entity is None or entity.is_animal or not may_be_called(noun, entity):
        return False
    return entity.type == "organisation" or (noun in COMPANIES and _may_be_company(entity))


def _may_be_company(entity: Entity) -> bool:
    """Tell whether a name that was taken for a person's has nothing of one: "Rill Foods told the town …"."""
    if entity.gender is not None or entity.titles or entity.role or entity.ages:
        return False
    return not is_given_name(entity.name.split()[0])


def _is_told_of(mention: Mention, sentence: Sentence) -> bool:
    """Tell whether a name is of somebody or something that does or has things, not of a place: "at Rill General"."""
    tokens = sentence.tokens
    if mention.name.split()[-1] in PLACES or not may_be_called_so(mention):
        return False
    before = tokens[mention.first - 1].lower if mention.first else ""
    return mention.first == sentence.begin or before in _BEFORE_BODY or tokens[mention.first].lower == "the"
