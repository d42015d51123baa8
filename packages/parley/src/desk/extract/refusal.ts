/** Why a file gives no text, as data and in words. */
export type Trouble =
  /** `format`: what its first bytes say it is. */
  | { readonly code: 'binary'; readonly byte: number; readonly format?: string }
  | { readonly code: 'not-utf8'; readonly byte: number; readonly line: number }
  | { readonly code: 'not-utf16'; readonly byte: number }
  | { readonly code: 'too-large'; readonly size: number; readonly limit: number; readonly of: 'bytes' | 'elements' }
  | { readonly code: 'too-deep'; readonly limit: number; readonly at: number }
  | { readonly code: 'no-text' };

export type Refusal = Trouble & { readonly kind: 'refused'; readonly message: string };

export function refuse(trouble: Trouble): Refusal {
  return { kind: 'refused', message: worded(trouble), ...trouble };
}

function worded(trouble: Trouble): string {
  switch (trouble.code) {
    case 'binary':
      return trouble.format === undefined
        ? `This is not a text file (byte ${trouble.byte} is zero). Give its text as .txt, .md or .html.`
        : `This is ${trouble.format}, not a text file. Save its text as .txt, .md or .html.`;
    case 'not-utf8':
      return `This file is not valid UTF-8 (first at byte ${trouble.byte}, line ${trouble.line}). Save it as UTF-8.`;
    case 'not-utf16':
      return `This file begins as UTF-16 but is not valid UTF-16 (first at byte ${trouble.byte}). Save it as UTF-8.`;
    case 'too-large':
      return trouble.of === 'bytes'
        ? `This file has ${millions(trouble.size)} MB; at most ${millions(trouble.limit)} MB are read. Split it, or leave out what the case does not need.`
        : `This page has more than ${trouble.limit.toLocaleString('en')} elements. Save the article alone, or as text.`;
    case 'too-deep':
      return `This page nests elements more than ${trouble.limit} deep (at character ${trouble.at}). No browser shows that as an article; save its text instead.`;
    case 'no-text':
      return 'No text was found in this file.';
  }
}

const millions = (bytes: number): string => (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);
