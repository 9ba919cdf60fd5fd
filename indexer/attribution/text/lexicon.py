"""Closed word lists: titles, pronouns, function words, words of organisations and places."""

from __future__ import annotations

from indexer.attribution.text.words import word_set

# Titles, as printed before a name (without the full stop).
PERSONAL_TITLES = word_set("Mr Mrs Ms Miss Mx Dr Sir Lady Lord Dame Madam Honorable Honourable")
OFFICE_TITLES = word_set(
    "Prof Professor Sen Sens Senator Senators Rep Reps Representative Representatives Gov Governor Lt Gen General"
    " Adm Admiral Col Colonel Maj Major Capt Captain Sgt Sergeant Cpl Corporal Pvt Officer Detective Det Deputy"
    " Sheriff Undersheriff Chief Constable Marshal Mayor Judge Justice President Secretary Speaker Chairman"
    " Chairwoman Chairperson Chair Councilman Councilwoman Councilmember Councillor Councilor Alderman Alderwoman"
    " Commissioner Superintendent Principal Rev Reverend Pastor Bishop Archbishop Cardinal Pope Father Sister"
    " Brother Rabbi Imam Attorney Congressman Congresswoman Assemblyman Assemblywoman Assemblymember Delegate Del"
    " Treasurer Auditor Comptroller Clerk Director Trooper Ranger Agent Coach Minister Chancellor Premier King Queen"
    " Prince Princess Ambassador Spokesman Spokeswoman Spokesperson Prosecutor Engineer Administrator Manager"
    " Coordinator Counsel Leader Whip Candidate Nominee Strategist Dean Provost Editor Chaplain Firefighter"
    " Paramedic Lieutenant Hon Member Analyst Correspondent Anchor Owner Founder Investigator Supervisor Trustee"
    " Lawyer Defendant Co-defendant Victim Inspector Warden Educator Organizer Activist Pathologist Coroner Democrat"
    " Republican Librarian Executive Businessman Economist Meteorologist Forecaster Climatologist Hydrologist Geologist"
    " Biologist Botanist Zoologist Ecologist Epidemiologist Toxicologist Astronomer Astronaut Veterinarian Arborist"
    " Chef Brewmaster Cantor Deacon Archdeacon Vicar Rector Monsignor Msgr Abbot Abbess Organist Choirmaster Conductor"
    " Choreographer Curator Archivist Historian Registrar Bailiff Magistrate Solicitor Ombudsman Assessor Surveyor"
    " Cr Coun Const Fr"
    " Planner Postmaster Headmaster Headmistress Instructor Lecturer Dispatcher Lifeguard Selectman Selectwoman"
    " Selectperson Councilperson Congressperson Alderperson Committeeman Committeewoman Freeholder Patrolman"
    " Patrolwoman Commander Cmdr Commodore Brigadier Ensign Airman Seaman Pfc Spc Supt Ofc Insp Cllr Specialist"
    " DA D.A ADA A.D.A DDA ASA SA AUSA AG A.G CEO C.E.O CFO COO CTO Defender"
)
TITLES = PERSONAL_TITLES | OFFICE_TITLES
PLURAL_TITLES = word_set(  # before several names, "Officers Hale and Roy", besides "Sens"
    "Officers Detectives Sergeants Troopers Agents Judges Justices Commissioners Councilmembers Assemblymembers"
    " Supervisors Prosecutors Attorneys Professors Delegates Investigators Presidents Ministers Drs Congressmen"
    " Congresswomen Councilmen Councilwomen Assemblymen Assemblywomen Aldermen Selectmen Trustees Mayors Governors"
    " Deputies Pastors Doctors Plaintiffs Defendants"
)
TITLE_ABBREVIATIONS = word_set(
    "mr mrs ms mx dr prof asst dep"
    " sen sens rep reps gov lt gen adm col maj capt sgt cpl pvt rev st jr sr hon det del fr"
    " pfc spc cmdr supt ofc insp cllr msgr"
)
ABBREVIATIONS = TITLE_ABBREVIATIONS | word_set(
    "vs no inc corp co ltd dept ave blvd rd mt ft u.s u.n u.k d.c a.m p.m e.g i.e jan feb mar apr jun jul aug sep sept"
    " oct nov dec ariz calif colo conn fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa"
    " tenn tex va vt wash wis wyo ala ark n.y n.j n.h n.c s.c n.d s.d n.m r.i w.va ph.d"
)
TITLE_MODIFIERS = word_set(
    "Interim Acting Assistant Asst Dep"
    " Associate Vice Deputy Former Lieutenant Major Senior Junior Co-founder Attorney"
    " Prime First Police Fire Criminal State City County District House Senate Assembly Council Chief Security Homeland"
    " Press Public Special Supervising Presiding Managing Financial Operating Technology Information Medical Legal"
    " Majority Minority Ranking"
)
FEMALE_TITLES = word_set(
    "Mrs Ms Miss Lady Dame Madam Congresswoman Councilwoman Chairwoman Assemblywoman Alderwoman Spokeswoman Queen"
    " Princess Sister Selectwoman Committeewoman Patrolwoman Headmistress Abbess"
)
MALE_TITLES = word_set(
    "Mr Sir Lord Congressman Councilman Chairman Assemblyman Alderman King Prince Father Brother Monsignor Msgr Abbot"
)

