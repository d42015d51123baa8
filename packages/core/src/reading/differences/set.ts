/**
 * Lists that differ: `A, B and C` are expected at the talks, and in another account `A and B`. Compared where two members are in
 * common and the sentence is about taking part. Members without a name (`the clan elders`) are taken where they close the list.
 */
import type { Aspect } from './aspect.ts';
import { scenes, wordsIn, type Scene } from './scenes.ts';
import { bothTell } from './sides.ts';
import { folded } from './terms.ts';
import { areClose } from './when-written.ts';

interface Member {
  readonly id: string;
  readonly name: string;
}

interface Told {
  readonly members: readonly Member[];
}

const TAKING_PART =
  /\b(participat\w*|attend\w*|expected|anticipated|at the table|took part|take part|takes part|met|meet|meets|meeting|signed|signing|delegation|present|represent\w*|guarantors?|mediat\w*|join\w*|shake hands|sat down|hosted?|talks|auspices)\b/i;
const BETWEEN =
  /^(?:, (?:and |along with |as well as )?| and | along with | as well as )(?:the |its |his )?(?:[\p{Lu}][\p{L}.]* (?:of (?:[\p{Lu}][\p{L}]* )+)?|(?:special |deputy |foreign |prime |defen[cs]e )?(?:envoys?|minister|president|spokesman|secretary) ){0,4}$/u;
const CLOSING = /^,? and ((?:the|its|two|three|four|several|some) (?:[\p{Ll}-]+ ){0,3}?[\p{Ll}-]+s)\b/u;
const MOST = 8;
const ONE_TIME_DAYS = 14;

export const set: Aspect<Told> = {
  facts: (read) =>
    scenes(read).flatMap((scene) =>
      scene.isTitle ||
      !(TAKING_PART.test(scene.text) || TAKING_PART.test(scene.before?.isTitle ? '' : (scene.before?.text ?? '')))
        ? []
        : lists(scene).flatMap(({ members, start, end }) => {
            const value = members
              .map(({ id }) => id)
              .toSorted()
              .join(' ');
            return pairs(members.map(({ id }) => id)).map((key) => ({
              key,
              value,
              told: { members },
              words: wordsIn(scene, start, end),
            }));
          }),
    ),
  compare: (a, b) => {
    const [x, y] = [a.tellings[0]!.told.members, b.tellings[0]!.told.members];
    const [more, fewer] = x.length >= y.length ? [x, y] : [y, x];
    // a list of two is anybody's; it must be the other one less somebody
    if (!fewer.every(({ id }) => more.some((other) => other.id === id)) && fewer.length < 3) return [];
    const only = [...missing(more, fewer), ...missing(fewer, more)];
    const sides = bothTell(
      a,
      b,
      (one, other) =>
        areClose(one.written, other.written, ONE_TIME_DAYS) && isBare(one.source, a, b) && isBare(other.source, a, b),
    );
    const about = `who takes part: ${more.map(({ name }) => name).join(', ')} or ${fewer.map(({ name }) => name).join(', ')}`;
    return sides && only.length > 0 ? [{ kind: 'set', rule: 'set-list', about, status: 'open', sides }] : [];
  },
};

/** An account that tells both lists does not differ from another that tells one. */
const isBare = (source: string, ...groups: readonly { tellings: readonly { source: string }[] }[]): boolean =>
  groups.filter(({ tellings }) => tellings.some((telling) => telling.source === source)).length === 1;

const missing = (of: readonly Member[], among: readonly Member[]): Member[] =>
  of.filter(({ id }) => !among.some((other) => other.id === id));

const pairs = (ids: readonly string[]): string[] => {
  const sorted = ids.toSorted();
  return sorted.flatMap((a, k) => sorted.slice(k + 1).map((b) => `${a} ${b}`));
};

interface List {
  readonly members: readonly Member[];
  readonly start: number;
  readonly end: number;
}

function lists({ text, names, start }: Scene): List[] {
  const found: List[] = [];
  let open: { members: Member[]; start: number; end: number } | undefined;
  const close = (): void => {
    if (open === undefined) return;
    const closing = CLOSING.exec(text.slice(open.end, open.end + 60));
    if (closing !== null) {
      open.members.push({ id: folded(closing[1]!.replace(/^\w+ /, '')), name: closing[1]! });
      open.end += closing[0].length;
    }
    const isNew = new Set(open.members.map(({ id }) => id)).size === open.members.length;
    if (open.members.length >= 2 && open.members.length <= MOST && isNew) found.push(open);
    open = undefined;
  };
  for (const row of names) {
    if (row.type === 'office') continue;
    const member: Member = { id: row.entity, name: row.exact };
    const [from, to] = [row.start - start, row.end - start];
    if (open !== undefined && BETWEEN.test(text.slice(open.end, from))) {
      open.members.push(member);
      open.end = to;
      continue;
    }
    close();
    open = { members: [member], start: from, end: to };
  }
  close();
  return found;
}
