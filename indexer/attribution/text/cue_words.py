"""Words that report speech or belief, in all their forms."""

from __future__ import annotations

from indexer.attribution.text.words import word_set
from search.documents import CueClass

_SPEECH = (
    "say tell add ask explain state announce argue claim note write tweet warn insist assert declare report confirm"
    " acknowledge admit suggest reply respond contend charge urge promise vow predict conclude recall remark comment"
    " observe stress emphasize emphasise deny accuse allege complain joke testify quip caution reiterate answer"
    " continue counter maintain mention pledge propose question repeat reveal boast concede criticize criticise"
    " denounce disclose estimate indicate inform lament praise proclaim recommend describe post email e-mail text"
    " shout yell whisper cry exclaim chant recount relate advise remind assure reassure request"
    " apologize apologise summarize summarise clarify elaborate opine muse concur dispute refute rebut retort object"
    " protest plead swear attest affirm reaffirm foretell forecast implore beg instruct notify vouch mutter murmur"
    " grumble underscore outline specify stipulate volunteer tease ponder read express speculate articulate voice rule"
    " decry bemoan admonish rebuke chide require forbid prohibit credit attribute confess inquire pronounce advocate"
    " undertake congratulate hint reason invite press"
)  # fmt: skip
_BELIEF = (
    "believe think hope fear worry expect want feel know wish doubt suspect assume consider understand plan intend"
    " seek support oppose favor favour prefer agree disagree like hate love see view regard envision imagine wonder"
    " decide refuse decline attempt try mean find learn discover realize realise remember forget show seem appear"
    " accept convince persuade guess suppose conceive resent regret welcome embrace reconsider weigh fret fume"
    " attack reject discuss liken endorse echo encourage unveil contradict highlight label portray deride invoke"
    " reference depict hail berate fault disparage belittle ridicule taunt scold champion laud threaten compare"
    " demand order blame condemn applaud commend thank detail dismiss mock defend tout sign signal"
    " anticipate reckon figure foresee"
)  # fmt: skip
_IRREGULAR = {
    "say": "said saying says", "tell": "told telling tells", "write": "wrote written writing writes",
    "think": "thought thinking thinks", "feel": "felt feeling feels", "know": "knew known knowing knows",
    "deny": "denied denying denies", "worry": "worried worrying worries", "reply": "replied replying replies",
    "cry": "cried crying cries", "testify": "testified testifying testifies", "swear": "swore sworn swearing swears",
    "read": "read reading reads", "see": "saw seen seeing sees", "mean": "meant meaning means",
    "seek": "sought seeking seeks", "find": "found finding finds", "foretell": "foretold foretells",
    "forecast": "forecast forecasts", "beg": "begged begging begs", "quip": "quipped quipping quips",
    "admit": "admitted admitting admits", "try": "tried trying tries", "forget": "forgot forgotten forgets",
    "understand": "understood understands", "clarify": "clarified clarifying clarifies",
    "specify": "specified specifying specifies", "notify": "notified notifies", "show": "showed shown showing shows",
    "prefer": "preferred preferring prefers", "plan": "planned planning plans", "rebut": "rebutted rebuts",
    "ridicule": "ridiculed ridiculing ridicules", "regret": "regretted regretting regrets",
    "fret": "fretted fretting frets",
    "forbid": "forbade forbidden forbidding forbids", "foresee": "foresaw foreseen foreseeing foresees",
    "undertake": "undertook undertaken undertaking undertakes",
    "concur": "concurred concurs", "refer": "referred referring refers",
}  # fmt: skip
_MORE_SPEECH = (
    "according spoke speaks speak speaking spoken talked talks talk talking called calls calling call put puts goes"
    " went pointed points pointing statement refer referred refers referring cited cites citing reportedly quoted"
    " quotes quote slammed slams slam blasted blasts ripped rips directed directs"
)

# Forms that are as often nouns: they do not end a noun phrase.
NOUNS_OR_VERBS = word_set(
    "report claim charge comment question answer order request demand email e-mail text post state note"
    " detail outline object protest promise pledge vow tweet plan hope fear worry view doubt show find want"
    " wish feel like love hate forecast joke cry shout read address mention praise remark support blame"
    " dispute estimate attempt study charges claims comments questions answers orders requests demands emails"
    " e-mails texts posts states notes details reports plans hopes fears worries views doubts shows promises"
    " pledges vows tweets jokes cries shouts remarks estimates attempts protests objects forecasts findings"
    " finding meaning feeling writing reading showing saying object statement call calls talk talks point"
    " points quote quotes concern concerns project projects credit credits reason reasons hint hints invite invites"
    " press presses figure figures advocate advocates undertaking"
)


def _forms(lemma: str) -> list[str]:
    if lemma in _IRREGULAR:
        return [lemma, *_IRREGULAR[lemma].split()]
    stem = lemma.removesuffix("e")
    third = lemma + "es" if lemma.endswith(("s", "sh", "ch", "x")) else lemma + "s"
    return [lemma, third, stem + "ed", stem + "ing"]


SPEECH_WORDS = frozenset(form for lemma in _SPEECH.split() for form in _forms(lemma)) | frozenset(_MORE_SPEECH.split())
BELIEF_WORDS = frozenset(form for lemma in _BELIEF.split() for form in _forms(lemma)) - SPEECH_WORDS
# Speech as well, "identified the driver as Hale", though what is learnt of speech and belief has not seen it so.
_NAMING = word_set("identify identifies identified identifying")
VERBS_OF_SAYING = (SPEECH_WORDS | BELIEF_WORDS) - NOUNS_OR_VERBS


def class_of(cue: str, is_quoted: bool = False) -> CueClass:
    """Tell whether a cue, in lower case, reports speech or belief.

    A word of neither list reports speech where the words themselves are quoted: "issued the following: “…”".
    """
    if cue in SPEECH_WORDS or cue in _NAMING or (is_quoted and cue not in BELIEF_WORDS):
        return "speech"
    return "belief"
