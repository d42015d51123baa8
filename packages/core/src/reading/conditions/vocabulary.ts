/** Words that several rules for conditions look for. */
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** What a negotiation moves towards, or what is given in it. Much else depends on something: farms on a river. */
export const STEPS = words(`
  progress talks talk negotiation negotiations dialogue discussion discussions deal deals agreement agreements accord treaty
  settlement peace ceasefire cease-fire truce everything anything all outcome success breakthrough development developments
  movement consent signature acceptance approval support participation attendance presence withdrawal release
  exchange recognition meeting summit visit readiness willingness resolution offer aid concession concessions implementation
  ratification membership relief lifting process next future solution it that this step steps compromise end
  loan loans money funds fund funding payment payments pact contract bill budget vote votes amnesty pardon return sale
  coalition round extension renewal truces sanctions licence license permit plan proposal signing disarmament help
  backing cooperation co-operation reopening opening transfer handover pause halt strike reform reforms whether invitation
  disbursement tranche freedom elections election referendum commitment assent`);
/** Of them those that a sentence about anything else seldom has. */
export const STEP_NOUNS: ReadonlySet<string> = new Set(
  [...STEPS].filter(
    (word) => !/^(?:it|that|this|all|anything|everything|next|end|whether|process|future|help)$/.test(word),
  ),
);
export const CONSENT = words(`
  consent approval agreement permission support blessing backing signature guarantee guarantees participation assent
  ratification vote accord mandate authorisation authorization acceptance endorsement review confirmation verification
  involvement help parliament congress majority`);
export const MODALS = words("will would must should can could may might is are was were to has have had 'll shall");
export const WILL = words("will would can could cannot 'll shall wo ca");
export const NO = words(
  "no not n't never nothing nobody neither none cannot nor impossible unthinkable pointless inconceivable",
);
export const TALKS = words('talks discussions negotiations dialogue');
/** Those that have a will: the tagger and the names know who is named, these are the rest. */
const PARTIES = words(`
  government governments president minister ministry premier chancellor king queen emir army navy militia rebels rebel
  insurgents guerrillas fighters brigades commander general colonel admiral union unions strikers workers drivers nurses
  doctors teachers pilots farmers growers miners dockers company firm employer employers management bank fund lenders
  creditors bondholders council parliament senate assembly congress commission committee party parties coalition opposition
  side sides delegation delegates negotiators negotiator mediator mediators envoy spokesman leader leaders chief elders
  kidnappers hijackers captors authorities officials police court tribe clans islanders villagers settlers residents
  mayor governor city state states province republic kingdom alliance league bloc guild college board director owner
  owners operator operators regulator ministers families guerrilla separatists federation association department
  liberals greens socialists conservatives democrats`);
export const isPartyNoun = (word: string): boolean => PARTIES.has(word);
