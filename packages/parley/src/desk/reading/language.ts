/**
 * Whether a text is English, which is all that the rules can read. By its letters first, then by function words: of
 * English running text some 40 % are among the hundred below, of other languages in Latin letters hardly any. Looked at are
 * the first 20,000 letters; a text of fewer than twelve words is not judged.
 */
const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const ENGLISH = set(
  'the of and to in that is was he for it with as his on be at by had not are but from or have an they which one were her all she there would their we him been has when who will more no if out so said what up its about than into them can only other new some could time these two may then do any my now such like our over even most made after also did many before must through years where much way well down should because each just those people how too little state good very make world still own see men work long get here between both life being under never day same another know while last might us great old year off come since against go came right used take three',
);
const OTHERS: readonly (readonly [string, ReadonlySet<string>])[] = [
  ['German', set('der die das und den von mit ist im nicht ein eine dem des sich auf für als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man')],
  ['French', set('le la les de des du et un une en est que qui dans pour pas sur au aux par plus ce il ne se sont avec son sa ses mais ou être cette été leur ont elle nous vous')],
  ['Spanish', set('el la los las de del y que en un una por con no se su para es al lo como más pero sus le ha este sí porque esta entre cuando muy sin sobre también')],
  ['Italian', set('il lo la gli le di del della dei delle e che un una per con non si da in al sono è ha anche come più ma nel alla questo dal ne suo')],
  ['Portuguese', set('o a os as de do da dos das e que em um uma para com não se por mais no na como mas foi ao ele seu sua ou quando muito já também')],
  ['Dutch', set('de het een en van in is dat op te voor met niet zijn aan er om ook als bij naar uit dan nog wordt door maar over werd heeft')],
  ['Polish', set('i w na z do nie się że to jest o jak po od za przez dla ale są był oraz przed ma tylko tak co')],
  ['Turkish', set('ve bir bu da de için ile olarak çok daha olan en ne gibi kadar sonra ancak ama veya değil')],
  ['Swedish', set('och i att det som en på är av för med den till inte har de om ett men var sig så från vi kan')],
]; // prettier-ignore
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['Cyrillic', /\p{Script=Cyrillic}/gu],
  ['Arabic', /\p{Script=Arabic}/gu],
  ['Hebrew', /\p{Script=Hebrew}/gu],
  ['Chinese', /\p{Script=Han}/gu],
  ['Japanese', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['Korean', /\p{Script=Hangul}/gu],
  ['Greek', /\p{Script=Greek}/gu],
  ['Armenian', /\p{Script=Armenian}/gu],
  ['Georgian', /\p{Script=Georgian}/gu],
  ['Devanagari', /\p{Script=Devanagari}/gu],
  ['Thai', /\p{Script=Thai}/gu],
];
const LOOKED_AT = 20_000;
const FEWEST_WORDS = 12;
const LEAST_SHARE = 0.2;

/** What a text is written in instead of English; undefined where it is English, or too short to tell. */
export function otherThanEnglish(text: string): string | undefined {
  const opening = text.slice(0, LOOKED_AT);
  const letters = opening.match(/\p{L}/gu)?.length ?? 0;
  const latin = opening.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters >= FEWEST_WORDS && latin < letters / 2) {
    const counts = SCRIPTS.map(([name, script]) => [name, opening.match(script)?.length ?? 0] as const);
    const [name, count] = counts.reduce((most, one) => (one[1] > most[1] ? one : most));
    return count > letters / 4 ? `${name} letters` : 'letters that are not Latin';
  }
  const words = opening.toLowerCase().match(/\p{L}+(?:['’]\p{L}+)?/gu) ?? [];
  if (words.length < FEWEST_WORDS) return undefined;
  const share = (of: ReadonlySet<string>): number => words.filter((word) => of.has(word)).length / words.length;
  const english = share(ENGLISH);
  const [name, most] = OTHERS.map(([language, own]) => [language, share(own)] as const).reduce((best, one) =>
    one[1] > best[1] ? one : best,
  );
  if (most > 0.15 && most > english) return name;
  return english < LEAST_SHARE && words.length >= 4 * FEWEST_WORDS ? 'another language' : undefined;
}
