// A table as a CSV file that a spreadsheet opens without running anything in it.

/** A text that a spreadsheet would take for a formula gets an apostrophe, which makes it plain text. */
const neutral = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

function field(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = neutral(value);
  return /[",\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** With the mark by which spreadsheets know that it is UTF-8. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
}
