/**
 * The words that tell of speech and of the acts of negotiating, the act each tells of, and how what was said or done is
 * joined to them. A table, not logic; collected from the style of news agencies.
 *
 * Frames: `quote` introduces direct speech; `that` a clause with or without that; `that-only` a clause with that;
 * `to` an infinitive; `noun` an object; `whom` an object before the clause or infinitive (told reporters that, urged both
 * to); `whom-only` likewise, and never without; `as` a judgement after the object (dismissed the plan as a farce);
 * `two` a judgement without as (called the plan a farce); `ing` a gerund; `itself` the subject is what it is about
 * (the truce lapsed); `wh` a question (asked whether); `for`, `on`, `to-noun`, `of`, `about`, `in`, `with`, `against`,
 * `at` a preposition and its noun.
 */
import type { Act } from '../rows.ts';
import { forms, type Form } from './inflections.ts';

export type Frame =
  | 'quote' | 'that' | 'that-only' | 'to' | 'noun' | 'whom' | 'whom-only' | 'as' | 'two' | 'ing' | 'itself'
  | 'for' | 'on' | 'to-noun' | 'of' | 'about' | 'in' | 'with' | 'against' | 'at' | 'wh'; // prettier-ignore

export interface CueVerb {
  readonly lemma: string;
  /** `out` of ruled out. */
  readonly particle?: string;
  readonly act: Act;
  readonly frames: ReadonlySet<Frame>;
}

