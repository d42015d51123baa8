import { beforeAll, describe, expect, test } from 'vitest';
import { readWhen, type When } from '../../case/index.ts';
import { account } from '../account.ts';
import { NOTHING_KNOWN, type Known } from '../known.ts';
import { loadTagger, type Tagger } from '../tagger.ts';
import { nameIndex, type NameIndex, type NamesOfAccount } from './index.ts';

let tagger: Tagger;
beforeAll(async () => {
  tagger = await loadTagger();
});

function readIn(index: NameIndex, text: string, id = 'one'): NamesOfAccount {
  const read = account({ id, text });
  return index.read(read, tagger.tag(text, read.sentences));
}
const readAlone = (text: string, known: Known = NOTHING_KNOWN): NamesOfAccount => readIn(nameIndex(known), text);
const told = ({ rows }: NamesOfAccount): string[] =>
  rows.map(({ exact, type, entity, isMetonym }) => `${exact} = ${type} ${entity}${isMetonym ? '*' : ''}`);

describe('names', () => {
  test('a person with an office, and the office with its state', () => {
    const names = readAlone('The foreign minister of Norway, Kari Lindholm, met Mr Okafor in Oslo on Friday.');
    expect(told(names)).toEqual([
      'foreign minister = office norway-foreign-minister',
      'Norway = state norway',
      'Kari Lindholm = person kari-lindholm',
      'Okafor = person okafor',
      'Oslo = place oslo',
    ]);
    expect(names.entity('norway-foreign-minister')?.holder).toBe('kari-lindholm');
  });

  test('a capital that acts is its state, a capital that one goes to a place, and one that may be either is flagged', () => {
    const names = readAlone('Madrid has rejected the plan. She flew to Madrid. The view of Madrid matters.');
    expect(told(names)).toEqual(['Madrid = state spain*', 'Madrid = place madrid', 'Madrid = place madrid']);
    expect(names.mentions.map(({ orElse }) => orElse)).toEqual([undefined, undefined, 'spain']);
  });

  test('spellings of one person are one; two of one surname stay two', () => {
    const names = readAlone(
      'Andriy Melnychenko spoke first. Later Andrii Melnichenko signed. Olena Melnychenko, his sister, did not.',
    );
    expect(told(names)).toEqual([
      'Andriy Melnychenko = person andriy-melnychenko',
      'Andrii Melnichenko = person andriy-melnychenko',
      'Olena Melnychenko = person olena-melnychenko',
    ]);
  });

  test('whose a person is, also over a full stop', () => {
    const names = readAlone(
      'Norway hosts the talks. Its envoy, Lars Hegge, smiled. Peru’s spokesman, Ivo Tamm, did not.',
    );
    expect(['lars-hegge', 'ivo-tamm'].map((id) => names.entity(id)?.of)).toEqual(['norway', 'peru']);
  });

  test('a surname means who was named last, or whom the title fits', () => {
    const names = readAlone('Paul Brenner met Anna Brenner. Mr Brenner left. Ms Brenner stayed.');
    expect(names.rows.map(({ entity }) => entity)).toEqual([
      'paul-brenner',
      'anna-brenner',
      'paul-brenner',
      'anna-brenner',
    ]);
  });

  test('a body is known by its short form afterwards', () => {
    expect(told(readAlone('The Bakers’ Guild of Tessin voted on Monday. The guild wants more flour.'))).toEqual([
      'Bakers’ Guild of Tessin = organisation bakers-guild-of-tessin',
      'The guild = organisation bakers-guild-of-tessin',
    ]);
  });

  test('a new state is told by its president, a new place by the word before it', () => {
    const text = "Vandria's president flew to Port Emsel. In Halgrave, a town nearby, nobody had been told.";
    expect(told(readAlone(text)).map((line) => line.replace(/ = (\w+) .*/, ' $1'))).toEqual([
      'Vandria state',
      'president office',
      'Port Emsel place',
      'Halgrave place',
    ]);
  });

  test('an adjective of a state is none of its names, a treaty is no name', () => {
    expect(told(readAlone('The Vandrian envoy left Vandria after the Halgrave Treaty.'))).toEqual([
      'envoy = office vandria-envoy',
      'Vandria = state vandria',
    ]);
  });

  test('what begins a sentence is no name for that', () => {
    expect(told(readAlone('Diplomats were tired. Talks went on. Nothing was signed.'))).toEqual([]);
  });

  test('of a heading in capitals only names that the account has', () => {
    const text = 'LINDHOLM REFUSES TO SIGN AGAIN\n\nKari Lindholm did not sign on Friday. She said why.';
    expect(told(readAlone(text))).toEqual(['LINDHOLM = person kari-lindholm', 'Kari Lindholm = person kari-lindholm']);
  });

  test('names of the case come first, and keep their ids', () => {
    const known: Known = {
      entities: [
        { id: 'vandria', name: 'Vandria', type: 'state', aliases: ['Halgrave'] },
        { id: 'lind', name: 'Kari Lindholm', type: 'person', aliases: ['Lindholmová'], of: 'vandria' },
      ],
      offices: [{ person: 'lind', office: 'trade minister', of: 'vandria' }],
    };
    const names = readAlone('Lindholm spoke for Halgrave. Vandria’s trade minister is tired.', known);
    expect(told(names)).toEqual([
      'Lindholm = person lind',
      'Halgrave = state vandria',
      'Vandria = state vandria',
      'trade minister = office vandria-trade-minister',
    ]);
    expect(names.rows.some(({ isNew }) => isNew)).toBe(false);
  });

  test('an adjective among the aliases of a case names nobody', () => {
    const known: Known = {
      entities: [{ id: 'norway', name: 'Norway', type: 'state', aliases: ['Norwegian', 'the Norwegians'] }],
      offices: [],
    };
    expect(told(readAlone('The Norwegian plan failed. Norway left.', known))).toEqual(['Norway = state norway']);
  });

  test('a later account knows whom an earlier one named', () => {
    const index = nameIndex(NOTHING_KNOWN);
    readIn(index, 'Kari Lindholm signed for the Northern Fisheries Council.', 'one');
    const later = readIn(index, 'Lindholm said little. The council had met.', 'two');
    expect(later.rows.map(({ entity }) => entity)).toEqual(['kari-lindholm', 'northern-fisheries-council']);
    expect(index.entity('kari-lindholm')?.forms).toEqual(['Kari Lindholm', 'Lindholm']);
  });

  test('marks and scripts that are not Latin do no harm', () => {
    expect(told(readAlone('مرحبا بالعالم. Kari Lindholm 漢字 ‏שלום.'))).toEqual([
      'Kari Lindholm = person kari-lindholm',
    ]);
  });
});

