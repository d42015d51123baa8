/**
 * The shape of `case.yaml`: what may be written where. One zod schema gives the types, the checks and the JSON Schema
 * that editors complete from (`parley schema`). What the words *mean* stands in docs/rules.md; names, expressions,
 * dates and quantities are checked after this, in ./read.ts, because they need the whole case.
 */
import * as z from 'zod';

// --- words -----------------------------------------------------------------------------------------------------------

const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'not-an-id')
  .max(80)
  .meta({ description: 'An id: lower-case letters, digits and hyphens.' });

const reference = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)?$/, 'not-a-name')
  .max(161)
  .meta({ description: 'A name: `party.option`, or the id of a happening, meeting, issue, fact or row.' });

const text = z.string().min(1).max(4000);

const yesNo = z.union([z.boolean(), z.enum(['yes', 'no'])]).meta({ description: 'yes or no.' });

const expression = z.union([z.string().min(1).max(10_000), z.boolean()]).meta({
  description:
    'A condition: names, `issue = value`, not, and, or, if…then, iff, (), declined(x), ever(x), can-meet(x), at least 2 of (a, b), before DATE, from DATE.',
});

const quantity = z
  .union([z.number(), z.string().max(80)])
  .meta({ description: 'A number, a 90 % interval `5 to 10`, or `not reported`.' });

const date = z.union([z.string().max(80), z.int()]).meta({
  description: 'An EDTF date: 2025-05-15, 2025-05~, 2025-05-13/2025-05-14, ../2025-05-15, or .. for unknown.',
});

const oneOrMore = <T extends z.ZodType>(inner: T) => z.union([inner, z.array(inner).min(1)]);

// --- evidence --------------------------------------------------------------------------------------------------------

const quotation = z
  .strictObject({
    source: id.meta({ description: 'Id of the source that carries the words.' }),
    quote: z.string().min(1).max(4000).meta({ description: 'The words exactly as the source has them.' }),
    prefix: z.string().max(200).exactOptional().meta({ description: 'Words just before, to tell repeats apart.' }),
    suffix: z.string().max(200).exactOptional().meta({ description: 'Words just after, to tell repeats apart.' }),
    by: id.exactOptional().meta({ description: 'Person or party whose own words these are (direct speech).' }),
  })
  .meta({ description: 'A quote and the source it occurs in, word for word.' });

/** What every row of a case may carry (rule C1). */
const row = {
  said: z.array(quotation).min(1).exactOptional(),
  known: date.exactOptional().meta({ description: 'When it became known, if not with its earliest source (rule C4).' }),
  from: date.exactOptional(),
  until: date.exactOptional(),
  inferred: yesNo.exactOptional().meta({ description: 'The analyst inferred it; --no-inferred leaves it out.' }),
  why: text.exactOptional().meta({ description: 'Reason of an inference or assumption.' }),
  confidential: yesNo.exactOptional().meta({ description: 'Left out by --redact.' }),
  note: text.exactOptional(),
  rule: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/, 'not-an-id')
    .max(80)
    .exactOptional()
    .meta({ description: 'The rule of `parley read` that proposed the row, where one did.' }),
};

// --- the parts of a case ---------------------------------------------------------------------------------------------

const source = z.strictObject({
  file: z.string().min(1).max(400).meta({ description: 'Path inside the case folder.' }),
  title: text.exactOptional(),
  outlet: text.exactOptional(),
  author: text.exactOptional(),
  url: text.exactOptional(),
  written: date.exactOptional().meta({ description: 'When it was written; the row counts as known from its end.' }),
  reliability: z
    .string()
    .regex(/^[A-F][1-6]?$/, 'not-a-reliability')
    .exactOptional()
    .meta({ description: 'Admiralty code: A–F for the source, 1–6 for the report.' }),
  original: z.string().max(400).exactOptional().meta({ description: 'The file that `file` was extracted from.' }),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'not-a-sha256')
    .exactOptional(),
  confidential: yesNo.exactOptional(),
  note: text.exactOptional(),
});

const person = z.strictObject({
  name: text,
  aliases: z.array(text).exactOptional(),
  rank: id.exactOptional(),
  offices: z
    .array(z.strictObject({ office: text, from: date.exactOptional(), until: date.exactOptional(), said: row.said }))
    .exactOptional(),
  'speaks-for': id.exactOptional().meta({ description: 'Person or party this one speaks for.' }),
  ...row,
});

const role = z.enum(['principal', 'host', 'mediator', 'backer', 'spoiler', 'ratifier', 'observer']);

