// The JSON Pointers of everything in a dossier that a point of a return can be tied to.
import type { Schema } from '../../../../api/client';
import { memberPlaces } from '../../usePlaceName';

export function pointPlaces(content: Schema['Content'] | undefined, slots: readonly string[]): string[] {
  const single = Object.keys(content?.figures.single ?? {}).map((figure) => `/figures/single/${figure}`);
  const yearly = Object.entries(content?.figures.yearly ?? {}).flatMap(([figure, years]) =>
    Object.keys(years).map((year) => `/figures/yearly/${figure}/${year}`),
  );
  return [...memberPlaces, ...yearly, ...single, ...slots.map((slot) => `/papers/${slot}`)];
}
