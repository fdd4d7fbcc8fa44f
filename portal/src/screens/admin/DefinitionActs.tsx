// Asking that a version be used, and putting it into use by another person.
import { type Definition, useDefinitionStep } from '../../api/definitions';
import { type Me, may } from '../../api/me';
import { ActDialog } from '../../parts/ActDialog';
import { useWords } from '../../words/WordsProvider';

export function DefinitionActs({ definition, me }: { definition: Definition; me: Me }) {
  const { t } = useWords();
  const step = useDefinitionStep(definition);
  if (!may(me, 'activate_definitions')) return null;
  const what = { id: definition.id, version: definition.version };
  if (definition.state === 'added') {
    return (
      <ActDialog
        label={t('admin.request')}
        text={t('admin.requestEffect', what)}
        done={t('admin.requested')}
        run={() => step.mutateAsync('request_activation')}
      />
    );
  }
  if (definition.state !== 'requested') return null;
  if (definition.requested_by?.person === me.person) return <span>{t('admin.secondPerson')}</span>;
  return (
    <ActDialog
      label={t('admin.activate')}
      danger
      text={t('admin.activateEffect', what)}
      done={t('admin.activated')}
      run={() => step.mutateAsync('activate')}
    />
  );
}
