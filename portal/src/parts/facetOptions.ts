// Values of a facet as a field offers them, each with how many dossiers it would leave.

interface Found {
  readonly value: string;
  readonly name?: string | undefined;
  readonly count: number;
}

/** What is chosen is among them even where nothing was found of it, or not yet. */
export function facetOptions(
  found: readonly Found[] | undefined,
  chosen: string | undefined,
  nameOf: (value: string, name: string | undefined) => string,
): { value: string; label: string }[] {
  const options = (found ?? []).map(({ value, name, count }) => ({ value, label: `${nameOf(value, name)} (${count})` }));
  const missing = chosen && !options.some(({ value }) => value === chosen);
  return missing ? [...options, { value: chosen, label: nameOf(chosen, undefined) }] : options;
}
