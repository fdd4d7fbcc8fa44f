// The head of the page: code, nominee, award, state and time.
import { ArrowLeft, PauseCircle, Stamp } from 'lucide-react';
import { Link } from 'wouter';
import type { Dossier } from '../../api/dossier';
import { may, useMe } from '../../api/me';
import { LimitTag } from '../../parts/LimitTag';
import { PageHeading } from '../../parts/PageHeading';
import { StateTag } from '../../parts/StateTag';
import { Tag } from '../../parts/Tag';
import { Vi } from '../../parts/Vi';
import { formatDate } from '../../words/format';
import { useWords } from '../../words/WordsProvider';
import styles from './DossierHeader.module.css';
import { EditLink } from './EditLink';
import { personalText } from './personalText';

export function DossierHeader({ dossier }: { dossier: Dossier }) {
  const { t } = useWords();
  const { data: me } = useMe();
  const hasTasks = may(me, 'work_dossiers');
  const { hold, limit, notice, result } = dossier;
  const unit = dossier.names.offices[dossier.unit] ?? dossier.unit;
  return (
    <div className={styles.header}>
      <Link href={hasTasks ? '/' : '/dossiers'} className={`${styles.back} no-print`}>
        <ArrowLeft size={18} aria-hidden />
        {t(hasTasks ? 'menu.inbox.full' : 'menu.dossiers')}
      </Link>
      <p className={styles.soft}>
        {dossier.code} · {t(`kind.${dossier.subject_kind}`)} · <Vi>{unit}</Vi>
      </p>
      <PageHeading title={dossier.code}>
        {dossier.nominee_name ? <Vi>{dossier.nominee_name}</Vi> : t('draft.unnamed')}
      </PageHeading>
      <div className={styles.tags}>
        <Tag tone="draft" icon={Stamp}>
          <Vi>{dossier.form_name}</Vi>
          {dossier.form_assumed && ` (${t('app.assumed')})`}
        </Tag>
        <StateTag phase={dossier.phase} state={dossier.visible_state} />
        {limit && <LimitTag limit={limit} />}
        {limit?.due && <span className={styles.soft}>{formatDate(limit.due)}</span>}
      </div>
      <EditLink dossier={dossier.id} />
      {result && (
        <p>{t('dossier.result', { number: result.number, date: result.date ? formatDate(result.date) : '–' })}</p>
      )}
      {notice && (
        <p>
          {t('dossier.notice', { number: notice.document.number, date: notice.document.date ? formatDate(notice.document.date) : '–' })}{' '}
          <Vi>{personalText(notice.reason)}</Vi>
        </p>
      )}
      {hold && (
        <p className={styles.hold}>
          <PauseCircle size={18} aria-hidden />
          {t('dossier.held', { document: hold.document.number, date: formatDate(hold.review) })}
        </p>
      )}
    </div>
  );
}
