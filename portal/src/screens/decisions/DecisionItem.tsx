// One decision of the list.
import { Link } from 'wouter';
import type { DecisionLine } from '../../api/decisions';
import type { Occasion } from '../../api/occasions';
import { useFormNames } from '../../api/plans';
import { Facts } from '../../parts/Facts';
import layout from '../../parts/layout.module.css';
import { Vi } from '../../parts/Vi';
import { formatDate } from '../../words/format';
import { useWords } from '../../words/WordsProvider';
import { DecisionTag } from './DecisionTag';

export function DecisionItem({ decision, occasion }: { decision: DecisionLine; occasion: Occasion | undefined }) {
  const { t } = useWords();
  const formName = useFormNames();
  const form = occasion?.form_names[decision.form] ?? formName(occasion?.plan.id, decision.form);
  return (
    <article className={layout.card}>
      <div className={layout.cardHead}>
        <h2>
          <Link href={`/decisions/${decision.id}`}>
            {decision.number && decision.date
              ? t('decisions.numbered', { number: decision.number, date: formatDate(decision.date) })
              : t('decisions.draftOf', { authority: decision.authority_name })}
          </Link>
        </h2>
        <DecisionTag state={decision.state} />
      </div>
      <Facts
        items={[
          [t('decisions.form'), <Vi key="form">{form}</Vi>],
          [t('decisions.occasion'), occasion && <Vi key="occasion">{occasion.name}</Vi>],
          [t('decisions.authority'), <Vi key="authority">{decision.authority_name}</Vi>],
        ]}
      />
    </article>
  );
}