# "the mayor" may stand for whoever bears one of these titles in the article.
TITLES_OF_NOUN: dict[str, frozenset[str]] = {
    noun: word_set(titles)
    for noun, titles in {
        "mayor": "mayor", "governor": "governor gov", "senator": "senator sen", "president": "president",
        "secretary": "secretary", "sheriff": "sheriff", "chief": "chief", "judge": "judge", "justice": "justice",
        "congressman": "rep representative congressman", "congresswoman": "rep representative congresswoman",
        "representative": "rep representative", "councilman": "councilman", "councilwoman": "councilwoman",
        "councilmember": "councilmember", "superintendent": "superintendent supt", "director": "director",
        "attorney": "attorney", "prosecutor": "prosecutor attorney", "spokesman": "spokesman spokesperson",
        "spokeswoman": "spokeswoman spokesperson", "spokesperson": "spokesperson spokesman spokeswoman",
        "speaker": "speaker", "pastor": "pastor rev reverend", "professor": "professor prof",
        "commissioner": "commissioner", "chairman": "chairman", "chairwoman": "chairwoman", "chair": "chair",
        "doctor": "dr doctor", "lieutenant": "lt lieutenant", "captain": "capt captain", "sergeant": "sgt sergeant",
        "coach": "coach", "principal": "principal", "pope": "pope", "clerk": "clerk", "detective": "detective det",
        "deputy": "deputy", "officer": "officer", "bishop": "bishop", "rabbi": "rabbi", "engineer": "engineer",
        "treasurer": "treasurer", "auditor": "auditor", "coroner": "coroner", "lawyer": "lawyer attorney",
        "priest": "priest rev reverend father monsignor msgr", "minister": "minister rev reverend",
        "physician": "dr physician",
        "surgeon": "dr surgeon", "magistrate": "magistrate judge", "councilor": "councilor councillor",
        "lawmaker": "rep representative sen senator lawmaker assemblyman assemblywoman delegate congressman"
        " congresswoman", "legislator": "rep representative sen senator assemblyman assemblywoman delegate",
        "farmer": "farmer", "librarian": "librarian", "economist": "economist", "candidate": "candidate",
        "commander": "commander cmdr",
    }.items()
}  # fmt: skip

