// The route of a dossier in a line, once it is known.
import { useDossier } from '../../../api/dossier';
import { MiniRoute } from '../../../parts/MiniRoute';

export function WhereItIs({ dossier }: { dossier: string }) {
  const { data } = useDossier(dossier);
  return data ? <MiniRoute dossier={data} /> : null;
}
