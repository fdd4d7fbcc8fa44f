// The head of a draft: which submission it belongs to, for whom it asks what.
import { ArrowLeft, Stamp } from 'lucide-react';
import { Link } from 'wouter';
import type { Dossier } from '../../../api/dossier';
import { PageHeading } from '../../../parts/PageHeading';
import { StateTag } from '../../../parts/StateTag';
import { Tag } from '../../../parts/Tag';
import { Vi } from '../../../parts/Vi';
import { useWords } from '../../../words/WordsProvider';
import styles from '../Units.module.css';

interface DraftHeaderProps {
  readonly dossier: Dossier;
  /** As it is being written, while the server may still have another. */
  readonly name?: string;
}

export function DraftHeader({ dossier, name = dossier.nominee_name }: DraftHeaderProps) {
  const { t } = useWords();
  return (
    <div className={styles.header}>
      <Link href={`/submissions/${dossier.submission}`} className={`${styles.back} no-print`}>
        <ArrowLeft size={18} aria-hidden />
        {t('submission.one')}
      </Link>
      <p className={styles.soft}>
        {dossier.code} · {t(`kind.${dossier.subject_kind}`)} · <Vi>{dossier.category_name}</Vi>
      </p>
      <PageHeading title={dossier.code}>{name ? <Vi>{name}</Vi> : t('draft.unnamed')}</PageHeading>
      <div className={styles.tags}>
        <Tag tone="draft" icon={Stamp}>
          <Vi>{dossier.form_name}</Vi>
          {dossier.form_assumed && ` (${t('app.assumed')})`}
        </Tag>
        <StateTag phase={dossier.phase} state={dossier.visible_state} />
      </div>
    </div>
  );
}