# Words that head a role: "council member", "an immigration lawyer", "president of the growers".
ROLE_NOUNS = frozenset(noun for noun in TITLES_OF_NOUN) | word_set(
    "member spokesman spokeswoman spokesperson lawyer prosecutor manager coordinator owner founder co-founder"
    " co-owner co-director co-chair co-captain co-author co-host co-manager co-president co-creator co-leader"
    " co-organizer vice-chair"
    " executive officer leader organizer activist advocate analyst researcher scientist historian author editor"
    " reporter columnist host anchor producer resident student teacher farmer rancher firefighter paramedic nurse"
    " physician surgeon psychologist economist strategist consultant adviser advisor aide counsel counselor minister"
    " priest veteran volunteer developer contractor administrator inspector investigator agent trooper marshal warden"
    " ranger dispatcher steward chairperson vice-president ceo cfo coo salesman driver pilot sailor ferryman captain"
    " retiree neighbor neighbour witness victim survivor "
    " lobbyist fellow dean provost chancellor ambassador delegate alderman"
    " commissioner trustee supervisor assemblyman assemblywoman lawmaker legislator politician candidate nominee"
    " democrat republican biologist geologist hydrologist meteorologist forecaster climatologist engineer architect"
    " planner designer artist musician singer actor actress filmmaker photographer baker barber cook chef waitress"
    " bartender clerk cashier shopkeeper grower brewer butcher electrician plumber carpenter mechanic welder operator"
    " defender guard keeper referee umpire player bailiff juror defendant curator archivist conductor deckhand"
    " dockworker vendor landlord tenant realtor undertaker gardener auctioneer lifeguard lineman mediator"
    " moderator organist poet"
    " custodian janitor bookkeeper accountant banker broker pharmacist dentist veterinarian therapist demographer"
    " pollster speechwriter secretary-general assistant head boss expert specialist officer-in-charge general"
)

# Last words of names that are surely places, which never speak.
PLACES = word_set(
    "Street Avenue Boulevard Road Lane Drive River Creek Lake Bridge Park Beach Bay Valley Hills Springs Square Plaza"
    " Highway Interstate Reservoir Mountains Mountain Coast Desert Forest Airport Island Islands Row Court Canyon Trail"
)
# Those of them that are last names as well, and other last words of places and bodies that are.
ALSO_LAST_NAMES = word_set("Day Hall Law Mills Tower Ward") | PLACES - word_set(
    "Avenue Boulevard Road Drive Plaza Highway Interstate Reservoir Mountains Mountain Airport Island Islands Trail"
    " Valley Coast Desert Canyon Square Row"
)
COURTS = word_set(  # before "Court" where that is no street
    "Supreme High District Circuit Superior Appeals Appellate Family County Municipal Federal Tax Bankruptcy Probate"
    " Criminal Magistrate Justice City Town Juvenile"
)

