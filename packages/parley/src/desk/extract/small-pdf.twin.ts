/** A PDF by hand, for tests: one page of lines in Helvetica. */
export interface PdfParts {
  /** `[x, y, words]`, y from below. */
  readonly pages: readonly (readonly (readonly [number, number, string])[])[];
  readonly trailer?: string;
  /** In place of the first page's content, with what its dictionary says. */
  readonly content?: { readonly bytes: Buffer; readonly dictionary: string };
}

export function smallPdf({ pages, trailer = '', content }: PdfParts): Buffer {
  const contents = pages.map((lines, k) => {
    const own = k === 0 ? content : undefined;
    const bytes =
      own?.bytes ??
      Buffer.from(
        lines
          .map(([x, y, words]) => `BT /F1 12 Tf ${x} ${y} Td (${words.replace(/[()\\]/g, '\\$&')}) Tj ET`)
          .join('\n'),
        'latin1',
      );
    const head = Buffer.from(`<< /Length ${bytes.length} ${own?.dictionary ?? ''}>>\nstream\n`);
    return Buffer.concat([head, bytes, Buffer.from('\nendstream')]);
  });
  const first = 4;
  const kids = pages.map((_, k) => `${first + 2 * k} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...contents.flatMap((stream, k) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${first + 2 * k + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      stream,
    ]),
  ];
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = parts[0]!.length;
  for (const [k, object] of objects.entries()) {
    const part = Buffer.concat([Buffer.from(`${k + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]);
    offsets.push(length);
    parts.push(part);
    length += part.length;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${length}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(end)]);
}
