/**
 * Given names with the pronoun that usually goes with them: only to tell whom *he* or *she* means where no title does. Of
 * those that are not here nothing is assumed. And names that two languages write differently: one person's given name may
 * stand as either.
 */
const HE = `aaron adam ahmed alan albert alberto aleksandr alexander alexei ali amir anatoly andrei andrew andrii andriy angus anthony
  antonio antony anton arthur barack bashar benjamin bernard bill bob boris brian bruno carl carlos charles chris christian
  christopher daniel david dmitri dmitry dmytro dominic donald douglas dwight eduardo edward edwin elon emmanuel enrique eric ernesto
  evgeny ferdinand fidel francis francisco francois françois frank franklin frederick friedrich george gerald gerhard giorgio
  giuseppe gordon graham gustavo guy hamid hans harold harry hassan helmut henry hosni hugo hussein ian ibrahim igor ilya ismail
  ivan ivo jack jacob jacques jair jake james jan jared jason jean jeff jens jeremy jim jimmy joe joel john johan jonathan jorge josé
  jose joseph josep juan julian justin karl keir keith kevin khalid kofi konstantin kurt lars lee leon leonid lloyd luis lula
  mahmoud marcel marco mario mark martin massoud matthew matteo maxim menachem michael miguel mike mikhail mohammad mohammed mohamed
  moshe muhammad mustafa mykhailo naftali narendra neil nelson nicolas nicolás nikita nikolai nikos olaf oleg oleksandr oleksii omar
  oscar óscar osama patrick paul pavel pedro peter petro philip pierre rafael raúl raul recep ricardo richard rishi robert roberto
  rodrigo roger roman ron ronald rustem saddam salman sam samuel scott sergei sergey serhii shimon simon stefan stephen steve steven
  sultan tayyip ted theodore thomas tim timothy tom tomas tony vaclav vadim valery viktor victor vladimir volodymyr vyacheslav walter
  warren wilhelm william winston xavier yair yasser yitzhak yuri yusuf zbigniew joren bram dal`;
const SHE = `agnes aisha alexandra alice amy ana angela anita ann anna annalena anne barbara benazir beth bridget carla carol caroline
  catherine cathy charlotte chiara christina christine claire claudia condoleezza corazon cristina deborah della diana diane dilma donna dorothy
  elena eleanor elisabeth elizabeth ella ellen emily emma erika ester eva federica fatima florence frances giorgia gloria golda grace hanna
  hannah heather helen helena hillary ilana indira ingrid irina isabel jacinda jane janet jean-anne jennifer jessica joan joanna josie judith
  julia julie kaja kamala karen karin kate katherine kathleen kim-anne laura leila lene liana lidia linda lisa liz louise lucia lucy lydia madeleine
  maeve magdalena margaret margrethe maria marie marina marine marion martha mary megan melania mette michelle mira miriam monica nadia nancy natalia
  natasha nicola nina olena olga ottilie patricia paula penny rachel raisa rebecca rhoda rosa roxana ruth sahra sally samantha sandra sanna sara sarah
  sheila shirin sigrid simone sofia sonia stella susan suzanne svetlana sylvia tamara tanya tatiana teresa theresa ursula valentina vera
  victoria viola virginia yulia yvette zainab zuzana aurelie`;

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));
export const HE_NAMES = words(HE);
export const SHE_NAMES = words(SHE);

/** Folded given names of one origin. */
const SAME = `volodymyr vladimir|oleksandr aleksandr alexander alex|mykhailo mikhail michael|serhii serhiy sergei sergey|dmytro dmitri dmitry
  |andrii andriy andrei andrew|petro pyotr peter|mykola nikolai nikolay|yurii yuri yury|bill william will|bob robert rob|jim james jimmy|joe joseph
  |tony anthony antony|mike michael|tom thomas|dick richard rick|ted theodore edward|dan daniel|dave david|steve steven stephen|chris christopher
  |muhammad mohammed mohammad mohamed muhammed|yousef yusuf youssef josef|yevgeny evgeny|alexei aleksei alexey oleksii|benjamin binyamin bibi
  |yasser yasir|mahmoud mahmud|ken kenneth|greg gregory|josh joshua|matt matthew|jeff jeffrey geoffrey|ron ronald|don donald|sam samuel|liz elizabeth
  |kate katherine catherine|sue susan|hussein husayn hussain|nikos nicos`;

const groups = new Map<string, number>();
SAME.split('|').forEach((group, k) => {
  for (const name of group.trim().split(/\s+/)) if (!groups.has(name)) groups.set(name, k);
});

/** Of folded given names. */
export const isSameGiven = (a: string, b: string): boolean =>
  a === b || (groups.has(a) && groups.get(a) === groups.get(b));

/** Families whose name stands first: `Xi Jinping`, then `Xi`. */
export const FAMILY_FIRST = words(
  'xi li wang zhang chen liu zhao mao deng hu jiang wen zhou kim park lee moon yoon roh chung choi nguyen tran pham vo le to lam suharto aung thaksin ban',
);
