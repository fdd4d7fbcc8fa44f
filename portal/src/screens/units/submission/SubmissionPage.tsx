// One tờ trình: its occasion, its papers, its dossiers, adding one, and acts on all of them.
import { ArrowLeft, CalendarClock } from 'lucide-react';
import { Link } from 'wouter';
import { useMe } from '../../../api/me';
import { useOccasion } from '../../../api/occasions';
import { Refusal } from '../../../api/Refusal';
import { useSubmission } from '../../../api/submissions';
import { Loading } from '../../../parts/Loading';
import { PageHeading } from '../../../parts/PageHeading';
import { Tag } from '../../../parts/Tag';
import { Trouble } from '../../../parts/Trouble';
import { Vi } from '../../../parts/Vi';
import { formatDate } from '../../../words/format';
import { useWords } from '../../../words/WordsProvider';
import NotFound from '../../not-found/NotFound';
import styles from '../Units.module.css';
import { DossiersOfLot } from './DossiersOfLot';
import { LotPanel } from './LotPanel';
import { LotPapers } from './LotPapers';
import { NewDossier } from './NewDossier';

export default function SubmissionPage({ id }: { id: string }) {
  const { t } = useWords();
  const { data: me } = useMe();
  const { data: submission, error, refetch } = useSubmission(id);
  const { data: occasion } = useOccasion(submission?.occasion);
  if (error instanceof Refusal && error.status === 404) return <NotFound />;
  if (error && !submission) return <Trouble error={error} retry={refetch} />;
  if (!submission || !occasion) return <Loading />;
  const own = me?.office === submission.unit;
  const letter = submission.letter;
  const late = me !== undefined && me.today > occasion.receipt_deadline;
  return (
    <>
      <div className={styles.header}>
        <Link href="/unit" className={`${styles.back} no-print`}>
          <ArrowLeft size={18} aria-hidden />
          {t('units.title')}
        </Link>
        <p className={styles.soft}>
          <Vi>{submission.unit_name}</Vi> · {letter ? t('submission.letterNo', { number: letter.number, date: letter.date ? formatDate(letter.date) : '–' }) : t('submission.unnumbered')}
        </p>
        <PageHeading title={t('submission.one')}>
          <Vi>{occasion.name}</Vi>
        </PageHeading>
        <div className={styles.tags}>
          <Tag tone={late ? 'late' : 'draft'} icon={CalendarClock}>
            {t(late ? 'submission.deadlinePassed' : 'submission.deadline', { date: formatDate(occasion.receipt_deadline) })}
          </Tag>
          <span className={styles.soft}>
            {t('submission.guidance', {
              number: occasion.document.number,
              date: occasion.document.date ? formatDate(occasion.document.date) : '–',
            })}
          </span>
        </div>
      </div>
      <div className={styles.columns}>
        <div className={styles.cards}>
          <DossiersOfLot submission={submission} occasion={occasion} own={own} />
          {own && occasion.open && <NewDossier submission={submission} occasion={occasion} />}
          {own && occasion.open && <Link href={`/submissions/${submission.id}/import`}>{t('import.open')}</Link>}
        </div>
        <div className={styles.cards}>
          {own && <LotPanel submission={submission} />}
          <LotPapers submission={submission} occasion={occasion} own={own} />
        </div>
      </div>
    </>
  );
}
