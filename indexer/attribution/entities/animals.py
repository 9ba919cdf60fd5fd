"""Names of animals, which nobody quotes and no "she said" means: "a horse named Duke", "her dog, Biscuit,"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from indexer.attribution.phrases.bystanders import EITHER, MEN, WOMEN
from indexer.attribution.phrases.kin import KIN
from indexer.attribution.phrases.roles import is_role_noun
from indexer.attribution.text.lexicon import AUXILIARIES, PREPOSITIONS
from indexer.attribution.text.parts import Mention, Sentence, Token, word_at
from indexer.attribution.text.words import word_set

_ANIMALS = word_set(
    "dog puppy pup pooch mutt canine hound cat kitten kitty tomcat feline tabby horse mare stallion gelding colt filly"
    " foal pony racehorse thoroughbred mule donkey burro goat sheep ewe lamb pig hog sow piglet cow calf heifer steer"
    " bull ox oxen bison buffalo llama alpaca camel rabbit bunny hare hamster gerbil ferret parrot parakeet"
    " cockatoo macaw hawk owl eagle falcon raptor bird goose duck duckling hen rooster chicken turkey peacock swan"
    " pigeon emu ostrich tortoise turtle snake python lizard iguana alligator crocodile fish shark whale dolphin orca"
    " seal otter manatee porpoise bear cub wolf coyote fox deer fawn doe elk moose bobcat lynx cougar lion lioness"
    " tiger leopard cheetah jaguar zebra giraffe elephant rhino rhinoceros hippo hippopotamus monkey gorilla chimpanzee"
    " orangutan ape panda koala kangaroo penguin sloth raccoon skunk opossum squirrel groundhog beaver animal pet"
)
_BREEDS = word_set(  # which are printed with a capital as well
    "beagle bloodhound bulldog chihuahua collie corgi dachshund dalmatian doodle goldendoodle labradoodle greyhound"
    " heeler husky labrador malamute malinois mastiff poodle pug retriever rottweiler schnauzer spaniel terrier"
    " weimaraner whippet k-9 k9"
)
_DOGS_OR_NOT = word_set("shepherd pointer setter lab")  # a dog only after these
_BEFORE_DOGS = word_set("german australian belgian dutch anatolian english irish gordon black yellow chocolate")
_NAMED = word_set("named called nicknamed dubbed")
_OWNERS = word_set("his her their my our its")
_PERSONS = MEN | WOMEN | EITHER | KIN
_WORKING = word_set(
    "police therapy service guide rescue search sniffer comfort support family pet cadaver detection facility"
    " emotional patrol herding sled"
)
_ARTICLES = word_set("a an the")
_ENDS = AUXILIARIES | PREPOSITIONS | word_set("and or who that which whose when where after before but")
_AFTER_PHRASE = _ENDS - word_set("of and or")  # "a bear of a man", "a cat and dog lover"
_LONGEST_PHRASE = 5  # words before the noun


def animals_in(names: Iterable[Mention], sentences: Sequence[Sentence]) -> set[str]:
    """Give the names that a text gives to animals."""
    return {mention.name for mention in names if _is_animal(mention, sentences[mention.sentence].tokens)}


def _is_animal(mention: Mention, tokens: list[Token]) -> bool:
    """Tell by the words before or after a name whether it is an animal's."""
    first = mention.first
    if first > 1 and tokens[first - 1].lower in _NAMED:
        place = first - 2 - (tokens[first - 2].word == ",")
        return _is_animal_at(tokens, place) or _tells_of_animal(tokens, place)
    if mention.title is not None or " " in mention.name:
        return False
    if first > 1 and _is_apposed(mention, tokens, first - 1):
        return True
    return word_at(tokens, mention.stop) == "," and _is_animal_phrase(tokens, mention.stop + 1)


def _is_animal_at(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a word for an animal stands at a place; not Buffalo, and "shepherd" only after "German"."""
    if place < 0:
        return False
    word, lower = tokens[place].word, tokens[place].lower
    if lower in _DOGS_OR_NOT:
        return place > 0 and tokens[place - 1].lower in _BEFORE_DOGS
    return lower in _BREEDS or (word == lower and lower in _ANIMALS)


def _tells_of_animal(tokens: list[Token], place: int) -> bool:
    """Tell whether a phrase that ends at a place tells more of an animal: "Her dog, a three-legged stray"."""
    if place < 0 or tokens[place].lower in _PERSONS or is_role_noun(tokens[place].lower):
        return False
    begin = _begin(tokens, place) - 1
    if begin < 1 or tokens[begin].lower not in _ARTICLES or tokens[begin - 1].word != ",":
        return False
    return _is_animal_at(tokens, begin - 2)


def _begin(tokens: list[Token], place: int) -> int:
    """Give where the words begin that go with a noun, without an article or whose it is."""
    begin = place
    while begin and place - begin < _LONGEST_PHRASE and _may_modify(tokens[begin - 1]):
        begin -= 1
    return begin


def _is_apposed(mention: Mention, tokens: list[Token], before: int) -> bool:
    """Tell whether a name stands beside somebody's animal: "her dog Biscuit", "Hale's horse, Duke,"."""
    has_comma = tokens[before].word == ","
    place = before - has_comma
    if not _is_animal_at(tokens, place):
        return False
    if has_comma and word_at(tokens, mention.stop) not in (",", ".", "<stop>"):
        return False  # "She lost her dog, Hale said"
    begin = _begin(tokens, place)
    is_owned = begin > 0 and (tokens[begin - 1].lower in _OWNERS or tokens[begin - 1].is_possessive)
    return is_owned or (not has_comma and tokens[place - 1].lower in _WORKING)


def _may_modify(token: Token) -> bool:
    if token.quotation is not None or token.is_possessive or not token.word[0].isalnum():
        return False
    return token.lower not in _ENDS and token.lower not in _OWNERS and token.lower not in _ARTICLES


def _is_animal_phrase(tokens: list[Token], place: int) -> bool:
    """Tell whether "a blue heeler" stands at a place; not "a dog trainer"."""
    if word_at(tokens, place) not in _ARTICLES:
        return False
    for end in range(place + 1, min(len(tokens), place + 1 + _LONGEST_PHRASE)):
        if _is_animal_at(tokens, end):
            after = word_at(tokens, end + 1)
            if not after[0].isalnum() or after in _AFTER_PHRASE:
                return True
        if not _may_modify(tokens[end]):
            break
    return False
