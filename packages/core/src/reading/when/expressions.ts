/** The expressions that name a time on the calendar: one rule each, its words and what they resolve to. */
import { ABSOLUTE } from './absolute.ts';
import type { Expression } from './expression.ts';
import { RELATIVE } from './relative.ts';

export const EXPRESSIONS: readonly Expression[] = [...ABSOLUTE, ...RELATIVE];

/** Sentences without any of these hold no date, and are most. */
export const MAY_HOLD_A_DATE =
  /\d\d|\d(?:st|nd|rd|th)\b|\d (?=\p{Lu})|day\b|days\b|week|month|year|night|morning|evening|afternoon|decade|centur|today|tonight|tomorrow|fortnight|spring|summer|autumn|winter|January|February|March|April|May\b|Ju(?:ne|ly)|August|tember|October|vember|cember|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.? \d/u;
