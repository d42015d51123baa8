/** Words that are written with a full stop which need not end a sentence. English; the seeds' and the wires' usage. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Always followed by what they belong to. */
export const BEFORE_A_NAME = words(
  'mr mrs ms mx messrs dr prof sen rep gov gen lt col sgt capt cpt maj adm vadm cmdr brig rev hon pres amb st ste ft vs v e.g i.e cf viz trans lt.gen maj.gen',
);

/** Followed by a number, a day or a month; otherwise they end a sentence like any word. */
export const BEFORE_A_NUMBER = words(
  'no nos vol pp p fig art arts sec para min c ca approx jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun',
);

/** May end a sentence too: then the next word must look like a beginning. */
export const ANYWHERE = words(
  'u.s u.k u.n e.u u.s.a u.s.s.r u.a.e d.c l.a n.y d.p.r.k p.r.c n.a.t.o ph.d m.d b.a m.a j.d inc ltd co corp llc plc jr sr dept dist est univ assn bros al etc a.d b.c a.m p.m',
);

/** Words that begin sentences and hardly ever stand capitalised inside one. */
export const BEGINNINGS = words(
  'a an the this that these those he she it they we i you his her its their our my one both each all some many most no neither either every any such there here then now in on at by for from with without within of to into after before during since until when while where as if although though despite unless because but and or so yet nor however meanwhile moreover instead still also even only once earlier later today yesterday tomorrow according asked what who why how which whether not',
);

/** After `10 a.m.`: the day, the month or the zone goes on with the time. */
export const OF_TIME = words(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december gmt utc est edt et cet cest eet eest msk bst ist trt pst pdt cst cdt local',
);
