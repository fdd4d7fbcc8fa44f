// What a job is called, where it stands, and where its result is.
import { Download } from 'lucide-react';
import { Link } from 'wouter';
import type { Job } from '../api/jobs';
import { formatNumber, formatSize } from '../words/format';
import type { Key } from '../words/vi';
import { useWords } from '../words/WordsProvider';

export function jobTitle(job: Job): Key {
  if (job.kind === 'sheet_import') return 'jobs.kind.sheet_import';
  if (job.kind === 'verification') return 'jobs.kind.verification';
  return job.result.what === 'board' ? 'jobs.kind.board' : 'jobs.kind.dossiers';
}

export function useJobState(job: Job): string {
  const { t, language } = useWords();
  const { state, phase, done, total, result } = job;
  if (state === 'failed') return job.refusal ? job.refusal.sentence[language] : t('jobs.state.failed');
  if (state === 'ready') return t('jobs.state.ready', { ok: result.good ?? 0, bad: result.bad ?? 0 });
  if (state === 'done' && job.kind === 'sheet_import') return t('jobs.made', { n: result.made ?? 0, bad: result.not_made ?? 0 });
  if (state === 'running' && total > 0)
    return t(`jobs.phase.${phase}.of`, { done: formatNumber(done, language), total: formatNumber(total, language) });
  if (state === 'running') return t(`jobs.phase.${phase}`);
  return t(`jobs.state.${state}`);
}

export function JobResult({ job }: { job: Job }) {
  const { t, language } = useWords();
  if (job.kind === 'sheet_import' && job.state !== 'cancelled') return <Link href={`/imports/${job.id}`}>{t('jobs.openImport')}</Link>;
  if (!job.result.file) return null;
  return (
    <a href={job.result.file} download>
      <Download size={16} aria-hidden />{' '}
      {job.kind === 'verification' ? t('audit.certificate') : t('jobs.download', { size: formatSize(job.result.size ?? 0, language) })}
    </a>
  );
}
