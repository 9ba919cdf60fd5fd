"""Reports that nobody makes: what was done to somebody, who pays for it, what is asked, what one is free to say."""

from __future__ import annotations

from indexer.attribution.reports.clauses import BE
from indexer.attribution.reports.reports import Report
from indexer.attribution.text.lexicon import AUXILIARIES, PREPOSITIONS
from indexer.attribution.text.parts import STOP, Mention, Token, word_at
from indexer.attribution.text.verbs import has_verb
from indexer.attribution.text.words import word_set

_BEFORE = 3  # words between "was" and its participle, at most: "was later pronounced"
_NEAR = 8  # words within which money is named: "by a two-year, $9,000 grant"
_ACCUSED = {"accused": "of", "suspected": "of", "convicted": "of", "charged": "with"}
_ORDERS = word_set("order orders")
_VOTING = word_set("voters jurors jury electorate")
_DECIDING = word_set("decide decides decided")
_PAYING = word_set("supported sponsored underwritten")
_MONEY = word_set("grant grants fund funds funding money award awards gift gifts donation donations endowment $")
_PAID_FOR = word_set("work works research study studies project projects survey surveys exhibit festival")
_CREWS = word_set("officers police firefighters crews deputies troopers paramedics medics ambulances responders")
_JUDGING = word_set("found pronounced declared ruled deemed judged")
_JUDGED = word_set(
    "guilty liable dead alive unfit fit incompetent competent innocent safe responsible ineligible eligible"
)
_FOUND = word_set("found find finds finding")
_FINDING = _CREWS | word_set("neighbor hiker hikers searchers rescuers divers troopers detectives agents they")
_CLAUSES = word_set("that no how why whether he she it they there")
_PLAYED = word_set(
    "allowed allows conceded concedes claimed claims posted posts answered answers responded responds added adds"
    " yielded yields"
)
_LONGEST_POINTER = 3  # words: "That is what"
_ADDED = word_set("added adds")
_COUNTS = word_set("one two three four five six seven eight nine ten eleven twelve")
_BEHIND_COUNTS = PREPOSITIONS | word_set("and while more as each apiece before after off") | {",", ".", ";", ")", STOP}
_OF_GAMES = word_set(
    "hit hits run runs goal goals point points walk walks touchdown touchdowns homer homers basket baskets bunt yards"
    " three-pointer three-pointers layup timeout rebounds boards assists crown medal catch inning innings"
)
_SOON = 6  # words: "a game-tying two-run homer"
_RECALLED = word_set("recall recalls recalled recalling")
_CUES = (
    _RECALLED
    | _PAYING
    | _DECIDING
    | _ORDERS
    | _ACCUSED.keys()
    | _FOUND
    | _JUDGING
    | _PLAYED
    | word_set("responded called")
)
_PERMISSION = word_set("anonymity permission authority authorized authorised allowed permitted")
_THINGS = word_set("nothing something anything everything morning evening spring during being")
_ANSWERING = word_set(
    "said says replied replies answered answers wrote writes told tells"
)  # "Paying clerks, Roy replied."
_TIMES = word_set(
    "last this in on earlier yesterday today week weeks month months year years ago monday tuesday wednesday thursday"
    " friday saturday sunday january february march april may june july august september october november december"
    " spring summer fall autumn winter two three first late early"
)
_SPEAKING_OF = word_set("today yesterday tonight again")  # "said on the phone today that"
_SUMMONS = word_set("call calls report reports block scene area alarm crash fire home house")


def is_unsaid(report: Report) -> bool:
    """Tell whether a report is a deed that its sentence only tells of, or asks for: "Crews were called to a pier"."""
    tokens, cue = report.sentence.tokens, report.cue
    word, after = tokens[cue].lower, word_at(tokens, cue + 1)
    if report.has_quotation:
        return False
    if tokens[-1].word == "?" and _is_asked(report):
        return True
    if _is_permitted(tokens, cue) or _is_condition(report) or _is_relative(report):
        return True
    if _points_back(report) or _is_last_name(report) or _is_opening(report) or _is_aside(report):
        return True
    if word not in _CUES:
        return False
    if word in _PAYING and after == "by":
        return _is_paid_for(report)
    if word == "responded" and after == "to":
        return _names(report, _CREWS) and _holds(tokens[cue + 2 : cue + 2 + _NEAR], _SUMMONS)
    if word in _JUDGING and _is_judged(tokens, cue):
        return True
    if word in _FOUND:
        return _names(report, _FINDING) and report.words()[0].lower not in _CLAUSES
    if word in _ADDED and _is_count(tokens, cue + 1):
        return True
    if word in _RECALLED and after[0].isdigit() and (word == "recalling" or not _is_persons(report.source)):
        return True  # "Ford is recalling 870,000 pickups"
    if word in _PLAYED and after not in _CLAUSES and _holds(tokens[cue + 1 : cue + 1 + _SOON], _OF_GAMES):
        return True
    if word in _DECIDING:
        return _names(report, _VOTING)
    return report.source is None and _is_done(tokens, cue, word, after)


def _is_persons(source: Mention | None) -> bool:
    return source is not None and source.entity is not None and source.entity.type == "person"


def _is_count(tokens: list[Token], place: int) -> bool:
    """Tell whether a number by itself stands at a place: "Roy added 12.", not "added 12 people were hurt"."""
    word = word_at(tokens, place)
    return (word.isdigit() or word in _COUNTS) and word_at(tokens, place + 1) in _BEHIND_COUNTS


