// Fills the holes of a text: {name} takes a value, {n|day|days} the form of a word that the number n asks for.
export type Values = Readonly<Record<string, string | number>>;

const hole = /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g;

export function fill(text: string, values: Values, language: string): string {
  return text.replace(hole, (whole, name: string, one?: string, many?: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    if (one === undefined || many === undefined) return String(value);
    return new Intl.PluralRules(language).select(Number(value)) === 'one' ? one : many;
  });
}

/** The names of the values a text needs, each once, in order. */
export function holesOf(text: string): string[] {
  return [...new Set([...text.matchAll(hole)].map((match) => match[1] ?? ''))].sort();
}
