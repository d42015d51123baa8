/** Spellings brought down to what two writers share. */

/** Lower case, no marks, straight apostrophes. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘ʼ`]/g, "'")
    .replace(/ı/g, 'i')
    .replace(/ø/gi, 'o')
    .replace(/ł/gi, 'l')
    .replace(/đ/gi, 'd')
    .replace(/ß/g, 'ss')
    .replace(/æ/gi, 'ae')
    .replace(/œ/gi, 'oe')
    .replace(/ð/gi, 'd')
    .replace(/þ/gi, 'th')
    .toLowerCase();

/** Without a possessive ending; what it takes from the end is told by the length. */
export const bare = (word: string): string => word.replace(/(?:['’]s|['’])$/u, '');

export const slug = (name: string): string =>
  folded(name)
    .replace(/^the /, '')
    .replace(/'/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/**
 * A surname as transliterations share it: Zelensky, Zelenskyy, Zelenskiy; Erdogan, Erdoğan; Medinskij, Medinsky. Two names of
 * one skeleton are one only where their given names allow it too (./people.ts).
 */
export const skeleton = (surname: string): string =>
  folded(surname)
    .replace(/['\-. ]/g, '')
    .replace(/kh/g, 'h')
    .replace(/ph/g, 'f')
    .replace(/(?:dzh|zh|dj)/g, 'j')
    .replace(/(?:shch|sch|sh)/g, 's')
    .replace(/(?:tz|ts)/g, 'c')
    .replace(/ck/g, 'k')
    .replace(/q/g, 'k')
    .replace(/w/g, 'v')
    .replace(/ou/g, 'u')
    .replace(/(?:oe|eu)/g, 'o')
    .replace(/(?:ae)/g, 'a')
    .replace(/ue/g, 'u')
    .replace(/(?:iy|yi|ij|yy|ii|ey|ei|y|ie)/g, 'i')
    .replace(/gh/g, 'g')
    .replace(/ah$/, 'a')
    .replace(/(.)\1+/g, '$1');
