// What a lot of approvals would make of the places: "sau khi ký: 58/60".
import { TriangleAlert } from 'lucide-react';
import { useQuotas } from '../../api/occasions';
import type { DossierLine } from '../../api/lists';
import { covers, effectOf, kindOf, kinds } from '../../parts/quota';
import { useWords } from '../../words/WordsProvider';
import styles from './QuotaEffect.module.css';

interface QuotaEffectProps {
  readonly occasion: string;
  readonly form: string;
  readonly added: readonly DossierLine[];
}

export function QuotaEffect({ occasion, form, added }: QuotaEffectProps) {
  const { t } = useWords();
  const { data: rows } = useQuotas(occasion);
  const own = rows?.filter((row) => row.form === form && kinds.some((kind) => covers(row, rows, form, kind)));
  if (!rows || !own) return null;
  if (own.length === 0) return <p className={styles.soft}>{t('decisions.noLimit')}</p>;
  return (
    <ul className={styles.effects} aria-label={t('decisions.places')}>
      {own.map((row) => {
        const { taken, after, limit, over } = effectOf(row, rows, form, added);
        const kind = kindOf(row);
        return (
          <li key={row.key} data-over={over > 0 || undefined}>
            <span>{kind ? t(`kind.${kind}`) : t('decisions.allKinds')}</span>
            <strong>{t('decisions.afterSigning', { after, limit })}</strong>
            <span>{t('decisions.takenNow', { taken, limit })}</span>
            {over > 0 && (
              <span className={styles.over}>
                <TriangleAlert size={16} aria-hidden />
                {t('decisions.overLot', { n: over })}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
