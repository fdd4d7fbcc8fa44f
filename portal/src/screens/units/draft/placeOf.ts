/** The place as a return names it: figures without "value" and "source". */
export const placeOf = (pointer: string) => pointer.replace(/^(\/figures\/.*)\/(value|source)$/, '$1');
