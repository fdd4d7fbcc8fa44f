// The address of one event in a dossier's history.
export const eventAddress = (dossier: string, n: number) => `/dossiers/${dossier}?tab=history&event=${n}`;

export function eventInAddress(search: string): number | undefined {
  const value = new URLSearchParams(search).get('event');
  return value && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}
