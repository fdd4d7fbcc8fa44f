// How the places of the plan's rounds are used.
import { useOccasions } from '../../api/occasions';
import layout from '../../parts/layout.module.css';
import { useWords } from '../../words/WordsProvider';
import { OccasionQuotas } from './OccasionQuotas';

export function BoardQuotas({ plan, occasion }: { plan: string; occasion: string | undefined }) {
  const { t } = useWords();
  const list = useOccasions({ plan });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const shown = items.filter((each) => (occasion ? each.id === occasion : each.open));
  if (shown.length === 0) return list.isSuccess ? <p className={layout.empty}>{t('board.noRounds')}</p> : null;
  return shown.map((each) => <OccasionQuotas key={each.id} occasion={each} />);
}