# Pronouns and what they can stand for.
PRONOUNS: dict[str, str] = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
    "they": "many", "them": "many", "their": "many", "it": "thing", "its": "thing", "i": "speaker", "me": "speaker",
    "my": "speaker", "we": "speakers", "us": "speakers", "our": "speakers", "you": "reader", "your": "reader",
    "who": "relative",
}  # fmt: skip
SUBJECT_PRONOUNS = word_set("he she they it i we who you")
DETERMINERS = word_set(
    "a an the his her their its our my your this these those one another some many several two three four five"
    " six seven eight nine ten most both all each every no other more few any"
)
BARE_PLURALS = word_set(
    "officials aides critics sources experts police authorities analysts supporters lawmakers democrats republicans"
    " investigators prosecutors residents neighbors neighbours parents witnesses deputies officers firefighters leaders"
    " activists advocates voters conservatives liberals people reporters pundits economists researchers scientists"
    " attorneys lawyers opponents organizers advisers advisors insiders observers doctors nurses teachers students"
    " members detectives crews paramedics businesses farmers growers workers employees families survivors relatives"
    " friends others protesters demonstrators historians engineers inspectors regulators forecasters meteorologists"
    " developers commissioners councilors legislators senators representatives documents records spokesmen"
    " negotiators dealers traders bankers brokers"
)
PHRASE_STOPS = word_set(
    "now never always again already once of in on at by with for from to that which who whom whose and or but as if"
    " when while because after before during since about against into over under than is are was were be been being"
    " has have had do does did will would can could may might should must not also then there here how why what"
    " where so whether until through between among within without across around along toward towards near via"
    " despite per amid inside outside upon"
)
AUXILIARIES = word_set(
    "is are was were be been being has have had do does did will would can could may might should must 's 'd 've 'll"
    " 're isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't"
)
# Past forms that do not end in -ed, so that a noun phrase can be told from what follows it.
IRREGULAR_PASTS = word_set(
    "met came went held led won lost took gave made ran sent built began became got kept left paid sold spent"
    " stood fell grew laid sat bought brought fought caught broke chose drew drove flew rose saw sought spoke"
    " swore threw wrote ate blew bore bound bred clung dealt drank dug fed felt fled forgot froze hid hung knew"
    " lay lit meant overtook read rode sang shook shot slept slid stole struck stuck swept swung taught thought"
    " told tore understood withdrew wore wound said sank shone sprang stung swam wept woke put let hit cut shut"
    " quit"
)
PREPOSITIONS = word_set("of in on for by with to at from against about")

