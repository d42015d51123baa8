/** Names of outlets, to tell `Reuters+1` from `ASEAN+3`. A table: add what is missing. */
const NAMES = `
ABC News|Adnkronos|AFP|Africanews|Al Arabiya|Al Jazeera|Al-Monitor|Anadolu|Anadolu Agency|ANSA|AP|AP News|Arab News|Associated Press|Atlantic Council|Axios
Babel|Bangkok Post|BBC|BBC News|Belsat|Bild|Bloomberg|Breaking Defense|Business Insider|Carnegie Endowment|CBC|CBC News|CBS|CBS News|CGTN|Chatham House|China Daily|CNA|CNBC|CNN
Corriere della Sera|Council on Foreign Relations|Crisis Group|Daily Beast|Daily Mail|Daily Sabah|Dawn|Defense News|Defense One|Der Spiegel|Deutsche Welle|Die Welt|Die Zeit|DW|Economist|EFE
El Mundo|El País|Euractiv|Euromaidan Press|euronews|Euronews|European Pravda|Express|FAZ|Financial Times|Forbes|Foreign Affairs|Foreign Policy|Fortune|Fox News|France 24|FRANCE 24|FT|Global Times|Guardian|Haaretz|Handelsblatt
Hindustan Times|HuffPost|Hürriyet Daily News|i24NEWS|Independent|India Today|Insider|Interfax|Interfax-Ukraine|Iran International|ISW|ITV|ITV News|Jerusalem Post|Just Security|Kommersant|Kyiv Independent|Kyiv Post
La Repubblica|LBC|Le Figaro|Le Monde|Libération|LIGA.net|Los Angeles Times|Lawfare|Mediazona|Meduza|Middle East Eye|Middle East Monitor|Moscow Times|MSNBC|NBC|NBC News|New Statesman|New York Post|New York Times|Newsweek
Nikkei Asia|NHK|NPR|NV|Novaya Gazeta|NZZ|PA|PBS|PBS NewsHour|Politico|POLITICO|PressTV|Radio Free Europe|RBC|RBC-Ukraine|Responsible Statecraft|Reuters|RFE/RL|RFI|RIA Novosti|RT|RTÉ|SBS|SBS Australia|SBS News|Semafor|Sky News
South China Morning Post|Spectator|Sputnik|Stars and Stripes|Straits Times|Suspilne|Süddeutsche Zeitung|TASS|Telegraph|The Atlantic|The Barents Observer|The Conversation|The Daily Beast|The Diplomat|The Economist|The Guardian|The Hill|The Hindu
The Independent|The Insider|The Japan Times|The Jerusalem Post|The Kyiv Independent|The Moscow Times|The National|The New York Times|The New Yorker|The Spectator|The Straits Times|The Sun|The Telegraph|The Times|The Times of India|The Times of Israel
The Wall Street Journal|The War Zone|The Washington Post|TIME|Time|Times of India|Times of Israel|TRT World|TVP World|Ukrainska Pravda|Ukrinform|UN News|UNIAN|UPI|USA Today|USIP|VOA|VOA News|Voice of America|Vox|Wall Street Journal|War on the Rocks
Washington Examiner|Washington Post|Wikipedia|Xinhua|Yahoo|Yahoo News|Yle|ynet|ZDF|Українська правда|Медуза|РБК-Україна|Коммерсантъ|ТАСС|РИА Новости|Интерфакс`;

export const OUTLETS: ReadonlySet<string> = new Set(NAMES.trim().split(/[|\n]/));

// Words that make a name the name of an outlet, whatever else is in it.
const TELLING =
  /(?:^|[\s-])(?:News|Newspaper|Times|Post|Press|Journal|Herald|Tribune|Gazette|Telegraph|Guardian|Observer|Chronicle|Courier|Radio|TV|Television|Agency|Magazine|Media|Network|Broadcasting|Daily|Monitor|Mail|Pravda|Zeitung|Wikipedia|Newsroom|NEWS)$|^(?:The )?Daily \p{Lu}/u;

const DOMAIN = /^(?:[a-z0-9-]+\.)+[a-z]{2,12}$/i;

export const isOutlet = (name: string): boolean => OUTLETS.has(name) || TELLING.test(name) || DOMAIN.test(name);

/** The longest outlet known by name that stands at the end of `text`, after a space or a mark. */
export function outletAtEnd(text: string): string | undefined {
  const words = text.split(' ');
  for (let count = Math.min(5, words.length); count > 0; count--) {
    const name = words
      .slice(-count)
      .join(' ')
      .replace(/^[^\p{L}\p{N}]+/u, '');
    if (OUTLETS.has(name) || (count === 1 && /^\p{L}[\w-]*\.[a-z]{2,4}$/u.test(name) && DOMAIN.test(name))) return name;
  }
  return undefined;
}
