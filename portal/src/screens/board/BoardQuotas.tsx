// How the places of rounds are used; those without limits share one line.
import { useQueries } from '@tanstack/react-query';
import { type Occasion, quotasQuery } from '../../api/occasions';
import layout from '../../parts/layout.module.css';
import { Vi } from '../../parts/Vi';
import { useWords } from '../../words/WordsProvider';
import { OccasionQuotas } from './OccasionQuotas';

interface BoardQuotasProps {
  readonly rounds: readonly Occasion[];
  /** Whether places for a form are among what is shown. */
  wants(form: string): boolean;
}

export function BoardQuotas({ rounds, wants }: BoardQuotasProps) {
  const { t } = useWords();
  const quotas = useQueries({ queries: rounds.map(({ id }) => quotasQuery(id)) });
  const unlimited = rounds.filter((_, at) => quotas[at]?.data?.length === 0);
  const limited = rounds.filter((_, at) => quotas[at]?.error || quotas[at]?.data?.some(({ form }) => wants(form)));
  return (
    <>
      {rounds.length === 0 && <p className={layout.empty}>{t('board.noRounds')}</p>}
      {limited.map((each) => (
        <OccasionQuotas key={each.id} occasion={each} wants={wants} />
      ))}
      {unlimited.length > 0 && (
        <p className={layout.soft}>
          {t('board.unlimited')} <Vi>{unlimited.map(({ name }) => name).join('; ')}</Vi>
        </p>
      )}
    </>
  );
}
