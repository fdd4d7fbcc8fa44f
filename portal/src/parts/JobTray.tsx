// Long work at the bottom right: how far it is, what came of it, and the way to stop it. It outlives the page.
import { Button } from '@mantine/core';
import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { isUnderWay, type Job, useCancelJob, useJobs } from '../api/jobs';
import { may, useMe } from '../api/me';
import { crossed, percentOf, withoutPercent, withPercent } from './jobProgress';
import { useWords } from '../words/WordsProvider';
import styles from './JobTray.module.css';
import { JobResult, jobTitle, useJobState } from './JobWords';

const stays = 15 * 60_000;
const forgotten = 'vinhdanh.jobs.seen';

function readSeen(): string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(forgotten) ?? '[]');
    return Array.isArray(kept) ? kept.filter((each): each is string => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

const isFresh = (job: Job) => job.ended !== undefined && Date.now() - new Date(job.ended).getTime() < stays;

export default function JobTray() {
  const { t } = useWords();
  const { data: me } = useMe();
  const { data: jobs = [] } = useJobs(me !== undefined && may(me, 'read_dossiers'));
  const [seen, setSeen] = useState(readSeen);
  const shown = jobs.filter(
    (job) => !seen.includes(job.id) && (isUnderWay(job) || job.state === 'ready' || (job.state !== 'cancelled' && isFresh(job))),
  );
  usePercentInTitle(jobs);
  const dismiss = (id: string) => {
    const next = [...seen, id];
    setSeen(next);
    sessionStorage.setItem(forgotten, JSON.stringify(next.slice(-100)));
  };
  return (
    <>
      <Announcer jobs={jobs} />
      {shown.length > 0 && (
        <aside className={`${styles.tray} no-print`} aria-label={t('jobs.tray')}>
          <ul className={styles.jobs}>
            {shown.slice(0, 3).map((job) => (
              <TrayItem key={job.id} job={job} onDismiss={() => dismiss(job.id)} />
            ))}
          </ul>
          <Link href="/jobs">{t('jobs.all')}</Link>
        </aside>
      )}
    </>
  );
}

function TrayItem({ job, onDismiss }: { job: Job; onDismiss(): void }) {
  const { t } = useWords();
  const cancel = useCancelJob();
  const says = useJobState(job);
  const moves = isUnderWay(job);
  return (
    <li className={styles.job}>
      <div className={styles.head}>
        <strong>{t(jobTitle(job))}</strong>
        {!moves && (
          <button type="button" className={styles.dismiss} onClick={onDismiss} aria-label={t('jobs.dismiss', { job: t(jobTitle(job)) })}>
            <X size={16} aria-hidden />
          </button>
        )}
      </div>
      <span className={styles.says}>{says}</span>
      {moves && <JobProgress job={job} />}
      <div className={styles.acts}>
        <JobResult job={job} />
        {moves && job.phase !== 'commit' && (
          <Button size="xs" variant="default" loading={cancel.isPending} onClick={() => cancel.mutate(job.id)}>
            {t('jobs.cancel')}
          </Button>
        )}
      </div>
    </li>
  );
}

export function JobProgress({ job }: { job: Job }) {
  const { t } = useWords();
  const label = t(jobTitle(job));
  return job.total > 0 ? (
    <progress className={styles.progress} aria-label={label} max={job.total} value={job.done} />
  ) : (
    <progress className={styles.progress} aria-label={label} />
  );
}

/** A quarter, a half, three quarters and the end are spoken. */
function Announcer({ jobs }: { jobs: readonly Job[] }) {
  const { t } = useWords();
  const before = useRef(new Map<string, number>());
  const [text, setText] = useState('');
  useEffect(() => {
    for (const job of jobs) {
      const percent = percentOf(job);
      const known = before.current.get(job.id);
      before.current.set(job.id, percent);
      const mark = known === undefined ? undefined : crossed(known, percent);
      if (mark !== undefined) setText(t('jobs.spoken', { job: t(jobTitle(job)), percent: mark }));
    }
  }, [jobs, t]);
  return (
    <p role="status" className="visually-hidden">
      {text}
    </p>
  );
}

function usePercentInTitle(jobs: readonly Job[]) {
  const [path] = useLocation();
  const running = jobs.find((job) => isUnderWay(job) && job.total > 0);
  const percent = running && percentOf(running);
  useEffect(() => {
    if (percent === undefined) return;
    // After the page's own heading has named it.
    const timer = setTimeout(() => {
      document.title = withPercent(document.title, percent);
    });
    return () => {
      clearTimeout(timer);
      document.title = withoutPercent(document.title);
    };
  }, [percent, path]);
}
