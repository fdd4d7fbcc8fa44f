// Reads a figure as it is typed in the reader's language, and writes it back so.
import type { Language } from '../../../words/language';

/** The decimal text the server takes, or what was typed when it is no number. */
export function readFigure(typed: string, language: Language): string {
  const [grouping, point] = language === 'vi' ? ['.', ','] : [',', '.'];
  const text = typed.replace(/[\s\u00a0%]/g, '');
  const grouped = new RegExp(`^-?\\d{1,3}(\\${grouping}\\d{3})+(\\${point}\\d+)?$`);
  const plain = grouped.test(text) ? text.replaceAll(grouping, '') : text;
  const read = plain.replace(',', '.');
  return /^-?\d{1,12}(\.\d{1,4})?$/.test(read) ? read : typed;
}

export function writeFigure(value: string, language: Language): string {
  return language === 'vi' && /^-?\d+\.\d+$/.test(value) ? value.replace('.', ',') : value;
}
