/**
 * The words that tell of speech and of the acts of negotiating, the act each tells of, and how what was said or done is
 * joined to them. A table, not logic; collected from the style of news agencies.
 *
 * Frames: `quote` introduces direct speech; `that` a clause with or without that; `that-only` a clause with that;
 * `to` an infinitive; `noun` an object; `whom` an object before the clause or infinitive (told reporters that, urged both
 * to); `whom-only` likewise, and never without; `as` a judgement after the object (dismissed the plan as a farce);
 * `two` a judgement without as (called the plan a farce); `ing` a gerund; `itself` the subject is what it is about
 * (the truce lapsed); `for`, `on`, `to-noun`, `of`, `about`, `in`, `with` a preposition and its noun.
 */
import type { Act } from '../rows.ts';
import { forms, type Form } from './inflections.ts';

export type Frame =
  | 'quote' | 'that' | 'that-only' | 'to' | 'noun' | 'whom' | 'whom-only' | 'as' | 'two' | 'ing' | 'itself'
  | 'for' | 'on' | 'to-noun' | 'of' | 'about' | 'in' | 'with' | 'wh'; // prettier-ignore

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
  ['state', 'quote that', 'add argue maintain contend insist reply answer retort counter joke quip boast complain lament grumble conclude predict recall remember muse volunteer interject concur'],
  ['state', 'quote that noun', 'announce declare assert affirm reaffirm confirm acknowledge admit stress emphasize emphasise underline underscore highlight reiterate repeat point_out reveal disclose stipulate proclaim clarify restate profess spell_out avow'],
  ['state', 'quote that-only', 'state respond remark observe note comment explain write write_back recount caution_against testify specify elaborate hint signal indicate suggest reason post tweet go_on continue put_it'],
  ['state', 'quote', 'express exclaim shout ask wonder mutter whisper cry chuckle snap laugh sigh shrug smile read begin'],
  ['state', 'that two', 'think consider deem'],
  ['state', 'that', 'believe fear hope reckon feel suspect trust assume hear'],
  ['state', 'that-only noun', 'doubt foresee regret'],
  ['state', 'noun', 'express voice echo'],
  ['state', 'whom-only that quote wh to', 'tell'],
  ['state', 'whom-only that-only quote', 'inform assure remind notify brief reassure'],
  ['state', 'whom-only of', 'accuse convict'],
  ['state', 'as', 'regard view see'],
  ['report', 'that-only quote noun', 'report'],
  ['report', 'that-only quote', 'estimate calculate find show'],
  ['report', 'that', 'understand learn'],
  ['certify', 'that noun', 'certify verify attest'],
  ['deny', 'that noun ing quote', 'deny'],
  ['deny', 'that-only noun', 'dispute contest refute rebut disavow repudiate'],
  ['accept', 'noun', 'accept welcome endorse embrace take_up'],
  ['accept', 'to on to-noun that-only', 'agree'],
  ['accept', 'to to-noun', 'consent assent'],
  ['accept', 'that', 'concede grant'],
  ['accept', 'to-noun', 'bow yield'],
  ['decline', 'to noun quote', 'decline refuse'],
  ['decline', 'noun ing', 'reject rule_out turn_down spurn rebuff snub veto turn_away put_aside brush_aside set_aside renounce'],
  ['decline', 'to-noun', 'object'],
  ['decline', 'of', 'hear'],
  ['dismiss', 'as noun', 'dismiss wave_away wave_off shrug_off brush_off deride mock ridicule belittle denounce condemn decry criticize criticise slam blast lambast'],
  ['dismiss', 'as', 'brand label describe portray characterise characterize cast paint'],
  ['dismiss', 'two', 'call brand label'],
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
  ['demand', 'for', 'call'],
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

/** Nouns that carry what somebody wants, offers or says, with the words that join its content. */
export const CUE_NOUNS: Readonly<Record<string, { readonly act: Act; readonly joins: readonly string[] }>> = {
  insistence: { act: 'demand', joins: ['on', 'that'] },
  demand: { act: 'demand', joins: ['for', 'that'] },
  request: { act: 'demand', joins: ['for', 'that'] },
  call: { act: 'demand', joins: ['for'] },
  appeal: { act: 'urge', joins: ['for'] },
  proposal: { act: 'offer', joins: ['of', 'for', 'to', 'that'] },
  suggestion: { act: 'offer', joins: ['of', 'that'] },
  idea: { act: 'offer', joins: ['of'] },
  offer: { act: 'offer', joins: ['of', 'to'] },
  promise: { act: 'offer', joins: ['of', 'to', 'that'] },
  pledge: { act: 'offer', joins: ['of', 'to', 'that'] },
  readiness: { act: 'offer', joins: ['to'] },
  willingness: { act: 'offer', joins: ['to'] },
  refusal: { act: 'decline', joins: ['to', 'of'] },
  rejection: { act: 'decline', joins: ['of'] },
  acceptance: { act: 'accept', joins: ['of'] },
  threat: { act: 'threaten', joins: ['to', 'of'] },
  warning: { act: 'threaten', joins: ['that'] },
  invitation: { act: 'invite', joins: ['to'] },
  claim: { act: 'state', joins: ['that'] },
  assertion: { act: 'state', joins: ['that'] },
  statement: { act: 'state', joins: ['that'] },
  announcement: { act: 'state', joins: ['that'] },
  assurance: { act: 'offer', joins: ['that'] },
  denial: { act: 'deny', joins: ['that', 'of'] },
  position: { act: 'state', joins: ['that'] },
  view: { act: 'state', joins: ['that'] },
  belief: { act: 'state', joins: ['that'] },
};
