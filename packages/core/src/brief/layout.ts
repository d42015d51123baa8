/** Text laid out in columns: display width, wrapping, padding. */

/** Columns a text takes on a terminal: combining marks take none, East Asian wide characters and emoji two. */
export function width(text: string): number {
  let columns = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (/\p{Mark}|[\u200B-\u200F\uFEFF]/u.test(character)) continue;
    columns +=
      (code >= 0x1100 && code <= 0x115f) ||
      (code >= 0x2e80 && code <= 0xa4cf) ||
      (code >= 0xac00 && code <= 0xd7a3) ||
      (code >= 0xf900 && code <= 0xfaff) ||
      (code >= 0xfe30 && code <= 0xfe6f) ||
      (code >= 0xff00 && code <= 0xff60) ||
      (code >= 0x1f300 && code <= 0x1faff)
        ? 2
        : 1;
  }
  return columns;
}

/** Lines of at most `columns` columns, broken at spaces; a longer word stands on a line of its own. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((w) => w !== '')) {
    if (line !== '' && width(line) + 1 + width(word) > columns) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}

export const padEnd = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - width(text)));

/** At most `columns` columns, with … where something is left out. */
export function clip(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  let result = '';
  for (const character of text) {
    if (width(result + character) > columns - 1) break;
    result += character;
  }
  // Rather a word less than half a word more.
  const space = result.lastIndexOf(' ');
  return `${(space > result.length / 2 ? result.slice(0, space) : result).trimEnd()}…`;
}

/** A text in at most `most` lines, with … where it goes on. */
export function wrapAtMost(text: string, columns: number, most: number): string[] {
  const lines = wrap(text, columns);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), clip(lines.slice(most - 1).join(' '), columns)];
}

/** Rows in aligned columns; the last column wraps within `columns`. */
export function table(rows: readonly (readonly string[])[], columns: number, gap = 2): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, k) => Math.max(0, ...rows.map((row) => width(row[k] ?? ''))));
  const before = widths.slice(0, -1).reduce((sum, w) => sum + w + gap, 0);
  return rows.flatMap((row) => {
    const fixed = row
      .slice(0, count - 1)
      .map((cell, k) => padEnd(cell, widths[k]! + gap))
      .join('');
    const last = wrap(row[count - 1] ?? '', Math.max(20, columns - before));
    return last.map((line, k) => `${k === 0 ? fixed : ' '.repeat(before)}${line}`.trimEnd());
  });
}
