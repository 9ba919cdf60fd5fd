"""Whom "the barber", "the sophomore" or "the Republican nominee" means: the person that the story is telling of."""

from __future__ import annotations

from indexer.attribution.phrases.kin import KIN
from indexer.attribution.text.lexicon import PRONOUNS
from indexer.attribution.text.parts import APOSTROPHES, Entity, Mention, Sentence, kind_at
from indexer.attribution.text.words import word_set

# Words for a person by age, family, faith, school, rank, trade or party that end in no way that tells so.
PERSON_NOUNS = word_set(
    "widow widower bride groom newlywed heir centenarian teenager teen toddler youngster retiree pensioner grandmother"
    " grandfather grandparent mother father freshman sophomore junior senior valedictorian graduate undergraduate"
    " grader priest nun monk deacon vicar imam soldier marine airman corporal private cadet recruit barber tailor"
    " nurse midwife medic pianist cellist violinist goalie quarterback linebacker safety cornerback tackle pitcher"
    " catcher shortstop striker forward midfielder champion medalist athlete rookie novelist playwright apprentice"
    " intern trainee incumbent challenger democrat republican libertarian lawmaker legislator jurist magistrate"
    " diplomat tycoon billionaire millionaire entrepreneur magnate heiress waitress newcomer immigrant refugee"
    " councilman councilwoman congressman congresswoman alderman chairwoman nominee candidate contender front-runner"
    " native alum alumna alumnus transplant commit signee octogenarian septuagenarian nonagenarian homebody"
)
_OF_ANYBODY = word_set(
    "native veteran alum alumna alumnus transplant grandmother grandfather mother father octogenarian"
)
_PARTY_MEMBERS = word_set("Democrat Republican Libertarian Independent")
# What somebody known for an office may be besides.
PARTY_NOUNS = frozenset(word.lower() for word in _PARTY_MEMBERS) | word_set("nominee candidate contender front-runner")
# "The older woman", "the second juror": one of two or more, who need not be the one whom the text is about.
_CONTRASTS = word_set("older younger elder other another second third fourth first next last")
_ACCUSED = word_set("defendant co-defendant suspect inmate")  # of whom a story tells throughout
_PRINTED = word_set("reported reports reporting editorial")  # what newspapers do: "the Tallahassee Democrat reported"
_MEN = word_set("widower groom priest monk councilman congressman father grandfather alderman")
_WOMEN = word_set("widow bride nun heiress waitress mother grandmother councilwoman congresswoman chairwoman")
_INDEFINITE = word_set("a an another one two three some many several")
_ONE = word_set("a an")
_BACK = 2  # paragraphs
_LOOK_BACK = 25  # sentences


def is_describing(source: Mention, sentence: Sentence) -> bool:
    """Tell whether a source is "the" and words for one person: "the barber", "the Kanaga Republican"."""
    tokens = sentence.tokens[source.first : source.stop]
    if tokens[0].lower != "the" or len(tokens) < 2 or any(token.is_possessive for token in tokens):
        return False
    if tokens[-1].word in _PARTY_MEMBERS:
        return _PRINTED.isdisjoint(token.lower for token in sentence.tokens)
    return source.kind == "noun" and tokens[-1].word.islower()


def is_of_anybody(noun: str) -> bool:
    """Tell whether a noun may be said of somebody known for an office: "the 78-year-old", "the Rill native"."""
    return noun in _OF_ANYBODY or noun.endswith("-year-old")


def is_one_of_several(source: Mention, sentence: Sentence) -> bool:
    """Tell whether a noun phrase picks one of two or more, "the older woman", or the accused."""
    tokens = sentence.tokens[source.first : source.stop]
    return tokens[-1].lower in _ACCUSED or any(token.lower in _CONTRASTS for token in tokens)


def is_explained(source: Mention, sentences: list[Sentence]) -> bool:
    """Tell whether a noun phrase is told of at once, for want of a name: "The foreman, a director of bands, said"."""
    after = sentences[source.sentence].tokens[source.stop : source.stop + 2]
    return len(after) > 1 and after[0].word == "," and after[1].lower in _ONE


def introduced_nouns(sentences: list[Sentence]) -> dict[str, int]:
    """Give where somebody without a name first came up by each noun: "a barber said", before "the barber"."""
    found: dict[str, int] = {}
    for sentence in sentences:
        for mention in sentence.mentions:
            name = mention.name
            is_new = mention.kind == "noun" and sentence.tokens[mention.first].lower in _INDEFINITE
            if mention.is_possessive or name in PRONOUNS:  # "Hale's aunt", "her aunt"
                place = mention.stop + (kind_at(sentence.tokens, mention.stop) in APOSTROPHES)
                name = kind_at(sentence.tokens, place)
                is_new = name in KIN and kind_at(sentence.tokens, place + 1) not in (",", "<person>")
            if is_new and name not in found and not _is_beside_name(mention, sentence):
                found[name] = mention.start
    return found


def salient_person(source: Mention, sentences: list[Sentence], last: Mention | None, noun: str) -> Entity | None:
    """Give the person whom the text just before a source is about.

    ``last``: the source that spoke last, if a person's. That is the only person of the paragraph so far; else the
    subject of the sentence before; else, in a new paragraph, the person who spoke last or the subject there.
    """
    for paragraph in range(source.paragraph, max(-1, source.paragraph - _BACK), -1):
        named: list[tuple[bool, Entity]] = []
        for index in range(source.sentence, max(-1, source.sentence - _LOOK_BACK), -1):
            sentence = sentences[index]
            if sentence.paragraph > paragraph:
                continue
            if sentence.paragraph < paragraph:
                break
            for mention in reversed(sentence.mentions):
                if mention.start < source.start and mention.entity is not None and _is_person(mention, noun):
                    named.append((mention.first == sentence.begin, mention.entity))
        distinct = {id(entity): entity for _, entity in named}
        if len(distinct) == 1:
            return next(iter(distinct.values()))
        if last is not None and last.paragraph == paragraph and id(last.entity) in distinct:
            return last.entity
        subjects = {id(entity): entity for is_subject, entity in named if is_subject}
        if len(subjects) == 1:
            return next(iter(subjects.values()))
        if named:
            return None
    return None


def gender_of_noun(noun: str) -> str | None:
    """Tell the gender that a word for a person implies."""
    return "m" if noun in _MEN else "f" if noun in _WOMEN else None


def _is_person(mention: Mention, noun: str) -> bool:
    entity = mention.entity
    gender = gender_of_noun(noun)
    return entity is not None and entity.type == "person" and (gender is None or entity.gender in (gender, None))


def _is_beside_name(mention: Mention, sentence: Sentence) -> bool:
    """Tell whether a noun stands in apposition to a name: "Ann Roy, a barber,", "a barber, Ann Roy"."""
    tokens = sentence.tokens
    before = mention.first > 0 and tokens[mention.first - 1].word == ","
    after = mention.stop < len(tokens) and tokens[mention.stop].word == ","
    return any(
        other.kind == "name"
        and ((before and other.stop == mention.first - 1) or (after and other.first == mention.stop + 1))
        for other in sentence.mentions
    )
