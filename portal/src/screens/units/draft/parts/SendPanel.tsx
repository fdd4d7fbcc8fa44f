// Signing and sending: the head's form, or what stands in the way, or that it is the head's turn.
import { useActions } from '../../../../api/dossier';
import { Link } from 'wouter';
import { useWords } from '../../../../words/WordsProvider';
import own from '../Draft.module.css';
import { useDesk } from '../DraftContext';
import { ResubmitForm } from './ResubmitForm';
import { SubmitForm } from './SubmitForm';

export function SendPanel() {
  const { t, say, lookUp } = useWords();
  const { dossier, check } = useDesk();
  const { data: answered } = useActions(dossier.id);
  if (!answered) return null;
  const returned = dossier.phase === 'returned';
  const wanted = returned ? 'resubmit' : 'submit';
  const action = answered.actions.find((each) => each.command === wanted);
  const ready = check.complete === true;
  const forAnother = action?.reasons.find((reason) => reason.code === 'not_in_role');
  const signer = (forAnother?.details.role ?? '').split(', ').map((role) => lookUp(`role.${role}`, role)).join(', ');
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
      {forAnother ? (
        <p>{t(ready ? 'draft.forHead' : 'draft.forHeadNotYet', { role: signer })}</p>
      ) : (
        <>
          <p>{t('draft.notYet')}</p>
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
