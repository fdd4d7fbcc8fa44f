// One tờ trình: its occasion, its papers, its dossiers, adding one, and acts on all of them.
import { ArrowLeft, CalendarClock } from 'lucide-react';
import { Link } from 'wouter';
import { useMe } from '../../../api/me';
import { useOccasion } from '../../../api/occasions';
import { Refusal } from '../../../api/Refusal';
import { type SubmissionAction, useSubmission, useSubmissionActions } from '../../../api/submissions';
import { Loading } from '../../../parts/Loading';
import { PageHeading } from '../../../parts/PageHeading';
import { Tag } from '../../../parts/Tag';
import { TroublePage } from '../../../parts/TroublePage';
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
  const { data: actions = [] } = useSubmissionActions(id);
  const { data: occasion } = useOccasion(submission?.occasion);
  if (error instanceof Refusal && error.status === 404) return <NotFound />;
  if (error && !submission) return <TroublePage error={error} retry={refetch} />;
  if (!submission || !occasion) return <Loading />;
  const own = me?.office === submission.unit;
  const allows = (command: SubmissionAction['command']) => actions.some((action) => action.command === command && action.allowed);
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
          {allows('open_dossier') && <NewDossier submission={submission} occasion={occasion} />}
          {allows('open_dossier') && <Link href={`/submissions/${submission.id}/import`}>{t('import.open')}</Link>}
        </div>
        <div className={styles.cards}>
          {own && (
            <div className="no-print">
              <LotPanel submission={submission} actions={actions} />
            </div>
          )}
          <LotPapers submission={submission} occasion={occasion} attaches={allows('attach_paper')} />
        </div>
      </div>
    </>
  );
}