/** Act, frames, verbs; a particle follows its verb after an underscore. */
const TABLE: readonly (readonly [act: Act, frames: string, verbs: string])[] = [
  ['state', 'quote that wh', 'say'],
  ['state', 'quote that to noun', 'claim'],
  ['state', 'quote that', 'add argue maintain contend insist reply answer retort counter joke quip boast brag complain lament grumble conclude predict recall remember muse volunteer interject concur confide murmur caution exult gloat grouse rejoin allege opine bemoan'],
  ['state', 'quote that noun', 'announce declare assert affirm reaffirm confirm acknowledge admit stress emphasize emphasise underline underscore highlight reiterate repeat point_out reveal disclose stipulate proclaim clarify restate profess spell_out avow'],
  ['state', 'quote that-only wh', 'state respond remark observe note comment explain write write_back recount caution_against testify specify elaborate hint signal indicate suggest reason post tweet retweet go_on continue put_it imply attest email text blog confess intone preach inquire chime_in'],
  ['state', 'quote', 'express exclaim shout ask wonder mutter whisper cry chuckle snap laugh sigh shrug smile read begin continue yell scream chant holler bark crow fume confide snort blast thunder sniff sneer roar groan grin growl hiss gush enthuse drawl deadpan moan beam storm chime rasp'],
  ['state', 'that two', 'think consider deem'],
  ['state', 'that wh', 'believe fear hope reckon feel suspect trust assume hear worry know realize realise guess imagine presume figure speculate surmise wish bet fret dream pretend'],
  ['state', 'that-only wh', 'recognize recognise discover forget decide determine wonder calculate estimate project forecast agree ensure prove demonstrate rule'],
  ['state', 'wh', 'ask wonder see discuss debate question describe know say show decide determine guess understand reveal'],
  ['state', 'whom wh', 'ask'],
  ['state', 'to', 'hope plan intend decide choose prefer aim resolve determine opt expect seek wish strive'],
  ['state', 'that-only noun', 'doubt foresee regret envision'],
  ['state', 'noun', 'express voice echo'],
  ['state', 'noun wh', 'question challenge explain discuss debate'],
  ['state', 'noun', 'support back favor favour oppose defend praise applaud hail laud commend tout champion promote advocate admire prefer dislike hate thank congratulate credit blame fault attack assail chide rebuke scold berate bash trash savage skewer hammer vilify demonize mention cite reference invoke detail outline recommend preach bemoan lament protest assess recite compare liken predict'],
  ['state', 'for', 'hope advocate vouch apologize apologise argue push campaign pray long root lobby praise criticize thank blame'],
  ['state', 'against', 'argue rail warn speak_out campaign protest inveigh advise lash_out'],
  ['state', 'about', 'talk speak complain worry joke boast brag ask think write wonder know lie tweet care rant gripe'],
  ['state', 'of', 'speak complain boast brag talk dream approve disapprove think'],
  ['state', 'to-noun', 'refer allude point object respond'],
  ['state', 'on', 'comment weigh_in elaborate expound dwell touch count'],
  ['state', 'with', 'agree disagree side sympathize sympathise'],
  ['state', 'at', 'hint lash_out scoff bristle'],
  ['state', 'ing', 'favor favour oppose support consider advocate recall describe defend mention'],
  ['state', 'whom-only that quote wh to', 'tell'],
  ['demand', 'whom-only', 'tell'],
  ['state', 'whom-only that-only quote', 'inform assure remind notify brief reassure convince persuade'],
  ['state', 'whom-only of', 'accuse convict convince'],
  ['state', 'as', 'regard view see perceive hail cite praise'],
  ['report', 'that-only quote noun', 'report'],
  ['report', 'that-only quote', 'estimate calculate'],
  ['report', 'that quote noun', 'find show'],
  ['report', 'that', 'understand learn'],
  ['certify', 'that noun', 'certify verify attest'],
  ['deny', 'that noun ing quote', 'deny'],
  ['deny', 'that-only noun', 'dispute contest refute rebut disavow repudiate'],
  ['accept', 'noun', 'accept welcome endorse embrace take_up'],
  ['accept', 'to on to-noun that-only', 'agree'],
  ['accept', 'to to-noun', 'consent assent'],
  ['accept', 'that quote', 'concede grant'],
  ['accept', 'to-noun', 'bow yield'],
  ['decline', 'to noun quote', 'decline refuse'],
  ['decline', 'noun ing', 'reject rule_out turn_down spurn rebuff snub veto turn_away put_aside brush_aside set_aside renounce'],
  ['decline', 'to-noun', 'object'],
  ['decline', 'of', 'hear'],
  ['dismiss', 'as noun', 'dismiss wave_away wave_off shrug_off brush_off deride mock ridicule belittle denounce condemn decry criticize criticise slam blast lambast'],
  ['dismiss', 'as', 'brand label describe portray characterise characterize cast paint'],
  ['dismiss', 'two', 'call brand label'],
  ['state', 'noun', 'describe'],
  ['offer', 'to noun', 'offer'],
  ['offer', 'that noun to ing quote', 'propose'],
  ['offer', 'noun to ing that-only', 'suggest float'],
  ['offer', 'noun', 'put_forward table come_forward_with'],
  ['offer', 'to that noun quote', 'promise pledge vow'],
  ['offer', 'to', 'undertake volunteer'],
  ['offer', 'to that', 'swear guarantee'],
  ['demand', 'that noun to quote', 'demand'],
  ['demand', 'on', 'insist'],
  ['demand', 'noun to', 'want like'],
  ['demand', 'for', 'ask press push clamour lobby'],
  ['demand', 'for to', 'call'],
  ['demand', 'that-only noun whom', 'request require'],
  ['demand', 'noun', 'seek'],
  ['demand', 'whom-only that-only', 'ask expect'],
  ['state', 'noun', 'expect'],
  ['urge', 'whom-only noun quote that-only', 'urge'],
  ['urge', 'whom-only', 'encourage implore beseech beg press exhort'],
  ['urge', 'that-only whom', 'advise recommend counsel'],
  ['urge', 'on', 'call'],
  ['urge', 'for to-noun', 'appeal plead'],
  ['urge', 'with', 'plead'],
  ['invite', 'whom-only noun', 'invite'],
  ['threaten', 'to noun that', 'threaten'],
  ['threaten', 'that whom quote of', 'warn caution'],
  ['dispatch', 'noun', 'dispatch send'],
  ['host', 'noun', 'host'],
  ['wait', 'for', 'wait'],
  ['lapse', 'itself', 'lapse expire'],
]; // prettier-ignore

