/** Changes that an account itself dates: `a month ago he called them a gang; yesterday he signed`. A series, explained. */
import type { Alone, Draft } from './aspect.ts';
import { actorBefore, scenes, wordsIn, type Scene } from './scenes.ts';

const AGO =
  /\b(?:a|one|two|three|few) (?:day|week|month|year)s? ago\b|\bas (?:late|recently) as\b|\buntil (?:now|yesterday|recently)\b/i;
const NOW = /\b(?:yesterday|today|now|this (?:morning|week)|no longer)\b/i;
const LATER =
  /^(?:A|Two|Three|Some) (?:day|week|month)s? later\b[^.]{0,60}\b(?:demanded|asked|offered|accepted|refused|agreed|rejected|proposed)\b/;
const WANTED = /\b(?:demanded|asked for|asked|offered|accepted|refused|agreed|rejected|proposed)\b/;

export const toldChange: Alone = (read) => {
  const found: Draft[] = [];
  const add = (rule: string, sides: Draft['sides'], who: string): void =>
    void found.push({
      kind: 'change',
      rule,
      about: `position of ${who}, as the account dates it`,
      status: 'explained',
      why: 'dated by the account',
      sides,
    });
  const side = (scene: Scene, start: number, end: number): Draft['sides'][number] => ({
    ...wordsIn(scene, start, end),
    source: read.account.id,
  });
  for (const scene of scenes(read)) {
    if (scene.isTitle) continue;
    const half = scene.text.search(/; /);
    if (half > 0) {
      const [before, after] = [scene.text.slice(0, half), scene.text.slice(half + 2)];
      if (AGO.test(before) && NOW.test(after)) {
        const person = scene.before?.names.find(({ type }) => type === 'person')?.exact;
        const who = (/\b(?:he|she)\b/i.test(before) ? person : undefined) ?? actorBefore(scene, half)?.exact;
        if (who !== undefined)
          add('change-told', [side(scene, 0, half), side(scene, half + 2, scene.text.length)], who);
      }
    }
    const before = scene.before;
    if (before !== undefined && LATER.test(scene.text) && WANTED.test(before.text)) {
      const who = scene.names.find(({ type }) => type === 'person')?.exact;
      if (who !== undefined)
        add('change-told-later', [side(before, 0, before.text.length), side(scene, 0, scene.text.length)], who);
    }
  }
  return found;
};
