"""Who speaks in a letter: Bell in "Bell sent a letter to Hale asking for it", the girls in "a note from the girls"."""

from __future__ import annotations

from indexer.attribution.text.parts import Mention, Sentence, Token
from indexer.attribution.text.words import word_set

_OBLIQUE = word_set("to of with from by against for about toward towards between like regarding concerning over")
_BEFORE_WHOM = word_set("before at in")  # "spoke before the Hale Committee, urging"
_AUTHORS = word_set("of from by with")  # "a letter from Hale saying", "footage of Hale saying"
_SPEAKERS_OF = word_set("office offices group groups board city town county state village most many some all any")
_RECEIVED = word_set("call calls message messages letter letters email emails text texts note notes complaints")
_RECEIVING = word_set("received receive receives receiving got gets getting had has have")
_LETTERS = word_set(
    "letter letters note notes email emails e-mail message request petition memo memorandum plea appeal"
)


def sender_of(sentence: Sentence, cue: int, source: Mention | None) -> Mention | None:
    """Give who wrote, for whom was written to: Bell in "Bell sent a letter to Hale asking for it"."""
    tokens = sentence.tokens
    if not tokens[cue].lower.endswith("ing"):
        return source
    author = _author_of_received(tokens, cue)
    if author is not None:
        return author
    if source is None or not source.first or source.stop > cue:
        return source
    if tokens[source.first - 1].lower != "to" or _is_taken_up(tokens, source):
        return source
    letter = next((at for at in range(source.first - 1, 0, -1) if tokens[at].lower in _LETTERS), 0)
    for mention in sentence.mentions:
        if mention.stop <= letter and mention.kind != "noun" and not mention.is_possessive:
            return source if is_oblique(tokens, mention, cue) else mention
    return source


def _author_of_received(tokens: list[Token], cue: int) -> Mention | None:
    """Give the noun of who wrote or called: "Hale received messages from the girls calling him a liar"."""
    author = tokens[cue - 1].mention if cue else None
    if author is None or author.kind != "noun" or author.stop != cue or author.first < 2:
        return None
    if tokens[author.first - 1].lower != "from" or tokens[author.first - 2].lower not in _RECEIVED:
        return None
    is_received = any(token.lower in _RECEIVING for token in tokens[: author.first - 2])
    return author if is_received else None


def is_oblique(tokens: list[Token], source: Mention, cue: int) -> bool:
    """Tell whether a source stands after a preposition and is not taken up again: "wrote to Hale asking"."""
    before = tokens[source.first - 1].lower if source.first else ""
    other = tokens[source.first - 2].mention if before == "and" and source.first > 1 else None
    if other is not None and other.kind == "name" and other.stop == source.first - 1:
        return is_oblique(tokens, other, cue)  # "wrote to Bell and Hale asking"
    if before in _BEFORE_WHOM and tokens[cue].lower.endswith("ing"):
        return not _is_taken_up(tokens, source)
    if before not in _OBLIQUE or _is_taken_up(tokens, source):
        return False
    if before in _AUTHORS and tokens[cue].lower.endswith("ing"):
        return False
    head = tokens[source.first - 2].lower if source.first > 1 else ""
    return not (before == "of" and head in _SPEAKERS_OF)


def _is_taken_up(tokens: list[Token], source: Mention) -> bool:
    """Tell whether a clause about the source follows: "to Hale, who said"."""
    after = [token.lower for token in tokens[source.stop : source.stop + 2]]
    return after[:1] in (["who"], ["which"], ["that"]) or after in ([",", "who"], [",", "which"])
