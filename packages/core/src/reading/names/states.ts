/**
 * States with the adjective, the capital and other names, written from general knowledge (2025). A line: name | other names |
 * adjectives and demonyms | capital and its spellings. The seats that stand for a state are in ./seats.ts.
 */
const LINES = `
Afghanistan||Afghan,Afghans,Taliban|Kabul
Albania||Albanian|Tirana
Algeria||Algerian|Algiers
Andorra||Andorran|
Angola||Angolan|Luanda
Argentina|the Argentine Republic|Argentine,Argentinian|Buenos Aires
Armenia||Armenian|Yerevan
Australia||Australian|Canberra
Austria||Austrian|Vienna
Azerbaijan||Azerbaijani,Azeri|Baku
Bahrain||Bahraini|Manama
Bangladesh||Bangladeshi|Dhaka
Barbados||Barbadian|Bridgetown
Belarus|Byelorussia|Belarusian,Belarussian|Minsk
Belgium||Belgian|
Belize||Belizean|Belmopan
Benin||Beninese|Porto-Novo
Bhutan||Bhutanese|Thimphu
Bolivia||Bolivian|La Paz
Bosnia and Herzegovina|Bosnia,Bosnia-Herzegovina|Bosnian|Sarajevo
Botswana||Botswanan|Gaborone
Brazil||Brazilian|Brasília,Brasilia
Brunei||Bruneian|
Bulgaria||Bulgarian|Sofia
Burkina Faso||Burkinabe|Ouagadougou
Burundi||Burundian|Gitega,Bujumbura
Cambodia|Kampuchea|Cambodian|Phnom Penh
Cameroon||Cameroonian|Yaoundé,Yaounde
Canada||Canadian|Ottawa
Cape Verde|Cabo Verde|Cape Verdean|Praia
Central African Republic||Central African|Bangui
Chad||Chadian|N'Djamena
Chile||Chilean|Santiago
China|the People's Republic of China,PRC|Chinese|Beijing,Peking
Colombia||Colombian|Bogotá,Bogota
Comoros||Comoran|Moroni
Congo|the Democratic Republic of the Congo,Democratic Republic of Congo,DR Congo,DRC,Zaire|Congolese|Kinshasa
Costa Rica||Costa Rican|San José,San Jose
Croatia||Croatian,Croat|Zagreb
Cuba||Cuban|Havana
Cyprus||Cypriot|Nicosia
Czech Republic|Czechia,Czechoslovakia|Czech|Prague
Denmark||Danish,Dane|Copenhagen
Djibouti||Djiboutian|
Dominican Republic||Dominican|Santo Domingo
East Timor|Timor-Leste|Timorese|Dili
Ecuador||Ecuadorian,Ecuadorean|Quito
Egypt|the Arab Republic of Egypt|Egyptian|Cairo
El Salvador||Salvadoran,Salvadorean|San Salvador
Equatorial Guinea|||Malabo
Eritrea||Eritrean|Asmara
Estonia||Estonian|Tallinn
Eswatini|Swaziland|Swazi|Mbabane
Ethiopia||Ethiopian|Addis Ababa
Fiji||Fijian|Suva
Finland||Finnish,Finn|Helsinki
France|the French Republic|French|Paris
Gabon||Gabonese|Libreville
Gambia|The Gambia|Gambian|Banjul
Georgia||Georgian|Tbilisi
Germany|the Federal Republic of Germany,West Germany,East Germany|German|Berlin
Ghana||Ghanaian|Accra
Greece||Greek|Athens
Grenada||Grenadian|
Guatemala||Guatemalan|Guatemala City
Guinea||Guinean|Conakry
Guinea-Bissau|||Bissau
Guyana||Guyanese|Georgetown
Haiti||Haitian|Port-au-Prince
Honduras||Honduran|Tegucigalpa
Hungary||Hungarian|Budapest
Iceland||Icelandic|Reykjavik,Reykjavík
India||Indian|New Delhi,Delhi
Indonesia||Indonesian|Jakarta
Iran|the Islamic Republic,Islamic Republic of Iran,Persia|Iranian|Tehran,Teheran
Iraq||Iraqi|Baghdad
Ireland|the Irish Republic|Irish|Dublin
Israel||Israeli|Jerusalem,Tel Aviv
Italy||Italian|Rome
Ivory Coast|Côte d'Ivoire,Cote d'Ivoire|Ivorian|Abidjan,Yamoussoukro
Jamaica||Jamaican|
Japan||Japanese|Tokyo
Jordan||Jordanian|Amman
Kazakhstan||Kazakh,Kazakhstani|Astana
Kenya||Kenyan|Nairobi
Kosovo||Kosovar,Kosovan|Pristina
Kuwait||Kuwaiti|Kuwait City
Kyrgyzstan||Kyrgyz|Bishkek
Laos||Lao,Laotian|Vientiane
Latvia||Latvian|Riga
Lebanon||Lebanese|Beirut
Lesotho||Basotho|Maseru
Liberia||Liberian|Monrovia
Libya||Libyan|Tripoli
Liechtenstein|||Vaduz
Lithuania||Lithuanian|Vilnius
Luxembourg||Luxembourgish|
Madagascar||Malagasy|Antananarivo
Malawi||Malawian|Lilongwe
Malaysia||Malaysian|Kuala Lumpur
Maldives||Maldivian|
Mali||Malian|Bamako
Malta||Maltese|Valletta
Mauritania||Mauritanian|Nouakchott
Mauritius||Mauritian|Port Louis
Mexico||Mexican|Mexico City
Moldova||Moldovan|Chisinau,Chișinău
Monaco||Monegasque|
Mongolia||Mongolian|Ulaanbaatar,Ulan Bator
Montenegro||Montenegrin|Podgorica
Morocco||Moroccan|Rabat
Mozambique||Mozambican|Maputo
Myanmar|Burma|Burmese|Naypyidaw,Naypyitaw
Namibia||Namibian|Windhoek
Nepal||Nepali,Nepalese|Kathmandu
Netherlands|Holland|Dutch|The Hague
New Zealand||New Zealander|Wellington
Nicaragua||Nicaraguan|Managua
Niger||Nigerien|Niamey
Nigeria||Nigerian|Abuja
North Korea|the Democratic People's Republic of Korea,DPRK|North Korean|Pyongyang
North Macedonia|Macedonia|Macedonian|Skopje
Norway||Norwegian|Oslo
Oman||Omani|Muscat
Pakistan||Pakistani|Islamabad
Palestine|the Palestinian Authority,Palestinian Authority|Palestinian|Ramallah
Panama||Panamanian|Panama City
Papua New Guinea||Papuan|Port Moresby
Paraguay||Paraguayan|Asunción,Asuncion
Peru||Peruvian|Lima
Philippines||Filipino,Philippine|Manila
Poland||Polish,Pole|Warsaw
Portugal||Portuguese|Lisbon
Qatar||Qatari|Doha
Romania||Romanian|Bucharest
Russia|the Russian Federation,Soviet Union,the Soviet Union,USSR|Russian,Soviet|Moscow
Rwanda||Rwandan|Kigali
Samoa||Samoan|Apia
Saudi Arabia|the Kingdom|Saudi,Saudi Arabian|Riyadh
Senegal||Senegalese|Dakar
Serbia|Yugoslavia|Serbian,Serb,Yugoslav|Belgrade
Sierra Leone||Sierra Leonean|Freetown
Singapore||Singaporean|
Slovakia||Slovak|Bratislava
Slovenia||Slovenian,Slovene|Ljubljana
Somalia||Somali|Mogadishu
South Africa||South African|Pretoria
South Korea|the Republic of Korea|South Korean|Seoul
South Sudan||South Sudanese|Juba
Spain||Spanish,Spaniard|Madrid
Sri Lanka|Ceylon|Sri Lankan|Colombo
Sudan||Sudanese|Khartoum
Suriname||Surinamese|Paramaribo
Sweden||Swedish,Swede|Stockholm
Switzerland||Swiss|Bern,Berne
Syria||Syrian|Damascus
Taiwan|the Republic of China|Taiwanese|Taipei
Tajikistan||Tajik|Dushanbe
Tanzania||Tanzanian|Dodoma,Dar es Salaam
Thailand|Siam|Thai|Bangkok
Togo||Togolese|Lomé
Trinidad and Tobago||Trinidadian|Port of Spain
Tunisia||Tunisian|Tunis
Turkey|Türkiye,Turkiye|Turkish,Turk|Ankara
Turkmenistan||Turkmen|Ashgabat
Uganda||Ugandan|Kampala
Ukraine||Ukrainian|Kyiv,Kiev
United Arab Emirates|UAE,Emirates,the Emirates|Emirati|Abu Dhabi
United Kingdom|UK,U.K.,Britain,Great Britain,England|British,Briton,English|London
United States|US,U.S.,USA,U.S.A.,America,the United States of America,United States of America|American|Washington,Washington D.C.,Washington DC
Uruguay||Uruguayan|Montevideo
Uzbekistan||Uzbek|Tashkent
Vatican City|the Holy See|Vatican|
Venezuela||Venezuelan|Caracas
Vietnam|Viet Nam,North Vietnam,South Vietnam|Vietnamese|Hanoi
Yemen||Yemeni|Sanaa,Sana'a
Zambia||Zambian|Lusaka
Zimbabwe|Rhodesia|Zimbabwean|Harare
`;

export interface StateLine {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly adjectives: readonly string[];
  readonly capitals: readonly string[];
}

const list = (words: string | undefined): string[] => (words ?? '').split(',').filter((word) => word !== '');

export const STATES: readonly StateLine[] = LINES.trim()
  .split('\n')
  .map((line) => {
    const [name = '', aliases, adjectives, capitals] = line.split('|');
    return { name, aliases: list(aliases), adjectives: list(adjectives), capitals: list(capitals) };
  });
