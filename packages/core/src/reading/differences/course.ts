/**
 * How a position went on, as two accounts tell it, explained: nobody had answered, and then somebody did; somebody threatened,
 * and `no longer threatens`; somebody would not meet another, and met.
 */
import type { Aspect, Fact, ReadAccount, Background, Telling } from './aspect.ts';
import { isQuoted, scenes, wholeOf, type Scene } from './scenes.ts';
import { bothTell } from './sides.ts';
import { areClose, isBefore } from './when-written.ts';
import { sayWho, whoActs } from './who-acts.ts';

interface Told {
  readonly who: string;
}

const LONGEST_DAYS = 62;
const REPLY_DAYS = 21;

const SILENT =
  /\b(?:(?:has|have|had) (?:not|yet to|so far not|not yet|not so far) (?:yet )?(?:repl(?:ied|y)|respond(?:ed)?|answer(?:ed)?|react(?:ed)?|decided?|committed?|commit)|(?:did|do|does|would|will) not (?:reply|respond|answer|react|say whether)|(?:has|have|had) (?:made|given) no (?:reply|response|answer))\b/giu;
const ANSWERED =
  /\b(?<yes>accepts?|accepted|agrees? to|agreed to|said yes|says yes|welcomed|consented)\b|\b(?<no>declined|declines|refused|refuses|rejects?|rejected|turned down|rebuffed|dismissed|said no|says no)\b/giu;
const UNSAID = /\b(?:not|never|if|whether|unless|until|to|would|could|might|may|should|who|had)\s+(?:\w+\s+)?$/i;

/** Nobody had answered, and then somebody did. */
export const reply: Aspect<Told> = {
  facts: (read, background) => [
    ...factsOf(read, background, SILENT, () => 'silent'),
    ...factsOf(read, background, ANSWERED, (scene, { index, groups }) =>
      UNSAID.test(scene.text.slice(Math.max(0, index - 30), index)) ? undefined : groups?.['yes'] ? 'yes' : 'no',
    ),
  ],
  compare: (a, b, background) => {
    const [silent, answered] = a.value === 'silent' ? [a, b] : [b, a];
    if (silent.value !== 'silent' || answered.value === 'silent') return [];
    const who = sayWho(silent.tellings[0]!.told.who, background);
    return course(silent, answered, REPLY_DAYS, `${who}: no answer, then ${answered.value}`, 'change-reply');
  },
};

const CLASSES: Readonly<Record<string, string>> = {
  threat: 'threaten(?:s|ed)?|warn(?:s|ed)?|vow(?:s|ed)?|swore|swears',
  demand: 'demand(?:s|ed)?|insist(?:s|ed)?|ask(?:s|ed)? for|wants?|wanted|requires?|required|seeks?|sought|claims?',
  refusal: 'object(?:s|ed)?|oppose[sd]?|refuse[sd]?|reject(?:s|ed)?|rule[sd]? out|resist(?:s|ed)?|declined?',
};
const DID = new RegExp(
  String.raw`\b(?<still>no longer |dropped (?:its|his|her|their) |gave up (?:its|his|her|their) |withdrew (?:its|his|her|their) )?(?:${Object.entries(
    CLASSES,
  )
    .map(
      ([name, words]) =>
        `(?<${name}>${words}${name === 'threat' ? '|threats?' : name === 'demand' ? '|demands' : '|objections?|opposition'})`,
    )
    .join('|')})\b`,
  'giu',
);

/** `no longer threatens`, and in an earlier account the threat. */
export const noLonger: Aspect<Told> = {
  facts: (read, background) =>
    factsOf(
      read,
      background,
      DID,
      (_, { groups }) => (groups!['still'] === undefined ? 'did' : 'no longer'),
      ({ groups }) => Object.keys(CLASSES).find((name) => groups![name] !== undefined)!,
    ),
  compare: (a, b, background) => {
    const [did, left] = a.value === 'did' ? [a, b] : [b, a];
    if (did.value !== 'did' || left.value !== 'no longer') return [];
    const who = sayWho(did.tellings[0]!.told.who, background);
    return course(
      did,
      left,
      LONGEST_DAYS,
      `${who}: what was threatened, asked or refused no longer is`,
      'change-no-longer',
    );
  },
};

function course(
  before: Parameters<typeof bothTell<Told>>[0],
  after: Parameters<typeof bothTell<Told>>[0],
  days: number,
  about: string,
  rule: string,
) {
  const test = (x: Telling<Told>, y: Telling<Told>): boolean =>
    isBefore(x.written, y.written) && areClose(x.written, y.written, days);
  const sides = bothTell(before, after, test);
  const why = 'told of one time and of a later one';
  return sides ? [{ kind: 'change', rule, about, status: 'explained', why, sides } as const] : [];
}

function factsOf(
  read: ReadAccount,
  background: Background,
  pattern: RegExp,
  valueOf: (scene: Scene, match: RegExpExecArray) => string | undefined,
  keyOf: (match: RegExpExecArray) => string = () => '',
): Fact<Told>[] {
  return scenes(read).flatMap((scene) =>
    scene.isTitle
      ? []
      : [...scene.text.matchAll(pattern)].flatMap((match) => {
          const value = valueOf(scene, match);
          if (value === undefined || isQuoted(scene, match.index)) return [];
          const who = whoActs(scene, match.index, background);
          if (who === undefined) return [];
          return [{ key: `${who} ${keyOf(match)}`, value, told: { who }, words: wholeOf(scene) }];
        }),
  );
}