ORGANISATION_WORDS = word_set(
    "Department Committee University College Inc Corp Corporation Company Co Police Office Council Association Agency"
    " Administration Bureau Institute Center Centre Foundation Party Campaign Court Senate House Congress Commission"
    " Board Union Group Church School Schools District Authority Service Services Times Post Journal News Press Network"
    " Fund League Federation Hospital Bank Ministry Pentagon Kremlin FBI CIA Guard Army Navy Force Project Coalition"
    " Society Alliance Club Team Trust Partners LLC Ltd Security Enforcement Herald Tribune Daily Magazine Radio"
    " Television Reports Registrar Poll Survey Monitor Globe Examiner Review Weekly Politico Reuters Ledger Gazette"
    " Chronicle Dispatch Observer Sentinel Courier Medical Health Library Museum Theater Theatre Academy Clinic"
    " Association Cooperative Laboratory Utilities Utility Local Brigade Patrol Conservancy Ministries Diocese Synod"
    " Airlines Airways Industries Systems Solutions Enterprises Holdings Chamber Assembly Legislature Parliament"
    " Republicans Democrats Enquirer Channel Centers Task Watch Cabinet Panel Transit Energy Electric Foods Brothers"
    " Storage Logistics Trucking Construction Builders Constructors Contractors Realty Properties Residential Markets"
    " Farms Motors Insurance Mutual Savings Capital Management Consulting Consultants Associates Communications"
    " Technologies Technology Manufacturing Mining Petroleum Pharmaceuticals Pharmacy Packing Recycling Sanitation"
    " Protection Prevention"
    " Brewing Dairy Creamery Hardware Grocery Lumber Supply Freight Railway Railroad Shipyard Homeowners Teamsters"
    " Nurses Workers Firefighters Teachers Farmers Taxpayers Credit"
)
PARTIES = word_set("Republicans Democrats Libertarians Conservatives Liberals Tories Greens")  # groups with a name
# What a company is by law.
COMPANY_FORMS = word_set("Inc Inc. Corp Corp. Corporation Company Co Co. LLC LLP Ltd Ltd. Plc PLC NV AG SA Cos")
ORGANISATION_HEADS = word_set(
    "Commission Council Department Committee Office University Board Bureau Association Ministry Secretary Bank Court"
    " Institute Center Centers Federation School College Union Society Daughters House Speaker Chamber Coalition"
    " District City County Church Republic State Citizens Americans Veterans Women Students Chair Chairman Director"
    " Attorney League Academy Library Foundation Society Clerk Immigration Bureau Order Port Diocese Archdiocese"
    " Brotherhood Knights Town Village Township Borough Confederation Conference Corps"
)
PLACE_BEGINNINGS = word_set(
    "North South East West New San Los Las Saint St Fort Mount Lake United Central Northern Southern Eastern Western"
    " Upper Lower Old Great Middle Port Cape Santa Costa Palo Baton Des Grand Little Long Big"
)
PLACE_ENDINGS = word_set(
    "Strait Straits Reef Peninsula Sea Ocean Gulf Lagoon Estuary Glacier"
    " Islands Island Park River Beach Street Avenue Bay Valley Hills Springs Creek Road Boulevard Lane Drive Hall Tower"
    " House Square Plaza Bridge Airport County Heights Coast Desert Mountains Forest Stadium Arena Center Act Bill Law"
    " Amendment Day Night Award Awards Prize Show Morning Cup Bowl Plan Pact Treaty Accord War Revolution Age Era"
    " Convention Americans American America Korea China Russia Iran Iraq Europe Texas Florida Virginia Carolina Mills"
    " Lake Reservoir Ward Highway Interstate Harbor Dam Trail Canyon Levee Cannery Tap Program Programs System"
    " Initiative Division Squad Complaint Corridor"
)
NAME_PARTICLES = word_set("de la van von der den bin al el ibn di da du del le ten y")
PARTICLES_OF_TWO = word_set("la las los den der")  # only after another: Maria de la Cruz, Erik van der Berg
NAME_SUFFIXES = word_set("Jr Sr II III IV")
CALENDAR = word_set(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August"
    " September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Christmas Thanksgiving"
    " Easter Halloween"
)
SELDOM_FIRST_NAMES = word_set("May April June August Jan Mo Pa")  # words, and abbreviations
CALENDAR_LOWER = frozenset(word.lower() for word in CALENDAR)
NEVER_NAMES = CALENDAR | word_set(
    "I A The An In On At But And Or He She They It We You His Her Their Its Our My Your This That These Those There"
    " Here When While After Before If As For From With By Of To No Not Yes So Then Also Now Today Yesterday Tomorrow"
    " Asked What Who Why How Where Which Both Even Since Because Although Though Despite During According Meanwhile"
    " However Earlier Later Last Next Still Yet Some Many Most Several One Two Three Four Five Six Seven Eight Nine Ten"
    " All Each Every Another Other Such Just Only More Instead Like Once Until Unlike Among About Over Under Between"
    " Through Without Within Along Across Read Follow Watch Photo Image Advertisement Well Oh Let Please Md Va Pa Calif"
    " Ill Conn Wis Tex Fla Ga Minn Mich Mass Ariz Colo Tenn Ky La Ore Okla Ala Ark Kan Neb Nev Mo Ind Mont Wyo Getty"
    " Video Updated Related Editor Neither Either Nor Nobody Everyone Somebody Nothing Perhaps Maybe Again Never Said"
    " Furthermore Moreover Likewise Additionally Consequently Thus Hence Nevertheless Nonetheless Otherwise Similarly"
    " Accordingly Subsequently Therefore Indeed Specifically Recently Interestingly Importantly Ultimately Finally"
    " Eleven Twelve Thirteen Fourteen Fifteen Sixteen Seventeen Eighteen Nineteen Twenty Thirty Forty Fifty Sixty"
    " Seventy Eighty Ninety Dozens Hundreds Thousands Thankfully Sadly Unfortunately Fortunately Hopefully"
    " Joining Utilizing Whereas Says Does Did Is Are Was Were Has Have Had Should Could Would Must Shall"
)
SELDOM_LAST_NAMES = word_set(  # of those: Ken Oh, Rose May
    "May April June August March Monday Friday Sunday Christmas Easter Oh An In No So To You My Her He Just Such Last"
    " Still Said Yet Most Well Must Even Ten Read Case"
)