def _is_asked(report: Report) -> bool:
    """Tell whether a sentence asks whether somebody says so: "Does the board require that the gate be shut?"."""
    source = report.source
    if source is None or not source.first or not source.stop <= report.cue:
        return False
    return report.sentence.tokens[source.first - 1].lower in AUXILIARIES


def _points_back(report: Report) -> bool:
    """Tell whether a report only points at what was told before: "That's what Roy said", "That's according to Roy"."""
    told = report.words()
    if len(told) > _LONGEST_POINTER:
        return False
    words = [token.lower for token in told]
    return words in (["that's", "what"], ["that's"], ["that", "is", "what"], ["that", "is"])


def _is_permitted(tokens: list[Token], cue: int) -> bool:
    """Tell whether somebody may only say something: "was granted anonymity to discuss the talks"."""
    return cue > 1 and tokens[cue - 1].lower == "to" and tokens[cue - 2].lower in _PERMISSION


def _is_condition(report: Report) -> bool:
    """Tell whether the words are on what terms somebody spoke: "spoke on condition that his street not be named"."""
    first = report.content[0][0]
    return first > report.cue and report.sentence.tokens[first - 1].lower == "condition"


def _is_relative(report: Report) -> bool:
    """Tell whether the words only say more of a noun: "argued with Bell in a car that was stopped"."""
    tokens, first = report.sentence.tokens, report.content[0][0]
    if len(report.content) > 1 or first < report.cue + 3 or tokens[first].lower != "that":
        return False
    if tokens[report.cue].lower == "according":
        return False
    before = tokens[first - 1]
    is_noun = before.word.islower() and before.lower not in PREPOSITIONS and before.lower not in _SPEAKING_OF
    return is_noun and word_at(tokens, first + 1) in AUXILIARIES and tokens[report.cue + 1].lower in PREPOSITIONS


def _is_opening(report: Report) -> bool:
    """Tell whether the words only tell what somebody does meanwhile: "Wiping away tears, Roy apologized."."""
    (first, stop), tokens = report.content[0], report.sentence.tokens
    words = tokens[first:stop]
    if (
        tokens[report.cue].lower in _ANSWERING
        or len(report.content) > 1
        or first != report.sentence.begin
        or stop > report.cue
        or len(words) < 2
    ):
        return False
    is_doing = words[0].lower.endswith("ing") and words[0].lower not in _THINGS
    return is_doing and word_at(tokens, stop) == "," and not has_verb(words[1:])


def _is_last_name(report: Report) -> bool:
    """Tell whether a cue is printed as a name within a sentence that is none of a headline: "Ann Said, 46, left"."""
    tokens, cue = report.sentence.tokens, report.cue
    before = tokens[cue - 1].mention if cue else None
    if tokens[cue].word != "Said" or before is None or before.kind != "name":
        return False
    is_headline = all(token.lower in PREPOSITIONS for token in tokens if token.word.islower() and len(token.word) > 3)
    return not is_headline


def _is_aside(report: Report) -> bool:
    """Tell whether a cue only says when a thing was told of: "the plan, announced last month, has begun"."""
    tokens, cue, source = report.sentence.tokens, report.cue, report.source
    is_thing = (
        source is not None and source.kind == "noun" and source.stop == cue - 1
    )  # "The sale, announced today, is"
    if source is not None and source.first < cue and not is_thing:
        return False  # "Hale, who runs it, announced in May, has"
    if not tokens[cue].lower.endswith("ed") or not cue or tokens[cue - 1].word != ",":
        return False
    stop = next((at for at in range(cue + 1, len(tokens)) if tokens[at].word == ","), cue)
    return stop > cue + 1 and all(token.lower in _TIMES or token.word.isdigit() for token in tokens[cue + 1 : stop])


def _is_done(tokens: list[Token], cue: int, word: str, after: str) -> bool:
    """Tell whether words without a source tell what was done: "was called to", "accused of", "orders for"."""
    is_passive = _is_passive(tokens, cue)
    if word == "called":
        return is_passive and after == "to"
    if word in _ACCUSED:
        return not is_passive and after == _ACCUSED[word] and tokens[cue].word.islower()
    return word in _ORDERS and after == "for"


def _is_passive(tokens: list[Token], cue: int) -> bool:
    return not BE.isdisjoint(token.lower for token in tokens[max(0, cue - _BEFORE) : cue])


def _is_judged(tokens: list[Token], cue: int) -> bool:
    """Tell whether it is what became of somebody: "was found not guilty", "was pronounced dead"."""
    after = word_at(tokens, cue + 1 + (word_at(tokens, cue + 1) == "not"))
    return _is_passive(tokens, cue) and after in _JUDGED


def _is_paid_for(report: Report) -> bool:
    """Tell whether support is money: "supported by a grant", "The study was sponsored by the Bell Foundation"."""
    tokens, cue = report.sentence.tokens, report.cue
    return _holds(tokens[cue + 2 : cue + 2 + _NEAR], _MONEY) or _holds(report.words(), _PAID_FOR)


def _names(report: Report, words: frozenset[str]) -> bool:
    source = report.source
    return source is not None and _holds(report.sentence.tokens[source.first : source.stop], words)


def _holds(tokens: list[Token], words: frozenset[str]) -> bool:
    return any(token.lower in words for token in tokens)
