/**
 * Acts as the event data sets of political science code them: PLOVER's event types (Open Event Data Alliance 2018) and the
 * root or base codes of CAMEO (Schrodt 2012). For export only: the acts here are finer where negotiations need it (invite,
 * wait, lapse) and coarser elsewhere. PLOVER has no type for mere statements, waiting and lapsing.
 */
import type { Act } from '../rows.ts';

export interface EventCode {
  /** Missing where PLOVER has no such event. */
  readonly plover?: string;
  /** Missing where CAMEO has none either: a thing that lapses is nobody's act. */
  readonly cameo?: string;
}

const CODES: Readonly<Record<Act, EventCode>> = {
  invite: { plover: 'REQUEST', cameo: '022' },
  accept: { plover: 'AGREE', cameo: '030' },
  decline: { plover: 'REJECT', cameo: '120' },
  condition: { plover: 'REQUEST', cameo: '100' },
  demand: { plover: 'REQUEST', cameo: '100' },
  offer: { plover: 'AGREE', cameo: '030' },
  urge: { plover: 'REQUEST', cameo: '020' },
  threaten: { plover: 'THREATEN', cameo: '130' },
  dismiss: { plover: 'ACCUSE', cameo: '111' },
  certify: { plover: 'SUPPORT', cameo: '050' },
  wait: {},
  dispatch: { plover: 'CONSULT', cameo: '042' },
  host: { plover: 'CONSULT', cameo: '043' },
  lapse: {},
  state: { cameo: '010' },
  deny: { cameo: '016' },
  report: { cameo: '010' },
};

export const eventCode = (act: Act): EventCode => CODES[act];