describe('whom words without a name mean', () => {
  const meant = (text: string, words: string): string | undefined => {
    const names = readAlone(text);
    const start = text.lastIndexOf(words);
    return names.antecedent({ start, end: start + words.length });
  };

  test('he and she by title, given name and nearness', () => {
    const text = 'Paul Brenner met Anna Okoye in Geneva. “No,” she said.';
    expect(meant(text, 'she')).toBe('anna-okoye');
    expect(meant('Paul Brenner met Anna Okoye in Geneva. “No,” he said.', 'he')).toBe('paul-brenner');
    expect(meant('Nobody was there. He said so.', 'He')).toBeUndefined();
  });

  test('of an office of the case, who held it on the day', () => {
    const when = (day: string): When => readWhen(day) as When;
    const known: Known = {
      entities: [
        { id: 'norway', name: 'Norway', type: 'state', aliases: [] },
        { id: 'berg', name: 'Kari Berg', type: 'person', aliases: [], of: 'norway' },
        { id: 'dahl', name: 'Ola Dahl', type: 'person', aliases: [], of: 'norway' },
      ],
      offices: [
        { person: 'berg', office: 'trade minister', of: 'norway', until: when('2030-06-30') },
        { person: 'dahl', office: 'trade minister', of: 'norway', from: when('2031-01-01') },
      ],
    };
    const text = "Norway's trade minister is tired. The trade minister left.";
    const on = (written?: When): string | undefined => {
      const given = account({ id: 'one', text, ...(written === undefined ? {} : { written }) });
      const names = nameIndex(known).read(given, tagger.tag(text, given.sentences));
      const start = text.indexOf('The trade');
      return names.antecedent({ start, end: start + 'The trade minister'.length });
    };
    const days = ['2030-06-01', '2030-10-01', '2031-06-01'].map((day) => on(when(day)));
    expect([...days, on()]).toEqual(['berg', undefined, 'dahl', undefined]);
  });

  test('the government is that of the one state whose offices are told of', () => {
    const one = 'Norway’s trade minister left. The government was silent.';
    expect(meant(one, 'The government')).toBe('norway');
    expect(meant(`Peru’s president came. ${one}`, 'The government')).toBeUndefined();
  });

  test('the holder of an office, and who was called so', () => {
    expect(
      meant('Kari Lindholm, the foreign minister, left. The foreign minister was angry.', 'The foreign minister'),
    ).toBe('kari-lindholm');
    expect(meant('His spokesman, Dal Petrov, smiled. The spokesman left.', 'The spokesman')).toBe('dal-petrov');
  });
});

test('two of one name whose further initials differ are two', () => {
  const names = readAlone('John A. Farrow signed. His son John B. Farrow did not. Then Farrow left.');
  expect(names.rows.map(({ entity }) => entity)).toEqual(['john-a-farrow', 'john-b-farrow', 'john-b-farrow']);
});
