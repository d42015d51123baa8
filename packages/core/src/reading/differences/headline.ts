/**
 * A text against its own title: words in quotation marks that the text does not have, a deal that the text denies, a number
 * that the text gives otherwise, a person sent where the text sends a delegation, a refusal where the text leaves open.
 */
import type { Alone, Draft } from './aspect.ts';
import { isPeople, quantities } from './quantities.ts';
import { actorBefore, isQuoted, scenes, wholeOf, wordsIn, type Scene } from './scenes.ts';
import { stances, thingIn } from './stance-words.ts';
import { terms, thing } from './terms.ts';

const QUOTED = /[“"‘']([^“”"‘’]{6,120}?)[”"’'](?![\p{L}])/gu;
const DEAL =
  /\b(?:deal|agreement|accord|pact|truce|treaty)\b(?: (?:is|was|has been))? (?:reached|struck|agreed|done|sealed|signed|clinched)\b|\b(?:reach|strike|seal|clinch|sign)(?:es)? (?:a )?(?:deal|agreement|accord|pact|truce|treaty)\b/i;
const NO_DEAL =
  /\b(?:(?:there (?:was|is)|had|reached|without) (?:no |an? |any )?(?:no )?(?:deal|agreement|accord)(?= (?:yet|so far)|[.,;”"’]|$)|no (?:deal|agreement|accord) (?:was|has been|had been) (?:reached|struck|signed)|nothing was (?:settled|agreed|signed)|(?:failed|unable) to (?:reach|agree|sign)|ended without)\b/i;
const COLLAPSE =
  /\b(?:talks?|negotiations?|summit|meeting|truce|ceasefire|deal)\b[^.;]{0,20}\b(?:collapses?|collapsed|fails?|failed|break down|broke down|breaks down|in ruins|dead|over|off)\b/i;
const GOES_ON =
  /\b(?:adjourned|will (?:resume|continue|go on|meet again|reconvene)|to resume|agreed to (?:meet|talk|continue)|(?:was|were|is|are) (?:only )?(?:suspended|interrupted|postponed))\b/i;
const TAKEN =
  /\b(accepts?|agrees? to|backs|approves?|endorses|signs|signed|says? yes to)\b[^.;,]{0,25}\b(cease-?fire|truce|deal|plan|proposal|offer|treaty|agreement|talks|text|draft)\b/i;
const UNDECIDED =
  /\b(?:(?:has|have|had) (?:not|yet to)(?: yet)? (?:decided?|accept(?:ed)?|agreed?|signed?|replied|reply|responded|respond|approved?)|(?:is|are|was|were) (?:still )?(?:studying|considering|examining|weighing|reviewing)|might accept|may accept|did not say whether|in principle only|no decision)\b/i;
const AGREED = /\b(?<!not |yet to |not yet )(?:accepted|agreed to|approved|signed|endorsed|backed)\b/i;
const FEWEST = 4;
const NEGATED = /\b(no|without|nothing|failed|unable)\b/i;
const SENT = /\b(\p{L}+) (sent|goes|flies|travels|heads|arrives|dispatched) (?:to|in) (\p{Lu}\p{L}+)/iu;
const TEAM_SENT =
  /\b(?:is sending|has sent|sent|sends|dispatched|has dispatched|will send) (?:(?:a|an|his|her|its|our) )?(?:\w+ )?(?:delegation|team|envoy|spokesman)\b/i;

export const headline: Alone = (read) => {
  const list = scenes(read);
  const title = list.find(({ isTitle }) => isTitle);
  if (title === undefined) return [];
  // a title that is printed twice, with other marks, is no body
  const body = list.filter((scene) => !scene.isTitle && !bare(scene.text).startsWith(bare(title.text)));
  const found: Draft[] = [];
  const add = (rule: string, about: string, at: Scene, words = wholeOf(at)): void =>
    void found.push({
      kind: 'headline',
      rule,
      about,
      status: 'open',
      sides: [wholeOf(title), words].map((side) => ({ ...side, source: read.account.id })),
    });

  for (const { 1: quote } of title.text.matchAll(QUOTED)) {
    if (!/\s/.test(quote!) || body.some(({ text }) => bare(text).includes(bare(quote!)))) continue;
    const nearest = body.find((scene) =>
      scene.names.some(({ entity }) => title.names.some((row) => row.entity === entity)),
    );
    if (nearest)
      add('headline-quote', `the title quotes “${quote}”; the text does not have it`, quotedIn(body) ?? nearest);
  }
  if (DEAL.test(title.text) && !NEGATED.test(title.text)) {
    const denial = body.find((scene) => NO_DEAL.test(scene.text) && NEGATED.test(NO_DEAL.exec(scene.text)![0]));
    if (denial) add('headline-deal', 'the title has a deal; the text has none', denial);
  }
  for (const { unit, value, of } of quantities(title.text)) {
    const inText = body.flatMap((scene) =>
      quantities(scene.text)
        .filter((other) => other.unit === unit && other.of === of && !other.isPart)
        .map((quantity) => ({ scene, quantity })),
    );
    const [first] = inText;
    if (
      first === undefined ||
      value < FEWEST ||
      !isPeople(unit) ||
      inText.some(({ quantity }) => quantity.value === value)
    )
      continue;
    if (Math.min(value, first.quantity.value) / Math.max(value, first.quantity.value) < 0.5) continue;
    const { start, end } = first.quantity;
    add(
      'headline-number',
      `the title has ${value}, the text ${first.quantity.value}`,
      first.scene,
      wordsIn(first.scene, start, end),
    );
  }
  if (COLLAPSE.test(title.text)) {
    const goesOn = body.find(({ text }) => GOES_ON.test(text));
    if (goesOn && !body.some(({ text }) => COLLAPSE.test(text)))
      add('headline-collapse', 'the title has the talks fail; in the text they go on', goesOn);
  }
  const taken = TAKEN.exec(title.text);
  if (taken !== null && !NEGATED.test(title.text)) {
    const hedge = body.find(({ text }) => UNDECIDED.test(text) && terms(text).has(thing(taken[2]!)));
    if (hedge && !body.some(({ text }) => AGREED.test(text)))
      add('headline-strength', `${taken[0]}: in the title; the text leaves it open`, hedge);
  }
  const who = SENT.exec(title.text);
  const person = who && title.names.find(({ type, start }) => type === 'person' && start - title.start === who.index);
  if (person) {
    const team = body.find((scene) => {
      const match = TEAM_SENT.exec(scene.text);
      return (
        match !== null && !isQuoted(scene, match.index) && actorBefore(scene, match.index)?.entity === person.entity
      );
    });
    if (team) add('headline-sent', 'the title sends the person; the text a delegation', team);
  }
  for (const said of stances(title.text)) {
    const actor = actorBefore(title, said.start)?.entity;
    const thing = thingIn(title.text.slice(said.end));
    if (actor === undefined || thing === undefined || said.level === 'open') continue;
    const inText = body.flatMap((scene) =>
      stances(scene.text)
        .filter(
          ({ start, end }) =>
            actorBefore(scene, start)?.entity === actor && thingIn(scene.text.slice(end, end + 70)) === thing,
        )
        .map(({ level }) => ({ level, scene })),
    );
    const other = inText.find(({ level }) => level !== said.level);
    if (other && !inText.some(({ level }) => level === said.level))
      add('headline-strength', `${thing}: ${said.level} in the title, ${other.level} in the text`, other.scene);
  }
  return found;
};

const quotedIn = (body: readonly Scene[]): Scene | undefined => body.find(({ quotations }) => quotations.length > 0);

const bare = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
