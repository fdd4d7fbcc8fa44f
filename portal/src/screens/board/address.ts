// What the board is about, as it stands in the address.
export interface BoardAddress {
  readonly plan?: string | undefined;
  readonly occasion?: string | undefined;
  readonly form?: string | undefined;
  /** An office: what lies under it. */
  readonly under?: string | undefined;
}

const plainId = /^[A-Za-z0-9._-]{1,100}$/;

export function readBoardAddress(search: string): BoardAddress {
  const read = new URLSearchParams(search);
  const idIn = (name: string) => {
    const value = read.get(name);
    return value && plainId.test(value) ? value : undefined;
  };
  return { plan: idIn('plan'), occasion: idIn('occasion'), form: idIn('form'), under: idIn('under') };
}

export function boardAddress(address: BoardAddress): string {
  const written = new URLSearchParams();
  for (const [name, value] of Object.entries(address)) if (value) written.set(name, value);
  return written.size > 0 ? `/board?${written}` : '/board';
}
