/** Groups and typical paths of a forecast, in words. */
import type { Words } from '@parley/core/brief';
import { sayDay } from '@parley/core/case';
import { dayOf, planOf, stationName, typicalPaths, type Forecast, type GroupForecast } from '@parley/core/forecast';

export function groupsLine(group: GroupForecast, words: Words): string {
  const none = `${(100 * group.noneOfThese).toFixed(0)} % none of ${group.scenarios.join(', ')}`;
  const overlap =
    group.moreThanOne > 0.001
      ? ` (${(100 * group.moreThanOne).toFixed(1)} % more than one: their conditions overlap)`
      : '';
  return `${words.label(group.group)}: ${none}${overlap}`;
}

/** The three most frequent sequences, each told by its first run. */
export function typicalLines(found: Forecast, words: Words): string[] {
  const { process } = found;
  return typicalPaths(planOf(found.belief), found.tally.paths, found.tally.weight).map(({ share, example }) => {
    const stations = example.flatMap((s) => {
      const atom = process.atoms[s.atom]!;
      const day = sayDay(dayOf(s.round, process.asOf));
      // That an issue leaves its status quo is told by the value that it comes to.
      if (atom.kind === 'value' && !s.on)
        return [`${words.label(`${atom.name} = ${atom.value}`).split(':')[0]!} settled (${day})`];
      return [`${s.on ? '' : 'no more '}${words.label(stationName(process, s.atom))} (${day})`];
    });
    const path = stations.length === 0 ? 'nothing that a scenario asks about happens' : stations.join(' → ');
    return `in ${share < 0.01 ? '<1' : (100 * share).toFixed(0)} of 100: ${path}`;
  });
}
