/**
 * Seats and houses that stand for who sits there (the Kremlin, Downing Street), organisations with their short names, and
 * places that the news names often. From general knowledge; a line is name | other names | belongs to.
 */
export interface Line {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly of?: string;
}

const lines = (table: string): Line[] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', aliases = '', of] = line.split('|');
      return { name, aliases: aliases.split(',').filter((one) => one !== ''), ...(of ? { of } : {}) };
    });

/** A seat of power: as a place it is a place, as one who acts it is its state. */
export const SEATS = lines(`
the Kremlin|Kremlin|Russia
the White House|White House|United States
the Pentagon|Pentagon|United States
the State Department|State Department,Foggy Bottom|United States
Downing Street|No 10,Number 10|United Kingdom
Whitehall||United Kingdom
the Élysée|Élysée,Elysée,Elysee,the Elysee,the Élysée Palace|France
Quai d'Orsay|the Quai d'Orsay|France
the Blue House|Blue House|South Korea
the Forbidden City|Zhongnanhai|China
the Vatican|Vatican|Vatican City
Brussels||European Union
`);

export const ORGANISATIONS = lines(`
European Union|EU,E.U.,the Union
European Commission|the Commission
European Parliament|
European Council|
Council of Europe|
United Nations|UN,U.N.
UN Security Council|Security Council,United Nations Security Council
UN General Assembly|General Assembly
NATO|North Atlantic Treaty Organization,Nato
International Criminal Court|ICC
International Court of Justice|ICJ,World Court
International Atomic Energy Agency|IAEA
International Monetary Fund|IMF
World Bank|
World Trade Organization|WTO,World Trade Organisation
World Health Organization|WHO,World Health Organisation
African Union|AU
Arab League|League of Arab States
Association of Southeast Asian Nations|ASEAN,Asean
Organization of American States|OAS
Organization for Security and Co-operation in Europe|OSCE,Organization for Security and Cooperation in Europe
Organization of the Petroleum Exporting Countries|OPEC,Opec
Organisation of Islamic Cooperation|OIC
Commonwealth|
G7|Group of Seven
G20|Group of 20
BRICS|Brics
Economic Community of West African States|ECOWAS,Ecowas
Intergovernmental Authority on Development|IGAD
Gulf Cooperation Council|GCC
International Committee of the Red Cross|ICRC,Red Cross
Red Crescent|
UNRWA|
UNICEF|Unicef
UNESCO|Unesco
World Food Programme|WFP,World Food Program
UN Human Rights Council|
Amnesty International|
Human Rights Watch|
International Crisis Group|Crisis Group
Institute for the Study of War|ISW
Central Intelligence Agency|CIA,C.I.A.
Federal Bureau of Investigation|FBI,F.B.I.
MI6|
FSB|
Mossad|
Shin Bet|
Israel Defense Forces|IDF,Israel Defence Forces
Hamas|
Hezbollah|Hizbollah,Hizbullah,Hizballah
Palestine Liberation Organization|PLO,Palestine Liberation Organisation
Fatah|
Islamic Jihad|Palestinian Islamic Jihad
Islamic State|ISIS,ISIL,Isis
al-Qaeda|al-Qaida,Al Qaeda,Al-Qaeda
Taliban|
Houthis|Houthi movement,Ansar Allah
Kurdistan Workers' Party|PKK,Kurdistan Workers’ Party
FARC|Farc,Revolutionary Armed Forces of Colombia
ELN|National Liberation Army
Irish Republican Army|IRA,Provisional IRA
Sinn Féin|Sinn Fein
Democratic Unionist Party|DUP
Rapid Support Forces|RSF
Sudanese Armed Forces|SAF
M23|March 23 Movement
Tigray People's Liberation Front|TPLF,Tigray People’s Liberation Front
Wagner Group|Wagner
Revolutionary Guards|Revolutionary Guard,Islamic Revolutionary Guard Corps,IRGC
Syrian Democratic Forces|SDF
Congress|U.S. Congress,US Congress
Senate|U.S. Senate,US Senate
House of Representatives|
House of Commons|Commons
House of Lords|
State Duma|Duma
Federation Council|
Verkhovna Rada|Rada
Knesset|
Bundestag|
Bundesrat|
Majlis|
Diet|
Supreme Court|
Labour Party|Labour
Conservative Party|Conservatives,Tories
Republican Party|Republicans,GOP
Democratic Party|Democrats
Likud|
Politburo|
Communist Party|
Muslim Brotherhood|
Reuters|
Associated Press|AP
Agence France-Presse|AFP
BBC|
CNN|
Fox News|
New York Times|The New York Times
Washington Post|The Washington Post
Wall Street Journal|The Wall Street Journal
Financial Times|
The Guardian|
The Economist|
Bloomberg|
Axios|
Politico|
TASS|Tass
RIA Novosti|
Interfax|
Xinhua|
Al Jazeera|Al-Jazeera
Haaretz|
Kyiv Independent|
NBC|
CBS|
ABC News|
NPR|
PBS|
USA Today|
Huffington Post|
BuzzFeed|
Twitter|
Facebook|
Google|
Microsoft|
Der Spiegel|
Le Monde|
El País|El Pais
Deutsche Welle|
Kremlin press service|
Kommersant|
Izvestia|
Pravda|
Ukrinform|
Anadolu|Anadolu Agency
IRNA|
Press TV|
Yonhap|
Kyodo|
SANA|
`);

