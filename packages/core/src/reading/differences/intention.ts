/**
 * What somebody will do, may do, is ready to do or will not do: `is willing to mediate` and `had never offered to mediate`, `will
 * sign` and `may sign`. Under one key are the party and the verb; where the verb alone says little (`take`, `make`) its object as
 * well. Of one time it is a difference of strength; of a later time it is how it went on.
 */
import type { Aspect, Background, Draft, Telling } from './aspect.ts';
import { isQuoted, scenes, wholeOf, type Scene } from './scenes.ts';
import { bothTell } from './sides.ts';
import { inCommon, terms, thing } from './terms.ts';
import { areClose, isBefore } from './when-written.ts';
import { sayWho, whoActs } from './who-acts.ts';

type Level = 'will' | 'may' | 'will not';

interface Told {
  readonly who: string;
  readonly verb: string;
  readonly said: string;
  readonly level: Level;
  readonly objects: ReadonlySet<string>;
  readonly isDenial: boolean;
}

const WILL = String.raw`(?:is|are|was|were|am) (?:now |also |still |fully )?(?:willing|ready|prepared|set|due|expected|scheduled|going) to|(?:offered|offers|agreed|agrees|promised|promises|pledged|vowed|undertook|consented|decided|plans|planned|intends|intended) to|will|would|shall|is to|are to`;
const WILL_NOT = String.raw`(?:will|would|shall|did|does|do) (?:not|never)|(?:wo|would|did|does|do)n['’]t|(?:refused|refuses|declined|declines) to|(?:is|are|was|were) (?:not (?:yet )?|un)(?:willing|ready|prepared|going) to|(?:had |has |have )?(?:never|not) (?:offered|agreed|promised|pledged|consented|intended) to|(?:is|are|was|were) reluctant to|ha(?:s|d|ve) no (?:plans?|intention) (?:to|of)|ruled out|rules out`;
const MAY = String.raw`may|might|could|(?:is|are|was|were) considering|considers|has not decided whether to|ha[sd] yet to decide whether to`;
const SAID = new RegExp(
  String.raw`\b(?:(?<against>${WILL_NOT})|(?<maybe>${MAY})|(?<for>${WILL})) (?:also |then |soon |now |still |only |never )?(?<verb>\p{Ll}[\p{L}-]{2,})(?<rest>[^.;:,—–]{0,60})`,
  'giu',
);
/** They say nothing without their object. */
const LIGHT = new Set(
  `take make have give get let put come see keep hold bring send say call ask leave meet find remain become continue help
  need want try seem run turn work use show provide allow consider like know think agree accept discuss reach mean stand
  depend end begin increase rise fall cost lead include`
    .split(/\s+/)
    .map(thing),
);
const SKIPPED = /^(?:not|never|be|been|have|only|also|rather|ever|cease|likely)$/;
/** What is asked, supposed or denied is not told. */
const SUPPOSED =
  /\b(?:if|whether|unless|until|should|when|once|before|after|in case|so that|who|which|demand\w*|insist\w*|ask\w*|urg\w+|call\w* on|hop\w+|fear\w*|want\w*)\b[^,;.]{0,60}$/i;
const CONDITION = /\b(?:if|unless|until|only|provided|on condition|as long as|once|in return for|in exchange for)\b/i;
const ONE_TIME_DAYS = 45;
const NEXT_DAYS = 2;

export const intention: Aspect<Told> = {
  facts: (read, background) =>
    scenes(read)
      .flatMap((scene) => (scene.isTitle ? [] : intentions(scene, background)))
      .flatMap(({ scene, told }) => {
        const { who, verb, level, objects } = told;
        const words = wholeOf(scene);
        const keys = LIGHT.has(verb) ? [...objects].map((object) => `${who} ${verb} ${object}`) : [`${who} ${verb}`];
        return keys.map((key) => ({ key, value: level, told, words }));
      }),
  compare: (a, b, background) => {
    const [x, y] = [a.tellings[0]!.told, b.tellings[0]!.told];
    const about = `whether ${sayWho(x.who, background)} ${x.level} or ${y.level} ${x.said}`;
    const isDenied = [...a.tellings, ...b.tellings].some(({ told }) => told.isDenial);
    const isOpposed = a.value !== 'may' && b.value !== 'may';
    const sides = bothTell(a, b, (one, other) => isOneAct(one, other) && !isInTurn(one, other));
    if (sides) {
      const kind = isDenied ? 'who' : 'strength';
      const rule = isDenied ? 'who-denies' : isOpposed ? 'strength-intention' : 'strength-may';
      return [{ kind, rule, about, status: 'open', sides }];
    }
    if (!isOpposed) return [];
    const series = bothTell(a, b, isOneAct);
    const why = 'told of one time and of a later one';
    const draft: Draft | undefined = series && {
      kind: 'change', rule: 'change-intention', about, status: 'explained', why, sides: series }; // prettier-ignore
    return draft ? [draft] : [];
  },
};

/** One of the two objects may be left out. */
function isOneAct(a: Telling<Told>, b: Telling<Told>): boolean {
  const [x, y] = [a.told.objects, b.told.objects];
  if (!areClose(a.written, b.written, ONE_TIME_DAYS)) return false;
  return x.size === 0 || y.size === 0 || inCommon(x, y) >= Math.min(2, x.size, y.size);
}

/** What is denied later was said before all the same. */
const isInTurn = (a: Telling<Told>, b: Telling<Told>): boolean =>
  !a.told.isDenial &&
  !b.told.isDenial &&
  (isBefore(a.written, b.written) || isBefore(b.written, a.written)) &&
  !areClose(a.written, b.written, NEXT_DAYS - 1);

export function intentions(scene: Scene, background: Background): { scene: Scene; told: Told }[] {
  return [...scene.text.matchAll(SAID)].flatMap((match) => {
    const { against, maybe, verb, rest: far } = match.groups!;
    const rest = far!.split(/ (?:and|but|or) (?=[\p{Ll}]+ )/u)[0]!;
    if (SKIPPED.test(verb!) || isQuoted(scene, match.index)) return [];
    if (SUPPOSED.test(scene.text.slice(0, match.index)) || CONDITION.test(rest)) return [];
    const who = whoActs(scene, match.index, background);
    if (who === undefined) return [];
    const level: Level = against === undefined ? (maybe === undefined ? 'will' : 'may') : 'will not';
    const isDenial = /never (?:offered|agreed|promised|pledged)/i.test(against ?? '');
    const told: Told = { who, verb: thing(verb!), said: verb!, level, objects: terms(rest), isDenial };
    return [{ scene, told }];
  });
}
