import { describe, expect, test } from 'vitest';
import { account } from '../account.ts';
import type { Names } from '../names/names.ts';
import type { EntityType, IndirectRow, Mention, QuotationRow } from '../rows.ts';
import { loadTagger } from '../tagger.ts';
import { eventCode, speechRows } from './index.ts';

const WHO: Readonly<Record<string, EntityType>> = {
  'Ada Brandt': 'person',
  Brandt: 'person',
  'Ilan Moss': 'person',
  Moss: 'person',
  Vardia: 'state',
  Pellow: 'state',
};
const PATTERN = new RegExp(Object.keys(WHO).join('|'), 'g');
const ID: Readonly<Record<string, string>> = {
  'Ada Brandt': 'brandt',
  Brandt: 'brandt',
  'Ilan Moss': 'moss',
  Moss: 'moss',
};

/** The names above, and the last person before a pronoun. */
function namesIn(text: string): Names {
  const mentions = [...text.matchAll(PATTERN)].map(({ index: start, 0: exact }): Mention => {
    const [entity, type] = [ID[exact] ?? exact.toLowerCase(), WHO[exact]!];
    return { start, end: start + exact.length, exact, entity, type, isMetonym: false };
  });
  return {
    mentions,
    within: ({ start, end }) => mentions.filter((one) => start <= one.start && one.end <= end),
    antecedent: ({ start, end }) =>
      /^(?:s?he|him|her|his)$/i.test(text.slice(start, end))
        ? mentions.findLast((one) => one.type === 'person' && one.end <= start)?.entity
        : undefined,
    entity: (id) => ({ id, name: id, type: 'person', forms: [], from: 'account' }),
  };
}

