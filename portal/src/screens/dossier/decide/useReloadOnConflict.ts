// After a 412 everything about the dossier is read anew, so that the page shows what has changed.
import { useQueryClient } from '@tanstack/react-query';
import { Refusal } from '../../../api/Refusal';

export function useReloadOnConflict(dossier: string): (error: unknown) => void {
  const cache = useQueryClient();
  return (error) => {
    if (error instanceof Refusal && error.status === 412) void cache.invalidateQueries({ queryKey: ['dossier', dossier] });
  };
}
