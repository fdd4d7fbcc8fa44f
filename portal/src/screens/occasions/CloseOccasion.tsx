// Closes an occasion; drafts lapse, two hundred with each request, until it is closed.
import { useQuery } from '@tanstack/react-query';
import { countsQuery } from '../../api/lists';
import { type Occasion, useCloseOccasion, useOccasionActions } from '../../api/occasions';
import { ActDialog } from '../../parts/ActDialog';
import { useWords } from '../../words/WordsProvider';

export function CloseOccasion({ occasion }: { occasion: Occasion }) {
  const { t } = useWords();
  const close = useCloseOccasion(occasion.id);
  const { data: actions } = useOccasionActions(occasion.id);
  const { data: drafts } = useQuery(countsQuery({ occasions: [occasion.id], phases: ['drafting'] }, ['phase']));
  const run = async () => {
    let step = await close.mutateAsync(occasion.version);
    while (!step.closed) step = await close.mutateAsync(step.version);
  };
  if (!actions?.some((action) => action.command === 'close' && action.allowed)) return null;
  return (
    <ActDialog
      label={t('occasions.close')}
      danger
      text={<p>{t('occasions.closeEffect', { n: drafts?.total ?? 0 })}</p>}
      done={t('occasions.closedNow')}
      run={run}
    />
  );
}
