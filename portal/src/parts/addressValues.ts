// What may stand in an address: anything else in it is passed over.

export const plainId = /^[A-Za-z0-9._-]{1,100}$/;

export const idIn = (value: string | null): string | undefined => (value && plainId.test(value) ? value : undefined);

export const oneOf = <T extends string>(known: readonly T[], value: string | null): T | undefined => known.find((each) => each === value);