export interface CueForm {
  readonly verb: CueVerb;
  readonly form: Form;
}

const byForm = new Map<string, CueForm[]>();
for (const [act, frames, verbs] of TABLE)
  for (const entry of verbs.split(' ')) {
    const [lemma, ...particle] = entry.split('_') as [string, ...string[]];
    const verb: CueVerb = {
      lemma,
      act,
      frames: new Set(frames.split(' ') as Frame[]),
      ...(particle.length === 0 ? {} : { particle: particle.join(' ') }),
    };
    const known = forms(lemma);
    for (const form of Object.keys(known) as Form[]) {
      const word = known[form];
      for (const spelling of /[^l]l(?:ed|ing)$/.test(word) ? [word, word.replace(/l(?=ed$|ing$)/, 'll')] : [word]) {
        const list = byForm.get(spelling) ?? [];
        list.push({ verb, form });
        byForm.set(spelling, list);
      }
    }
  }

/** Every reading of a word, lower case: `called` for something, on somebody, something a farce. */
export const cueForms = (word: string): readonly CueForm[] => byForm.get(word) ?? NONE;
const NONE: readonly CueForm[] = [];

/** What a noun carries, with the words that join its content; some are cues only where somebody owns them. */
export interface CueNoun {
  readonly act: Act;
  readonly joins: readonly string[];
  readonly isOwned: boolean;
}

const NOUNS: readonly (readonly [act: Act, joins: string, isOwned: boolean, nouns: string])[] = [
  ['demand', 'on that', false, 'insistence'],
  ['demand', 'for that', false, 'demand request'],
  ['demand', 'for', false, 'call'],
  ['urge', 'for', false, 'appeal plea'],
  ['offer', 'of for to that', true, 'proposal'],
  ['offer', 'of that', true, 'suggestion'],
  ['offer', 'of', true, 'idea'],
  ['offer', 'of to', true, 'offer'],
  ['offer', 'of to that', true, 'promise pledge vow commitment'],
  ['offer', 'to', true, 'readiness willingness'],
  ['offer', 'that', false, 'assurance promise'],
  ['decline', 'to of', true, 'refusal'],
  ['decline', 'of', false, 'rejection'],
  ['decline', 'to', false, 'opposition objection resistance'],
  ['accept', 'of', true, 'acceptance endorsement embrace'],
  ['threaten', 'to of', true, 'threat'],
  ['threaten', 'that', false, 'warning'],
  ['invite', 'to', true, 'invitation'],
  ['state', 'that', false, 'claim assertion announcement view belief conviction contention argument allegation accusation suggestion suspicion hope fear concern confidence criticism complaint worry impression notion conclusion prediction expectation perception remark revelation'],
  ['state', 'of', true, 'criticism denunciation condemnation allegation accusation defense defence fear'],
  ['state', 'about', true, 'concern complaint worry anger anxiety misgiving skepticism fear claim comment remark'],
  ['state', 'for', true, 'praise support'],
  ['state', 'that', true, 'statement position'],
  ['state', 'to', true, 'decision plan desire hope intention eagerness reluctance determination'],
  ['state', 'for of', true, 'hope'],
  ['state', 'on of', true, 'view'],
  ['deny', 'that of', false, 'denial'],
]; // prettier-ignore

export const CUE_NOUNS: Record<string, CueNoun> = {};
for (const [act, joins, isOwned, nouns] of NOUNS)
  for (const noun of nouns.split(' ')) {
    const known = CUE_NOUNS[noun];
    const joining = joins.split(' ');
    CUE_NOUNS[noun] = known
      ? { ...known, joins: [...known.joins, ...joining], isOwned: known.isOwned && isOwned }
      : { act, joins: joining, isOwned };
  }
