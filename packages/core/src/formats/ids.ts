/** Ids of a case from the names of another program. */
import { RESERVED } from '../case/index.ts';

/** Unique, no words of the expression language, and none that JavaScript would take for a number and put first. */
export function idsOf(names: readonly string[], otherwise: string): string[] {
  const used = new Set<string>();
  return names.map((name) => {
    const plain = name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/^-(?=\d)/, 'minus-')
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 60)
      .replace(/^-+|-+$/g, '');
    const stem =
      plain === '' ? otherwise : RESERVED.has(plain) || /^\d+$/.test(plain) ? `${otherwise}-${plain}` : plain;
    let id = stem;
    for (let k = 2; used.has(id); k++) id = `${stem}-${k}`;
    used.add(id);
    return id;
  });
}
