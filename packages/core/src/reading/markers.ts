/** What Markdown and plain text put before a line to say what it is: headings, list items, quotations. */
const MARKERS =
  /^(?:#{1,6}[ \t]+|>[ \t]?|[-*+•‣◦–—][ \t]+(?:\[[ xX]\][ \t]+)?|\(?(?:\d{1,3}|[a-zA-Z])[.)][ \t]+(?=\S))+/;

const LONGEST = 200; // a line of markers alone is no line

/** Length of the markers a line begins with. A single capital and a full stop is an initial, not a marker: `J. Smith`. */
export function markerLength(line: string): number {
  const marker = MARKERS.exec(line.slice(0, LONGEST))?.[0] ?? '';
  return /^[A-Z]\.[ \t]+$/.test(marker) ? 0 : marker.length;
}

/** The words of a line without heading, list and emphasis marks. */
export function bareWords(line: string): string {
  return line
    .slice(markerLength(line))
    .replace(/[ \t]+#+$/, '')
    .replace(/^([*_]{1,3})(\S(?:.*\S)?)\1$/, '$2')
    .trim();
}
