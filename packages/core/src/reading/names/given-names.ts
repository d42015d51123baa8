/**
 * Given names with the pronoun that usually goes with them: only to tell whom *he* or *she* means where no title does. Of
 * those that are not here nothing is assumed. And names that two languages write differently: one person's given name may
 * stand as either.
 */
const HE = `aaron adam ahmed alan albert alberto aleksandr alexander alexei ali amir anatoly andrei andrew andrii andriy angus
  anthony antonio antony anton arthur barack bashar benjamin bernard bill bob boris brian bruno carl carlos charles
  chris christian christopher daniel david dmitri dmitry dmytro dominic donald douglas dwight eduardo edward edwin
  elon emmanuel enrique eric ernesto evgeny ferdinand fidel francis francisco francois françois frank franklin
  frederick friedrich george gerald gerhard giorgio giuseppe gordon graham gustavo guy hamid hans harold harry hassan
  helmut henry hosni hugo hussein ian ibrahim igor ilya ismail ivan ivo jack jacob jacques jair jake james jan jared
  jason jean jeff jens jeremy jim jimmy joe joel john johan jonathan jorge josé jose joseph josep juan julian justin
  karl keir keith kevin khalid kofi konstantin kurt lars lee leon leonid lloyd luis lula mahmoud marcel marco mario
  mark martin massoud matthew matteo maxim menachem michael miguel mike mikhail mohammad mohammed mohamed moshe
  muhammad mustafa mykhailo naftali narendra neil nelson nicolas nicolás nikita nikolai nikos olaf oleg oleksandr
  oleksii omar oscar óscar osama patrick paul pavel pedro peter petro philip pierre rafael raúl raul recep ricardo
  richard rishi robert roberto rodrigo roger roman ron ronald rustem saddam salman sam samuel scott sergei sergey
  serhii shimon simon stefan stephen steve steven sultan tayyip ted theodore thomas tim timothy tom tomas tony vaclav
  vadim valery viktor victor vladimir volodymyr vyacheslav walter warren wilhelm william winston xavier yair yasser
  yitzhak yuri yusuf zbigniew joren bram dal connor tobias pavle emil danso ferran teodoro ilio gideon colm yannick
  lukas niklas jonas mathis matthias sebastian florian felix oliver henrik erik mikael magnus anders sven bjorn leif
  olav kristian nils axel gustav ludwig otto rolf uwe dieter jürgen jurgen klaus günter gunter horst manfred stefano
  paolo luca lorenzo francesco giovanni pietro alessandro massimo sergio pablo diego javier alejandro andres
  felipe ignacio joaquin gonzalo ramon hector cesar emilio marcelo thiago joao paulo nuno rui tiago vasco yannis
  dimitris kostas giorgos stavros mehmet hakan ahmet murat emre kemal osman yilmaz serkan jamal tariq rashid faisal
  nasser salim karim hamza bilal zaid amin farid reza hossein mehdi javad majid kwame emeka chinedu tunde babatunde
  olusegun abdou mamadou moussa ousmane thabo sipho nkosana tendai raj rahul arjun vikram anil sunil suresh ravi
  sanjay amit ashok deepak imran asif nawaz shahid zulfikar hiroshi takeshi kenji shinzo fumio taro jiro jin wei jun
  ming hao chen bo kai liam noah ethan logan lucas mason aiden ryan kyle brandon cody derek craig sean shaun nigel
  gareth rhys owen dylan callum ewan hamish fergus niall declan padraig eoin ciaran desmond brendan cormac gavin
  trevor clive rupert adrian giles piers leonard milton harvey stanley sidney norman ralph wallace vernon elliot elias
  ezra caleb joshua nathan isaac abraham solomon gabriel raphael emanuel viktoras vytautas andrius janis karlis marek
  piotr pawel tomasz krzysztof jacek wojciech zoltan istvan laszlo ferenc gabor attila bogdan radu mihai ion florin
  vlad dragan milan zoran goran slobodan aleksandar nenad bojan marko ante ivica branko yevhen taras bohdan vasyl
  danylo arseniy kirill artem denis gleb timur ruslan marat rinat aslan zurab giorgi irakli levan hayk tigran armen
  ilham heydar nursultan emomali askar bakyt`;