const party = z.strictObject({
  name: text.exactOptional(),
  aliases: z.array(text).exactOptional(),
  role: oneOrMore(role).exactOptional(),
  'part-of': id.exactOptional(),
  people: z.record(id, person).exactOptional(),
  ...row,
});

const option = z.union([
  text,
  z.strictObject({
    text,
    title: text
      .exactOptional()
      .meta({ description: 'A short name for headings, as it stands within a sentence: `a ceasefire`.' }),
    reversible: yesNo.exactOptional().meta({ description: 'Whether it can be undone. Default yes.' }),
    permitted: z
      .enum(['both', 'to-yes', 'to-no'])
      .exactOptional()
      .meta({ description: 'Permitted direction of change; `to-yes` is `reversible: no`. Default both.' }),
    visible: yesNo.exactOptional().meta({ description: 'Whether not doing it would be seen (rule P8).' }),
    channel: z.enum(['public', 'private', 'both']).exactOptional(),
    reopening: quantity.exactOptional().meta({ description: 'Cost of re-opening it once declined (rule C3).' }),
    ...row,
  }),
]);

const indistinguishable = z.union([expression, z.strictObject({ that: expression, ...row })]);

const fact = z.union([
  expression,
  z.strictObject({
    that: expression,
    text: text.exactOptional(),
    title: text.exactOptional(),
    id: id.exactOptional(),
    ...row,
  }),
]);

const happening = z.union([
  text,
  z.strictObject({
    text,
    title: text
      .exactOptional()
      .meta({ description: 'A short name for headings, as it stands within a sentence: `a ceasefire`.' }),
    id: id.exactOptional(),
    rate: quantity.exactOptional().meta({ description: 'Chance a day once its preconditions allow it (rule P4).' }),
    reversible: yesNo.exactOptional(),
    ...row,
  }),
]);

const impossible = z.union([expression, z.strictObject({ that: expression, id: id.exactOptional(), ...row })]);

const precondition = z.strictObject({
  holder: oneOrMore(id),
  step: z.string().min(1).max(200).meta({ description: 'An option, happening, meeting or issue, or `issue = value`.' }),
  needs: expression,
  text: text.exactOptional().meta({ description: 'The demand in a few words.' }),
  timing: z.enum(['before', 'together', 'while']).exactOptional().meta({ description: 'Default before.' }),
  kind: z
    .enum(['condition', 'red-line', 'ratification', 'threat', 'demand', 'reason', 'trigger'])
    .exactOptional()
    .meta({
      description:
        'condition, red-line and ratification bind; the others are shown and never block. Default condition.',
    }),
  firmness: quantity
    .exactOptional()
    .meta({ description: 'Chance that the holder really insists, 0–1. Default 1, an assumption.' }),
  waived: z.strictObject({ on: date, said: row.said, note: text.exactOptional() }).exactOptional(),
  ...row,
});

const relaxation = z.strictObject({
  of: id,
  needs: expression,
  text: text.exactOptional(),
  cost: quantity.exactOptional(),
  ...row,
});

const meeting = z.strictObject({
  title: text.exactOptional(),
  id: id.exactOptional(),
  when: expression.exactOptional().meta({ description: 'What must hold for it to convene. Default: nothing.' }),
  parties: z.array(id).exactOptional(),
  heads: z.record(id, id).exactOptional().meta({ description: 'Who heads each delegation: party → person.' }),
  rank: id.exactOptional().meta({ description: 'Default: the lowest rank among its heads (rule M1).' }),
  at: date.exactOptional(),
  every: z
    .string()
    .regex(/^\d+ days?$/, 'not-a-period')
    .exactOptional(),
  convenes: quantity.exactOptional().meta({ description: 'Chance that it convenes once it can.' }),
  bargains: z
    .enum(['nash', 'alternating-offers'])
    .exactOptional()
    .meta({ description: 'How the forecast settles what is on its agenda (rule P5). Default: nash.' }),
  powers: z
    .record(id, quantity)
    .exactOptional()
    .meta({ description: 'Bargaining power by party, for nash. Default: 1 each.' }),
  place: text.exactOptional(),
  host: id.exactOptional(),
  mediators: z.array(id).exactOptional(),
  auspices: z.array(id).exactOptional(),
  ...row,
});

const mandate = z.strictObject({
  party: id,
  meeting: id,
  'may-settle': z.array(id).exactOptional(),
  'may-discuss': z.array(id).exactOptional(),
  text: text.exactOptional(),
  ...row,
});

