// The receipt of a dossier that was sent: what was received, when, from whom, under which hash; and taking it back.
import { Button } from '@mantine/core';
import { ArrowLeft, Printer } from 'lucide-react';
import { Link } from 'wouter';
import { useDossier, useHistory } from '../../../api/dossier';
import { Refusal } from '../../../api/Refusal';
import { useSubmission } from '../../../api/submissions';
import { Loading } from '../../../parts/Loading';
import { PageHeading } from '../../../parts/PageHeading';
import { StateTag } from '../../../parts/StateTag';
import { TroublePage } from '../../../parts/TroublePage';
import { Vi } from '../../../parts/Vi';
import { formatDate, formatInstant, formatSize } from '../../../words/format';
import { useWords } from '../../../words/WordsProvider';
import NotFound from '../../not-found/NotFound';
import styles from '../Units.module.css';
import own from './Receipt.module.css';
import { RecallButton } from './RecallButton';

export default function ReceiptPage({ id }: { id: string }) {
  const { t, lookUp, language } = useWords();
  const { data: dossier, error, refetch } = useDossier(id);
  const { data: history } = useHistory(id);
  const { data: submission } = useSubmission(dossier?.submission);
  if (error instanceof Refusal && error.status === 404) return <NotFound />;
  if (error && !dossier) return <TroublePage error={error} retry={refetch} />;
  if (!dossier || !history) return <Loading />;
  const events = history.pages.flatMap((page) => page.items);
  const people = Object.assign({}, ...history.pages.map((page) => page.names.people)) as Record<string, string>;
  const sent = events.filter((event) => event.type === 'dossier_submitted' || event.type === 'dossier_resubmitted').at(-1);
  const papers = [...dossier.papers.filter((paper) => !paper.superseded && !paper.stage), ...(submission?.papers ?? []).filter((paper) => !paper.superseded)];
  const size = papers.reduce((sum, paper) => sum + paper.size, 0);
  const letter = submission?.letter;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [t('submission.code'), dossier.code],
    [t('content.nominee'), dossier.nominee_name],
    [t('list.form'), dossier.form_name],
    [t('dossier.unit'), dossier.names.offices[dossier.unit]],
    [t('slot.submission_letter'), letter && t('submission.letterNo', { number: letter.number, date: letter.date ? formatDate(letter.date) : '–' })],
    [t('submission.sentAt'), sent?.at && formatInstant(sent.at)],
    [t('submission.sentBy'), sent?.actor && people[sent.actor.person]],
    [t('draft.receiver'), dossier.route[0]?.office_name],
  ];
  return (
    <>
      <div className={styles.header}>
        <Link href={`/submissions/${dossier.submission}`} className={`${styles.back} no-print`}>
          <ArrowLeft size={18} aria-hidden />
          {t('submission.one')}
        </Link>
        <PageHeading title={t('submission.receipt')} />
        <div className={styles.tags}>
          <StateTag phase={dossier.phase} state={dossier.visible_state} />
        </div>
      </div>
      <section className={`${styles.card} ${own.sheet}`}>
        {!sent && <p>{t('submission.notSent')}</p>}
        <dl className={styles.facts}>
          {facts
            .filter(([, value]) => value)
            .map(([word, value]) => (
              <div key={word}>
                <dt>{word}</dt>
                <dd>
                  <Vi>{value}</Vi>
                </dd>
              </div>
            ))}
        </dl>
        <h2>{t('submission.received', { n: papers.length, size: formatSize(size, language) })}</h2>
        <ul className={own.papers}>
          {papers.map((paper) => (
            <li key={paper.id}>
              <strong>{lookUp(`slot.${paper.slot}`, paper.slot)}</strong>
              <span className={styles.soft}>
                {t(`paperKind.${paper.kind}`)} · {formatSize(paper.size, language)}
              </span>
              <code className={own.hash}>{paper.commitment}</code>
            </li>
          ))}
        </ul>
        {sent && (
          <div>
            <h2>{t('submission.recorded', { n: sent.n })}</h2>
            <code className={own.hash}>{sent.hash}</code>
          </div>
        )}
        <div className={`${styles.acts} no-print`}>
          <Button variant="default" leftSection={<Printer size={18} aria-hidden />} onClick={() => window.print()}>
            {t('submission.print')}
          </Button>
          <Button component={Link} href={`/dossiers/${id}`} variant="default">
            {t('list.open')}
          </Button>
          <RecallButton dossier={dossier} />
        </div>
      </section>
    </>
  );
}