const SHE = `agnes aisha alexandra alice amy ana angela anita ann anna annalena anne barbara benazir beth bridget carla carol
  caroline catherine cathy charlotte chiara christina christine claire claudia condoleezza corazon cristina deborah
  della diana diane dilma donna dorothy elena eleanor elisabeth elizabeth ella ellen emily emma erika ester eva
  federica fatima florence frances giorgia gloria golda grace hanna hannah heather helen helena hillary ilana indira
  ingrid irina isabel jacinda jane janet jean-anne jennifer jessica joan joanna josie judith julia julie kaja kamala
  karen karin kate katherine kathleen kim-anne laura leila lene liana lidia linda lisa liz louise lucia lucy lydia
  madeleine maeve magdalena margaret margrethe maria marie marina marine marion martha mary megan melania mette
  michelle mira miriam monica nadia nancy natalia natasha nicola nina olena olga ottilie patricia paula penny rachel
  raisa rebecca rhoda rosa roxana ruth sahra sally samantha sandra sanna sara sarah sheila shirin sigrid simone sofia
  sonia stella susan suzanne svetlana sylvia tamara tanya tatiana teresa theresa ursula valentina vera victoria viola
  virginia yulia yvette zainab zuzana aurelie ritva helga orsolya bette gwendolyn jara yara amelie meret nuria henrike
  ottoline greta astrid ingeborg solveig freya linnea elsa birgit heike ute petra sabine silke anke katrin katja anja
  steffi beate brigitte renate gisela ilse lotte elke giulia francesca paola silvia elisa beatrice ilaria carmen pilar
  dolores mercedes rosario consuelo ines irene lourdes paloma ximena camila gabriela daniela mariana fernanda juliana
  luciana beatriz leticia joana eleni despina katerina dimitra aysel ayşe ayse fatma emine zeynep elif esra merve
  leyla layla noor nour amal rania hanan samira salma yasmin jasmine maryam zahra parisa mahsa nasrin narges adaeze
  ngozi chioma amina aminata fatou mariama thandi nomvula zanele priya anjali deepa sunita kavita lakshmi meena asha
  usha sushma hina sherry yuko yoko akiko naoko keiko haruka mei ling xiu jing fang yan ting olivia ava sophia mia
  harper evelyn abigail chloe zoe lily hazel violet ivy daisy ruby poppy isla niamh aoife siobhan sinead orla caoimhe
  roisin moira fiona ailsa morag rhiannon carys bronwen gwen bethan tamsin philippa harriet georgina henrietta camilla
  imogen beatrix rosalind naomi esther leah rivka tzipi ayelet agnieszka malgorzata katarzyna ewa zofia zsuzsa ilona
  katalin judit marta andreea ioana ruxandra dragana jelena milica snezana vesna jadranka oksana olha yuliia natalya
  daria kateryna halyna lesia mariya ekaterina anastasia ksenia galina lyudmila nadezhda zhanna salome nino tamar
  aigul dinara gulnara`;

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));
export const HE_NAMES = words(HE);
export const SHE_NAMES = words(SHE);

/** Folded given names of one origin. */
const SAME = `volodymyr vladimir|oleksandr aleksandr alexander alex|mykhailo mikhail michael|serhii serhiy sergei sergey|dmytro dmitri dmitry
  |andrii andriy andrei andrew|petro pyotr peter|mykola nikolai nikolay|yurii yuri yury|bill william will|bob robert rob|jim james jimmy|joe joseph
  |tony anthony antony|mike michael|tim timothy timmy|andy andrew drew|ben benjamin benny|charlie charles chuck|ed edward eddie ted|fred frederick freddie|harry harold henry hank|jack john johnny|jon jonathan|larry lawrence laurence|margaret maggie meg peggy|nick nicholas nicolas|patrick pat paddy|phil philip phillip|ray raymond|walt walter|will william bill billy|tom thomas tommy|dick richard rick|ted theodore edward|dan daniel|dave david|steve steven stephen|chris christopher
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