export const PLACES = lines(`
Africa|
Asia|
Europe|
the Middle East|Middle East
Latin America|
Central America|
South America|
North America|
the Balkans|Balkans
the Caucasus|Caucasus
the Gulf|Persian Gulf,Arabian Gulf
the Caribbean|Caribbean
Scandinavia|
Southeast Asia|
Antarctica|
the Arctic|Arctic
the Baltic|Baltic
the Atlantic|Atlantic,Atlantic Ocean
the Pacific|Pacific,Pacific Ocean
the Mediterranean|Mediterranean
the Black Sea|Black Sea|
the Red Sea|Red Sea
the South China Sea|South China Sea
the Suez Canal|Suez Canal,Suez
the Panama Canal|Panama Canal
the Strait of Hormuz|Strait of Hormuz,Hormuz
the Bosphorus|Bosphorus,Bosporus
Crimea||Ukraine
Donbas|Donbass,the Donbas|Ukraine
Donetsk||Ukraine
Luhansk|Lugansk|Ukraine
Kherson||Ukraine
Zaporizhzhia|Zaporizhzhya,Zaporozhye|Ukraine
Kharkiv|Kharkov|Ukraine
Odesa|Odessa|Ukraine
Mariupol||Ukraine
Bakhmut||Ukraine
Avdiivka||Ukraine
Sumy||Ukraine
Lviv|Lvov|Ukraine
Dnipro||Ukraine
Kursk||Russia
Belgorod||Russia
Saint Petersburg|St Petersburg,St. Petersburg,Leningrad|Russia
Chechnya||Russia
Sakhalin|Karafuto|Russia
Istanbul|Constantinople|Turkey
Antalya||Turkey
Dolmabahçe Palace|Dolmabahce Palace,Dolmabahçe,Dolmabahce|Turkey
Geneva||Switzerland
Davos||Switzerland
Zurich|Zürich|Switzerland
New York|New York City|United States
Camp David||United States
Alaska||United States
Anchorage||United States
Florida||United States
Mar-a-Lago||United States
Texas||United States
California||United States
Los Angeles||United States
Chicago||United States
Alabama||United States
Arizona||United States
Arkansas||United States
Colorado||United States
Connecticut||United States
Delaware||United States
Hawaii||United States
Idaho||United States
Illinois||United States
Indiana||United States
Iowa||United States
Kansas||United States
Kentucky||United States
Louisiana||United States
Maine||United States
Maryland||United States
Massachusetts||United States
Michigan||United States
Minnesota||United States
Mississippi||United States
Missouri||United States
Montana||United States
Nebraska||United States
Nevada||United States
New Hampshire||United States
New Jersey||United States
New Mexico||United States
North Carolina||United States
North Dakota||United States
Ohio||United States
Oklahoma||United States
Oregon||United States
Pennsylvania||United States
Rhode Island||United States
South Carolina||United States
South Dakota||United States
Tennessee||United States
Utah||United States
Vermont||United States
Virginia||United States
West Virginia||United States
Wisconsin||United States
Wyoming||United States
Puerto Rico||United States
Boston||United States
Houston||United States
Dallas||United States
Philadelphia||United States
San Francisco||United States
San Diego||United States
Seattle||United States
Detroit||United States
Miami||United States
Atlanta||United States
Denver||United States
Baltimore||United States
Cleveland||United States
Milwaukee||United States
New Orleans||United States
Las Vegas||United States
Brooklyn||United States
Manhattan||United States
Harlem||United States
Queens||United States
Long Island||United States
Silicon Valley||United States
Hollywood||United States
Guantánamo|Guantanamo,Guantanamo Bay|Cuba
Gaza|Gaza Strip,the Gaza Strip,Gaza City|Palestine
West Bank|the West Bank|Palestine
Rafah||Palestine
East Jerusalem||Palestine
Golan Heights|the Golan Heights,Golan
Sinai|Sinai Peninsula|Egypt
Sharm el-Sheikh|Sharm El Sheikh|Egypt
Idlib||Syria
Aleppo||Syria
Kurdistan|
Nagorno-Karabakh|Karabakh
Abkhazia|
South Ossetia|
Transnistria|
Kashmir|Jammu and Kashmir
Tibet||China
Hong Kong||China
Xinjiang||China
Shanghai||China
Darfur||Sudan
El Fasher||Sudan
Port Sudan||Sudan
Jeddah||Saudi Arabia
Mecca||Saudi Arabia
Goma||Congo
Tigray||Ethiopia
Mekelle||Ethiopia
Western Sahara|
Faroe Islands|the Faroe Islands,Faroes,the Faroes|Denmark
Greenland||Denmark
Gibraltar||United Kingdom
Falkland Islands|the Falkland Islands,Falklands,the Falklands,Malvinas|United Kingdom
Bermuda||United Kingdom
Guam||United States
New Caledonia||France
French Guiana||France
Aruba||Netherlands
Macau|Macao|China
Zanzibar||Tanzania
Somaliland||Somalia
Puntland||Somalia
Cabinda||Angola
Aceh||Indonesia
Mindanao||Philippines
Papua||Indonesia
Quebec|Québec|Canada
Bavaria||Germany
Corsica||France
Sicily||Italy
Okinawa||Japan
Northern Ireland||United Kingdom
Belfast||United Kingdom
Scotland||United Kingdom
Wales||United Kingdom
Catalonia||Spain
Barcelona||Spain
Munich||Germany
Frankfurt||Germany
Bonn||Germany
Milan||Italy
Strasbourg||France
Dayton||United States
Minsk||Belarus
Aden||Yemen
Hodeidah|Hodeida|Yemen
Marib||Yemen
Mosul||Iraq
Kirkuk||Iraq
Basra||Iraq
Mumbai|Bombay|India
Sydney||Australia
Toronto||Canada
Johannesburg||South Africa
Entebbe||Uganda
Arusha||Tanzania
Machakos||Kenya
`);
