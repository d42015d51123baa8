/**
 * The commonest function words of languages that accounts of negotiations come in, folded (./folded-words.ts). They make up
 * some 35–50 % of running text, whatever it is about. A language that is missing here is `other` without a guess.
 */
import { foldedWords } from './folded-words.ts';

const LATIN = {
  en: `the of to and in a is that for it was on with as be by at from have has had this not but are they his he she her
    which or an were will would who their been its one all there we said more when you if no out up so what after about into
    than them can only other could any over before between because under against should also do did how our your my i these
    those where while during until such may must being both each without`,
  de: `der die und in den von zu das mit sich des auf fur ist im dem nicht ein eine als auch es an werden aus er hat dass sie
    nach wird bei einer um am sind noch wie einem uber einen so zum war haben nur oder aber vor zur bis mehr durch man sein
    wurde sei ihr seine unter wenn wir ich ihre kein keine gegen konnen`,
  nl: `de van het een en in is dat op te zijn met voor niet die aan er om ook als dan maar bij uit nog naar heeft wordt door
    over hij ze we worden hebben werd was of zich deze had tot wel geen meer moet kan na zo tegen hun zal al onder`,
  fr: `de la le les et des en un du une que est dans qui pour par sur au pas plus ne se ce il son avec sont ont aux d l qu n s
    sa cette mais ses ou a comme leur elle nous etre fait ete tout on y entre deux aussi sans dont meme apres avait si leurs
    ces contre vous je`,
  es: `de la que el en y los se del las un por con no una su para es al lo como mas pero sus le ha o este porque esta entre
    cuando muy sin sobre tambien me hasta hay donde quien desde todo nos durante todos uno les ni contra otros fue ser son
    han era sido tiene`,
  it: `di e che la il un a per in una mi sono ho non ma lo ha le si ti i con cosa se come da ci no questo qui della del dei
    delle nel alla al gli piu anche dal dalla sul nella ed o alle ai sulla l dell suo sua stato essere tra dopo ogni loro
    degli`,
  pt: `de a o que e do da em um para com nao uma os no se na por mais as dos como mas ao ele das seu sua ou quando muito nos
    ja eu tambem so pelo pela ate isso ela entre depois sem mesmo aos seus quem nas esse eles foi ser tem sao pelos todo toda
    sobre`,
  pl: `i w na z do sie nie to jest ze o a od po przez za jak ale dla co tym ktory ktore ktora oraz przy jego juz tak ma byl
    czy by tego ich lub jako byc tylko sa jej przed bylo byla oraz pod we ze jednak moze kiedy te ten ta`,
  cs: `a se v na je ze to s z do o i ve pro za by ale si po jako podle k jeho jsou od uz u tak jak ktery ktera ktere byl bylo
    byla nebo pri az jen jeste ma ne ho mezi co jejich pred pouze kazdy svych sve`,
  sk: `a sa v na je ze to s z do o aj vo pre za by ale si po ako podla k jeho su od uz u tak ktory ktora ktore bol bolo bola
    alebo pri az len este ma nie ho medzi co ich pred kazdy svoje jej`,
  sv: `och i att det som en pa ar av for med till den har de inte om ett han men var jag sig fran vi sa kan nar ar skulle
    eller efter vid ska ut hade under mot man blev mellan varje sin utan`,
  da: `og i at det er en til af den pa for de med som der ikke et har han var om sig men fra vi kan jeg skal ved ud over efter
    eller ogsa blev hun nar vil hvor mod enhver havde uden deres mellem`,
  no: `og i det er en til av den pa for de med som et har ikke han var om seg men fra vi kan jeg skal ved ut over etter eller
    ogsa ble hun nar vil hvor mot enhver hadde uten deres mellom bare sier mer enn`,
  fi: `ja on ei se etta han oli mutta joka kun niin ovat tai kuin mita ole myos hanen sen jos vain kanssa ne nyt jo sita mukaan
    olla olisi eika jotka seka ovat siita jokaisella`,
  hu: `a az es hogy nem is egy van meg csak ez de azt ha volt ki vagy el mar mint minden lehet ezt amely kell meg mert szerint
    illetve valamint utan sem ami azonban kozott`,
  ro: `de si in a la cu pe un o nu se din ca este sa care pentru mai al ce au fost fi prin dar ale sau dupa sunt lui are orice
    fara intre sa cel isi ai lor`,
  tr: `ve bir bu da de icin ile o cok ne ama daha gibi en kadar olarak olan var sonra her ya diye ise mi degil veya gore ki
    hem ancak kendi oldugu tarafindan dedi oldu etti bunun su`,
  id: `yang dan di dengan untuk ini dari dalam itu tidak pada akan atau oleh ke adalah sebagai telah juga ada mereka karena
    dia kami bahwa setiap orang tersebut harus oleh saya lebih berhak`,
  vi: `va la cua co khong cac duoc trong nguoi mot cho da nhung voi nay den khi nhu moi ve de do ra cung vao quyen phai o tu
    theo hay su boi bi`,
  sw: `ya na wa kwa ni katika la za cha kila au kuwa haki mtu yake hiyo hii bila huo wake hayo ili kama yoyote pia vya wao
    watu lakini huyo`,
  hr: `i u je na se da za od su s a o ne to koji koja koje kao iz ili sve po svoje ali do biti svatko svako pravo bi sa mu
    njegove pri prema nije bio te sto jer ima samo`,
} as const;

const CYRILLIC = {
  ru: `и в не на что с по как это он к но из у за от его для же так все она о бы было то до их если только был или при ее мы
    также быть после чтобы который которые были перед через ни когда во со может этого под том`,
  uk: `і в не на що з до та як це він у але за від його для й про які який було вона або також був із після щоб через бути є
    при коли між так ще під проти вони зі вже має якщо без цього може її їх`,
  bg: `и на в да се за от с че по не са като е до при или а има си която който които това ще след без всеки към те но той тя
    само беше бе със във между`,
  be: `і ў не на што з да як гэта ен у але за ад яго для й пра якія які было яна або таксама быў пасля каб праз быць не кожны
    мае пры без сваей сваіх іх ці`,
  sr: `и у је на се да за од су с а о не то који која које као из или све по своје али до бити свако право би са му његове при
    према није био те што јер има само`,
} as const;

const ARABIC = {
  ar: `في من على ان الى عن التي الذي ما لا هذا هذه مع او كان بعد بين كل وقد لم قد ذلك الا كما هو هي له لها حق اي كانت ثم حتى
    عند غير وفي ومن قال دون`,
  fa: `و در به از که این را با است برای ان یک خود تا کرد بر هم نیز شد او ما شده می باشد بود دارد هر حق یا اما گفت کند های ها
    شود پس اند هیچ نمی`,
  ur: `کے کی میں ہے اور سے کا کو اس نے کہ پر ہیں یہ ایک بھی ہو جو تھا گیا وہ تو ان کر یا نہیں کیا لیے جائے ہر حق شخص تھے اپنے`,
} as const;

const words = (of: Readonly<Record<string, string>>): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(Object.entries(of).map(([language, list]) => [language, new Set(foldedWords(list))]));

/** By script and language. */
export const FUNCTION_WORDS = { Latin: words(LATIN), Cyrillic: words(CYRILLIC), Arabic: words(ARABIC) } as const;
