// The first step of a list of nominees: form and kind, the template for them, and the file.
import { Button, FileInput, NativeSelect } from '@mantine/core';
import { ArrowLeft, Download, Upload } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { sendSheet, sheetFault, templateAddress } from '../../../api/jobs';
import { useOccasion } from '../../../api/occasions';
import { usePlanRules } from '../../../api/planRules';
import { Refusal } from '../../../api/Refusal';
import { useSubmission } from '../../../api/submissions';
import { Loading } from '../../../parts/Loading';
import { PageHeading } from '../../../parts/PageHeading';
import { Trouble } from '../../../parts/Trouble';
import { TroublePage } from '../../../parts/TroublePage';
import { Vi } from '../../../parts/Vi';
import { useWords } from '../../../words/WordsProvider';
import NotFound from '../../not-found/NotFound';
import styles from '../Units.module.css';

export default function SendList({ id }: { id: string }) {
  const { t } = useWords();
  const { data: submission, error, refetch } = useSubmission(id);
  const { data: occasion } = useOccasion(submission?.occasion);
  if (error instanceof Refusal && error.status === 404) return <NotFound />;
  if (error && !submission) return <TroublePage error={error} retry={refetch} />;
  if (!submission || !occasion) return <Loading />;
  return (
    <>
      <div className={styles.header}>
        <Link href={`/submissions/${id}`} className={styles.back}>
          <ArrowLeft size={18} aria-hidden />
          {t('submission.one')}
        </Link>
        <PageHeading title={t('import.title')} />
        <p className={styles.soft}>
          <Vi>{occasion.name}</Vi>
        </p>
      </div>
      <SendForm submission={id} occasion={occasion} />
    </>
  );
}

type Occasion = NonNullable<ReturnType<typeof useOccasion>['data']>;

function SendForm({ submission, occasion }: { submission: string; occasion: Occasion }) {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const { data: rules } = usePlanRules(occasion.plan);
  const [form, setForm] = useState(occasion.forms.length === 1 ? (occasion.forms[0] ?? '') : '');
  const [kind, setKind] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [sent, setSent] = useState<number>();
  const [error, setError] = useState<unknown>();
  const [tried, setTried] = useState(false);
  const key = useRef(crypto.randomUUID());
  const kinds = rules?.forms.find((each) => each.code === form)?.subject_kinds ?? [];
  const fault = file ? sheetFault(file) : undefined;
  const choose = { value: '', label: t('field.choose') };
  const ready = form !== '' && kind !== '';
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!ready || !file || fault || sent !== undefined) return;
    setError(undefined);
    setSent(0);
    try {
      const job = await sendSheet({ submission, form, kind, file, key: key.current, onSent: setSent });
      navigate(`/imports/${job.id}`);
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || !refusal.outcomeUnknown) key.current = crypto.randomUUID();
      setError(refusal);
      setSent(undefined);
    }
  };
  return (
    <form className={`${styles.card} ${styles.form}`} onSubmit={send} noValidate>
      <NativeSelect
        label={t('list.form')}
        name="form"
        required
        value={form}
        error={tried && form === '' && t('import.missing.form')}
        data={[choose, ...occasion.forms.map((code) => ({ value: code, label: occasion.form_names[code] ?? code }))]}
        onChange={(event) => {
          setForm(event.currentTarget.value);
          setKind('');
        }}
      />
      <NativeSelect
        label={t('draft.kind')}
        name="kind"
        required
        value={kind}
        error={tried && kind === '' && t('import.missing.kind')}
        data={[choose, ...kinds.map((each) => ({ value: each, label: t(`kind.${each}`) }))]}
        onChange={(event) => setKind(event.currentTarget.value)}
      />
      {ready && (
        <p>
          <a href={templateAddress(occasion.id, form, kind)} download>
            <Download size={16} aria-hidden /> {t('import.template')}
          </a>
        </p>
      )}
      <FileInput
        label={t('import.file')}
        description={t('import.file.about')}
        name="file"
        required
        accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        placeholder={t('import.file.choose')}
        value={file}
        error={(fault && t(`import.fault.${fault}`)) || (tried && !file && t('import.missing.file'))}
        onChange={setFile}
      />
      {sent !== undefined && file && (
        <progress aria-label={t('import.sending')} max={file.size} value={sent} />
      )}
      {error !== undefined && <Trouble error={error} title={t('import.notSent')} />}
      <div className={styles.acts}>
        <Button type="submit" leftSection={<Upload size={18} aria-hidden />} loading={sent !== undefined}>
          {t('import.send')}
        </Button>
      </div>
    </form>
  );
}