const value = z.union([id, z.int()]).meta({ description: 'A value of the issue.' });

const issue = z.strictObject({
  title: text.exactOptional(),
  id: id.exactOptional(),
  kind: z.enum(['one', 'set']).exactOptional().meta({ description: 'one value (default) or any subset of them.' }),
  category: text.exactOptional().meta({ description: 'core, small deal, procedural, …' }),
  values: z.union([z.array(value).min(1), z.record(id, text)]),
  'status-quo': oneOrMore(value).exactOptional().meta({ description: 'Default: the first value; nothing for a set.' }),
  needs: id.exactOptional().meta({ description: 'The lowest rank that can settle it, or `contact` (rule M2).' }),
  'part-of': id.exactOptional(),
  ...row,
});

const position = z.strictObject({
  party: oneOrMore(id),
  issue: id,
  value: z.union([value, z.array(value), z.literal('not reported')]).exactOptional(),
  text: text.exactOptional(),
  ...row,
});

const redLine = z.union([expression, z.strictObject({ that: expression, text: text.exactOptional(), ...row })]);

const ratifier = z.strictObject({
  of: id,
  by: id.exactOptional(),
  'accepts-if': expression,
  firmness: quantity.exactOptional(),
  ...row,
});

const statements = z
  .array(
    z.union([
      expression,
      z.strictObject({ that: expression, weight: quantity.exactOptional(), id: id.exactOptional(), ...row }),
    ]),
  )
  .exactOptional()
  .meta({ description: 'Most important first (rule U1).' });

const stateName = z.union([z.int().min(0), z.string().min(1).max(200)]).meta({
  description:
    'A state: its decimal, a letter Y or N for each option of the file, or a name under `indistinguishable`.',
});

const ranking = z
  .array(z.union([stateName, z.array(stateName).min(1)]))
  .min(1)
  .max(100_000)
  .exactOptional()
  .meta({
    description: 'All possible states, best first; equal ones in a list of their own; `>>` where the gap is large.',
  });

const perception = z.strictObject({
  by: id.meta({ description: 'The party that sees it so.' }),
  of: id.meta({ description: 'The party whose preferences it believes these to be.' }),
  statements,
  ranking,
  ...row,
});

const preference = z.union([
  z.literal('not reported'),
  z.strictObject({
    statements,
    ranking,
    unseen: z
      .array(expression)
      .exactOptional()
      .meta({ description: 'States that the party does not see as possible (misperception).' }),
    issues: z
      .record(
        id,
        z.union([
          z.literal('not reported'),
          z.strictObject({ weight: quantity.exactOptional(), scores: z.record(id, quantity).exactOptional(), ...row }),
        ]),
      )
      .exactOptional(),
    bonuses: z.array(z.strictObject({ when: expression, add: quantity, ...row })).exactOptional(),
    reserved: quantity.exactOptional().meta({ description: 'Value of no deal on the 0–100 scale.' }),
    'deal-share': quantity.exactOptional(),
    rationality: quantity.exactOptional().meta({ description: 'λ of the logit choice, per utility point (rule U3).' }),
    revision: quantity.exactOptional().meta({ description: 'Chance a day that the party reconsiders (rule P2).' }),
    ...row,
  }),
]);

const influence = z.strictObject({
  when: expression.exactOptional(),
  every: z.literal('day').exactOptional(),
  once: yesNo.exactOptional(),
  party: id.exactOptional(),
  text: text.exactOptional(),
  reserved: quantity.exactOptional(),
  cost: quantity.exactOptional(),
  weight: z.record(id, quantity).exactOptional(),
  rate: z.record(id, quantity).exactOptional(),
  firmness: z.record(id, quantity).exactOptional(),
  ...row,
});

const eventLink = z.union([id, z.strictObject({ event: id, said: row.said, note: text.exactOptional() })]);

const setting = z.union([z.boolean(), z.int(), z.string().min(1).max(80), z.array(value)]);

const event = z.strictObject({
  on: date.exactOptional().meta({ description: 'When it happened. Leave out when no account dates it.' }),
  what: text,
  kind: z
    .enum(['happened', 'statement', 'analysis', 'plan'])
    .exactOptional()
    .meta({ description: 'A plan and what happened are different things. Default happened.' }),
  who: oneOrMore(id).exactOptional(),
  place: text.exactOptional(),
  channel: z.enum(['public', 'private', 'both']).exactOptional(),
  sets: z
    .record(reference, setting)
    .exactOptional()
    .meta({ description: 'Options yes/no (no = declined), issues to a value.' }),
  signals: z
    .record(reference, quantity)
    .exactOptional()
    .meta({ description: 'Likelihood ratio for an option or quantity (rule P7).' }),
  after: oneOrMore(eventLink).exactOptional(),
  'in-response-to': oneOrMore(eventLink).exactOptional(),
  ...row,
});

