/** What the process assumes of a case, and what it cannot know: data, worded at the edge. */
export type Note =
  /** The rules' default stands in for a number that the case does not give. */
  | { readonly kind: 'assumption'; readonly code: 'default'; readonly input: string; readonly value: string }
  /** Nobody gave the party a reserved value: no deal is worth what it has without one. */
  | { readonly kind: 'assumption'; readonly code: 'no-reserved'; readonly party: string }
  | { readonly kind: 'assumption'; readonly code: 'firmness-capped'; readonly demand: string }
  /** The scenario's date lies beyond the horizon, where it closes. */
  | {
      readonly kind: 'assumption';
      readonly code: 'closes-at-horizon';
      readonly scenario: string;
      readonly date: string;
    }
  /** A rule is broken at the outset and says nothing about what may happen next. */
  | { readonly kind: 'assumption'; readonly code: 'broken-at-outset'; readonly rule: string }
  | {
      readonly kind: 'hole';
      readonly code: 'no-preferences';
      readonly party: string;
      readonly options: readonly string[];
    }
  | { readonly kind: 'hole'; readonly code: 'no-rate'; readonly happening: string }
  | { readonly kind: 'hole'; readonly code: 'unweighed'; readonly party: string; readonly statement: string }
  | { readonly kind: 'hole'; readonly code: 'not-reported'; readonly meeting: string; readonly issue: string }
  /** A party at the table has no utilities over issues, so nothing can be bargained over. */
  | { readonly kind: 'hole'; readonly code: 'no-deal-utilities'; readonly meeting: string; readonly party: string }
  | { readonly kind: 'hole'; readonly code: 'agenda-too-large'; readonly meeting: string; readonly outcomes: number }
  | {
      readonly kind: 'hole';
      readonly code: 'not-in-process';
      readonly row: string;
      readonly what: 'unseen' | 'ranking';
    }
  /** An event that no choice of the model could explain, and so weighs nothing. */
  | { readonly kind: 'assumption'; readonly code: 'not-weighed'; readonly event: string; readonly name: string }
  /** Too many vague dates to average over: the event counts on its last possible day. */
  | { readonly kind: 'assumption'; readonly code: 'date-fixed'; readonly event: string; readonly day: string };
