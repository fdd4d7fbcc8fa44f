// Verifies one dossier, found by its code.
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import type { FormEvent } from 'react';
import { answer, api } from '../../api/client';
import { formText } from '../../parts/formText';
import layout from '../../parts/layout.module.css';
import { Trouble } from '../../parts/Trouble';
import { useWords } from '../../words/WordsProvider';
import styles from './Audit.module.css';
import { firstBreak } from './blocks';
import { ChainStrip } from './ChainStrip';
import { Violations } from './Violations';

async function verifyByCode(code: string) {
  const found = await answer(api.POST('/v1/dossiers/search', { body: { code, limit: 1 } }));
  const [line] = found.items;
  if (!line) return null;
  const verdict = await answer(api.GET('/v1/dossiers/{id}/verification', { params: { path: { id: line.id } } }));
  return { line, verdict };
}

export function DossierCheck() {
  const { t } = useWords();
  const check = useMutation({ mutationFn: verifyByCode });
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    check.mutate(formText(new FormData(event.currentTarget), 'code').toUpperCase());
  };
  const verdict = check.data?.verdict;
  const broken = verdict && firstBreak(verdict.violations);
  return (
    <section className={layout.card} aria-labelledby="dossier-check">
      <h2 id="dossier-check">{t('audit.dossier')}</h2>
      <form className={styles.byCode} onSubmit={send}>
        <TextInput name="code" label={t('decisions.code')} placeholder="HS-2025-00001" required withAsterisk={false} />
        <Button type="submit" variant="default" loading={check.isPending}>
          {t('audit.verify')}
        </Button>
      </form>
      {check.error && <Trouble error={check.error} />}
      <div role="status">
        {check.data === null && <p>{t('audit.noSuchCode')}</p>}
        {verdict && (
          <p className={styles.verdict} data-intact={verdict.intact}>
            {verdict.intact ? <ShieldCheck size={22} aria-hidden /> : <ShieldAlert size={22} aria-hidden />}
            {verdict.intact
              ? t('audit.dossierIntact', { code: check.data?.line.code ?? '', n: verdict.events })
              : t('audit.dossierBroken', { code: check.data?.line.code ?? '' })}
          </p>
        )}
      </div>
      {verdict && <ChainStrip events={verdict.events} broken={broken} />}
      {verdict && <p className={styles.found}>{t('log.head', { hash: verdict.head })}</p>}
      {verdict && !verdict.intact && <Violations violations={verdict.violations} dossier={verdict.dossier} />}
    </section>
  );
}