describe('speech', async () => {
  const tagger = await loadTagger();
  const rows = (text: string) => {
    const read = account({ id: 'a', text });
    const found = speechRows(read, tagger.tag(text, read.sentences), namesIn(text));
    for (const { exact, start, end } of found) expect(exact).toBe(text.slice(start, end));
    return found;
  };
  const said = (text: string) =>
    rows(text)
      .filter((row): row is QuotationRow => row.kind === 'quotation')
      .map(({ exact, speaker }) => `${speaker.entity ?? speaker.words?.exact ?? '?'}: ${exact}`);
  const told = (text: string) =>
    rows(text)
      .filter((row): row is IndirectRow => row.kind === 'indirect')
      .map(
        ({ exact, speaker, act, cue }) =>
          `${speaker.entity ?? speaker.words?.exact ?? '?'} ${act} [${cue.exact}] ${exact}`,
      );

  describe('the speaker of a quotation', () => {
    test.each([
      ['before the verb', '“The road is closed,” Ada Brandt said on Monday.', ['brandt: The road is closed,']],
      [
        'after it, with what he is',
        '“We wait,” said Ilan Moss, the harbour master, who had come early.',
        ['moss: We wait,'],
      ],
      ['before the words', 'Brandt answered: “Not this year.”', ['brandt: Not this year.']],
      ['of a participle', 'Moss defended the toll, saying, “Roads cost money.”', ['moss: Roads cost money.']],
      ['before a colon', 'Moss took the other side: “Roads cost money.”', ['moss: Roads cost money.']],
      [
        'of a broken sentence',
        '“If they come,” Moss says, “we shall talk.”',
        ['moss: If they come,', 'moss: we shall talk.'],
      ],
      ['goes on', '“It leaks,” Brandt said. “It always did.”', ['brandt: It leaks,', 'brandt: It always did.']],
      ['with whatever verb', '“It leaks,” Brandt sniffed.', ['brandt: It leaks,']],
      [
        'not whoever is named in it',
        'Brandt arrived late. “I have nothing to say to Moss,” she said.',
        ['brandt: I have nothing to say to Moss,'],
      ],
      ['not whose aide it is', '“It leaks,” an aide to Brandt said.', ['an aide to Brandt: It leaks,']],
      ['nobody told', 'The gate is shut. “Keep out of the yard.”', ['?: Keep out of the yard.']],
    ])('%s', (_, text, found) => expect(said(text)).toEqual(found));

    test('in two apostrophes for a double mark', () => {
      expect(said("''It is 'done','' said Ada Brandt. ''We go home.''")).toEqual([
        "brandt: It is 'done',",
        'brandt: We go home.',
      ]);
    });

    test('a heading that quotes takes the speaker from the text', () => {
      const text = "Tolls: 'We have paid enough'\n\nThe drivers met. ‘We have paid enough,’ said Ada Brandt.";
      expect(said(text)[0]).toBe('brandt: We have paid enough');
    });
  });

  test('a participle has the subject of its sentence, and a place in brackets belongs to a name', () => {
    const speaker = (text: string): string | undefined =>
      rows(text).flatMap((row) => (row.kind === 'quotation' ? [row.speaker.words?.exact] : []))[0];
    expect(
      speaker('Brandt replied on Monday, insisting that Vardia “must stop these raids on our boats at once.”'),
    ).toBe('Brandt');
    expect(speaker('“We were there and nobody else was,” Ilan Moss (Pellow S.) said.')).toContain('Ilan Moss');
  });

  test('a term in marks is no utterance', () => {
    const found = rows(
      'Moss called the toll “a farce” and spoke of a “package”. The letter had been “noted”, he said.',
    );
    expect(found.filter(({ kind }) => kind === 'quoted-term').map(({ exact }) => exact)).toEqual([
      'a farce',
      'package',
      'noted',
    ]);
    expect(found.filter(({ kind }) => kind === 'quotation')).toEqual([]);
  });

  describe('what is told without marks', () => {
    test.each([
      ['Brandt said on Friday that the road would open.', ['brandt state [said] the road would open']],
      ['The road would open, Brandt said.', ['brandt state [said] The road would open']],
      ['The road, Brandt said, would open in May.', ['brandt state [said] would open in May']],
      ['Vardia has rejected the plan.', ['vardia decline [rejected] the plan']],
      ['Pellow ruled out any talks.', ['pellow decline [ruled out] any talks']],
      ['Moss refused to sign the paper.', ['moss decline [refused] to sign the paper']],
      ['Brandt urged both to come to the table.', ['brandt urge [urged] both to come to the table']],
      ['Vardia invited Ilan Moss to its capital.', ['vardia invite [invited] Ilan Moss to its capital']],
      ['The plan was rejected by Vardia.', ['vardia decline [rejected] The plan']],
      ['According to Moss, the road is safe.', ['moss state [According to] the road is safe']],
      ['Brandt made clear that the toll would stay.', ['brandt state [made clear] the toll would stay']],
      ['Pellow is ready to lower the toll.', ['pellow offer [is ready] to lower the toll']],
      ['Moss dismissed the plan as a farce.', ['moss dismiss [dismissed] the plan']],
      ['The armistice lapsed in May.', ['? lapse [lapsed] The armistice']],
      [
        'Brandt promised a decision, but warned that time was short.',
        ['brandt offer [promised] a decision', 'brandt threaten [warned] time was short'],
      ],
    ])('%s', (text, found) => expect(told(text)).toEqual(found));

    test.each([
      // whoever speaks, however far from the verb
      ['Vardia (population 9,000) said it would wait.', ['vardia wait [said] it would wait']],
      [
        'Brandt, a lawyer, who has led two strikes, said the terms were clear.',
        ['brandt state [said] the terms were clear'],
      ],
      [
        'Officials familiar with the talks said that time was short.',
        ['Officials familiar with the talks state [said] time was short'],
      ],
      ['It is far off, says Moss, whose barge leaks.', ['moss state [says] It is far off']],
      ['Pellow, which aides say has moved its barges, kept quiet.', ['aides state [say] has moved its barges']],
      ['Brandt tweeted that the road was open.', ['brandt state [tweeted] the road was open']],
      ['A poll found that few would pay.', ['A poll report [found] few would pay']],
      ['Asked whether she would come, Brandt left.', ['? state [Asked] whether she would come']],
      ['Moss was asked about the toll.', ['? state [asked] the toll']],
      ['Brandt said, among other things, that it leaks.', ['brandt state [said] it leaks']],
      // where what is said ends
      [
        'Moss said the barge leaked and the pump, which he had bought, was gone.',
        ['moss state [said] the barge leaked and the pump, which he had bought, was gone'],
      ],
      ['Moss, who said the barge leaked, has sold it.', ['moss state [said] the barge leaked']],
      ['The claim that Vardia had paid was wrong.', ['? state [claim] Vardia had paid']],
      ['Brandt rejected calls for a pause last week.', ['brandt decline [rejected] calls for a pause']],
      // acts
      ['Vardia has asked Pellow to a meeting.', ['vardia invite [asked] Pellow to a meeting']],
      ['Brandt asked whether the road was open.', ['brandt state [asked] whether the road was open']],
      ['Vardia offered to host a second round.', ['vardia host [offered] to host a second round']],
      ['Brandt is reluctant to sign.', ['brandt decline [is reluctant] to sign']],
      ['Brandt remains confident that it will hold.', ['brandt state [remains confident] it will hold']],
      ['Moss worries about the cost.', ['moss state [worries] the cost']],
      [
        'Pellow is willing to pay, provided that the toll goes.',
        ['pellow condition [is willing] to pay, provided that the toll goes'],
      ],
      ['Moss insists that the toll be dropped.', ['moss demand [insists] the toll be dropped']],
      ['Moss hopes to sign before winter.', ['moss state [hopes] to sign before winter']],
      [
        'Pellow offered to stop if Vardia withdrew its barges.',
        ['pellow offer [offered] to stop if Vardia withdrew its barges'],
      ],
      ['Vardia told Pellow to open its books.', ['vardia demand [told] Pellow to open its books']],
      ['His criticism of the plan is old.', ['His state [criticism of] the plan']],
    ])('%s', (text, found) => expect(told(text)).toEqual(found));

    test('a heading that gives its speaker and a colon', () => {
      expect(told('Brandt: the toll will stay\n\nNobody was surprised on Friday.')[0]).toBe(
        'brandt state [:] the toll will stay',
      );
    });

    test.each(['Neither side has accepted the draft.', 'Vardia has yet to accept the draft.'])(
      'not yet accepted: “%s”',
      (text) => expect(rows(text)).toMatchObject([{ act: 'accept', polarity: 'negated' }]),
    );

    test.each([
      'Those who say so are few.',
      'A state-backed bank lends to both.',
      'The bill requires two signatures.',
      'If Moss accepts the offer, the road will open.',
      'Nobody knows whether Vardia will accept the plan.',
      'Brandt could reject the plan.',
      'The offer stands, and the demand with it.',
    ])('nothing in “%s”', (text) => expect(told(text)).toEqual([]));

    test('a refusal is negated by its verb, a chance is one by its words', () => {
      const [first, second] = rows('Moss has not accepted the plan. Brandt said the road might open.') as IndirectRow[];
      expect(first).toMatchObject({ act: 'accept', polarity: 'negated', modality: 'certain' });
      expect(second).toMatchObject({ act: 'state', polarity: 'affirmed', modality: 'possible' });
    });

    test('what is said may be a condition', () => {
      expect(told('Brandt said she would come only if the road was open.')[0]).toMatch(/^brandt condition /);
    });
  });

  test('an act has its code in the event data sets', () => {
    expect(eventCode('decline')).toEqual({ plover: 'REJECT', cameo: '120' });
    expect(eventCode('wait')).toEqual({});
  });
});
