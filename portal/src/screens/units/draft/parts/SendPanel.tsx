// Signing and sending: the head's form, or what stands in the way, or that it is the head's turn.
import { useActions } from '../../../../api/dossier';
import { useMe } from '../../../../api/me';
import { Link } from 'wouter';
import { useWords } from '../../../../words/WordsProvider';
import own from '../Draft.module.css';
import { useDesk } from '../DraftContext';
import { ResubmitForm } from './ResubmitForm';
import { SubmitForm } from './SubmitForm';

export function SendPanel() {
  const { t, say } = useWords();
  const { dossier, check } = useDesk();
  const { data: me } = useMe();
  const { data: answered } = useActions(dossier.id);
  if (!answered) return null;
  const returned = dossier.phase === 'returned';
  const wanted = returned ? 'resubmit' : 'submit';
  const action = answered.actions.find((each) => each.command === wanted);
  const ready = check.complete === true;
  const notHead = action?.reasons.some((reason) => reason.code === 'not_in_role');
  if (action?.allowed) {
    return (
      <section className={own.send} aria-labelledby="send-title">
        <h3 id="send-title">{t(returned ? 'draft.resend' : 'draft.sign')}</h3>
        {returned ? <ResubmitForm /> : <SubmitForm />}
      </section>
    );
  }
  return (
    <section className={own.send} aria-labelledby="send-title">
      <h3 id="send-title">{t(returned ? 'draft.resend' : 'draft.sign')}</h3>
      {notHead ? (
        <p>{t(ready ? 'draft.forHead' : 'draft.forHeadNotYet', { role: t('role.unit_head') })}</p>
      ) : (
        <>
          <p>{t('draft.notYet', { role: me?.role ? t(`role.${me.role}`) : '' })}</p>
          <ul className={own.reasons}>
            {action?.reasons.map((reason) => (
              <li key={reason.code + reason.pointer}>{say(reason.sentence)}</li>
            ))}
          </ul>
        </>
      )}
      <Link href={`/submissions/${dossier.submission}`}>{t('draft.wholeLot')}</Link>
    </section>
  );
}