const scenario = z.strictObject({
  title: text,
  when: expression.exactOptional(),
  by: date.exactOptional(),
  at: date.exactOptional(),
  never: yesNo.exactOptional().meta({ description: 'It is the absence up to `by` that is asked for.' }),
  resolves: yesNo.exactOptional().meta({ description: 'no: a narrative, never forecast or scored.' }),
  resolution: text.exactOptional().meta({ description: 'What counts as yes, by which source.' }),
  group: id.exactOptional().meta({ description: 'Scenarios of one group exclude one another.' }),
  likelihood: z
    .array(
      z.strictObject({
        source: id,
        quote: quotation.shape.quote,
        prefix: quotation.shape.prefix,
        suffix: quotation.shape.suffix,
        range: quantity.exactOptional(),
      }),
    )
    .exactOptional()
    .meta({ description: "The accounts' own words for how likely it is, and the range they suggest." }),
  ...row,
});

export const caseSchema = z
  .strictObject({
    parley: z.literal(1).meta({ description: 'Version of the case format.' }),
    title: text.exactOptional(),
    summary: text.exactOptional(),
    'as-of': date.exactOptional().meta({
      description: 'The day whose end the case describes. Only a case in which nothing has a date may leave it out.',
    }),
    horizon: date.exactOptional(),
    'time-zone': z.string().max(60).exactOptional(),
    ranks: z.array(id).min(1).exactOptional().meta({ description: 'Ascending. `contact` lies below the lowest.' }),
    sources: z.record(id, source).exactOptional(),
    parties: z.record(id, party),
    options: z.record(id, z.record(id, option)).exactOptional(),
    bundles: z.record(id, z.strictObject({ party: id, options: z.array(reference).min(2), ...row })).exactOptional(),
    facts: z.record(id, fact).exactOptional(),
    happenings: z.record(id, happening).exactOptional(),
    impossible: z.array(impossible).exactOptional(),
    indistinguishable: z.record(id, indistinguishable).exactOptional().meta({
      description: 'States that nobody tells apart count as one: a name, and the condition that holds in them.',
    }),
    'status-quo': z.record(reference, setting).exactOptional(),
    preconditions: z.record(id, precondition).exactOptional(),
    relaxations: z.record(id, relaxation).exactOptional(),
    meetings: z.record(id, meeting).exactOptional(),
    mandates: z.record(id, mandate).exactOptional(),
    issues: z.record(id, issue).exactOptional(),
    positions: z.record(id, position).exactOptional(),
    'red-lines': z.record(id, z.array(redLine)).exactOptional(),
    ratifiers: z.record(id, ratifier).exactOptional(),
    preferences: z.record(id, preference).exactOptional(),
    perceptions: z.record(id, perception).exactOptional(),
    influences: z.record(id, influence).exactOptional(),
    events: z.record(id, event).exactOptional(),
    scenarios: z.record(id, scenario).exactOptional(),
  })
  .meta({
    title: 'Parley case',
    description: 'A negotiation as the reporting tells it: case.yaml of a Parley case folder.',
  });

/** `outcomes.yaml`: what happened after the as-of date, from outside sources (rule P11). */
export const outcomesSchema = z.strictObject({
  parley: z.literal(1),
  sources: z.record(
    id,
    z.strictObject({ title: text, url: oneOrMore(text).exactOptional(), note: text.exactOptional() }),
  ),
  events: z.record(id, z.strictObject({ ...event.shape, known: date, source: oneOrMore(id) })),
  resolutions: z.record(
    id,
    z.strictObject({
      outcome: z.enum(['yes', 'no', 'annulled', 'ambiguous']),
      on: date,
      known: date,
      source: oneOrMore(id),
      note: text.exactOptional(),
    }),
  ),
});

/** What a case file says, before names, expressions, dates and quantities are read. */
export type CaseFile = z.output<typeof caseSchema>;
export type QuotationFile = z.output<typeof quotation>;
export type RowFile = { [K in keyof typeof row]?: unknown };

/** JSON Schema (draft 2020-12) of `case.yaml`, for editors. */
export function caseJsonSchema(): object {
  return z.toJSONSchema(caseSchema, { io: 'input' });
}
