/** Words that tell what a capitalised name names. Folded. From general knowledge; a name that carries none is told by where it stands. */
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

export const ORGANISATION_WORDS = words(`
  union party council commission committee authority ministry institute league front army movement assembly court bank
  university trust guild association federation alliance agency organization organisation forces group corporation company
  foundation congress senate parliament department board society club brigade guard guards militia directorate bureau
  consortium coalition community cabinet chamber network service tribunal secretariat confederation syndicate
  police navy command corps battalion newspaper times post herald gazette tribune cooperative fund centre center
  partnership collective list bloc states delegation mission office administration government house initiative congregation church
  airlines airways motors holdings industries energy steel oil gas media press broadcasting nine five seven
`); // prettier-ignore

/** Of these the short form is used once the name was given: “the union”, “the Front”. */
export const SHORT_HEADS = words(`
  union party council commission committee authority ministry institute league front army movement assembly court bank
  trust guild association federation alliance agency organization organisation group corporation company foundation
  parliament department board tribunal secretariat confederation coalition consortium consortium bloc cooperative
`); // prettier-ignore

export const PLACE_WORDS = words(`
  river lake bay gulf sea strait straits dam island islands isle isles mountain mountains valley cape port street palace
  airport bridge square province region coast peninsula canal hotel castle fort hill hills harbour harbor pass
  heights desert delta basin shelf plateau forest channel ocean reef bank road avenue gate city town village district
  county oblast beach point sound firth fjord glen brae moor marsh spring springs falls barracks plant station
`); // prettier-ignore

export const STATE_WORDS = words(`republic kingdom emirate sultanate principality`);

/** A capitalised run that ends so is a treaty, an event or a work; of such the reader proposes no name. */
export const OTHER_WORDS = words(`
  treaty agreement agreements accord accords plan act summit war wars day talks protocol protocols declaration charter pact deal
  conference games prize award resolution memorandum convention article chapter annex process dialogue round week
  year law bill constitution statute code crisis cup easter christmas ramadan christianity islam catholic muslim
  christian jewish sunni shia orthodox protestant god internet covid section clause page order programme program project
  i ii iii iv v operation strategy doctrine report index festival olympics revolution uprising
`); // prettier-ignore

/** Words that begin sentences and are never names. */
export const NEVER = words(`
  the a an this that these those it its he she they we i you his her their our my your who what when where why how which
  in on at to from by with for of as if but and or nor so yet after before during since until while although though because
  unless whether once then there here now today yesterday tomorrow meanwhile however moreover still also both each every
  all some any no none not never only even just more most many much few several other others another such same
  one two three four five six seven eight nine ten first second third last next according despite under over
  between among against about into through without within outside inside near behind beyond across along
  is are was were be been being has have had do does did will would can could may might must shall should
  mr mrs ms miss dr sir lady lord yes ok asked speaking earlier later instead perhaps indeed nobody everybody everyone
  someone nothing something anything neither either let please thank thanks monday tuesday wednesday thursday friday
  saturday sunday january february march april may june july august september october november december
  pdf update exclusive breaking pictures gate watch download downstream upstream officials talks negotiations related sources read share comments
`); // prettier-ignore

export const DATE_WORDS = words(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december mondays tuesdays wednesdays thursdays fridays saturdays sundays mon tue wed thu fri sat sun jan feb mar apr jun jul aug sept sep oct nov dec
`); // prettier-ignore

/** Before a name of a person; no part of the name. */
export const TITLES = words(`
  mr mrs ms miss dr sir dame lord lady prof professor gen general col colonel maj major capt captain lt lieutenant sgt
  sergeant adm admiral sen senator rep rev reverend father sister brother judge justice sheikh sheik mullah ayatollah
  prince princess king queen emir sultan emperor empress tsar czar pope cardinal bishop archbishop imam rabbi
  comrade herr frau madame monsieur señor senor marshal commander field-marshal baron baroness count duke duchess
`); // prettier-ignore
export const HE_TITLES = words(
  'mr sir lord king prince sultan emir emperor tsar czar pope father brother herr monsieur baron count duke',
);
export const SHE_TITLES = words('mrs ms miss dame lady queen princess empress sister frau madame baroness duchess');

/** Verbs whose subject is mostly a person. */
export const SPEECH = words(`
  said says told tells added adds asked asks argued argues replied replies wrote writes insisted insists quipped joked
  recalled recalls thinks thought believes believed hopes hoped
`); // prettier-ignore

/** Verbs that parties are subjects of, persons and bodies. */
export const ACTS = words(`
  said says told tells added adds announced announces stated insisted insists demanded demands warned warns argued argues
  claimed claims declared denied denies rejected rejects refused refuses offered offers invited invites urged urges asked
  asks replied replies responded responds proposed proposes called calls wants wanted agreed agrees declined declines
  accepted accepts dismissed dismisses confirmed confirms promised promises pledged threatened threatens suggested suggests
  wrote writes has had is was will would may might could must did does sent sends hopes hoped expects expected believes
  believed sought seeks held holds signed signs met meets opened closed imposed imposes votes voted put puts takes took
  recalled recalls thinks thought quipped joked
`); // prettier-ignore

export const PLACE_BEFORE = words(
  'in at near outside around into throughout across via through inside toward towards leave left visit visited reached reach',
);

/** Adjectives and peoples that are of no one state. */
export const PEOPLES = words(`
  arab arabs kurdish kurd kurds western european europeans african africans asian asians latin jewish jews muslim muslims
  christian christians palestinian palestinians chechen tatar tatars serb serbs slavic nordic baltic balkan arctic caribbean catalan basque
  scottish welsh tibetan uyghur sunni shia shiite houthi tamil crimean soviet communist socialist liberal conservative
  republican democratic democrat islamic islamist zionist marxist maoist
`); // prettier-ignore
