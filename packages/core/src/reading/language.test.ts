import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languageOf } from './language.ts';

const ENGLISH = `The two delegations left the lake house without an agreement on Sunday. A spokeswoman said that they would meet
again before the end of the month, and that nobody had walked out.`;

const OTHERS: Readonly<Record<string, string>> = {
  de: `Die beiden Delegationen haben das Haus am See ohne eine Einigung verlassen. Eine Sprecherin sagte, dass sie sich noch
    vor dem Ende des Monats wieder treffen wollen und dass niemand die Gespräche abgebrochen hat.`,
  fr: `Les deux délégations ont quitté la maison du lac sans accord. Une porte-parole a dit qu’elles se retrouveraient avant la
    fin du mois et que personne n’avait claqué la porte.`,
  es: `Las dos delegaciones dejaron la casa del lago sin un acuerdo. Una portavoz dijo que se reunirán otra vez antes de que
    termine el mes y que nadie se había levantado de la mesa.`,
  it: `Le due delegazioni hanno lasciato la casa sul lago senza un accordo. Una portavoce ha detto che si incontreranno di nuovo
    prima della fine del mese e che nessuno ha lasciato il tavolo.`,
  pt: `As duas delegações deixaram a casa do lago sem um acordo. Uma porta-voz disse que elas vão se reunir de novo antes do fim
    do mês e que ninguém abandonou a mesa.`,
  nl: `De twee delegaties hebben het huis aan het meer zonder akkoord verlaten. Een woordvoerster zei dat ze elkaar nog voor het
    einde van de maand zullen zien en dat niemand is weggelopen.`,
  pl: `Obie delegacje opuściły dom nad jeziorem bez porozumienia. Rzeczniczka powiedziała, że spotkają się jeszcze przed końcem
    miesiąca i że nikt nie odszedł od stołu, ale na to się nie zanosi.`,
  tr: `İki heyet göl evinden bir anlaşma olmadan ayrıldı. Sözcü, ay sonundan önce yeniden bir araya gelecekler ve kimse masadan
    kalkmış değil diye konuştu, ancak bu görüşme için daha bir tarih yok.`,
  ru: `Обе делегации покинули дом у озера без соглашения. Представительница сказала, что они встретятся ещё до конца месяца и
    что никто не ушёл из-за стола.`,
  uk: `Обидві делегації залишили будинок біля озера без угоди. Речниця сказала, що вони зустрінуться ще до кінця місяця і що
    ніхто не пішов з-за столу.`,
  ar: `غادر الوفدان البيت الذي على البحيرة من دون اتفاق. وقالت المتحدثة إن اللقاء المقبل سيكون قبل نهاية هذا الشهر وإن أحدا لم
    ينسحب من المحادثات التي بدأت في الأسبوع الماضي`,
  fa: `دو هیئت خانه کنار دریاچه را بدون توافق ترک کردند. سخنگو گفت که آنها پیش از پایان ماه باز با هم دیدار می‌کنند و هیچ کس از
    میز مذاکره بلند نشده است`,
  he: `שתי המשלחות עזבו את הבית שעל האגם בלי הסכם. הדוברת אמרה שהן ייפגשו שוב לפני סוף החודש`,
  zh: `两个代表团离开了湖边的房子，没有达成协议。发言人说，双方将在月底之前再次会面。`,
  ja: `二つの代表団は合意のないまま湖畔の家を後にした。報道官は月末までに再び会うと述べた。`,
  ko: `두 대표단은 합의 없이 호숫가의 집을 떠났다. 대변인은 이달 말 전에 다시 만날 것이라고 말했다.`,
  el: `Οι δύο αντιπροσωπείες έφυγαν από το σπίτι στη λίμνη χωρίς συμφωνία.`,
};

describe('languages', () => {
  test('English', () => expect(languageOf(ENGLISH)).toEqual({ is: 'en' }));

  test.each(Object.entries(OTHERS))('%s', (guess, text) => expect(languageOf(text)).toEqual({ is: 'other', guess }));

  test('English that is full of foreign names and quotes a line of another language is English', () => {
    const quoting = `Der Inselrat, the paper of the Bund der Fischer, printed “${OTHERS['he']}” and “${OTHERS['ru']}” on its
      front page. ${ENGLISH} It was the work of Jürgen Graf von der Heide and of Marie-Claude de La Tour.`;
    expect(languageOf(quoting)).toEqual({ is: 'en' });
  });

  test('of two languages that which has more of the text', () => {
    expect(languageOf(`${ENGLISH} ${OTHERS['de']} ${OTHERS['de']}`)).toEqual({ is: 'other', guess: 'de' });
  });

  test('capitals and an account with curly apostrophes are no obstacle', () => {
    expect(languageOf(ENGLISH.toUpperCase())).toEqual({ is: 'en' });
    expect(languageOf('They’re not at the table, she said, and it isn’t for us to say when they’ll be.')).toEqual({
      is: 'en',
    });
  });

  test.each(['', ' \n\t', '12 345', 'Ministers reject truce offer', 'Nordsee', 'Москва', '🕊'])(
    '“%s” is too short to tell',
    (text) => expect(languageOf(text)).toEqual({ is: 'too short' }),
  );

  test('a language that is not known here is another, without a guess', () => {
    const invented = Array.from({ length: 60 }, (_, k) => `${'kvt'[k % 3]}${'aeiou'[k % 5]}${'lmnr'[k % 4]}ok`).join(
      ' ',
    );
    expect(languageOf(invented)).toEqual({ is: 'other' });
    expect(languageOf('ᏂᎦᏓ ᎠᏂᏴᏫ ᏂᎨᎫᏓᎸᎾ ᎠᎴ ᎤᏂᎶᏱ ᎤᎾᏕᎿ')).toEqual({ is: 'other' });
  });

  test('a book costs what a report does, and its first page does not decide', () => {
    const book = `${OTHERS['de']} ${ENGLISH.repeat(90_000)}`.slice(0, 20_000_000);
    const began = performance.now();
    expect(languageOf(book)).toEqual({ is: 'en' });
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  test('anything is told without complaint', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) =>
        ['en', 'other', 'too short'].includes(languageOf(text).is),
      ),
    );
  });
});
