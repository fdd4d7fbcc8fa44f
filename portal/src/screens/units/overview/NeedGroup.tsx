// Dossiers that wait for the same thing.
import { CircleDashed, FileCheck, type LucideIcon, PenLine, Undo2 } from 'lucide-react';
import { Link } from 'wouter';
import type { DossierLine } from '../../../api/lists';
import { useFormNames } from '../../../api/plans';
import { Vi } from '../../../parts/Vi';
import { useWords } from '../../../words/WordsProvider';
import { draftAddress } from '../draft/addresses';
import { Readiness } from '../submission/Readiness';
import styles from '../Units.module.css';
import { PointsLeft } from './PointsLeft';

export type NeedKind = 'returned' | 'toSign' | 'waitingForSigner' | 'confirm' | 'drafts';

const icons: Readonly<Record<NeedKind, LucideIcon>> = {
  returned: Undo2,
  toSign: PenLine,
  waitingForSigner: PenLine,
  confirm: FileCheck,
  drafts: CircleDashed,
};

function addressOf(kind: NeedKind, id: string): string {
  if (kind === 'confirm') return `/dossiers/${id}`;
  return draftAddress(id, kind === 'toSign' ? 'check' : undefined);
}

export function NeedGroup({ kind, lines }: { kind: NeedKind; lines: readonly DossierLine[] }) {
  const { t } = useWords();
  const formName = useFormNames();
  if (lines.length === 0) return null;
  const Icon = icons[kind];
  return (
    <section className={styles.need} data-kind={kind}>
      <h3>
        <Icon size={18} aria-hidden />
        {t('units.count', { what: t(`units.need.${kind}`), n: lines.length })}
      </h3>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line.id} className={styles.line}>
            <div className={styles.said}>
              <Link href={addressOf(kind, line.id)} className={styles.name}>
                {line.nominee_name ? <Vi>{line.nominee_name}</Vi> : t('draft.unnamed')}
              </Link>
              <span className={styles.soft}>
                {line.code} · <Vi>{formName(line.plan, line.form)}</Vi>
              </span>
            </div>
            <div className={styles.tags}>
              {kind === 'returned' && <PointsLeft dossier={line.id} />}
              {kind === 'drafts' && <Readiness dossier={line.id} />}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
