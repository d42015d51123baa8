/** What a case knows before an account is opened: its parties and people with their aliases, and who held which office. */
import type { Case, Party } from '@parley/core/case';
import type { Known, KnownEntity, KnownOffice } from '@parley/core/reading';

export function knownOfCase(given: Case): Known {
  const entities: KnownEntity[] = [];
  const offices: KnownOffice[] = [];
  for (const party of given.parties.values()) {
    entities.push({
      id: party.id,
      name: party.name,
      type: isState(party) ? 'state' : 'organisation',
      aliases: party.aliases,
      ...(party.partOf === undefined ? {} : { of: party.partOf }),
    });
    for (const person of party.people) {
      entities.push({ id: person.id, name: person.name, type: 'person', aliases: person.aliases, of: party.id });
      for (const { office, from, until } of person.offices)
        offices.push({
          person: person.id,
          office,
          of: party.id,
          ...(from === undefined ? {} : { from }),
          ...(until === undefined ? {} : { until }),
        });
    }
  }
  return { entities, offices };
}

/**
 * A case does not say what a party is. One that is nobody's part and goes by an adjective or has a person of the highest
 * office is taken for a state, one with a telling word in its name for an organisation.
 */
const isState = ({ name, partOf, people, roles }: Party): boolean =>
  partOf === undefined &&
  !TELLING.test(name) &&
  (people.some(({ offices }) =>
    offices.some(({ office }) => /\b(?:president|prime minister|king|queen|chancellor|minister)\b/i.test(office)),
  ) ||
    roles.some((role) => role === 'principal' || role === 'host'));

const TELLING =
  /\b(?:union|organi[sz]ation|nations|league|court|council|committee|institute|party|movement|front|army|forces|leaders|officials|delegation|company|group|association|federation of|analysts|observers|reporters|media|society|community|countries)\b/i;
