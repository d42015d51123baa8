/** Why a file gives no text, as data and in words. */
export type Trouble =
  /** `format`: what its first bytes say it is. */
  | { readonly code: 'binary'; readonly byte: number; readonly format?: string }
  | { readonly code: 'not-utf8'; readonly byte: number; readonly line: number }
  | { readonly code: 'not-utf16'; readonly byte: number }
  | {
      readonly code: 'too-large';
      readonly size: number;
      readonly limit: number;
      readonly of: 'bytes' | 'elements' | 'pages' | 'letters';
    }
  | { readonly code: 'too-deep'; readonly limit: number; readonly at: number }
  | { readonly code: 'pdf-broken'; readonly reason: string }
  | { readonly code: 'pdf-encrypted' }
  | { readonly code: 'pdf-unpacks' }
  | { readonly code: 'pdf-no-text'; readonly pages: number }
  | { readonly code: 'pdf-too-slow'; readonly page: number; readonly pages: number }
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
      return tooLarge(trouble);
    case 'too-deep':
      return `This page nests elements more than ${trouble.limit} deep (at character ${trouble.at}). No browser shows that as an article; save its text instead.`;
    case 'pdf-broken':
      return `This PDF cannot be read: ${trouble.reason}. Open it in a viewer and save it anew, or give its text.`;
    case 'pdf-encrypted':
      return 'This PDF is locked with a password. Save it without one, or give its text.';
    case 'pdf-unpacks':
      return 'This PDF unpacks to more than can be held in memory. Save the pages that matter anew, or give their text.';
    case 'pdf-no-text':
      return `This PDF has ${trouble.pages === 1 ? 'one page' : `${trouble.pages} pages`} and no text: probably a scan. Run text recognition on it (such as ocrmypdf), or give its text.`;
    case 'pdf-too-slow':
      return `Reading this PDF was stopped after a minute, at page ${trouble.page} of ${trouble.pages}. Save the pages that matter alone, or give their text.`;
    case 'no-text':
      return 'No text was found in this file.';
  }
}

function tooLarge({ of, size, limit }: Extract<Trouble, { code: 'too-large' }>): string {
  switch (of) {
    case 'bytes':
      return `This file has ${millions(size)} MB; at most ${millions(limit)} MB are read. Split it, or leave out what the case does not need.`;
    case 'elements':
      return `This page has more than ${limit.toLocaleString('en')} elements. Save the article alone, or as text.`;
    case 'pages':
      return `This PDF has ${size.toLocaleString('en')} pages; at most ${limit.toLocaleString('en')} are read. Save the pages that matter alone.`;
    case 'letters':
      return `This PDF has more than ${limit.toLocaleString('en')} letters. Save the pages that matter alone.`;
  }
}

const millions = (bytes: number): string => (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);
