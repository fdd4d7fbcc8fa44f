// The id of a field on the page, by the member it fills.
export const fieldId = (name: string) => `field-${name}`;
